import type { PageCollector, TakePage } from '../graph/query.ts';
import { property, type JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { compileColumns, type Cells } from './columns.ts';
import type { ReportDefinition } from './definition.ts';
import { compileRows, PLAIN_ROWS } from './rows-in.ts';
import { treeOf } from './tree.ts';

/** Begins to gather a report's rows of one mailbox. */
export type Gather = () => PageCollector<Cells[]>;

/**
 * Compiles how a report's rows are made of pages. Throws the UserError of an expression that does not parse; what is
 * gathered throws where the answer does not fit.
 */
export function compileGathering(report: ReportDefinition, inside?: InternalDomains): Gather {
  const cells = compileColumns(report, inside);
  const { rows, request } = report;
  if (request.children !== undefined) return treeOf(request, { rows: rows ?? 'value', cells, inside });
  if (rows === undefined) return () => ofWhole((answer) => [cells(answer)]);
  const items = compileRows(rows, inside);
  if (PLAIN_ROWS.test(rows)) return () => pageByPage((page) => items(page).map(cells));
  return () => ofWhole((answer) => items(answer).map(cells));
}

/** Only the cells of a page are held. */
function pageByPage(read: (page: JsonObject) => Cells[]): PageCollector<Cells[]> {
  const gathered: Cells[] = [];
  const take: TakePage = (page) => {
    for (const row of read(page)) gathered.push(row);
    return [];
  };
  return { take, result: () => gathered };
}

/** The pages of a collection are put together first, as if Graph had sent one. */
function ofWhole(read: (answer: JsonObject) => Cells[]): PageCollector<Cells[]> {
  let whole: JsonObject | undefined;
  let result: Cells[] = [];
  const take: TakePage = (page, more) => {
    if (whole === undefined && !more) {
      result = read(page);
      return [];
    }
    whole ??= { ...page, value: [] };
    append(whole, page);
    if (!more) result = read(whole);
    return [];
  };
  return { take, result: () => result };
}

/** Others may have the page too, so it stays as it is. */
function append(whole: JsonObject, page: JsonObject): void {
  const [values, further] = [property(whole, 'value'), property(page, 'value')];
  if (!Array.isArray(values) || !Array.isArray(further)) throw new TypeError('a page without "value"');
  for (const value of further) values.push(value);
}
