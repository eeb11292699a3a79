import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import type { Json } from '../../json.ts';
import { findingsOf, type MailboxResult, type Change } from '../../run/mailbox-result.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { cellText } from '../../text/display.ts';
import {
  changeCells,
  CHANGE_COLUMNS,
  reportColumns,
  reportRecords,
  violationCells,
  VIOLATION_COLUMNS,
} from '../files/csv-sinks.ts';
import { makeTempFolder, removeTemp } from '../files/output-directory.ts';
import { closeAll, createTextFile, type TextFile } from '../files/text-file.ts';
import { RowEncoder, type PageCell, type PageLookup, type PageTable } from './data.ts';
import { FOLDER_NAME_COLUMNS, folderNames, ListPlaces, PLACE_COLUMNS } from './lookups.ts';

/** Rows that are compressed together: the page reads them chunk by chunk, and stays responsive in between. */
const CHUNK_ROWS = 1_000;
/** The same in characters, since a reply can have many thousand. */
const CHUNK_CHARACTERS = 1024 * 1024;

/** What is known about a table without the counts of the run. */
type CountlessTable = Omit<PageTable, 'unit' | 'items' | 'highlights' | 'preview'>;

/** A table of the page, with the temporary file of its rows. */
export interface CollectedTable extends CountlessTable {
  /** Lines of base64, each a chunk of rows. Undefined if there are none. */
  readonly rowsFile: string | undefined;
}

/** A lookup of the page, with the temporary file of its rows. */
export interface CollectedLookup extends PageLookup {
  readonly rowsFile: string | undefined;
}

export interface PageRowsOptions {
  /** Where the temporary folder is created. */
  readonly folder: string;
  readonly reports: readonly ReportDefinition[];
  /** Whether the run has a policy, which adds columns and a table of findings. */
  readonly hasVerdicts: boolean;
  /** Whether there is an earlier report, which adds a table of changes. */
  readonly isCompared: boolean;
}

/**
 * Collects the rows of the report page in files of a temporary folder, since the page starts with counts that are known
 * only at the end. `discard` removes the folder.
 */
export class PageRows {
  readonly #tables: readonly CollectedTableRows[];
  readonly #findings: CollectedTableRows | undefined;
  readonly #changes: CollectedTableRows | undefined;
  readonly #places: CollectedTableRows;
  readonly #folderNames: CollectedTableRows;
  readonly #listPlaces = new ListPlaces();
  #tempFolder: string | undefined;
  #closed: Promise<void> | undefined;

  constructor({ folder, reports, hasVerdicts, isCompared }: PageRowsOptions) {
    const file = (name: string): TextFile => {
      this.#tempFolder ??= makeTempFolder(folder, 'page-');
      return createTextFile(path.join(this.#tempFolder, name));
    };
    this.#tables = reports.map(
      (report, at) =>
        new CollectedTableRows(report.name, reportColumns(report, hasVerdicts), false, () => file(String(at))),
    );
    this.#findings = hasVerdicts
      ? new CollectedTableRows('violations', VIOLATION_COLUMNS, true, () => file('violations'))
      : undefined;
    this.#changes = isCompared
      ? new CollectedTableRows('changes', CHANGE_COLUMNS, false, () => file('changes'))
      : undefined;
    this.#places = new CollectedTableRows('places', PLACE_COLUMNS, false, () => file('places'));
    this.#folderNames = new CollectedTableRows('folder-names', FOLDER_NAME_COLUMNS, false, () => file('folder-names'));
  }

  async add(result: MailboxResult): Promise<void> {
    for (const [at, report] of result.reports.entries()) {
      const table = this.#tables[at];
      if (table === undefined) throw new Error(`the page has no table of ${report.definition.name}`);
      for (const [row, record] of reportRecords(report, this.#findings !== undefined).entries()) {
        const written = table.add(record.map(pageCell), { highlights: report.highlights?.[row] });
        if (written !== undefined) await written;
      }
    }
    const [places, folders] = [this.#listPlaces.add(result.mailbox), folderNames(result)];
    // Most mailboxes add none.
    if (places.length > 0) await addAll(this.#places, places);
    if (folders.length > 0) await addAll(this.#folderNames, folders);
    await this.#addChanges(result.changes ?? []);
    if (this.#findings === undefined) return;
    for (const finding of findingsOf(result)) {
      const isNew = finding.novelty === 'new';
      const written = this.#findings.add(violationCells(finding).map(pageCell), { isNew });
      if (written !== undefined) await written;
    }
  }

  /** The tables of the reports in their order, then those of findings and of changes. Complete after `close`. */
  get tables(): readonly CollectedTable[] {
    return this.#all.map((table) => table.collected);
  }

  /** Complete after `close`. */
  get lookups(): readonly CollectedLookup[] {
    return [
      { ...this.#places.collected, name: 'places' },
      { ...this.#folderNames.collected, name: 'folder-names' },
    ];
  }

  /** `removed`: mailboxes that the list no longer has, which come last. */
  close(removed: Iterable<Change> = []): Promise<void> {
    this.#closed ??= this.#close(removed);
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

  async #close(removed: Iterable<Change>): Promise<void> {
    try {
      await this.#addChanges(removed);
      await addAll(this.#places, this.#listPlaces.end());
    } finally {
      await closeAll([...this.#all, this.#places, this.#folderNames]);
    }
  }

  async #addChanges(changes: Iterable<Change>): Promise<void> {
    for (const change of changes) {
      const written = this.#changes?.add(changeCells(change).map(pageCell));
      if (written !== undefined) await written;
    }
  }

  get #all(): readonly CollectedTableRows[] {
    return [...this.#tables, this.#findings, this.#changes].filter((table) => table !== undefined);
  }
}

async function addAll(table: CollectedTableRows, rows: readonly (readonly PageCell[])[]): Promise<void> {
  for (const row of rows) {
    const written = table.add(row);
    if (written !== undefined) await written;
  }
}

interface RowMarks {
  /** Whether the earlier report does not have the row. */
  readonly isNew?: boolean;
  /** Positions of the report's highlights that the row has. */
  readonly highlights?: readonly number[] | undefined;
}

/** Compresses the rows of one table into its file. */
class CollectedTableRows {
  readonly #name: string;
  readonly columns: readonly string[];
  readonly #findings: boolean;
  readonly #open: () => TextFile;
  readonly #encoder: RowEncoder;
  readonly #newRows: number[] = [];
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

  add(cells: readonly PageCell[], { isNew, highlights }: RowMarks = {}): void | Promise<void> {
    if (isNew === true) this.#newRows.push(this.#rows);
    this.#rows += 1;
    const line = this.#encoder.encode(cells, highlights);
    this.#lines.push(line);
    this.#characters += line.length;
    if (this.#lines.length >= CHUNK_ROWS || this.#characters >= CHUNK_CHARACTERS) return this.#write();
  }

  get collected(): CollectedTable {
    const [name, findings] = [this.#name, this.#findings];
    const { columns } = this;
    const [rows, newRows, rowsFile] = [this.#rows, this.#newRows, this.#file?.path];
    return { name, file: `${name}.csv`, columns, rows, findings, newRows, rowsFile };
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
