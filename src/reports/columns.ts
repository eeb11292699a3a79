import type { Json } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { ReportDefinition } from './definition.ts';
import { compileExpression, type Expression } from './expression.ts';
import { isTruthy } from './truthy.ts';

/** The cells that one thing in an answer gives, in the order of the report's columns. */
export interface Cells {
  readonly cells: Json[];
  /** Whether Graph keeps back what a rule would have to know. */
  readonly partial: boolean;
}

export type CellReader = (answer: Json) => Cells;

/**
 * Compiles a report's columns once for the run. Throws the UserError of an expression that does not parse; the reader
 * throws where one cannot be evaluated on what Graph sent, and names it.
 */
export function compileColumns(report: ReportDefinition, inside?: InternalDomains): CellReader {
  const expressions = Object.entries(report.columns).map(([name, text]) => named(`column ${name}`, text, inside));
  const inconclusive =
    report.inconclusive === undefined ? undefined : named('inconclusive', report.inconclusive, inside);
  return (answer) => ({
    cells: expressions.map((expression) => orNothing(expression(answer))),
    partial: inconclusive !== undefined && isTruthy(inconclusive(answer)),
  });
}

/** For people who write rules a cell is blank or not: Graph has `null` for one mailbox and an empty text for the next. */
function orNothing(cell: Json): Json {
  return cell === '' ? null : cell;
}

function named(name: string, text: string, inside: InternalDomains | undefined): Expression {
  const expression = compileExpression(text, inside);
  return (answer) => {
    try {
      return expression(answer);
    } catch (error) {
      throw new Error(`${name} cannot be made of the answer`, { cause: error });
    }
  };
}
