import { storedTable, type RowsHeader, type RowsReport, type RowsRule, type StoredTable } from '../store/rows-file.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { TableResult, TableStage } from '../run/table-result.ts';
import { Comparison, mapFindings, type Difference } from './row-comparison.ts';

/** The tables of a kept report. */
export interface KeptTables {
  readonly header: RowsHeader;
  /** In the order of the header. */
  readonly tables: readonly StoredTable[];
}

/** Tables belong to no mailbox. */
const NO_ADDRESS = '';

/** Compares the tables of a run with those of an earlier one: as the reports of one more mailbox, which has no address. */
export class TableComparison {
  readonly #comparison: Comparison;
  readonly #names: readonly string[];
  /** Sentences about what cannot be compared. */
  readonly notes: readonly string[];

  /** The parameters are those of `Comparison`. `tables`: those of this run. */
  constructor(
    { header, tables: earlier }: KeptTables,
    tables: readonly RowsReport[],
    rules: readonly RowsRule[] | undefined,
    today: string,
    earlierDay: string | undefined,
  ) {
    this.#names = tables.map(({ name }) => name);
    const before = { address: NO_ADDRESS, reports: earlier };
    const rows = { header: { ...header, reports: header.tables }, find: () => before };
    this.#comparison = new Comparison(rows, tables, rules, today, earlierDay);
    const unread = earlier.filter(({ name, status }) => status !== 'ok' && tables.some((table) => table.name === name));
    this.notes = [
      ...this.#comparison.notes,
      ...unread.map(({ name }) => `The earlier run did not read ${name}, so ${name} is not compared.`),
    ];
  }

  /** What differs between the tables of both runs. Call it once. */
  differenceOf(tables: readonly StoredTable[]): Difference {
    return this.#comparison.differenceOf({ address: NO_ADDRESS, reports: tables });
  }

  /** The violations of rules that went together with their tables, which no result of this run has. */
  ofLostTables(): readonly Change[] {
    return this.differenceOf([]).changes.filter(({ report }) => !this.#names.includes(report));
  }

  /** The stage of the pipeline. */
  stage(): TableStage {
    let compared: ReadonlyMap<string, TableResult> | undefined;
    return (result, all) => {
      compared ??= this.#compared(all);
      return compared.get(result.definition.name) ?? result;
    };
  }

  #compared(all: readonly TableResult[]): ReadonlyMap<string, TableResult> {
    const stored = all.map(storedTable);
    const { changes, violations } = this.differenceOf(stored);
    return new Map(
      all.map((result, index) => {
        const { name } = result.definition;
        const violationsNow = stored[index]?.violations.values();
        const withNovelty = mapFindings(result, (finding) => {
          const violation = violationsNow?.next().value;
          return { ...finding, ...(violation && violations.get(violation)) };
        });
        return [name, { ...withNovelty, changes: changes.filter(({ report }) => report === name) }];
      }),
    );
  }
}
