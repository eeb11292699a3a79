import { cellAt, type StoredColumn } from './stored-table.ts';

const MOST_CHOICES = 30;
const MEASURED = 500;
const NARROWEST = 8;
const WIDEST = 34;
/** Of the names of the rows, which are there to be read: addresses are seldom longer. */
const WIDEST_NAME = 60;
/** In the header stand, beside the name, the mark of its order and room to press. */
const HEADER_EXTRA = 3;

/** Whether so few values occur that one is chosen from a list. */
export function hasChoices(column: StoredColumn): boolean {
  return column.values.length <= MOST_CHOICES;
}

/** Whether all cells are numbers, blank ones aside. */
export function isNumeric(column: StoredColumn): boolean {
  let numbers = 0;
  for (const value of column.values) {
    if (typeof value === 'number') numbers += 1;
    else if (value !== '') return false;
  }
  return numbers > 0;
}

/** How many characters wide a column is shown: its name and the words find room of which it has few, and of others nine of ten. */
export function widthInCharacters(column: StoredColumn): number {
  const ofRows = sampled(column.codes.length).map((row) => String(cellAt(column, row)).length);
  const ofValues = sampled(column.values.length).map((code) => String(column.values[code] ?? '').length);
  const longest = hasChoices(column) ? Math.max(...ofValues) : 0;
  const wanted = Math.max(longest, common(ofRows), common(ofValues), column.name.length + HEADER_EXTRA);
  return Math.min(WIDEST, Math.max(NARROWEST, wanted));
}

/** The same of the first column, which names the rows: all of those that are looked at find room. */
export function nameWidthInCharacters(column: StoredColumn): number {
  const longest = Math.max(0, ...sampled(column.values.length).map((code) => String(column.values[code] ?? '').length));
  return Math.min(WIDEST_NAME, Math.max(widthInCharacters(column), longest));
}

/** So many numbers below a count that they tell how it is with all. */
function sampled(count: number): readonly number[] {
  const taken = Math.min(count, MEASURED);
  return Array.from({ length: taken }, (_, at) => Math.floor((at * count) / taken));
}

/** The length that nine of ten do not exceed, blank ones aside. */
function common(lengths: readonly number[]): number {
  const filled = lengths.filter((length) => length > 0).sort((one, other) => one - other);
  return filled[Math.floor((filled.length - 1) * 0.9)] ?? 0;
}
