import type { Json, JsonObject } from '../../src/json.ts';
import type { InternalDomains } from '../../src/mailboxes/internal-domains.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import { compilePageCollector } from '../../src/reports/page-collectors.ts';

export interface CollectedRow {
  readonly partial: boolean;
  readonly cells: Readonly<Record<string, Json>>;
}

/** The rows that a report makes of Graph's answer; `below`: the answers to what it asks besides, by path without query. */
export function collectedRows(
  report: ReportDefinition,
  answer: JsonObject,
  { inside, below = {} }: { inside?: InternalDomains; below?: Readonly<Record<string, JsonObject>> } = {},
): CollectedRow[] {
  const { take, result } = compilePageCollector(report, inside)();
  let pages = [{ page: answer, take }];
  while (pages.length > 0) {
    pages = pages.flatMap((asked) =>
      asked.take(asked.page, false).map((further) => {
        const page = below[further.path.replace(/\?.*/, '')];
        if (page === undefined) throw new Error(`nobody answers ${further.path}`);
        return { page, take: further.take };
      }),
    );
  }
  const names = Object.keys(report.columns);
  return result().map(({ partial, cells }) => ({
    partial,
    cells: Object.fromEntries(names.map((name, at) => [name, cells[at] ?? null])),
  }));
}
