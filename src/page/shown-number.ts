const NUMBERS = new Intl.NumberFormat('en');

/** `12,345`. */
export function shownNumber(value: number): string {
  return NUMBERS.format(value);
}

/** `1 row`, `12,345 rows`. */
export function rowCount(rows: number): string {
  return `${shownNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
