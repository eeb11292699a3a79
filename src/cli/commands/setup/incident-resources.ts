import { applicationPart } from './application-state.ts';
import type { ReportSetup, Resource, Setup } from './resource.ts';
import { adminConsent, permissionsPart } from './resources/admin-consent.ts';
import { application } from './resources/application.ts';
import { certificate, certificatesPart } from './resources/certificate.ts';
import { directoryRole, directoryRolesPart } from './resources/directory-role.ts';
import { files, filesPart, INCIDENT_PFX_FILE } from './resources/files.ts';
import { gitIgnore } from './resources/git-ignore.ts';
import { recordPart } from './setup-record.ts';

/** What the plan of the application is made from that answers questions about an account. */
export type IncidentSetup = Setup & Pick<ReportSetup, 'password'>;

/** An incident is looked at for some weeks. */
const DAYS = 30;
/** One that ends sooner is replaced: it may be needed tomorrow. */
const LEAST_DAYS = 7;
const OPTIONS = ` --name 'Mailbox Report incident' --days ${DAYS}`;

/** What setup makes for it, in the order in which undo lists it. */
export const INCIDENT_RESOURCES: readonly Resource<IncidentSetup>[] = [
  application,
  adminConsent,
  gitIgnore(INCIDENT_PFX_FILE, () => true),
  certificate({
    file: INCIDENT_PFX_FILE,
    days: DAYS,
    leastDays: LEAST_DAYS,
    options: OPTIONS,
    isWanted: () => true,
  }),
  directoryRole('Global Reader'),
  // It has no file of what was chosen; undo removes the PFX.
  files(() => []),
];

/** What the record has of it: a record in the record. */
export const incidentPart = recordPart('incident', [
  applicationPart,
  permissionsPart,
  directoryRolesPart,
  certificatesPart,
  filesPart,
]);
