import { count, counted, percentage } from '../../text/numbers.ts';
import type { CountedColumn } from '../../reports/highlight.ts';
import type { ReportCounts, ValueCounts } from '../../totals/report-counts.ts';
import type { Content, Section, TableRow } from '../../run/section.ts';

/** Values of a column; further values are one row. */
const MAX_VALUES = 15;
const MAX_AUDIENCES = 10;
/** Longer values are shortened, so that no row has them. */
const MAX_LINKED = 99;

/** The most frequent values of counted columns, and the others in one row, each title of the first report that has it. */
export function valueSections(
  reports: readonly ReportCounts[],
  groups: readonly CountedColumn['group'][] = ['replies', 'settings'],
): readonly Section[] {
  const counted = reports
    .flatMap((report) =>
      report.countedColumns.map((column) => ({ report: report.name, column, values: report.values(column.column) })),
    )
    .filter(({ column, values }) => groups.includes(column.group) && (values?.total ?? 0) > 0)
    .toSorted((one, other) => one.column.order - other.column.order);
  const byTitle = Map.groupBy(counted, ({ column }) => column.title);
  return [...byTitle.values()].flatMap(([first]) =>
    first?.values === undefined ? [] : [valueSection(first.report, first.column, first.values)],
  );
}

function valueSection(report: string, { title, column, countsValues }: CountedColumn, counts: ValueCounts): Section {
  const { total, other, values } = counts;
  const shown = values.slice(0, MAX_VALUES);
  const rest = total - shown.reduce((sum, { count: number }) => sum + number, 0);
  const longest = Math.max(rest, ...shown.map(({ count: number }) => number));
  const row = (name: Content, number: number): TableRow => ({
    cells: [name, count(number), percentage(number, total), { segments: [{ kind: 'value', count: number }], longest }],
  });
  const rows = shown.map(({ value, count: number }) => {
    const text = orNotSet(value);
    const linked = { about: text, rows: { report, conditions: [{ column, is: value }] } };
    return row(value.length > MAX_LINKED ? text : linked, number);
  });
  if (rest > 0) rows.push(row('all others', rest));
  const distinct = `${other > 0 ? 'over ' : ''}${count(values.length)}`;
  const word = countsValues !== true ? '' : values.length === 1 ? ' value' : ' values';
  const table = {
    label: title,
    rows,
    unit: ['value', 'values'] as const,
    columns: [
      { name: title },
      { name: 'Mailboxes', kind: 'number' as const },
      { name: 'Share', kind: 'number' as const, only: 'summary' as const },
      { name: 'Share', kind: 'bars' as const },
    ],
  };
  return { title, folded: `${title}: ${distinct}${word}`, blocks: [{ table }] };
}

/** The types of mailboxes, and their sizes. Undefined if neither is known. */
export function mailboxesSection(reports: readonly ReportCounts[]): Section | undefined {
  const [types] = valueSections(reports, ['types']);
  const sizes = reports.find((report) => report.sizes !== undefined)?.sizes ?? [];
  if (types === undefined && sizes.length === 0) return undefined;
  const longest = Math.max(...sizes.map(({ mailboxes }) => mailboxes));
  const columns = [
    { name: 'Size' },
    { name: 'Mailboxes', kind: 'number' as const },
    { name: 'Share', kind: 'bars' as const },
  ];
  const rows = sizes.map(({ size, mailboxes }) => ({
    cells: [size, count(mailboxes), { segments: [{ kind: 'value', count: mailboxes }], longest }],
  }));
  const table = { label: 'Mailbox sizes', columns, rows, unit: ['size', 'sizes'] as const };
  const title = 'Types and sizes';
  return {
    title,
    short: 'Types',
    folded: title,
    blocks: [...(types?.blocks ?? []), ...(sizes.length === 0 ? [] : [{ table }])],
  };
}

/** The audiences outside of automatic replies that are on or scheduled. Undefined if there are none. */
export function repliesSection(reports: readonly ReportCounts[]): Section | undefined {
  const report = reports.find(({ replies }) => replies !== undefined);
  if (report?.replies === undefined || report.replies.on.total + report.replies.scheduled.total === 0) return undefined;
  const { on, scheduled, audience: column, view } = report.replies;
  // Case-insensitively, since the case of Graph's enumerations varies.
  const audiences = new Map<string, { readonly audience: string; on: number; scheduled: number }>();
  for (const [key, counts] of Object.entries({ on, scheduled })) {
    for (const { value, count: number } of counts.values) {
      const entry = audiences.get(value.toLowerCase()) ?? { audience: value, on: 0, scheduled: 0 };
      audiences.set(value.toLowerCase(), entry);
      entry[key === 'on' ? 'on' : 'scheduled'] += number;
    }
  }
  const sorted = [...audiences.values()].sort((a, b) => b.on + b.scheduled - a.on - a.scheduled);
  const longest = Math.max(...sorted.map((entry) => entry.on + entry.scheduled));
  const rows = sorted.slice(0, MAX_AUDIENCES).map((entry) => {
    const conditions = [{ column, is: entry.audience }];
    const segments = (['on', 'scheduled'] as const).map((kind) => ({ kind, count: entry[kind] }));
    const link = { about: orNotSet(entry.audience), rows: { report: report.name, view, conditions } };
    return { cells: [link, count(entry.on), count(entry.scheduled), { segments, longest }] };
  });
  const title = 'Automatic replies by audience outside';
  const total = counted(on.total + scheduled.total, 'mailbox', 'mailboxes');
  const table = {
    label: title,
    rows,
    unit: ['audience', 'audiences'] as const,
    more: sorted.length - rows.length,
    columns: [
      { name: 'Audience outside' },
      { name: 'Always on', kind: 'number' as const },
      { name: 'Scheduled', kind: 'number' as const },
      { name: 'Mailboxes', kind: 'bars' as const },
    ],
    legend: [
      { kind: 'on', name: 'always on' },
      { kind: 'scheduled', name: 'scheduled' },
    ],
  };
  const paragraph = [{ about: total, rows: { report: report.name, view } }, ' with automatic replies on or scheduled.'];
  return { title, short: 'Replies', folded: `${title}: ${total}`, blocks: [{ paragraph }, { table }] };
}

function orNotSet(value: string): string {
  return value.trim() === '' ? '(not set)' : value;
}
