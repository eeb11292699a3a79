import type { Json } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { ReportDefinition } from './definition.ts';
import { compileExpression, isTruthy, type Expression } from './expressions/expression.ts';

/** The cells of one row, in the order of the report's columns. */
export interface RowCells {
  readonly cells: Json[];
  /** Whether Graph does not show everything about the row. */
  readonly partial: boolean;
}

/** Reads the cells of a row from the response, or from the part of it that is the row. */
export type CellReader = (item: Json) => RowCells;

/**
 * Compiles a report's columns. Throws the UserError `EXPRESSION` of an expression that does not parse; the reader throws
 * an Error that names the column if an expression cannot be evaluated on a response.
 */
export function compileColumns(report: ReportDefinition, inside?: InternalDomains): CellReader {
  const expressions = Object.entries(report.columns).map(([name, text]) =>
    compileNamed(`column ${name}`, text, inside),
  );
  const inconclusive =
    report.inconclusive === undefined ? undefined : compileNamed('inconclusive', report.inconclusive, inside);
  return (item) => ({
    cells: expressions.map((expression) => emptyAsNull(expression(item))),
    partial: inconclusive !== undefined && isTruthy(inconclusive(item)),
  });
}

/** Graph returns null for one mailbox and '' for another. Rules see both as blank. */
function emptyAsNull(cell: Json): Json {
  return cell === '' ? null : cell;
}

function compileNamed(name: string, text: string, inside: InternalDomains | undefined): Expression {
  const expression = compileExpression(text, inside);
  return (item) => {
    try {
      return expression(item);
    } catch (error) {
      throw new Error(`${name} cannot be evaluated on the response`, { cause: error });
    }
  };
}
