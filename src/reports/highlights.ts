import { compileConditions, isMet, isUnknown } from './conditions.ts';
import type { ReportDefinition } from './definition.ts';
import type { MailboxRows, Row } from './row.ts';

// Import this module lazily: loading Ajv takes some 50 ms.

/** For each row of a mailbox, the positions of the report's highlights that the row has, ascending. */
export type RowHighlights = readonly (readonly number[])[];

const NONE: readonly number[] = [];

/**
 * Compiles the highlights of a report. Only rows that were read and are about an item have highlights. Throws as
 * `compileConditions` does.
 *
 * @param now epoch ms: what `now` and `today` mean in limits of dates
 * @returns undefined if the report has none
 */
export function compileHighlights(
  report: ReportDefinition,
  now: number,
): ((rows: MailboxRows) => RowHighlights) | undefined {
  const { highlights = [] } = report;
  if (highlights.length === 0) return undefined;
  const compiled = highlights.map(({ when }) => compileConditions(when, report, now));
  const highlightsOf = (row: Row): readonly number[] => {
    if (row.status !== 'ok' || row.content === 'none') return NONE;
    let found: number[] | undefined;
    for (const [at, when] of compiled.entries()) {
      if (when.every((condition) => !isUnknown(condition, row) && isMet(condition, row))) (found ??= []).push(at);
    }
    return found ?? NONE;
  };
  return (rows) => rows.map(highlightsOf);
}
