import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { isMadeReport, type MadeReport, type ReportDefinition } from './definition.ts';
import type { DerivedColumn } from './derived-column.ts';
import type { Deriver } from './deriver.ts';
import { known, type RowView } from './known.ts';
import { rowWith, rowViewer } from './row-view.ts';
import type { RowCells } from './rows.ts';

/** The reports that say what a column of a derived report is. */
export function sourcesOf({ made }: MadeReport, column: string): readonly string[] {
  return Object.keys(Object.hasOwn(made, column) ? (made[column]?.sources ?? {}) : {});
}

/** By column that is not fully known in a run of these reports, the reports that would say more. */
export function lackingSources(
  { made }: MadeReport,
  reports: readonly ReportDefinition[],
): Readonly<Record<string, readonly string[]>> {
  const names = new Set(reports.map(({ name }) => name));
  const entries = Object.entries(made).flatMap(([column, { sources, join }]) => {
    const sourceNames = Object.keys(sources);
    // As if each source of the run knew it.
    const { isKnown } = join(sourceNames.map((name) => (names.has(name) ? known([]) : undefined)));
    return isKnown ? [] : [[column, sourceNames.filter((name) => !names.has(name))] as const];
  });
  return Object.fromEntries(entries);
}

/** Makes the one row a mailbox of a report that says how each of its columns is made. It reads nothing itself. */
export const columnsDeriver: Deriver = {
  begin:
    () =>
    ({ report, others }) => {
      if (!isMadeReport(report)) throw new Error(`the report ${report.name} does not say how its columns are made`);
      const rowOf = compileDerivedRow(report.made, others);
      return { resultsOf: (answers) => answers.map(({ results }) => rowOf(results)) };
    },
};

/**
 * Compiles how the row of a mailbox is made of its results in other reports.
 *
 * @param made the columns of the report, in their order
 * @param reports those that have results, in the order of the results
 * @returns a function whose result is a failure only if no source was read
 */
export function compileDerivedRow(
  made: Readonly<Record<string, DerivedColumn>>,
  reports: readonly ReportDefinition[],
): (results: readonly QueryResult<RowCells[]>[]) => QueryResult<RowCells[]> {
  const columns = Object.values(made).map(({ sources, join }) => ({ readings: Object.entries(sources), join }));
  const names = new Set(columns.flatMap(({ readings }) => readings.map(([name]) => name)));
  const sources = reports.flatMap((report, index) => {
    if (!names.has(report.name)) return [];
    return [{ name: report.name, index, view: rowViewer(Object.keys(report.columns)) }];
  });
  return (results) => {
    const rowsByReport = new Map<string, readonly RowView[]>();
    let failure: QueryFailure | undefined;
    for (const { name, index, view } of sources) {
      const result = results[index];
      if (result?.status === 'ok') rowsByReport.set(name, result.value.map(view));
      else if (result !== undefined) failure ??= { status: result.status, error: `${name}: ${result.error}` };
    }
    if (rowsByReport.size === 0) return failure ?? { status: 'failed', error: 'No source has a result' };
    const values = columns.map(({ readings, join }) =>
      join(
        readings.map(([name, reading]) => {
          const rows = rowsByReport.get(name);
          return rows && reading(rows);
        }),
      ),
    );
    return { status: 'ok', value: [rowWith(values)] };
  };
}
