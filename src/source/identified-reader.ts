import type { UserError } from '../errors.ts';
import type { MailboxIds } from '../mailboxes/identity.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';

/** Adds what identifies each mailbox to its results, as far as a listing says it. */
export class IdentifiedReader implements AnswerReader {
  readonly #reader: AnswerReader;
  readonly #identityAt: (position: number) => MailboxIds | undefined;

  /** @param identityAt of the mailbox at a position of the list that the reader reads; called once everything is listed */
  constructor(reader: AnswerReader, identityAt: (position: number) => MailboxIds | undefined) {
    this.#reader = reader;
    this.#identityAt = identityAt;
  }

  get finished(): number {
    return this.#reader.finished;
  }

  get stoppedBy(): UserError | undefined {
    return this.#reader.stoppedBy;
  }

  get listing(): string | undefined {
    return this.#reader.listing;
  }

  async *read(): AsyncGenerator<readonly MailboxAnswer<RowCells[]>[], void> {
    let first = 0;
    for await (const answers of this.#reader.read()) {
      const position = first;
      yield answers.map((answer, at) => ({ ...answer, ids: this.#identityAt(position + at) }));
      first += answers.length;
    }
  }
}
