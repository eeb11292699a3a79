import { UserError } from '../../errors.ts';
import type { MailboxAnswer } from '../../graph/reader.ts';
import type { MailboxList } from '../../mailboxes/mailbox.ts';
import { shardRange, type PositionRange } from '../../mailboxes/shard.ts';
import type { RowCells } from '../../reports/rows.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { count } from '../../text/numbers.ts';
import { readEnd, readHeader, readMailbox } from './decode.ts';
import { GzipLines } from './gzip-lines.ts';
import type { ShardEnd } from './lines.ts';
import { UnusableShard } from './unusable.ts';

type Answer = MailboxAnswer<RowCells[]>;

export interface ShardReaderOptions {
  readonly list: MailboxList;
  readonly reports: readonly ReportDefinition[];
  /** How many shards the run has. */
  readonly of: number;
  /** The files of the usable shards by their number. */
  readonly files: ReadonlyMap<number, string>;
  /** Why the other shards cannot be used, in sentences, by their number. */
  readonly unusable: ReadonlyMap<number, string>;
  /** Sentences about artifacts of other shards, which keep the run from passing. */
  readonly foreign: readonly string[];
  /** Called for each shard that was read completely. */
  readonly onEnd: (end: ShardEnd) => void;
  readonly signal: AbortSignal;
}

/**
 * Small, so that a chunk is garbage before V8 moves it to the old generation: with 1,000, merging 1,000,000 mailboxes took 430 MiB
 * instead of 315 (one run each).
 */
const MAX_CHUNK = 100;
/** Rows of a chunk: a mailbox may have thousands of folders. */
const MAX_ROWS = 10_000;
const MAX_PROBLEMS = 5;

/**
 * Reads the files of shards instead of a service. Mailboxes of a shard that is missing or cannot be used are `failed`, with
 * the reason.
 */
export class ShardReader {
  readonly #options: ShardReaderOptions;
  readonly #unusable: Map<number, string>;
  readonly #stops: Pick<UserError, 'message' | 'hint'>[] = [];
  #finished = 0;

  constructor(options: ShardReaderOptions) {
    this.#options = options;
    this.#unusable = new Map(options.unusable);
  }

  /** The number of mailboxes with a result. */
  get finished(): number {
    return this.#finished;
  }

  /** Shards that cannot be used, else why a shard stopped reading early. */
  get stoppedBy(): UserError | undefined {
    const { of, foreign } = this.#options;
    const unusable = [...this.#unusable].sort(([one], [other]) => one - other);
    const problems = [...unusable.map(([number, reason]) => `Shard ${number} of ${of}: ${reason}`), ...foreign];
    if (problems.length > 0) return unusableError(problems);
    const [stop] = this.#stops;
    return stop === undefined ? undefined : new UserError('INCOMPLETE', stop.message, { hint: stop.hint });
  }

  /** Yields the results in chunks, each mailbox once, in list order. Rejects only for bugs. */
  async *read(): AsyncGenerator<readonly Answer[]> {
    const { list, of, files, signal } = this.#options;
    for (let number = 1; number <= of; number += 1) {
      const range = shardRange(list.length, { number, of });
      let { start } = range;
      const file = files.get(number);
      try {
        if (file === undefined) throw new UnusableShard(this.#unusable.get(number) ?? 'It is missing.');
        for await (const chunk of this.#chunks(file, range)) {
          start += chunk.length;
          this.#finished += chunk.length;
          yield chunk;
        }
      } catch (error) {
        if (!(error instanceof UnusableShard)) throw error;
        this.#unusable.set(number, error.message);
      }
      for (; start < range.end; start += MAX_CHUNK) {
        const reason = signal.aborted
          ? ({ status: 'cancelled', error: 'The run was cancelled before this shard was merged' } as const)
          : ({ status: 'failed', error: `Shard ${number} of ${of}: ${this.#unusable.get(number) ?? ''}` } as const);
        const chunk = this.#unread({ start, end: Math.min(start + MAX_CHUNK, range.end) }, reason);
        this.#finished += chunk.length;
        yield chunk;
      }
    }
  }

  /** The results of a shard's file. Ends early if the run is cancelled. */
  async *#chunks(file: string, { start, end }: PositionRange): AsyncGenerator<readonly Answer[]> {
    const { list, reports, onEnd, signal } = this.#options;
    const lines = new GzipLines(file);
    let chunk: Answer[] = [];
    let rows = 0;
    try {
      const { run } = await readHeader(lines);
      await lines.skip(run.listLength);
      for (let position = start; position < end; position += 1) {
        if (signal.aborted) break;
        const results = await readMailbox(lines, position, reports);
        chunk.push({ mailbox: list.at(position), results });
        for (const result of results) if (result.status === 'ok') rows += result.value.length;
        if (chunk.length < MAX_CHUNK && rows < MAX_ROWS) continue;
        const full = chunk;
        [chunk, rows] = [[], 0];
        yield full;
      }
      if (chunk.length > 0) yield chunk;
      chunk = [];
      if (signal.aborted) return;
      const last = await readEnd(lines);
      if (last.stoppedBy !== undefined) this.#stops.push(last.stoppedBy);
      onEnd(last);
    } catch (error) {
      // What precedes a damaged line was read.
      if (chunk.length > 0) yield chunk;
      throw error;
    } finally {
      await lines.close();
    }
  }

  #unread(
    { start, end }: PositionRange,
    reason: { readonly status: 'cancelled' | 'failed'; readonly error: string },
  ): readonly Answer[] {
    const { list, reports } = this.#options;
    const results = reports.map(() => reason);
    return Array.from({ length: end - start }, (_, at) => ({ mailbox: list.at(start + at), results }));
  }
}

/** The UserError `SHARD_UNUSABLE` with the first of some sentences. */
export function unusableError(problems: readonly string[]): UserError {
  const shown = problems.slice(0, MAX_PROBLEMS);
  if (problems.length > shown.length) shown.push(`${count(problems.length - shown.length)} more cannot be used.`);
  return new UserError('SHARD_UNUSABLE', shown.join(' '), {
    hint:
      'Re-run the failed jobs of this workflow run. All shards and the merge must have the same list, reports, ' +
      '"artifact-name" and version of the action.',
  });
}
