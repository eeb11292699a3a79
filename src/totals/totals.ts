import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import type { Counts } from '../run/result.ts';
import type { TableResult } from '../run/table-result.ts';
import { MailboxCounts } from './mailbox-counts.ts';
import { ReportCounts } from './report-counts.ts';
import { tableCounts, type TableCounts } from './table-counts.ts';
import type { VerdictCounts } from './verdict-counts.ts';

/** Counts everything that decides the result, and what each report found, as mailboxes pass. Bounded memory. */
export class Totals {
  readonly mailboxes = new MailboxCounts();
  /** In the order of the reports. */
  readonly reports: readonly ReportCounts[];
  readonly policy: VerdictCounts | undefined;

  /** In the order of the tables. */
  readonly tables: TableCounts[] = [];

  constructor(reports: readonly ReportDefinition[], policy: VerdictCounts | undefined) {
    this.reports = reports.map((report) => new ReportCounts(report));
    this.policy = policy;
  }

  /** The counts that decide the result. */
  get counts(): Counts {
    const { total, unreadable } = this.mailboxes;
    const cancelled = this.mailboxes.unreadableBy('cancelled');
    const [broken = [], warned = []] = [this.policy?.rulesWith('failed'), this.policy?.rulesWith('warned')];
    return {
      mailboxes: total,
      unreadable,
      cancelled,
      broken,
      warned,
      tables: {
        total: this.tables.length,
        unread: this.tables.filter(({ status }) => status !== 'ok').map(({ name }) => name),
      },
      cancelledTables: this.tables.some(({ status }) => status === 'cancelled'),
      undecided: this.policy?.undecided ?? [],
    };
  }

  addTable(result: TableResult): void {
    this.tables.push(tableCounts(result));
    this.policy?.addTable(result);
  }

  add(result: MailboxResult): void {
    this.mailboxes.add(result);
    this.policy?.add(result.reports);
    for (const [index, counts] of this.reports.entries()) {
      const report = result.reports[index];
      if (report !== undefined) counts.add(report.rows, report.highlights, report.verdict);
    }
  }
}
