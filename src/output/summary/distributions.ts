import type { Distribution } from '../distribution.ts';
import { folded, markdownTable, markdownText } from './markdown.ts';
import { count, percentage } from '../../text/numbers.ts';
import type { ReportTally } from '../report-tally.ts';

/** Columns whose values the summary counts, in its order, with their headings. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['AutomaticReplyStatus', 'Automatic replies'],
  ['AutomaticReplyExternalAudience', 'Automatic replies to people outside'],
  ['TimeZone', 'Time zones'],
  ['Language', 'Languages'],
]);
/** Those whose heading names the values, so that a bare number counts them. */
const NAMES_VALUES: ReadonlySet<string> = new Set(['TimeZone', 'Language']);
const MOST_VALUES = 15;

/** What a tally must count for the summary. */
export const DISTRIBUTED_COLUMNS: readonly string[] = [...TITLES.keys()];

/** As the first report that has the column counted it; undefined where none has, or nothing was counted. */
export function firstDistribution(reports: readonly ReportTally[], column: string): Distribution | undefined {
  const [distribution] = reports.flatMap((report) => report.distribution(column) ?? []);
  return distribution === undefined || distribution.total === 0 ? undefined : distribution;
}

/** A folded table for each of those columns: the 15 most frequent values, and the rest in one row. Markdown. */
export function distributionSections(reports: readonly ReportTally[]): string {
  return [...TITLES]
    .map(([column, title]) => {
      const distribution = firstDistribution(reports, column);
      return distribution === undefined ? '' : section(column, title, distribution);
    })
    .join('');
}

function section(column: string, title: string, distribution: Distribution): string {
  const { values, rest } = distribution.first(MOST_VALUES);
  const { total } = distribution;
  const row = (name: string, number: number): string[] => [name, count(number), percentage(number, total)];
  const rows = values.map(({ value, count: number }) =>
    row(value.trim() === '' ? '(not set)' : markdownText(value), number),
  );
  if (rest > 0) rows.push(row('all others', rest));
  const table = markdownTable(['', 'Mailboxes', 'Share'], rows);
  return folded(`${title}: ${howMany(column, distribution)}`, table);
}

function howMany(column: string, { values, other }: Distribution): string {
  const number = `${other > 0 ? 'over ' : ''}${count(values.length)}`;
  if (NAMES_VALUES.has(column)) return number;
  return `${number} ${values.length === 1 ? 'value' : 'values'}`;
}
