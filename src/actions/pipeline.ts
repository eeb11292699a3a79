import type { MailboxAnswer } from '../graph/reader.ts';
import { mailboxResult, type MailboxResult } from '../run/mailbox-result.ts';
import type { Sink } from '../outputs/sink.ts';
import type { Totals } from '../totals/totals.ts';
import type { RowCells } from '../reports/rows.ts';
import type { ReportDefinition } from '../reports/definition.ts';

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
