import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
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
export async function extractFiles(
  zip: string,
  folder: string,
  names: readonly string[],
  maxBytes = MAX_FILE_BYTES,
): Promise<ReadonlySet<string>> {
  // Loaded only by runs that have an archive. Bundled CommonJS has no other export than the default one.
  const { default: yauzl } = await import('yauzl');
  try {
    const archive = await yauzl.openPromise(zip, { autoClose: false });
    try {
      if (archive.entryCount > MAX_ENTRIES) throw new UnusableRows(`The archive has more than ${MAX_ENTRIES} files.`);
      const all = new Set<string>();
      const extracted = new Set<string>();
      for await (const entry of archive.eachEntry()) {
        const { fileName } = entry;
        all.add(fileName);
        if (!names.includes(fileName)) continue;
        if (extracted.has(fileName)) throw new UnusableRows(`The archive has ${fileName} twice.`);
        extracted.add(fileName);
        const content = await archive.openReadStreamPromise(entry);
        const file = createWriteStream(path.join(folder, fileName), { flags: 'wx' });
        await pipeline(content, new CheckedContent(entry.crc32, maxBytes), file);
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
