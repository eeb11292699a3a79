import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { Sink } from '../outputs/sink.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { Policy } from '../policy/policy-definition.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import { mailboxResult, type MailboxResult } from '../run/mailbox-result.ts';
import type { LackingRoles } from '../source/sign-in.ts';
import type { Source } from '../run/source.ts';
import type { RowsOrigin } from '../store/rows-file.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { Totals } from '../totals/totals.ts';

/** What a run reads, and what it judges by. */
export interface ReadMailboxes {
  readonly source: Source;
  /** In the order of the input; at least one. */
  readonly reports: readonly ReportDefinition[];
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
  /** Undefined also if shards were read. */
  readonly lacking?: LackingRoles | undefined;
  readonly started: EpochMs;
  readonly origin: RowsOrigin;
}

/** Adds a judgement to a mailbox, such as the verdicts of a policy. */
export type Stage = (result: MailboxResult) => MailboxResult;

export interface Pipeline {
  /** Chunks of answers in the order of the list, each mailbox once. */
  readonly source: AsyncIterable<readonly MailboxAnswer<RowCells[]>[]>;
  readonly reports: readonly ReportDefinition[];
  readonly stages: readonly Stage[];
  readonly totals: Totals;
  readonly sinks: readonly Pick<Sink, 'add'>[];
}

/**
 * Source, rows, stages, sinks: passes every mailbox of the source through the stages into the sinks, one by one and in
 * the order of the list, and returns the totals. Holds one chunk in memory. Sinks stay open: their last lines need the
 * result. Rejects if the source fails or a sink cannot write.
 */
export async function runPipeline({ source, reports, stages, totals, sinks }: Pipeline): Promise<Totals> {
  for await (const answers of source) {
    for (const answer of answers) {
      let result = mailboxResult(answer, reports);
      for (const stage of stages) result = stage(result);
      totals.add(result);
      for (const sink of sinks) {
        const written = sink.add(result);
        if (written !== undefined) await written;
      }
    }
  }
  return totals;
}

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

/** Adds to each row the highlights of its report, if one has any. They need no policy and never fail the step. */
export async function highlightStage(
  reports: readonly ReportDefinition[],
  started: EpochMs,
): Promise<Stage | undefined> {
  if (reports.every(({ highlights = [] }) => highlights.length === 0)) return undefined;
  const { compileHighlights } = await import('../reports/conditions.ts');
  const compiled = new Map(reports.map((report) => [report, compileHighlights(report, started, reports)]));
  return (result) => ({
    ...result,
    reports: result.reports.map((report) => ({
      ...report,
      highlights: compiled.get(report.definition)?.(
        report.rows,
        (name) => result.reports.find(({ definition }) => definition.name === name)?.rows,
      ),
    })),
  });
}
