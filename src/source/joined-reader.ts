import { deserialize, serialize } from 'node:v8';
import type { UserError } from '../errors.ts';
import { SpillFile } from '../files/spill-file.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';

type Answer = MailboxAnswer<RowCells[]>;

/** Where a reader gets its answers from. Only that of `graph` has some before everything is listed. */
export type SourceName = 'graph' | 'listings' | 'exchange';

export interface JoinedReaderOptions extends Readonly<Partial<Record<SourceName, AnswerReader | undefined>>> {
  readonly mailboxes: MailboxList;
  /** For each report, in their order, the reader that has its results; each reader has them in this order too. */
  readonly order: readonly SourceName[];
}

/** Small, so that a chunk is garbage before V8 moves it to the old generation. */
const CHUNK = 100;

/**
 * Joins the answers of several readers by mailbox, in list order. Listings of Graph and Exchange Online yield nothing until everything
 * is listed, so answers of batches wait on the disk meanwhile.
 */
export class JoinedReader implements AnswerReader {
  readonly #options: JoinedReaderOptions;
  readonly #readers: readonly AnswerReader[];

  constructor(options: JoinedReaderOptions) {
    const { graph, listings, exchange } = options;
    this.#options = options;
    this.#readers = [graph, listings, exchange].filter((reader) => reader !== undefined);
  }

  get finished(): number {
    return Math.min(...this.#readers.map(({ finished }) => finished));
  }

  get stoppedBy(): UserError | undefined {
    return this.#readers.find(({ stoppedBy }) => stoppedBy !== undefined)?.stoppedBy;
  }

  get listing(): string | undefined {
    const texts = this.#readers.flatMap(({ listing }) => listing ?? []);
    return texts.length === 0 ? undefined : texts.join(', ');
  }

  async *read(): AsyncGenerator<readonly Answer[], void> {
    const { mailboxes, graph, listings, exchange } = this.#options;
    const spill = new SpillFile();
    const [batches, ...lists] = [graph, listings, exchange].map((reader) => reader?.read());
    try {
      const firsts = Promise.all(lists.map(async (chunks) => chunks?.next()));
      if (batches !== undefined) await readAhead(batches, firsts, spill);
      const [ofListings, ofExchange] = (await firsts).map((first, at) => answersFrom(first, lists[at]));
      const ofGraph = batches && heldAnswers(spill, mailboxes, batches);
      for (let at = 0; at < mailboxes.length; at += CHUNK) {
        const joined: Answer[] = [];
        for (let position = at; position < Math.min(at + CHUNK, mailboxes.length); position++) {
          const found = {
            graph: await ofGraph?.next(),
            listings: await ofListings?.next(),
            exchange: await ofExchange?.next(),
          };
          joined.push(this.#joined(position, found));
        }
        yield joined;
      }
    } finally {
      await Promise.allSettled([batches, ...lists].map(async (chunks) => chunks?.return(undefined)));
      spill.close();
    }
  }

  #joined(position: number, found: Readonly<Record<SourceName, IteratorResult<Answer, void> | undefined>>): Answer {
    const { mailboxes, order } = this.#options;
    const mailbox = mailboxes.at(position);
    const rest: Record<SourceName, Answer['results'][number][]> = { graph: [], listings: [], exchange: [] };
    for (const source of new Set(order)) {
      const answer = found[source]?.value;
      if (answer?.mailbox.address !== mailbox.address) throw new Error('readers of different lists');
      rest[source] =
        source === 'graph' ? [...answer.results] : certain(found.graph?.value?.results ?? [], answer.results);
    }
    return { mailbox, results: order.flatMap((source) => rest[source].shift() ?? []) };
  }
}

/** A listing lacks a mailbox where there is none, but Graph knows the account: `no-mailbox` is more certain than `not-found`. */
function certain(graph: Answer['results'], others: Answer['results']): Answer['results'][number][] {
  const cause = graph.find(({ status }) => status === 'no-mailbox');
  return others.map((result) => (cause !== undefined && result.status === 'not-found' ? cause : result));
}

/** Reads chunks until something else is settled, and holds their results. */
async function readAhead(
  chunks: AsyncIterator<readonly Answer[], void>,
  until: Promise<unknown>,
  spill: SpillFile,
): Promise<void> {
  const state = { isSettled: false };
  const settle = (): void => {
    state.isSettled = true;
  };
  until.then(settle, settle);
  while (!state.isSettled) {
    const { done, value } = await chunks.next();
    if (done === true) return;
    for (let at = 0; at < value.length; at += CHUNK)
      spill.add(serialize(value.slice(at, at + CHUNK).map(({ results }) => results)));
  }
}

/** The answers that are held, and then those of further chunks. */
async function* heldAnswers(
  spill: SpillFile,
  mailboxes: MailboxList,
  further: AsyncGenerator<readonly Answer[], void>,
): AsyncGenerator<Answer, void> {
  let position = 0;
  for (let entry = 0; entry < spill.length; entry++) {
    const found: unknown = deserialize(spill.at(entry));
    if (!isHeld(found)) throw new TypeError('other values than were held');
    for (const results of found) yield { mailbox: mailboxes.at(position++), results };
  }
  for await (const chunk of further) yield* chunk;
}

async function* answersFrom(
  first: IteratorResult<readonly Answer[], void> | undefined,
  further: AsyncGenerator<readonly Answer[], void> | undefined,
): AsyncGenerator<Answer, void> {
  yield* first?.value ?? [];
  if (further !== undefined) for await (const chunk of further) yield* chunk;
}

function isHeld(value: unknown): value is readonly Answer['results'][] {
  return Array.isArray(value) && value.every(Array.isArray);
}
