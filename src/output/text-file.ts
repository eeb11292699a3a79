import { createReadStream, createWriteStream, mkdirSync, openSync, type WriteStream } from 'node:fs';
import path from 'node:path';
import { outputError } from './output-error.ts';

/** Characters that are collectedRows before the disk is asked to take them. */
const CHUNK = 64 * 1024;

/**
 * Opens a file for text in UTF-8, making its folder where it is missing. A file that stands there is overwritten. Throws
 * the UserError `OUTPUT_UNWRITABLE` at once where the path cannot be written, so that nothing is asked of Graph for a file
 * that has no place to go.
 */
export function openTextFile(file: string, start = ''): TextFile {
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    return new TextFile(file, createWriteStream(file, { fd: openSync(file, 'w') }), start);
  } catch (error) {
    throw outputError(file, error);
  }
}

/**
 * A text that is being written, of any length: in memory stands one chunk of it. Whatever was written before a run is
 * cancelled stands in the file once it is closed.
 */
export class TextFile {
  readonly path: string;
  readonly #stream: WriteStream;
  /** Not yet handed to the stream. */
  #text: string;
  #failure: Error | undefined;
  #closed: Promise<void> | undefined;

  constructor(file: string, stream: WriteStream, start: string) {
    this.path = file;
    this.#stream = stream;
    this.#text = start;
    stream.on('error', (error) => {
      this.#failure = outputError(file, error);
    });
  }

  /**
   * Adds text. Where it gives a promise, the disk is behind: wait for it before the next text, or it piles up in memory.
   * Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE` where the disk failed.
   */
  write(text: string): void | Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#closed !== undefined) throw new Error(`${this.path} is closed`);
    const collectedRows = this.#text + text;
    if (collectedRows.length < CHUNK) {
      this.#text = collectedRows;
      return;
    }
    this.#text = '';
    if (!this.#stream.write(collectedRows)) return this.#drained();
  }

  /** Adds what stands in another file, or its first bytes. Rejects as `write` does. */
  async append(file: string, bytes = Infinity): Promise<void> {
    if (bytes === 0) return;
    try {
      const chunks: AsyncIterable<string> = createReadStream(file, { encoding: 'utf8', end: bytes - 1 });
      for await (const chunk of chunks) await this.write(chunk);
    } catch (error) {
      throw this.#failure ?? outputError(file, error);
    }
  }

  /**
   * Resolves when all text stands in the file, with `end` behind it; a second call gives the same promise. Rejects as
   * `write` does.
   */
  close(end = ''): Promise<void> {
    this.#closed ??= this.#end(end);
    return this.#closed;
  }

  #drained(): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        this.#stream.off('drain', settle).off('close', settle);
        if (this.#failure === undefined) resolve();
        else reject(this.#failure);
      };
      this.#stream.on('drain', settle).on('close', settle);
    });
  }

  async #end(end: string): Promise<void> {
    if (!this.#stream.closed) {
      const closed = new Promise<void>((resolve) => this.#stream.once('close', resolve));
      this.#stream.end(this.#text + end);
      await closed;
    }
    if (this.#failure !== undefined) throw this.#failure;
  }
}
