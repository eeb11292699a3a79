import { findingsIn, type Finding, type ReportVerdict } from '../policy/verdict.ts';
import { tableRowsOf, type RowStatus, type TableAnswer, type TableRow } from '../reports/rows.ts';
import type { TableReport } from '../reports/table.ts';
import type { Change } from './mailbox-result.ts';

/** Everything that a run knows about a table: what passes from the source through the stages into the sinks. */
export interface TableResult {
  readonly definition: TableReport;
  /** `ok` if anything was read. */
  readonly status: RowStatus;
  /** What could not be read, else ''. Hostile text until escaped. */
  readonly error: string;
  /** None if the table is empty. One that says why if it was not read. */
  readonly rows: readonly TableRow[];
  /** Undefined if no rule is about the table. */
  readonly verdict: ReportVerdict | undefined;
  /** What differs from the earlier report; undefined if there is none to compare with. */
  readonly changes?: readonly Change[] | undefined;
}

/** Adds a judgement to a table. It has the rows of all tables of the run. */
export type TableStage = (result: TableResult, all: readonly TableResult[]) => TableResult;

/** Turns the answer of a table into rows. Verdicts are added by the stages. */
export function tableResult(answer: TableAnswer, definition: TableReport): TableResult {
  const { result, gaps } = answer;
  const [status, error] = result.status === 'ok' ? (['ok', gaps] as const) : [result.status, result.error];
  return { definition, status, error, rows: tableRowsOf(answer, definition), verdict: undefined };
}

/** The rows that were read. */
export function readRowsOf({ rows }: Pick<TableResult, 'rows'>): readonly TableRow[] {
  return rows.filter(({ content }) => content === 'item');
}

/** The findings of a table by rule, in the order of the policy. */
export function tableFindings({ verdict }: Pick<TableResult, 'verdict'>): readonly Finding[] {
  return findingsIn(verdict);
}
