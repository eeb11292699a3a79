import type { Json } from '../../json.ts';
import { defusedText, type CsvDelimiter } from '../../text/csv.ts';
import { counted } from '../../text/numbers.ts';
import type { PageData, PageTable } from '../../outputs/page/data.ts';
import { announceCopy, button, element } from '../element.ts';
import type { ShownTable } from './rows/shown-table.ts';
import { cellAt } from './rows/stored-table.ts';
import { YieldToMain } from '../yield-to-main.ts';

/** Spreadsheets paste an HTML table of this size quickly; of more rows they get the CSV text alone. */
const MAX_ROWS_AS_TABLE = 5_000;

const ROWS_PER_PART = 1_000;

/** The format of the CSVs of the run. */
type CsvFormat = Pick<PageData, 'bom' | 'delimiter'>;

/** Buttons that copy and download the shown rows. `announce` is called with what was done. */
export function exportButtons(
  shown: ShownTable,
  { file }: PageTable,
  format: CsvFormat,
  announce: (text: string) => void,
): HTMLElement {
  const copy = button('Copy', () => {
    const copied = `Copied ${counted(shown.rows.length, 'row', 'rows')} as CSV.`;
    announceCopy(copyCsv(shown, format), announce, copied, ': download the CSV instead.');
  });
  const save = button('Download CSV', () => {
    const rows = shown.rows.length;
    const name = shown.filtered ? file.replace(/\.csv$/, '-filtered.csv') : file;
    downloadCsv(shown, name, format).then(
      () => announce(`Downloaded ${counted(rows, 'row', 'rows')} as ${name}.`),
      () => announce('The CSV could not be created: the browser lacks memory.'),
    );
  });
  return element('div', { class: 'export', role: 'group', 'aria-label': 'What is shown' }, copy, save);
}

/** Downloads the shown rows and columns as a CSV, byte for byte as the action writes it. */
async function downloadCsv(shown: ShownTable, file: string, { bom, delimiter }: CsvFormat): Promise<void> {
  const parts = await allParts(shown, delimiter);
  if (bom) parts.unshift('\uFEFF');
  download(parts, file, 'text/csv;charset=utf-8');
}

/** Downloads a text as a file. */
export function download(parts: string[], file: string, type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  element('a', { href: address, download: file }).click();
  // The browser starts the download well within this time, and then the memory can be freed.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/**
 * Copies the shown rows and columns to the clipboard: as CSV, and as an HTML table for spreadsheets unless it is too long.
 * Rejects if the browser does not allow it.
 */
async function copyCsv(shown: ShownTable, { delimiter }: CsvFormat): Promise<void> {
  // Browsers allow access to the clipboard only directly after the click; the text may follow later.
  const content: Record<string, Promise<Blob>> = {
    'text/plain': allParts(shown, delimiter).then((parts) => new Blob(parts, { type: 'text/plain' })),
  };
  if (shown.rows.length <= MAX_ROWS_AS_TABLE) {
    content['text/html'] = Promise.resolve(new Blob([tableMarkup(shown)], { type: 'text/html' }));
  }
  await navigator.clipboard.write([new ClipboardItem(content)]);
}

async function allParts({ columns, rows }: ShownTable, delimiter: CsvDelimiter): Promise<string[]> {
  const names = columns.map(({ name }) => name);
  const parts = [csvRecord(names, delimiter)];
  const yieldToMain = new YieldToMain();
  for (let start = 0; start < rows.length; start += ROWS_PER_PART) {
    let part = '';
    for (const row of rows.subarray(start, start + ROWS_PER_PART)) {
      const cells = columns.map((column) => cellAt(column, row));
      part += csvRecord(cells, delimiter);
    }
    parts.push(part);
    await yieldToMain.ifDue();
  }
  return parts;
}

/** A record as the action writes it: `csvRecord` of its outputs, without the library. */
function csvRecord(cells: readonly Json[], delimiter: CsvDelimiter): string {
  const written = cells.map((cell) => {
    const text = defusedText(cell);
    return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(delimiter)}\r\n`;
}

/** Formulas are defused as in the CSV: a spreadsheet evaluates those of a pasted table too. */
function tableMarkup({ columns, rows }: ShownTable): string {
  const table = element('table', {}, element('tr', {}, ...columns.map((column) => element('th', {}, column.name))));
  for (const row of rows) {
    table.append(element('tr', {}, ...columns.map((column) => element('td', {}, defusedText(cellAt(column, row))))));
  }
  return table.outerHTML;
}
