import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Json } from '../../json.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { cellText } from '../../text/display.ts';
import { makeTempFolder, removeTemp } from '../output-directory.ts';
import { closeAll } from '../text-file.ts';
import { reportColumns, reportRecords } from '../csv.ts';
import { findingsOf, type MailboxResult } from '../../mailbox-result.ts';
import type { FileSink } from '../sink.ts';
import { openTextFile, type TextFile } from '../text-file.ts';
import { violationCells, VIOLATION_COLUMNS } from '../violations-csv.ts';
import { RowEncoder, type PageCell, type PageTable } from './data.ts';

/** Rows that are shrunk together: the page reads them chunk by chunk, and draws in between. */
const CHUNK_ROWS = 1_000;
/** The same in characters, since a reply may have many thousand. */
const CHUNK_CHARACTERS = 1024 * 1024;

/** A table as it waits for the page: what it is, and the file with its rows. */
export interface WaitingTable extends PageTable {
  /** Lines of base64, each a chunk of rows. Undefined where there are none. */
  readonly rowsFile: string | undefined;
}

export interface PageRowsOptions {
  /** Where the page will stand. */
  readonly page: string;
  readonly reports: readonly ReportDefinition[];
  /** Whether there is a policy, which adds columns and a table of what was found. */
  readonly judged: boolean;
}

/**
 * Gathers what the report page shows, mailbox by mailbox, in files of a temporary folder beside it: the page starts with
 * counts that are known only at the end. `discard` removes the folder.
 */
export class PageRows implements FileSink {
  readonly path: string;
  readonly #tables: readonly GatheredTable[];
  readonly #findings: GatheredTable | undefined;
  #aside: string | undefined;
  #closed: Promise<void> | undefined;

  constructor({ page, reports, judged }: PageRowsOptions) {
    this.path = page;
    const file = (name: string): TextFile => {
      this.#aside ??= makeTempFolder(path.dirname(page), 'page-');
      return openTextFile(path.join(this.#aside, name));
    };
    this.#tables = reports.map(
      (report, at) => new GatheredTable(report.name, reportColumns(report, judged), false, () => file(String(at))),
    );
    this.#findings = judged
      ? new GatheredTable('violations', VIOLATION_COLUMNS, true, () => file('violations'))
      : undefined;
  }

  async add(judged: MailboxResult): Promise<void> {
    for (const [at, report] of judged.reports.entries()) {
      const table = this.#tables[at];
      if (table === undefined) throw new Error(`the page has no table of ${report.definition.name}`);
      for (const record of reportRecords(report, this.#findings !== undefined)) {
        const behind = table.add(record.map(pageCell));
        if (behind !== undefined) await behind;
      }
    }
    if (this.#findings === undefined) return;
    for (const finding of findingsOf(judged)) {
      const behind = this.#findings.add(violationCells(finding).map(pageCell));
      if (behind !== undefined) await behind;
    }
  }

  /** The reports' tables in their order, and last what breaks the policy. Close first. */
  get tables(): readonly WaitingTable[] {
    return this.#all.map((table) => table.waiting);
  }

  close(): Promise<void> {
    this.#closed ??= closeAll(this.#all);
    return this.#closed;
  }

  /** Removes what waits. Afterwards there are no tables any more. */
  async discard(): Promise<void> {
    try {
      await this.close();
    } finally {
      await removeTemp(this.#aside);
    }
  }

  get #all(): readonly GatheredTable[] {
    return this.#findings === undefined ? this.#tables : [...this.#tables, this.#findings];
  }
}

/** The rows of one table, on their way to its file. */
class GatheredTable {
  readonly #name: string;
  readonly columns: readonly string[];
  readonly #findings: boolean;
  readonly #open: () => TextFile;
  readonly #encoder: RowEncoder;
  #rows = 0;
  #lines: string[] = [];
  #characters = 0;
  #file: TextFile | undefined;

  constructor(name: string, columns: readonly string[], findings: boolean, open: () => TextFile) {
    this.#name = name;
    this.columns = columns;
    this.#findings = findings;
    this.#open = open;
    this.#encoder = new RowEncoder(columns.length);
  }

  add(cells: readonly PageCell[]): void | Promise<void> {
    this.#rows += 1;
    const line = this.#encoder.encode(cells);
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#lines.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS) return this.#write();
  }

  get waiting(): WaitingTable {
    const [name, findings] = [this.#name, this.#findings];
    return { name, file: `${name}.csv`, columns: this.columns, rows: this.#rows, findings, rowsFile: this.#file?.path };
  }

  async close(): Promise<void> {
    try {
      if (this.#lines.length > 0) await this.#write();
    } finally {
      await this.#file?.close();
    }
  }

  #write(): void | Promise<void> {
    const chunk = deflateRawSync(this.#lines.join('\n')).toString('base64');
    this.#lines = [];
    this.#characters = 0;
    this.#file ??= this.#open();
    return this.#file.write(`${chunk}\n`);
  }
}

function pageCell(cell: Json): PageCell {
  return typeof cell === 'number' ? cell : cellText(cell);
}
