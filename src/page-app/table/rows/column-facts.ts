import { cellAt, type StoredColumn } from './stored-table.ts';

const MAX_CHOICES = 30;
/** Cells that are measured to choose a width. */
const MAX_MEASURED = 500;
/** Widths in characters. */
const MIN_WIDTH = 8;
const MAX_WIDTH = 34;
/** For sentences. */
const MAX_SENTENCE_WIDTH = 90;
const SENTENCES: readonly string[] = ['Error', 'Message'];
/** For the first column, which identifies the rows; few addresses are longer. */
const MAX_NAME_WIDTH = 60;
/** Space for the sort mark in the header. */
const HEADER_EXTRA = 3;

/** Whether a column has so few values that its filter is a list. */
export function hasChoices(column: StoredColumn): boolean {
  return column.values.length <= MAX_CHOICES;
}

/** Whether all cells are numbers or blank. */
export function isNumeric(column: StoredColumn): boolean {
  let numbers = 0;
  for (const value of column.values) {
    if (typeof value === 'number') numbers += 1;
    else if (value !== '') return false;
  }
  return numbers > 0;
}

/** The width of a column in characters: its name fits, and so do all values if there are few, else nine of ten. */
export function widthInCharacters(column: StoredColumn): number {
  const ofRows = sampled(column.codes.length).map((row) => String(cellAt(column, row)).length);
  const ofValues = sampled(column.values.length).map((code) => String(column.values[code] ?? '').length);
  const longest = hasChoices(column) ? Math.max(...ofValues) : 0;
  const wanted = Math.max(longest, common(ofRows), common(ofValues), column.name.length + HEADER_EXTRA);
  return Math.min(SENTENCES.includes(column.name) ? MAX_SENTENCE_WIDTH : MAX_WIDTH, Math.max(MIN_WIDTH, wanted));
}

/** The same for the first column, which identifies the rows: all measured values fit. */
export function nameWidthInCharacters(column: StoredColumn): number {
  const longest = Math.max(0, ...sampled(column.values.length).map((code) => String(column.values[code] ?? '').length));
  return Math.min(MAX_NAME_WIDTH, Math.max(widthInCharacters(column), longest));
}

/** Evenly spaced numbers below a count. */
function sampled(count: number): readonly number[] {
  const taken = Math.min(count, MAX_MEASURED);
  return Array.from({ length: taken }, (_, at) => Math.floor((at * count) / taken));
}

/** The length that nine of ten values that are not blank do not exceed. */
function common(lengths: readonly number[]): number {
  const filled = lengths.filter((length) => length > 0).sort((one, other) => one - other);
  return filled[Math.floor((filled.length - 1) * 0.9)] ?? 0;
}
