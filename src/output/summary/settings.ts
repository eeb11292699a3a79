import { count, percentage } from '../../text/numbers.ts';
import type { Distribution } from '../distribution.ts';
import { firstDistribution, type CountedColumn, type ReportTally } from '../report-tally.ts';
import { folded, markdownTable, markdownText } from './markdown.ts';
import { barChart, pieChart, slicesOf, type Slice } from './mermaid.ts';

/** Slices of a chart; further values are one slice. */
const MAX_SLICES = 10;
/** Rows of a table; further values are one row. */
const MAX_ROWS = 15;

/** Automatic replies as a pie and time zones as bars, if a report has them. Mermaid in Markdown, or ''. */
export function chartSections(reports: readonly ReportTally[]): string {
  return [
    chart(reports, 'AutomaticReplyStatus', (slices) => pieChart('Automatic replies', slices)),
    chart(reports, 'TimeZone', (slices) => barChart('Time zones', 'Mailboxes', slices)),
  ].join('');
}

function chart(
  reports: readonly ReportTally[],
  column: CountedColumn,
  draw: (slices: readonly Slice[]) => string,
): string {
  const distribution = firstDistribution(reports, column);
  if (distribution === undefined) return '';
  const slices = slicesOf(distribution.values, distribution.other, MAX_SLICES);
  // One value for all mailboxes is clear from the table.
  return slices.length < 2 ? '' : draw(slices);
}

/** A folded table for each counted column: the most frequent values, and the others in one row. Markdown. */
export function settingTables(reports: readonly ReportTally[]): string {
  return [
    table('Automatic replies', firstDistribution(reports, 'AutomaticReplyStatus'), 'values'),
    table(
      'Automatic replies to people outside',
      firstDistribution(reports, 'AutomaticReplyExternalAudience'),
      'values',
    ),
    table('Time zones', firstDistribution(reports, 'TimeZone')),
    table('Languages', firstDistribution(reports, 'Language')),
  ].join('');
}

/** `noun`: what the number in the title counts, unless the title says so. */
function table(title: string, distribution: Distribution | undefined, noun?: 'values'): string {
  if (distribution === undefined) return '';
  const { total, other, values: all } = distribution;
  const { values, rest } = distribution.first(MAX_ROWS);
  const row = (name: string, number: number): string[] => [name, count(number), percentage(number, total)];
  const rows = values.map(({ value, count: number }) =>
    row(value.trim() === '' ? '(not set)' : markdownText(value), number),
  );
  if (rest > 0) rows.push(row('all others', rest));
  const distinct = `${other > 0 ? 'over ' : ''}${count(all.length)}`;
  const counted = noun === undefined ? distinct : `${distinct} ${all.length === 1 ? 'value' : 'values'}`;
  return folded(`${title}: ${counted}`, markdownTable(['', 'Mailboxes', 'Share'], rows));
}
