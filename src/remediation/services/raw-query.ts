import type { ExchangeQuery } from '../../exchange/query.ts';
import type { PageCollector } from '../../graph/query.ts';
import { property, type Json, type JsonObject } from '../../json.ts';
import type { RowCells } from '../../reports/rows.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import type { ReportQuery } from '../../reports/collect.ts';
import type { Row } from '../../reports/rows.ts';

/**
 * A query of a report whose rows have Graph's JSON as an additional last cell: a plan needs properties that are no column,
 * from the same response that is judged.
 */
export function withRaw(query: ReportQuery, { rows }: ReportDefinition): ReportQuery {
  const itemsOf = (page: JsonObject): readonly Json[] => {
    if (rows === undefined) return [page];
    const items = property(page, rows);
    return Array.isArray(items) ? items : [];
  };
  return { ...query, newCollector: () => rawCollector(query.newCollector(), itemsOf) };
}

/** The same for a query of Exchange Online: the additional cell has the object of the mailbox. */
export function withRawObject(query: ExchangeQuery<RowCells[]>): ExchangeQuery<RowCells[]> {
  return {
    ...query,
    read: (found) => query.read(found).map((row) => ({ ...row, cells: [...row.cells, found] })),
  };
}

function rawCollector(
  collector: PageCollector<RowCells[]>,
  itemsOf: (page: JsonObject) => readonly Json[],
): PageCollector<RowCells[]> {
  const items: Json[] = [];
  return {
    onPage: (page, hasMore) => {
      for (const item of itemsOf(page)) items.push(item);
      return collector.onPage(page, hasMore);
    },
    result: () => collector.result().map((row, at) => ({ ...row, cells: [...row.cells, items[at] ?? null] })),
  };
}

/** The service's JSON of a row that was read so; undefined if the row is not about anything that the service returned. */
export function rawOf({ cells, content }: Row, { columns }: ReportDefinition): Json | undefined {
  return content === 'item' ? cells[Object.keys(columns).length] : undefined;
}
