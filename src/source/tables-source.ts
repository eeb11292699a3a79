import { AddressesReader } from '../addresses/addresses-reader.ts';
import { addresses } from '../reports/built-in/addresses.ts';
import { builtInReports } from '../reports/built-in.ts';
import { isDerivedReport, type DerivedReport, type ReportDefinition } from '../reports/definition.ts';
import type { Derivation } from '../reports/deriver.ts';
import type { TableAnswer } from '../reports/rows.ts';
import { comesWith, type TableReport } from '../reports/table.ts';
import type { Warnings } from '../run/log.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { Exchange } from './exchange-source.ts';
import type { Graph } from './graph-source.ts';
import { readTables, type TableServices } from './table-reader.ts';

/** Reports whose derivers read tables of a run that does not have the reports themselves. */
export function readersOfTables(
  tables: readonly TableReport[],
  reports: readonly ReportDefinition[],
): readonly DerivedReport[] {
  return [...builtInReports.values()]
    .filter(isDerivedReport)
    .filter(({ name }) => tables.some((table) => comesWith(table, name)) && reports.every((one) => one.name !== name));
}

/** How the tables that come with some reports are read, by their names. */
function derivedTables(derivations: readonly Derivation[]): ReadonlyMap<string, () => Promise<TableAnswer>> {
  return new Map(
    derivations.flatMap(({ ready, tables = {} }) =>
      Object.entries(tables).map(([name, read]): [string, () => Promise<TableAnswer>] => [
        name,
        async () => {
          await ready;
          return read();
        },
      ]),
    ),
  );
}

/** What a run has for its tables. */
interface TableRun {
  readonly tables?: readonly TableReport[] | undefined;
  readonly graph: Graph;
  readonly exchange: Exchange | undefined;
  readonly started: EpochMs;
  readonly warnings: Warnings;
  readonly signal: AbortSignal;
}

/** Begins to read the table `addresses`, if a run has it. */
export function beginAddresses({
  tables = [],
  graph,
  exchange,
  started,
  warnings,
}: TableRun): AddressesReader | undefined {
  if (exchange === undefined || tables.every(({ source }) => source !== 'listings')) return undefined;
  const notice = (message: string): void => {
    warnings.add(message);
  };
  const { runner, grants } = exchange;
  const { listing, readEach } = graph;
  return new AddressesReader({ graph: listing, readEach, exchange: { runner, grants, notice }, now: started, notice });
}

/**
 * Begins to read the tables of a run.
 *
 * @param derivations those that read tables, among others
 * @param readAddresses undefined if the run does not have the table
 */
export function beginTables(
  derivations: readonly Derivation[],
  readAddresses: (() => Promise<TableAnswer>) | undefined,
  inside: Pick<TableServices, 'inside' | 'givenInside'>,
  { tables = [], graph, exchange, started, warnings, signal }: TableRun,
): Promise<readonly TableAnswer[]> {
  if (tables.length === 0) return Promise.resolve([]);
  const notice = (message: string): void => {
    warnings.add(message);
  };
  const ofCode = new Map(derivedTables(derivations));
  if (readAddresses !== undefined) ofCode.set(addresses.name, readAddresses);
  const read = readTables(tables, ofCode, {
    graph: graph.listing,
    exchange: exchange && { runner: exchange.runner, grants: exchange.grants, notice },
    ...inside,
    now: started,
    signal,
    notice,
  });
  // The pipeline rejects with its error.
  read.catch(() => undefined);
  return read;
}
