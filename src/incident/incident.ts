import type { JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { Known } from '../reports/known.ts';
import type { AuditAnswer } from './audit-search.ts';
import type { KeptNights, Night } from './kept-nights.ts';
import type { Answer, QuestionId } from './answer.ts';
import type { ExchangeReads } from './reads/exchange-reads.ts';
import type { GraphReads } from './reads/graph-reads.ts';
import type { RequestLog } from './reads/request-log.ts';

/** The account whose mailbox is asked about. Texts are hostile until escaped. */
export interface Account {
  /** The object ID in Entra ID, in lower case. */
  readonly id: string;
  readonly displayName: string;
  readonly userPrincipalName: string;
  /** `guest` for an account of another tenant; `deleted` for one in the recycle bin of the directory. */
  readonly kind: 'member' | 'guest' | 'deleted';
}

/** What all questions about an account share. What is read twice is requested once. */
export interface Incident {
  /** As the command was given it. */
  readonly named: string;
  /** The primary address of the mailbox; as `named` if that is not known. */
  readonly address: string;
  /** All names of the account and its mailbox that are known: addresses, object IDs, alias. In lower case. */
  readonly names: ReadonlySet<string>;
  /** What happened before counts as usual. */
  readonly since: Date;
  readonly now: Date;
  /** Unknown also if the directory has no such account: `reason` is then `not-in-the-answer`. */
  readonly account: Known<Account>;
  /** What `Get-Mailbox` returns. Unknown also if Exchange Online has no such mailbox: `reason` is then `not-in-the-answer`. */
  readonly mailbox: Known<JsonObject>;
  /** The domains that count as inside; unknown if Exchange Online does not list them. */
  readonly inside: Known<InternalDomains>;
  /** What the reports show of the mailbox now. */
  readonly live: Night;
  readonly kept: KeptNights;
  readonly graph: GraphReads;
  readonly exchange: ExchangeReads;
  /** The only search of the audit log, which runs while other questions are answered. */
  readonly audit: Promise<AuditAnswer>;
  readonly requests: RequestLog;
  /** The answer to another question. Only `others` may wait for those of all others. */
  readonly answer: (id: QuestionId) => Promise<Answer | undefined>;
}
