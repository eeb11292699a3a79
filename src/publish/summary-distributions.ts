import type { Distribution } from './distribution.ts';
import { markdownTable, markdownText } from './markdown.ts';
import { count, percentage } from './numbers.ts';
import type { ReportTally } from './report-tally.ts';

/** Columns whose values the summary counts, in its order, with their headings. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['AutomaticReplyStatus', 'Automatic replies'],
  ['AutomaticReplyExternalAudience', 'Automatic replies to people outside'],
  ['TimeZone', 'Time zones'],
  ['Language', 'Languages'],
]);
const MOST_VALUES = 15;

/** What a tally must count for the summary. */
export const DISTRIBUTED_COLUMNS: readonly string[] = [...TITLES.keys()];

/**
 * A table for each of those columns, as the first report that has it counted it: the 15 most frequent values, and the rest
 * in one row. Markdown.
 */
export function distributionSections(reports: readonly ReportTally[]): string {
  return [...TITLES]
    .map(([column, title]) => {
      const [distribution] = reports.flatMap((report) => report.distribution(column) ?? []);
      return distribution === undefined || distribution.total === 0 ? '' : section(title, distribution);
    })
    .join('');
}

function section(title: string, distribution: Distribution): string {
  const { values, other, total } = distribution;
  const row = (name: string, number: number): string[] => [name, count(number), percentage(number, total)];
  const rows = values
    .slice(0, MOST_VALUES)
    .map(({ value, count: number }) => row(value.trim() === '' ? '(not set)' : markdownText(value), number));
  const rest = values.slice(MOST_VALUES).reduce((sum, { count: number }) => sum + number, other);
  if (rest > 0) rows.push(row('all others', rest));
  return `### ${title}\n\n${markdownTable(['', 'Mailboxes', 'Share'], rows)}`;
}
