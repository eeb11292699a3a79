import { describeError } from '../errors.ts';
import { MailboxCommands, type MailboxFound } from '../exchange/mailbox-commands.ts';
import { Recipients, type RecipientsOptions } from '../exchange/recipients.ts';
import type { ExchangeQuery, ExchangeRequest } from '../exchange/exchange-query.ts';
import { textIn, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { mailboxList, type Mailbox } from '../mailboxes/mailbox.ts';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { automaticReplies } from '../reports/built-in/automatic-replies.ts';
import { calendarPermissions } from '../reports/built-in/calendar-permissions.ts';
import { inboxRules } from '../reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../reports/built-in/mailbox-properties.ts';
import { isExchangeReport, type ReportDefinition } from '../reports/definition.ts';
import { reasonOf, unknownBecause, type Known, type RowView, type UnknownValue } from '../reports/known.ts';
import { compileExchangeQueries, compileGraphQueries } from '../reports/queries.ts';
import { rowsOf, unreadableRow, type RowCells } from '../reports/rows.ts';
import type { RunOrigin } from '../run/run.ts';
import type { Exchange } from '../source/exchange-source.ts';
import type { Graph } from '../source/graph-source.ts';
import type { KeptReport } from '../history/kept-report.ts';
import type { StoredReport } from '../store/rows-file.ts';
import { rowsHeader } from '../store/rows-header.ts';
import { listed } from '../text/numbers.ts';
import { rowsIn, type Night } from './kept-nights.ts';
import type { ExchangeReads } from './reads/exchange-reads.ts';
import { SETUP } from './reads/graph-reads.ts';
import type { RequestLog } from './reads/request-log.ts';

/** The reports that are read now. Their rows are compared with those of kept reports. */
export const LIVE_REPORTS: readonly ReportDefinition[] = [
  inboxRules,
  calendarPermissions,
  automaticReplies,
  mailboxProperties,
  mailboxPermissions,
];

/** The properties of `Get-Mailbox` that the reports read. */
export const LIVE_PROPERTIES = mailboxProperties.request.select;

/** What output calls the reading of now, among the names of kept reports. */
export const NOW = 'now';

export interface LiveOptions {
  readonly graph: Graph;
  readonly exchange: Exchange;
  readonly exchangeReads: ExchangeReads;
  readonly requests: RequestLog;
  readonly inside: InternalDomains | undefined;
  /** With the properties of `LIVE_PROPERTIES`. */
  readonly mailbox: Known<JsonObject>;
  readonly now: number;
  readonly signal: AbortSignal;
  readonly origin: RunOrigin;
}

/** Reads the reports of one mailbox, as a run with a list of one mailbox would, but lists nothing of the tenant. */
export async function readLiveNight(address: string, options: LiveOptions): Promise<Night> {
  const { now, origin } = options;
  const mailbox: Mailbox = { address };
  const [ofGraph, ofExchange] = await Promise.all([readGraph(mailbox, options), readExchange(mailbox, options)]);
  const results = new Map([...ofGraph, ...ofExchange]);
  const step = { runId: '', attempt: 1, runUrl: undefined, commit: '', actor: '', repository: '' };
  const list = mailboxList([mailbox]);
  const run = rowsHeader({ ...origin, step, started: now, reports: LIVE_REPORTS, policy: undefined, list });
  const report: KeptReport = { name: NOW, file: '', run, ended: new Date(now) };
  const stored = LIVE_REPORTS.map((definition): StoredReport => {
    const result = results.get(definition.name) ?? { status: 'failed', error: 'No result' };
    const rows = rowsOf(mailbox, result, definition);
    const { status, error } = unreadableRow(rows) ?? rows[0];
    return { status, error, rows: rows.filter(({ content }) => content === 'item'), violations: [] };
  });
  return { report, mailbox: { address, reports: stored } };
}

/** The rows of a report now. If they could not be read, `detail` is a sentence that names the permission. */
export function liveRows(live: Night, { name, permissions }: ReportDefinition): Known<readonly RowView[]> {
  const rows = rowsIn(live, name);
  if (rows.isKnown) return rows;
  const at = live.report.run.reports.findIndex((report) => report.name === name);
  const { status = 'failed', error = '' } = live.mailbox.reports[at] ?? {};
  const cause = error === '' ? status : error.replace(/\.?$/, '');
  const needs =
    status === 'access-denied'
      ? ` Grant the application ${listed(permissions, 'and')}, or use one that "${SETUP}" registers.`
      : '';
  const reason = status === 'ok' ? 'not-read' : reasonOf({ status, error });
  return unknownBecause(reason, `The ${name} of the mailbox could not be read (${cause}).${needs}`);
}

type Results = readonly (readonly [string, QueryResult<RowCells[]>])[];

async function readGraph(mailbox: Mailbox, { graph, requests, inside, now }: LiveOptions): Promise<Results> {
  const definitions = LIVE_REPORTS.filter((definition) => !isExchangeReport(definition));
  const queries = await compileGraphQueries(definitions, inside, now);
  const read = async (): Promise<readonly QueryResult<RowCells[]>[]> => {
    for await (const [answer] of graph.reader(mailboxList([mailbox]), queries).read()) return answer?.results ?? [];
    return [];
  };
  const paths = queries.map(({ version, path }) => `${version} ${path}`).join(', ');
  const results = await requests.logged(
    'Microsoft Graph',
    `POST /$batch for ${mailbox.address}: ${paths}`,
    read(),
    (all) => all.map((result) => (result.status === 'ok' ? 'ok' : `${result.status}: ${result.error}`)).join('; '),
  );
  return definitions.map(({ name }, at) => [name, results[at] ?? { status: 'failed', error: 'No result' }] as const);
}

async function readExchange(address: Mailbox, options: LiveOptions): Promise<Results> {
  const { exchange, exchangeReads, inside, now, signal, mailbox } = options;
  const definitions = LIVE_REPORTS.filter(isExchangeReport);
  const commands = new MailboxCommands({
    mailboxes: mailboxList([address]),
    directory: {
      objectsAt: (cmdlet) => (cmdlet === 'Get-Mailbox' && mailbox.isKnown ? [mailbox.value] : []),
      refusalOf: () => undefined,
    },
    runner: exchangeReads,
    grants: exchange.grants,
    signal,
  });
  const queries = compileExchangeQueries(definitions, now);
  return Promise.all(
    definitions.map(async ({ name }, at) => {
      const query = queries[at];
      if (query === undefined) throw new Error(`the report ${name} has no query`);
      if (!mailbox.isKnown) return [name, failureOf(mailbox)] as const;
      const { request } = query;
      const found =
        request.perMailbox === true
          ? ((await commands.read(request, [0])).get(0) ?? CANCELLED)
          : { found: { ...mailbox.value, ...(await besideOf(request, address, exchangeReads)) } };
      return [name, await resultOf(query, found, mailbox.value, { inside, exchange, exchangeReads })] as const;
    }),
  );
}

const CANCELLED: QueryFailure = { status: 'cancelled', error: '' };

function failureOf({ reason, detail = '' }: UnknownValue<unknown>): QueryFailure {
  if (reason === 'permission') return { status: 'access-denied', error: detail };
  return { status: reason === 'not-in-the-answer' ? 'not-found' : 'failed', error: detail };
}

/** What other cmdlets say of the mailbox; nothing where the application may not run them. */
async function besideOf(
  { beside = {} }: ExchangeRequest,
  { address }: Mailbox,
  reads: ExchangeReads,
): Promise<JsonObject> {
  const members = await Promise.all(
    Object.entries(beside).map(async ([name, { cmdlet, select }]): Promise<[string, JsonObject[]]> => {
      const objects = await reads.read(cmdlet, { Identity: address }, select);
      return [name, objects.isKnown ? [...objects.value] : []];
    }),
  );
  return Object.fromEntries(members);
}

async function resultOf(
  query: ExchangeQuery<RowCells[]>,
  answer: MailboxFound,
  mailbox: JsonObject,
  { inside, exchange, exchangeReads }: Pick<LiveOptions, 'inside' | 'exchange' | 'exchangeReads'>,
): Promise<QueryResult<RowCells[]>> {
  if ('error' in answer) return answer;
  try {
    const organization = await organizationOf(query, exchangeReads);
    const recipient = await recipientOf(query, mailbox, { runner: exchangeReads, grants: exchange.grants });
    return { status: 'ok', value: query.read({ ...answer.found, ...organization, ...recipient }, inside) };
  } catch (error) {
    return { status: 'failed', error: describeError(error) };
  }
}

/** What the organization has, as listings would add it: empty if the application may not read it. */
async function organizationOf({ request }: ExchangeQuery<unknown>, reads: ExchangeReads): Promise<JsonObject> {
  const { organization } = request;
  if (organization === undefined) return {};
  const members = await Promise.all(
    Object.entries(organization).map(async ([name, { cmdlet, select }]): Promise<[string, JsonObject]> => {
      const objects = await reads.read(cmdlet, {}, select);
      const [only, ...others] = objects.isKnown ? objects.value : [];
      return [name, others.length === 0 ? (only ?? {}) : {}];
    }),
  );
  return { organization: Object.fromEntries(members) };
}

async function recipientOf(
  { request: { resolves } }: ExchangeQuery<unknown>,
  object: JsonObject,
  options: RecipientsOptions,
): Promise<JsonObject> {
  if (resolves === undefined) return {};
  const name = textIn(object, resolves);
  const recipients = new Recipients(options);
  if (name !== '') await recipients.resolve([name]);
  return { recipientAddress: recipients.addressOf(name) ?? null, recipientId: recipients.idOf(name) ?? null };
}
