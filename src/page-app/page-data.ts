import { isRecord, parseJson } from '../json.ts';
import { counted } from '../text/numbers.ts';
import type { PageData, PageRow, PageTable } from '../outputs/page/data.ts';
import { TableBuilder, type StoredTable } from './table/rows/stored-table.ts';
import { YieldToMain } from './yield-to-main.ts';

/** Reads the element `page-data`. Throws if it is missing or malformed. */
export function readPageData(): PageData {
  const data = parseJson(document.getElementById('page-data')?.textContent ?? '');
  if (!isPageData(data)) throw new TypeError('the data of the page is malformed');
  return data;
}

/** Checks only the outermost members: the same version wrote the program and its data into one file. */
function isPageData(data: unknown): data is PageData {
  return isRecord(data) && Array.isArray(data.tables) && Array.isArray(data.rules) && isRecord(data.places);
}

function isPageRow(row: unknown): row is PageRow {
  return Array.isArray(row) && row.slice(0, 2).filter(Array.isArray).length === 2;
}

/**
 * Reads the rows of a table from the element `rows-<at>`, and calls `progress` with the number of rows so far. Throws if
 * the element is missing or does not have the rows of the table.
 */
export async function readRows(
  page: Pick<PageTable, 'columns' | 'rows'> & Partial<PageTable>,
  at: number,
  progress: (rows: number) => void,
): Promise<StoredTable> {
  const text = document.getElementById(`rows-${at}`)?.textContent;
  if (text === undefined) throw new TypeError('the page has no rows');
  const marks = (page.highlights?.length ?? 0) + (page.views?.length ?? 0);
  const builder = new TableBuilder(page.columns, page.rows, marks, page.viewColumns);
  const yieldToMain = new YieldToMain();
  for (const chunk of linesOf(text)) {
    for (const line of linesOf(await inflated(chunk))) {
      const row: unknown = JSON.parse(line);
      if (!isPageRow(row)) throw new TypeError('a row of the page is malformed');
      builder.add(...row);
    }
    progress(builder.added);
    await yieldToMain.ifDue();
  }
  return { ...builder.table(), newRows: new Set(page.newRows) };
}

/** The lines that are not blank, one at a time: splitting many megabytes would copy them. */
function* linesOf(text: string): Generator<string, void, void> {
  let start = 0;
  while (start < text.length) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    const line = text.slice(start, end).trim();
    if (line !== '') yield line;
    start = end + 1;
  }
}

async function inflated(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/** How many items a table has, with their unit: without the blank rows of mailboxes that have none. */
export function itemsText({ rows, items, unit }: PageTable): string {
  return counted(unit[0] === 'mailbox' ? rows : items, ...unit);
}
