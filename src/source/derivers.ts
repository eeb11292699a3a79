import { accessDeriver } from '../access/access-deriver.ts';
import { applicationsDeriver } from '../applications/applications-deriver.ts';
import { isDerivedReport, type DerivedReport, type ReportDefinition } from '../reports/definition.ts';
import { columnsDeriver } from '../reports/derived-row.ts';
import type { Derivation, DerivedRun, Deriver, DeriverServices } from '../reports/deriver.ts';

/** By the names that definitions have for them. To add one, add its line. */
const DERIVERS: ReadonlyMap<string, Deriver> = new Map([
  ['access', accessDeriver],
  ['applications', applicationsDeriver],
  ['columns', columnsDeriver],
]);

/** What makes the rows of a derived report. */
export function deriverOf({ name, deriver: key }: DerivedReport): Deriver {
  const deriver = DERIVERS.get(key);
  if (deriver === undefined) throw new Error(`no deriver of the report ${name}`);
  return deriver;
}

/** A derived report whose deriver has begun to read the tenant. */
export interface BegunReport {
  readonly report: DerivedReport;
  readonly derive: (run: DerivedRun) => Derivation;
}

/** Begins the derivers of the derived reports among those of a run: each after those of the reports that it is made of. */
export function beginDerivers(reports: readonly ReportDefinition[], services: DeriverServices): readonly BegunReport[] {
  return inOrder(reports.filter(isDerivedReport)).map((report) => ({
    report,
    derive: deriverOf(report).begin(services),
  }));
}

/** Reports after those that they are made of, else in their order. */
function inOrder(reports: readonly DerivedReport[]): readonly DerivedReport[] {
  const names = reports.map(({ name }) => name);
  const [first = [], others = []] = [true, false].map((isFirst) =>
    reports.filter(({ from }) => from.every((name) => !names.includes(name)) === isFirst),
  );
  if (first.length === 0 && others.length > 0)
    throw new Error(`reports that are made of each other: ${names.join(', ')}`);
  return others.length === 0 ? first : [...first, ...inOrder(others)];
}

/** A derivation, and the position of its report among the reports that have results then. */
export interface PlacedDerivation {
  readonly derivation: Derivation;
  readonly index: number;
}

/**
 * How the results of derived reports are made, in the order in which these are added.
 *
 * @param reports all of the run
 */
export function derivationsOf(
  begun: readonly BegunReport[],
  reports: readonly ReportDefinition[],
  run: Pick<DerivedRun, 'mailboxes' | 'inside'>,
): readonly PlacedDerivation[] {
  const present = new Set<ReportDefinition>(reports.filter((report) => !isDerivedReport(report)));
  return begun.map(({ report, derive }) => {
    const others = reports.filter((one) => present.has(one));
    present.add(report);
    const index = reports.filter((one) => present.has(one)).indexOf(report);
    return { derivation: derive({ ...run, report, others }), index };
  });
}
