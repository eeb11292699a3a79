import type { UserError } from '../errors.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import { compileConditions, type Condition, isMet, isUnknown, valueOf } from '../reports/conditions.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxRows, Row } from '../reports/rows.ts';
import { cellText } from '../text/display.ts';
import { counted } from '../text/numbers.ts';
import type { Baseline } from './baseline/baseline-file.ts';
import { violationIdentity } from './baseline/baseline-entry.ts';
import { BaselineIndex } from './baseline/baseline.ts';
import type { Exemption, Policy, Rule } from './definition.ts';
import { ExemptionIndex } from './exemptions.ts';
import {
  type Finding,
  type ReportVerdict,
  type RowVerdict,
  type RuleVerdict,
  type Verdict,
  worse,
  worseRow,
} from './verdict.ts';

/** Evaluates the rules of one report for one mailbox. Call it once for each mailbox: it counts the use of exemptions. */
export type ReportJudge = (rows: MailboxRows) => ReportVerdict;

/** A policy, compiled for the reports of a run. */
export interface PolicyJudge {
  /** Undefined if no rule is about the report of that name. */
  judgeOf(report: string): ReportJudge | undefined;
  /** How each exemption was used so far. */
  readonly exemptions: ExemptionIndex;
  /** Which entries of the baseline occurred so far. Undefined without a baseline. */
  readonly baseline: BaselineIndex | undefined;
  /**
   * Warnings about rules that applied to no mailbox so far, although their report has rows: a typo in `when` would otherwise
   * pass unnoticed. Five at most; the last one counts the others.
   */
  unusedRules(): readonly Pick<UserError, 'message' | 'place'>[];
}

/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: loading Ajv takes
 * some 50 ms, which a run without a policy does not need.
 *
 * @param now epoch ms; decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 */
export function compilePolicy(
  policy: Policy,
  reports: readonly ReportDefinition[],
  now: number,
  committed?: Baseline,
): PolicyJudge {
  const exemptions = new ExemptionIndex(policy.exemptions, now);
  const baseline = committed === undefined ? undefined : new BaselineIndex(committed);
  const judges = new Map<string, ReportJudge>();
  const usage = policy.rules.map((rule): RuleUsage => ({ rule, mailboxes: 0, applied: 0 }));
  for (const report of reports) {
    const ofReport = usage.filter(({ rule }) => rule.report === report.name);
    if (ofReport.length === 0) continue;
    const compiled = ofReport.map((one) => compileRule(one, report, now));
    judges.set(report.name, (rows) => {
      const evaluations = compiled.map((rule) => new RuleEvaluation(rule, { exemptions, baseline }, rows[0].mailbox));
      const verdicts = rows.map((row) => rowVerdict(evaluations, row));
      return { rows: verdicts, rules: evaluations.map((evaluation) => evaluation.result()) };
    });
  }
  return {
    judgeOf: (report) => judges.get(report),
    exemptions,
    baseline,
    unusedRules: () => unusedRules(usage),
  };
}

/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(evaluations: readonly RuleEvaluation[], row: Row): RowVerdict {
  let verdict: Verdict = row.status === 'ok' ? 'pass' : 'inconclusive';
  const violations: string[] = [];
  for (const evaluation of evaluations) {
    const found = evaluation.add(row) ?? 'pass';
    verdict = worse(verdict, found);
    if (found !== 'pass' && found !== 'inconclusive') violations.push(evaluation.rule.id);
  }
  return { verdict, violations };
}

const MAX_WARNINGS = 5;

function unusedRules(usage: readonly RuleUsage[]): readonly Pick<UserError, 'message' | 'place'>[] {
  const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
  return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, place }, mailboxes }, at) => {
    const others = at === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
    const more = others === 0 ? '' : ` The same is true of ${counted(others, 'other rule', 'other rules')}.`;
    const message = `The rule "${id}" applied to 0 of ${counted(mailboxes, 'mailbox', 'mailboxes')}: no row meets its "when".${more}`;
    return { message, place };
  });
}

/** A rule, compiled for the rows of its report. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly when: readonly Condition[];
  readonly expect: readonly Condition[];
  /** Whether the report has several rows a mailbox, so that a finding has to name its row. */
  readonly manyRows: boolean;
  /** Counted by the evaluation. */
  readonly usage: RuleUsage;
}

/** How often a rule applied. Only mailboxes with a row to evaluate count, not unreadable ones or those without items. */
export interface RuleUsage {
  readonly rule: Rule;
  mailboxes: number;
  /** Mailboxes with a row that meets the rule's `when`, or may meet it. */
  applied: number;
}

/**
 * Throws if the report lacks a column of the rule. Rules of a policy file have been checked for that.
 *
 * @param now epoch ms: what `now` and `today` mean in limits of dates
 */
export function compileRule(usage: RuleUsage, report: ReportDefinition, now: number): CompiledRule {
  const { rule } = usage;
  return {
    rule,
    when: compileConditions(rule.when, report, now),
    expect: compileConditions(rule.expect, report, now),
    manyRows: report.rows !== undefined,
    usage,
  };
}

/** Violations that do not fail the step. */
export interface AcceptedViolations {
  readonly exemptions: ExemptionIndex;
  readonly baseline: BaselineIndex | undefined;
}

/** Evaluates one rule for one mailbox, row by row. */
export class RuleEvaluation {
  readonly #compiled: CompiledRule;
  readonly #exemptions: ExemptionIndex;
  readonly #baseline: BaselineIndex | undefined;
  readonly #mailbox: Mailbox;
  readonly #findings: Finding[] = [];
  #verdict: Verdict | undefined;
  #hasRows = false;
  #applied = false;
  /** Whether it may have violations that were not found. */
  #isUncertain = false;
  /** Looked up once, at the first violation; null if there is none. */
  #exemption: Exemption | null | undefined;

  constructor(compiled: CompiledRule, { exemptions, baseline }: AcceptedViolations, mailbox: Mailbox) {
    this.#compiled = compiled;
    this.#exemptions = exemptions;
    this.#baseline = baseline;
    this.#mailbox = mailbox;
  }

  get rule(): CompiledRule['rule'] {
    return this.#compiled.rule;
  }

  /** Evaluates a row. Returns undefined if the rule does not apply to it. */
  add(row: Row): Verdict | undefined {
    const verdict = this.#evaluate(row);
    if (row.status === 'ok' && row.content === 'item') {
      this.#hasRows = true;
      this.#applied ||= verdict !== undefined;
    }
    if (verdict === 'inconclusive') this.#isUncertain = true;
    if (verdict !== undefined) this.#verdict = this.#verdict === undefined ? verdict : worseRow(this.#verdict, verdict);
    return verdict;
  }

  /** The verdict for all rows. Call it once, after the last row. */
  result(): RuleVerdict {
    const { usage } = this.#compiled;
    if (this.#hasRows) usage.mailboxes += 1;
    if (this.#applied) usage.applied += 1;
    if (this.#verdict === 'inconclusive') this.#exemptions.doubt(this.rule.id, this.#mailbox.address);
    if (!this.#isUncertain) this.#baseline?.settle(this.rule.id, this.#mailbox.address);
    return { rule: this.rule, verdict: this.#verdict, findings: this.#findings };
  }

  #evaluate(row: Row): Verdict | undefined {
    const { when, expect } = this.#compiled;
    // Of an unreadable mailbox, or one without items, only the address is known.
    const known = row.content === 'none' || row.status !== 'ok' ? when.filter(({ cell }) => cell === undefined) : when;
    if (known.some((condition) => !isUnknown(condition, row) && !isMet(condition, row))) return undefined;
    if (row.status !== 'ok') return 'inconclusive';
    if (row.content === 'none') return 'pass';
    if (!when.some((condition) => isUnknown(condition, row))) {
      const violated = expect.filter((condition) => !isUnknown(condition, row) && !isMet(condition, row));
      if (violated.length > 0) {
        this.#isUncertain ||= expect.some((condition) => isUnknown(condition, row));
        return this.#violation(row, violated);
      }
    }
    if (![...when, ...expect].some((condition) => isUnknown(condition, row))) return 'pass';
    this.#findings.push({
      ...{ rule: this.rule, verdict: 'inconclusive', mailbox: row.mailbox, row, item: this.#itemOf(row) },
      ...{ column: '', found: null, expected: '' },
    });
    return 'inconclusive';
  }

  #violation(row: Row, violated: CompiledRule['expect']): Verdict {
    const { rule } = this;
    if (this.#exemption === undefined) this.#exemption = this.#exemptions.cover(rule.id, row.mailbox.address) ?? null;
    const exemption = this.#exemption ?? undefined;
    const failure = rule.severity === 'error' ? 'fail' : 'warn';
    const item = this.#itemOf(row);
    let worst: Verdict = 'pass';
    for (const condition of violated) {
      const { column, expected } = condition;
      const found = valueOf(condition, row);
      // Also for an exempt violation, since its entry is still needed when the exemption has expired.
      const entry = this.#baseline?.find(violationIdentity(rule.id, row.mailbox.address, { item, column, found }));
      const verdict = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
      const addedOn = verdict === 'known' ? entry?.addedOn : undefined;
      const where = { mailbox: row.mailbox, row, item, column };
      this.#findings.push({ rule, verdict, ...where, found, expected, exemption, addedOn });
      worst = worse(worst, verdict);
    }
    return worst;
  }

  #itemOf({ cells }: Row): string {
    return this.#compiled.manyRows ? cellText(cells[0]) : '';
  }
}
