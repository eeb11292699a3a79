import { randomUUID } from 'node:crypto';
import { badRequest, graphError, tooManyRequests, type GraphAnswer } from './graph-errors.ts';
import { objectIn, property, type Json, type JsonObject } from './json.ts';

/** Something that somebody did, as the unified audit log records it. */
export interface AuditedAction {
  /** Epoch ms. */
  readonly time: number;
  readonly operation: string;
  /** Who: a user principal name, or the name of an application. */
  readonly actor: string;
  /** `ExchangeAdmin` if not given. */
  readonly recordType?: keyof typeof RECORD_TYPES;
  /** The name of what a cmdlet changed: a canonical name or a GUID. */
  readonly objectId?: string;
  /** Further members of `auditData`, such as `Parameters`. */
  readonly data?: JsonObject;
}

/** https://learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema#auditlogrecordtype */
const RECORD_TYPES = { ExchangeAdmin: 1, ExchangeItem: 2, ExchangeItemGroup: 3, ExchangeItemAggregated: 50 } as const;

export interface AuditLogOptions {
  readonly actions?: readonly AuditedAction[];
  /** Whether v1.0 has the queries; it was seen to answer 404. */
  readonly inV1?: boolean;
  /** How often a query is not yet ended; once if not given. */
  readonly pendingPolls?: number;
  /** How a query ends; `succeeded` if not given. */
  readonly outcome?: 'succeeded' | 'failed' | 'cancelled';
  /** Whether there are more records than a query returns; null: the answer does not say so. */
  readonly isCut?: boolean | null;
  /** Queries of 24 hours that other applications leave; 200 if not given. */
  readonly queriesLeft?: number;
  /** How many submissions are throttled first, without Retry-After. */
  readonly throttled?: number;
}

/** A request for the log. */
export interface AuditLogPath {
  readonly ok: true;
  readonly query: string | undefined;
  readonly part: 'query' | 'records';
  /** Of the URL. */
  readonly options: URLSearchParams;
}

interface AuditQuery {
  readonly id: string;
  readonly displayName: string;
  readonly start: number;
  readonly end: number;
  readonly recordTypes: readonly string[];
  readonly operations: readonly string[];
  /** In lower case: who did it, and not in whose mailbox. */
  readonly actors: readonly string[];
  polls: number;
}

/** https://learn.microsoft.com/graph/api/security-auditcoreroot-post-auditlogqueries */
const ROLES = ['AuditLogsQuery-Exchange.Read.All', 'AuditLogsQuery.Read.All'];
const TYPE = '#microsoft.graph.security.auditLogQuery';
/** https://learn.microsoft.com/graph/api/resources/security-auditlogquery */
const PROPERTIES = new Set([
  '@odata.type',
  'displayName',
  'filterStartDateTime',
  'filterEndDateTime',
  'recordTypeFilters',
  'keywordFilter',
  'serviceFilters',
  'operationFilters',
  'userPrincipalNameFilters',
  'ipAddressFilters',
  'objectIdFilters',
  'administrativeUnitIdFilters',
]);
const DAY = 86_400_000;
/** Of Audit (Standard). */
const KEPT_DAYS = 180;
const QUERIES_A_DAY = 200;
const PAGE_SIZE = 150;
const MOST_A_PAGE = 999;

/** The request that a URL is, relative to the version; undefined if it is another one. */
export function auditLogAt(url: string): AuditLogPath | undefined {
  const [path = '', options] = url.split('?');
  const [whole, query, records] = /^\/security\/auditLog\/queries(?:\/([^/]+)(\/records)?)?\/?$/i.exec(path) ?? [];
  if (whole === undefined) return undefined;
  const part = records === undefined ? 'query' : 'records';
  return { ok: true, query, part, options: new URLSearchParams(options) };
}

/** The queries of the unified audit log, which run after they were submitted. */
export class AuditLog {
  readonly #options: AuditLogOptions;
  readonly #queries: AuditQuery[] = [];
  readonly #actions: AuditedAction[];
  #throttled = 0;

  constructor(options: AuditLogOptions) {
    this.#options = options;
    this.#actions = [...(options.actions ?? [])];
  }

  add(action: AuditedAction): void {
    this.#actions.push(action);
  }

  /** The names of the queries that were submitted, in their order. */
  get submitted(): readonly string[] {
    return this.#queries.map(({ displayName }) => displayName);
  }

  answer(
    { query: id, part, options }: AuditLogPath,
    {
      method,
      body,
      roles,
      version,
      root,
      now,
    }: {
      readonly method: string;
      readonly body: string | undefined;
      readonly roles: readonly string[];
      readonly version: string;
      readonly root: string;
      readonly now: number;
    },
  ): GraphAnswer {
    // Seen of v1.0 while beta answered.
    if (version === 'v1.0' && this.#options.inV1 !== true) return graphError(404, 'UnknownError', '', now);
    if (!roles.some((role) => ROLES.includes(role))) {
      return graphError(403, 'Forbidden', 'Insufficient privileges to complete the operation.', now);
    }
    if (id === undefined) {
      return method === 'POST'
        ? this.#submit(body, now)
        : graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', now);
    }
    const query = this.#queries.find((one) => one.id === id);
    if (query === undefined || method !== 'GET') return graphError(404, 'NotFound', 'The query was not found.', now);
    if (part === 'query') {
      query.polls += 1;
      return { status: 200, body: JSON.stringify(this.#queryJson(query)) };
    }
    if (this.#statusOf(query) !== 'succeeded') return badRequest('The query has not succeeded.', now);
    return this.#page(query, options, root);
  }

  #submit(body: string | undefined, now: number): GraphAnswer {
    const { throttled = 0, queriesLeft = QUERIES_A_DAY } = this.#options;
    if (this.#throttled < throttled) {
      this.#throttled += 1;
      return tooManyRequests(now, undefined);
    }
    if (this.#queries.length >= queriesLeft) return tooManyRequests(now, undefined);
    const query = parsedQuery(body);
    if (typeof query === 'string') return badRequest(query, now);
    this.#queries.push(query);
    return { status: 201, body: JSON.stringify(this.#queryJson(query)) };
  }

  #statusOf({ polls }: AuditQuery): string {
    const { pendingPolls = 1, outcome = 'succeeded' } = this.#options;
    if (polls === 0) return 'notStarted';
    return polls <= pendingPolls ? 'running' : outcome;
  }

  #queryJson(query: AuditQuery): JsonObject {
    const isEnded = this.#statusOf(query) === 'succeeded';
    const { isCut = false } = this.#options;
    return {
      '@odata.type': TYPE,
      id: query.id,
      displayName: query.displayName,
      filterStartDateTime: new Date(query.start).toISOString(),
      filterEndDateTime: new Date(query.end).toISOString(),
      recordTypeFilters: [...query.recordTypes],
      operationFilters: [...query.operations],
      status: this.#statusOf(query),
      approximateReturnedRecordCount: isEnded ? this.#matches(query).length : null,
      recordCountLimit: 1_000_000,
      ...(isCut === null ? {} : { isRecordCountLimitExceeded: isEnded && isCut }),
    };
  }

  #matches({ start, end, recordTypes, operations, actors }: AuditQuery): readonly AuditedAction[] {
    return this.#actions.filter(({ time, operation, actor, recordType = 'ExchangeAdmin' }) => {
      const isOfType =
        recordTypes.length === 0 || recordTypes.includes(`${recordType[0]?.toLowerCase()}${recordType.slice(1)}`);
      const isOfActor = actors.length === 0 || actors.includes(actor.toLowerCase());
      const isNamed = operations.length === 0 || operations.includes(operation);
      return time >= start && time <= end && isOfType && isOfActor && isNamed;
    });
  }

  #page(query: AuditQuery, options: URLSearchParams, root: string): GraphAnswer {
    const matches = this.#matches(query);
    const size = Math.min(MOST_A_PAGE, Number(options.get('$top') ?? PAGE_SIZE));
    const from = Number(options.get('$skiptoken') ?? 0);
    const next = from + size;
    const link = `${root}/security/auditLog/queries/${query.id}/records?$top=${size}&$skiptoken=${next}`;
    const value = matches.slice(from, next).map(recordJson);
    return {
      status: 200,
      body: JSON.stringify({ value, ...(next < matches.length ? { '@odata.nextLink': link } : {}) }),
    };
  }
}

/** The query of a body, or what is wrong with it. */
function parsedQuery(body: string | undefined): AuditQuery | string {
  const value = objectIn(body ?? '');
  const unknown = Object.keys(value).find((name) => !PROPERTIES.has(name));
  if (unknown !== undefined)
    return `The property '${unknown}' does not exist on type 'microsoft.graph.security.auditLogQuery'.`;
  const displayName = property(value, 'displayName');
  const [start, end] = ['filterStartDateTime', 'filterEndDateTime'].map((name) => timeIn(value, name));
  if (start === undefined || end === undefined || !(start < end)) return 'The filter of the time is invalid.';
  if (end - start > KEPT_DAYS * 2 * DAY) return 'The time span is too long.';
  return {
    id: randomUUID(),
    displayName: typeof displayName === 'string' ? displayName : '',
    start,
    end,
    recordTypes: textsIn(value, 'recordTypeFilters'),
    operations: textsIn(value, 'operationFilters'),
    actors: textsIn(value, 'userPrincipalNameFilters').map((name) => name.toLowerCase()),
    polls: 0,
  };
}

function timeIn(value: Json, name: string): number | undefined {
  const text = property(value, name);
  const time = typeof text === 'string' && text.endsWith('Z') ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

function textsIn(value: Json, name: string): readonly string[] {
  const texts = property(value, name);
  return Array.isArray(texts) ? texts.filter((text) => typeof text === 'string') : [];
}

/** As records of tenants are: `userId` has the key, and `userPrincipalName` the actor. */
function recordJson({
  time,
  operation,
  actor,
  recordType = 'ExchangeAdmin',
  objectId = '',
  data = {},
}: AuditedAction): JsonObject {
  const id = randomUUID();
  const key = '10032000B2C3D4E5';
  return {
    '@odata.type': '#microsoft.graph.security.auditLogRecord',
    id,
    createdDateTime: new Date(time).toISOString(),
    auditLogRecordType: recordType,
    operation,
    userType: 'Regular',
    userId: key,
    userPrincipalName: actor,
    service: 'Exchange',
    objectId,
    clientIp: null,
    administrativeUnits: [''],
    auditData: {
      '@odata.type': '#microsoft.graph.security.defaultAuditData',
      CreationTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
      Id: id,
      Operation: operation,
      'RecordType@odata.type': '#Int64',
      RecordType: RECORD_TYPES[recordType],
      ResultStatus: 'True',
      UserId: actor,
      UserKey: key,
      UserType: 0,
      ObjectId: objectId,
      ...data,
    },
  };
}
