import { existsSync } from 'node:fs';
import path from 'node:path';
import { Comparison, firstRunStage } from '../compare/row-comparison.ts';
import { describeError, UserError } from '../errors.ts';
import { makeTempFolder, removeTemp } from '../outputs/files/output-directory.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { logText, type Log } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import type { Runner, StepEnvironment } from '../run/runner.ts';
import { findEarlierReport, openReportAt, type ComparableRun, type Found } from '../compare/earlier-report.ts';
import type { NotFound } from '../compare/earlier-run.ts';
import { ROWS_FILE, rowsReports } from '../store/rows-file.ts';
import { ChangeCounts } from '../compare/change-counts.ts';
import { ageText, differenceText, sourceText, type ComparisonSummary } from '../totals/run-summary.ts';
import type { ReadMailboxes, Stage } from './pipeline.ts';

/** A run must not wait longer for something that it can do without. */
const MAX_SEARCH_MS = 180_000;

/** The comparison of a run with an earlier report, or why there is none. */
export interface RunComparison {
  /** Undefined if there is nothing to add to mailboxes. */
  readonly stage: Stage | undefined;
  /** Undefined without an earlier report, and from the first mailbox that could not be compared. */
  readonly summary: ComparisonSummary | undefined;
  /** Undefined with `compare: off`. */
  readonly found: Found | undefined;
  readonly close: () => Promise<void>;
}

type ComparedRun = Pick<ReadMailboxes, 'reports' | 'policy' | 'started' | 'origin'>;

/** Without `loadArtifactClient`, an earlier report can be only in the output directory, which this one then replaces. */
type SearchOptions = Pick<Runner, 'core' | 'dispatcher' | 'signal' | 'loadArtifactClient'>;

const NOT_COMPARED = { stage: undefined, summary: undefined, close: () => Promise.resolve() };

/**
 * Finds and opens the earlier report that the input `compare` asks for. Rejects with the UserError `COMPARE_UNAVAILABLE` if
 * the input requires a report and there is none. With `auto`, whatever fails is a reason not to compare: the run does not
 * depend on an earlier one.
 */
export async function findComparison(
  inputs: OutputInputs,
  run: ComparedRun,
  step: StepEnvironment,
  options: SearchOptions,
): Promise<RunComparison> {
  if (inputs.compare.kind !== 'auto') return openComparison(inputs, run, step, options);
  try {
    return unlessFailed(await openComparison(inputs, run, step, options));
  } catch (error) {
    return { ...NOT_COMPARED, found: failed(error) };
  }
}

/** Ends the comparison with the first mailbox that cannot be compared. */
export function unlessFailed({ stage, summary, found, close }: RunComparison): RunComparison {
  if (stage === undefined) return { stage, summary, found, close };
  let failure: NotFound | undefined;
  return {
    stage: (result) => {
      if (failure !== undefined) return result;
      try {
        return stage(result);
      } catch (error) {
        failure = failed(error);
        return result;
      }
    },
    get summary() {
      return failure === undefined ? summary : undefined;
    },
    get found() {
      return failure ?? found;
    },
    close,
  };
}

function failed(error: unknown): NotFound {
  return { kind: 'unavailable', reason: `The comparison failed: ${describeError(error)}.` };
}

async function openComparison(
  inputs: OutputInputs,
  { reports, policy, started, origin }: ComparedRun,
  step: StepEnvironment,
  options: SearchOptions,
): Promise<RunComparison> {
  const { compare } = inputs;
  if (compare.kind === 'off') return { ...NOT_COMPARED, found: undefined };
  const temp = makeTempFolder(step.tempFolder, 'mailbox-report-earlier-');
  const close = (): Promise<void> => removeTemp(temp);
  try {
    const { tenant, cloud } = origin;
    const run = { tenant, cloud, reports: reports.map(({ name }) => name) };
    const found = await find(inputs, run, temp, step, options);
    if (found.kind !== 'found') {
      if (compare.kind !== 'auto') throw unavailableError(found.reason, compare.kind);
      const stage = found.kind === 'none' && policy !== undefined ? firstRunStage(dayOf(started)) : undefined;
      return { stage, summary: undefined, found, close };
    }
    const { source, report } = found;
    const ageMs = source.kind === 'run' ? started - source.started.getTime() : undefined;
    const comparison = new Comparison(report, {
      reports: rowsReports(reports),
      hasRule: policy && ((id) => policy.rules.some((rule) => rule.id === id)),
      today: dayOf(started),
      earlierDay: source.kind === 'run' ? dayOf(source.started.getTime()) : undefined,
    });
    return {
      stage: (result) => comparison.compare(result),
      summary: {
        source,
        ageMs,
        counts: new ChangeCounts(),
        comparesViolations: comparison.comparesViolations,
        notes: [...found.skipped, ...comparison.notes],
        removed: () => comparison.removed(),
      },
      found,
      close: async () => {
        comparison.close();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function find(
  inputs: OutputInputs,
  run: ComparableRun,
  temp: string,
  step: StepEnvironment,
  { core: log, signal, dispatcher, loadArtifactClient: loadClient }: SearchOptions,
): Promise<Found> {
  const { compare, artifactName, githubToken: token, outputDirectory } = inputs;
  if (compare.kind !== 'path' && loadClient !== undefined) {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(MAX_SEARCH_MS)]);
    return findEarlierReport({ step, token, artifactName, signal: limited, dispatcher, loadClient, temp, run, log });
  }
  const shown = compare.kind === 'path' ? compare.path : (outputDirectory ?? '');
  const place = path.resolve(step.workspace, shown);
  if (compare.kind !== 'path' && (shown === '' || !existsSync(path.join(place, ROWS_FILE))))
    return Promise.resolve({ kind: 'none', reason: 'There is no earlier report in the output directory.' });
  return openReportAt(place, { shown, temp, run });
}

/** Counts the mailboxes that the list no longer has, logs what differs, and sets the outputs. */
export function concludeComparison({ found, summary }: RunComparison, core: Log, outputs: StepOutputs): void {
  if (summary === undefined) {
    if (found !== undefined && found.kind !== 'found') logMissing(core, found);
    return;
  }
  const { counts, source, comparesViolations, notes } = summary;
  for (const change of summary.removed()) counts.add({ changes: [change] });
  outputs.set({
    ...(comparesViolations
      ? { 'new-violation-count': counts.newViolationCount, 'resolved-count': counts.resolvedCount }
      : {}),
    'change-count': counts.changeCount,
    ...(source.kind === 'run' ? { 'compared-run-url': source.url } : {}),
  });
  core.info(logText(`Compared with ${sourceText(source)}${ageText(summary)}: ${differenceText(summary)}`));
  for (const note of notes) core.info(logText(note));
}

function logMissing(core: Log, found: NotFound): void {
  const message = logText(`Not compared: ${found.reason}`);
  if (found.kind === 'forbidden') core.notice(message, { title: 'Not compared' });
  else core.info(message);
}

function unavailableError(reason: string, kind: 'required' | 'path'): UserError {
  return new UserError('COMPARE_UNAVAILABLE', `This run cannot be compared with an earlier report. ${reason}`, {
    hint:
      kind === 'path'
        ? 'Set "compare" to the folder or zip of an earlier report, with its rows.ndjson.gz, or to "auto".'
        : 'Set "compare" to "auto" to report without a comparison, for example in the first run.',
  });
}

/** The day in UTC: `2027-01-31`. */
function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
