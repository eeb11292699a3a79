import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { JsonObject } from '../json.ts';
import { isExchangeReport, isMadeReport, type MadeReport, type ReportDefinition } from './definition.ts';
import { neededReports, type DerivedColumn, type Reading } from './derived-column.ts';
import type { Deriver } from './deriver.ts';
import { atLeast } from './known.ts';
import { rowWith, rowViewer } from './row-view.ts';
import type { RowCells } from './rows.ts';

/** The reports that a run needs for all that a column of a derived report can say. */
export function sourcesOf({ made }: MadeReport, column: string): readonly string[] {
  const derived = Object.hasOwn(made, column) ? made[column] : undefined;
  if (derived === undefined) return [];
  return [...new Set(Object.keys(derived.sources).flatMap((source) => neededReports(derived, source)))];
}

/** By column that a run of these reports cannot fill, the reports that would, all of one of the alternatives. */
export function lackingSources(
  { made }: MadeReport,
  reports: readonly ReportDefinition[],
): Readonly<Record<string, readonly (readonly string[])[]>> {
  const names = new Set(reports.map(({ name }) => name));
  const entries = Object.entries(made).flatMap(([column, derived]) => {
    const alternatives = Object.keys(derived.sources).map((source) =>
      neededReports(derived, source).filter((name) => !names.has(name)),
    );
    const lacking = derived.needs === 'one' ? alternatives : [[...new Set(alternatives.flat())]];
    return lacking.some((of) => of.length === 0) ? [] : [[column, lacking] as const];
  });
  return Object.fromEntries(entries);
}

/** Makes the one row a mailbox of a report that says how each of its columns is made. It reads nothing itself. */
export const columnsDeriver: Deriver = {
  begin:
    ({ exchange }) =>
    ({ report, others }) => {
      if (!isMadeReport(report)) throw new Error(`the report ${report.name} does not say how its columns are made`);
      // A report of Exchange Online has rows once these are read.
      const organizationOf: OrganizationOf = (other) =>
        isExchangeReport(other) ? exchange?.directory().organization.objectsOf(other.request) : undefined;
      const rowOf = compileDerivedRow(report.made, others, organizationOf);
      return { resultsOf: (answers) => answers.map(({ results }) => rowOf(results)) };
    },
};

/** The objects of the organization that a report reads. Undefined: they are not known. */
type OrganizationOf = (report: ReportDefinition) => JsonObject | undefined;

/**
 * Compiles how the row of a mailbox is made of its results in other reports.
 *
 * @param made the columns of the report, in their order
 * @param reports those that have results, in the order of the results
 * @param organizationOf called for each mailbox
 * @returns a function whose result is a failure only if no source was read
 */
export function compileDerivedRow(
  made: Readonly<Record<string, DerivedColumn>>,
  reports: readonly ReportDefinition[],
  organizationOf: OrganizationOf = () => undefined,
): (results: readonly QueryResult<RowCells[]>[]) => QueryResult<RowCells[]> {
  const inRun = new Set(reports.map(({ name }) => name));
  const columns = Object.values(made).map((column) => ({
    join: column.join,
    readings: Object.entries(column.sources).map(([name, reading]) => {
      const isWhole = neededReports(column, name).every((one) => inRun.has(one));
      return { name, read: isWhole ? reading : inPart(reading) };
    }),
  }));
  const names = new Set(columns.flatMap(({ readings }) => readings.map(({ name }) => name)));
  const sources = reports.flatMap((report, index) => {
    if (!names.has(report.name)) return [];
    return [{ report, index, view: rowViewer(Object.keys(report.columns)) }];
  });
  return (results) => {
    const readByReport = new Map<string, Parameters<Reading>>();
    let failure: QueryFailure | undefined;
    for (const { report, index, view } of sources) {
      const result = results[index];
      if (result?.status === 'ok')
        readByReport.set(report.name, [result.value.map(view), organizationOf(report) ?? {}]);
      else if (result !== undefined) failure ??= { status: result.status, error: `${report.name}: ${result.error}` };
    }
    if (readByReport.size === 0) return failure ?? { status: 'failed', error: 'No source has a result' };
    const values = columns.map(({ readings, join }) =>
      join(
        readings.map(({ name, read }) => {
          const found = readByReport.get(name);
          return found && read(...found);
        }),
      ),
    );
    return { status: 'ok', value: [rowWith(values)] };
  };
}

/** What a source shows that is not made of all that it needs. */
function inPart(reading: Reading): Reading {
  return (...read) => {
    const value = reading(...read);
    return value?.isKnown === true ? atLeast(value.value) : value;
  };
}
