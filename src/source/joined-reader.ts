import { deserialize, serialize } from 'node:v8';
import type { UserError } from '../errors.ts';
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

/** Bytes of Graph's answers that are held while Exchange Online lists its mailboxes; beyond them, Graph waits. */
const MAX_HELD = 96 * 1024 * 1024;

/**
 * Joins the answers of Graph and of Exchange Online by mailbox, in list order. Exchange yields nothing until everything is
 * listed, so Graph's answers are held meanwhile.
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
    const [graph, exchange] = [this.#options.graph.read(), this.#options.exchange.read()];
    try {
      const first = exchange.next();
      const ofGraph = answersOf(await readAhead(graph, first), this.#options.mailboxes, graph);
      for (let next = await first; next.done !== true; next = await exchange.next()) {
        const joined: Answer[] = [];
        for (const answer of next.value) joined.push(this.#joined(await ofGraph.next(), answer));
        yield joined;
      }
    } finally {
      await Promise.allSettled([graph.return(undefined), exchange.return(undefined)]);
    }
  }

  #joined({ value: graph }: IteratorResult<Answer, void>, exchange: Answer): Answer {
    const { mailbox } = exchange;
    if (graph?.mailbox.address !== mailbox.address) throw new Error('two readers of different lists');
    const rest = { graph: [...graph.results], exchange: certain(graph.results, exchange.results) };
    return { mailbox, results: this.#options.order.flatMap((source) => rest[source].shift() ?? []) };
  }
}

/** Exchange lists no mailbox where there is none, but Graph knows the account: `no-mailbox` is more certain than `not-found`. */
function certain(graph: Answer['results'], exchange: Answer['results']): Answer['results'][number][] {
  const cause = graph.find(({ status }) => status === 'no-mailbox');
  return exchange.map((result) => (cause !== undefined && result.status === 'not-found' ? cause : result));
}

/** Reads chunks until something else is settled. Returns their results as bytes, a fraction of the memory of objects. */
async function readAhead(chunks: AsyncIterator<readonly Answer[], void>, until: Promise<unknown>): Promise<Buffer[]> {
  const state = { isSettled: false };
  const settle = (): void => {
    state.isSettled = true;
  };
  until.then(settle, settle);
  const held: Buffer[] = [];
  for (let bytes = 0; !state.isSettled && bytes < MAX_HELD; bytes += held.at(-1)?.length ?? 0) {
    const { done, value } = await chunks.next();
    if (done === true) break;
    held.push(serialize(value.map(({ results }) => results)));
  }
  return held;
}

/** The answers that are held, and then those of further chunks. Releases what was held. */
async function* answersOf(
  held: Buffer[],
  mailboxes: MailboxList,
  further: AsyncGenerator<readonly Answer[], void>,
): AsyncGenerator<Answer, void> {
  let position = 0;
  for (let chunk = held.shift(); chunk !== undefined; chunk = held.shift()) {
    const found: unknown = deserialize(chunk);
    if (!isHeld(found)) throw new TypeError('other values than were held');
    for (const results of found) yield { mailbox: mailboxes.at(position++), results };
  }
  for await (const chunk of further) yield* chunk;
}

function isHeld(value: unknown): value is readonly Answer['results'][] {
  return Array.isArray(value) && value.every(Array.isArray);
}
