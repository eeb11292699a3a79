import type { ReportDefinition } from '../reports/definition.ts';
import type { Policy } from './definition.ts';
import { ExemptionIndex } from './exemptions.ts';
import { reportJudge, type ReportJudge } from './judge-report.ts';
import { compileRule } from './judge-rule.ts';
import { PolicyTally } from './policy-tally.ts';

export type { ReportJudge } from './judge-report.ts';

/** A policy as a run holds the rows of its reports against it. */
export interface PolicyJudge {
  /** Undefined where no rule concerns the report of that name. */
  judgeOf(report: string): ReportJudge | undefined;
  /** Counts what the judges say, from nothing. */
  newTally(): PolicyTally;
  /** How each exemption was used until now. */
  readonly exemptions: ExemptionIndex;
}

/**
 * Compiles a policy once for the run. Rules about other reports than those given say nothing. Loading this takes a while,
 * so a run without a policy does not.
 *
 * @param now milliseconds since 1970, at which exemptions hold or have run out
 */
export function compilePolicy(policy: Policy, reports: readonly ReportDefinition[], now: number): PolicyJudge {
  const exemptions = new ExemptionIndex(policy.exemptions, now);
  const judges = new Map<string, ReportJudge>();
  for (const report of reports) {
    const rules = policy.rules.filter((rule) => rule.report === report.name);
    if (rules.length === 0) continue;
    const compiled = rules.map((rule) => compileRule(rule, report));
    judges.set(report.name, reportJudge(report, compiled, exemptions));
  }
  return { judgeOf: (report) => judges.get(report), newTally: () => new PolicyTally(policy), exemptions };
}
