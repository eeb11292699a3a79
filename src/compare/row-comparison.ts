import type { Finding, Novelty, ReportVerdict } from '../policy/verdict.ts';
import type { Change, MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import type { EarlierReport } from './earlier-report.ts';
import { storedMailbox, type RowsReport, type StoredMailbox, type StoredViolation } from '../store/rows-file.ts';
import { listed } from '../text/numbers.ts';
import { changedRows, comparedReport, isSameCell, type ComparedReport } from './changed-rows.ts';

/** What the earlier run says about a violation. */
interface KnownViolation {
  /** Undefined if the earlier report does not show it. */
  readonly novelty: Novelty | undefined;
  readonly since: string | undefined;
}

/** What differs between a mailbox in two runs. */
interface Difference {
  /** Whether the earlier run did not read a report of the mailbox that this one has read. */
  readonly isNotCompared: boolean;
  readonly changes: readonly Change[];
  readonly violations: ReadonlyMap<StoredViolation, KnownViolation>;
}

/** Compares each mailbox with an earlier report. A mailbox that either run could not read gives no change. */
export class Comparison {
  /** Sentences about what cannot be compared. */
  readonly notes: readonly string[];
  /** Whether the earlier run had a policy, and this one has. */
  readonly comparesViolations: boolean;
  readonly #earlier: EarlierReport;
  readonly #names: readonly string[];
  readonly #hasRule: ((id: string) => boolean) | undefined;
  readonly #today: string;
  readonly #earlierDay: string | undefined;
  /** For each report of this run, the same of both; undefined if the earlier run lacks it. */
  readonly #reports: readonly (ComparedReport | undefined)[];
  /** Lower-case addresses of mailboxes that this run has. */
  readonly #seen = new Set<string>();

  /**
   * @param hasRule whether a rule is in the policy, by its id; undefined without a policy
   * @param today the day of this run, `2027-01-31`, in UTC
   * @param earlierDay that of the earlier run; undefined if unknown
   */
  constructor(
    earlier: EarlierReport,
    reports: readonly RowsReport[],
    hasRule: ((id: string) => boolean) | undefined,
    today: string,
    earlierDay: string | undefined,
  ) {
    const { header } = earlier;
    const notes: string[] = [];
    this.#earlier = earlier;
    this.#names = reports.map(({ name }) => name);
    this.#hasRule = hasRule;
    this.#today = today;
    this.#earlierDay = earlierDay;
    this.#reports = reports.map((report) => {
      const before = header.reports.find(({ name }) => name === report.name);
      if (before === undefined) {
        notes.push(`The earlier report has no rows of ${report.name}, so ${report.name} is not compared.`);
        return undefined;
      }
      const compared = comparedReport(before, report);
      const { missing } = compared;
      const columns = `the ${missing.length === 1 ? 'column' : 'columns'} ${listed(missing, 'and')}`;
      if (missing.length > 0) notes.push(`Only one of both runs has ${columns} of ${report.name}.`);
      return compared;
    });
    if (hasRule !== undefined && header.policy === undefined) {
      notes.push('The earlier run had no policy, so violations are not compared.');
    }
    this.notes = notes;
    this.comparesViolations = hasRule !== undefined && header.policy !== undefined;
  }

  /** The stage of the pipeline. Call it once for each mailbox. */
  compare(result: MailboxResult): MailboxResult {
    const stored = storedMailbox(result);
    const { changes, violations, isNotCompared } = this.differenceOf(stored);
    const reports = result.reports.map((report, index): ReportResult => {
      const violationsNow = stored.reports[index]?.violations.values();
      return mapFindings(report, (finding) => {
        const violation = violationsNow?.next().value;
        return { ...finding, ...(violation && violations.get(violation)) };
      });
    });
    return { ...result, reports, changes, isNotCompared };
  }

  /** What differs between a mailbox of this run and of the earlier one. Call it once for each mailbox. */
  differenceOf(after: StoredMailbox): Difference {
    const { address } = after;
    const before = this.#earlier.find(address);
    this.#seen.add(address.toLowerCase());
    const changes: Change[] = before === undefined ? [listChange('mailbox-added', address)] : [];
    const bothRead = new Set<string>();
    let isNotCompared = false;
    for (const [index, report] of this.#reports.entries()) {
      const [was, is] = [report && this.#resultOf(before, report.name), after.reports[index]];
      if (report === undefined || is?.status !== 'ok') continue;
      if (was?.status !== 'ok') {
        isNotCompared ||= before !== undefined;
        continue;
      }
      bothRead.add(report.name);
      changes.push(...changedRows(report, address, was.rows, is.rows));
    }
    return { changes, isNotCompared, violations: this.#compareViolations(before, after, bothRead, changes) };
  }

  /** The mailboxes that this run's list no longer has, in the order of the earlier report. Call it after the last mailbox. */
  *removed(): Generator<Change, void, void> {
    for (const { address } of this.#earlier.header.list.mailboxes) {
      if (!this.#seen.has(address.toLowerCase())) yield listChange('mailbox-removed', address);
    }
  }

  close(): void {
    this.#earlier.close();
  }

  #resultOf(mailbox: StoredMailbox | undefined, report: string) {
    return mailbox?.reports[this.#earlier.header.reports.findIndex(({ name }) => name === report)];
  }

  /**
   * Matches the violations of a mailbox with the earlier ones: a violation is the same if rule, item, row and column are, and several
   * of them are matched in their order. Adds new and resolved ones to the changes.
   */
  #compareViolations(
    before: StoredMailbox | undefined,
    after: StoredMailbox,
    bothRead: ReadonlySet<string>,
    changes: Change[],
  ): Difference['violations'] {
    const novelties = new Map<StoredViolation, KnownViolation>();
    const unmatched = Map.groupBy(this.comparesViolations ? this.#earlierViolations(before) : [], ({ violation }) =>
      keyOf(violation),
    );
    const doubtful = new Set<string>();
    for (const [index, { violations }] of after.reports.entries()) {
      const report = this.#names[index] ?? '';
      for (const violation of violations) {
        if (violation.verdict === 'inconclusive') {
          doubtful.add(violation.rule);
          continue;
        }
        const earlier = unmatched.get(keyOf(violation))?.shift()?.violation;
        const isComparable = this.comparesViolations && (before === undefined || bothRead.has(report));
        const novelty = earlier === undefined ? (isComparable ? 'new' : undefined) : noveltyOf(earlier, violation);
        novelties.set(violation, {
          novelty,
          since: earlier === undefined ? this.#today : (earlier.since ?? this.#earlierDay),
        });
        if (novelty !== 'new' || violation.verdict === 'known' || violation.verdict === 'exempt') continue;
        const { rule, item, column, found: value, verdict } = violation;
        const kind = 'new-violation';
        changes.push({
          kind,
          report,
          mailbox: after.address,
          item,
          column,
          before: earlier?.found ?? null,
          after: value,
          rule,
          verdict,
        });
      }
    }
    for (const { report, violation } of [...unmatched.values()].flat()) {
      const { rule, item, column, found: value, verdict } = violation;
      // If the rule is inconclusive for a row, the violation may be there still.
      const isKept = verdict === 'exempt' || !bothRead.has(report) || doubtful.has(rule);
      if (isKept || this.#hasRule?.(rule) !== true) continue;
      const kind = 'resolved';
      changes.push({ kind, report, mailbox: after.address, item, column, before: value, after: null, rule, verdict });
    }
    return novelties;
  }

  /** The violations of a mailbox in the earlier run, with their reports. */
  #earlierViolations(before: StoredMailbox | undefined) {
    const names = this.#earlier.header.reports.map(({ name }) => name);
    return (before?.reports ?? []).flatMap(({ violations }, index) =>
      violations
        .filter(({ verdict }) => verdict !== 'inconclusive')
        .map((violation) => ({ report: names[index] ?? '', violation })),
    );
  }
}

/** The stage of a run that has no earlier one: all violations are found for the first time. */
export function firstRunStage(since: string): (result: MailboxResult) => MailboxResult {
  const first = (finding: Finding): Finding => (finding.verdict === 'inconclusive' ? finding : { ...finding, since });
  return (result) => ({ ...result, reports: result.reports.map((report) => mapFindings(report, first)) });
}

function mapFindings(report: ReportResult, map: (finding: Finding) => Finding): ReportResult {
  if (report.verdict === undefined) return report;
  const rules = report.verdict.rules.map((rule) => ({ ...rule, findings: rule.findings.map(map) }));
  const verdict: ReportVerdict = { ...report.verdict, rules };
  return { ...report, verdict };
}

function keyOf({ rule, item, row, column }: StoredViolation): string {
  return JSON.stringify([rule, item, row, column]);
}

/** An exemption that no longer applies makes a new violation, first found earlier. */
function noveltyOf(earlier: StoredViolation, violation: StoredViolation): Novelty {
  if (earlier.verdict === 'exempt' && violation.verdict !== 'exempt') return 'new';
  return isSameCell(earlier.found, violation.found) ? 'unchanged' : 'updated';
}

function listChange(kind: 'mailbox-added' | 'mailbox-removed', mailbox: string): Change {
  return { kind, report: '', mailbox, item: '', column: '', before: null, after: null };
}
