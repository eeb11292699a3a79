import type { Answer } from '../graph/read.ts';
import type { Json } from '../json.ts';
import type { ReportDefinition } from './definition.ts';
import type { Row } from './row.ts';

/** Makes rows of answers, in the same order and chunks: here, and nowhere else, what Graph sent becomes a report. */
export async function* rowsOf(
  answers: AsyncIterable<readonly Answer<readonly Json[]>[]>,
  report: ReportDefinition,
): AsyncGenerator<readonly Row[]> {
  const blank = Object.keys(report.columns).map(() => null);
  for await (const chunk of answers) yield chunk.map((answer) => rowOf(answer, blank));
}

function rowOf(answer: Answer<readonly Json[]>, blank: readonly null[]): Row {
  const { mailbox, status } = answer;
  return status === 'ok'
    ? { mailbox, status, error: '', cells: answer.value }
    : { mailbox, status, error: answer.error, cells: blank };
}
