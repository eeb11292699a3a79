import { findingRank, type PageCell } from '../../../outputs/page/data.ts';
import { cellAt, columnOf, type StoredColumn, type StoredTable } from './stored-table.ts';

export type Direction = 'ascending' | 'descending';

const TEXTS = new Intl.Collator('en', { numeric: true });

/** The rows in the order of the CSV: that of the list, and findings by severity, with inconclusive ones last. */
export function csvOrder(table: StoredTable): Uint32Array {
  const order = allRows(table.rows);
  const [severity, verdict] = [columnOf(table, 'Severity'), columnOf(table, 'Verdict')];
  if (table.columns[0]?.name !== 'Rule' || severity === undefined || verdict === undefined) return order;
  const ranks = order.map((row) => findingRank({ verdict: cellAt(verdict, row), severity: cellAt(severity, row) }));
  return order.sort((one, other) => (ranks[one] ?? 0) - (ranks[other] ?? 0));
}

/**
 * All rows sorted by a column: numbers before texts, blanks last in both directions, rows with equal cells in the order of
 * the list. Only distinct cells are compared as texts.
 */
export function sortedOrder(column: StoredColumn, direction: Direction): Uint32Array {
  const ranks = ranksOf(column, direction);
  const rankOf = (row: number): number => ranks[column.codes[row] ?? 0] ?? 0;
  return allRows(column.codes.length).sort((one, other) => rankOf(one) - rankOf(other));
}

function allRows(count: number): Uint32Array {
  return Uint32Array.from({ length: count }, (_, row) => row);
}

/** The rank of each value; equal values have the same rank. */
function ranksOf({ values, folded }: StoredColumn, direction: Direction): Uint32Array {
  const compare = comparison(direction);
  const codes = values.map((_, code) => code);
  const valueOf = (code: number | undefined): PageCell => (code === undefined ? '' : (values[code] ?? ''));
  // The collator is slow, and sorts far fewer pairs if the texts are nearly in order.
  codes.sort((one, other) => plainly(folded[one] ?? '', folded[other] ?? ''));
  if (direction === 'descending') codes.reverse();
  codes.sort((one, other) => compare(valueOf(one), valueOf(other)));
  const ranks = new Uint32Array(values.length);
  let rank = 0;
  for (const [place, code] of codes.entries()) {
    if (place > 0 && compare(valueOf(codes[place - 1]), valueOf(code)) !== 0) rank += 1;
    ranks[code] = rank;
  }
  return ranks;
}

function plainly(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function comparison(direction: Direction): (one: PageCell, other: PageCell) => number {
  const sign = direction === 'ascending' ? 1 : -1;
  return (one, other) => {
    if (one === '' || other === '') return Number(one === '') - Number(other === '');
    return sign * compareCells(one, other);
  };
}

function compareCells(one: PageCell, other: PageCell): number {
  if (typeof one === 'string' && typeof other === 'string') return TEXTS.compare(one, other);
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  return typeof one === 'number' ? -1 : 1;
}
