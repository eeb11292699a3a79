import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import type { MailboxResult } from '../../run/mailbox-result.ts';
import type { MailboxList } from '../../mailboxes/mailbox.ts';
import { headerLine, listLines, type ShardHeader } from '../../store/shards/header.ts';
import { endLine, mailboxLines, type ShardEnd } from '../../store/shards/lines.ts';
import { outputError } from './output-directory.ts';
import type { Sink } from '../sink.ts';
import { createFile } from './text-file.ts';

/** Characters that are collected before they are compressed. */
const CHUNK = 64 * 1024;

/**
 * The file of a shard: lines of JSON, compressed by gzip. A header, the whole list, the shard's mailboxes with their rows, and
 * a last line without which the file is incomplete.
 */
export class ShardFile implements Pick<Sink, 'add'> {
  readonly path: string;
  readonly #gzip: Gzip = createGzip();
  readonly #stream: WriteStream;
  readonly #written: Promise<void>;
  #position: number;
  #text = '';
  #failure: Error | undefined;

  /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. `start`: the position of the shard's first mailbox. */
  constructor(file: string, start: number) {
    this.path = file;
    this.#position = start;
    this.#stream = createFile(file);
    this.#written = finished(this.#gzip.pipe(this.#stream));
    const fail = (error: Error): void => {
      this.#failure ??= outputError(file, error);
      // Ends a wait for room.
      this.#gzip.destroy();
    };
    this.#stream.on('error', fail);
    this.#written.catch(fail);
  }

  /** Writes what precedes the mailboxes. `list`: the whole list. Rejects as `add` does. */
  async start(header: ShardHeader, list: MailboxList): Promise<void> {
    await this.#write(`${headerLine(header)}\n`);
    for (const line of listLines(list)) {
      const written = this.#write(`${line}\n`);
      if (written !== undefined) await written;
    }
  }

  /** Throws, or rejects with, the UserError `OUTPUT_UNWRITABLE`. */
  add(result: MailboxResult): void | Promise<void> {
    return this.#write(mailboxLines(this.#position++, result));
  }

  /** Completes the file. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
  async finish(end: ShardEnd): Promise<void> {
    this.#throwFailure();
    this.#gzip.end(this.#text + endLine(end));
    this.#text = '';
    try {
      await this.#written;
    } catch (error) {
      throw this.#failure ?? outputError(this.path, error);
    }
  }

  /** Releases the file of a run that failed. A completed file stays as it is. */
  discard(): void {
    this.#gzip.destroy();
    this.#stream.destroy();
  }

  #write(text: string): void | Promise<void> {
    this.#throwFailure();
    this.#text += text;
    if (this.#text.length < CHUNK) return;
    const room = this.#gzip.write(this.#text);
    this.#text = '';
    if (!room) return this.#drained();
  }

  async #drained(): Promise<void> {
    await new Promise<void>((resolve) => {
      const settle = (): void => {
        this.#gzip.off('drain', settle).off('close', settle);
        resolve();
      };
      this.#gzip.on('drain', settle).on('close', settle);
    });
    this.#throwFailure();
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }
}
