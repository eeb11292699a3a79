import type { ReportDefinition } from '../reports/definition.ts';
import type { MailboxRows, Row } from '../reports/row.ts';
import { compileRule } from './compile-rule.ts';
import type { Policy } from './definition.ts';
import { ExemptionIndex } from './exemptions.ts';
import { PolicyTally } from './policy-tally.ts';
import { RuleEvaluation } from './rule-evaluation.ts';
import { worse, type ReportVerdict, type RowVerdict, type Verdict } from './verdict.ts';

/** Evaluates the rules of one report for one mailbox. Call it once for each mailbox: it counts the use of exemptions. */
export type ReportJudge = (rows: MailboxRows) => ReportVerdict;

/** A policy, compiled for the reports of a run. */
export interface PolicyJudge {
  /** Undefined if no rule is about the report of that name. */
  judgeOf(report: string): ReportJudge | undefined;
  /** An empty tally of this policy's verdicts. */
  newTally(): PolicyTally;
  /** How each exemption was used so far. */
  readonly exemptions: ExemptionIndex;
}

/**
 * Compiles a policy once for the run. Rules about other reports are ignored. Import this module lazily: loading Ajv takes
 * some 50 ms, which a run without a policy does not need.
 *
 * @param now epoch ms; decides which exemptions have expired, and what `today` means in limits of dates
 */
export function compilePolicy(policy: Policy, reports: readonly ReportDefinition[], now: number): PolicyJudge {
  const exemptions = new ExemptionIndex(policy.exemptions, now);
  const judges = new Map<string, ReportJudge>();
  for (const report of reports) {
    const rules = policy.rules.filter((rule) => rule.report === report.name);
    if (rules.length === 0) continue;
    const compiled = rules.map((rule) => compileRule(rule, report, now));
    judges.set(report.name, (rows) => {
      const evaluations = compiled.map((rule) => new RuleEvaluation(rule, exemptions, rows[0].mailbox));
      const verdicts = rows.map((row) => rowVerdict(evaluations, row));
      return { rows: verdicts, rules: evaluations.map((evaluation) => evaluation.result()) };
    });
  }
  return { judgeOf: (report) => judges.get(report), newTally: () => new PolicyTally(policy), exemptions };
}

/** An unread row is inconclusive, even if no rule applies to its address. */
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
