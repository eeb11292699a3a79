import type { Finding, Novelty, ReportVerdict } from '../policy/verdict.ts';
import { repeatsChange } from '../access/access-rows.ts';
import { access } from '../reports/built-in/access.ts';
import { applications } from '../reports/built-in/applications.ts';
import type { Change, MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import type { TableStage } from '../run/table-result.ts';
import {
  storedMailbox,
  type RowsHeader,
  type RowsReport,
  type RowsRule,
  type StoredMailbox,
  type StoredViolation,
} from '../store/rows-file.ts';
import { listed } from '../text/numbers.ts';
import { changedRows, comparedReport, isSameCell, type ComparedReport, type TextOf } from './changed-rows.ts';
import { ruleChangesOf, tenantWideChanges } from './shared-changes.ts';
import { showsNone, type MailboxOfRun } from './shows-none.ts';

/** What the earlier run says about a violation. */
interface KnownViolation {
  /** Undefined if the earlier report does not show it. */
  readonly novelty: Novelty | undefined;
  readonly since: string | undefined;
}

/** What differs between a mailbox in two runs. */
export interface Difference {
  /** Whether the earlier run did not read a report of the mailbox that this one has read. */
  readonly isNotCompared: boolean;
  readonly changes: readonly Change[];
  readonly violations: ReadonlyMap<StoredViolation, KnownViolation>;
}

/** What mailboxes are compared with: an `IndexedReport`, or what several reports say together. */
export interface EarlierRows {
  readonly header: RowsHeader;
  /** Undefined if the earlier list lacks the address. */
  find(address: string): StoredMailbox | undefined;
}

/** Compares each mailbox with an earlier report. A mailbox that either run could not read gives no change. */
export class Comparison {
  /** Sentences about what cannot be compared. */
  readonly notes: readonly string[];
  /** Whether the earlier run had a policy, and this one has. */
  readonly comparesViolations: boolean;
  /** The rules that only one of both policies has. */
  readonly ruleChanges: readonly Change[];
  readonly #earlier: EarlierRows;
  readonly #own: readonly RowsReport[];
  readonly #today: string;
  /** Whether both runs read a report about mailboxes: without one, a run has none in its list. */
  readonly #comparesLists: boolean;
  readonly #earlierDay: string | undefined;
  readonly #rules: readonly RowsRule[] | undefined;
  /** The reports of both runs, each with its place in this one. `access` is last, after the reports of which it is made. */
  readonly #reports: readonly (readonly [at: number, report: ComparedReport])[];
  /** Lower-case addresses of mailboxes that this run has. */
  readonly #seen = new Set<string>();

  /**
   * @param rules those of this run's policy; undefined without one
   * @param today the day of this run, `2027-01-31`, in UTC
   * @param earlierDay that of the earlier run; undefined if unknown
   */
  constructor(
    earlier: EarlierRows,
    reports: readonly RowsReport[],
    rules: readonly RowsRule[] | undefined,
    today: string,
    earlierDay: string | undefined,
  ) {
    const { header } = earlier;
    const notes: string[] = [];
    this.#earlier = earlier;
    this.#own = reports;
    this.#comparesLists = reports.length > 0 && header.reports.length > 0;
    this.#rules = rules;
    this.#today = today;
    this.#earlierDay = earlierDay;
    const comparedReports = reports.flatMap((report, at): [number, ComparedReport][] => {
      const before = header.reports.find(({ name }) => name === report.name);
      if (before === undefined) {
        notes.push(`The earlier report has no rows of ${report.name}, so ${report.name} is not compared.`);
        return [];
      }
      const compared = comparedReport(before, report);
      if (compared === undefined) {
        notes.push(
          `The earlier report has rows of another definition of ${report.name}, so ${report.name} is not compared.`,
        );
        return [];
      }
      const { missing, redefined } = compared;
      if (missing.length > 0) notes.push(`Only one of both runs has ${columnsText(missing)} of ${report.name}.`);
      if (redefined.length > 0) {
        const are = redefined.length === 1 ? 'is' : 'are';
        notes.push(
          `The earlier report has another definition of ${columnsText(redefined)} of ${report.name}, which ${are} not compared.`,
        );
      }
      return [[at, compared]];
    });
    this.#reports = comparedReports.sort(([, one], [, other]) => Number(isAccess(one)) - Number(isAccess(other)));
    if (rules !== undefined && header.digests.policy === undefined) {
      notes.push('The earlier run had no policy, so violations are not compared.');
    }
    this.notes = notes;
    this.comparesViolations = rules !== undefined && header.digests.policy !== undefined;
    this.ruleChanges = this.comparesViolations ? ruleChangesOf(header.rules, rules) : [];
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
    const changes: Change[] = before === undefined && this.#comparesLists ? [listChange('mailbox-added', address)] : [];
    const bothRead = new Map<string, ComparedReport>();
    let isNotCompared = false;
    for (const [at, report] of this.#reports) {
      const [was, is] = [this.#resultOf(before, report.name), after.reports[at]];
      if (is?.status !== 'ok') continue;
      if (was?.status !== 'ok') {
        isNotCompared ||= before !== undefined;
        continue;
      }
      bothRead.set(report.name, report);
      const [[rowWas], [rowIs]] = [was.rows, is.rows];
      if (report.name === applications.name && rowWas !== undefined && rowIs !== undefined) {
        const ofTenant = tenantWideChanges(report, address, rowWas, rowIs);
        const [withoutWas, withoutIs] = ofTenant.rows;
        changes.push(...ofTenant.changes, ...changedRows(report, address, [withoutWas], [withoutIs]));
        continue;
      }
      const isRepeated = (textOf: TextOf): boolean => isAccess(report) && repeatsChange(changes, textOf);
      changes.push(...changedRows(report, address, was.rows, is.rows, isRepeated));
    }
    return { changes, isNotCompared, violations: this.#compareViolations(before, after, bothRead, changes) };
  }

  /** The mailboxes that this run's list no longer has, in the order of the earlier report. Call it after the last mailbox. */
  *removed(): Generator<Change, void, void> {
    for (const { address } of this.#comparesLists ? this.#earlier.header.list.mailboxes : []) {
      if (!this.#seen.has(address.toLowerCase())) yield listChange('mailbox-removed', address);
    }
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
    bothRead: ReadonlyMap<string, ComparedReport>,
    changes: Change[],
  ): Difference['violations'] {
    const { address } = after;
    const novelties = new Map<StoredViolation, KnownViolation>();
    const unmatched = Map.groupBy(this.comparesViolations ? this.#earlierViolations(before) : [], ({ violation }) =>
      violationKey(violation),
    );
    const doubtful = new Set<string>();
    const violationChanges: Change[] = [];
    for (const [index, { violations }] of after.reports.entries()) {
      const report = this.#own[index]?.name ?? '';
      for (const violation of violations) {
        if (violation.verdict === 'inconclusive') {
          doubtful.add(violation.rule);
          continue;
        }
        const earlier = unmatched.get(violationKey(violation))?.shift()?.violation;
        const isNew =
          before === undefined
            ? this.comparesViolations
            : this.#isAbsent(report, violation, { mailbox: before, reports: this.#earlier.header.reports }, bothRead);
        const novelty = earlier === undefined ? (isNew ? 'new' : undefined) : noveltyOf(earlier, violation);
        novelties.set(violation, {
          novelty,
          since: earlier === undefined ? this.#today : (earlier.since ?? this.#earlierDay),
        });
        if (novelty !== 'new' || violation.verdict === 'known' || violation.verdict === 'exempt') continue;
        const values = { before: earlier?.found ?? null, after: violation.found };
        const change = { kind: 'new-violation', report, mailbox: address, ...values } as const;
        violationChanges.push(this.#violationChange(change, violation));
      }
    }
    for (const { report, violation } of [...unmatched.values()].flat()) {
      const { rule, verdict, found: before, since = this.#earlierDay } = violation;
      // If the rule is inconclusive for a row, the violation may be there still.
      const isGone = this.#isAbsent(report, violation, { mailbox: after, reports: this.#own }, bothRead);
      const isDecided = this.#ruleChangeOf(rule) !== undefined || (this.#hasRule(rule) && !doubtful.has(rule));
      if (verdict === 'exempt' || !isGone || !isDecided) continue;
      const change = { kind: 'resolved', report, mailbox: address, before, after: null, since } as const;
      violationChanges.push(this.#violationChange(change, violation));
    }
    changes.push(...oncePerRule(violationChanges));
    return novelties;
  }

  #hasRule(rule: string): boolean {
    return this.#rules?.some(({ id }) => id === rule) === true;
  }

  /**
   * Whether one of the runs knows that it lacks a violation of the other one: it has read the report, or has neither the rule nor its
   * report.
   */
  #isAbsent(
    report: string,
    violation: StoredViolation,
    run: MailboxOfRun,
    bothRead: ReadonlyMap<string, ComparedReport>,
  ): boolean {
    if (!this.comparesViolations) return false;
    if (this.#ruleChangeOf(violation.rule) !== undefined) {
      const { status } = run.mailbox.reports[run.reports.findIndex(({ name }) => name === report)] ?? { status: 'ok' };
      return status === 'ok';
    }
    const others = run.reports === this.#own ? this.#earlier.header.reports : this.#own;
    return isCompared(bothRead.get(report), violation.column) && showsNone(run, report, violation, others);
  }

  #ruleChangeOf(rule: string): Change | undefined {
    return this.ruleChanges.find((change) => change.rule === rule);
  }

  /** A new or resolved violation, else that the mailbox violates a rule that only one of both policies has. */
  #violationChange(change: Omit<Change, 'item' | 'column'>, { rule, item, column, verdict }: StoredViolation): Change {
    const ruleChange = this.#ruleChangeOf(rule);
    if (ruleChange !== undefined) return { ...ruleChange, mailbox: change.mailbox, verdict };
    return { ...change, item, column, rule, verdict };
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

function columnsText(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'column' : 'columns'} ${listed(names, 'and')}`;
}

/** Whether both runs read a report, with the same meaning of a column of it. */
function isCompared(report: ComparedReport | undefined, column: string): boolean {
  return report !== undefined && !report.redefined.includes(column);
}

/** Of the changes of a mailbox that are about a rule as a whole, the last of each rule. */
function oncePerRule(changes: readonly Change[]): readonly Change[] {
  const last = new Map(changes.map((change) => [change.rule, change]));
  return changes.filter((change) => change.isShared !== true || last.get(change.rule) === change);
}

/** The stage of a run that has no earlier one: all violations are found for the first time. */
export function firstRunStage(since: string): (result: MailboxResult) => MailboxResult {
  return (result) => ({ ...result, reports: result.reports.map((report) => mapFindings(report, foundSince(since))) });
}

/** The same for tables about the tenant. */
export function firstRunTableStage(since: string): TableStage {
  return (result) => mapFindings(result, foundSince(since));
}

function foundSince(since: string): (finding: Finding) => Finding {
  return (finding) => (finding.verdict === 'inconclusive' ? finding : { ...finding, since });
}

/** A report or a table with other findings. */
export function mapFindings<Judged extends { readonly verdict: ReportVerdict | undefined }>(
  report: Judged,
  map: (finding: Finding) => Finding,
): Judged {
  if (report.verdict === undefined) return report;
  const rules = report.verdict.rules.map((rule) => ({ ...rule, findings: rule.findings.map(map) }));
  const verdict: ReportVerdict = { ...report.verdict, rules };
  return { ...report, verdict };
}

function isAccess({ name }: ComparedReport): boolean {
  return name === access.name;
}

/** Equal in two runs if the violation is the same: its value may differ. */
export function violationKey({ rule, item, row, column }: StoredViolation): string {
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
