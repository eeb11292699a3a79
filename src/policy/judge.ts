import type { UserError } from '../errors.ts';
import { compileConditions, foundIn, resultOf, rowOf, type Condition, type RowsOf } from '../reports/conditions.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { rowIdentity, type RowIdentity } from '../reports/row-identity.ts';
import type { MailboxRows, Row } from '../reports/rows.ts';
import { counted, type EpochMs } from '../text/numbers.ts';
import { BaselineIndex } from './baseline/baseline.ts';
import { changingColumns, violationIdentity, type ChangingColumns } from './baseline/baseline-entry.ts';
import type { Baseline } from './baseline/baseline-file.ts';
import type { Policy, Rule } from './policy-definition.ts';
import { ExemptionIndex } from './exemptions.ts';
import { inconclusiveMessage, violationMessage } from './finding-message.ts';
import {
  worst,
  worstRow,
  type Finding,
  type ReportVerdict,
  type RowVerdict,
  type RuleVerdict,
  type Verdict,
} from './verdict.ts';

/**
 * Evaluates the rules of one report for one mailbox. Call it once for each mailbox: it counts the use of exemptions.
 *
 * @param rowsOf the rows of the mailbox in the other reports of the run. By default they were not read
 * @param names further addresses and IDs of the mailbox
 */
type ReportJudge = (rows: MailboxRows, rowsOf?: RowsOf, names?: readonly string[]) => ReportVerdict;

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
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: a run
 * without a policy does not need Ajv.
 *
 * @param now decides which exemptions have expired, and what `today` means in limits of dates
 * @param committed the baseline, whose entries are known violations
 * @param namesOf every known address and ID of a listed mailbox: an exemption or an entry of the baseline can have any of them
 */
export function compilePolicy(
  policy: Policy,
  reports: readonly ReportDefinition[],
  now: EpochMs,
  committed?: Baseline,
  namesOf: (address: string) => readonly string[] = (address) => [address],
): PolicyJudge {
  const exemptions = new ExemptionIndex(policy.exemptions, now);
  const isChanging = changingColumns(policy.rules, reports);
  const baseline = committed === undefined ? undefined : new BaselineIndex(committed, isChanging);
  const judges = new Map<string, ReportJudge>();
  const usage = policy.rules.map((rule): RuleUsage => ({ rule, mailboxes: 0, applied: 0 }));
  for (const report of reports) {
    const ofReport = usage.filter(({ rule }) => rule.report === report.name);
    if (ofReport.length === 0) continue;
    const compiled = ofReport.map((one) => compileRule(one, report, reports, now));
    judges.set(report.name, (rows, rowsOf = () => undefined, names = []) => {
      const address = rows[0].mailbox.address;
      const accepted = { exemptions, baseline, isChanging, names: [...new Set([...namesOf(address), ...names])] };
      const results = compiled.map((rule) => judgeRule(rule, rows, rowsOf, accepted));
      return {
        rows: rows.map((row, index) => rowVerdict(row, index, results)),
        rules: results.map(({ result }) => result),
      };
    });
  }
  return {
    judgeOf: (report) => judges.get(report),
    exemptions,
    baseline,
    unusedRules: () => unusedRules(usage),
  };
}

/** How often a rule applied. Only mailboxes with a row to evaluate count, not unreadable ones or those without items. */
interface RuleUsage {
  readonly rule: Rule;
  mailboxes: number;
  /** Mailboxes with a row that meets the rule's `when`, or may meet it. */
  applied: number;
}

/** A rule, compiled for the rows of its report. */
interface CompiledRule {
  readonly rule: Rule;
  readonly report: ReportDefinition;
  /** Those of the run. */
  readonly reports: readonly ReportDefinition[];
  readonly when: readonly Condition[];
  readonly expect: readonly Condition[];
  readonly identity: RowIdentity;
  readonly usage: RuleUsage;
}

/** Throws if the reports lack a column of the rule. Rules of a policy file have been checked for that. */
function compileRule(
  usage: RuleUsage,
  report: ReportDefinition,
  reports: readonly ReportDefinition[],
  now: EpochMs,
): CompiledRule {
  const { rule } = usage;
  return {
    rule,
    report,
    reports,
    when: compileConditions(rule.when, report, now, reports),
    expect: compileConditions(rule.expect, report, now, reports),
    identity: rowIdentity(report),
    usage,
  };
}

/** Violations that do not fail the step. */
interface AcceptedViolations {
  readonly exemptions: ExemptionIndex;
  readonly baseline: BaselineIndex | undefined;
  readonly isChanging: ChangingColumns;
  /** Every known address and ID of the mailbox. */
  readonly names: readonly string[];
}

interface JudgedRule {
  readonly result: RuleVerdict;
  /** The verdict for each row; undefined if the rule does not apply to it. */
  readonly ofRows: readonly (Verdict | undefined)[];
}

function judgeRule(
  compiled: CompiledRule,
  rows: MailboxRows,
  rowsOf: RowsOf,
  { exemptions, baseline, isChanging, names }: AcceptedViolations,
): JudgedRule {
  const { rule, identity, usage } = compiled;
  const { mailbox } = rows[0];
  const evaluations = rows.map((row) => evaluateRow(compiled, row, rowsOf));
  const isViolated = evaluations.some(({ violated }) => violated.length > 0);
  exemptions.see(rule.id, names);
  const exemption = isViolated ? exemptions.exempt(rule.id, ...names) : undefined;
  const subject = { kind: 'mailbox', mailbox } as const;
  const findings: Finding[] = [];
  const ofRows = evaluations.map(({ row, violated, unknown, verdict }): Verdict | undefined => {
    if (verdict === undefined || verdict === 'pass') return verdict;
    const item = identity.itemOf(row);
    const ofItem = { rule, subject, row, item };
    const ofRow = violated.map((condition): Finding => {
      const { column, expected } = condition;
      const value = foundIn(condition, row, rowsOf);
      // Also for an exempt violation, since its entry is still needed when the exemption has expired.
      const rowDigest = identity.digestOf(row, column);
      const changesByItself = isChanging(rule.id, column) || undefined;
      const violation = { item, row: rowDigest, column, found: value, changesByItself };
      const entries = names.map((name) => baseline?.find(violationIdentity(rule.id, name, violation)));
      const entry = entries.find((one) => one !== undefined);
      const failure = rule.severity === 'error' ? 'fail' : 'warn';
      const reason = exemption !== undefined ? 'exempt' : entry !== undefined ? 'known' : failure;
      const addedOn = reason === 'known' ? entry?.addedOn : undefined;
      const message = violationMessage({ item, column, found: value, expected }, compiled, row, rowsOf);
      const reported = { column, found: value, changesByItself, expected, message };
      return { ...ofItem, rowDigest, verdict: reason, ...reported, exemption, addedOn };
    });
    findings.push(...ofRow);
    if (ofRow.length > 0) return worst(ofRow.map((finding) => finding.verdict));
    if (verdict === 'inconclusive' && row.status === 'ok') {
      const message = inconclusiveMessage(unknown, item);
      findings.push({ ...ofItem, rowDigest: '', verdict, column: '', found: null, expected: '', message });
    }
    return verdict;
  });
  const verdict = worstRow(ofRows.filter((one) => one !== undefined));
  if (rows.some(isItem)) usage.mailboxes += 1;
  if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined)) usage.applied += 1;
  if (verdict === 'inconclusive') exemptions.addInconclusive(rule.id, ...names);
  if (!evaluations.some(({ isUncertain }) => isUncertain)) {
    for (const name of names) baseline?.markComplete(rule.id, name);
  }
  return { result: { rule, verdict, findings }, ofRows };
}

interface Evaluation {
  readonly row: Row;
  /** Without exemptions and baseline. Undefined if the rule does not apply to the row. */
  readonly verdict: 'pass' | 'inconclusive' | 'fail' | undefined;
  /** The conditions that the row violates. */
  readonly violated: readonly Condition[];
  /** The columns that are not fully known and may decide. */
  readonly unknown: readonly string[];
  /** Whether the row may have violations that were not found. */
  readonly isUncertain: boolean;
}

function evaluateRow({ when, expect: expected }: CompiledRule, row: Row, rowsOf: RowsOf): Evaluation {
  const resultFor = (condition: Condition, certain: 'met' | 'unmet'): ReturnType<typeof resultOf> => {
    const conditionRow = rowOf(condition, row, rowsOf);
    return conditionRow === undefined ? 'unknown' : resultOf(condition, conditionRow, certain);
  };
  // Of an unreadable mailbox, or one without items, only the address, what the list says and other reports are known.
  const decidable = isItem(row) ? when : when.filter(({ isOfCell, report }) => !isOfCell || report !== undefined);
  const applies = decidable.map((condition) => resultFor(condition, 'met'));
  const evaluation = { row, violated: [], unknown: [], isUncertain: false };
  const isLeftOut = (condition: Condition): boolean => {
    const conditionRow = rowOf(condition, row, rowsOf);
    return conditionRow !== undefined && condition.isNotApplicable(conditionRow);
  };
  if (applies.includes('unmet') || decidable.some(isLeftOut)) return { ...evaluation, verdict: undefined };
  if (row.status !== 'ok') return { ...evaluation, verdict: 'inconclusive', isUncertain: true };
  if (!isItem(row)) return { ...evaluation, verdict: 'pass' };
  const expect = expected.filter((condition) => !isLeftOut(condition));
  if (expect.length === 0 && expected.length > 0) return { ...evaluation, verdict: undefined };
  const results = expect.map((condition) => resultFor(condition, 'unmet'));
  const violated = applies.includes('unknown') ? [] : expect.filter((_, index) => results[index] === 'unmet');
  const all = [...applies, ...results];
  const unknown = [...decidable, ...expect].flatMap(({ column }, index) => (all[index] === 'unknown' ? [column] : []));
  const isUncertain = unknown.length > 0;
  const verdict = violated.length > 0 ? 'fail' : isUncertain ? 'inconclusive' : 'pass';
  return { row, verdict, violated, unknown: [...new Set(unknown)], isUncertain };
}

/** Whether a row is about something that was read. */
function isItem({ status, content }: Row): boolean {
  return status === 'ok' && content === 'item';
}

/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(row: Row, index: number, results: readonly JudgedRule[]): RowVerdict {
  const verdicts = results.map(({ result, ofRows }) => ({ id: result.rule.id, verdict: ofRows[index] ?? 'pass' }));
  return {
    verdict: worst([row.status === 'ok' ? 'pass' : 'inconclusive', ...verdicts.map(({ verdict }) => verdict)]),
    violations: verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'inconclusive').map(({ id }) => id),
  };
}

const MAX_WARNINGS = 5;

function unusedRules(usage: readonly RuleUsage[]): readonly Pick<UserError, 'message' | 'place'>[] {
  const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
  return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, place }, mailboxes }, index) => {
    const otherCount = index === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
    const sentence =
      otherCount === 0 ? '' : ` The same is true of ${counted(otherCount, 'other rule', 'other rules')}.`;
    const message = `The rule "${id}" applied to 0 of ${counted(mailboxes, 'mailbox', 'mailboxes')}: no row meets its "when".${sentence}`;
    return { message, place };
  });
}
