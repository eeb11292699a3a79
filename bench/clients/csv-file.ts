import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { stringify, type Options } from 'csv-stringify/sync';
import { HEADER } from './settings-record.ts';

/** The format of the action's CSV. */
const FORMAT: Options = {
  record_delimiter: '\r\n',
  quote_record_delimiter: true,
  escape_formulas: true,
  quoted_match: /[;\t]/,
};

/** Writes records with `csv-stringify`, a batch at a time, waiting where the disk is behind. */
export class RecordFile {
  readonly #stream: WriteStream;

  constructor(file: string) {
    this.#stream = createWriteStream(file);
    this.#stream.write(`\uFEFF${stringify([[...HEADER]], FORMAT)}`);
  }

  async write(records: readonly string[][]): Promise<void> {
    if (!this.#stream.write(stringify([...records], FORMAT))) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    this.#stream.end();
    await finished(this.#stream);
  }
}
