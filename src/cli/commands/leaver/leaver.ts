import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readOwners } from '../../../applications/consents.ts';
import { covers } from '../../../auth/app-roles.ts';
import { systemErrorCode, UserError } from '../../../errors.ts';
import { listObjects } from '../../../graph/graph-listing.ts';
import { requireSecureEnvironment, type Environment } from '../../../http/proxy.ts';
import { textIn } from '../../../json.ts';
import { mailboxList } from '../../../mailboxes/mailbox.ts';
import { logProgress } from '../../../outputs/progress.ts';
import { GROUPS_PERMISSION } from '../../../reports/built-in/access.ts';
import { APPLICATIONS_PERMISSION } from '../../../reports/built-in/applications.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { logGroup, Warnings } from '../../../run/log.ts';
import { StepOutputs } from '../../../run/outputs.ts';
import { runPipeline } from '../../../run/pipeline.ts';
import { readReportInputs } from '../../../run/read-inputs.ts';
import type { Runner } from '../../../run/runner.ts';
import { INTERRUPTED } from '../../../run/stop-signals.ts';
import type { Graph } from '../../../source/graph-source.ts';
import { servicesOf } from '../../../source/services.ts';
import { readCredential, signIn } from '../../../source/sign-in.ts';
import { prepareSource } from '../../../source/source.ts';
import { counted } from '../../../text/numbers.ts';
import { pfxInputs, runAtTerminal, terminalCore } from '../../action-run.ts';
import type { CommandContext } from '../../command.ts';
import { asInputs, type CredentialOptions } from '../../options.ts';
import { aligned } from '../../section-text.ts';
import { jsonText, terminalText, type Terminal } from '../../terminal.ts';
import { Holdings, REPORTS, type Holding, type Unread } from './holdings.ts';
import { leaverPolicy, POLICY_START } from './leaver-policy.ts';
import { findPerson, namesInExchange, type Person } from '../../../source/person.ts';

/** The options of `leaver`. */
export interface LeaverOptions extends CredentialOptions {
  readonly policyFile?: string;
  readonly reply?: string;
  readonly json: boolean;
}

/** What is known of a person who leaves. */
interface Answer {
  readonly person: Person;
  readonly holdings: Holdings;
  /** Applications that the person owns; undefined if the application may not read them. */
  readonly applications: readonly Holding[] | undefined;
  readonly unread: readonly Unread[];
}

/**
 * Reads all mailboxes of the tenant, prints what a person has there, and writes a policy that takes it away. Returns the exit code.
 * Rejects with the UserErrors of `findPerson`, of signing in and reading, `FILE_EXISTS` and `FILE_UNWRITABLE`.
 */
export async function leaverAtTerminal(
  text: string,
  options: LeaverOptions,
  { env, assets, terminal }: CommandContext,
): Promise<number> {
  const { policyFile, reply, json } = options;
  if (policyFile !== undefined) await requireOwnFile(policyFile);
  const inputs = {
    ...asInputs(options),
    ...(await pfxInputs(options.pfx, env, terminal)),
    [inputVariable('mailboxes')]: 'all',
    [inputVariable('report')]: REPORTS.map(({ name }) => name).join('\n'),
  };
  const { result, isInterrupted } = await runAtTerminal(
    inputs,
    { env, core: terminalCore(terminal), assets },
    (environment, runner) => answerOf(text, environment, runner),
  );
  terminal.progress('');
  if (isInterrupted) return INTERRUPTED;
  if (policyFile !== undefined) await writePolicy(policyFile, leaverPolicy(result.person, result.holdings, reply));
  const ok = result.unread.length === 0;
  if (json) terminal.out(answerJson(result, policyFile, ok));
  else terminal.out(answerText(result, policyFile, terminal));
  return ok ? 0 : 1;
}

async function answerOf(text: string, env: Environment, runner: Runner): Promise<Answer> {
  requireSecureEnvironment(env);
  const { core, signal } = runner;
  const inputs = readReportInputs(env);
  const outputs = new StepOutputs({ setOutput: () => undefined });
  const warnings = new Warnings(core);
  const started = runner.now();
  const credential = readCredential(inputs, runner, outputs, warnings, env);
  const signedIn = await logGroup(core, 'Sign in', () => signIn(inputs, { reports: REPORTS }, credential, runner));
  const { graph, exchange } = servicesOf({ inputs, signedIn, runner });
  if (exchange === undefined) throw new Error('the reports are of Exchange Online too');
  const account = await findPerson(text, graph);
  const { unread: unreadNames, ...names } = await namesInExchange(account.id, exchange);
  const person = { ...account, ...names };
  const holdings = new Holdings(person);
  const services = { graph, exchange, core, warnings, outputs, started, signal };
  const source = await prepareSource(inputs, REPORTS, mailboxList([]), services);
  const progress = { reader: source.reader, waits: () => source.throttling().waits, total: source.mailboxes.length };
  await logGroup(core, 'Read the mailboxes', () =>
    runPipeline({ source: logProgress(runner, progress), reports: REPORTS, stages: [], receivers: [holdings] }),
  );
  if (source.reader.stoppedBy !== undefined) throw source.reader.stoppedBy;
  const { roles } = await signedIn.tokens.get();
  const mayRead = (permission: string): boolean => roles === undefined || covers(roles, permission);
  const owned = mayRead(APPLICATIONS_PERMISSION) ? await applicationsOf(person, graph) : undefined;
  const groups = { mailbox: '', what: 'members of groups', error: `${GROUPS_PERMISSION} is not granted` };
  return {
    person,
    holdings,
    applications: owned?.applications,
    unread: [
      ...unreadNames.map((one) => ({ mailbox: '', ...one })),
      ...(mayRead(GROUPS_PERMISSION) ? [] : [groups]),
      ...(owned?.unread ?? []),
      ...holdings.unread,
    ],
  };
}

/** What has owners. Who owns a registration can add credentials to it, as who owns the application in the tenant. */
const OWNED = [
  { root: 'servicePrincipals', nouns: ['application', 'applications'] },
  { root: 'applications', nouns: ['application registration', 'application registrations'] },
] as const;

/**
 * The applications and registrations that a person owns. Graph does not let applications list what a user owns, only the owners of each
 * one. https://learn.microsoft.com/graph/api/user-list-ownedobjects
 */
async function applicationsOf(
  person: Person,
  graph: Graph,
): Promise<{ readonly applications: readonly Holding[]; readonly unread: readonly Unread[] }> {
  const applications: Holding[] = [];
  const unread: Unread[] = [];
  for (const { root, nouns } of OWNED) {
    const [noun, what] = nouns;
    const listed = await listObjects(`/v1.0/${root}?$select=id,appId,displayName&$top=999`, graph.listing);
    if (listed.status !== 'ok') {
      unread.push({ mailbox: '', what, error: listed.error });
      continue;
    }
    const ids = listed.value.map((one) => textIn(one, 'id'));
    const owners = await readOwners(ids, graph.readEach, root);
    for (const one of listed.value) {
      if (owners.get(textIn(one, 'id'))?.some(({ id }) => id === person.id) !== true) continue;
      const name = `${textIn(one, 'displayName')} (${textIn(one, 'appId')})`;
      applications.push({
        mailbox: '',
        what: `Owner of the ${noun} ${name}`,
        remains: 'Replace the owner in Entra ID.',
      });
    }
    const missing = ids.filter((id) => owners.get(id)?.every((owner) => owner.id !== '') !== true).length;
    const error = `The owners of ${counted(missing, noun, what)} could not be read`;
    if (missing > 0) unread.push({ mailbox: '', what, error });
  }
  return { applications, unread };
}

/** Throws the UserError `FILE_EXISTS` for a file that the command did not write. */
async function requireOwnFile(file: string): Promise<void> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined || text.startsWith(POLICY_START)) return;
  throw new UserError('FILE_EXISTS', `The file ${file} exists, and is no policy of this command.`, {
    hint: 'Set --policy-file to a new file. The command replaces only policies that it wrote.',
  });
}

async function writePolicy(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `The policy ${file} cannot be written (${systemErrorCode(error)}).`, {
      hint: 'Set --policy-file to a file in an existing folder that you may write to.',
      cause: error,
    });
  }
}

function answerJson({ person, holdings, applications, unread }: Answer, file: string | undefined, ok: boolean): string {
  return jsonText({
    ok,
    person: { ...person, mailbox: holdings.own[0] ?? null },
    takenAway: holdings.all.filter(({ remains }) => remains === undefined),
    remains: [...holdings.all, ...(applications ?? [])]
      .filter(({ remains }) => remains !== undefined)
      .map(({ mailbox, what, remains: why }) => ({ mailbox, what, why })),
    notKnown: notKnown(holdings, applications),
    notRead: unread,
    policyFile: file,
  });
}

function notKnown({ unclearRules }: Holdings, applications: Answer['applications']): readonly string[] {
  const rules = counted(
    unclearRules,
    'inbox rule that Graph does not show whole sends',
    'inbox rules that Graph does not show whole send',
  );
  return [
    ...(unclearRules === 0 ? [] : [`whether ${rules} mail to the person`]),
    ...(applications === undefined
      ? [`which applications the person owns: ${APPLICATIONS_PERMISSION} is not granted`]
      : []),
  ];
}

function answerText(
  { person, holdings, applications, unread }: Answer,
  file: string | undefined,
  { style }: Terminal,
): string {
  const { displayName, userPrincipalName, id, addresses } = person;
  const all = [...holdings.all, ...(applications ?? [])];
  const others = addresses.filter((one) => one !== id && one !== userPrincipalName.toLowerCase());
  const section = (title: string, rows: readonly (readonly string[])[]): string =>
    rows.length === 0 ? '' : `${style('bold', title)}\n${aligned(rows)}`;
  const facts = [
    ['Person', [displayName, userPrincipalName].filter((one) => one !== '').join(', ')],
    ['Object ID', id],
    ...(others.length === 0 ? [] : [['Also', others.join(', ')]]),
    ['Mailbox', holdings.own[0] ?? 'none'],
  ];
  const removable = all.filter(({ remains }) => remains === undefined);
  const remaining = all.filter(({ remains }) => remains !== undefined);
  const written = file === undefined ? '' : `Policy in ${path.normalize(file)}. Nothing was changed.`;
  return [
    aligned(facts),
    section(
      'remediate takes away',
      removable.map(({ mailbox, what }) => [mailbox, what]),
    ),
    section(
      'Remains',
      remaining.map(({ mailbox, what, remains = '' }) => [mailbox, what, remains]),
    ),
    section(
      'Not known',
      notKnown(holdings, applications).map((one) => [one]),
    ),
    section(
      'Not read',
      unread.map(({ mailbox, what, error }) => [mailbox, what, error]),
    ),
    all.length === 0 ? 'Nothing was found that the person has.\n' : '',
    written === '' ? '' : `${terminalText(written)}\n`,
  ].join('');
}
