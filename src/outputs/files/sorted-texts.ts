import { createReadStream } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { makeTempFolder, removeTemp } from './output-directory.ts';
import { openTextFile } from './text-file.ts';

/** Characters in memory. The violations of 100,000 mailboxes have some 12 million. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

export interface SortedTextsOptions {
  /** Where the temporary folder is created; `discard` removes it. */
  readonly folder: string;
  /** Default: 16 Mi. */
  readonly maxCharacters?: number;
}

/** Sorts any number of texts by their UTF-16 code units in bounded memory: sorted parts of them go to temporary files. */
export class SortedTexts {
  readonly #folder: string;
  readonly #maxCharacters: number;
  readonly #files: string[] = [];
  #texts: string[] = [];
  #characters = 0;
  #tempFolder: string | undefined;

  constructor({ folder, maxCharacters = MAX_CHARACTERS }: SortedTextsOptions) {
    this.#folder = folder;
    this.#maxCharacters = maxCharacters;
  }

  /** If it returns a promise, await it before the next call. Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
  add(text: string): void | Promise<void> {
    this.#texts.push(text);
    this.#characters += text.length;
    if (this.#characters >= this.#maxCharacters) return this.#writePart();
  }

  /** All texts, sorted. Call it once, after the last one was added. */
  async *sorted(): AsyncGenerator<string> {
    this.#texts.sort();
    if (this.#files.length === 0) {
      yield* this.#texts;
      return;
    }
    const parts = await Promise.all(
      [...this.#files.map(textsIn), this.#texts.values()].map(async (texts) => ({ texts, next: await texts.next() })),
    );
    for (;;) {
      let first: (typeof parts)[number] | undefined;
      for (const part of parts) {
        if (part.next.done !== true && (first === undefined || part.next.value < first.next.value)) first = part;
      }
      if (first === undefined) return;
      yield first.next.value;
      first.next = await first.texts.next();
    }
  }

  /** Removes the temporary files. Never rejects. */
  discard(): Promise<void> {
    this.#texts = [];
    return removeTemp(this.#tempFolder);
  }

  async #writePart(): Promise<void> {
    this.#tempFolder ??= makeTempFolder(this.#folder, 'sort-');
    const file = openTextFile(path.join(this.#tempFolder, String(this.#files.length)));
    try {
      for (const text of this.#texts.sort()) await file.write(`${lineOf(text)}\n`);
    } finally {
      await file.close();
    }
    this.#files.push(file.path);
    this.#texts = [];
    this.#characters = 0;
  }
}

/** JSON escapes line feeds, but not the other two characters that end a line for `readline`. */
function lineOf(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

async function* textsIn(file: string): AsyncGenerator<string> {
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    yield String(JSON.parse(line));
  }
}
