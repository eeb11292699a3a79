import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import { mailboxResult, type MailboxResult } from './mailbox-result.ts';

/** Adds a judgement to a mailbox, such as the verdicts of a policy. */
export type Stage = (result: MailboxResult) => MailboxResult;

/** Receives every mailbox after the stages: counts, files. */
export interface Receiver {
  add?(result: MailboxResult): void | Promise<void>;
}

/**
 * Source, rows, stages, sinks: passes every mailbox of the source through the stages to the receivers, one by one and in
 * the order of the list. Holds one chunk in memory. Receivers stay open: their last lines need the result. Rejects if the
 * source fails or a receiver cannot write.
 *
 * @param source chunks of answers in the order of the list, each mailbox once
 */
export async function runPipeline(
  source: AsyncIterable<readonly MailboxAnswer<RowCells[]>[]>,
  reports: readonly ReportDefinition[],
  stages: readonly Stage[],
  receivers: readonly Receiver[],
): Promise<void> {
  for await (const answers of source) {
    for (const answer of answers) {
      let result = mailboxResult(answer, reports);
      for (const stage of stages) result = stage(result);
      for (const receiver of receivers) {
        const addition = receiver.add?.(result);
        if (addition !== undefined) await addition;
      }
    }
  }
}
