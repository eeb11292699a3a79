import path from 'node:path';
import { UserError } from '../../errors.ts';
import type { Json } from '../../json.ts';
import { addressOf, listCellsOf } from '../../policy/subject.ts';
import type { Finding, RowVerdict } from '../../policy/verdict.ts';
import {
  columnNames,
  MAILBOX_COLUMN,
  STATUS_COLUMNS,
  VERDICT_COLUMNS,
  type ReportDefinition,
} from '../../reports/definition.ts';
import { valueOf } from '../../reports/known.ts';
import type { Row } from '../../reports/rows.ts';
import type { TableReport } from '../../reports/table.ts';
import { tableFindings, type TableResult } from '../../run/table-result.ts';
import { findingsOf, type MailboxResult, type ReportResult } from '../../run/mailbox-result.ts';
import { shownText } from '../../text/display.ts';
import { findingRank } from '../page/data.ts';
import type { FileSink } from '../../run/sink.ts';
import type { Cells, CsvDelimiter, CsvFormat } from '../../text/csv.ts';
import { csvRecord, csvSink, CsvFile } from './csv-file.ts';
import { makeTempFolder, removeTemp } from '../../files/temp-folder.ts';
import { closeAll, createTextFile, type TextFile } from './text-file.ts';
import { theInput } from '../../text/audience.ts';

/** Creates the CSV of a report: every mailbox of the list, in its order. Throws as `createTextFile` does. */
export function createReportCsv(
  file: string,
  report: ReportDefinition,
  hasVerdicts: boolean,
  options: CsvFormat,
): FileSink {
  const rowsOf = ({ reports }: MailboxResult): Cells[] => {
    const result = reports.find(({ definition }) => definition === report);
    if (result === undefined) throw new Error(`no rows of the report ${report.name}`);
    return reportRecords(result, hasVerdicts, reports);
  };
  return csvSink(file, reportColumns(report, hasVerdicts), { rowsOf }, options);
}

/** Creates the CSV of a table about the tenant. Throws as `createTextFile` does. */
export function createTableCsv(file: string, table: TableReport, hasVerdicts: boolean, options: CsvFormat): FileSink {
  const rowsOfTable = (result: TableResult): Iterable<Cells> =>
    result.definition === table ? tableRecords(result, hasVerdicts) : [];
  return csvSink(file, tableColumns(table, hasVerdicts), { rowsOfTable }, options);
}

/** The header of a table: its columns, and those of a verdict if the run has a policy. */
export function tableColumns({ columns }: TableReport, hasVerdicts: boolean): readonly string[] {
  return [...Object.keys(columns), ...STATUS_COLUMNS, ...(hasVerdicts ? VERDICT_COLUMNS : [])];
}

/** The rows of a table as the cells of records, as `reportRecords` has them. */
export function* tableRecords({ rows, verdict }: TableResult, hasVerdicts: boolean): Generator<Cells> {
  for (const [at, { cells, status, error }] of rows.entries()) {
    yield [...cells, status, error, ...(hasVerdicts ? verdictCells(verdict?.rows[at]) : [])];
  }
}

function verdictCells(row: RowVerdict | undefined): Cells {
  return row === undefined ? ['', ''] : [row.verdict, row.violations.join('; ')];
}

/** The UserErrors `INPUT_INVALID` of columns of `extra-columns` whose names a CSV already has. */
export function columnCollisions(
  reports: readonly ReportDefinition[],
  listColumns: readonly string[],
): readonly UserError[] {
  const taken = new Map<string, string>();
  for (const name of VIOLATION_COLUMNS) taken.set(name.toLowerCase(), 'violations.csv');
  for (const report of reports) {
    const own = reportColumns({ ...report, listColumns: undefined }, true);
    for (const column of own) taken.set(column.toLowerCase(), `${report.name}.csv`);
  }
  return listColumns.flatMap((name) => {
    const file = taken.get(name.toLowerCase());
    if (file === undefined) return [];
    const message = `${theInput('extra-columns')} cannot have ${shownText(name)}, which is a column of ${file}.`;
    return [new UserError('INPUT_INVALID', message, { hint: 'Rename the column in the list, or leave it out.' })];
  });
}

/** The header of a report: its columns, and those of a verdict if the run has a policy. */
export function reportColumns(report: ReportDefinition, hasVerdicts: boolean): readonly string[] {
  return [...columnNames(report), ...(hasVerdicts ? VERDICT_COLUMNS : [])];
}

/**
 * The rows of a mailbox as the cells of records: address, the report's columns, those of the list, status, error. If the run has a
 * policy, the verdict and the ids of the violated rules follow; both are blank if no rule applies to the report.
 *
 * @param reports all reports of the mailbox: their rows name what cells have the ids of
 */
export function reportRecords(
  { definition, rows, verdict }: ReportResult,
  hasVerdicts: boolean,
  reports: readonly ReportResult[] = [],
): Cells[] {
  const shown = shownCells(definition, reports);
  const positions = [...(definition.listColumns?.values() ?? [])];
  return rows.map((row, at) => {
    const { mailbox, cells, status, error } = row;
    const listed = positions.map((position) => mailbox.columns?.[position] ?? '');
    const registered = definition.hasRegister === true ? [registeredCell(row)] : [];
    const record = [mailbox.address, ...shown(cells), ...listed, ...registered, status, error];
    return hasVerdicts ? [...record, ...verdictCells(verdict?.rows[at])] : record;
  });
}

/** What a register says about a row: blank also where it is not known. */
function registeredCell({ content, registration }: Row): string | null {
  if (content === 'none' || registration === undefined || registration.registered === 'not-applicable') return null;
  return valueOf(registration.registered) ?? null;
}

/** The cells as files show them, of a report in a mailbox. */
function shownCells(
  { columns, namesOf = {} }: ReportDefinition,
  reports: readonly ReportResult[],
): (cells: Cells) => Cells {
  const names = Object.keys(columns).map((name) => {
    const source = Object.hasOwn(namesOf, name) ? namesOf[name] : undefined;
    const other = source && reports.find(({ definition }) => definition.name === source.report);
    if (source === undefined || other === undefined) return undefined;
    const position = Object.keys(other.definition.columns).indexOf(source.column);
    return new Map<Json | undefined, Json | undefined>(other.rows.map(({ id, cells }) => [id, cells[position]]));
  });
  if (names.every((one) => one === undefined)) return (cells) => cells;
  return (cells) => cells.map((cell, at) => names[at]?.get(cell) ?? cell);
}

/**
 * Creates `violations.csv`, with a row for each finding, in the order of `findingRank` and then of the list. Throws as
 * `createTextFile` does.
 */
export function createViolationsCsv(file: string, options: CsvFormat, listColumns: readonly string[] = []): FileSink {
  return new ViolationsCsv(new CsvFile(file, violationColumns(listColumns), options), options.delimiter, listColumns);
}

/** Findings of the highest rank go to the file at once. The others wait in temporary files. */
class ViolationsCsv implements FileSink {
  readonly #file: CsvFile;
  readonly #delimiter: CsvDelimiter;
  readonly #listColumns: readonly string[];
  readonly #later = new Map<number, TextFile>();
  #tempFolder: string | undefined;
  #closed: Promise<void> | undefined;

  constructor(file: CsvFile, delimiter: CsvDelimiter, listColumns: readonly string[]) {
    this.#file = file;
    this.#delimiter = delimiter;
    this.#listColumns = listColumns;
  }

  get path(): string {
    return this.#file.path;
  }

  addTable(result: TableResult): Promise<void> {
    return this.#addAll(tableFindings(result));
  }

  add(result: MailboxResult): Promise<void> {
    return this.#addAll(findingsOf(result));
  }

  async #addAll(findings: readonly Finding[]): Promise<void> {
    for (const finding of findings) {
      const { verdict, rule } = finding;
      const rank = findingRank({ verdict, severity: rule.severity });
      const cells = violationCells(finding, this.#listColumns);
      await (rank === 0 ? this.#file.write([cells]) : this.#ofRank(rank).write(csvRecord(cells, this.#delimiter)));
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  #ofRank(rank: number): TextFile {
    this.#tempFolder ??= makeTempFolder(path.dirname(this.path), 'violations-');
    const file = this.#later.get(rank) ?? createTextFile(path.join(this.#tempFolder, String(rank)));
    this.#later.set(rank, file);
    return file;
  }

  async #close(): Promise<void> {
    try {
      await closeAll([...this.#later.values()]);
      for (const rank of [...this.#later.keys()].sort()) await this.#file.append(this.#ofRank(rank).path);
    } finally {
      await closeAll([this.#file]).finally(() => removeTemp(this.#tempFolder));
    }
  }
}

/** The header of `violations.csv`: the columns of the list follow the mailbox. */
export function violationColumns(listColumns: readonly string[]): readonly string[] {
  return VIOLATION_COLUMNS.flatMap((name) => (name === MAILBOX_COLUMN ? [name, ...listColumns] : [name]));
}

/** The columns of `violations.csv`. */
export const VIOLATION_COLUMNS = [
  'Rule',
  'Title',
  'Severity',
  'Report',
  'MailboxName',
  // Which of the mailbox's rows: the inbox rule, the folder.
  'Item',
  'Message',
  'Column',
  'Found',
  'Expected',
  'Verdict',
  'Since',
  'Exemption',
] as const;

/** The cells of a finding. */
export function violationCells(finding: Finding, listColumns: readonly string[] = []): Cells {
  const { rule, subject, item, message, column, found, expected, verdict, since = '', exemption } = finding;
  const why = exemption === undefined ? '' : `${exemption.reason} (${exemption.owner}, until ${exemption.expires})`;
  const { id, title, severity, report } = rule;
  const inList = listCellsOf(subject);
  const listed = listColumns.map((_, at) => inList[at] ?? '');
  return [
    id,
    title,
    severity,
    report,
    addressOf(subject),
    ...listed,
    item,
    message,
    column,
    found,
    expected,
    verdict,
    since,
    why,
  ];
}
