import type { CopyText, UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import type { FailOn } from '../run/input-readers.ts';
import type { Result } from '../run/result.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { PlacedSection, Tile, View } from '../run/section.ts';
import type { MailboxCounts } from './mailbox-counts.ts';
import type { ReportCounts } from './report-counts.ts';
import type { PastRun, Trend } from './past-run.ts';
import type { TableCounts } from './table-counts.ts';
import type { VerdictCounts } from './verdict-counts.ts';

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

/** What a feature adds to what people read about a run. */
export interface SummaryPart {
  sections?(summary: RunSummary, view: View): readonly PlacedSection[];
  /** Numbers of the first screen of the page. */
  tiles?(summary: RunSummary): readonly Tile[];
  /** Counts that the rows file keeps for the history of later runs. */
  counts?(summary: Pick<RunSummary, 'policy'>): Readonly<Record<string, number>>;
  /** The counts of controls, for the rows file. */
  controls?(): CountsByName | undefined;
  /** Charts of the history. */
  readonly trends?: readonly Trend[] | undefined;
  /** Members of the JSON report. */
  json?(): JsonObject;
  /** What the terminal program prints. */
  printed?(): PrintedPart | undefined;
}

/** Numbers, or several of them, by name. */
export type CountsByName = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** Lines under a title, and members of the output of `--json`. */
export interface PrintedPart {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
  readonly json: JsonObject;
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
  readonly parts: readonly SummaryPart[];
  /** The runs before this one, the latest last. Empty without an earlier report. */
  readonly history: readonly PastRun[];
  /** In the order of the input `report`. */
  readonly reports: readonly ReportCounts[];
  /** Those about the tenant, in their order. By default none. */
  readonly tables?: readonly TableCounts[] | undefined;
  /** Lines of the list that repeat an address. */
  readonly duplicateCount: number;
  /** Mailboxes that the tenant has and the list lacks. Absent if `unlisted` is `ignore`. */
  readonly unlistedCount?: number | undefined;
  /** Whether they are read too, so that all counts have them. */
  readonly includesUnlisted?: boolean | undefined;
  /** The input `max-unreadable`, for example `2%`. */
  readonly maxUnreadable: string;
  readonly failOn: FailOn;
  /** What the file of `config` sets of the inputs that decide whether the step fails, in a sentence each. */
  readonly fileSettings?: readonly string[] | undefined;
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
