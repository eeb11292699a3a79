import { count, counted, listed, percentage } from '../../text/numbers.ts';
import type { CountedColumn } from '../../reports/highlight.ts';
import type { ReportCounts, ValueCounts } from '../../totals/report-counts.ts';
import type { Content, Section, Table, TableRow } from '../../run/section.ts';

/** Values of a column; further values are one row. */
const MAX_VALUES = 15;
const MAX_LISTED = 5;
const MAX_AUDIENCES = 10;
/** Longer values are shortened, so that no row has them. */
const MAX_LINKED = 99;

/** A column whose values are counted. */
interface CountedValues {
  /** The name of the report. */
  readonly report: string;
  readonly column: CountedColumn;
  readonly counts: ValueCounts;
}

/** The columns of some groups that have values, in their order. If columns have one title, only the first. */
function countedValues(
  reports: readonly ReportCounts[],
  groups: readonly CountedColumn['group'][],
): readonly CountedValues[] {
  const all = reports
    .flatMap((report) =>
      report.countedColumns.map((column) => ({ report: report.name, column, counts: report.values(column.column) })),
    )
    .flatMap(({ report, column, counts }) =>
      counts === undefined || counts.total === 0 || !groups.includes(column.group) ? [] : [{ report, column, counts }],
    )
    .toSorted((one, other) => one.column.order - other.column.order);
  return [...Map.groupBy(all, ({ column }) => column.title).values()].flatMap(([first]) => first ?? []);
}

/** The most frequent values, and how many mailboxes have others. */
function mostFrequent({ total, values }: ValueCounts, most: number) {
  const first = values.slice(0, most);
  return { first, rest: total - first.reduce((sum, { count: number }) => sum + number, 0) };
}

/** The most frequent values of counted columns, and the others in one row. */
export function valueTables(
  reports: readonly ReportCounts[],
  groups: readonly CountedColumn['group'][],
): readonly Table[] {
  return countedValues(reports, groups).map(({ report, column: { title, column }, counts }) => {
    const { first, rest } = mostFrequent(counts, MAX_VALUES);
    const longest = Math.max(rest, ...first.map(({ count: number }) => number));
    const row = (name: Content, number: number): TableRow => ({
      cells: [name, count(number), { segments: [{ kind: 'value', count: number }], longest }],
    });
    const rows = first.map(({ value, count: number }) => {
      const about = orNotSet(value);
      const linked = { about, rows: { report, conditions: [{ column, is: value }] } };
      return row(value.length > MAX_LINKED ? about : linked, number);
    });
    if (rest > 0) rows.push(row('all others', rest));
    const columns = [
      { name: title },
      { name: 'Mailboxes', kind: 'number' as const },
      { name: 'Share', kind: 'bars' as const },
    ];
    return { label: title, columns, rows, unit: ['value', 'values'] as const };
  });
}

/** The most frequent values of settings, for the summary: a list for each. Undefined if none is counted. */
export function settingsSection(reports: readonly ReportCounts[]): Section | undefined {
  const settings = countedValues(reports, ['replies', 'settings']);
  if (settings.length === 0) return undefined;
  const lists = settings.map(({ counts }) => {
    const { first, rest } = mostFrequent(counts, MAX_LISTED);
    const line = (value: string, number: number): string =>
      `${value}: ${count(number)} (${percentage(number, counts.total)})`;
    const lines = first.map(({ value, count: number }) => line(orNotSet(value), number));
    return { lines: rest > 0 ? [...lines, line('all others', rest)] : lines };
  });
  const title = 'Settings';
  const columns = settings.map(({ column }) => ({ name: column.title }));
  const table = { label: title, columns, rows: [{ cells: lists }], unit: ['row', 'rows'] as const };
  const names = settings.map(({ column }) => column.title.toLowerCase());
  return { title, folded: `${title}: ${listed(names, 'and')}`, blocks: [{ table }] };
}

/** The types of mailboxes, and their sizes. Undefined if neither is known. */
export function mailboxesSection(reports: readonly ReportCounts[]): Section | undefined {
  const [types] = valueTables(reports, ['types']);
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
    blocks: [...(types === undefined ? [] : [{ table: types }]), ...(sizes.length === 0 ? [] : [{ table }])],
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
