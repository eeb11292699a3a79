import { isRecord } from '../json.ts';
import type { PageData, PageTable } from '../output/page/data.ts';

/** What the page says of itself. Throws where the element is missing or holds something else. */
export function readPageData(): PageData {
  const data: unknown = JSON.parse(document.getElementById('page-data')?.textContent ?? '');
  if (!isRecord(data)) throw new TypeError('the page does not say what it shows');
  const { bom, when, tables } = data;
  if (typeof bom !== 'boolean' || typeof when !== 'number' || !Array.isArray(tables)) {
    throw new TypeError('the page does not say what it shows');
  }
  return { bom, when, tables: tables.map(pageTable) };
}

function pageTable(table: unknown): PageTable {
  if (!isRecord(table)) throw new TypeError('a table of the page is not described');
  const { name, file, columns, rows, findings } = table;
  if (typeof name !== 'string' || typeof file !== 'string' || typeof rows !== 'number' || !isTexts(columns)) {
    throw new TypeError('a table of the page is not described');
  }
  return { name, file, columns, rows, findings: findings === true };
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
