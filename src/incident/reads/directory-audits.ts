import { isObject, property, textIn, type Json, type JsonObject } from '../../json.ts';
import { known, unknownAs, unknownBecause, type Known, type UnknownValue } from '../../reports/known.ts';
import { DAY_MS, utcText } from '../../text/numbers.ts';
import { ipAddress } from '../client-address.ts';
import type { GraphNeed, GraphReads } from './graph-reads.ts';

/** Something that was done in the directory, with success. Texts are hostile until escaped. */
export interface DirectoryAudit {
  readonly time: Date;
  /** Such as `Consent to application`. */
  readonly activity: string;
  /** The user principal name, or the name of the application; '' if the record does not say it. */
  readonly by: string;
  /** The address of the person who did it; '' if the record does not say it. */
  readonly address: string;
  readonly targets: readonly AuditTarget[];
}

export interface AuditTarget {
  /** In lower case. */
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly changes: readonly { readonly name: string; readonly before: string; readonly after: string }[];
}

/** What the directory recorded since a time, and what it may have recorded besides. */
export interface DirectoryAudits {
  /** The earliest first. */
  readonly audits: readonly DirectoryAudit[];
  readonly missing: readonly UnknownValue<never>[];
}

export const AUDIT_NEED: GraphNeed = { what: 'the audits of the directory', permission: 'AuditLog.Read.All' };
const PATH = '/v1.0/auditLogs/directoryAudits';
/** Days with P1 or P2, without the first, which may have begun before. https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention */
const KEPT_DAYS = 29;
/** Of a request that begins too early. */
const MINIMUM_DATE = /minimum (?:allowed )?date\D*(\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?)/i;
const SUCCESS = /^success$/i;

/**
 * What was done to an account, and what it did. Graph cannot join both in a request.
 *
 * @param id of the account
 */
export async function auditsOfPerson(graph: GraphReads, id: string, since: Date, now: Date): Promise<DirectoryAudits> {
  const done = await auditsWith(graph, `targetResources/any(t:t/id eq '${id}')`, since, now);
  const own = await auditsWith(graph, `initiatedBy/user/id eq '${id}'`, done.from, now);
  const known = new Map([...done.objects, ...own.objects].map((object) => [textIn(object, 'id'), object] as const));
  return audited([...known.values()], [...done.missing, ...own.missing]);
}

/** What was done to all applications. */
export async function auditsOfApplications(graph: GraphReads, since: Date, now: Date): Promise<DirectoryAudits> {
  const { objects, missing } = await auditsWith(graph, "category eq 'ApplicationManagement'", since, now);
  return audited(objects, missing);
}

interface Found {
  readonly objects: readonly JsonObject[];
  /** From when on they were read. */
  readonly from: Date;
  readonly missing: readonly UnknownValue<never>[];
}

/** Reads as far back as the tenant keeps: without P1, Graph refuses an earlier start, and names the first day. */
async function auditsWith(graph: GraphReads, filter: string, since: Date, now: Date): Promise<Found> {
  const first = new Date(Math.floor(now.getTime() / DAY_MS - KEPT_DAYS) * DAY_MS);
  const from = since < first ? first : since;
  const found = await graph.list(pathOf(filter, from), AUDIT_NEED);
  const [, minimum] = MINIMUM_DATE.exec(found.isKnown ? '' : (found.detail ?? '')) ?? [];
  const later = minimum === undefined ? undefined : new Date(minimum.length === 10 ? minimum : `${minimum}Z`);
  if (later === undefined || !(later > from)) return foundIn(found, from, since);
  return foundIn(await graph.list(pathOf(filter, later), AUDIT_NEED), later, since);
}

function pathOf(filter: string, from: Date): string {
  const start = `${from.toISOString().slice(0, 19)}Z`;
  return `${PATH}?$filter=${encodeURIComponent(`activityDateTime ge ${start} and ${filter}`)}&$top=999`;
}

function foundIn(found: Known<readonly JsonObject[]>, from: Date, since: Date): Found {
  const late = `The directory keeps its audits since ${utcText(from.getTime())}, which is after --since.`;
  const missing = from > since ? [unknownBecause('retention', late)] : [];
  return found.isKnown
    ? { objects: found.value, from, missing }
    : { objects: [], from, missing: [...missing, unknownAs(found)] };
}

function audited(objects: readonly JsonObject[], missing: readonly UnknownValue<never>[]): DirectoryAudits {
  const parsed = objects.map(auditIn);
  const audits = parsed.flatMap((one) => (one.isKnown && one.value !== undefined ? [one.value] : []));
  const unread = parsed.find((one) => !one.isKnown);
  const distinct = new Map(
    [...missing, ...(unread?.isKnown === false ? [unknownAs(unread)] : [])].map((one) => [one.detail, one]),
  );
  return {
    audits: audits.toSorted((one, other) => one.time.getTime() - other.time.getTime()),
    missing: [...distinct.values()],
  };
}

/** Undefined for an action that failed. */
function auditIn(object: JsonObject): Known<DirectoryAudit | undefined> {
  const [time, activity] = [new Date(textIn(object, 'activityDateTime')), textIn(object, 'activityDisplayName')];
  const result = textIn(object, 'result');
  if (Number.isNaN(time.getTime()) || activity === '' || result === '')
    return unknownBecause('not-in-the-answer', 'An audit of the directory lacks its time, activity or result.');
  if (!SUCCESS.test(result)) return known(undefined);
  const { initiatedBy } = object;
  const user = property(initiatedBy, 'user');
  const application = property(initiatedBy, 'app');
  return known({
    time,
    activity,
    by: textIn(user, 'userPrincipalName') || textIn(application, 'displayName'),
    address: ipAddress(textIn(user, 'ipAddress')),
    targets: listIn(object, 'targetResources').map(targetIn),
  });
}

function targetIn(target: Json): AuditTarget {
  return {
    id: textIn(target, 'id').toLowerCase(),
    type: textIn(target, 'type'),
    name: textIn(target, 'displayName') || textIn(target, 'userPrincipalName'),
    changes: listIn(target, 'modifiedProperties').map((change) => ({
      name: textIn(change, 'displayName'),
      before: textIn(change, 'oldValue'),
      after: textIn(change, 'newValue'),
    })),
  };
}

function listIn(object: Json, name: string): readonly Json[] {
  const list = property(object, name);
  return Array.isArray(list) ? list.filter(isObject) : [];
}
