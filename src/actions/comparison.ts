import type { EpochMs } from '../text/numbers.ts';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Dispatcher } from 'undici';
import type { Policy } from '../policy/definition.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { ArtifactClient } from '../run/artifact-client.ts';
import type { OutputInputs } from '../run/inputs.ts';
import type { StepEnvironment } from '../run/runner.ts';
import { describeError, UserError } from '../errors.ts';
import { ChangeCounts } from '../totals/change-counts.ts';
import { findEarlierReport, openReportAt, type ComparableRun, type Found } from '../store/earlier.ts';
import type { NotFound } from '../store/earlier-run.ts';
import { ROWS_FILE, rowsReports, type RowsOrigin } from '../store/rows-file.ts';
import { Comparison, firstRunStage } from '../compare/comparison.ts';
import type { MailboxResult } from '../run/mailbox-result.ts';
import { ageText, differenceText, sourceText } from '../totals/run-summary.ts';
import { makeTempFolder, removeTemp } from '../outputs/files/output-directory.ts';
import type { ComparisonSummary } from '../totals/run-summary.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { logText, type Log } from '../run/log.ts';

/** A run must not wait longer for something that it can do without. */
const MAX_SEARCH_MS = 180_000;

/** The comparison of a run with an earlier report, or why there is none. */
export interface RunComparison {
  /** Undefined if there is nothing to add to mailboxes. */
  readonly stage: ((result: MailboxResult) => MailboxResult) | undefined;
  /** Undefined without an earlier report, and from the first mailbox that could not be compared. */
  readonly summary: ComparisonSummary | undefined;
  /** Undefined with `compare: off`. */
  readonly found: Found | undefined;
  readonly close: () => Promise<void>;
}

export interface ComparedRun {
  readonly reports: readonly ReportDefinition[];
  readonly policy: Policy | undefined;
  readonly started: EpochMs;
  readonly origin: Pick<RowsOrigin, 'tenant' | 'cloud'>;
}

/** Where to look for an earlier report. */
export interface ComparisonSearch {
  readonly core: Log;
  readonly step: StepEnvironment;
  readonly dispatcher: Dispatcher;
  readonly signal: AbortSignal;
  /** Undefined: an earlier report can be only in the output directory, which this one then replaces. */
  readonly loadArtifactClient: (() => Promise<ArtifactClient>) | undefined;
}

/**
 * Finds and opens the earlier report that the input `compare` asks for. Rejects with the UserError `COMPARE_UNAVAILABLE` if
 * the input requires a report and there is none. With `auto`, whatever fails is a reason not to compare: the run does not
 * depend on an earlier one.
 */
export async function findComparison(
  inputs: OutputInputs,
  run: ComparedRun,
  search: ComparisonSearch,
): Promise<RunComparison> {
  if (inputs.compare.kind !== 'auto') return openComparison(inputs, run, search);
  try {
    return unlessFailed(await openComparison(inputs, run, search));
  } catch (error) {
    return { stage: undefined, summary: undefined, found: failed(error), close: () => Promise.resolve() };
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
  search: ComparisonSearch,
): Promise<RunComparison> {
  const { compare } = inputs;
  if (compare.kind === 'off')
    return { stage: undefined, summary: undefined, found: undefined, close: () => Promise.resolve() };
  const temp = makeTempFolder(search.step.tempFolder, 'mailbox-report-earlier-');
  const close = (): Promise<void> => removeTemp(temp);
  try {
    const { tenant, cloud } = origin;
    const run = { tenant, cloud, reports: reports.map(({ name }) => name) };
    const found = await find(inputs, run, search, temp);
    const isRequired = compare.kind === 'required' || compare.kind === 'path';
    if (found.kind !== 'found') {
      if (isRequired) throw unavailableError(found.reason, compare.kind);
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
  { core, step, signal, dispatcher, loadArtifactClient: loadClient }: ComparisonSearch,
  temp: string,
): Promise<Found> {
  const { compare, artifactName, githubToken: token, outputDirectory } = inputs;
  if (compare.kind !== 'path' && loadClient !== undefined) {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(MAX_SEARCH_MS)]);
    return findEarlierReport({
      ...{ step, token, artifactName, signal: limited, dispatcher, loadClient, temp },
      run,
      log: core,
    });
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

function unavailableError(reason: string, kind: 'required' | 'path' | 'auto'): UserError {
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
