import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import type { Counts } from '../run/result.ts';
import type { ChangeCounts } from '../compare/change-counts.ts';
import { MailboxCounts } from './mailbox-counts.ts';
import { OutsideSenders, sendsOutside } from './outside-senders.ts';
import { ReportCounts } from './report-counts.ts';
import type { VerdictCounts } from './verdict-counts.ts';
import type { EpochMs } from '../text/numbers.ts';

/** Counts everything that the result, the summary and the report page need, as mailboxes pass. Bounded memory. */
export class Totals {
  readonly mailboxes = new MailboxCounts();
  /** In the order of the reports. */
  readonly reports: readonly ReportCounts[];
  readonly policy: VerdictCounts | undefined;
  readonly comparison: ChangeCounts | undefined;
  /** Undefined if no report shows who sends mail outside. */
  readonly senders: OutsideSenders | undefined;

  /** `now` decides who is away. */
  constructor(
    reports: readonly ReportDefinition[],
    policy: VerdictCounts | undefined,
    now: EpochMs,
    comparison?: ChangeCounts,
  ) {
    this.reports = reports.map((report) => new ReportCounts(report, now));
    this.senders = reports.some(sendsOutside) ? new OutsideSenders() : undefined;
    this.policy = policy;
    this.comparison = comparison;
  }

  /** The counts that decide the result. */
  get counts(): Counts {
    const { total, unreadable } = this.mailboxes;
    const cancelled = this.mailboxes.unreadableBy('cancelled');
    const [broken = [], warned = []] = [this.policy?.rulesWith('failed'), this.policy?.rulesWith('warned')];
    return { mailboxes: total, unreadable, cancelled, broken, warned };
  }

  add(result: MailboxResult): void {
    this.mailboxes.add(result);
    this.policy?.add(result.reports);
    this.comparison?.add(result);
    this.senders?.add(result);
    for (const [at, counts] of this.reports.entries()) {
      const report = result.reports[at];
      if (report !== undefined) counts.add(report.rows, report.highlights, report.verdict);
    }
  }
}
