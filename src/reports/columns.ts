import type { Json } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { ReportDefinition } from './definition.ts';
import { compileExpression } from './expression.ts';
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
 * throws where one cannot be evaluated on what Graph sent.
 */
export function compileColumns(report: ReportDefinition, inside?: InternalDomains): CellReader {
  const expressions = Object.values(report.columns).map((text) => compileExpression(text, inside));
  const inconclusive = report.inconclusive === undefined ? undefined : compileExpression(report.inconclusive, inside);
  return (answer) => ({
    cells: expressions.map((expression) => expression(answer)),
    partial: inconclusive !== undefined && isTruthy(inconclusive(answer)),
  });
}
