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
  const ends = changes.flatMap(({ to }) => endOf(to)?.getTime() ?? []);
  if (starts.length === 0 || ends.length === 0) return undefined;
  const [start, end] = [Math.max(Math.min(...starts), now - MAX_DAYS * DAY_MS), Math.max(...ends)];
  if (start >= end) return undefined;
  return {
    name: 'Mailbox Report history',
    start: new Date(start),
    end: new Date(end),
    recordTypes: ['exchangeAdmin', 'exchangeItem'],
    operations: [...new Set(changes.flatMap((change) => auditedChanges(change)?.operations ?? []))].sort(),
    ifPartial: 'Set --days to a lower number.',
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

/** What the log says about who made a change: a record of exactly this change, or records that may be of it. */
export type ChangeRecords =
  | { readonly kind: 'found'; readonly record: AuditRecord }
  /** The latest last. Empty: the log does not have the change. */
  | { readonly kind: 'possible'; readonly records: readonly AuditRecord[] };

export const NO_RECORDS: ChangeRecords = { kind: 'possible', records: [] };

/** A run reads a mailbox at any time before its end. */
function endOf(report: TimelineEntry['to']): Date | undefined {
  return report?.ended ?? report?.run.run.started;
}

/**
 * The records of a change among those of its mailbox: of the operations of its report, from the start of the run before it to the end of the
 * run that found it, about its cell or row. A record with another value than the one after the change is of another change.
 *
 * @param namesOf other names of a trustee, in lower case
 */
export function recordsOfChange(
  entry: TimelineEntry,
  records: readonly AuditRecord[],
  namesOf: (address: string) => readonly string[],
): ChangeRecords {
  const auditLog = auditedChanges(entry);
  const [start, end] = [entry.from?.run.run.started, endOf(entry.to)];
  if (auditLog === undefined || start === undefined || end === undefined) return NO_RECORDS;
  const judged = records
    .filter(({ time, operation }) => time > start && time <= end && auditLog.operations.includes(operation))
    .filter((record) => concerns(record, entry, auditLog, namesOf))
    .sort((one, other) => one.time.getTime() - other.time.getTime())
    .map((record) => ({ record, makes: makesChange(record, entry, auditLog) }));
  const possible = judged.flatMap(({ record, makes }) => (makes === 'no' ? [] : [record]));
  const certain = judged.flatMap(({ record, makes }) => (makes === 'yes' ? [record] : []));
  const last = certain.at(-1);
  const isOfOne = new Set(certain.map(({ actor }) => actor)).size === 1;
  return last !== undefined && isOfOne ? { kind: 'found', record: last } : { kind: 'possible', records: possible };
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

/** What a parameter names, in lower case: also a rule of a mailbox, `adele\\To my phone`, whose name may have commas. */
function namesIn(value = ''): readonly string[] {
  const whole = value.toLowerCase().trim();
  const own = [whole, whole.slice(whole.indexOf('\\') + 1)];
  // A list of trustees. The name of a rule may be any text.
  const listed = listIn(value);
  return [...own, ...(listed.every((one) => one.includes('@')) ? listed : [])].filter((name) => name !== '');
}

/** Whether a record of the cell or row says what the report shows after the change. `possible`: it does not say what it set. */
function makesChange(
  { operation, parameters }: AuditRecord,
  { kind, column, after }: TimelineEntry,
  auditLog: AuditedChanges,
): 'yes' | 'no' | 'possible' {
  const set = parametersOf(column, auditLog).flatMap((name) => parameters.get(name) ?? []);
  const values = set.flatMap((value) => [value, ...listIn(value)]).map(comparable);
  if (auditLog.rowParameters !== undefined && kind !== 'changed') {
    const done = parameters.get('ruleoperation') ?? operation;
    return (kind === 'added' ? ADDING : REMOVING).test(done) ? 'yes' : 'possible';
  }
  const isKnown = auditLog.parameters?.[column] !== undefined;
  // The cmdlet set something else of the row.
  if (values.length === 0) return isKnown && operation.startsWith('Set-') ? 'no' : 'possible';
  const shown = valuesOf(after);
  if (values.some((value) => shown.includes(value))) return 'yes';
  // A parameter of another name has its value in other words, but for addresses.
  const isReworded = isKnown && values.every((value) => !value.includes('@'));
  return isReworded ? 'possible' : 'no';
}

function valuesOf(cell: TimelineEntry['after']): readonly string[] {
  const cells = Array.isArray(cell) && cell.length > 0 ? cell : [cell];
  return cells.map((one) => comparable(cellText(one)));
}

function comparable(text: string): string {
  return text
    .toLowerCase()
    .trim()
    .replace(/^(?:smtp:|\$(?=true$|false$|null$))/, '')
    .replace(/^null$/, '');
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
