import type { Json } from '../json.ts';
import type { ReportDefinition } from './definition.ts';
import { compileExpression } from './expression.ts';

/** Makes the cells of one row, in the order of the report's columns, from Graph's answer for one mailbox. */
export type CellReader = (answer: Json) => Json[];

/** Compiles a report's columns once for the run. Throws the UserError of an expression that does not parse. */
export function compileColumns(report: ReportDefinition): CellReader {
  const expressions = Object.values(report.columns).map(compileExpression);
  return (answer) => expressions.map((expression) => expression(answer));
}
