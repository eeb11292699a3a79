import { Breath } from './breath.ts';
import { csvParts, defused } from './csv-parts.ts';
import { element } from './element.ts';
import type { ShownTable } from './shown-table.ts';

/** Spreadsheets take a table of so many rows quickly; of more they get the text alone. */
const MOST_ROWS_AS_TABLE = 5_000;

/** Lets the browser save what is shown as a CSV, byte for byte as the action writes it. */
export async function downloadCsv(shown: ShownTable, file: string, bom: boolean): Promise<void> {
  const parts = await allParts(shown);
  if (bom) parts.unshift('\uFEFF');
  const address = URL.createObjectURL(new Blob(parts, { type: 'text/csv;charset=utf-8' }));
  element('a', { href: address, download: file }).click();
  // The download has begun by then, and the memory is wanted back.
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}

/**
 * Puts what is shown on the clipboard: as CSV, and as a table for spreadsheets where it is not too long. Rejects where the
 * browser does not allow it.
 */
export async function copyCsv(shown: ShownTable): Promise<void> {
  // The clipboard is asked for at once, while the browser still knows of the press; the text may come later.
  const content: Record<string, Promise<Blob>> = {
    'text/plain': allParts(shown).then((parts) => new Blob(parts, { type: 'text/plain' })),
  };
  if (shown.rows.length <= MOST_ROWS_AS_TABLE) {
    content['text/html'] = Promise.resolve(new Blob([tableMarkup(shown)], { type: 'text/html' }));
  }
  await navigator.clipboard.write([new ClipboardItem(content)]);
}

async function allParts({ columns, rows }: ShownTable): Promise<string[]> {
  const parts: string[] = [];
  const breath = new Breath();
  for (const part of csvParts(columns, rows)) {
    parts.push(part);
    await breath.take();
  }
  return parts;
}

/** Defused as the CSV is: a spreadsheet reads formulas from a pasted table too. */
function tableMarkup({ columns, rows }: ShownTable): string {
  const table = element('table', {}, element('tr', {}, ...columns.map((column) => element('th', {}, column.name))));
  for (const row of rows) {
    table.append(element('tr', {}, ...columns.map((column) => element('td', {}, defused(column, row)))));
  }
  return table.outerHTML;
}
