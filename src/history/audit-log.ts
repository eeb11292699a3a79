import { describeError } from '../errors.ts';
import type { GraphClient, GraphResponse } from '../graph/graph-client.ts';
import { firstValue, retryAfterMs } from '../http/headers.ts';
import { retrying, type RetryClock, type RetryRule } from '../http/retrying.ts';
import { isObject, jsonOrUndefined, property, textIn, type Json } from '../json.ts';

/** The application permission that a query needs. */
export const AUDIT_PERMISSION = 'AuditLogsQuery-Exchange.Read.All';

/** A query of the unified audit log, which is about all mailboxes. */
export interface AuditQuery {
  /** As the portal of the tenant lists it. */
  readonly name: string;
  readonly start: Date;
  readonly end: Date;
  /** As Graph names them: `MailItemsAccessed` is of `exchangeItemAggregated`. */
  readonly recordTypes: readonly string[];
  readonly operations: readonly string[];
  /** What to do if there are more records than a query returns, in a sentence. */
  readonly ifPartial: string;
}

/** An action on a mailbox. Texts are hostile until escaped. */
export interface AuditRecord {
  readonly time: Date;
  readonly operation: string;
  /** The user principal name, or the ID of the application. */
  readonly actor: string;
  /** By name in lower case. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Addresses, names and IDs of the mailbox, in lower case. */
  readonly mailboxes: readonly string[];
  /** All that the record says, as the service that made it writes it. */
  readonly data: Json;
}

const PATH = 'security/auditLog/queries';
const PAGE_SIZE = 200;
/** Pages that are read: a query can return a million records. */
const MAX_PAGES = 10_000;
const FIRST_POLL_MS = 1_000;
const LONGEST_POLL_MS = 30_000;
/** A query takes minutes to hours. */
const MAX_QUERY_MS = 2 * 3_600_000;
const RETRY: RetryRule = { first: 2_000, longest: 60_000, attempts: 5, maxWait: 300_000 };

/**
 * Submits one query, waits for it, and passes its records to a function. Returns undefined if all records were read, else why not, in a
 * sentence.
 *
 * @param onWait called before each wait
 */
export async function askAuditLog(
  graph: GraphClient,
  query: AuditQuery,
  clock: RetryClock,
  take: (record: AuditRecord) => void,
  onWait: () => void,
): Promise<string | undefined> {
  const { now, signal, sleep } = clock;
  try {
    const place = await submit(graph, query, clock);
    if (!('path' in place)) return place.refusal;
    let answer = place.answer;
    const end = now() + MAX_QUERY_MS;
    for (let wait = FIRST_POLL_MS; isPending(answer); wait = Math.min(wait * 2, LONGEST_POLL_MS)) {
      if (now() > end) return 'The query of the audit log has not ended after two hours.';
      onWait();
      await sleep(wait, signal);
      const { status, text } = await get(graph, place.path, clock);
      if (status !== 200) return `The query of the audit log cannot be read (HTTP ${status}).`;
      answer = jsonOrUndefined(text);
    }
    const status = textIn(answer, 'status');
    if (status !== 'succeeded') return `The query of the audit log ended as ${status === '' ? 'unknown' : status}.`;
    const isWhole = await readRecords(graph, place.path, clock, take);
    // Tenants and clouds without the property do not say so: it is new in 2026.
    if (isWhole && property(answer, 'isRecordCountLimitExceeded') !== true) return undefined;
    return `The audit log returned only a part of its records: changes without a record may have one. ${query.ifPartial}`;
  } catch (error) {
    if (signal?.aborted === true) throw error;
    return `The audit log could not be read: ${describeError(error)}.`;
  }
}

function isPending(answer: Json | undefined): boolean {
  return ['notStarted', 'running'].includes(textIn(answer, 'status'));
}

interface SubmittedQuery {
  /** With the version. */
  readonly path: string;
  readonly answer: Json | undefined;
}

/** Submits the query to v1.0, or to beta where v1.0 does not have it. A query that may have been accepted is not sent again. */
async function submit(
  graph: GraphClient,
  { name, start, end, recordTypes, operations }: AuditQuery,
  clock: RetryClock,
): Promise<SubmittedQuery | { readonly refusal: string }> {
  const body = JSON.stringify({
    '@odata.type': '#microsoft.graph.security.auditLogQuery',
    displayName: name,
    filterStartDateTime: start.toISOString(),
    filterEndDateTime: end.toISOString(),
    recordTypeFilters: [...recordTypes],
    operationFilters: [...operations],
  });
  let response: GraphResponse | undefined;
  for (const version of ['v1.0', 'beta']) {
    const base = `/${version}/${PATH}`;
    response = await retrying(async () => throttled(await graph.post(base, body), clock), clock);
    const { status, text } = response;
    const answer = jsonOrUndefined(text);
    if (status === 201) return { path: `${base}/${encodeURIComponent(textIn(answer, 'id'))}`, answer };
    if (status !== 404) break;
  }
  const error = property(jsonOrUndefined(response?.text ?? ''), 'error');
  return { refusal: refusalText(response?.status ?? 0, textIn(error, 'code'), textIn(error, 'message')) };
}

function refusalText(status: number, code: string, message: string): string {
  if (status === 403) {
    return `The application may not ask the audit log: grant it the application permission ${AUDIT_PERMISSION} of Microsoft Graph.`;
  }
  if (status === 429)
    return 'The audit log accepts no more queries now: a tenant has 200 a day, which all applications share.';
  return `The audit log rejects the query (HTTP ${status}, ${[code, message].filter(Boolean).join(': ')}).`;
}

/** Retries a request after 429. */
function throttled(response: GraphResponse, { now }: RetryClock) {
  const { status, headers } = response;
  if (status !== 429) return { result: response };
  return {
    result: response,
    retry: { rule: RETRY, retryAfter: retryAfterMs(firstValue(headers['retry-after']), now()) },
  };
}

/** Sends a GET, which is retried after a server error too. */
function get(graph: GraphClient, path: string, clock: RetryClock): Promise<GraphResponse> {
  return retrying(async () => {
    const response = await graph.get(path);
    return response.status >= 500 ? { result: response, retry: { rule: RETRY } } : throttled(response, clock);
  }, clock);
}

/** Returns whether all pages were read. */
async function readRecords(
  graph: GraphClient,
  query: string,
  clock: RetryClock,
  take: (record: AuditRecord) => void,
): Promise<boolean> {
  let path = `${query}/records?$top=${PAGE_SIZE}`;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const { status, text } = await get(graph, path, clock);
    const json = jsonOrUndefined(text);
    const records = property(json, 'value');
    if (status !== 200 || !Array.isArray(records)) return false;
    for (const record of records) {
      const parsed = recordOf(record);
      if (parsed !== undefined) take(parsed);
    }
    const link = textIn(json, '@odata.nextLink');
    if (link === '') return true;
    const next = URL.parse(link);
    // The token goes to Graph whatever a link says: only its path counts, which must be of the same query.
    if (next?.pathname.startsWith(query) !== true) return false;
    path = `${next.pathname}${next.search}`;
  }
  return false;
}

/** What a record says; undefined for an action that failed, and for one without time or actor. */
function recordOf(record: Json): AuditRecord | undefined {
  const data = property(record, 'auditData');
  const time = new Date(textIn(record, 'createdDateTime'));
  if (Number.isNaN(time.getTime()) || /^(?:false|failed)$/i.test(textIn(data, 'ResultStatus'))) return undefined;
  const operation = textIn(record, 'operation');
  // In records, `userId` has the key and `userPrincipalName` the actor.
  const actor = textIn(record, 'userPrincipalName') || textIn(data, 'UserId') || textIn(data, 'AppId');
  if (operation === '' || actor === '') return undefined;
  const parameters = new Map([
    ...pairsIn(data, 'Parameters'),
    ...pairsIn(data, 'OperationProperties'),
    ...memberIn(data),
  ]);
  const names = [
    textIn(record, 'objectId'),
    textIn(data, 'ObjectId'),
    textIn(data, 'MailboxOwnerUPN'),
    textIn(data, 'MailboxGuid'),
  ];
  const named = ['identity', 'mailbox'].map((name) => parameters.get(name) ?? '');
  return {
    time,
    operation,
    actor,
    parameters,
    mailboxes: [...names, ...named].flatMap(mailboxNames),
    data: data ?? null,
  };
}

/** `[{ Name, Value }]` */
function pairsIn(data: Json | undefined, member: string): readonly (readonly [string, string])[] {
  const pairs = property(data, member);
  return (Array.isArray(pairs) ? pairs : []).map((pair) => [textIn(pair, 'Name').toLowerCase(), textIn(pair, 'Value')]);
}

/** The user who got a right to a folder. */
function memberIn(data: Json | undefined): readonly (readonly [string, string])[] {
  const folder = property(property(data, 'Item'), 'ParentFolder');
  return isObject(folder) && textIn(folder, 'MemberUpn') !== '' ? [['memberupn', textIn(folder, 'MemberUpn')]] : [];
}

/** The mailbox in an identity: `adele@contoso.com`, `adele@contoso.com:\Calendar`, `adele\1234`, or its canonical name. */
function mailboxNames(identity: string): readonly string[] {
  const [name = ''] = identity.toLowerCase().split(/:?\\/);
  if (name === '') return [];
  const last = name.lastIndexOf('/');
  return [last === -1 ? name : canonicalName(name.slice(last + 1))];
}

/** The end of the canonical name of an object, which has its name. The alias of another mailbox can be the same text. */
export function canonicalName(name: string): string {
  return `/${name}`;
}
