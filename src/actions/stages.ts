import type { Stage } from './pipeline.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { ReportDefinition } from '../reports/definition.ts';

/** Adds the verdicts of a policy to each mailbox. */
export function policyStage(judge: PolicyJudge): Stage {
  return (result) => ({
    ...result,
    reports: result.reports.map((report) => ({
      ...report,
      verdict: judge.judgeOf(report.definition.name)?.(report.rows),
    })),
  });
}

/**
 * Adds to each row the highlights of its report. They need no policy and never fail the step.
 *
 * @param now when the run started, in epoch ms
 * @returns undefined if no report has highlights
 */
export async function highlightStage(reports: readonly ReportDefinition[], now: number): Promise<Stage | undefined> {
  if (reports.every(({ highlights = [] }) => highlights.length === 0)) return undefined;
  const { compileHighlights } = await import('../reports/conditions.ts');
  const compiled = new Map(reports.map((report) => [report, compileHighlights(report, now)]));
  return (result) => ({
    ...result,
    reports: result.reports.map((report) => ({
      ...report,
      highlights: compiled.get(report.definition)?.(report.rows),
    })),
  });
}
