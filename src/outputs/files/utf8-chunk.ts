/** Bytes that are collected before they are written or compressed. */
export const CHUNK_BYTES = 256 * 1024;
/** Of a unit of UTF-16 in UTF-8. */
const MOST_BYTES = 3;

/**
 * Collects texts in UTF-8, before they are written or compressed together. Each is encoded by itself: joined texts would be copied
 * once more, and one character beyond Latin-1 slows down the encoding of its whole text.
 */
export class Utf8Chunk {
  #bytes: Buffer | undefined;
  #used = 0;

  /** Adds a text. Returns false if there may be no room for it. */
  add(text: string): boolean {
    if (text.length * MOST_BYTES > CHUNK_BYTES - this.#used) return false;
    this.#bytes ??= Buffer.allocUnsafeSlow(CHUNK_BYTES);
    this.#used += this.#bytes.write(text, this.#used);
    return true;
  }

  /** Removes and returns what was added. */
  take(): Buffer {
    const taken = this.#bytes?.subarray(0, this.#used) ?? Buffer.alloc(0);
    this.#bytes = undefined;
    this.#used = 0;
    return taken;
  }
}
