import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { PassThrough, Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { describeError } from '../errors.ts';
import { MAX_FILE_BYTES } from './rows-file.ts';
import { unpackingError, UnusableRows } from './rows-reader.ts';

/** Entries of an archive, of whatever name. */
const MAX_ENTRIES = 1_000;

/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Returns the names of all its files. Rejects with an `UnusableRows` if it is no zip, is damaged, or exceeds a limit.
 *
 * @param maxBytes of a file
 */
export function extractFiles(
  zip: string,
  folder: string,
  names: readonly string[],
  maxBytes = MAX_FILE_BYTES,
): Promise<ReadonlySet<string>> {
  return readEntries(
    zip,
    (name) => names.includes(name),
    (name) => createWriteStream(path.join(folder, name), { flags: 'wx' }),
    maxBytes,
  );
}

/** Reads and checks all files of a zip. Returns their names, and rejects, as `extractFiles` does. */
export function requireWholeArchive(zip: string): Promise<ReadonlySet<string>> {
  return readEntries(
    zip,
    (name) => !name.endsWith('/'),
    () => new PassThrough().resume(),
    MAX_FILE_BYTES,
  );
}

/** Reads and checks the files of a zip that are wanted, each of another name. Returns the names of all. */
async function readEntries(
  zip: string,
  isWanted: (name: string) => boolean,
  fileOf: (name: string) => Writable,
  maxBytes: number,
): Promise<ReadonlySet<string>> {
  // Loaded only by runs that have an archive. Bundled CommonJS has no other export than the default one.
  const { default: yauzl } = await import('yauzl');
  try {
    const archive = await yauzl.openPromise(zip, { autoClose: false });
    try {
      if (archive.entryCount > MAX_ENTRIES) throw new UnusableRows(`The archive has more than ${MAX_ENTRIES} files.`);
      const all = new Set<string>();
      const read = new Set<string>();
      for await (const entry of archive.eachEntry()) {
        const { fileName } = entry;
        all.add(fileName);
        if (!isWanted(fileName)) continue;
        if (read.has(fileName)) throw new UnusableRows(`The archive has ${fileName} twice.`);
        read.add(fileName);
        const content = await archive.openReadStreamPromise(entry);
        await pipeline(content, new CheckedContent(entry.crc32, maxBytes), fileOf(fileName));
      }
      return all;
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

/** Passes the content of a file on, and fails if it exceeds a limit or has another checksum. */
class CheckedContent extends Transform {
  readonly #expected: number;
  readonly #maxBytes: number;
  #bytes = 0;
  #checksum = 0;

  constructor(checksum: number, maxBytes: number) {
    super();
    this.#expected = checksum;
    this.#maxBytes = maxBytes;
  }

  override _transform(chunk: Buffer, _: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.#bytes += chunk.length;
    this.#checksum = crc32(chunk, this.#checksum);
    if (this.#bytes > this.#maxBytes) {
      const size =
        this.#maxBytes < 1024 ** 3 ? `${this.#maxBytes / 1024 ** 2} MiB` : `${this.#maxBytes / 1024 ** 3} GiB`;
      done(new UnusableRows(`A file in the archive exceeds ${size}.`));
    } else done(null, chunk);
  }

  override _flush(done: (error: Error | null) => void): void {
    done(this.#checksum === this.#expected ? null : new UnusableRows('The archive is damaged.'));
  }
}
