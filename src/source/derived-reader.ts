import type { UserError } from '../errors.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { Derivation } from '../reports/deriver.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';

type Answer = MailboxAnswer<RowCells[]>;

/** Mailboxes that wait for a deriver while the mailboxes after them are read: those of a second or two. */
const MAX_WAITING = 2_000;

/** Adds the results of a derived report to those of the reports that it is made of, chunk by chunk. */
export class DerivedReader implements AnswerReader {
  readonly #reader: AnswerReader;
  readonly #derivation: Derivation;
  readonly #index: number;
  /** Mailboxes whose results are made, or are being made. */
  #begun = 0;
  #finished = 0;

  /**
   * @param reader has the results of the other reports, in their order
   * @param index the position of the derived report among them
   */
  constructor(reader: AnswerReader, derivation: Derivation, index: number) {
    this.#reader = reader;
    this.#derivation = derivation;
    this.#index = index;
    // A reader that is never iterated must not end the process.
    derivation.ready?.catch(() => undefined);
  }

  get finished(): number {
    return this.#derivation.ready === undefined ? this.#reader.finished : this.#finished;
  }

  get stoppedBy(): UserError | undefined {
    return this.#reader.stoppedBy;
  }

  get listing(): string | undefined {
    return this.#reader.listing;
  }

  async *read(): AsyncGenerator<readonly Answer[], void> {
    const chunks = this.#reader.read();
    this.#derivation.start?.();
    const begun: BegunChunk[] = [];
    let waiting = 0;
    try {
      for (let isDone = false; !isDone || begun.length > 0;) {
        const next = isDone || waiting >= MAX_WAITING ? undefined : await chunks.next();
        // Reading the first chunk begins the listings of the other reports, which must not wait for those of this one.
        await this.#derivation.ready;
        if (next?.done === true) isDone = true;
        else if (next !== undefined) {
          const derived = this.#derived(next.value);
          if (!(derived instanceof Promise)) {
            yield derived;
            this.#finished += derived.length;
            continue;
          }
          begun.push(settling(derived, next.value.length));
          waiting += next.value.length;
        }
        const [first] = begun;
        if (first !== undefined && (next === undefined || first.isSettled)) {
          begun.shift();
          waiting -= first.size;
          yield await first.answers;
          this.#finished += first.size;
        }
      }
    } finally {
      await chunks.return(undefined);
    }
  }

  #derived(answers: readonly Answer[]): readonly Answer[] | Promise<readonly Answer[]> {
    const results = this.#derivation.resultsOf(answers, this.#begun);
    this.#begun += answers.length;
    const withResults = (own: Awaited<typeof results>): readonly Answer[] =>
      answers.map(({ mailbox, results: others }, at) => {
        const result = own[at];
        if (result === undefined) throw new Error(`no derived result of ${mailbox.address}`);
        return { mailbox, results: others.toSpliced(this.#index, 0, result) };
      });
    return results instanceof Promise ? results.then(withResults) : withResults(results);
  }
}

/** A chunk whose results are being made. */
interface BegunChunk {
  readonly answers: Promise<readonly Answer[]>;
  /** The number of mailboxes. */
  readonly size: number;
  isSettled: boolean;
}

function settling(answers: Promise<readonly Answer[]>, size: number): BegunChunk {
  const begun = { answers, size, isSettled: false };
  const settle = (): void => {
    begun.isSettled = true;
  };
  answers.then(settle, settle);
  return begun;
}
