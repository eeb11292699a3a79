import type { CopyText, UserError } from '../errors.ts';
import type { Change } from '../run/mailbox-result.ts';
import type { ChangeCounts } from '../compare/change-counts.ts';
import type { EarlierSource } from '../compare/earlier-report.ts';
import type { RowsHeader } from '../store/rows-file.ts';
import type { FailOn } from '../run/input-readers.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import type { VerdictCounts } from './verdict-counts.ts';
import type { Result } from '../run/result.ts';
import { count, counted, DAY_MS, type EpochMs } from '../text/numbers.ts';
import type { ReportCounts } from './report-counts.ts';
import type { OutsideSenders } from './outside-senders.ts';
import type { MailboxCounts } from './mailbox-counts.ts';

/** How much is shown about single mailboxes: `counts` names no mailbox and shows no error text. */
export type Detail = 'full' | 'counts';

export interface CertificateSummary {
  readonly expiresOn: Date;
  readonly daysLeft: number;
  readonly thumbprint: string;
}

export interface PolicySummary {
  /** Path relative to the workspace. */
  readonly file: string;
  readonly verdicts: VerdictCounts;
  readonly exemptions: readonly ExemptionUse[];
  readonly baseline?: BaselineSummary | undefined;
}

export interface BaselineSummary {
  /** Path relative to the workspace. */
  readonly file: string;
  readonly entries: number;
  /** Entries that no longer occur among mailboxes that were read. */
  readonly stale: number;
}

/** What differs from an earlier report. */
export interface ComparisonSummary {
  readonly source: EarlierSource;
  /** How long before this run the earlier one started; undefined if unknown. */
  readonly ageMs: number | undefined;
  readonly counts: ChangeCounts;
  /** Whether both runs have a policy. */
  readonly comparesViolations: boolean;
  /** Sentences about what was not compared. */
  readonly notes: readonly string[];
  /** The mailboxes that the list no longer has. */
  readonly removed: () => Iterable<Change>;
}

/** What the job summary and the report page show about a run. Texts are hostile until they are escaped. */
export interface RunSummary {
  readonly result: Result;
  readonly mailboxes: MailboxCounts;
  /** Why the step fails and what to change, else ''. Under `counts` they must not name a mailbox. */
  readonly message: string;
  readonly hint: string;
  /** What to copy for it. */
  readonly copy?: readonly CopyText[] | undefined;
  readonly policy?: PolicySummary | undefined;
  readonly comparison?: ComparisonSummary | undefined;
  /** The runs before this one, the latest last. */
  readonly history?: RowsHeader['history'] | undefined;
  /** Why there is no earlier report. Absent with one, and with `compare: off`. Under `counts` it must not name a mailbox. */
  readonly notCompared?: string | undefined;
  /** Absent if no report shows who sends mail outside. */
  readonly senders?: OutsideSenders | undefined;
  /** In the order of the input `report`. */
  readonly reports: readonly ReportCounts[];
  /** Lines of the list that repeat an address. */
  readonly duplicateCount: number;
  /** Mailboxes that the tenant has and the list lacks. Absent if `unlisted` is `ignore`. */
  readonly unlistedCount?: number | undefined;
  /** Whether they are read too, so that all counts have them. */
  readonly includesUnlisted?: boolean | undefined;
  /** The input `max-unreadable`, for example `2%`. */
  readonly maxUnreadable: string;
  readonly failOn: FailOn;
  readonly cancelled: boolean;
  /** Why reading stopped early. */
  readonly stoppedBy?: Pick<UserError, 'message' | 'hint'> | undefined;
  /** Absent with `credential: federated`. */
  readonly certificate?: CertificateSummary | undefined;
  readonly started: EpochMs;
  /** How long signing in and reading took. */
  readonly durationMs: number;
  /** How often all requests waited for Retry-After, for how long, and how many requests were throttled. */
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  readonly artifact?: { readonly name: string; readonly url: string } | undefined;
  /** The artifact of the report page alone, which a browser opens from its link. */
  readonly page?: { readonly name: string; readonly url: string } | undefined;
  /** Where the files are on the runner. */
  readonly place: string;
  /** The lists, relative to the workspace. */
  readonly listFiles: readonly string[];
  /** The web address of a line of a list, with `{path}` and `{line}`; absent if it is unknown. */
  readonly lines?: string | undefined;
  /** The web page of the workflow run; absent outside a workflow. */
  readonly runUrl?: string | undefined;
  /** Sentences about problems that do not fail the step. Under `counts` they must not name a mailbox. */
  readonly warnings: readonly string[];
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** The earlier report: `run #41`, or its path. Hostile text until escaped. */
export function sourceText(source: EarlierSource): string {
  return source.kind === 'run' ? `run #${source.number}` : source.path;
}

/** The age of the earlier run in a parenthesis: ` (2 days ago)`; '' if unknown. */
export function ageText({ ageMs }: Pick<ComparisonSummary, 'ageMs'>): string {
  if (ageMs === undefined) return '';
  if (ageMs >= DAY_MS) return ` (${counted(Math.floor(ageMs / DAY_MS), 'day', 'days')} ago)`;
  if (ageMs >= HOUR) return ` (${counted(Math.floor(ageMs / HOUR), 'hour', 'hours')} ago)`;
  return ` (${counted(Math.max(0, Math.floor(ageMs / MINUTE)), 'minute', 'minutes')} ago)`;
}

/** What differs, in numbers: `3 new violations, 2 resolved, 14 mailboxes changed`. */
export function differenceText({
  counts,
  comparesViolations,
}: Pick<ComparisonSummary, 'counts' | 'comparesViolations'>): string {
  const { newViolationCount, resolvedCount, changedMailboxes, addedMailboxes, removedMailboxes, notComparedMailboxes } =
    counts;
  return [
    ...(comparesViolations
      ? [counted(newViolationCount, 'new violation', 'new violations'), `${count(resolvedCount)} resolved`]
      : []),
    `${counted(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
    ...(addedMailboxes === 0 ? [] : [`${count(addedMailboxes)} added`]),
    ...(removedMailboxes === 0 ? [] : [`${count(removedMailboxes)} removed`]),
    ...(notComparedMailboxes === 0 ? [] : [`${count(notComparedMailboxes)} not compared`]),
  ].join(', ');
}
