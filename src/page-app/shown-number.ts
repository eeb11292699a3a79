const NUMBERS = new Intl.NumberFormat('en');

/** `12,345`. */
export function shownNumber(value: number): string {
  return NUMBERS.format(value);
}

/** `1 finding`, `12,345 findings`. */
export function findingCount(findings: number): string {
  return `${shownNumber(findings)} ${findings === 1 ? 'finding' : 'findings'}`;
}

/** `1 row`, `12,345 rows`. */
export function rowCount(rows: number): string {
  return `${shownNumber(rows)} ${rows === 1 ? 'row' : 'rows'}`;
}
