import path from 'node:path';
import type { Dispatcher } from 'undici';
import { clouds } from '../../auth/clouds.ts';
import { issuerOf, isEnterpriseServer } from '../../auth/github-subject.ts';
import { UserError } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import type { RetryClock } from '../../http/retrying.ts';
import { textIn } from '../../json.ts';
import { readMailboxLists } from '../../mailboxes/list.ts';
import { inputVariable } from '../../run/input-readers.ts';
import { readReportInputs } from '../../run/read-inputs.ts';
import { shownText } from '../../text/display.ts';
import { asInputs } from '../options.ts';
import type { Terminal } from '../terminal.ts';
import { adminScopes, type AdminToken } from './admin-token.ts';
import { consentSteps, directoryRoleSteps, missingConsents } from './app-role-grants.ts';
import { outputOf } from '../other-program.ts';
import { federatedCredentialSteps } from './federated-credential.ts';
import { requireReachableIssuer } from './issuer-check.ts';
import { findRoles, neededPermissions } from './permissions.ts';
import { printCommands, printPlan, confirmed, makeSteps } from './plan-text.ts';
import { EntraPortal } from './portal.ts';
import { prove } from './proof.ts';
import { configSteps, keptWorkflow, repositoryFiles } from './planned-files.ts';
import { askChoice, type SetupChoice } from './questions.ts';
import { applicationSteps, findApplication, uniqueNameOf, type ApplicationState } from './registered-application.ts';
import { GitHubRepository, gitHubToken } from '../repository.ts';
import { requireUsableRepository, variableSteps } from './repository-variables.ts';
import { planFiles, type SetupFile } from './setup-files.ts';
import { CONSENT_REMAINS, notConfirmed, type SetupOptions, type SetupPlace } from './setup-place.ts';
import { recordIn, type SetupRecord } from './setup-record.ts';
import type { SetupStep } from './setup-step.ts';
import { certificateSteps, newPassword } from './terminal-certificate.ts';
import { openTenant } from './tenant-session.ts';
import { undoSetup } from './undo.ts';
import { environmentOf, WORKFLOW_FILE } from './workflow-file.ts';

/**
 * Registers the application and what else a first report needs, or deletes it again. Asks first, and changes nothing before. Returns the
 * exit code. Rejects with UserErrors.
 */
export async function runSetup(
  options: SetupOptions,
  env: Environment,
  terminal: Terminal,
  { dispatcher, ...clock }: RetryClock & { readonly dispatcher: Dispatcher },
): Promise<number> {
  requireTenantForm(options.tenantId);
  const endpoints = { [inputVariable('credential')]: 'managed-identity', ...asInputs(endpointsIn(options)) };
  const { cloud, authorityHost, graphUrl } = readReportInputs(endpoints, false);
  const folder = (await outputOf('git', ['rev-parse', '--show-toplevel'], env)) ?? process.cwd();
  const place = { folder: path.resolve(folder), cloud, authorityHost, graphUrl, env, dispatcher, terminal, clock };
  return options.undo ? undoSetup(options, place) : setUp(options, place);
}

/** The options about services, which are inputs of the action. */
function endpointsIn(options: SetupOptions): object {
  const own = new Set(['tenantId', 'mailboxes', 'report', 'accessTokenEnv', 'name', 'repository']);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !own.has(name)));
}

function requireTenantForm(tenantId: string | undefined): void {
  if (tenantId === undefined || /^[a-z0-9][a-z0-9.-]*$/i.test(tenantId)) return;
  throw new UserError('INPUT_INVALID', `The option --tenant-id cannot be ${shownText(tenantId)}.`, {
    hint: 'Use the Directory (tenant) ID, or a verified domain such as contoso.onmicrosoft.com.',
  });
}

async function setUp(options: SetupOptions, place: SetupPlace): Promise<number> {
  const { folder, cloud, env, terminal } = place;
  const { name } = options;
  uniqueNameOf(name);
  if (!options.yes && !options.dryRun && !options.print && !terminal.interactive) throw notConfirmed();
  const choice = await askChoice(options, folder, env, terminal);
  const asksForAll = choice.mailboxes.includes('all');
  await requireLists(choice, folder);
  const permissions = neededPermissions(choice.reports, asksForAll);
  const repository = await openRepository(choice, place);
  if (repository !== undefined) requireUsableRepository(repository, options.allowPublic);
  const needsRole = permissions.some(({ resource }) => resource === 'Exchange Online');
  const { graph, token, tenant } = await openTenant(options, adminScopes(needsRole), place);
  const record = await recordIn(folder, { tenantId: token.tenantId, cloud });
  const state = await findApplication(graph, name, record);
  const present = state.kind === 'present' ? state : undefined;
  const roles = await findRoles(graph, permissions);
  const portal = new EntraPortal(cloud);
  const shared = { graph, record, portal };
  const grants = { ...shared, place: { authorityHost: place.authorityHost, tenantId: token.tenantId } };
  const steps: SetupStep[] = [
    ...applicationSteps(state, { ...shared, name, roles }),
    ...consentSteps(await missingConsents(graph, present?.principalId, roles), grants),
    ...(await directoryRoleSteps(present?.principalId, roles, grants)),
  ];
  const notes: string[] = [];
  const files: SetupFile[] = [];
  if (repository !== undefined) {
    const written = repositoryFiles(choice, cloud);
    const workflow = await keptWorkflow(written, folder, record);
    const job = {
      branch: textIn(repository.about, 'default_branch') || 'main',
      environment: workflow === undefined ? undefined : environmentOf(workflow),
      workflow: WORKFLOW_FILE,
    };
    const host = repository.name.host;
    const { subjects, note } = await repository.subjects(job);
    if (note !== '') notes.push(note);
    if (!repository.hasToken) notes.push(NO_GITHUB_TOKEN);
    if (isEnterpriseServer(host)) await requireReachableIssuer(issuerOf(host));
    const { audience } = clouds[cloud];
    const claims = subjects.map((subject) => ({ issuer: issuerOf(host), subject, audience }));
    steps.push(
      ...(await federatedCredentialSteps(claims, present?.id, shared)),
      ...(await variableSteps(repository, token.tenantId, present?.appId, record)),
    );
    files.push(...written);
  }
  let password: string | undefined;
  if (choice.terminal) {
    if (!terminal.interactive && !options.dryRun && !options.print) password = await newPassword(env, terminal);
    steps.push(
      ...(await certificateSteps(present?.id, {
        ...shared,
        folder,
        name,
        terminal,
        clock: place.clock,
        password: async () => (password ??= await newPassword(env, terminal)),
      })),
    );
  }
  const planned = await planFiles(files, folder, record);
  steps.push(...planned.steps);
  if (choice.terminal) steps.push(...(await configSteps(token.tenantId, present?.appId, cloud, folder, record)));
  if (token.leavesConsent) notes.push(CONSENT_REMAINS);
  const kept = planned.kept.map(({ file }) => file);
  printPlan({ tenant, token, steps, notes, kept }, terminal);
  if (options.print) {
    printCommands(steps, present?.appId, terminal);
    return 0;
  }
  if (options.dryRun) return 0;
  if (steps.length > 0 && !(await confirmed(options.yes, terminal))) return 1;
  await adopt(state, name, token, record);
  const isComplete = await makeSteps(steps, terminal);
  await prove({ choice, options, record, repository, roles, password, isComplete }, place);
  return 0;
}

const NO_GITHUB_TOKEN =
  'There is no token of GitHub (GH_TOKEN, gh auth login): the settings of the repository are not known. Repositories that were created, ' +
  'renamed or transferred since 2026-07-15 send another subject: then run this again with a token.';

/** A list that is missing would make the first run fail. */
async function requireLists({ mailboxes }: SetupChoice, folder: string): Promise<void> {
  const patterns = mailboxes.filter((one) => one !== 'all');
  if (patterns.length > 0) await readMailboxLists({ patterns, workspace: folder, column: undefined });
}

async function openRepository(
  { repository }: SetupChoice,
  { env, dispatcher }: SetupPlace,
): Promise<GitHubRepository | undefined> {
  if (repository === undefined) return undefined;
  return GitHubRepository.open(repository, await gitHubToken(repository.host, env), env, dispatcher);
}

/** Records an application that is there, before something of it is changed. */
async function adopt(state: ApplicationState, name: string, token: AdminToken, record: SetupRecord): Promise<void> {
  const { application } = record.content;
  if (token.leavesConsent) await record.update({ hasConsentOfTools: true });
  if (state.kind !== 'present') {
    await record.update({ application: state.kind === 'none' ? undefined : application });
    return;
  }
  const { id, appId, principalId, isOwn } = state;
  await record.update({
    application: {
      name,
      uniqueName: uniqueNameOf(name),
      isOwn: isOwn || application?.isOwn === true,
      id,
      appId,
      principalId,
    },
  });
}
