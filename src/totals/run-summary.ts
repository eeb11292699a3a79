import type { Change } from '../run/mailbox-result.ts';
import type { ChangeCounts } from './change-counts.ts';
import type { EarlierSource } from '../store/earlier-report.ts';
import type { FailOn } from '../run/inputs.ts';
import type { ExemptionUse } from '../policy/exemptions.ts';
import type { VerdictCounts, RuleCounts } from './verdict-counts.ts';
import type { Result } from '../run/result.ts';
import { count, counted, someNames } from '../text/numbers.ts';
import type { ReportCounts } from './report-counts.ts';
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
  /** Absent without a baseline. */
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
  /** Mailboxes by status. */
  readonly mailboxes: MailboxCounts;
  /** Why the step fails and what to change, else ''. Under `counts` they must not name a mailbox. */
  readonly message: string;
  readonly hint: string;
  /** Absent without a policy. */
  readonly policy?: PolicySummary | undefined;
  /** Absent without an earlier report. */
  readonly comparison?: ComparisonSummary | undefined;
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
  /** Absent with `credential: federated`. */
  readonly certificate?: CertificateSummary | undefined;
  /** How long signing in and reading took. */
  readonly durationMs: number;
  /** How often all requests waited for Retry-After, for how long, and how many requests were throttled. */
  readonly throttling: { readonly waits: number; readonly waitedMs: number; readonly refused: number };
  /** Absent if nothing was uploaded. */
  readonly artifact?: { readonly name: string; readonly url: string } | undefined;
  /** The artifact of the report page alone, which a browser opens from its link. */
  readonly page?: { readonly name: string; readonly url: string } | undefined;
  /** Where the files are on the runner. */
  readonly place: string;
  /** The lists, relative to the workspace. */
  readonly listFiles: readonly string[];
  /** The web page of the workflow run; absent outside a workflow. */
  readonly runUrl?: string | undefined;
  /** Sentences about problems that do not fail the step. Under `counts` they must not name a mailbox. */
  readonly warnings: readonly string[];
}

/** The result in a sentence, else how many mailboxes were read. */
export function resultSentence({ message, mailboxes, maxUnreadable }: RunSummary): string {
  const { total, unreadable } = mailboxes;
  if (message !== '') return message;
  if (unreadable === 0) return total === 1 ? 'The mailbox was read.' : `All ${count(total)} mailboxes were read.`;
  return `${count(unreadable)} of ${counted(total, 'mailbox', 'mailboxes')} could not be read; "max-unreadable" is ${maxUnreadable}.`;
}

/** The names and numbers at the top of the job summary, as far as they are known. */
export function runCounts(summary: RunSummary): readonly (readonly [name: string, number: number])[] {
  const { mailboxes, duplicateCount, unlistedCount, reports, policy } = summary;
  const [away] = reports.flatMap((report) => report.away ?? []);
  const [repliesOn] = reports.flatMap((report) => report.repliesOn ?? []);
  const counts: readonly (readonly [string, number | undefined])[] = [
    ['Mailboxes', mailboxes.total],
    ['Read', mailboxes.read],
    ['Unreadable', mailboxes.unreadable],
    ['Repeated in the list', duplicateCount === 0 ? undefined : duplicateCount],
    ['Not in the list', unlistedCount],
    ['Away now', away],
    ['Replies on or scheduled', repliesOn],
    ['Violations', policy?.verdicts.violationCount],
    ['Warnings', policy?.verdicts.warningCount],
    ['Known', policy?.baseline === undefined ? undefined : policy.verdicts.knownCount],
    ['Exempt', policy?.verdicts.exemptCount],
  ];
  return counts.flatMap(([name, number]) => (number === undefined ? [] : [[name, number]]));
}

/** Orders rules: those with most failed mailboxes first, then most warned, then most inconclusive. */
export function byFailures(one: RuleCounts, other: RuleCounts): number {
  return other.failed - one.failed || other.warned - one.warned || other.inconclusive - one.inconclusive;
}

/** Which reports are previews, and why. Undefined if none is. */
export function previewText(reports: RunSummary['reports']): string | undefined {
  const previews = reports.filter(({ isPreview }) => isPreview);
  if (previews.length === 0) return undefined;
  const names = someNames(
    previews.map(({ name }) => name),
    String,
  );
  return `${names}. Microsoft does not document the interface of Exchange Online that ${previews.length === 1 ? 'this report reads' : 'these reports read'}.`;
}

/** The baseline in a sentence: its file, the number of its entries, and how many no longer occur. */
export function baselineSentence({ file, entries, stale }: BaselineSummary): string {
  const gone = stale === 0 ? '' : `; ${count(stale)} no longer ${stale === 1 ? 'occurs' : 'occur'}`;
  return `Baseline ${file}: ${counted(entries, 'entry', 'entries')}${gone}.`;
}

const USAGES: Readonly<Record<ExemptionUse['usage'], string>> = {
  'in-use': 'in use',
  unused: 'unused',
  unknown: 'not known',
};

/** The state of an exemption: whether it is needed, and the part to emphasise, or '', if it has expired or ends soon. */
export function exemptionState({ expired, endsSoon, daysLeft, usage }: ExemptionUse): {
  readonly usage: string;
  readonly urgent: string;
} {
  if (expired) return { usage: '', urgent: 'expired' };
  return { usage: USAGES[usage], urgent: endsSoon ? `${counted(daysLeft, 'day', 'days')} left` : '' };
}

/** Exemptions that need a decision first; otherwise in the order of the policy. */
export function byUrgency(exemptions: readonly ExemptionUse[]): readonly ExemptionUse[] {
  return exemptions.toSorted((one, other) => urgency(one) - urgency(other));
}

function urgency({ expired, endsSoon, usage }: ExemptionUse): number {
  if (expired) return 0;
  if (endsSoon) return 1;
  return usage === 'unused' ? 2 : 3;
}
