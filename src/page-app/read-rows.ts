import { RowDecoder, type PageTable } from '../output/page/data.ts';
import { Breath } from './breath.ts';
import { TableBuilder, type StoredTable } from './stored-table.ts';

/**
 * Reads the rows of a table from the element `rows-<at>`, chunk by chunk, and tells after each how many there are so far.
 * Throws where the element is missing or holds something else than its table's rows.
 */
export async function readRows(page: PageTable, at: number, tell: (rows: number) => void): Promise<StoredTable> {
  const text = document.getElementById(`rows-${at}`)?.textContent;
  if (text === undefined) throw new TypeError('the page has lost its rows');
  const builder = new TableBuilder(page.columns, page.rows);
  const decoder = new RowDecoder(page.columns.length);
  const breath = new Breath();
  for (const chunk of linesOf(text)) {
    for (const line of linesOf(await inflated(chunk))) builder.add(decoder.decode(line));
    tell(builder.added);
    await breath.take();
  }
  return builder.table();
}

/** Lines without blank ones, one at a time: many megabytes are not copied all at once. */
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
