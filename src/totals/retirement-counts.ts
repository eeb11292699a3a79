import { compileConditions, resultOf, type Condition } from '../reports/conditions.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Retirement } from '../reports/retirements.ts';
import type { MailboxRows } from '../reports/rows.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import type { EpochMs } from '../text/numbers.ts';

// Import this module lazily: runs without retirements do not need Ajv.

const MAX_MAILBOXES = 1_000;

/** A retirement, and the mailboxes that are affected. */
export interface FoundRetirement {
  readonly retirement: Retirement;
  readonly affected: number;
  /** Mailboxes of which it is not known. */
  readonly unknown: number;
  /** The first 1,000 affected addresses. */
  readonly mailboxes: readonly string[];
}

interface Counter {
  readonly retirement: Retirement;
  readonly conditions: readonly Condition[];
  affected: number;
  unknown: number;
  readonly mailboxes: string[];
}

/** Counts the mailboxes that retirements affect, as they pass. What is unknown is never counted as unaffected. */
export class RetirementCounts {
  readonly started: EpochMs;
  readonly #counters: readonly Counter[];

  /**
   * @param retirements whose reports are in the run, with their columns
   * @param started when the run started: what `now` and `today` mean in limits of dates
   */
  constructor(retirements: readonly Retirement[], reports: readonly ReportDefinition[], started: EpochMs) {
    this.started = started;
    this.#counters = retirements.flatMap((retirement) => {
      const report = reports.find(({ name }) => name === retirement.detect.report);
      if (report === undefined) return [];
      const conditions = compileConditions(retirement.detect.when, report, started);
      return [{ retirement, conditions, affected: 0, unknown: 0, mailboxes: [] }];
    });
  }

  get found(): readonly FoundRetirement[] {
    return this.#counters;
  }

  add({ mailbox, reports }: Pick<MailboxResult, 'mailbox' | 'reports'>): void {
    for (const counter of this.#counters) {
      const rows = reports.find(({ definition }) => definition.name === counter.retirement.detect.report)?.rows;
      const result = rows === undefined ? 'unknown' : resultOfRows(rows, counter.conditions);
      if (result === 'unknown') counter.unknown += 1;
      if (result !== 'met') continue;
      counter.affected += 1;
      if (counter.mailboxes.length < MAX_MAILBOXES) counter.mailboxes.push(mailbox.address);
    }
  }
}

function resultOfRows(rows: MailboxRows, conditions: readonly Condition[]): 'met' | 'unmet' | 'unknown' {
  let isUnknown = false;
  for (const row of rows) {
    if (row.status !== 'ok') isUnknown = true;
    if (row.content === 'none') continue;
    const results = conditions.map((condition) => resultOf(condition, row, 'met'));
    if (results.every((result) => result === 'met')) return 'met';
    if (!results.includes('unmet')) isUnknown = true;
  }
  return isUnknown ? 'unknown' : 'unmet';
}
