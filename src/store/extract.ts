import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { describeError } from '../errors.ts';
import { MAX_REPORT_BYTES, UnusableReport } from './earlier-report.ts';

/** Entries of the archive, of whatever name. */
const MAX_ENTRIES = 1_000;

/**
 * Extracts the files with the given names from a zip into a folder, and nothing else: other names and folders in the
 * archive are ignored. Rejects with an `UnusableReport` if it is no zip, is damaged, or exceeds a limit.
 *
 * @param names plain file names
 */
export async function extractFiles(
  zip: string,
  folder: string,
  names: Pick<ReadonlySet<string>, 'has'>,
): Promise<void> {
  // Loaded only by runs that have an archive.
  const { openPromise } = await import('yauzl');
  try {
    const archive = await openPromise(zip, { autoClose: false });
    try {
      if (archive.entryCount > MAX_ENTRIES) throw new UnusableReport(`The archive has more than ${MAX_ENTRIES} files.`);
      let left = MAX_REPORT_BYTES;
      const extracted = new Set<string>();
      for await (const entry of archive.eachEntry()) {
        const { fileName } = entry;
        if (!names.has(fileName)) continue;
        if (extracted.has(fileName)) throw new UnusableReport(`The archive has ${fileName} twice.`);
        extracted.add(fileName);
        const check = new CheckedContent(left, entry.crc32);
        const content = await archive.openReadStreamPromise(entry);
        await pipeline(content, check, createWriteStream(path.join(folder, fileName), { flags: 'wx' }));
        left -= check.bytes;
      }
    } finally {
      archive.close();
    }
  } catch (error) {
    throw error instanceof UnusableReport
      ? error
      : new UnusableReport(`The archive cannot be read: ${describeError(error)}.`);
  }
}

/** Passes content on, and fails if it has more bytes than allowed or another checksum. */
class CheckedContent extends Transform {
  bytes = 0;
  readonly #most: number;
  readonly #expected: number;
  #checksum = 0;

  constructor(most: number, checksum: number) {
    super();
    this.#most = most;
    this.#expected = checksum;
  }

  override _transform(chunk: Buffer, _: string, done: (error: Error | null, chunk?: Buffer) => void): void {
    this.bytes += chunk.length;
    this.#checksum = crc32(chunk, this.#checksum);
    if (this.bytes > this.#most) done(new UnusableReport('Its files exceed 2 GiB.'));
    else done(null, chunk);
  }

  override _flush(done: (error: Error | null) => void): void {
    done(this.#checksum === this.#expected ? null : new UnusableReport('The archive is damaged.'));
  }
}
