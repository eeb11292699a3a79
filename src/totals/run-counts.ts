import type { PastRun } from './past-run.ts';
import type { RunSummary } from './run-summary.ts';

/** Further counts may follow these. */
export interface RunCounts extends Readonly<Record<string, number>> {
  readonly mailboxes: number;
  readonly read: number;
  readonly unreadable: number;
}

/** The counts of a run: of mailboxes, and of findings if there is a policy. */
export function countsOf({
  mailboxes,
  duplicateCount,
  policy,
}: Pick<RunSummary, 'mailboxes' | 'duplicateCount' | 'policy'>): RunCounts {
  const { total, read, unreadable } = mailboxes;
  const counts = { mailboxes: total, read, unreadable, repeated: duplicateCount };
  if (policy === undefined) return counts;
  const { verdicts } = policy;
  return {
    ...counts,
    violations: verdicts.total('failed'),
    warnings: verdicts.total('warned'),
    known: verdicts.total('known'),
    exempt: verdicts.total('exempt'),
    inconclusive: verdicts.total('inconclusive'),
  };
}

/** The counts that the rows file keeps of a run, for the history of later runs. */
export function storedCounts(
  summary: Pick<RunSummary, 'mailboxes' | 'duplicateCount' | 'policy' | 'parts'>,
): RunCounts {
  return summary.parts.reduce((counts, part) => ({ ...counts, ...part.counts?.(summary) }), countsOf(summary));
}

/** The runs of the history and this one, the latest last. */
export function allRuns(summary: RunSummary): readonly PastRun[] {
  const { history, runUrl: url, started } = summary;
  return [...history, { url, started: new Date(started), counts: storedCounts(summary) }];
}
