import type { MailboxResult, ReportResult, Change } from '../run/mailbox-result.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { builtInReports } from '../reports/built-in.ts';
import { isOwnColumn, MAILBOX_COLUMN, UNKNOWN, type ReportDefinition } from '../reports/definition.ts';
import type { MailboxRows, Row } from '../reports/rows.ts';
import { redefusedText, type CsvDelimiter } from '../text/csv.ts';
import type { CsvTable } from '../store/csv/csv-table.ts';
import { STATUS_COLUMN, UnusableReport, VIOLATIONS_FILE, type EarlierReport } from '../store/earlier-report.ts';
import { rulesIn, StoredFindings } from './stored-findings.ts';
import { Comparison } from './comparison.ts';
import { unknownCellsOf, type UnknownCells } from './unknown-cells.ts';

/** What differs between two downloaded reports. */
export interface ReportDifference {
  /** Sentences about what cannot be compared. */
  readonly notes: readonly string[];
  /** Whether both reports have violations. */
  readonly comparesViolations: boolean;
  /** The changes of each mailbox in the order of the later report, then those of removed mailboxes. */
  readonly changes: () => Generator<readonly Change[], void, void>;
}

/**
 * Compares two downloaded reports as a run compares itself with an earlier one. CSVs do not say which rules a policy has: a
 * violation of a rule that was removed counts as resolved. Throws an `UnusableReport` if they have no report in common.
 */
export function reportDifference(before: EarlierReport, after: EarlierReport): ReportDifference {
  const names = [...after.tables.keys()].filter((name) => before.tables.has(name));
  if (names.length === 0) throw new UnusableReport('They have no report in common.');
  const reports = names.flatMap((name) => storedReport(name, before, after));
  const rules = after.violations === undefined ? undefined : rulesIn(before, after);
  const comparison = new Comparison(before, {
    reports: reports.map(({ definition }) => definition),
    rules: [...(rules?.values() ?? [])],
    today: '',
    earlierDay: undefined,
  });
  return {
    notes: [...loneFiles(before, after).map((file) => `Only one of both reports has ${file}.`), ...comparison.notes],
    comparesViolations: comparison.comparesViolations,
    *changes() {
      const findings =
        after.violations && rules && new StoredFindings(after.violations, rules, before.violations?.delimiter);
      for (const number of after.mailboxes.numbers()) {
        const result = resultOf(number, reports, findings);
        if (result !== undefined) yield comparison.compare(result).changes ?? [];
      }
      for (const change of comparison.removed()) yield [change];
    },
  };
}

/** CSVs that cannot be compared, except for the violations that the earlier report lacks. */
function loneFiles(before: EarlierReport, after: EarlierReport): readonly string[] {
  const reports = [...new Set([...before.tables.keys(), ...after.tables.keys()])];
  return [
    ...reports.filter((name) => !before.tables.has(name) || !after.tables.has(name)).map((name) => `${name}.csv`),
    ...(before.violations !== undefined && after.violations === undefined ? [VIOLATIONS_FILE] : []),
  ];
}

/** The definition of a report as far as a comparison needs it. User-defined ones are inferred from the files. */
function definitionOf(name: string, before: CsvTable, after: CsvTable): ReportDefinition {
  const builtIn = builtInReports.get(name);
  const hasManyRows = before.hasManyRows || after.hasManyRows;
  // Any cell of a user-defined column may be unknown.
  const expression = (column: string): string => builtIn?.columns[column] ?? `'${UNKNOWN}'`;
  const names = after.columns.filter(isOwnColumn);
  const columns = Object.fromEntries(names.map((column) => [column, expression(column)]));
  return {
    name,
    permissions: [],
    request: { path: '', version: 'v1.0' },
    rows: builtIn?.rows ?? (hasManyRows ? '@' : undefined),
    columns,
    inconclusive: builtIn?.inconclusive,
    responseObjects: builtIn?.responseObjects,
    compare: builtIn?.compare,
  };
}

/** A report of both runs, as the later one stores it. */
interface StoredReport {
  readonly definition: ReportDefinition;
  readonly table: CsvTable;
  /** Positions of the report's own columns, and of the column `Status`. */
  readonly own: readonly number[];
  readonly status: number;
  /** In the own cells of a record. */
  readonly unknownCells: UnknownCells;
  /** That of the earlier CSV. */
  readonly delimiter: CsvDelimiter;
}

function storedReport(name: string, before: EarlierReport, after: EarlierReport): readonly StoredReport[] {
  const earlier = before.tables.get(name);
  const table = after.tables.get(name);
  if (earlier === undefined || table === undefined) return [];
  const definition = definitionOf(name, earlier, table);
  const own = table.columns.flatMap((column, at) => (isOwnColumn(column) ? [at] : []));
  return [
    {
      ...{ definition, table, own, status: table.columns.indexOf(STATUS_COLUMN), delimiter: earlier.delimiter },
      unknownCells: unknownCellsOf(definition, Object.keys(definition.columns)),
    },
  ];
}

/** A mailbox of the later report; undefined if only its violations have it. */
function resultOf(
  number: number,
  reports: readonly StoredReport[],
  findings: StoredFindings | undefined,
): MailboxResult | undefined {
  const found = reports.map((report) => ({ report, records: report.table.rowsOf(number) ?? [] }));
  const named = found.find(({ records }) => records.length > 0);
  const address = named?.records[0]?.[named.report.table.columns.indexOf(MAILBOX_COLUMN)];
  if (address === undefined) return undefined;
  const mailbox = { address, file: '', line: 1 };
  return {
    ...{ mailbox, status: 'ok', error: '' },
    reports: found.map(({ report, records }): ReportResult => {
      const { definition } = report;
      const verdict = findings?.of(number, mailbox, definition.name);
      return { definition, rows: rowsOf(mailbox, records, report), verdict };
    }),
  };
}

/** A mailbox that the report lacks counts as unreadable. */
function rowsOf(
  mailbox: Mailbox,
  records: readonly (readonly string[])[],
  { own, status, unknownCells, table, delimiter }: StoredReport,
): MailboxRows {
  const [first, ...others] = records.map((record): Row => {
    const texts = own.map((at) => record[at] ?? '');
    const unknown = unknownCells(texts);
    return {
      mailbox,
      status: record[status] === 'ok' ? 'ok' : 'failed',
      error: '',
      content: texts.every((text) => text === '') ? 'none' : 'item',
      cells: texts.map((text) => redefusedText(text, table.delimiter, delimiter)),
      incomplete: unknown.size === 0 ? undefined : unknown,
    };
  });
  return first === undefined
    ? [{ mailbox, status: 'failed', error: '', content: 'none', cells: [] }]
    : [first, ...others];
}
