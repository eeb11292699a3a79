import { realpath } from 'node:fs/promises';
import path from 'node:path';
import type { Dispatcher } from 'undici';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import type { RetryClock } from '../../../http/retrying.ts';
import { readMailboxLists } from '../../../mailboxes/list.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { readReportInputs } from '../../../run/read-inputs.ts';
import { shownText } from '../../../text/display.ts';
import { asInputs } from '../../options.ts';
import { outputOf } from '../../other-program.ts';
import { GitHubRepository, gitHubToken } from '../../repository.ts';
import type { Terminal } from '../../terminal.ts';
import { adminScopes, type AdminToken } from './admin-token.ts';
import { consentSteps, directoryRoleSteps, missingConsents } from './app-role-grants.ts';
import { findRoles, neededPermissions } from './permissions.ts';
import { printCommands, printPlan, confirmed, makeSteps } from './plan-text.ts';
import { EntraPortal } from './portal.ts';
import { prove } from './proof.ts';
import { askChoice, type SetupChoice } from './questions.ts';
import { applicationSteps, findApplication, uniqueNameOf, type ApplicationState } from './registered-application.ts';
import { requireUsableRepository } from './repository-variables.ts';
import { CONSENT_REMAINS, notConfirmed, type SetupOptions, type SetupPlace } from './setup-place.ts';
import { planFiles } from './setup-files.ts';
import { appIdOf, RECORD_FILE, recordIn, type SetupRecord } from './setup-record.ts';
import type { PlannedSteps, SetupStep, SetupTools } from './setup-step.ts';
import { certificateSteps, newPassword, type CertificateSetup } from './terminal-certificate.ts';
import { openTenant } from './tenant-session.ts';
import { undoSetup } from './undo.ts';
import { workflowSteps } from './workflow-steps.ts';

const CONFIG_FILE = 'mailbox-report.yml';

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
  const place = { folder: process.cwd(), cloud, authorityHost, graphUrl, env, dispatcher, terminal, clock };
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
  const { folder, cloud, env, terminal, clock } = place;
  const { name } = options;
  uniqueNameOf(name);
  if (!options.yes && !options.dryRun && !options.print && !terminal.interactive) throw notConfirmed();
  const choice = await askChoice(options, folder, env, terminal);
  if (choice.repository !== undefined) await requireTopFolder(folder, env);
  await requireLists(choice, folder);
  const permissions = neededPermissions(choice.reports, choice.mailboxes.includes('all'));
  const repository = await openRepository(choice, place);
  if (repository !== undefined) requireUsableRepository(repository, options.allowPublic);
  const needsRole = permissions.some(({ resource }) => resource === 'Exchange Online');
  const { graph, token, tenant } = await openTenant(options, adminScopes(needsRole), place);
  const record = await recordIn(folder, { tenantId: token.tenantId, cloud });
  requireSameApplication(record, name);
  const state = await findApplication(graph, name, record);
  const roles = await findRoles(graph, permissions);
  const present = state.kind === 'present' ? state : undefined;
  const tools: SetupTools = { graph, record, portal: new EntraPortal(cloud), cloud, folder, present };
  const grants = { ...tools, place: { authorityHost: place.authorityHost, tenantId: token.tenantId } };
  let password: string | undefined;
  const askPassword = async (): Promise<string> => (password ??= await newPassword(env, terminal));
  const changes = !options.dryRun && !options.print;
  // Nothing is made if it is missing.
  if (choice.terminal && changes && !terminal.interactive) await askPassword();
  const workflow = repository && (await workflowSteps(repository, choice, tools));
  const certificate = { name, terminal, clock, password: askPassword };
  const atTerminal = choice.terminal ? await terminalSteps(tools, certificate) : undefined;
  const parts = [workflow, atTerminal].filter((part) => part !== undefined);
  const steps: readonly SetupStep[] = [
    ...applicationSteps(state, { ...tools, name, roles }),
    ...consentSteps(await missingConsents(graph, present?.principalId, roles), grants),
    ...(await directoryRoleSteps(present?.principalId, roles, grants)),
    ...parts.flatMap((part) => part.steps),
  ];
  const notes = [...parts.flatMap((part) => part.notes), ...(token.leavesConsent ? [CONSENT_REMAINS] : [])];
  const kept = parts.flatMap((part) => part.kept);
  printPlan({ tenant, token, repository, state, steps, notes, kept }, terminal);
  if (options.print) printCommands(steps, present?.appId, terminal);
  if (!changes) return 0;
  if (steps.length > 0 && !(await confirmed(options.yes, terminal))) return 1;
  await adopt(state, name, token, record);
  const isComplete = await makeSteps(steps, terminal);
  return prove({ choice, options, record, repository, roles, password, isComplete }, place);
}

/** A record is about one application: another one would lose what the file has about the first. */
function requireSameApplication({ content }: SetupRecord, name: string): void {
  const { application } = content;
  if (application === undefined || application.uniqueName === uniqueNameOf(name)) return;
  throw new UserError('SETUP_RECORD', `${RECORD_FILE} is about the application ${shownText(application.name)}.`, {
    hint: `Set --name ${shownText(application.name)}, or delete that application first with "setup --undo".`,
  });
}

/** Workflows, and paths in them, are relative to the top of the repository. */
async function requireTopFolder(folder: string, env: Environment): Promise<void> {
  const top = await outputOf('git', ['-C', folder, 'rev-parse', '--show-toplevel'], env);
  if (top === undefined || path.relative(await realpath(folder), await realpath(top)) === '') return;
  throw new UserError('INPUT_INVALID', 'This is not the top folder of the repository.', {
    hint: `Run the command in ${top}, where GitHub looks for .github/workflows.`,
  });
}

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

/** Records an application that is there, before something of it is changed; one that is gone is forgotten. */
async function adopt(state: ApplicationState, name: string, token: AdminToken, record: SetupRecord): Promise<void> {
  const { application } = record.content;
  if (token.leavesConsent) await record.update({ hasConsentOfTools: true });
  if (state.kind === 'none' && application !== undefined) {
    await record.update({ application: undefined, permissions: [], federatedCredentials: [], directoryRoles: [] });
  }
  if (state.kind !== 'present') return;
  const { id, appId, principalId } = state;
  const isOwn = state.isOwn || application?.isOwn === true;
  await record.update({ application: { name, uniqueName: uniqueNameOf(name), isOwn, id, appId, principalId } });
}

/** What commands on this machine need besides the application: a certificate, and the file with the IDs. */
async function terminalSteps(
  tools: SetupTools,
  certificate: Pick<CertificateSetup, 'name' | 'terminal' | 'clock' | 'password'>,
): Promise<PlannedSteps> {
  const { record, folder, cloud, present } = tools;
  const { tenantId } = record.content;
  const about = 'the IDs for commands at the terminal';
  const fileFor = (clientId: string) => {
    const lines = [
      `tenant-id: ${tenantId}`,
      `client-id: ${clientId}`,
      ...(cloud === 'global' ? [] : [`cloud: ${cloud}`]),
    ];
    return { file: CONFIG_FILE, content: `${lines.join('\n')}\n`, about };
  };
  const { steps, kept } = await planFiles([fileFor(present?.appId ?? 'APP_ID')], folder, record);
  // The client ID is known only after the application was made.
  const config = steps.map((step) => ({
    ...step,
    make: async () => {
      const [own] = (await planFiles([fileFor(appIdOf(record))], folder, record)).steps;
      return own === undefined ? { text: `Kept ${CONFIG_FILE}` } : own.make();
    },
  }));
  const ofCertificate = await certificateSteps(present?.id, { ...tools, ...certificate });
  return { steps: [...ofCertificate, ...config], notes: [], kept };
}
