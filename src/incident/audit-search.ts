import { isAbout } from '../history/audit-join.ts';
import { askAuditLog, AUDIT_PERMISSION, type AuditQuery, type AuditRecord } from '../history/audit-log.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import type { RetryClock } from '../http/retrying.ts';
import { unknownBecause, type UnknownValue } from '../reports/known.ts';
import { DAY_MS, utcText } from '../text/numbers.ts';
import type { AuditOperations } from './answer.ts';
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

/**
 * Searches the audit log. Records are joined by the owner of the mailbox, the actor, or who gets a right.
 *
 * @param names of the account and its mailbox, in lower case
 * @param since from when on the answer must be whole
 */
export async function searchAuditLog(
  graph: GraphClient,
  query: AuditQuery,
  names: ReadonlySet<string>,
  clock: RetryClock,
  { since, requests, onWait }: { readonly since: Date; readonly requests: RequestLog; readonly onWait: () => void },
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
  return {
    records: records.sort((one, other) => one.time.getTime() - other.time.getTime()),
    missing: note === undefined ? unkept : unknownBecause(reason, note),
  };
}
