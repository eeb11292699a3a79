import { NO_RECORDS, type ChangeRecords } from '../../../history/audit-join.ts';
import type { KeptReport, MissingReport } from '../../../history/kept-report.ts';
import { BLANK, type TimelineEntry } from '../../../history/mailbox-history.ts';
import type { Timeline } from '../../../history/timeline.ts';
import { counted } from '../../../text/numbers.ts';

/** A report, as output names it. */
export interface Moment {
  /** Hostile text until escaped. */
  readonly name: string;
  /** When its run started; undefined if unknown. */
  readonly started: Date | undefined;
}

/** An entry as all formats show it. */
export interface TimelineRow extends Omit<TimelineEntry, 'from' | 'to'> {
  readonly from: Moment | undefined;
  readonly to: Moment | undefined;
  /** Who made the change, or may have made it. */
  readonly audit: ChangeRecords;
}

/** The entries of each mailbox, and, under '', the reports that cannot be used. */
export function timelineRows(
  { mailboxes, reports }: Timeline,
  missing: readonly MissingReport[],
  recordsOf: (entry: TimelineEntry) => ChangeRecords,
): readonly TimelineRow[] {
  const gaps = missingRows(missing, reports);
  const rows = mailboxes.map(({ entries }) =>
    entries.map((entry): TimelineRow => ({
      ...entry,
      from: momentOf(entry.from),
      to: momentOf(entry.to),
      audit: recordsOf(entry),
    })),
  );
  const [only] = rows;
  // Gaps are sorted among the entries of an only mailbox.
  return rows.length === 1 && only !== undefined ? [...only, ...gaps].sort(byTime) : [...gaps, ...rows.flat()];
}

export function momentOf(report: KeptReport | undefined): Moment | undefined {
  return report && { name: report.name, started: report.run.run.started };
}

function byTime(one: TimelineRow, other: TimelineRow): number {
  const timeOf = ({ kind, from, to }: TimelineRow): number => startOf(kind === 'gap' ? from : to);
  return timeOf(one) - timeOf(other) || 0;
}

/** Those whose start is not known are last. */
function startOf(moment: Moment | undefined): number {
  return moment?.started?.getTime() ?? Infinity;
}

/** Reports that follow each other and are missing for the same reason are one gap. */
function missingRows(missing: readonly MissingReport[], reports: readonly KeptReport[]): readonly TimelineRow[] {
  const times = reports.map(({ run }) => run.run.started.getTime());
  const groups: MissingReport[][] = [];
  for (const report of missing.toSorted((one, other) => startOf(one) - startOf(other) || 0)) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const continues =
      last?.started !== undefined &&
      report.started !== undefined &&
      last.reason === report.reason &&
      !times.some((time) => time > startOf(last) && time < startOf(report));
    if (continues) group?.push(report);
    else groups.push([report]);
  }
  return groups.map((group) => {
    const [from, to, { reason, name } = { reason: '', name: '' }] = [group[0], group.at(-1), group[0]];
    const note = group.length === 1 ? `${name}: ${reason}` : `${counted(group.length, 'report', 'reports')}: ${reason}`;
    return { ...BLANK, kind: 'gap', from, to, note, audit: NO_RECORDS };
  });
}
