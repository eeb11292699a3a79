import type { JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { EpochMs } from '../text/numbers.ts';
import { compileItems } from './collect.ts';
import { compileColumns } from './columns.ts';
import { EvaluationContext } from './expressions/evaluation.ts';
import { NOT_KNOWN } from './known.ts';
import { rowWith } from './row-view.ts';
import type { RowCells } from './rows.ts';
import type { CmdletObjects, CmdletTable, ListedTable, MadeTable, TableContext } from './table.ts';

/** Makes rows of the objects that a listing or a cmdlet returned. Throws if they do not have the expected shape. */
export type TableRowReader = (objects: readonly JsonObject[], inside: InternalDomains | undefined) => RowCells[];

/** Compiles how the objects of a table become rows. Throws the UserError `EXPRESSION` of an expression that does not parse. */
export function compileTableRows(table: ListedTable | CmdletTable, now: EpochMs): TableRowReader {
  const cells = compileColumns(table);
  const { rows } = table;
  if (rows === undefined) {
    return ([object, ...others], inside) => {
      if (object !== undefined && others.length === 0) return [cells(object, new EvaluationContext(inside, now))];
      throw new TypeError(
        `There ${others.length === 0 ? 'is no object' : `are ${others.length + 1} objects`}, and the report has no "rows"`,
      );
    };
  }
  const items = compileItems(table, rows);
  return (objects, inside) => {
    const context = new EvaluationContext(inside, now);
    return items({ value: [...objects] }, context).map((item) => cells(item, context));
  };
}

/** The rows of a table whose cells functions make. */
export function madeRows(
  { columns, made, eachOf = (objects) => [objects] }: MadeTable,
  objects: CmdletObjects,
  context: TableContext,
): RowCells[] {
  return eachOf(objects).map((own) =>
    rowWith(Object.keys(columns).map((name) => made[name]?.(own, context) ?? NOT_KNOWN)),
  );
}
