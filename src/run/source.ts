import type { UserError } from '../errors.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { RateLimiter } from '../http/rate-limiter.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Unlisted } from '../mailboxes/unlisted.ts';
import type { RowCells, TableAnswer } from '../reports/rows.ts';

/** A source of answers in list order, as the readers of Graph and of Exchange Online are. */
export interface AnswerReader {
  read(): AsyncGenerator<readonly MailboxAnswer<RowCells[]>[], void>;
  readonly finished: number;
  readonly stoppedBy: UserError | undefined;
  /** What is listed so far; undefined once the first mailbox can be read. */
  readonly listing?: string | undefined;
}

/** Where the answers of a run come from. */
export interface Source {
  readonly reader: AnswerReader;
  /** The list, with the mailboxes that only the tenant has if they are read too. */
  readonly mailboxes: MailboxList;
  /** Undefined if the run does not look for them. */
  readonly unlisted: Unlisted | undefined;
  /** What counts as inside, if a report asks for it. */
  readonly internalDomains?: InternalDomains | undefined;
  /** What was found for the tables about the tenant, in their order. Rejects as `reader` does. */
  readonly tables: Promise<readonly TableAnswer[]>;
  /** By Graph and by Exchange Online. */
  readonly throttling: () => RateLimiter['throttling'];
}
