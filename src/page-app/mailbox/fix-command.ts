import type { PageRule } from '../../outputs/page/data.ts';
import { commandText } from '../../text/power-shell.ts';
import { REGISTERED_COLUMN } from '../../text/registration.ts';
import type { CellText } from './mailbox-rows.ts';

/**
 * The PowerShell command that corrects a finding of a rule. Undefined if none is certain to.
 *
 * @param cell reads the row of the table of findings
 * @param isUnique whether the mailbox has only one row with an item in the report of the rule
 */
export function correction(
  cell: CellText,
  { command, removal, item: columns = [] }: PageRule,
  isUnique: (item: string) => boolean,
): string | undefined {
  const [item, column] = [cell('Item'), cell('Column')];
  if (column === '') return undefined;
  const cells = itemCells(item, columns);
  const textOf = (name: string): string => cells.get(name) ?? cell(name);
  if (removal === undefined) {
    return command === undefined || (item !== '' && !isUnique(item)) ? undefined : commandText(command, textOf);
  }
  const { by, commands, unless } = removal;
  if (unless.includes(column) && cell('Found') !== 'false') return undefined;
  // A right that is due for review is meant to be.
  if (column === REGISTERED_COLUMN && cell('Found') === 'due') return undefined;
  const chosen = Object.entries(commands).find(([value]) => value === textOf(by))?.[1];
  return chosen && commandText(chosen, textOf);
}

/** The cells that an item joins, by their columns. Only the first of them may have the separator in it. */
export function itemCells(item: string, columns: readonly string[]): ReadonlyMap<string, string> {
  const parts = item.split('; ');
  const first = parts.slice(0, parts.length - columns.length + 1).join('; ');
  const texts = [first, ...parts.slice(parts.length - columns.length + 1)];
  return new Map(columns.map((column, at) => [column, texts[at] ?? '']));
}
