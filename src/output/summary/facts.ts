import type { FailOn } from '../../inputs.ts';
import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { PolicyTally } from '../../policy/policy-tally.ts';
import type { Result } from '../../result.ts';
import type { ReportTally } from '../report-tally.ts';
import type { Tally } from '../tally.ts';

/** How much of single mailboxes is told: `counts` names no mailbox and shows no error text. */
export type Detail = 'full' | 'counts';

export interface CertificateFacts {
  readonly expiresOn: Date;
  readonly daysLeft: number;
  readonly thumbprint: string;
}

/** What the job summary shows of a policy. */
export interface PolicyFacts {
  /** Path relative to the workspace. */
  readonly file: string;
  readonly tally: PolicyTally;
  readonly exemptions: readonly ExemptionUse[];
}

/** What the job summary tells of a run, besides what the tally counted. Texts are escaped when it is written. */
export interface RunSummary {
  readonly result: Result;
  /** Mailboxes by status. */
  readonly tally: Tally;
  /** Why the step fails, and what to change; '' where it does not. Under `counts` they must name no mailbox. */
  readonly message: string;
  readonly hint: string;
  /** Absent where nothing was judged. */
  readonly policy?: PolicyFacts;
  /** What was read, in the order given. */
  readonly reports: readonly ReportTally[];
  readonly mailboxCount: number;
  readonly readCount: number;
  readonly unreadCount: number;
  /** Lines of the list that repeat an address. */
  readonly duplicateCount: number;
  /** The input `max-unread`, for example `2%`. */
  readonly maxUnread: string;
  readonly failOn: FailOn;
  readonly cancelled: boolean;
  /** Absent where another credential was used. */
  readonly certificate?: CertificateFacts;
  /** How long signing in and reading took. */
  readonly durationMs: number;
  /** How often everything waited for Retry-After, how long in all, and how many requests were refused. */
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  /** Absent where nothing was uploaded. */
  readonly artifact?: { readonly name: string; readonly url: string };
  /** The report page, where it was uploaded by itself so that its link opens it. */
  readonly page?: { readonly name: string; readonly url: string };
  /** Where the files lie on the runner. */
  readonly place: string;
  /** The lists, relative to the workspace. */
  readonly listFiles: readonly string[];
  /** The run's own page; absent outside a workflow. */
  readonly runUrl?: string;
  /** Sentences on what works, but should not stay so. Under `counts` they must name no mailbox. */
  readonly warnings: readonly string[];
}
