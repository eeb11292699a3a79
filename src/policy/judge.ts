import type { UserError } from '../errors.ts';
import { compileConditions, foundIn, resultOf, rowOf, type Condition, type RowsOf } from '../reports/conditions.ts';
import { rowIdentity, type RowIdentity } from '../reports/row-identity.ts';
import type { AnyRow, MailboxRows, TableRow } from '../reports/rows.ts';
import { isTable, type AnyReport } from '../reports/table.ts';
import { counted, type EpochMs } from '../text/numbers.ts';
import { BaselineIndex } from './baseline/baseline.ts';
import { changingColumns, violationIdentity, type ChangingColumns } from './baseline/baseline-entry.ts';
import type { Baseline } from './baseline/baseline-file.ts';
import type { Exemption, Policy, Rule } from './policy-definition.ts';
import { ExemptionIndex } from './exemptions.ts';
import { inconclusiveMessage, violationMessage } from './finding-message.ts';
import { RegisterIndex } from './register/register.ts';
import type { Subject } from './subject.ts';
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

/** Evaluates the rules about a table. Call it once for each table. `rowsOf`: the rows of the other tables of the run. */
type TableJudge = (rows: readonly TableRow[], rowsOf?: RowsOf) => ReportVerdict;

/** A policy, compiled for the reports of a run. */
export interface PolicyJudge {
  /** Undefined if no rule is about the report of that name, or it is about the tenant. */
  judgeOf(report: string): ReportJudge | undefined;
  /** Undefined if no rule is about the table of that name. */
  judgeOfTable(table: string): TableJudge | undefined;
  /** How each exemption was used so far. */
  readonly exemptions: ExemptionIndex;
  /** Which entries of the baseline occurred so far. Undefined without a baseline. */
  readonly baseline: BaselineIndex | undefined;
  /** The rights that are meant to be. Undefined if the policy names no register. */
  readonly register: RegisterIndex | undefined;
  /** Every known address and ID of a listed mailbox, as they were given. */
  readonly namesOf: (address: string) => readonly string[];
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
  reports: readonly AnyReport[],
  now: EpochMs,
  committed?: Baseline,
  namesOf: (address: string) => readonly string[] = (address) => [address],
): PolicyJudge {
  const exemptions = new ExemptionIndex(policy.exemptions, now);
  const isChanging = changingColumns(policy.rules, reports);
  const baseline = committed === undefined ? undefined : new BaselineIndex(committed, isChanging);
  const judges = new Map<string, ReportJudge>();
  const tableJudges = new Map<string, TableJudge>();
  const usage = policy.rules.map((rule): RuleUsage => {
    const isOfTable = reports.some((report) => report.name === rule.report && isTable(report));
    return { rule, isOfTable, mailboxes: 0, applied: 0 };
  });
  for (const report of reports) {
    const ofReport = usage.filter(({ rule }) => rule.report === report.name);
    if (ofReport.length === 0) continue;
    const compiled = ofReport.map((one) => compileRule(one, report, reports, now));
    const accepted = { exemptions, baseline, isChanging };
    if (isTable(report)) {
      const subject = { kind: 'table', table: report.name } as const;
      tableJudges.set(report.name, (rows, rowsOf = () => undefined) =>
        verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, { ...accepted, names: [''] }), compiled),
      );
      continue;
    }
    judges.set(report.name, (rows, rowsOf = () => undefined, names = []) => {
      const { mailbox } = rows[0];
      const subject = { kind: 'mailbox', mailbox } as const;
      const all = { ...accepted, names: [...new Set([...namesOf(mailbox.address), ...names])] };
      return verdictOf(rows, (rule) => judgeRule(rule, rows, rowsOf, subject, all), compiled);
    });
  }
  return {
    judgeOf: (report) => judges.get(report),
    judgeOfTable: (table) => tableJudges.get(table),
    exemptions,
    baseline,
    register: policy.register && new RegisterIndex(policy.register, now),
    namesOf,
    unusedRules: () => unusedRules(usage),
  };
}

function verdictOf(
  rows: readonly AnyRow[],
  judge: (rule: CompiledRule) => JudgedRule,
  rules: readonly CompiledRule[],
): ReportVerdict {
  const results = rules.map(judge);
  return {
    rows: rows.map((row, index) => rowVerdict(row, index, results)),
    rules: results.map(({ result }) => result),
  };
}

/** How often a rule applied. Only mailboxes with a row to evaluate count, not unreadable ones or those without items. */
interface RuleUsage {
  readonly rule: Rule;
  /** Whether it is about a table, which counts as one mailbox. */
  readonly isOfTable: boolean;
  mailboxes: number;
  /** Mailboxes with a row that meets the rule's `when`, or may meet it. */
  applied: number;
}

/** A rule, compiled for the rows of its report. */
interface CompiledRule {
  readonly rule: Rule;
  readonly report: AnyReport;
  /** Those of the run. */
  readonly reports: readonly AnyReport[];
  readonly when: readonly Condition[];
  readonly expect: readonly Condition[];
  readonly identity: RowIdentity;
  readonly usage: RuleUsage;
}

/** Throws if the reports lack a column of the rule. Rules of a policy file have been checked for that. */
function compileRule(usage: RuleUsage, report: AnyReport, reports: readonly AnyReport[], now: EpochMs): CompiledRule {
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
  /** Every known address and ID of the mailbox; '' alone for a table. */
  readonly names: readonly string[];
}

interface JudgedRule {
  readonly result: RuleVerdict;
  /** The verdict for each row; undefined if the rule does not apply to it. */
  readonly ofRows: readonly (Verdict | undefined)[];
}

function judgeRule(
  compiled: CompiledRule,
  rows: readonly AnyRow[],
  rowsOf: RowsOf,
  subject: Subject,
  { exemptions, baseline, isChanging, names }: AcceptedViolations,
): JudgedRule {
  const { rule, identity, usage } = compiled;
  const evaluations = rows.map((row) => evaluateRow(compiled, row, rowsOf));
  const exempting = exemptionsOf(compiled, evaluations, subject, { exemptions, names });
  const findings: Finding[] = [];
  const ofRows = evaluations.map(({ row, violated, unknown, verdict }, at): Verdict | undefined => {
    if (verdict === undefined || verdict === 'pass') return verdict;
    const exemption = violated.length === 0 ? undefined : exempting(at);
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
  // A table without rows has nothing that violates the rule.
  const verdict = rows.length === 0 ? 'pass' : worstRow(ofRows.filter((one) => one !== undefined));
  const items = rows.filter(isItem).map((row) => identity.itemOf(row));
  if (rows.some(isItem)) usage.mailboxes += 1;
  if (evaluations.some(({ row, verdict: one }) => isItem(row) && one !== undefined)) usage.applied += 1;
  if (verdict === 'inconclusive') exemptions.addInconclusive(rule.id, ...(subject.kind === 'table' ? items : names));
  const isUncertain = evaluations.some((one) => one.isUncertain);
  if (!isUncertain) for (const name of names) baseline?.markComplete(rule.id, name);
  return { result: { rule, verdict, findings, isUncertain: isUncertain || undefined }, ofRows };
}

/**
 * The exemption of each row that violates a rule. All rows of a mailbox share one, and its use is counted once; in a table, each row has
 * its own.
 */
function exemptionsOf(
  { rule, identity }: CompiledRule,
  evaluations: readonly Evaluation[],
  subject: Subject,
  { exemptions, names }: Pick<AcceptedViolations, 'exemptions' | 'names'>,
): (row: number) => Exemption | undefined {
  if (subject.kind === 'table') {
    const items = evaluations.map(({ row }) => identity.itemOf(row));
    if (evaluations.every(({ row }) => isItem(row))) exemptions.see(rule.id, items);
    else exemptions.seeUnknown(rule.id);
    return (row) => exemptions.exempt(rule.id, items[row] ?? '');
  }
  exemptions.see(rule.id, names);
  const isViolated = evaluations.some(({ violated }) => violated.length > 0);
  const exemption = isViolated ? exemptions.exempt(rule.id, ...names) : undefined;
  return () => exemption;
}

interface Evaluation {
  readonly row: AnyRow;
  /** Without exemptions and baseline. Undefined if the rule does not apply to the row. */
  readonly verdict: 'pass' | 'inconclusive' | 'fail' | undefined;
  /** The conditions that the row violates. */
  readonly violated: readonly Condition[];
  /** The columns that are not fully known and may decide. */
  readonly unknown: readonly string[];
  /** Whether the row may have violations that were not found. */
  readonly isUncertain: boolean;
}

function evaluateRow({ when, expect: expected }: CompiledRule, row: AnyRow, rowsOf: RowsOf): Evaluation {
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
function isItem({ status, content }: AnyRow): boolean {
  return status === 'ok' && content === 'item';
}

/** An unreadable row is inconclusive, even if no rule applies to its address. */
function rowVerdict(row: AnyRow, index: number, results: readonly JudgedRule[]): RowVerdict {
  const verdicts = results.map(({ result, ofRows }) => ({ id: result.rule.id, verdict: ofRows[index] ?? 'pass' }));
  return {
    verdict: worst([row.status === 'ok' ? 'pass' : 'inconclusive', ...verdicts.map(({ verdict }) => verdict)]),
    violations: verdicts.filter(({ verdict }) => verdict !== 'pass' && verdict !== 'inconclusive').map(({ id }) => id),
  };
}

const MAX_WARNINGS = 5;

function unusedRules(usage: readonly RuleUsage[]): readonly Pick<UserError, 'message' | 'place'>[] {
  const unused = usage.filter(({ mailboxes, applied }) => mailboxes > 0 && applied === 0);
  return unused.slice(0, MAX_WARNINGS).map(({ rule: { id, report, place }, isOfTable, mailboxes }, index) => {
    const otherCount = index === MAX_WARNINGS - 1 ? unused.length - MAX_WARNINGS : 0;
    const sentence =
      otherCount === 0 ? '' : ` The same is true of ${counted(otherCount, 'other rule', 'other rules')}.`;
    const of = isOfTable ? `the rows of ${report}` : counted(mailboxes, 'mailbox', 'mailboxes');
    const message = `The rule "${id}" applied to 0 of ${of}: no row meets its "when".${sentence}`;
    return { message, place };
  });
}
