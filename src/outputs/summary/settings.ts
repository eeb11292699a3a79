import { count, percentage } from '../../text/numbers.ts';
import type { Distribution } from '../../totals/distribution.ts';
import { firstDistribution, type ReportCounts } from '../../totals/report-counts.ts';
import { folded, markdownTable, markdownText } from '../markdown.ts';

/** Rows of a table; further values are one row. */
const MAX_ROWS = 15;

/** A folded table for each counted column: the most frequent values, and the others in one row. Markdown. */
export function settingTables(reports: readonly ReportCounts[]): string {
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
