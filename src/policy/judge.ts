import type { UserError } from '../errors.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxRows, Row } from '../reports/row.ts';
import { counted } from '../text/numbers.ts';
import { BaselineIndex } from './baseline/baseline.ts';
import type { Baseline } from './baseline/baseline-file.ts';
import { compileRule, type RuleUsage } from './compile-rule.ts';
import type { Policy } from './definition.ts';
import { ExemptionIndex } from './exemptions.ts';
import { RuleEvaluation } from './rule-evaluation.ts';
import { worse, type ReportVerdict, type RowVerdict, type Verdict } from './verdict.ts';

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
