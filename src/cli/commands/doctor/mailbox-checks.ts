import path from 'node:path';
import { GROUP_CMDLETS } from '../../../addresses/group-settings.ts';
import { DAY_OLD_TOKEN, type MissingRoles } from '../../../auth/app-roles.ts';
import type { Cloud } from '../../../auth/clouds.ts';
import type { TokenSource } from '../../../auth/token-source.ts';
import { describeError } from '../../../errors.ts';
import { APP_ROLE, CMDLETS, grantSteps, knownCmdlet, roleOf } from '../../../exchange/cmdlets.ts';
import type { ExchangeClient } from '../../../exchange/exchange-client.ts';
import type { Command } from '../../../exchange/command.ts';
import type { ExchangeOutcome } from '../../../exchange/exchange-outcome.ts';
import { cmdletsOf } from '../../../exchange/exchange-query.ts';
import { isMailboxId } from '../../../mailboxes/address.ts';
import { malformedAddress } from '../../../mailboxes/list-format.ts';
import { readMailboxLists } from '../../../mailboxes/list.ts';
import { mailboxList, type MailboxList } from '../../../mailboxes/mailbox.ts';
import { REMEDIES } from '../../../totals/mailbox-counts.ts';
import {
  isDerivedReport,
  isExchangeReport,
  isGraphReport,
  isListingReport,
  listingPath,
  type ReportDefinition,
} from '../../../reports/definition.ts';
import type { Deriver } from '../../../reports/deriver.ts';
import { compileGraphQueries, usesInternalDomains } from '../../../reports/queries.ts';
import { rowsOf, type Row, type RowStatus } from '../../../reports/rows.ts';
import { cmdletsOfTable } from '../../../reports/table.ts';
import type { Exchange } from '../../../source/exchange-source.ts';
import { deriverOf } from '../../../source/derivers.ts';
import type { Graph } from '../../../source/graph-source.ts';
import { lackingRoles, neededOfGraph } from '../../../source/sign-in.ts';
import { readersOfTables } from '../../../source/tables-source.ts';
import { capitalized } from '../../../text/display.ts';
import { counted } from '../../../text/numbers.ts';
import { ok, type CheckFinding, type CheckResult, type DoctorContext } from './findings.ts';
import { exchangeWriteFindings, rightsFindings, type Writes } from './remediation-checks.ts';

export async function checkList({ options, inputs }: DoctorContext): Promise<CheckResult<MailboxList>> {
  if (options.mailbox !== undefined || options.mailboxes === undefined) {
    const address = options.mailbox?.trim() ?? '';
    if (!isMailboxId(address)) throw malformedAddress(address, { file: '--mailbox' });
    const file = '--mailbox';
    return { value: mailboxList([{ address, file, line: 1 }], [file]), findings: [] };
  }
  const list = await readMailboxLists({ ...listPlace(inputs.mailboxes.lists), column: options.addressColumn });
  const repeated = list.duplicateCount > 0 ? `, and ${list.duplicateCount} lines that repeat one` : '';
  return {
    value: list,
    findings: [ok(`The list contains ${counted(list.length, 'address', 'addresses')}${repeated}.`)],
  };
}

/** A single list may be outside of the current folder. */
function listPlace(patterns: readonly string[]): { readonly patterns: readonly string[]; readonly workspace: string } {
  const file = path.resolve(patterns[0] ?? '');
  const isOutside = /^\.\.(?:[/\\]|$)|^([a-z]:)?[/\\]/i.test(path.relative(process.cwd(), file));
  if (patterns.length > 1 || !isOutside) return { patterns, workspace: process.cwd() };
  return { patterns: [path.basename(file)], workspace: path.dirname(file) };
}

/** Reads the reports of Graph for the first mailbox of a list. */
export async function checkMailbox(
  list: MailboxList,
  graph: Graph,
  tokens: TokenSource,
  context: DoctorContext,
): Promise<CheckResult<true>> {
  const { reports, tables, terminal, inputs } = context;
  const mailbox = list.at(0);
  const { roles } = await tokens.get();
  const lacking = lackingRoles(roles, neededOfGraph(inputs, reports, tables), inputs)?.reports ?? [];
  terminal.progress('Reading a mailbox…');
  const findings = [
    ...(await listingFindings(graph, reports, lacking)),
    ...(await derivedFindings(graph, reports, inputs.cloud)),
  ];
  if (!reports.some(isGraphReport)) return { value: true, findings };
  const reader = graph.reader(mailboxList([mailbox]), await compileGraphQueries(reports));
  for await (const [answer] of reader.read()) {
    if (answer === undefined) continue;
    for (const [index, report] of reports.filter(isGraphReport).entries()) {
      const result = answer.results[index];
      if (result === undefined) throw new Error(`no result of the report ${report.name}`);
      const [row] = rowsOf(mailbox, result, report);
      findings.push(
        firstFinding(report.name, row, reader.stoppedBy?.hint ?? denialHint(report.name, row.status, lacking)),
      );
    }
  }
  return { value: true, findings };
}

/** Requests the first page of each listing, or of one without which the report is useful too. */
async function listingFindings(
  graph: Graph,
  reports: readonly ReportDefinition[],
  lacking: readonly MissingRoles[],
): Promise<CheckFinding[]> {
  const findings: CheckFinding[] = [];
  for (const { name, request } of reports.filter(isListingReport)) {
    const enough = request.optional === undefined ? [] : Object.values(request.beside ?? {});
    let result = await graph.canList(listingPath(request, Date.now()));
    for (const other of enough) {
      if (result.status !== 'ok') result = await graph.canList(listingPath(other, Date.now()));
    }
    findings.push(
      result.status === 'ok'
        ? ok(`The listing of the report "${name}" can be read.`)
        : {
            outcome: 'failed',
            code: result.status,
            message: `The listing of the report "${name}" cannot be read: ${result.error}`,
            hint: denialHint(name, result.status, lacking) ?? REMEDIES[result.status],
          },
    );
  }
  return findings;
}

/** What explains a denial. The finding about the app roles says how to grant them. */
function denialHint(report: string, status: RowStatus, lacking: readonly MissingRoles[]): string | undefined {
  const lacks = lacking.find(({ name }) => name === report)?.lacks ?? [];
  if (status !== 'access-denied' || lacks.length === 0) return undefined;
  return `The token lacks ${lacks.join(' and ')}: see "roles" above.`;
}

/** Requests a page of each listing of derived reports. Only the first one of a report is required. */
async function derivedFindings(
  graph: Graph,
  reports: readonly ReportDefinition[],
  cloud: Cloud,
): Promise<readonly CheckFinding[]> {
  const findings: CheckFinding[] = [];
  for (const report of reports.filter(isDerivedReport)) {
    findings.push(...(await deriverFindings(graph, capitalized(report.name), deriverOf(report).listings ?? [], cloud)));
  }
  return findings;
}

async function deriverFindings(
  graph: Graph,
  subject: string,
  listings: NonNullable<Deriver['listings']>,
  cloud: Cloud,
): Promise<readonly CheckFinding[]> {
  const findings: CheckFinding[] = [];
  for (const [index, { path: listing, needs, shows, isGlobalOnly = false }] of listings.entries()) {
    if (isGlobalOnly && cloud !== 'global') {
      findings.push({
        outcome: 'warning',
        message: `${subject}: Microsoft does not list ${shows} in the cloud "${cloud}".`,
      });
      continue;
    }
    const result = await graph.canList(listing);
    if (result.status === 'ok') findings.push(ok(`${subject}: ${shows} can be read.`));
    else {
      const message = `${subject}: ${shows} cannot be read: ${result.error}`;
      const hint = `Needed: ${needs}. Without it, this part of the report is unknown.`;
      findings.push(
        index === 0
          ? { outcome: 'failed', code: result.status, message, hint }
          : { outcome: 'warning', message: `${message}. ${hint}` },
      );
    }
  }
  return findings;
}

function firstFinding(report: string, row: Row, hint: string | undefined): CheckFinding {
  if (row.status === 'ok') return ok(`The report "${report}" of ${row.mailbox.address} can be read.`);
  return {
    outcome: 'failed',
    code: row.status,
    message: `${row.mailbox.address}: the report "${report}" cannot be read: ${row.error}`,
    hint: hint ?? REMEDIES[row.status],
  };
}

/** The mailboxes of the tenant, which every run on Exchange Online lists. */
const DIRECTORY = 'Get-Mailbox';
const DENIED = 'EXCHANGE_DENIED';

/**
 * Checks the two grants of the application: the app role in its token, and a role in Exchange or Entra ID, by running each
 * cmdlet that the reports need for one mailbox. Rejects with the token's UserError.
 */
export async function checkExchange(
  mailbox: string,
  exchange: Exchange,
  context: DoctorContext,
  writes: Writes | undefined,
): Promise<CheckResult<true>> {
  const { clientId, roles, isManagedIdentity } = await exchange.grants();
  const last = isManagedIdentity ? DAY_OLD_TOKEN : undefined;
  if (roles?.includes(APP_ROLE) === false) {
    const message = `The token for Exchange Online has no ${APP_ROLE}.`;
    return {
      value: true,
      findings: [{ outcome: 'failed', code: DENIED, message, ...grantSteps(DIRECTORY, clientId, last) }],
    };
  }
  context.terminal.progress('Asking Exchange Online…');
  const { client, runner } = exchange;
  const cmdlets = neededCmdlets(context);
  const outcomes: (readonly [cmdlet: string, outcome: ExchangeOutcome])[] = [];
  for (const cmdlet of cmdlets) outcomes.push([cmdlet, await runner.run(probe(cmdlet, mailbox))]);
  const refused = outcomes.flatMap(([cmdlet, outcome]) => (outcome.kind === 'denied' ? [{ cmdlet, outcome }] : []));
  const roleFindings = [...new Set(refused.map(({ cmdlet }) => roleOf(cmdlet)))].map((role): CheckFinding => {
    const refusals = refused.filter(({ cmdlet }) => roleOf(cmdlet) === role);
    const [first] = refusals;
    const names = refusals.map(({ cmdlet }) => cmdlet).join(', ');
    const message = `Exchange Online refuses ${names}: ${first?.outcome.error ?? ''}`;
    return { outcome: 'failed', code: DENIED, message, ...grantSteps(first?.cmdlet ?? DIRECTORY, clientId) };
  });
  const findings = [
    ...(roles === undefined ? [] : [ok(`The token for Exchange Online has ${APP_ROLE}.`)]),
    ...roleFindings,
    ...(refused.length > 0 ? [] : [ok(`The application has a role that allows ${cmdlets.join(', ')}.`)]),
    ...(await exported(client, writes)),
    ...mailboxFindings(outcomes, mailbox),
  ];
  return { value: true, findings };
}

function neededCmdlets({ reports, tables }: Pick<DoctorContext, 'reports' | 'tables'>): string[] {
  const exchangeReports = reports.filter(isExchangeReport);
  return [
    ...new Set([
      DIRECTORY,
      ...exchangeReports.flatMap(({ request }) => cmdletsOf(request)),
      ...(exchangeReports.some(usesInternalDomains) ? ['Get-AcceptedDomain'] : []),
      ...[...reports, ...readersOfTables(tables, reports)]
        .filter(isDerivedReport)
        .flatMap((report) => deriverOf(report).cmdlets ?? []),
      ...tables.flatMap(cmdletsOfTable),
    ]),
  ];
}

/** A command that reads about a mailbox, a group or the organization. Every cmdlet returns objects with an identity. */
export function probe(cmdlet: string, mailbox: string): Command {
  const { kind, mailboxParameter } = knownCmdlet(cmdlet);
  const ofMailbox = kind === 'organization' ? {} : { [mailboxParameter]: mailbox };
  const isOfGroups = GROUP_CMDLETS.some((name) => name === cmdlet);
  return { cmdlet, parameters: isOfGroups ? { ResultSize: 1 } : ofMailbox, select: ['Identity'] };
}

/** The cmdlets that the token may run, if Exchange says. */
async function exported(client: ExchangeClient, writes: Writes | undefined): Promise<CheckFinding[]> {
  try {
    const allowed = await client.allowedCmdlets();
    if (allowed === undefined) return [];
    const usable = [...CMDLETS.keys()].filter((name) => allowed.has(name.toLowerCase()));
    const text = `The token may run ${allowed.size} cmdlets. Reports can use: ${usable.join(', ') || 'none of them'}.`;
    return [ok(text), ...(writes === undefined ? rightsFindings(allowed) : exchangeWriteFindings(allowed, writes))];
  } catch (error) {
    return [{ outcome: 'warning', message: `Exchange Online lists no cmdlets: ${describeError(error)}` }];
  }
}

/** What came of the cmdlets that are allowed. Without the mailbox, all of them fail for the same reason. */
function mailboxFindings(
  outcomes: readonly (readonly [cmdlet: string, outcome: ExchangeOutcome])[],
  mailbox: string,
): CheckFinding[] {
  const findings: CheckFinding[] = [];
  for (const [cmdlet, outcome] of outcomes) {
    if (outcome.kind === 'denied') continue;
    if (outcome.kind === 'read') {
      if (cmdlet === DIRECTORY) findings.push(ok(`Exchange Online has ${mailbox}.`));
      continue;
    }
    const code = outcome.kind === 'expired' ? 'failed' : outcome.status;
    const message = `${mailbox}: ${cmdlet} fails: ${outcome.error}`;
    findings.push({ outcome: 'failed', code, message, hint: REMEDIES[code] });
    if (code === 'not-found' && cmdlet === DIRECTORY) break;
  }
  return findings;
}
