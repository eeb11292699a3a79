import { isOwnColumn, UNKNOWN, type ReportDefinition } from '../reports/definition.ts';

/** Positions of the cells of a record in a CSV whose value is unknown. */
export type UnknownCells = (cells: readonly string[]) => ReadonlySet<number>;

/** What a CSV shows of a report's unknown cells. */
type Hiding = Pick<ReportDefinition, 'columns' | 'inconclusive' | 'responseObjects'>;

/**
 * Finds unknown cells in the CSV of a report: the word `inconclusive` in a column that may have it, the blank cells of a row
 * that a column marks as not completely shown, such as `ReadOnly` of `inbox-rules`, and a built-in report's row without any
 * value. Another blank cell counts as empty, since a CSV does not show that its value was hidden.
 *
 * @param names the columns of the records
 */
export function unknownCellsOf(
  { columns, inconclusive, responseObjects }: Hiding,
  names: readonly string[],
): UnknownCells {
  const own = names.flatMap((name, at) => (isOwnColumn(name) ? [at] : []));
  const withWord = own.filter((at) => columns[names[at] ?? '']?.includes(`'${UNKNOWN}'`) === true);
  const mark = inconclusive === undefined ? -1 : (own.find((at) => columns[names[at] ?? ''] === inconclusive) ?? -1);
  return (cells) => {
    const unknown = new Set(withWord.filter((at) => cells[at] === UNKNOWN));
    const hasUnknownBlanks =
      cells[mark] === 'true' ||
      (responseObjects !== undefined && own.every((at) => cells[at] === '' || unknown.has(at)));
    if (hasUnknownBlanks) for (const at of own) if (cells[at] === '') unknown.add(at);
    return unknown;
  };
}
