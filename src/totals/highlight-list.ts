import { counted } from '../text/numbers.ts';
import type { HighlightCount, ReportCounts } from './report-counts.ts';

/** What the highlights are that no row has. */
export const NOTHING_FOUND = 'Checked, nothing found';

/** A highlight that rows of the run have. */
export interface ListedHighlight extends Pick<HighlightCount, 'title' | 'mailboxes' | 'topic' | 'counted' | 'sends'> {
  /** The name of the report, and the position of the highlight in its definition. */
  readonly report: string;
  readonly at: number;
  /** `190 inbox rules`; '' if a row is a mailbox. */
  readonly items: string;
  /** The ids of the rules that find all of its rows, so that it adds nothing to them. Empty if they do not find all. */
  readonly rules: readonly string[];
}

/**
 * The highlights of the reports, and the titles of those that no report has. Two reports may have the same one, such as
 * replies without an end: it is listed once if the counts are equal.
 */
export function highlightsOf(reports: readonly ReportCounts[]): {
  readonly all: readonly ListedHighlight[];
  /** Those that no rule of the policy repeats. */
  readonly unruled: readonly ListedHighlight[];
  readonly missing: readonly string[];
} {
  const byKey = new Map<string, ListedHighlight>();
  for (const { name, unit, manyRows, highlights } of reports) {
    for (const [
      position,
      { title, topic, counted: noun, sends, mailboxes, rows, unruled, rules },
    ] of highlights.entries()) {
      const items = manyRows ? counted(rows, unit.singular, unit.plural) : '';
      const key = JSON.stringify([title, mailboxes, items]);
      if (rows > 0 && !byKey.has(key)) {
        byKey.set(key, {
          report: name,
          at: position,
          title,
          topic,
          counted: noun,
          sends,
          mailboxes,
          items,
          rules: unruled === 0 ? [...rules] : [],
        });
      }
    }
  }
  const titles = new Set([...byKey.values()].map(({ title }) => title));
  const highlightsRead = reports.filter((report) => report.read > 0).flatMap(({ highlights }) => highlights);
  const absentTitles = new Set(highlightsRead.map(({ title }) => title).filter((title) => !titles.has(title)));
  const all = [...byKey.values()];
  return { all, unruled: all.filter(({ rules }) => rules.length === 0), missing: [...absentTitles] };
}
