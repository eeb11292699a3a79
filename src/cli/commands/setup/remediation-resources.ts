import { UserError } from '../../../errors.ts';
import { applicationPart } from './application-state.ts';
import type { PresentFile, SetupFile } from './chosen-files.ts';
import { editsBetween } from './edit/line-edits.ts';
import type { RemediationChoice } from './remediation-choice.ts';
import { remediationFile, remediationText, type RemediationExample } from './remediation-workflow.ts';
import type { Resource } from './resource.ts';
import { adminConsent, permissionsPart } from './resources/admin-consent.ts';
import { application } from './resources/application.ts';
import { directoryRole, directoryRolesPart } from './resources/directory-role.ts';
import { environment, ENVIRONMENT, environmentPart, type EnvironmentSetup } from './resources/environment.ts';
import { federatedCredentials, federatedCredentialsPart, type SigningJobs } from './resources/federated-credentials.ts';
import { files, filesPart } from './resources/files.ts';
import { variables, variablesPart } from './resources/variables.ts';
import { recordPart } from './setup-record.ts';

/** What the plan of the application that writes is made from. */
export interface RemediationSetup extends EnvironmentSetup {
  readonly remediation: RemediationChoice;
  /** The tag or commit of the action, for the workflow. */
  readonly version: string;
  /** Of the schedule that reports: an IANA name. */
  readonly timeZone: string;
}

/** What setup makes for remediation, in the order in which undo lists it. */
export const REMEDIATION_RESOURCES: readonly Resource<RemediationSetup>[] = [
  application,
  adminConsent,
  federatedCredentials(remediationJobs),
  directoryRole('Exchange Recipient Administrator'),
  environment,
  variables(['WRITER_CLIENT_ID']),
  files(remediationFiles),
];

/** What the record has of it: a record in the record. */
export const remediationPart = recordPart('remediation', [
  applicationPart,
  permissionsPart,
  federatedCredentialsPart,
  directoryRolesPart,
  environmentPart,
  variablesPart,
  filesPart,
]);

/** The example that is the workflow. */
function exampleFor({ isByHand }: Pick<EnvironmentSetup, 'isByHand'>): RemediationExample {
  return isByHand ? 'remediate-by-hand.yml' : 'remediate.yml';
}

/** The jobs of the default branch, which write without reviewers. */
export const JOBS_BY_HAND: SigningJobs = {
  workflow: remediationFile(exampleFor({ isByHand: true })),
  environments: [undefined],
};

/**
 * The jobs that write: those that wait for reviewers, else those of the default branch. Rejects with the UserError `SETUP_REFUSED` if other
 * jobs of the branch have the subject of those that wait.
 */
export async function remediationJobs({ repository, isByHand }: EnvironmentSetup): Promise<SigningJobs> {
  if (repository === undefined || isByHand) return JOBS_BY_HAND;
  const workflow = remediationFile(exampleFor({ isByHand }));
  const job = { branch: repository.defaultBranch, workflow };
  const { subjects } = await repository.subjects({ ...job, environment: ENVIRONMENT });
  const ofBranch = await repository.subjects({ ...job, environment: undefined });
  if (!subjects.some((subject) => ofBranch.subjects.includes(subject)))
    return { workflow, environments: [ENVIRONMENT] };
  throw new UserError(
    'SETUP_REFUSED',
    `The OIDC subject of ${repository.name.path} does not name the environment: jobs that wait for no approval could change mailboxes.`,
    { hint: 'Add "context" or "environment" to the template of the subject in the repository or its organization.' },
  );
}

function remediationFiles(setup: RemediationSetup): readonly SetupFile[] {
  const { remediation, timeZone, version } = setup;
  const example = exampleFor(setup);
  const wanted = remediationText(example, { inputs: remediation.inputs, timeZone, version });
  const change = ({ text, isOwn }: PresentFile) => {
    const edits = editsBetween(text ?? '', wanted);
    return isOwn || edits.length === 0 ? { edits } : ({ edits: [], isKept: true } as const);
  };
  return [{ stage: 'workflow', file: remediationFile(example), about: 'plan, approval, apply, undo', change }];
}
