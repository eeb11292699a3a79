import { isExperimental, reportLabel, type TableReport } from '../reports/table.ts';
import { unitOf, type Unit } from '../reports/definition.ts';
import type { RowStatus } from '../reports/rows.ts';
import { readRowsOf, type TableResult } from '../run/table-result.ts';

/** What the summary and the report page show about a table. */
export interface TableCounts {
  readonly definition: TableReport;
  readonly name: string;
  /** Whether it is read from an API that Microsoft does not document. */
  readonly isExperimental: boolean;
  /** The name, marked if the table is experimental. */
  readonly label: string;
  readonly unit: Unit;
  /** `ok` if anything was read. */
  readonly status: RowStatus;
  /** What was not read, else ''. Hostile text until escaped. */
  readonly error: string;
  /** Rows that were read. */
  readonly rows: number;
}

/** The counts of a table. */
export function tableCounts(result: TableResult): TableCounts {
  const { definition, status, error } = result;
  return {
    definition,
    name: definition.name,
    isExperimental: isExperimental(definition),
    label: reportLabel(definition),
    unit: unitOf(definition),
    status,
    error,
    rows: readRowsOf(result).length,
  };
}
