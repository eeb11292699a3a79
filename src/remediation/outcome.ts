import { UserError } from '../errors.ts';
import type { UploadedArtifact } from '../outputs/artifact.ts';
import { MAX_SUMMARY_BYTES } from '../outputs/job-summary.ts';
import { markdownCode, markdownCopies, markdownLink, markdownTable, markdownText } from '../outputs/markdown.ts';
import { logLines, logText, type Log } from '../run/log.ts';
import { count, counted, listed, utcText } from '../text/numbers.ts';
import { changeText, settingName, sideEffects, valueTexts, type AppliedChange, type ChangeStatus } from './change.ts';
import type { StoredPlan } from './plan-file.ts';
import { cutTable, linesIn, MAX_LINES, planTables } from './plan-summary.ts';
import type { RemediateInputs } from './remediation-inputs.ts';
import { reportName, runName, type SourceRun } from './source-run.ts';

type RemediationResult = 'unchanged' | 'planned' | 'applied' | 'partial' | 'stale' | 'error';

/** The result of a remediation. */
export interface RemediationOutcome {
  readonly result: RemediationResult;
  /** Why the step fails, and what to do; undefined if it does not. */
  readonly reason: UserError | undefined;
}

/** The statuses that people must look at, the most urgent first. */
const NOT_APPLIED: readonly ChangeStatus[] = ['failed', 'not-verified', 'stale', 'cancelled'];
const STATUSES: readonly ChangeStatus[] = ['applied', 'unchanged', ...NOT_APPLIED, 'pending'];
const MAX_ANNOTATIONS = 8;
const LONGEST_CELL = 120;
const LONGEST_ERROR = 300;
const SEE_APPLIED = 'more: see applied.csv';

/** How many changes were not applied, without those that are pending. */
export function failedCount(countOf: (status: ChangeStatus) => number): number {
  return NOT_APPLIED.reduce((sum, status) => sum + countOf(status), 0);
}

/**
 * The result of changes that were applied, by how many have each status.
 *
 * @param stoppedBy why the run ended before all changes, or concerns all of them
 */
export function appliedOutcome(
  countOf: (status: ChangeStatus) => number,
  stoppedBy: UserError | undefined,
): RemediationOutcome {
  const failed = failedCount(countOf);
  if (failed === 0 && stoppedBy === undefined) return { result: 'applied', reason: undefined };
  const all = STATUSES.reduce((sum, status) => sum + countOf(status), 0);
  const result = countOf('stale') === all && all > 0 ? 'stale' : 'partial';
  if (stoppedBy !== undefined) return { result, reason: stoppedBy };
  const parts = [...NOT_APPLIED, 'pending' as const]
    .filter((status) => countOf(status) > 0)
    .map((status) => `${count(countOf(status))} ${status}`);
  const done = `${count(countOf('applied'))} applied, ${count(countOf('unchanged'))} unchanged`;
  const message = `${counted(failed, 'change was', 'changes were')} not applied: ${parts.join(', ')}; ${done}.`;
  const again = 'Apply the same plan again until it expires: changes that are done stay as they are.';
  const reason =
    countOf('cancelled') > 0
      ? new UserError('CANCELLED', `The run was cancelled. ${message}`, { hint: again })
      : new UserError('CHANGES_FAILED', message, {
          hint: `applied.csv has the cause of each. Correct it. ${again} Make a new plan for those that are stale.`,
        });
  return { result, reason };
}

/** What the job summary of a remediation shows. */
export interface RemediationSummary {
  readonly outcome: RemediationOutcome;
  readonly mode: 'plan' | 'apply' | 'undo';
  readonly plan: StoredPlan;
  /** The run of this summary. */
  readonly run: SourceRun;
  /** Of an apply or an undo: who approved the run; undefined if that is not known. */
  readonly approvers?: readonly string[] | undefined;
  /** Of an apply: whether what was changed still violates the policy. */
  readonly remaining?: string | undefined;
  /** Of an apply or an undo, in the order of the plan. */
  readonly results: readonly AppliedChange[];
  readonly warnings: readonly string[];
  readonly artifact: (UploadedArtifact & { readonly name: string }) | undefined;
  /** The folder with the files. */
  readonly folder: string;
}

/** The job summary in GitHub's Markdown. With `counts`, no mailbox is named. */
export function remediationSummary(summary: RemediationSummary, detail: 'full' | 'counts'): string {
  const { outcome, mode, plan, results, remaining = '', warnings, artifact, folder } = summary;
  const { changes, digest } = plan;
  const countOf = (status: ChangeStatus): number => results.filter((each) => each.status === status).length;
  const { result, reason } = outcome;
  const statuses = STATUSES.filter((status) => countOf(status) > 0);
  const start = [
    `## Mailbox Report: ${headingOf(plan, result)}\n\n`,
    reason === undefined
      ? ''
      : `**${markdownText(reason.message)}** ${markdownText(reason.hint)}\n\n${markdownCopies(reason.copy)}`,
    `${counted(changes.length, 'change', 'changes')} planned.\n\n`,
    changes.length > 0 || mode !== 'plan' ? `Plan digest: ${markdownCode(digest)}\n\n` : '',
    mode === 'plan' ? '' : `${markdownText(`${madeText(plan)} ${runText(summary)}`)}\n\n`,
    remaining === '' ? '' : `${markdownText(remaining)}\n\n`,
    statuses.length === 0
      ? ''
      : markdownTable(
          ['Status', 'Changes'],
          statuses.map((status) => [status, count(countOf(status))]),
          [1],
        ),
    ...warnings.map((warning) => `- Warning: ${markdownText(warning, 500)}\n`),
    artifact === undefined
      ? `- Files: ${markdownCode(folder)}\n\n`
      : `- Artifact: ${markdownLink(artifact.name, artifact.url)}\n\n`,
  ].join('');
  const room = MAX_SUMMARY_BYTES - Buffer.byteLength(start);
  const lines = MAX_LINES - linesIn(start);
  if (mode === 'plan' || results.length === 0) return start + planTables({ plan, detail, room, lines });
  const tables = detail === 'counts' ? [] : appliedTables(results, lines);
  return tables.reduce(
    (text, table) => (Buffer.byteLength(text + table) < MAX_SUMMARY_BYTES ? text + table : text),
    start,
  );
}

/** Of a restore: `restore planned, back to the report of 2027-01-31 (run 42)`. Of an undo: `undo planned, undoes run 42 of contoso/mailboxes, applied on 2027-01-31`. */
function headingOf({ kind, undoes, restores }: StoredPlan, result: string): string {
  if (restores !== undefined) return `restore ${result}, back to ${markdownText(reportName(restores))}`;
  if (kind !== 'undo' || undoes === undefined) return `${kind === 'undo' ? 'undo' : 'remediation'} ${result}`;
  const day = undoes.applied === undefined ? '' : `, applied on ${undoes.applied.slice(0, 10)}`;
  return `undo ${result}, undoes ${markdownText(runName(undoes))}${day}`;
}

/** Where the applied plan is from. Hostile until escaped. */
function madeText({ source, created }: StoredPlan): string {
  return `The plan is of ${runName(source)}${startedText(source)}, made on ${utcText(created)}.`;
}

/** Who changed the mailboxes. Hostile until escaped. */
function runText({ run, approvers }: RemediationSummary): string {
  if (run.run.id === '') return '';
  const approved =
    approvers === undefined
      ? 'who approved it is not known'
      : approvers.length === 0
        ? 'without an approval'
        : `approved by ${listed(approvers, 'and')}`;
  return `It was applied by ${runName(run)}${startedText(run)}, ${approved}.`;
}

function startedText({ actor = '' }: SourceRun): string {
  return actor === '' ? '' : `, started by ${actor}`;
}

/** Of a table beside its rows: heading, head, blank lines, and what is hidden. */
const LINES_OF_TABLE = 8;

/** The changes by their status, in Markdown, each with as many rows as the lines allow. */
function appliedTables(results: readonly AppliedChange[], lines: number): readonly string[] {
  const statuses = [...NOT_APPLIED, 'applied' as const].filter((status) =>
    results.some((result) => result.status === status),
  );
  const affected = results.filter(({ others = [] }) => others.length > 0);
  const count = statuses.length + (affected.length > 0 ? 1 : 0);
  const most = Math.max(1, Math.floor(lines / Math.max(1, count)) - LINES_OF_TABLE);
  return [effectsTable(affected, most), ...statuses.map((status) => statusTable(results, status, most))];
}

/** Unplanned effects of writes. They come first, since nobody approved them. */
function effectsTable(affected: readonly AppliedChange[], most: number): string {
  if (affected.length === 0) return '';
  const table = cutTable(['Mailbox', 'With the change of', 'Also changed'], affected, {
    cellsOf: (result) => [
      markdownCode(result.change.address),
      markdownText(settingName(result.change), LONGEST_CELL),
      markdownText(sideEffects(result), LONGEST_ERROR),
    ],
    more: SEE_APPLIED,
    most,
  });
  return `### Changed without a plan\n\n${table}`;
}

function statusTable(results: readonly AppliedChange[], status: ChangeStatus, most: number): string {
  const ofStatus = results.filter((each) => each.status === status);
  const hasError = ofStatus.some(({ error }) => error !== '');
  const columns = ['Mailbox', 'Setting', 'Before', 'After', ...(hasError ? ['Error'] : [])];
  const table = cutTable(columns, ofStatus, {
    cellsOf: ({ change, error }) => [
      markdownCode(change.address),
      markdownText(settingName(change), LONGEST_CELL),
      ...valueTexts(change).map((text) => markdownText(text, LONGEST_CELL)),
      ...(hasError ? [markdownText(error, LONGEST_ERROR)] : []),
    ],
    more: SEE_APPLIED,
    most,
  });
  return `### ${status}\n\n${table}`;
}

/** Annotates the first changes that failed or are not verified. */
export function annotateFailures(core: Log, results: readonly AppliedChange[]): void {
  const failed = results.filter(({ status }) => status === 'failed' || status === 'not-verified');
  for (const { change, status, error } of failed.slice(0, MAX_ANNOTATIONS)) {
    core.warning(logLines(`${change.address} ${settingName(change)}: ${error}`), { title: status });
  }
}

/** Of a value in a line of the log. */
const LONGEST_VALUE = 80;

/** Logs changes, and what else their writes have changed. With `counts`, no mailbox is named, and nothing is logged. */
export function logChanges(core: Log, summary: RemediateInputs['summary'], results: readonly AppliedChange[]): void {
  if (summary === 'counts') return;
  for (const line of results.flatMap(changeLines)) core.info(logText(line));
}

function changeLines({ change, status, error, moved = [], others = [] }: AppliedChange): readonly string[] {
  return [
    `${changeText(change, LONGEST_VALUE)}: ${[status, error].filter((part) => part !== '').join('. ')}`,
    ...moved.map((each) => `${changeText(each, LONGEST_VALUE)}: changed with language.locale`),
    ...others.map((each) => `${changeText({ ...change, ...each }, LONGEST_VALUE)}: changed at the same time`),
  ];
}
