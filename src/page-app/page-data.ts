import { isObject, parseJson, type Json } from '../json.ts';
import { counted } from '../text/numbers.ts';
import {
  RowDecoder,
  type PageData,
  type PageHighlight,
  type PagePlaces,
  type PageRule,
  type PageTable,
} from '../outputs/page/data.ts';
import { TableBuilder, type StoredTable } from './table/rows/stored-table.ts';
import { YieldToMain } from './yield-to-main.ts';

/** Reads the element `page-data`. Throws if it is missing or malformed. */
export function readPageData(): PageData {
  const data = parseJson(document.getElementById('page-data')?.textContent ?? '');
  if (!isObject(data)) throw new TypeError('the data of the page is malformed');
  const { bom, delimiter, when, run, tables, rules, places, source, first } = data;
  if (
    typeof bom !== 'boolean' ||
    (delimiter !== ',' && delimiter !== ';') ||
    typeof when !== 'number' ||
    typeof run !== 'string' ||
    !Array.isArray(tables) ||
    !Array.isArray(rules)
  ) {
    throw new TypeError('the data of the page is malformed');
  }
  return {
    ...{ bom, delimiter, when, run, tables: tables.map(pageTable), rules: rules.map(pageRule) },
    ...{ places: pagePlaces(places), source: typeof source === 'string' ? source : undefined },
    ...(typeof first === 'string' ? { first } : {}),
  };
}

function pageRule(rule: Json): PageRule {
  if (!isObject(rule)) throw new TypeError('the description of a rule is malformed');
  const { id, title, report, help, settings, isPlanned } = rule;
  if (typeof id !== 'string' || typeof title !== 'string' || typeof report !== 'string') {
    throw new TypeError('the description of a rule is malformed');
  }
  return {
    ...{ id, title, report, help: typeof help === 'string' ? help : undefined },
    settings: isObject(settings) ? settings : undefined,
    isPlanned: isPlanned === true,
  };
}

function pagePlaces(places: Json | undefined): PagePlaces {
  const { columns, rows } = isObject(places) ? places : {};
  if (!isTexts(columns) || typeof rows !== 'number') throw new TypeError('the data of the page is malformed');
  return { columns, rows };
}

function pageTable(table: Json): PageTable {
  if (!isObject(table)) throw new TypeError('the description of a table is malformed');
  const { name, file, columns, listed, rows, items, findings, experimental, newRows, unit, highlights } = table;
  if (
    typeof name !== 'string' ||
    typeof file !== 'string' ||
    typeof rows !== 'number' ||
    typeof items !== 'number' ||
    !isTexts(columns) ||
    !isTexts(unit) ||
    !Array.isArray(highlights)
  ) {
    throw new TypeError('the description of a table is malformed');
  }
  const [singular = '', plural = ''] = unit;
  return {
    ...{ name, file, columns, rows, items, findings: findings === true, experimental: experimental === true },
    listed: isTexts(listed) ? listed : [],
    newRows: numbersIn(newRows),
    unit: [singular, plural],
    highlights: highlights.map(pageHighlight),
  };
}

function pageHighlight(highlight: Json): PageHighlight {
  if (!isObject(highlight)) throw new TypeError('the description of a highlight is malformed');
  const { title, columns, mailboxes, rows } = highlight;
  if (typeof title !== 'string' || !isTexts(columns) || typeof mailboxes !== 'number' || typeof rows !== 'number') {
    throw new TypeError('the description of a highlight is malformed');
  }
  return { title, columns, mailboxes, rows };
}

function numbersIn(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'number') : [];
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
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
  const builder = new TableBuilder(page.columns, page.rows, page.highlights?.length);
  const decoder = new RowDecoder(page.columns.length);
  const yieldToMain = new YieldToMain();
  for (const chunk of linesOf(text)) {
    for (const line of linesOf(await inflated(chunk))) {
      const { cells, highlights } = decoder.decode(line);
      builder.add(cells, highlights);
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
