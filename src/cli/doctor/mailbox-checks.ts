import type { Dispatcher } from 'undici';
import path from 'node:path';
import type { TokenSource } from '../../auth/token.ts';
import { describeError, type UserError } from '../../errors.ts';
import { ExchangeClient } from '../../exchange/client.ts';
import { APP_ROLE, CMDLETS, grantHint, knownCmdlet, roleOf } from '../../exchange/cmdlets.ts';
import type { ExchangeOutcome } from '../../exchange/outcome.ts';
import { cmdletsOf } from '../../exchange/query.ts';
import { CommandRunner } from '../../exchange/command-runner.ts';
import type { ReportInputs } from '../../run/inputs.ts';
import { GraphClient } from '../../graph/client.ts';
import { RateLimiter } from '../../graph/throttling/rate-limiter.ts';
import { MailboxReader } from '../../graph/reader.ts';
import { isMailboxId } from '../../mailboxes/address.ts';
import { malformedAddress } from '../../mailboxes/list-format.ts';
import { readMailboxLists } from '../../mailboxes/list.ts';
import { mailboxList, type MailboxList } from '../../mailboxes/mailbox.ts';
import { REMEDIES } from '../../totals/mailbox-counts.ts';
import { isExchangeReport, isGraphReport, type ReportDefinition } from '../../reports/definition.ts';
import { compileQueries, usesInternalDomains } from '../../reports/collect.ts';
import { type Row, rowsOf } from '../../reports/rows.ts';
import { counted } from '../../text/numbers.ts';
import { ok, type CheckResult, type Examination, type Finding } from './examination.ts';

type Found = Omit<Finding, 'check'>;

export async function listOf({ options }: Examination): Promise<CheckResult<MailboxList>> {
  if (options.mailboxes === undefined) {
    const address = options.mailbox?.trim() ?? '';
    if (!isMailboxId(address)) throw malformedAddress(address, { file: '--mailbox' });
    const file = '--mailbox';
    return { value: mailboxList([{ address, file, line: 1 }], [file]), findings: [] };
  }
  const file = path.resolve(options.mailboxes);
  const list = await readMailboxLists({
    patterns: [path.basename(file)],
    workspace: path.dirname(file),
    column: options.mailboxColumn,
  });
  const repeated = list.duplicateCount > 0 ? `, and ${list.duplicateCount} lines that repeat one` : '';
  return {
    value: list,
    findings: [ok(`The list contains ${counted(list.length, 'address', 'addresses')}${repeated}.`)],
  };
}

export async function readFirst(
  list: MailboxList,
  tokens: TokenSource,
  examination: Examination,
): Promise<CheckResult<true>> {
  const { inputs, reports, dispatcher, terminal } = examination;
  const mailbox = list.at(0);
  const signal = new AbortController().signal;
  const { graphUrl } = inputs;
  terminal.progress('Reading a mailbox…');
  const client = new GraphClient({ graphUrl, dispatcher, tokens, signal });
  const reader = new MailboxReader({
    mailboxes: mailboxList([mailbox]),
    queries: await compileQueries(reports),
    graphUrl,
    post: (url, body) => client.post(url, body),
    limiter: new RateLimiter({ concurrency: 1, random: Math.random }),
    now: terminal.now,
    random: Math.random,
    signal,
  });
  const findings: Found[] = [];
  for await (const [answer] of reader.read()) {
    if (answer === undefined) continue;
    for (const [at, report] of reports.filter(isGraphReport).entries()) {
      const result = answer.results[at];
      if (result === undefined) throw new Error(`no result of the report ${report.name}`);
      findings.push(firstFinding(report.name, rowsOf(mailbox, result, report)[0], reader.stoppedBy));
    }
  }
  return { value: true, findings };
}

function firstFinding(report: string, row: Row, stoppedBy: UserError | undefined): Found {
  if (row.status === 'ok') return ok(`The report "${report}" of ${row.mailbox.address} can be read.`);
  return {
    outcome: 'failed',
    code: row.status,
    message: `${row.mailbox.address}: the report "${report}" cannot be read: ${row.error}`,
    hint: stoppedBy?.hint ?? REMEDIES[row.status],
  };
}

export interface ExchangeCheckOptions {
  readonly inputs: Pick<ReportInputs, 'exchangeUrl' | 'tenantId' | 'clientId'>;
  readonly reports: readonly ReportDefinition[];
  /** For Exchange Online. */
  readonly tokens: TokenSource;
  readonly dispatcher: Dispatcher;
  readonly now: () => number;
  /** Address of the mailbox to read. */
  readonly mailbox: string;
}

/** The mailboxes of the tenant, which every run on Exchange Online lists. */
const DIRECTORY = 'Get-Mailbox';
const DENIED = 'EXCHANGE_DENIED';

/**
 * Checks the two grants of the application: the app role in its token, and a role in Exchange or Entra ID, by running each
 * cmdlet that the reports need for one mailbox. Rejects with the token's UserError.
 */
export async function checkExchange(options: ExchangeCheckOptions): Promise<readonly Found[]> {
  const { inputs, tokens, dispatcher, now } = options;
  const { clientId } = inputs;
  const { roles } = await tokens.get();
  if (roles?.includes(APP_ROLE) === false) {
    const message = `The token for Exchange Online has no ${APP_ROLE}.`;
    return [{ outcome: 'failed', code: DENIED, message, hint: grantHint(DIRECTORY, clientId) }];
  }
  const { signal } = new AbortController();
  const client = new ExchangeClient({ ...inputs, tokens, dispatcher, signal });
  const limiter = new RateLimiter({ concurrency: 1, random: Math.random });
  const runner = new CommandRunner({ client, limiter, now, random: Math.random, signal });
  const cmdlets = neededCmdlets(options.reports);
  const outcomes: (readonly [cmdlet: string, outcome: ExchangeOutcome])[] = [];
  for (const cmdlet of cmdlets) outcomes.push([cmdlet, await runner.run(probe(cmdlet, options.mailbox))]);
  const refused = outcomes.flatMap(([cmdlet, outcome]) => (outcome.kind === 'denied' ? [{ cmdlet, outcome }] : []));
  const roleFindings = [...new Set(refused.map(({ cmdlet }) => roleOf(cmdlet)))].map((role): Found => {
    const own = refused.filter(({ cmdlet }) => roleOf(cmdlet) === role);
    const [first] = own;
    const names = own.map(({ cmdlet }) => cmdlet).join(', ');
    const message = `Exchange Online refuses ${names}: ${first?.outcome.error ?? ''}`;
    return { outcome: 'failed', code: DENIED, message, hint: grantHint(first?.cmdlet ?? DIRECTORY, clientId) };
  });
  return [
    ...(roles === undefined ? [] : [ok(`The token for Exchange Online has ${APP_ROLE}.`)]),
    ...roleFindings,
    ...(refused.length > 0 ? [] : [ok(`The application has a role that allows ${cmdlets.join(', ')}.`)]),
    ...(await exported(client)),
    ...mailboxFindings(outcomes, options.mailbox),
  ];
}

function neededCmdlets(reports: readonly ReportDefinition[]): string[] {
  const own = reports.filter(isExchangeReport);
  return [
    ...new Set([
      DIRECTORY,
      ...own.flatMap(({ request }) => cmdletsOf(request)),
      ...(own.some(usesInternalDomains) ? ['Get-AcceptedDomain'] : []),
    ]),
  ];
}

/** Every cmdlet returns objects with an identity. */
function probe(cmdlet: string, mailbox: string): Parameters<CommandRunner['run']>[0] {
  const { kind, mailboxParameter } = knownCmdlet(cmdlet);
  return { cmdlet, parameters: kind === 'organization' ? {} : { [mailboxParameter]: mailbox }, select: ['Identity'] };
}

/** The cmdlets that the token may run, if Exchange says. */
async function exported(client: ExchangeClient): Promise<Found[]> {
  try {
    const allowed = await client.allowedCmdlets();
    if (allowed === undefined) return [];
    const usable = [...CMDLETS.keys()].filter((name) => allowed.has(name.toLowerCase()));
    return [ok(`The token may run ${allowed.size} cmdlets. Reports can use: ${usable.join(', ') || 'none of them'}.`)];
  } catch (error) {
    return [{ outcome: 'warning', message: `Exchange Online lists no cmdlets: ${describeError(error)}` }];
  }
}

/** What came of the cmdlets that are allowed. Without the mailbox, all of them fail for the same reason. */
function mailboxFindings(
  outcomes: readonly (readonly [cmdlet: string, outcome: ExchangeOutcome])[],
  mailbox: string,
): Found[] {
  const found: Found[] = [];
  for (const [cmdlet, outcome] of outcomes) {
    if (outcome.kind === 'denied') continue;
    if (outcome.kind === 'read') {
      if (cmdlet === DIRECTORY) found.push(ok(`Exchange Online has ${mailbox}.`));
      continue;
    }
    const code = outcome.kind === 'expired' ? 'failed' : outcome.status;
    const message = `${mailbox}: ${cmdlet} fails: ${outcome.error}`;
    found.push({ outcome: 'failed', code, message, hint: REMEDIES[code] });
    if (code === 'not-found' && cmdlet === DIRECTORY) break;
  }
  return found;
}
