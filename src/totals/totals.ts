import type { ComparisonTally } from '../compare/comparison-tally.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import type { PolicyTally } from '../policy/policy-tally.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Counts } from '../run/result.ts';
import { ReportTally } from './report-tally.ts';
import { Tally } from './tally.ts';

/** Counts everything that the result, the summary and the report page need, as mailboxes pass. Bounded memory. */
export class Totals {
  readonly mailboxes = new Tally();
  /** In the order of the reports. */
  readonly reports: readonly ReportTally[];
  /** Undefined without a policy. */
  readonly policy: PolicyTally | undefined;
  /** Undefined without an earlier report. */
  readonly comparison: ComparisonTally | undefined;

  /** `now`: epoch ms, which decides who is away. */
  constructor(
    reports: readonly ReportDefinition[],
    policy: PolicyTally | undefined,
    now: number,
    comparison?: ComparisonTally,
  ) {
    this.reports = reports.map((report) => new ReportTally(report, now));
    this.policy = policy;
    this.comparison = comparison;
  }

  /** The counts that decide the result. */
  get counts(): Counts {
    const { total, unreadable } = this.mailboxes;
    const cancelled = this.mailboxes.unreadableBy('cancelled');
    const { broken = [], brokenWarnings: warned = [] } = this.policy ?? {};
    return { mailboxes: total, unreadable, cancelled, broken, warned };
  }

  add(result: MailboxResult): void {
    this.mailboxes.add(result);
    this.policy?.add(result.reports);
    this.comparison?.add(result);
    for (const [at, tally] of this.reports.entries()) {
      const report = result.reports[at];
      if (report !== undefined) tally.add(report.rows, report.highlights);
    }
  }
}
