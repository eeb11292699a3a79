import { open, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../errors.ts';
import { makeTempFolder, removeTemp } from '../files/temp-folder.ts';
import { extractFiles } from './archive.ts';
import { ROWS_FILE } from './rows-file.ts';
import { UnusableRows } from './rows-reader.ts';

/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 ** 3;
const PREFIX = 'mailbox-report-';

/** A folder with the files of a report or a zip of them, or only a rows file. */
export type ReportPlace = string | { readonly rowsFile: string };

/** How the files of a report are made available. */
export interface UnpackOptions {
  /** The folder for temporary files: that of the system if not given. */
  readonly tempFolder?: string | undefined;
  /** Further files to extract from a zip, by their plain names. */
  readonly names?: readonly string[];
}

/** The files of a report. From a zip, they are extracted into a temporary folder, which `close` removes. */
export class ReportFiles {
  readonly rowsFile: string;
  readonly #tempFolder: string;
  #temp: string | undefined;

  private constructor(rowsFile: string, tempFolder: string, temp: string | undefined) {
    this.rowsFile = rowsFile;
    this.#tempFolder = tempFolder;
    this.#temp = temp;
  }

  /** Rejects with an `UnusableRows` if there is no rows file, as the file system does, and with the UserError `OUTPUT_UNWRITABLE`. */
  static async open(
    place: ReportPlace,
    { tempFolder = tmpdir(), names = [] }: UnpackOptions = {},
  ): Promise<ReportFiles> {
    if (typeof place !== 'string') return new ReportFiles(place.rowsFile, tempFolder, undefined);
    const stats = await stat(place);
    const isFolder = stats.isDirectory();
    // Opening a pipe waits for a writer.
    if (!isFolder && !stats.isFile()) throw new UnusableRows('It is neither a folder nor a regular file.');
    if (!isFolder && !(await isArchive(place))) throw new UnusableRows(await otherKind(place));
    const temp = isFolder ? undefined : makeTempFolder(tempFolder, PREFIX);
    try {
      if (temp !== undefined) await extractFiles(place, temp, [ROWS_FILE, ...names]);
      const rowsFile = path.join(temp ?? place, ROWS_FILE);
      if (await isFile(rowsFile)) return new ReportFiles(rowsFile, tempFolder, temp);
      throw new UnusableRows(
        `It has no ${ROWS_FILE}. Artifacts of runs of this version of Mailbox Report and later have one.`,
      );
    } catch (error) {
      await removeTemp(temp);
      throw error;
    }
  }

  /**
   * Downloads an artifact, and opens its archive. Rejects with an `UnusableRows` if that is not possible, or the archive differs from the one
   * that was uploaded.
   *
   * @param size bytes of the archive
   * @param download writes the archive into an empty folder; returns whether it has the digest that GitHub gives, if GitHub gives one
   * @param names further files to extract
   */
  static async download(
    size: number,
    tempFolder: string,
    download: (folder: string) => Promise<boolean>,
    names: readonly string[] = [],
  ): Promise<ReportFiles> {
    if (!(size <= MAX_ARCHIVE_BYTES)) throw new UnusableRows('Its archive exceeds 1 GiB.');
    let temp: string | undefined;
    try {
      temp = makeTempFolder(tempFolder, PREFIX);
      if (!(await download(temp))) throw new UnusableRows('Its archive does not have the digest that GitHub gives.');
      const [archive, ...others] = await readdir(temp);
      if (archive === undefined || others.length > 0) throw new UnusableRows('It is not one archive.');
      return await ReportFiles.open(path.join(temp, archive), { tempFolder, names });
    } catch (error) {
      if (error instanceof UnusableRows) throw error;
      throw new UnusableRows(`It cannot be downloaded: ${describeError(error)}.`);
    } finally {
      await removeTemp(temp);
    }
  }

  /** The folder of the rows file. */
  get folder(): string {
    return path.dirname(this.rowsFile);
  }

  /** A folder for further temporary files, which `close` removes. Throws the UserError `OUTPUT_UNWRITABLE`. */
  temp(): string {
    this.#temp ??= makeTempFolder(this.#tempFolder, PREFIX);
    return this.#temp;
  }

  /** Removes what is temporary. */
  close(): Promise<void> {
    return removeTemp(this.#temp);
  }
}

/** Does work with the files of a report, and removes what is temporary in every case. Rejects as `ReportFiles.open` does. */
export async function withReportFiles<T>(
  place: ReportPlace,
  options: UnpackOptions,
  work: (files: ReportFiles) => Promise<T>,
): Promise<T> {
  const files = await ReportFiles.open(place, options);
  try {
    return await work(files);
  } finally {
    await files.close();
  }
}

/** The UserError `REPORT_UNREADABLE` for a report that a path names. `cause`: why it cannot be opened or read; a UserError is returned as it is. */
export function unreadableReport(
  place: string,
  cause: unknown,
  hint = 'Download the artifact of a run, and name its zip or the folder with its files.',
): UserError {
  if (cause instanceof UserError) return cause;
  const reason =
    systemErrorCode(cause) === 'ENOENT'
      ? 'There is no such file or folder.'
      : cause instanceof UnusableRows
        ? cause.message
        : `${describeError(cause)}.`;
  return new UserError('REPORT_UNREADABLE', `The report ${place} cannot be used. ${reason}`, { hint, cause });
}

/** Whether a file starts as a zip does. One that is cut does too. */
async function isArchive(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.toString('latin1') === 'PK';
  } finally {
    await handle.close();
  }
}

const KINDS: Readonly<Record<string, string>> = {
  '.csv': 'It is a CSV.',
  '.html': 'It is a report page.',
  '.gz': 'It is one file of a report.',
  '.yml': 'It is a YAML file.',
  '.yaml': 'It is a YAML file.',
};

/** What a file is that is no zip, and the folder of it if that is a report. */
async function otherKind(file: string): Promise<string> {
  const kind = KINDS[path.extname(file).toLowerCase()] ?? 'It is no zip.';
  const folder = path.dirname(file);
  return (await isFile(path.join(folder, ROWS_FILE))) ? `${kind} Its folder is a report: ${folder}` : kind;
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
