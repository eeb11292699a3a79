import type { Json, JsonObject } from '../../src/json.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import type { InternalDomains } from '../../src/mailboxes/internal-domains.ts';
import {
  isDerivedReport,
  isExchangeReport,
  isListingReport,
  type ReportDefinition,
} from '../../src/reports/definition.ts';
import { compilePageCollector } from '../../src/reports/collect.ts';
import { compileExchangeQueries, compileListingQueries } from '../../src/reports/queries.ts';

export interface CollectedRow {
  /** Names of the columns whose cells are not fully known. */
  readonly incomplete: readonly string[];
  readonly cells: Readonly<Record<string, Json>>;
  readonly identity?: JsonObject | undefined;
}

/** The rows that a report makes of a response of Graph. `below` has the responses to its follow-ups, by path without query. */
export function collectedRows(
  report: ReportDefinition,
  answer: JsonObject,
  { inside, below = {} }: { inside?: InternalDomains; below?: Readonly<Record<string, JsonObject>> } = {},
): CollectedRow[] {
  const shown = ({ incomplete, cells, identity }: RowCells): CollectedRow => ({
    incomplete: names.filter((_, at) => incomplete?.has(at)),
    cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])),
    ...(identity && { identity }),
  });
  const names = Object.keys(report.columns);
  if (isExchangeReport(report)) return compileExchangeQueries([report])[0]?.read(answer, inside).map(shown) ?? [];
  if (isListingReport(report))
    return compileListingQueries([report], Date.now())[0]?.read([answer], {}, inside).map(shown) ?? [];
  if (isDerivedReport(report)) throw new Error('it is made of other reports');
  const { onPage, result } = compilePageCollector(report, inside)();
  let pages = [{ page: answer, onPage }];
  while (pages.length > 0) {
    pages = pages.flatMap((asked) =>
      asked.onPage(asked.page, false).map((followUp) => {
        const page = below[followUp.path.replace(/\?.*/, '')];
        if (page === undefined) throw new Error(`no response for ${followUp.path}`);
        return { page, onPage: followUp.onPage };
      }),
    );
  }
  return result().map(shown);
}
