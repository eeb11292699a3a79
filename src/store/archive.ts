import { createWriteStream } from 'node:fs';
import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { describeError, systemErrorCode, UserError } from '../errors.ts';
import { MAX_FILE_BYTES, ROWS_FILE } from './rows-file.ts';
import { unpackingError, UnusableRows } from './rows-reader.ts';

/** Entries of an archive, of whatever name. */
const MAX_ENTRIES = 1_000;
/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 ** 3;

/**
 * The folder with the files of a report: a folder, or a zip, of which the files with the given names are extracted into
 * `temp`. Rejects with an `UnusableRows` if there is no rows file in it.
 *
 * @param temp an empty folder
 * @param names further plain file names
 */
export async function reportFolder(place: string, temp: string, names: readonly string[] = []): Promise<string> {
  const stats = await stat(place);
  const isFolder = stats.isDirectory();
  // Opening a pipe waits for a writer.
  if (!isFolder && !stats.isFile()) throw new UnusableRows('It is neither a folder nor a regular file.');
  if (!isFolder) await extractFiles(place, temp, [ROWS_FILE, ...names]);
  const folder = isFolder ? place : temp;
  if (await isFile(path.join(folder, ROWS_FILE))) return folder;
  throw new UnusableRows(
    `It has no ${ROWS_FILE}. Artifacts of runs of this version of Mailbox Report and later have one.`,
  );
}

/** The UserError `REPORT_UNREADABLE` for a report that a path names. `cause`: why it cannot be opened or read. */
export function unreadableReport(
  place: string,
  cause: unknown,
  hint = 'Download the artifact of a run, and name its zip or the folder with its files.',
): UserError {
  const reason =
    systemErrorCode(cause) === 'ENOENT'
      ? 'There is no such file or folder.'
      : cause instanceof UnusableRows
        ? cause.message
        : `${describeError(cause)}.`;
  return new UserError('REPORT_UNREADABLE', `The report ${place} cannot be used. ${reason}`, { hint, cause });
}

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Downloads an artifact and returns the folder with its rows file. Rejects with an `UnusableRows` if that is not possible, or
 * the archive differs from the one that was uploaded.
 *
 * @param size bytes of the archive
 * @param temp an empty folder
 * @param download writes the archive into an empty folder; returns whether it has the digest that GitHub gives, if GitHub gives one
 */
export async function downloadRows(
  size: number,
  temp: string,
  download: (folder: string) => Promise<boolean>,
): Promise<string> {
  if (!(size <= MAX_ARCHIVE_BYTES)) throw new UnusableRows('Its archive exceeds 1 GiB.');
  const folder = path.join(temp, 'archive');
  try {
    await mkdir(folder);
    if (!(await download(folder))) throw new UnusableRows('Its archive does not have the digest that GitHub gives.');
    const [archive, ...others] = await readdir(folder);
    if (archive === undefined || others.length > 0) throw new UnusableRows('It is not one archive.');
    return await reportFolder(path.join(folder, archive), temp);
  } catch (error) {
    if (error instanceof UnusableRows) throw error;
    throw new UnusableRows(`It cannot be downloaded: ${describeError(error)}.`);
  }
}

/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Rejects with an `UnusableRows` if it is no zip, is damaged, or exceeds a limit.
 */
async function extractFiles(zip: string, folder: string, names: readonly string[]): Promise<void> {
  // Loaded only by runs that have an archive. Bundled CommonJS has no other export than the default one.
  const { default: yauzl } = await import('yauzl');
  try {
    const archive = await yauzl.openPromise(zip, { autoClose: false });
    try {
      if (archive.entryCount > MAX_ENTRIES) throw new UnusableRows(`The archive has more than ${MAX_ENTRIES} files.`);
      const extracted = new Set<string>();
      for await (const entry of archive.eachEntry()) {
        const { fileName } = entry;
        if (!names.includes(fileName)) continue;
        if (extracted.has(fileName)) throw new UnusableRows(`The archive has ${fileName} twice.`);
        extracted.add(fileName);
        const content = await archive.openReadStreamPromise(entry);
        const file = createWriteStream(path.join(folder, fileName), { flags: 'wx' });
        await pipeline(content, new CheckedContent(entry.crc32), file);
      }
    } finally {
      archive.close();
    }
  } catch (thrown) {
    const error = unpackingError(thrown);
    throw error instanceof UnusableRows
      ? error
      : new UnusableRows(`The archive cannot be read: ${describeError(error)}.`);
  }
}

/** Passes the content of a file on, and fails if it exceeds 16 GiB or has another checksum. */
class CheckedContent extends Transform {
  readonly #expected: number;
  #bytes = 0;
  #checksum = 0;

  constructor(checksum: number) {
    super();
    this.#expected = checksum;
  }

  override _transform(chunk: Buffer, _: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.#bytes += chunk.length;
    this.#checksum = crc32(chunk, this.#checksum);
    if (this.#bytes > MAX_FILE_BYTES) done(new UnusableRows('A file in the archive exceeds 16 GiB.'));
    else done(null, chunk);
  }

  override _flush(done: (error: Error | null) => void): void {
    done(this.#checksum === this.#expected ? null : new UnusableRows('The archive is damaged.'));
  }
}
