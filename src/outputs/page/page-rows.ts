import path from 'node:path';
import { constants, deflateRawSync } from 'node:zlib';
import type { Json } from '../../json.ts';
import type { ListPlace } from '../../mailboxes/mailbox.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { unreadableRow } from '../../reports/rows.ts';
import { findingsOf, type MailboxResult, type ReportResult } from '../../run/mailbox-result.ts';
import type { Finding } from '../../policy/verdict.ts';
import type { AnyReport, TableReport } from '../../reports/table.ts';
import type { RunTable } from '../../run/sink.ts';
import { tableFindings, type TableResult } from '../../run/table-result.ts';
import type { Cells } from '../../text/csv.ts';
import { cellText } from '../../text/display.ts';
import { UNKNOWN_COLUMN } from '../../text/mail-ends.ts';
import { REGISTRATION_COLUMNS, type RegistrationColumn } from '../../text/registration.ts';
import {
  reportColumns,
  reportRecords,
  tableColumns,
  tableRecords,
  violationCells,
  violationColumns,
} from '../files/csv-sinks.ts';
import { makeTempFolder, removeTemp } from '../../files/temp-folder.ts';
import { closeAll, createTextFile, type TextFile } from '../files/text-file.ts';
import type { PageCell, PageRow } from './data.ts';

/** Rows that are compressed together: the page reads them chunk by chunk, and stays responsive in between. */
const CHUNK_ROWS = 1_000;
/** The same in characters, since a reply can have many thousand. */
const CHUNK_CHARACTERS = 1024 * 1024;

/** The columns of the places of mailboxes in their lists. */
export const PLACE_COLUMNS = ['File', 'Line', 'Mailboxes'] as const;

/**
 * Collects the rows of the report page in files of a temporary folder, since the page starts with counts that are known
 * only at the end. `discard` removes the folder.
 */
export class PageRows {
  readonly #reports: readonly TableRows[];
  readonly #tables: ReadonlyMap<string, TableRows>;
  readonly #findings: TableRows | undefined;
  readonly #others: readonly { readonly rows: TableRows; readonly source: RunTable }[];
  readonly #places: TableRows;
  readonly #listColumns: readonly string[];
  readonly #listPlaces = new ListPlaces();
  #tempFolder: string | undefined;
  #closed: Promise<void> | undefined;

  /**
   * @param folder where the temporary folder is created
   * @param hasVerdicts whether the run has a policy, which adds columns and a table of findings
   * @param listColumns the columns of the mailbox list
   * @param tables those of features, after those of the reports and of findings
   * @param ofTenant the reports about the tenant, after the others
   */
  constructor(
    folder: string,
    reports: readonly ReportDefinition[],
    hasVerdicts: boolean,
    listColumns: readonly string[] = [],
    tables: readonly RunTable[] = [],
    ofTenant: readonly TableReport[] = [],
  ) {
    const table = (name: string, columns: readonly string[]): TableRows =>
      new TableRows(name, columns, () => {
        this.#tempFolder ??= makeTempFolder(folder, 'page-');
        return createTextFile(path.join(this.#tempFolder, name));
      });
    this.#listColumns = listColumns;
    this.#reports = reports.map((report) => table(report.name, reportColumns(report, hasVerdicts)));
    this.#tables = new Map(ofTenant.map((one) => [one.name, table(one.name, tableColumns(one, hasVerdicts))]));
    this.#findings = hasVerdicts ? table('violations', violationColumns(listColumns)) : undefined;
    this.#others = tables.map((source) => ({ rows: table(source.name, source.columns), source }));
    // No report can have this name.
    this.#places = table('.places', PLACE_COLUMNS);
  }

  async addTable(result: TableResult): Promise<void> {
    const table = this.#tables.get(result.definition.name);
    if (table === undefined) throw new Error(`the page has no table of ${result.definition.name}`);
    let row = 0;
    for (const record of tableRecords(result, this.#findings !== undefined)) {
      await table.add([...record, ...unknownCells(result, row++)].map(pageCell));
    }
    for (const { rows, source } of this.#others) await addAll(rows, source.rowsOfTable?.(result) ?? []);
    await this.#addFindings(tableFindings(result));
  }

  async add(result: MailboxResult): Promise<void> {
    for (const [at, report] of result.reports.entries()) {
      const table = this.#reports[at];
      if (table === undefined) throw new Error(`the page has no table of ${report.definition.name}`);
      const [manyRows, isUnread] = [report.definition.rows !== undefined, unreadableRow(report.rows) !== undefined];
      for (const [row, record] of reportRecords(report, this.#findings !== undefined, result.reports).entries()) {
        const hasNoItem = manyRows && (isUnread || report.rows[row]?.content === 'none');
        const cells = [...record, ...registrationCells(report, row)];
        await table.add(cells.map(pageCell), { highlights: report.highlights?.ofRows[row], hasNoItem });
      }
    }
    const place = this.#listPlaces.add(result.mailbox);
    if (place !== undefined) await this.#places.add(place);
    for (const { rows, source } of this.#others) await addAll(rows, source.rowsOf(result));
    await this.#addFindings(findingsOf(result));
  }

  async #addFindings(findings: readonly Finding[]): Promise<void> {
    if (this.#findings === undefined) return;
    for (const finding of findings) {
      const cells = violationCells(finding, this.#listColumns);
      // As they are counted: a new finding may also be known or exempt.
      const isViolation = finding.verdict === 'fail' || finding.verdict === 'warn';
      await this.#findings.add(cells.map(pageCell), { isNew: isViolation && finding.novelty === 'new' });
    }
  }

  /** The tables of the reports in their order, those about the tenant last, then those of findings and of features. Complete after `close`. */
  get tables(): readonly TableRows[] {
    const findings = this.#findings === undefined ? [] : [this.#findings];
    return [...this.#reports, ...this.#tables.values(), ...findings, ...this.#others.map(({ rows }) => rows)];
  }

  /** Complete after `close`. */
  get places(): TableRows {
    return this.#places;
  }

  /** `isComplete`: whether the run has a result, so that the last rows of features are known. */
  close(isComplete = false): Promise<void> {
    this.#closed ??= this.#close(isComplete);
    return this.#closed;
  }

  /** Removes the temporary files. */
  async discard(): Promise<void> {
    try {
      await this.close();
    } finally {
      await removeTemp(this.#tempFolder);
    }
  }

  async #close(isComplete: boolean): Promise<void> {
    try {
      for (const { rows, source } of isComplete ? this.#others : []) await addAll(rows, source.lastRows());
      const place = this.#listPlaces.last;
      if (place !== undefined) await this.#places.add(place);
    } finally {
      await closeAll([...this.tables, this.#places]);
    }
  }
}

/** The columns of a report that only the view of a mailbox shows. Undefined if there are none. */
export function viewColumnsOf({ hasRegister, inView }: AnyReport): readonly string[] | undefined {
  if (inView?.phrase === 'addresses') return [UNKNOWN_COLUMN];
  return hasRegister === true ? REGISTRATION_COLUMNS : undefined;
}

/** The cell of a row of addresses in this column: the CSV has unknown cells as blank ones, and what is shown of a list as the list. */
function unknownCells({ definition, rows }: TableResult, at: number): readonly string[] {
  if (definition.inView?.phrase !== 'addresses') return [];
  return [
    Object.keys(definition.columns)
      .filter((_, column) => rows[at]?.incomplete?.has(column))
      .join('; '),
  ];
}

/** The cells of a row in these columns. */
function registrationCells({ definition, rows }: ReportResult, at: number): readonly string[] {
  if (definition.hasRegister !== true) return [];
  const { registered, reason = '', entry } = rows[at]?.registration ?? { registered: 'not-applicable' };
  if (registered === 'not-applicable') return REGISTRATION_COLUMNS.map(() => '');
  const cells: Readonly<Record<RegistrationColumn, string>> = {
    State: registered.isKnown ? registered.value : 'unknown',
    Reason: entry?.reason ?? '',
    Owner: entry?.owner ?? '',
    Until: entry?.until ?? '',
    Basis: reason,
  };
  return REGISTRATION_COLUMNS.map((column) => cells[column]);
}

async function addAll(table: TableRows, records: Iterable<Cells>): Promise<void> {
  for (const cells of records) await table.add(cells.map(pageCell));
}

interface RowMarks {
  /** Whether the earlier report does not have the row. */
  readonly isNew?: boolean;
  /** Positions of the report's highlights that the row has. */
  readonly highlights?: readonly number[] | undefined;
  readonly hasNoItem?: boolean;
}

/** Compresses the rows of one table into a temporary file, as lines of base64, each a chunk of rows. */
export class TableRows {
  readonly name: string;
  readonly columns: readonly string[];
  rows = 0;
  /** Positions of the rows that the earlier report does not have. */
  readonly newRows: number[] = [];
  readonly #open: () => TextFile;
  #chunk: string[] = [];
  #characters = 0;
  #file: TextFile | undefined;

  constructor(name: string, columns: readonly string[], open: () => TextFile) {
    this.name = name;
    this.columns = columns;
    this.#open = open;
  }

  /** Undefined if there are no rows. Complete after `close`. */
  get file(): string | undefined {
    return this.#file?.path;
  }

  add(cells: readonly PageCell[], { isNew, highlights = [], hasNoItem = false }: RowMarks = {}): void | Promise<void> {
    if (isNew === true) this.newRows.push(this.rows);
    this.rows += 1;
    const row: PageRow = hasNoItem ? [cells, highlights, 1] : [cells, highlights];
    const line = JSON.stringify(row);
    this.#chunk.push(line);
    this.#characters += line.length;
    if (this.#chunk.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS) return this.#write();
  }

  async close(): Promise<void> {
    try {
      if (this.#chunk.length > 0) await this.#write();
    } finally {
      await this.#file?.close();
    }
  }

  #write(): void | Promise<void> {
    // At the default level, the page of "npm run bench" exceeds its bound of bytes by 2 %.
    const chunk = deflateRawSync(this.#chunk.join('\n'), { level: constants.Z_BEST_COMPRESSION }).toString('base64');
    this.#chunk = [];
    this.#characters = 0;
    this.#file ??= this.#open();
    return this.#file.write(`${chunk}\n`);
  }
}

function pageCell(cell: Json): PageCell {
  return typeof cell === 'number' ? cell : cellText(cell);
}

/** Joins mailboxes on successive lines of a list to one row of their places, since most lists have no other lines. */
export class ListPlaces {
  /** The last row, which the next mailbox may extend. The file is '' if no list has the mailboxes. */
  last: readonly [file: string, line: number, mailboxes: number] | undefined;

  /** Returns the row before, if the mailbox does not extend it. */
  add({ file = '', line = 0 }: ListPlace): ListPlaces['last'] {
    const { last } = this;
    if (last?.[0] === file && (file === '' || line === last[1] + last[2])) {
      this.last = [file, last[1], last[2] + 1];
      return undefined;
    }
    this.last = [file, line, 1];
    return last;
  }
}
