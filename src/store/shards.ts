import { UserError } from '../errors.ts';
import type { QueryResult, MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { wrongTypeFinder } from '../reports/columns.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { AnyReport } from '../reports/table.ts';
import { cellsOf, type RowCells, type TableAnswer } from '../reports/rows.ts';
import { forReader } from '../text/audience.ts';
import { count } from '../text/numbers.ts';
import type { JoinedLists, Owner } from './joined-lists.ts';
import type { RowsEnd, RowsReport, StoredMailbox, StoredReport } from './rows-file.ts';
import { readMailboxes, UnusableRows } from './rows-reader.ts';

type Answer = MailboxAnswer<RowCells[]>;

export interface ShardReaderOptions {
  readonly lists: Pick<JoinedLists, 'list' | 'owners' | 'shares'>;
  readonly reports: readonly RowsReport[];
  /** The same reports, by whose types cells are checked. */
  readonly definitions: readonly ReportDefinition[];
  /** How many shards the run has. */
  readonly of: number;
  /** The rows files of the usable shards by their number. */
  readonly files: ReadonlyMap<number, string>;
  /** Why the other shards cannot be used, in sentences, by their number. */
  readonly unusable: ReadonlyMap<number, string>;
  /** Sentences about artifacts of other shards, which keep the run from passing. */
  readonly foreign: readonly string[];
  /** Called for each shard that was read completely. */
  readonly onEnd: (end: RowsEnd) => void;
  readonly signal: AbortSignal;
}

/** Mailboxes that are held in memory. */
const MAX_CHUNK = 20;
const MAX_PROBLEMS = 5;

/**
 * Reads the rows files of shards instead of a service. Mailboxes of a shard that is missing or cannot be used are `failed`,
 * with the reason.
 */
export class ShardReader {
  readonly #options: ShardReaderOptions;
  readonly #unusable: Map<number, string>;
  readonly #stops: Pick<UserError, 'message' | 'hint'>[] = [];
  readonly #typeChecks: readonly ReturnType<typeof typeCheck>[];
  #finished = 0;

  constructor(options: ShardReaderOptions) {
    this.#options = options;
    this.#unusable = new Map(options.unusable);
    this.#typeChecks = options.definitions.map(typeCheck);
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
    const { list, owners } = this.#options.lists;
    const numbers = owners.filter((owner) => typeof owner === 'number');
    const left = new Map([...Map.groupBy(numbers, (number) => number)].map(([number, own]) => [number, own.length]));
    const files = new Map<number, AsyncGenerator<StoredMailbox>>();
    let chunk: Answer[] = [];
    for (const [position, owner] of owners.entries()) {
      const mailbox = list.at(position);
      if (typeof owner === 'number') {
        const rows = files.get(owner) ?? this.#mailboxes(owner);
        files.set(owner, rows);
        chunk.push(await this.#answer(mailbox, owner, rows));
        const rest = (left.get(owner) ?? 0) - 1;
        left.set(owner, rest);
        if (rest === 0) await this.#end(rows);
      } else {
        chunk.push(this.#unread(mailbox, 'failed', unreadReason(owner)));
      }
      if (chunk.length < MAX_CHUNK && position + 1 < owners.length) continue;
      this.#finished += chunk.length;
      yield chunk;
      chunk = [];
    }
  }

  /** The result of a mailbox. What precedes a damaged line was read. */
  async #answer(mailbox: Mailbox, number: number, rows: AsyncGenerator<StoredMailbox>): Promise<Answer> {
    const { of, signal } = this.#options;
    // Mailboxes whose rows count from another shard are skipped.
    let next = signal.aborted ? undefined : await rows.next();
    while (next?.done === false && next.value.address !== mailbox.address) next = await rows.next();
    if (next?.done === false) {
      const { ids, columns, reports: stored } = next.value;
      return { mailbox: { ...mailbox, columns }, ids, results: stored.map(queryResult) };
    }
    return signal.aborted
      ? this.#unread(mailbox, 'cancelled', 'The run was cancelled before this shard was merged')
      : this.#unread(mailbox, 'failed', `Shard ${number} of ${of}: ${this.#unusable.get(number) ?? ''}`);
  }

  #unread(mailbox: Mailbox, status: 'cancelled' | 'failed', error: string): Answer {
    return { mailbox, results: this.#options.reports.map(() => ({ status, error })) };
  }

  /** Reads a file to its end, which says whether it is whole. */
  async #end(rows: AsyncGenerator<StoredMailbox>): Promise<void> {
    const { signal } = this.#options;
    let next = signal.aborted ? undefined : await rows.next();
    while (next?.done === false) next = await rows.next();
    await rows.return(undefined);
  }

  /** The mailboxes in a shard's file. Ends early if the rest of the file cannot be used. */
  async *#mailboxes(number: number): AsyncGenerator<StoredMailbox> {
    const { lists, reports, files, onEnd } = this.#options;
    try {
      const [file, list] = [files.get(number), lists.shares.get(number)];
      if (file === undefined || list === undefined)
        throw new UnusableRows(this.#unusable.get(number) ?? 'It is missing.');
      const mailboxes = readMailboxes(file, { list, reports, shard: undefined }, (end) => {
        if (end.stoppedBy !== undefined) this.#stops.push(end.stoppedBy);
        onEnd(end);
      });
      for await (const { mailbox } of mailboxes) {
        for (const [index, report] of mailbox.reports.entries()) this.#typeChecks[index]?.(report);
        yield mailbox;
      }
    } catch (error) {
      if (!(error instanceof UnusableRows)) throw error;
      this.#unusable.set(number, error.message);
    }
  }
}

/** Returns a check of stored rows that throws an `UnusableRows` for a cell of the wrong type: a rule about a text would pass a list. */
export function typeCheck(definition: AnyReport): (report: Pick<StoredReport, 'rows'>) => void {
  const wrongType = wrongTypeFinder(definition);
  return ({ rows }) => {
    const column = rows.map((row) => wrongType(row)).find((name) => name !== undefined);
    if (column !== undefined) throw new UnusableRows(`It has a cell of the wrong type in the column ${column}.`);
  };
}

function unreadReason({ listedBy, lackedBy }: Exclude<Owner, number>): string {
  return `Listed by shard ${listedBy}, read by none: shard ${lackedBy} would read it, and does not list it`;
}

/** The result from which the rows of a report were made. */
export function queryResult({
  status,
  error,
  rows,
}: Pick<StoredReport, 'status' | 'error' | 'rows'>): QueryResult<RowCells[]> {
  if (status !== 'ok' && rows.length === 0) return { status, error };
  return { status: 'ok', value: rows.map(cellsOf) };
}

/** What was found for a table, from what is stored of it. */
export function tableAnswer(table: StoredReport): TableAnswer {
  return { result: queryResult(table), gaps: table.status === 'ok' ? table.error : '' };
}

/** The UserError `SHARD_UNUSABLE` with the first of some sentences. */
export function unusableError(problems: readonly string[]): UserError {
  const sentences = problems.slice(0, MAX_PROBLEMS);
  if (problems.length > sentences.length)
    sentences.push(`${count(problems.length - sentences.length)} more cannot be used.`);
  return new UserError('SHARD_UNUSABLE', sentences.join(' '), {
    hint: forReader({
      workflow:
        'Re-run the failed jobs of this workflow run. All shards and the merge must have the same list, reports, ' +
        '"artifact-name" and version of the action.',
      terminal:
        'Read these shards again, and name the new folders. All shards and the merge must have the same list, reports and version.',
    }),
  });
}
