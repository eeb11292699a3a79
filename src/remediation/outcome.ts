import { UserError } from '../errors.ts';
import type { UploadedArtifact } from '../outputs/artifact.ts';
import { MAX_SUMMARY_BYTES } from '../outputs/job-summary.ts';
import { markdownCode, markdownLink, markdownTable, markdownText } from '../outputs/markdown.ts';
import { count, counted } from '../text/numbers.ts';
import type { ChangeStatus } from './apply.ts';
import type { PlannedChange } from './change.ts';
import { planTables } from './plan-summary.ts';
import type { SkippedRow } from './target-plan.ts';

export type RemediationResult = 'unchanged' | 'planned' | 'applied' | 'partial' | 'stale' | 'error';

/** The result of a remediation. */
export interface RemediationOutcome {
  readonly result: RemediationResult;
  /** Why the step fails, and what to do; undefined if it does not. */
  readonly reason: UserError | undefined;
}

const NOT_APPLIED: readonly ChangeStatus[] = ['stale', 'not-verified', 'failed', 'cancelled'];
const STATUSES: readonly ChangeStatus[] = ['applied', 'unchanged', ...NOT_APPLIED];

/** How many changes were not applied. */
export function failedCount(countOf: (status: ChangeStatus) => number): number {
  return NOT_APPLIED.reduce((sum, status) => sum + countOf(status), 0);
}

/** The result of changes of which some were not tried. */
export function stoppedOutcome(countOf: (status: ChangeStatus) => number, reason: UserError): RemediationOutcome {
  return { result: countOf('applied') + countOf('not-verified') > 0 ? 'partial' : 'error', reason };
}

/** The result of changes that were applied, by how many have each status. */
export function appliedOutcome(countOf: (status: ChangeStatus) => number): RemediationOutcome {
  const failed = failedCount(countOf);
  if (failed === 0) return { result: countOf('applied') > 0 ? 'applied' : 'unchanged', reason: undefined };
  const named = NOT_APPLIED.filter((status) => countOf(status) > 0).map(
    (status) => `${count(countOf(status))} ${status}`,
  );
  const message = `${counted(failed, 'change was', 'changes were')} not applied: ${named.join(', ')}; ${count(countOf('applied'))} applied.`;
  const reason =
    countOf('cancelled') > 0
      ? new UserError('CANCELLED', `The run was cancelled. ${message}`, {
          hint: 'Make a new plan for the rest, and apply it.',
        })
      : new UserError('CHANGES_FAILED', message, {
          hint: 'applied.csv has the cause of each. Correct it, make a new plan and apply it: changes that took effect are not in it.',
        });
  if (countOf('applied') + countOf('not-verified') > 0) return { result: 'partial', reason };
  return { result: countOf('stale') === failed ? 'stale' : 'error', reason };
}

/** What the job summary of a remediation shows. */
export interface RemediationSummary {
  readonly outcome: RemediationOutcome;
  readonly mode: 'plan' | 'apply' | 'undo';
  /** In the order of plan.csv. */
  readonly changes: readonly PlannedChange[];
  /** Violations that the plan leaves as they are. */
  readonly skipped: readonly SkippedRow[];
  readonly digest: string;
  /** Number of changes by status, of those that were tried. */
  readonly countOf: (status: ChangeStatus) => number;
  readonly warnings: readonly string[];
  readonly artifact: (UploadedArtifact & { readonly name: string }) | undefined;
  /** The folder with the files. */
  readonly folder: string;
}

/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
export function remediationSummary(summary: RemediationSummary, detail: 'full' | 'counts'): string {
  const { outcome, mode, changes, skipped, digest, countOf, warnings, artifact, folder } = summary;
  const { result, reason } = outcome;
  const statuses = STATUSES.filter((status) => countOf(status) > 0);
  const start = [
    `## Mailbox Report: ${mode} ${result}\n\n`,
    reason === undefined ? '' : `**${markdownText(reason.message)}** ${markdownText(reason.hint)}\n\n`,
    `${counted(changes.length, 'change', 'changes')} planned.\n\n`,
    changes.length > 0 && mode === 'plan' ? `Plan digest: ${markdownCode(digest)}\n\n` : '',
    statuses.length === 0
      ? ''
      : markdownTable(
          ['Status', 'Changes'],
          statuses.map((status) => [status, count(countOf(status))]),
          [1],
        ),
    ...warnings.map((warning) => `- Warning: ${markdownText(warning, 500)}\n`),
    artifact === undefined
      ? `- On the runner: ${markdownCode(folder)}\n\n`
      : `- Artifact: ${markdownLink(artifact.name, artifact.url)}\n\n`,
  ].join('');
  const room = MAX_SUMMARY_BYTES - Buffer.byteLength(start);
  return start + planTables({ changes, skipped, detail, room });
}
