import { recordsOfChange } from '../history/audit-join.ts';
import type { AuditRecord } from '../history/audit-log.ts';
import type { KeptReport } from '../history/kept-report.ts';
import { BLANK, type TimelineEntry } from '../history/mailbox-history.ts';
import type { Json } from '../json.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { inboxRules } from '../reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../reports/built-in/mailbox-properties.ts';
import { isCertainly, unknownAs, valueOf, type Known, type RowView } from '../reports/known.ts';
import { itemPositions, itemText } from '../reports/row-identity.ts';
import { viewOf } from '../reports/row-view.ts';
import type { Indicator } from './answer.ts';
import { clientAddress } from './client-address.ts';
import type { Incident } from './incident.ts';
import { changesIn, nightBefore, rowsIn, type Night } from './kept-nights.ts';
import { liveRows } from './live-night.ts';

/** A row of the mailbox, and since when it is there. */
export interface AgedRow {
  /** What names it in the report. */
  readonly item: string;
  readonly row: RowView;
  /** `new`: not there before the incident. `unknown`: no kept report says so. */
  readonly age: 'new' | 'old' | 'unknown';
  /** Whether it is there now. */
  readonly isThere: boolean;
  /** When it was made, else first seen. */
  readonly time: Date | undefined;
  readonly after: Date | undefined;
  readonly by: string | undefined;
  readonly indicators: readonly Indicator[];
  /** The report that shows it first, or the audit log. */
  readonly source: string;
}

/** The rows of a report now, and those that came since the incident and are gone; unknown if the report could not be read now. */
export async function agedRows(
  incident: Incident,
  definition: ReportDefinition,
  source: string,
): Promise<Known<readonly AgedRow[]>> {
  const { live, kept, since } = incident;
  const report = definition.name;
  const rows = liveRows(live, definition);
  if (!rows.isKnown) return unknownAs(rows);
  const audit = await incident.audit;
  const { records } = audit;
  const changes = changesIn(kept, report, since).filter(({ kind }) => kind === 'added');
  const before = namedRows(nightBefore(kept, since, report), report);
  const now = namedRows(live, report) ?? [];
  const found = now.map(({ item, row }): AgedRow => {
    const change = changes.findLast((one) => one.item === item);
    const isOld = change === undefined && before?.some((one) => one.item === item) === true;
    const old = { item, row, isThere: true, time: undefined, after: undefined, by: undefined, indicators: [], source };
    if (isOld) return { ...old, age: 'old', ...firstSeen(incident, report, item) };
    const possible = change ?? sinceIncident(incident, report, item);
    const made = madeBy(possible, records);
    if (made !== undefined) return { ...old, age: 'new', ...made };
    if (change !== undefined) return { ...old, age: 'new', ...seenIn(change) };
    if (before !== undefined) return { ...old, age: 'new' };
    // A whole log without a record of it says that it is older.
    const isWhole = audit.missing === undefined && isRecorded(live, report);
    return { ...old, age: isWhole && !mayHave(possible, records) ? 'old' : 'unknown' };
  });
  const gone = changes.flatMap((change): AgedRow[] => {
    const { item } = change;
    const stored = namedRows(nightOf(kept.nights, change.to), report)?.find((one) => one.item === item);
    if (stored === undefined || now.some((one) => one.item === item)) return [];
    const made = madeBy(change, records) ?? seenIn(change);
    return [{ item, row: stored.row, age: 'new', isThere: false, by: undefined, indicators: [], ...made }];
  });
  return { isKnown: true, value: [...found, ...gone] };
}

/** Whether the audit log has what changes a report: cmdlets always, what Outlook does only if the mailbox is audited. */
function isRecorded(live: Night, report: string): boolean {
  if (report === mailboxPermissions.name) return true;
  const rows = rowsIn(live, mailboxProperties.name);
  const [row] = rows.isKnown ? rows.value : [];
  const owner = valueOf(row?.cell('AuditOwner'));
  const isListed = report !== inboxRules.name || (Array.isArray(owner) && owner.includes('UpdateInboxRules'));
  return isListed && isCertainly<Json>(row?.cell('Audited'), 'yes');
}

interface NamedRow {
  readonly item: string;
  readonly row: RowView;
}

/** Undefined if the night did not read the report. */
function namedRows(night: Night | undefined, report: string): readonly NamedRow[] | undefined {
  if (night === undefined || !rowsIn(night, report).isKnown) return undefined;
  const at = night.report.run.reports.findIndex(({ name }) => name === report);
  const [definition, stored] = [night.report.run.reports[at], night.mailbox.reports[at]];
  if (definition === undefined || stored === undefined) return undefined;
  const positions = itemPositions(definition.item, definition.columns) ?? [];
  return stored.rows.map((row) => ({ item: itemText(positions, row), row: viewOf(definition.columns, row) }));
}

function nightOf(nights: readonly Night[], report: KeptReport | undefined): Night | undefined {
  return nights.find((night) => night.report.file === report?.file && night.report.name === report.name);
}

function seenIn({ from, to }: TimelineEntry) {
  return { time: to?.run.run.started, after: from?.run.run.started, source: to?.name ?? '' };
}

/** The first of the nights that show a row without interruption until the incident. */
function firstSeen({ kept, since }: Incident, report: string, item: string) {
  let first: Night | undefined;
  for (const night of kept.nights.toReversed()) {
    if (night.report.run.run.started > since) continue;
    const rows = namedRows(night, report);
    if (rows === undefined) continue;
    if (!rows.some((one) => one.item === item)) break;
    first = night;
  }
  return first === undefined ? {} : { time: first.report.run.run.started, source: first.report.name };
}

/** What the audit log says about a change, if it has exactly this one. */
export function madeBy(entry: TimelineEntry, records: readonly AuditRecord[]) {
  const found = recordsOfChange(entry, records, () => []);
  if (found.kind !== 'found') return undefined;
  const { time, actor, data } = found.record;
  const ip = clientAddress(data);
  const indicators: readonly Indicator[] = ip === '' ? [] : [{ kind: 'ip', value: ip }];
  return { time, after: undefined, by: actor, indicators, source: 'audit log' };
}

function mayHave(entry: TimelineEntry, records: readonly AuditRecord[]): boolean {
  const found = recordsOfChange(entry, records, () => []);
  return found.kind === 'found' || found.records.length > 0;
}

/** A row of which no kept report says since when it is there, as a change that may have been made at any time since the incident. */
function sinceIncident({ live, since }: Incident, report: string, item: string): TimelineEntry {
  const { run } = live.report;
  const from = { ...live.report, run: { ...run, run: { ...run.run, started: since } }, ended: since };
  return { ...BLANK, kind: 'added', report, item, from, to: live.report };
}
