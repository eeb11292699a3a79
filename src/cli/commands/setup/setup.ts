import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Dispatcher } from 'undici';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import type { RetryClock } from '../../../http/retrying.ts';
import { isAddress } from '../../../mailboxes/address.ts';
import { choosePolicy } from '../../../policy/load.ts';
import { chosenOf } from '../../../reports/choose.ts';
import type { AnyReport } from '../../../reports/table.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { readReportInputs } from '../../../run/read-inputs.ts';
import { shownText } from '../../../text/display.ts';
import { counted } from '../../../text/numbers.ts';
import { asInputs } from '../../options.ts';
import { jsonText, type Terminal } from '../../terminal.ts';
import { actionVersion } from './action-version.ts';
import { adminScopes } from './admin-token.ts';
import { benchmarkPolicy, POLICY_FILE, reportsOfBenchmark } from './starter-policy.ts';
import { planGate } from './gate.ts';
import { setUpIncident } from './incident-setup.ts';
import { findRoles, furtherPermissions, neededPermissions } from './permissions.ts';
import { agreedPlan, makeSteps, resultsJson } from './plan-text.ts';
import { EntraPortal } from './portal.ts';
import { listColumnsOf, presentFiles, type PresentFiles } from './present-files.ts';
import { prove } from './proof.ts';
import { askChoice, type SetupChoice } from './questions.ts';
import { setUpRemediation } from './remediation-setup.ts';
import { askWhetherOld, repositoryNotes } from './repository-notes.ts';
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
import { RECORD_PARTS, RESOURCES } from './resources.ts';
import { newPassword } from './resources/certificate.ts';
import { reportJobs } from './resources/federated-credentials.ts';
import { PFX_FILE } from './resources/files.ts';
import { requireUsableRepository } from './resources/variables.ts';
import { CONSENT_REMAINS, type SetupOptions, type SetupPlace, type SetupResult } from './setup-place.ts';
import { recordIn, set, toolsConsentPart } from './setup-record.ts';
import { openTenant } from './tenant-session.ts';
import { undoSetup } from './undo.ts';

/**
 * Registers the application and what else a first report needs, or deletes it again. Asks first, and changes nothing before. Returns the
 * exit code. Rejects with UserErrors.
 */
export async function runSetup(
  options: SetupOptions,
  env: Environment,
  given: Terminal,
  { dispatcher, ...clock }: RetryClock & { readonly dispatcher: Dispatcher },
): Promise<number> {
  requireTenantForm(options.tenantId);
  const endpoints = { [inputVariable('credential')]: 'managed-identity', ...asInputs(endpointsIn(options)) };
  const { cloud, authorityHost, graphUrl } = readReportInputs(endpoints, false);
  // Standard output has the JSON alone.
  const terminal = options.json ? { ...given, out: given.err } : given;
  const place = { folder: process.cwd(), cloud, authorityHost, graphUrl, env, dispatcher, terminal, clock };
  const further = options.remediate ? setUpRemediation : options.incident ? setUpIncident : setUp;
  const carryOut = options.undo ? undoSetup : further;
  const { code, json } = await carryOut(options, place);
  if (options.json) given.out(jsonText({ ok: code === 0, ...json }));
  return code;
}

/** The options about services, which are inputs of the action. */
function endpointsIn(options: SetupOptions): object {
  const own = new Set(['tenantId', 'mailboxes', 'report', 'policy', 'accessTokenEnv', 'name', 'repository', 'json']);
  return Object.fromEntries(Object.entries(options).filter(([name]) => !own.has(name)));
}

function requireTenantForm(tenantId: string | undefined): void {
  if (tenantId === undefined || /^[a-z0-9][a-z0-9.-]*$/i.test(tenantId)) return;
  throw new UserError('INPUT_INVALID', `The option --tenant-id cannot be ${shownText(tenantId)}.`, {
    hint: 'Use the Directory (tenant) ID, or a verified domain such as contoso.onmicrosoft.com.',
  });
}

async function setUp(options: SetupOptions, place: SetupPlace): Promise<SetupResult> {
  const { folder, cloud, env, terminal } = place;
  requireOptions(options, terminal);
  const present = await presentFiles(folder);
  const choice = await askChoice(options, present.inputs, place, (mailboxes) =>
    requireLists(mailboxes, present, folder),
  );
  if (choice.repository !== undefined) await requireTopFolder(folder, env);
  const { reports, listColumns } = await requireFiles(choice, present, folder);
  const permissions = neededPermissions(reports, choice.mailboxes.includes('all'));
  const repository = choice.repository === undefined ? undefined : await openRepository(choice.repository, place);
  if (repository !== undefined) {
    requireUsableRepository(repository, options.allowPublic);
    if (!options.yes) await askWhetherOld(repository, terminal);
  }
  const needsRole = permissions.some(({ resource }) => resource === 'Exchange Online');
  const { graph, token, tenant } = await openTenant(options, adminScopes(needsRole), place);
  const record = await recordIn(folder, RECORD_PARTS, { tenantId: token.tenantId, cloud });
  const { name, application } = await chooseApplication(
    options,
    { graph, record, now: terminal.now() },
    'Mailbox Report',
  );
  const roles = await findRoles(graph, permissions);
  let entered: string | undefined;
  const password = async (): Promise<string> => (entered ??= await newPassword(PFX_FILE, env, terminal));
  const version = await actionVersion(env);
  const ofGate = { reports, listColumns, present, repository, folder, tenant: { tenant: token.tenantId, cloud } };
  const gate = choice.gate && (await planGate({ ...ofGate, rules: choice.gate, policy: choice.policy }));
  const changes = !options.dryRun && !options.print;
  // Nothing is made if it is missing.
  if (choice.terminal && changes && !terminal.interactive) await password();
  const portal = new EntraPortal(cloud);
  const setup = {
    graph,
    token,
    record,
    portal,
    place,
    name,
    choice,
    present,
    gate,
    version,
    roles,
    repository,
    application,
    password,
  };
  const { steps, notes, kept } = await planAll(RESOURCES, setup);
  const ofRepository = repository === undefined ? [] : await repositoryNotes(repository);
  const allNotes = [
    ...furtherNotes(choice),
    ...ofRepository,
    ...notes,
    ...(gate?.notes ?? []),
    ...(token.leavesConsent ? [CONSENT_REMAINS] : []),
  ];
  const access = await accessBefore(setup);
  const wholePlan = { tenant, token, repository, state: application, access, steps, notes: allNotes, kept };
  const { plan, ended } = await agreedPlan(wholePlan, options, terminal);
  if (ended !== undefined) return ended;
  if (token.leavesConsent) record.update(set(toolsConsentPart, true));
  recordPresent(setup, RESOURCES);
  const results = await makeSteps(steps, terminal);
  await printAccess(setup);
  const environments = repository === undefined ? [] : (await reportJobs(setup)).environments;
  const isComplete = !results.some(({ isLeft }) => isLeft === true);
  const proof = {
    environments,
    choice,
    reports,
    present,
    gate,
    options,
    record,
    repository,
    roles,
    password: entered,
    isComplete,
  };
  const { code, checks } = await prove(proof, place);
  return { code, json: { plan, kept, ...resultsJson(results), recorded: record.content, checks } };
}

/** What is not requested, and leaves columns blank. */
function furtherNotes({ reports }: SetupChoice): readonly string[] {
  const names = furtherPermissions(reports);
  if (names.length === 0) return [];
  const what = counted(names.length, 'permission that fills', 'permissions that fill');
  return [
    `Not requested: ${what} more columns of the reports, ${names.join(', ')}. Add what you want under API permissions, and grant consent.`,
  ];
}

/** A list that cannot be read would make the first run fail. Returns its further columns. */
async function requireLists(
  mailboxes: readonly string[],
  { inputs }: PresentFiles,
  folder: string,
): Promise<readonly string[]> {
  const address = mailboxes.find((one) => isAddress(one) && !existsSync(path.join(folder, one)));
  if (address !== undefined) {
    throw new UserError('INPUT_INVALID', `--mailboxes cannot be ${shownText(address)}, which is an address.`, {
      hint: 'Use "all", or the path of a list: write the address into mailboxes.txt, and set --mailboxes mailboxes.txt.',
    });
  }
  return listColumnsOf(mailboxes, inputs, folder);
}

/** A policy that cannot be read would make the first run fail. Returns the reports that a run reads. */
async function requireFiles(
  { mailboxes, policy, reports }: SetupChoice,
  present: PresentFiles,
  folder: string,
): Promise<{ readonly reports: readonly AnyReport[]; readonly listColumns: readonly string[] }> {
  const listColumns = await requireLists(mailboxes, present, folder);
  const [earlier] = present.inputs.policy ?? [];
  const file = policy ?? (earlier === POLICY_FILE ? undefined : earlier);
  // Setup writes policy.yml, or that of a benchmark, if it is missing.
  if (file === undefined || (file === POLICY_FILE && !existsSync(path.join(folder, file))))
    return { reports, listColumns };
  const benchmark = existsSync(path.join(folder, file)) ? undefined : benchmarkPolicy(file);
  if (benchmark !== undefined) {
    const needed = await reportsOfBenchmark(benchmark, listColumns);
    return {
      reports: [...reports, ...needed.filter(({ name }) => reports.every((one) => one.name !== name))],
      listColumns,
    };
  }
  try {
    const { added } = await choosePolicy(file, folder, chosenOf(reports), listColumns);
    return { reports: [...reports, ...added], listColumns };
  } catch (error) {
    // One that was there before concerns the runs alone.
    if (error instanceof UserError && policy === undefined) return { reports, listColumns };
    throw error;
  }
}
