import type { Writable } from 'node:stream';

/** Bytes that are collected before they are written or compressed. */
export const CHUNK_BYTES = 1024 * 1024;
/** Chunks that may wait in a stream. */
const MOST_WAITING = 2;
/** Of a unit of UTF-16 in UTF-8. */
const MOST_BYTES = 3;

/**
 * Writes text to a stream, in UTF-8 and in chunks. Each text is encoded by itself: joined texts would be copied once more, and one
 * character beyond Latin-1 slows down the encoding of its whole text.
 */
export class ChunkedText {
  readonly #stream: Writable;
  readonly #onFailure: (error: Error) => void;
  /** Of the chunk that is not yet handed to the stream. */
  #bytes: Buffer | undefined;
  #used = 0;
  /** Of the latest chunks: resolves when the stream has passed them on, or is closed. */
  readonly #passed: Promise<void>[] = [];

  /** @param onFailure receives why the stream could not pass a chunk on */
  constructor(stream: Writable, onFailure: (error: Error) => void) {
    this.#stream = stream;
    this.#onFailure = onFailure;
  }

  /** If it returns a promise, await it before the next write: the stream is slower, and text would collect in memory. */
  write(text: string): void | Promise<void> {
    if (this.#add(text)) return;
    this.#passed.push(this.flush());
    if (!this.#add(text)) this.#passed.push(this.#send(text));
    if (this.#passed.length > MOST_WAITING) return this.#passed.shift();
  }

  /** Hands the text so far to the stream. Resolves when the stream has passed it on, or is closed. */
  flush(): Promise<void> {
    const chunk = this.#bytes?.subarray(0, this.#used) ?? '';
    this.#bytes = undefined;
    this.#used = 0;
    return this.#send(chunk);
  }

  #send(chunk: Buffer | string): Promise<void> {
    return new Promise((resolve) => {
      const settle = (error?: Error | null): void => {
        this.#stream.off('close', settle);
        if (error) this.#onFailure(error);
        resolve();
      };
      this.#stream.on('close', settle).write(chunk, settle);
    });
  }

  /** Returns false if there may be no room in the chunk. */
  #add(text: string): boolean {
    if (text.length * MOST_BYTES > CHUNK_BYTES - this.#used) return false;
    this.#bytes ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
    this.#used += this.#bytes.write(text, this.#used);
    return true;
  }
}
