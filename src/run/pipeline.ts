import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { RowCells, TableAnswer } from '../reports/rows.ts';
import type { TableReport } from '../reports/table.ts';
import { mailboxResult, type MailboxResult } from './mailbox-result.ts';
import { tableResult, type TableResult, type TableStage } from './table-result.ts';

/** Adds a judgement to a mailbox, such as the verdicts of a policy. */
export type Stage = (result: MailboxResult) => MailboxResult;

/** Receives every table and then every mailbox after the stages: counts, files. */
export interface Receiver {
  addTable?(result: TableResult): void | Promise<void>;
  add?(result: MailboxResult): void | Promise<void>;
}

type Answers = readonly MailboxAnswer<RowCells[]>[];

/** What passes through a pipeline. */
interface Pipeline {
  /** Chunks of answers in the order of the list, each mailbox once. */
  readonly source: AsyncIterable<Answers>;
  readonly reports: readonly ReportDefinition[];
  readonly stages: readonly Stage[];
  readonly receivers: readonly Receiver[];
  /** Those of the run, in an order of their own. By default none. */
  readonly tables?: readonly TableReport[] | undefined;
  readonly tableStages?: readonly TableStage[] | undefined;
  /** In the order of the tables. */
  readonly tableAnswers?: Promise<readonly TableAnswer[]> | undefined;
}

/**
 * Source, rows, stages, sinks: passes every table and then every mailbox of the source through the stages to the receivers, one by one
 * and in the order of the list. Holds one chunk in memory. Receivers stay open: their last lines need the result. Rejects if the
 * source fails or a receiver cannot write.
 */
export async function runPipeline(pipeline: Pipeline): Promise<void> {
  const { reports, stages, receivers, tables = [] } = pipeline;
  const source = tables.length === 0 ? pipeline.source : afterWork(pipeline.source, () => passTables(pipeline));
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

async function passTables({ tables = [], tableStages = [], tableAnswers, receivers }: Pipeline): Promise<void> {
  const answers = (await tableAnswers) ?? [];
  let results = tables.map((table, at) => {
    const answer = answers[at];
    if (answer === undefined) throw new Error(`no result of the table ${table.name}`);
    return tableResult(answer, table);
  });
  for (const stage of tableStages) {
    const before = results;
    results = before.map((result) => stage(result, before));
  }
  for (const result of results) {
    for (const receiver of receivers) await receiver.addTable?.(result);
  }
}

/** What a source yields, after some work that is done while the source reads its first chunk. */
async function* afterWork<T>(source: AsyncIterable<T>, work: () => Promise<void>): AsyncGenerator<T, void> {
  const iterator = source[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    // If the work fails, nobody awaits it.
    next.catch(() => undefined);
    await work();
    for (let result = await next; result.done !== true; result = await next) {
      yield result.value;
      next = iterator.next();
    }
  } finally {
    await iterator.return?.();
  }
}
