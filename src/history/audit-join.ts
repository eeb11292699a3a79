import { builtInReports } from '../reports/built-in.ts';
import type { AuditedChanges } from '../reports/definition.ts';
import { cellText } from '../text/display.ts';
import { DAY_MS, type EpochMs } from '../text/numbers.ts';
import type { AuditQuery, AuditRecord } from './audit-log.ts';
import type { TimelineEntry } from './mailbox-history.ts';
import type { MailboxTimeline } from './timeline.ts';

/** Separates the parts of an item. */
const SEPARATOR = '; ';
/** Exchange keeps records for 180 days, or with Audit (Premium) a year. */
const MAX_DAYS = 365;
const REMOVING = /^(?:Remove|Disable)/;
const ADDING = /^(?:Add|New|Enable)/;

/** The query for the records of all changes; undefined if the log has none of them. `now`: epoch ms. */
export function auditQueryOf(timelines: readonly MailboxTimeline[], now: EpochMs): AuditQuery | undefined {
  const changes = timelines.flatMap(({ entries }) => entries).filter((entry) => auditedChanges(entry) !== undefined);
  const starts = changes.flatMap(({ from }) => from?.run.run.started.getTime() ?? []);
  const ends = changes.flatMap(({ to }) => to?.run.run.started.getTime() ?? []);
  if (starts.length === 0 || ends.length === 0) return undefined;
  const [start, end] = [Math.max(Math.min(...starts), now - MAX_DAYS * DAY_MS), Math.max(...ends)];
  if (start >= end) return undefined;
  return {
    start: new Date(start),
    end: new Date(end),
    operations: [...new Set(changes.flatMap((change) => auditedChanges(change)?.operations ?? []))].sort(),
  };
}

/** What the log records of an entry's report; undefined for an entry that is no change between two reports. */
function auditedChanges({ kind, report, from, to }: TimelineEntry): AuditedChanges | undefined {
  const isChange = ['changed', 'added', 'removed', 'new-violation', 'resolved'].includes(kind);
  if (!isChange || from === undefined || to === undefined) return undefined;
  const definition = builtInReports.get(report);
  if (definition?.source !== 'reports' || definition.rows === undefined) return definition?.auditLog;
  const sources = definition.from.flatMap((name) => builtInReports.get(name)?.auditLog ?? []);
  const ofRows = sources.filter(({ rowParameters }) => rowParameters !== undefined);
  return {
    operations: ofRows.flatMap(({ operations }) => operations),
    rowParameters: ofRows.flatMap(({ rowParameters = [] }) => rowParameters),
  };
}

/** Whether a record is about a mailbox. `names`: its addresses in lower case. */
export function isAbout(record: AuditRecord, names: ReadonlySet<string>): boolean {
  if (record.mailboxes.some((name) => names.has(name))) return true;
  // Without a mailbox, these cmdlets change that of the user who runs them.
  const isOwn = record.operation.endsWith('-InboxRule') && !record.parameters.has('mailbox');
  return isOwn && !record.mailboxes.some((name) => name.includes('@')) && names.has(record.actor.toLowerCase());
}

/**
 * The record of a change among those of its mailbox: of the operations of its report, between its two reports, about its cell or row. Of
 * several, the latest with the value after the change, else the latest. Undefined if the log does not have it.
 *
 * @param namesOf other names of a trustee, in lower case
 */
export function recordOfChange(
  entry: TimelineEntry,
  records: readonly AuditRecord[],
  namesOf: (address: string) => readonly string[],
): AuditRecord | undefined {
  const auditLog = auditedChanges(entry);
  const [start, end] = [entry.from, entry.to].map((report) => report?.run.run.started);
  if (auditLog === undefined || start === undefined || end === undefined) return undefined;
  const matches = records
    .filter(({ time, operation }) => time > start && time <= end && auditLog.operations.includes(operation))
    .filter((record) => concerns(record, entry, auditLog, namesOf))
    .sort((one, other) => other.time.getTime() - one.time.getTime());
  return matches.find((record) => setsValue(record, entry, auditLog)) ?? matches[0];
}

/** The names of the row of a change that the log names by parameters: a trustee, a right, a rule. In lower case. */
export function rowNames(entry: TimelineEntry): readonly string[] {
  if (auditedChanges(entry)?.rowParameters === undefined) return [];
  const item = entry.item.toLowerCase();
  return [...new Set([item, ...item.split(SEPARATOR)])];
}

function concerns(
  record: AuditRecord,
  entry: TimelineEntry,
  auditLog: AuditedChanges,
  namesOf: (address: string) => readonly string[],
): boolean {
  const { kind, item, column } = entry;
  const { operation, parameters } = record;
  if (auditLog.rowParameters === undefined) return parametersOf(column, auditLog).some((name) => parameters.has(name));
  if (kind === 'added' && REMOVING.test(operation)) return false;
  if (kind === 'removed' && ADDING.test(operation)) return false;
  const parts = rowNames(entry);
  const names = new Set(parts.flatMap((part) => [part, ...namesOf(part)]));
  const rights = listIn(parameters.get('accessrights'));
  return (
    auditLog.rowParameters.some((name) =>
      namesIn(parameters.get(name.toLowerCase())).some((value) => names.has(value)),
    ) &&
    (rights.length === 0 || !item.includes(SEPARATOR) || rights.some((right) => parts.includes(right)))
  );
}

/** What a parameter names, in lower case: also a rule of a mailbox, `adele\To my phone`, whose name may have commas. */
function namesIn(value = ''): readonly string[] {
  const whole = value.toLowerCase().trim();
  return [whole, whole.slice(whole.indexOf('\\') + 1), ...listIn(value)].filter((name) => name !== '');
}

function setsValue({ parameters }: AuditRecord, { column, after }: TimelineEntry, auditLog: AuditedChanges): boolean {
  if (auditLog.rowParameters !== undefined) return true;
  const value = cellText(after).toLowerCase();
  return parametersOf(column, auditLog).some(
    (name) =>
      parameters
        .get(name)
        ?.toLowerCase()
        .replace(/^smtp:/, '') === value,
  );
}

/** In lower case. */
function parametersOf(column: string, { parameters = {} }: AuditedChanges): readonly string[] {
  return (parameters[column] ?? [column]).map((name) => name.toLowerCase());
}

/** The values of a parameter, in lower case. */
function listIn(value = ''): readonly string[] {
  return value
    .toLowerCase()
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
