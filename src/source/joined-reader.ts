import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { UserError } from '../errors.ts';
import type { QueryResult } from '../graph/query.ts';
import type { MailboxAnswer } from '../graph/reader.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { RowCells } from '../reports/rows.ts';

type Answer = MailboxAnswer<RowCells[]>;

/** A source of answers in list order, as the readers of Graph and of Exchange Online are. */
export interface AnswerReader {
  read(): AsyncGenerator<readonly Answer[], void>;
  readonly finished: number;
  readonly stoppedBy: UserError | undefined;
  /** What is listed so far; undefined once the first mailbox can be read. */
  readonly listing?: string | undefined;
}

export interface JoinedReaderOptions {
  readonly mailboxes: MailboxList;
  readonly graph: AnswerReader;
  readonly exchange: AnswerReader;
  /** For each report, in their order, the reader that has its results; each reader has them in this order too. */
  readonly order: readonly ('graph' | 'exchange')[];
}

/**
 * Bytes of Graph's answers that are held while Exchange Online lists its mailboxes; beyond them, Graph waits. Some 40 bytes
 * a mailbox in `mailbox-settings`.
 */
const MAX_HELD = 64 * 1024 * 1024;
/** Characters that are compressed together. */
const BLOCK = 64 * 1024;

/**
 * Joins the answers of Graph and of Exchange Online by mailbox, in list order. Exchange yields nothing until everything is
 * listed, so Graph's answers are packed meanwhile.
 */
export class JoinedReader implements AnswerReader {
  readonly #options: JoinedReaderOptions;

  constructor(options: JoinedReaderOptions) {
    this.#options = options;
  }

  get finished(): number {
    return Math.min(this.#options.graph.finished, this.#options.exchange.finished);
  }

  get stoppedBy(): UserError | undefined {
    return this.#options.graph.stoppedBy ?? this.#options.exchange.stoppedBy;
  }

  get listing(): string | undefined {
    return this.#options.exchange.listing;
  }

  async *read(): AsyncGenerator<readonly Answer[], void> {
    const graph = this.#options.graph.read();
    const exchange = this.#options.exchange.read();
    try {
      const held = new HeldAnswers(this.#options.mailboxes);
      const first = exchange.next();
      const { pending } = await hold(graph, first, held);
      const [ofGraph, ofExchange] = [new Chunks(graph, held, pending), new Chunks(exchange, undefined, first)];
      for (;;) {
        const [one, other] = [await ofGraph.peek(), await ofExchange.peek()];
        const length = Math.min(one.length, other.length);
        if (length === 0) return;
        const others = ofExchange.take(length);
        yield ofGraph.take(length).map((answer, at) => this.#joined(answer, others[at]));
      }
    } finally {
      await Promise.allSettled([graph.return(undefined), exchange.return(undefined)]);
    }
  }

  #joined(graph: Answer, exchange: Answer | undefined): Answer {
    if (exchange?.mailbox.address !== graph.mailbox.address) throw new Error('two readers of different lists');
    const rest = { graph: [...graph.results], exchange: [...exchange.results] };
    return { mailbox: graph.mailbox, results: this.#options.order.flatMap((source) => rest[source].shift() ?? []) };
  }
}

type Next = Promise<IteratorResult<readonly Answer[], void>>;

/** Holds Graph's chunks until Exchange has its first. Returns the chunk that is on its way then. */
async function hold(
  graph: AsyncGenerator<readonly Answer[], void>,
  first: Next,
  held: HeldAnswers,
): Promise<{ readonly pending?: Next }> {
  const isListed = first.then(
    () => true,
    () => true,
  );
  while (held.bytes < MAX_HELD) {
    const next = graph.next();
    next.catch(() => undefined);
    const isFirst = await Promise.race([isListed, next.then(() => false)]);
    // Not the promise itself, which an async function would await.
    if (isFirst) return { pending: next };
    const { done, value } = await next;
    if (done === true) return {};
    held.add(value);
  }
  return {};
}

/** Chunks of a reader, cut as the other reader's are. */
class Chunks {
  readonly #reader: AsyncGenerator<readonly Answer[], void>;
  readonly #held: HeldAnswers | undefined;
  #pending: Next | undefined;
  #chunk: readonly Answer[] = [];

  constructor(
    reader: AsyncGenerator<readonly Answer[], void>,
    held: HeldAnswers | undefined,
    pending: Next | undefined,
  ) {
    this.#reader = reader;
    this.#held = held;
    this.#pending = pending;
  }

  /** The next answers; empty at the end. */
  async peek(): Promise<readonly Answer[]> {
    if (this.#chunk.length === 0) this.#chunk = this.#held?.take() ?? [];
    while (this.#chunk.length === 0) {
      const { done, value } = await (this.#pending ?? this.#reader.next());
      this.#pending = undefined;
      if (done === true) break;
      this.#chunk = value;
    }
    return this.#chunk;
  }

  take(count: number): readonly Answer[] {
    const taken = this.#chunk.slice(0, count);
    this.#chunk = this.#chunk.slice(count);
    return taken;
  }
}

/** Chunks of answers as compressed JSON outside the heap: a fiftieth of the memory that they take as objects. */
class HeldAnswers {
  readonly #mailboxes: MailboxList;
  readonly #blocks: Uint8Array[] = [];
  /** The answers after the last block, as JSON. */
  #pending: string[] = [];
  #pendingLength = 0;
  #taken = 0;
  #bytes = 0;

  constructor(mailboxes: MailboxList) {
    this.#mailboxes = mailboxes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  add(chunk: readonly Answer[]): void {
    for (const { results } of chunk) {
      const packed = JSON.stringify(results.map(packedResult));
      this.#pending.push(packed);
      this.#pendingLength += packed.length;
      if (this.#pendingLength >= BLOCK) this.#endBlock();
    }
  }

  take(): readonly Answer[] | undefined {
    if (this.#blocks.length === 0 && this.#pending.length > 0) this.#endBlock();
    const block = this.#blocks.shift();
    if (block === undefined) return undefined;
    const results: unknown = JSON.parse(inflateRawSync(block).toString('utf8'));
    if (!isPacked(results)) throw new TypeError('no packed answers');
    return results.map((found) => ({ mailbox: this.#mailboxes.at(this.#taken++), results: found.map(unpackedResult) }));
  }

  #endBlock(): void {
    const compressed = deflateRawSync(`[${this.#pending.join(',')}]`, { level: 1 });
    // A copy, since the original is a part of a larger buffer.
    this.#blocks.push(new Uint8Array(compressed));
    this.#bytes += compressed.length;
    this.#pending = [];
    this.#pendingLength = 0;
  }
}

type Result = QueryResult<RowCells[]>;
type PackedRow = Omit<RowCells, 'incomplete'> & { readonly incomplete?: readonly number[] | undefined };
type PackedResult = { readonly status: 'ok'; readonly value: readonly PackedRow[] } | Exclude<Result, { status: 'ok' }>;

/** Whether a value is what `HeldAnswers.add` has packed: nothing else gets there. */
function isPacked(value: unknown): value is readonly (readonly PackedResult[])[] {
  return Array.isArray(value) && value.every(Array.isArray);
}

function packedResult(result: Result): PackedResult {
  if (result.status !== 'ok') return result;
  return {
    status: 'ok',
    value: result.value.map(({ incomplete, ...row }) =>
      incomplete === undefined ? row : { ...row, incomplete: [...incomplete] },
    ),
  };
}

function unpackedResult(result: PackedResult): Result {
  if (result.status !== 'ok') return result;
  return {
    status: 'ok',
    value: result.value.map(({ incomplete, ...row }) => ({
      ...row,
      incomplete: incomplete === undefined ? undefined : new Set(incomplete),
    })),
  };
}
