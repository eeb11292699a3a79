import { deserialize, serialize } from 'node:v8';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { UserError } from '../errors.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';

type Answer = MailboxAnswer<RowCells[]>;

/** Where a reader gets its answers from. Only that of `graph` has some before everything is listed. */
export type SourceName = 'graph' | 'listings' | 'exchange';

type Readers = Readonly<Partial<Record<SourceName, AnswerReader | undefined>>>;

/** Small, so that a chunk is garbage before V8 moves it to the old generation. */
const CHUNK = 100;

/**
 * Joins the answers of several readers by mailbox, in list order. Listings of Graph and Exchange Online yield nothing until everything
 * is listed, so answers of batches wait meanwhile.
 */
export class JoinedReader implements AnswerReader {
  readonly #mailboxes: MailboxList;
  readonly #order: readonly SourceName[];
  readonly #bySource: Readers;
  readonly #readers: readonly AnswerReader[];
  readonly #alsoListed: Promise<unknown>;

  /**
   * @param order for each report, in their order, the reader that has its results; each reader has them in this order too
   * @param alsoListed resolves when the answers can be used
   */
  constructor(
    mailboxes: MailboxList,
    order: readonly SourceName[],
    readers: Readers,
    alsoListed: Promise<unknown> = Promise.resolve(),
  ) {
    const { graph, listings, exchange } = readers;
    this.#mailboxes = mailboxes;
    this.#order = order;
    this.#bySource = readers;
    this.#alsoListed = alsoListed;
    this.#readers = [graph, listings, exchange].filter((reader) => reader !== undefined);
  }

  get finished(): number {
    return this.#readers.length === 0 ? 0 : Math.min(...this.#readers.map(({ finished }) => finished));
  }

  get stoppedBy(): UserError | undefined {
    return this.#readers.find(({ stoppedBy }) => stoppedBy !== undefined)?.stoppedBy;
  }

  get listing(): string | undefined {
    const texts = this.#readers.flatMap(({ listing }) => listing ?? []);
    return texts.length === 0 ? undefined : texts.join(', ');
  }

  async *read(): AsyncGenerator<readonly Answer[], void> {
    const mailboxes = this.#mailboxes;
    const { graph, listings, exchange } = this.#bySource;
    const [batches, ...lists] = [graph, listings, exchange].map((reader) => reader && new AnswerQueue(reader.read()));
    try {
      const listingsReady = Promise.all([...lists.map(async (queue) => queue?.fetch()), this.#alsoListed]);
      await batches?.fetchUntil(listingsReady);
      await listingsReady;
      for (let index = 0; index < mailboxes.length; index += CHUNK) {
        const size = Math.min(CHUNK, mailboxes.length - index);
        const listed = Promise.all(lists.map(async (queue) => queue?.take(size)));
        // What is unpacked meanwhile would move to the old generation.
        if (batches?.hasWaiting === true) await listed;
        const [ofGraph, ofLists] = await Promise.all([batches?.take(size), listed]);
        yield Array.from({ length: size }, (_, offset) => {
          const [fromListings, fromExchange] = ofLists.map((answers) => answers?.[offset]);
          return this.#joined(index + offset, {
            graph: ofGraph?.[offset],
            listings: fromListings,
            exchange: fromExchange,
          });
        });
      }
    } finally {
      await Promise.allSettled([batches, ...lists].map(async (queue) => queue?.close()));
    }
  }

  #joined(position: number, answers: Readonly<Record<SourceName, Answer | undefined>>): Answer {
    const [mailboxes, order] = [this.#mailboxes, this.#order];
    const mailbox = mailboxes.at(position);
    const rest: Record<SourceName, Answer['results'][number][]> = { graph: [], listings: [], exchange: [] };
    for (const source of new Set(order)) {
      const answer = answers[source];
      if (answer?.mailbox.address !== mailbox.address) throw new Error('readers of different lists');
      rest[source] = source === 'graph' ? [...answer.results] : certain(answers.graph?.results ?? [], answer.results);
    }
    return { mailbox, results: order.flatMap((source) => rest[source].shift() ?? []) };
  }
}

/** A listing lacks a mailbox where there is none, but Graph knows the account: `no-mailbox` is more certain than `not-found`. */
function certain(graph: Answer['results'], answers: Answer['results']): Answer['results'][number][] {
  const cause = graph.find(({ status }) => status === 'no-mailbox');
  return answers.map((result) => (cause !== undefined && result.status === 'not-found' ? cause : result));
}

/** The answers of a reader in their order. Chunks that arrive before they are taken wait in memory. */
class AnswerQueue {
  readonly #chunks: AsyncGenerator<readonly Answer[], void>;
  readonly #waiting: PackedAnswers[] = [];
  /** Answers after those that wait. */
  #arrived: Answer[] = [];
  /** Answers before those that wait. */
  #rest: Answer[] = [];

  constructor(chunks: AsyncGenerator<readonly Answer[], void>) {
    this.#chunks = chunks;
  }

  /** Whether packed answers wait. */
  get hasWaiting(): boolean {
    return this.#waiting.length > 0;
  }

  /** Awaits the next chunk. Returns whether there is one. */
  async fetch(): Promise<boolean> {
    const { done, value } = await this.#chunks.next();
    if (done === true) return false;
    this.#arrived.push(...value);
    // Small chunks are hardly compressed.
    while (this.#arrived.length > CHUNK) this.#waiting.push(packed(this.#arrived.splice(0, CHUNK)));
    return true;
  }

  /** Awaits chunks until something else is settled. */
  async fetchUntil(other: Promise<unknown>): Promise<void> {
    const state = { isSettled: false };
    const settle = (): void => {
      state.isSettled = true;
    };
    other.then(settle, settle);
    while (!state.isSettled && (await this.fetch()));
  }

  /** The next answers; fewer than `count` if there are no more. */
  async take(count: number): Promise<readonly Answer[]> {
    while (this.#rest.length < count) {
      const waiting = this.#waiting.shift();
      if (waiting !== undefined) this.#rest.push(...unpacked(waiting));
      else if (this.#arrived.length > 0) this.#rest.push(...this.#arrived.splice(0));
      else if (!(await this.fetch())) break;
    }
    return this.#rest.splice(0, count);
  }

  async close(): Promise<void> {
    await this.#chunks.return(undefined);
  }
}

/**
 * Answers, compressed: 0.6 KiB a mailbox with the five reports of Graph's batches. As objects they take 10 KiB, 1 GB at 100,000
 * (`npm run bench -- --only mailboxes`).
 */
interface PackedAnswers {
  readonly mailboxes: readonly Answer['mailbox'][];
  readonly results: Buffer;
}

function packed(answers: readonly Answer[]): PackedAnswers {
  return {
    mailboxes: answers.map(({ mailbox }) => mailbox),
    results: deflateRawSync(serialize(answers.map(({ results }) => results)), { level: 1 }),
  };
}

function unpacked({ mailboxes, results }: PackedAnswers): readonly Answer[] {
  const restored: unknown = deserialize(inflateRawSync(results));
  if (!areResults(restored)) throw new TypeError('answers that were packed otherwise');
  return mailboxes.map((mailbox, at) => ({ mailbox, results: restored[at] ?? [] }));
}

/** V8 restores what it was given. */
function areResults(restored: unknown): restored is readonly Answer['results'][] {
  return Array.isArray(restored);
}
