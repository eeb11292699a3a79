import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { describeError } from '../../errors.ts';
import { UnusableShard } from './unusable.ts';

const NEWLINE = 0x0a;
/** Bytes of a whole shard file, decompressed: 125,000 mailboxes with 500 folders each are some 8 GiB. */
const MAX_FILE_BYTES = 32 * 1024 ** 3;

/** Reads the lines of a gzip file one by one. Rejects with an `UnusableShard` if it is damaged or exceeds a limit. */
export class GzipLines {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffer: Buffer = Buffer.alloc(0);
  #position = 0;
  #bytes = 0;

  constructor(file: string) {
    const gunzip = createGunzip();
    // Errors of the file arrive at the iterator, too.
    pipeline(createReadStream(file), gunzip, () => undefined);
    const chunks: AsyncIterable<Buffer> = gunzip;
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** The next line without its line end; undefined at the end of the file. Rejects if it is longer than `maxBytes`. */
  async next(maxBytes: number): Promise<string | undefined> {
    const parts: Buffer[] = [];
    let length = 0;
    for (;;) {
      const end = this.#buffer.indexOf(NEWLINE, this.#position);
      const part = this.#buffer.subarray(this.#position, end === -1 ? undefined : end);
      length += part.length;
      if (length > maxBytes) throw new UnusableShard('A line in it is too long.');
      if (end !== -1) {
        this.#position = end + 1;
        return parts.length === 0 ? part.toString('utf8') : Buffer.concat([...parts, part]).toString('utf8');
      }
      if (part.length > 0) parts.push(part);
      if (!(await this.#fill())) {
        if (length > 0) throw new UnusableShard('It ends inside a line.');
        return undefined;
      }
    }
  }

  /** Skips lines. Rejects if there are fewer. */
  async skip(lines: number): Promise<void> {
    for (let left = lines; left > 0;) {
      const end = this.#buffer.indexOf(NEWLINE, this.#position);
      if (end !== -1) {
        this.#position = end + 1;
        left -= 1;
      } else if (!(await this.#fill())) throw new UnusableShard('It ends early.');
    }
  }

  /** Closes the file. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #fill(): Promise<boolean> {
    try {
      const next = await this.#chunks.next();
      if (next.done === true) return false;
      this.#buffer = next.value;
      this.#position = 0;
      this.#bytes += this.#buffer.length;
    } catch (error) {
      throw new UnusableShard(`It cannot be decompressed: ${describeError(error)}.`);
    }
    if (this.#bytes > MAX_FILE_BYTES) throw new UnusableShard('It exceeds 32 GiB.');
    return true;
  }
}
