import type { MailboxResult } from '../mailbox-result.ts';
import type { PolicyJudge } from './judge.ts';

/** The stage of the pipeline that adds the verdicts of a policy to a mailbox. */
export function policyStage(judge: PolicyJudge): (result: MailboxResult) => MailboxResult {
  return (result) => ({
    ...result,
    reports: result.reports.map((report) => ({
      ...report,
      verdict: judge.judgeOf(report.definition.name)?.(report.rows),
    })),
  });
}
