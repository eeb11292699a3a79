import { isAbout } from '../history/audit-join.ts';
import { askAuditLog, AUDIT_PERMISSION, type AuditQuery, type AuditRecord } from '../history/audit-log.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import type { RetryClock } from '../http/retrying.ts';
import { unknownBecause, type KnownValue, type UnknownValue } from '../reports/known.ts';
import { DAY_MS, utcText } from '../text/numbers.ts';
import type { AuditOperations } from './answer.ts';
import type { ExchangeReads } from './reads/exchange-reads.ts';
import type { RequestLog } from './reads/request-log.ts';

/** What the audit log says about an account and its mailbox. */
export interface AuditAnswer {
  /** Of the mailbox, whoever acted, of what the person did elsewhere, and of rights that the person got. The earliest first. */
  readonly records: readonly AuditRecord[];
  /** Why the log may have more; undefined if these are all. */
  readonly missing: UnknownValue<never> | undefined;
}

/** Of Audit (Standard). https://learn.microsoft.com/purview/audit-solutions-overview */
const KEPT_DAYS = 180;

/** What is known without a search. */
export const NOT_SEARCHED: AuditAnswer = {
  records: [],
  missing: unknownBecause('not-read', 'The audit log was not searched (--no-audit).'),
};

/** The only search of an incident: the operations of all questions, over all mailboxes, since a query cannot name the owner of one. */
export function auditSearch(
  questions: readonly { readonly audit?: AuditOperations }[],
  since: Date,
  now: Date,
): AuditQuery {
  const asked = questions.flatMap(({ audit = {} }) => Object.entries(audit));
  return {
    name: 'Mailbox Report incident',
    start: new Date(Math.max(since.getTime(), now.getTime() - KEPT_DAYS * DAY_MS)),
    end: now,
    recordTypes: [...new Set(asked.map(([type]) => type))].sort(),
    operations: [...new Set(asked.flatMap(([, operations]) => operations))].sort(),
    ifPartial: 'Set --since to a later day.',
  };
}

/** What a search needs besides its query. */
interface AuditSearch {
  /** From when on the answer must be whole. */
  readonly since: Date;
  readonly requests: RequestLog;
  /** Whether the log records anything. */
  readonly state: Promise<LogState>;
  readonly onWait: () => void;
}

type LogState = KnownValue<boolean> | UnknownValue<never>;

/** Whether the audit log of the organization is on, as Exchange Online says. */
export async function auditLogState(exchange: ExchangeReads): Promise<LogState> {
  const config = await exchange.read(AUDIT_CONFIG, {}, [IS_ON]);
  if (!config.isKnown) return unknownBecause(config.reason, config.detail ?? '');
  const [object, ...others] = config.value;
  const isOn = others.length === 0 ? object?.[IS_ON] : undefined;
  return typeof isOn === 'boolean'
    ? { isKnown: true, value: isOn }
    : unknownBecause('not-in-the-answer', `${AUDIT_CONFIG} does not say whether the audit log is on.`);
}

export const AUDIT_CONFIG = 'Get-AdminAuditLogConfig';
const IS_ON = 'UnifiedAuditLogIngestionEnabled';

/**
 * Searches the audit log. Records are joined by the owner of the mailbox, the actor, or who gets a right.
 *
 * @param names of the account and its mailbox, in lower case
 */
export async function searchAuditLog(
  graph: GraphClient,
  query: AuditQuery,
  names: ReadonlySet<string>,
  clock: RetryClock,
  { since, requests, state, onWait }: AuditSearch,
): Promise<AuditAnswer> {
  const records: AuditRecord[] = [];
  const take = (record: AuditRecord): void => {
    const isNamed = [...record.parameters.values()].some((value) => names.has(value.toLowerCase()));
    if (isNamed || isAbout(record, names) || names.has(record.actor.toLowerCase())) records.push(record);
  };
  const search = askAuditLog(graph, query, clock, take, onWait);
  const note = await requests.logged(
    'Microsoft Graph',
    `POST /v1.0/security/auditLog/queries, with polls and pages of ${query.recordTypes.join(', ')}`,
    search,
    (result) => result ?? 'ok',
  );
  const reason = note?.includes(AUDIT_PERMISSION) === true ? 'permission' : 'refused';
  const late = `The audit log was searched since ${utcText(query.start.getTime())}, ${KEPT_DAYS} days ago, which is after --since.`;
  const unkept = query.start > since ? unknownBecause('retention', late) : undefined;
  const isOn = await state;
  // Nothing was recorded, so that no record says nothing.
  const off = unknownBecause('not-read', 'The audit log of the organization is off.');
  const unrecorded = isOn.isKnown ? (isOn.value ? undefined : off) : isOn;
  return {
    records: records.sort((one, other) => one.time.getTime() - other.time.getTime()),
    missing: note === undefined ? (unkept ?? unrecorded) : unknownBecause(reason, note),
  };
}
