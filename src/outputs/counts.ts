import type { RowsCounts } from '../store/rows-file.ts';
import type { ComparisonSummary, RunSummary } from '../totals/run-summary.ts';
import type { VerdictCounts } from '../totals/verdict-counts.ts';

/** The counts of a run: of mailboxes, and of findings if there is a policy. */
export function countsOf({ mailboxes, duplicateCount, policy }: RunSummary): RowsCounts {
  const { total, read, unreadable } = mailboxes;
  const counts = { mailboxes: total, read, unreadable, repeated: duplicateCount };
  return policy === undefined ? counts : { ...counts, ...findingCounts(policy.verdicts) };
}

function findingCounts(policy: VerdictCounts): Readonly<Record<string, number>> {
  const [known, exempt, inconclusive] = [policy.total('known'), policy.total('exempt'), policy.total('inconclusive')];
  return { violations: policy.total('failed'), warnings: policy.total('warned'), known, exempt, inconclusive };
}

/** The counts of new and resolved violations. None if violations are not compared. */
export function comparedCounts(comparison: ComparisonSummary | undefined): Readonly<Record<string, number>> {
  if (comparison?.comparesViolations !== true) return {};
  const { newViolationCount, resolvedCount } = comparison.counts;
  return { newViolations: newViolationCount, resolved: resolvedCount };
}

/** The counts that the rows file keeps of a run, for the history of later runs. */
export function storedCounts(summary: RunSummary): RowsCounts {
  return { ...countsOf(summary), ...comparedCounts(summary.comparison) };
}
