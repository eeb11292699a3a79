import { applicationPart } from './application-state.ts';
import { incidentPart } from './incident-resources.ts';
import { remediationPart } from './remediation-resources.ts';
import type { ReportSetup, Resource } from './resource.ts';
import { adminConsent, permissionsPart } from './resources/admin-consent.ts';
import { application } from './resources/application.ts';
import { certificate, certificatesPart } from './resources/certificate.ts';
import { directoryRole, directoryRolesPart } from './resources/directory-role.ts';
import { federatedCredentials, federatedCredentialsPart, reportJobs } from './resources/federated-credentials.ts';
import { files, filesPart, PFX_FILE, reportFiles } from './resources/files.ts';
import { gitIgnore } from './resources/git-ignore.ts';
import { variables, variablesPart } from './resources/variables.ts';
import { toolsConsentPart, type RecordPart } from './setup-record.ts';

/** What setup makes, in the order in which undo lists it. The plan has it by stage. */
export const RESOURCES: readonly Resource<ReportSetup>[] = [
  application,
  adminConsent,
  federatedCredentials(reportJobs),
  gitIgnore(PFX_FILE, runsAtTerminal),
  certificate({ file: PFX_FILE, days: 365, leastDays: 30, options: '', isWanted: runsAtTerminal }),
  directoryRole('Global Reader'),
  variables(['TENANT_ID', 'CLIENT_ID']),
  files(reportFiles),
];

function runsAtTerminal({ choice }: ReportSetup): boolean {
  return choice.terminal;
}

/** The members of the record, in the order in which a new file has them. */
export const RECORD_PARTS: readonly RecordPart<unknown>[] = [
  applicationPart,
  permissionsPart,
  federatedCredentialsPart,
  directoryRolesPart,
  certificatesPart,
  variablesPart,
  filesPart,
  toolsConsentPart,
  remediationPart,
  incidentPart,
];
