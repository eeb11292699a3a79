import { createReadStream, createWriteStream, openSync, unlinkSync, type WriteStream } from 'node:fs';
import { systemErrorCode } from '../../errors.ts';
import { outputError } from '../../files/temp-folder.ts';
import { ChunkedText } from './chunked-text.ts';

/**
 * Creates a text file in UTF-8, in a folder that exists. A file of that name is replaced, never written to: it may be a
 * link to another file, or a pipe. Throws the UserError `OUTPUT_UNWRITABLE` at once, before a mailbox is read.
 */
export function createTextFile(file: string, start = '', mode?: number): TextFile {
  return new TextFile(file, createFile(file, mode), start);
}

/** Creates a file as `createTextFile` does. `mode`: its permissions, before the umask of the process. */
export function createFile(file: string, mode = 0o666): WriteStream {
  try {
    removeExisting(file);
    // With `x` no link is followed either: https://pubs.opengroup.org/onlinepubs/9799919799/functions/open.html
    return createWriteStream(file, { fd: openSync(file, 'wx', mode) });
  } catch (error) {
    throw outputError(file, error);
  }
}

function removeExisting(file: string): void {
  try {
    unlinkSync(file);
  } catch (error) {
    if (systemErrorCode(error) !== 'ENOENT') throw error;
  }
}

/** Closes all files, even if one of them fails. Rejects with the error of the first file that cannot be closed. */
export async function closeAll(files: readonly { close(): Promise<void> }[]): Promise<void> {
  const closings = await Promise.allSettled(files.map((file) => file.close()));
  const failed = closings.find((closing) => closing.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}

/**
 * A text file of any length that is being written; one chunk of it is in memory. Closing it writes the rest, also after a
 * run was cancelled.
 */
export class TextFile {
  readonly path: string;
  readonly #stream: WriteStream;
  readonly #text: ChunkedText;
  #failure: Error | undefined;
  #closed: Promise<void> | undefined;

  constructor(file: string, stream: WriteStream, start: string) {
    this.path = file;
    this.#stream = stream;
    const fail = (error: Error): void => {
      this.#failure ??= outputError(file, error);
    };
    this.#text = new ChunkedText(stream, fail);
    stream.on('error', fail);
    void this.#text.write(start);
  }

  /**
   * Writes text. If it returns a promise, await it before the next write: the disk is slower, and text would collect in
   * memory. Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE` if the disk failed.
   */
  write(text: string): void | Promise<void> {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#closed !== undefined) throw new Error(`${this.path} is closed`);
    const passed = this.#text.write(text);
    if (passed !== undefined) return this.#unlessFailed(passed);
  }

  /** Writes the text so far to the disk. Rejects as `write` does. */
  async flush(): Promise<void> {
    await this.#unlessFailed(this.#text.flush());
  }

  /** Appends the content of another file, or its first bytes. Rejects as `write` does. */
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
   * Resolves when the file has all text, with `end` as the last; a second call returns the same promise. Rejects as
   * `write` does.
   */
  close(end = ''): Promise<void> {
    this.#closed ??= this.#end(end);
    return this.#closed;
  }

  async #unlessFailed(passed: Promise<void>): Promise<void> {
    await passed;
    if (this.#failure !== undefined) throw this.#failure;
  }

  async #end(end: string): Promise<void> {
    if (!this.#stream.closed) {
      const closed = new Promise<void>((resolve) => this.#stream.once('close', resolve));
      void this.#text.flush();
      this.#stream.end(end);
      await closed;
    }
    if (this.#failure !== undefined) throw this.#failure;
  }
}
