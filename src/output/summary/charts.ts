import { barChart, pieChart, slicesOf, type Slice } from './mermaid.ts';
import type { ReportTally } from '../report-tally.ts';
import { firstDistribution } from './distributions.ts';

/** How many values a chart shows; the others are one. */
const MOST_SLICES = 10;

/** Automatic replies as a pie and time zones as bars, each where a report has them. Mermaid in Markdown, or ''. */
export function chartSections(reports: readonly ReportTally[]): string {
  return [
    chart(reports, 'AutomaticReplyStatus', (slices) => pieChart('Automatic replies', slices)),
    chart(reports, 'TimeZone', (slices) => barChart('Time zones', 'Mailboxes', slices)),
  ].join('');
}

function chart(reports: readonly ReportTally[], column: string, draw: (slices: readonly Slice[]) => string): string {
  const distribution = firstDistribution(reports, column);
  if (distribution === undefined) return '';
  const slices = slicesOf(distribution.values, distribution.other, MOST_SLICES);
  // Where all mailboxes have the same value, the table says so in a row.
  return slices.length < 2 ? '' : draw(slices);
}
