import path from 'node:path';
import type { RepositoryName } from '../../../auth/github-subject.ts';
import { UserError } from '../../../errors.ts';
import { repositoryOfRemote, type GitHubRepository } from '../../repository.ts';
import { actionVersion } from './action-version.ts';
import { adminScopes } from './admin-token.ts';
import { applicationPart } from './application-state.ts';
import { timeZoneOf, versionOf } from './edit/workflow-edit.ts';
import { findRoles } from './permissions.ts';
import { agreedPlan, makeSteps, resultsJson } from './plan-text.ts';
import { EntraPortal } from './portal.ts';
import { contentOf, presentFiles } from './present-files.ts';
import { chooseRemediation } from './remediation-choice.ts';
import { requireRepository } from './questions.ts';
import { remediationNext } from './remediation-next.ts';
import {
  JOBS_BY_HAND,
  REMEDIATION_RESOURCES,
  remediationJobs,
  remediationPart,
  type RemediationSetup,
} from './remediation-resources.ts';
import type { Planned, StepResult } from './resource.ts';
import { RECORD_PARTS } from './resources.ts';
import { environmentId, wasRefused } from './resources/environment.ts';
import { hasCredentials } from './resources/federated-credentials.ts';
import { isPublic, requireUsableRepository, variablesPart, variableValue } from './resources/variables.ts';
import {
  accessBefore,
  chooseApplication,
  openRepository,
  planAll,
  printAccess,
  recordPresent,
  requireOptions,
  requireTopFolder,
} from './setup-plan.ts';
import { CONSENT_REMAINS, type SetupOptions, type SetupPlace, type SetupResult } from './setup-place.ts';
import { RECORD_FILE, recordIn, set, toolsConsentPart, type SetupRecord } from './setup-record.ts';
import { openTenant } from './tenant-session.ts';
import { UTC, WORKFLOW_FILE } from './workflow-file.ts';

const NAME = 'Mailbox Remediation';
const WIDE =
  'The application may change every mailbox. To limit it to some, or to the cmdlets of the policy, grant roles in Exchange Online ' +
  'instead: https://github.com/mailbox-report/mailbox-report/blob/main/docs/remediation.md#2-grant';

/**
 * Makes what changes mailboxes after an approval, beside the report that setup has made: an application that writes, an environment with
 * reviewers, the credential of that environment, and the workflow. Asks first. Rejects with UserErrors.
 */
export async function setUpRemediation(options: SetupOptions, place: SetupPlace): Promise<SetupResult> {
  const { folder, cloud, env, terminal } = place;
  requireOptions(options, terminal);
  await requireTopFolder(folder, env);
  const present = await presentFiles(folder);
  const remediation = await chooseRemediation(present.inputs, folder);
  const needsRole = remediation.permissions.some(({ resource }) => resource === 'Exchange Online');
  const { graph, token, tenant } = await openTenant(options, adminScopes(needsRole), place);
  const whole = await recordIn(folder, RECORD_PARTS, { tenantId: token.tenantId, cloud });
  const reporting = requireReporting(whole);
  const repository = await openRepository(await repositoryOf(options, whole, place), place);
  requireNotPublic(repository);
  requireUsableRepository(repository, false);
  if (!repository.hasToken) throw noToken();
  const record = whole.in(remediationPart);
  const now = terminal.now();
  const { name, application } = await chooseApplication(options, { graph, record, now }, NAME);
  // Others may have changed the record: the workflow of the report says which application it uses.
  const reportingIds = [reporting, await variableValue(repository, 'CLIENT_ID')];
  if (application.kind !== 'none' && reportingIds.includes(application.appId)) throw isReporting(application.appId);
  const workflow = (await contentOf(path.join(folder, WORKFLOW_FILE))) ?? '';
  const plain = {
    graph,
    token,
    record,
    place,
    name,
    repository,
    application,
    remediation,
    portal: new EntraPortal(cloud),
    roles: await findRoles(graph, remediation.permissions),
    version: versionOf(workflow) ?? (await actionVersion(env)),
    timeZone: timeZoneOf(workflow) ?? UTC,
  };
  // A record that others have changed must not take the approval away: it is believed if it grants nothing anew.
  const isByHand = wasRefused(record) && (await hasCredentials(repository, JOBS_BY_HAND, plain));
  const setup: RemediationSetup = { ...plain, isByHand };
  const planned = await planAll(REMEDIATION_RESOURCES, setup);
  const { steps, kept } = planned;
  const notes = [WIDE, ...planned.notes, ...(token.leavesConsent ? [CONSENT_REMAINS] : [])];
  const access = await accessBefore(setup);
  const wholePlan = { tenant, token, repository, state: application, access, steps, notes, kept };
  const { plan, ended } = await agreedPlan(wholePlan, options, terminal);
  if (ended !== undefined) return ended;
  if (token.leavesConsent) whole.update(set(toolsConsentPart, true));
  recordPresent(setup, REMEDIATION_RESOURCES);
  const { results, isByHand: isByHandNow } = await carryOut(planned, setup);
  await printAccess(setup);
  const ofRun = { repository, present, isByHand: isByHandNow, environment: await environmentId(repository) };
  const next = remediationNext({ ...setup, ...ofRun });
  terminal.out(next.text);
  const recorded = whole.content;
  return { code: 0, json: { plan, kept, ...resultsJson(results), recorded, next: next.steps } };
}

/** Makes the environment first. If GitHub refuses its reviewers, the other steps are those of a plan that is applied by hand. */
async function carryOut(
  { steps }: Pick<Planned, 'steps'>,
  setup: RemediationSetup,
): Promise<{ readonly results: readonly StepResult[]; readonly isByHand: boolean }> {
  const { terminal } = setup.place;
  const first = steps.filter(({ stage }) => stage === 'environment');
  const others = steps.filter(({ stage }) => stage !== 'environment');
  // Nothing is made if one of the others cannot be.
  for (const { check } of others) await check?.();
  const made = await makeSteps(first, terminal);
  const isByHand = first.length === 0 ? setup.isByHand : wasRefused(setup.record);
  if (isByHand && !setup.isByHand) await requireNoCredential(setup);
  const changed = { ...setup, isByHand };
  const rest = isByHand === setup.isByHand ? others : (await planAll(REMEDIATION_RESOURCES, changed)).steps;
  return { results: [...made, ...(await makeSteps(rest, terminal))], isByHand };
}

/** Without reviewers, GitHub makes the environment for the first job that names it, of any branch. */
async function requireNoCredential(setup: RemediationSetup): Promise<void> {
  const { repository } = setup;
  if (repository === undefined || !(await hasCredentials(repository, await remediationJobs(setup), setup))) return;
  throw new UserError(
    'SETUP_REFUSED',
    'GitHub refuses required reviewers, and the application has the credential of the environment: a job of any branch can use it.',
    { hint: 'Run setup with --remediate --undo now, and then with --remediate.' },
  );
}

/** The client ID of the application that reports, and plans. Throws the UserError `SETUP_REFUSED` if setup has not made one. */
function requireReporting(record: SetupRecord): string {
  const { appId, id } = record.of(applicationPart) ?? {};
  if (appId !== undefined && id !== undefined) return appId;
  throw new UserError('SETUP_REFUSED', `${RECORD_FILE} names no application that reports: it makes the plan.`, {
    hint: 'Run setup without --remediate first, in this folder.',
  });
}

/**
 * The repository of the option, else the one of this folder, which has the workflow, else that of the report. Rejects with the UserErrors
 * `INPUT_INVALID` and `INPUT_MISSING`.
 */
async function repositoryOf(
  { repository: given }: SetupOptions,
  record: SetupRecord,
  { folder, env }: SetupPlace,
): Promise<RepositoryName> {
  const remote = given === undefined ? await repositoryOfRemote(folder, env) : undefined;
  if (remote !== undefined) return remote;
  const text = given ?? record.of(variablesPart)[0]?.repository;
  if (text !== undefined) return requireRepository(text);
  throw new UserError('INPUT_MISSING', 'The repository is not known: this folder has no remote of GitHub.', {
    hint: 'Add --repository OWNER/REPO.',
  });
}

/** Summaries can be without addresses, and a plan that is applied later cannot. */
function requireNotPublic(repository: GitHubRepository): void {
  if (!isPublic(repository)) return;
  throw new UserError(
    'SETUP_REFUSED',
    `The repository ${repository.name.path} is public: everybody could download the plan, which names mailboxes.`,
    { hint: 'Run setup in a private repository, and run it there with --remediate.' },
  );
}

function noToken(): UserError {
  return new UserError(
    'SETUP_REFUSED',
    'There is no token of GitHub: whether a plan waits for reviewers is not known.',
    {
      hint: 'Run "gh auth login" with an account that administers the repository, or set GH_TOKEN, and run the command again.',
    },
  );
}

function isReporting(appId: string): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The application ${appId} reports: everything that runs in the repository can use it.`,
    {
      hint: 'Leave out --adopt and --name, so that another application writes, or set them to another one.',
    },
  );
}
