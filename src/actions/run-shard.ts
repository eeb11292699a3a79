import path from 'node:path';
import { UserError } from '../errors.ts';
import { shardArtifactName, type Shard } from '../mailboxes/shard.ts';
import { annotateError, shownReason } from '../outputs/annotations.ts';
import { uploadWarning } from '../outputs/artifact.ts';
import { createOutputDirectory } from '../outputs/files/output-directory.ts';
import { RowsSink } from '../outputs/files/rows-sink.ts';
import { shardSummary, writeStepSummary } from '../outputs/job-summary.ts';
import { logProgress } from '../outputs/progress.ts';
import { uploading } from '../outputs/upload.ts';
import { logGroup, logText } from '../run/log.ts';
import { artifactOutputs } from '../run/outputs.ts';
import { runPipeline } from '../run/pipeline.ts';
import { errorResult, resultOf, type RunResult } from '../run/result.ts';
import type { Run } from '../run/run.ts';
import { ROWS_FILE, type RowsHeader } from '../store/rows-file.ts';
import { rowsHeader } from '../store/rows-header.ts';
import { count, counted, duration } from '../text/numbers.ts';
import { Totals } from '../totals/totals.ts';

/**
 * Reads a shard, uploads its rows for the merge action, if the server has artifacts, and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes and tables, `incomplete` after a cancelled run, or `error`.
 *
 * @param place the shard in the whole list, of which the source reads it; with `mailboxes: all`, its positions
 * @param onFiles receives the path of the rows file, once it is complete
 */
export async function runShard(
  run: Run,
  { shard, list, positions, recent }: Pick<RowsHeader, 'list' | 'positions' | 'recent'> & { readonly shard: Shard },
  onFiles?: (files: readonly string[]) => void,
): Promise<RunResult> {
  const { inputs, step, runner, outputs, warnings, source, reports, tables, started, policy, origin } = run;
  const { core, now, signal } = runner;
  const { reader, throttling } = source;
  const folder = await createOutputDirectory(inputs.outputDirectory, step);
  outputs.set({ 'mailbox-count': source.mailboxes.length, 'output-directory': folder });
  const header = rowsHeader({ step, started, reports, tables, policy, list, shard, positions, recent, ...origin });
  const sink = new RowsSink(path.join(folder, ROWS_FILE), header);
  try {
    const totals = new Totals(reports, undefined);
    await logGroup(core, 'Read the mailboxes', () => {
      core.info(
        `Shard ${shard.number} of ${shard.of}: ${count(source.mailboxes.length)} of ${counted(list.length, 'mailbox', 'mailboxes')}`,
      );
      const progress = { reader, waits: () => throttling().waits, total: source.mailboxes.length };
      return runPipeline({
        source: logProgress(runner, progress),
        reports,
        stages: [],
        receivers: [totals, sink],
        tables,
        tableAnswers: source.tables,
      });
    });
    const { read, unreadable, total } = totals.mailboxes;
    const durationMs = now() - started;
    outputs.set({ 'read-count': read, 'unreadable-count': unreadable });
    core.info(logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}`));
    const { stoppedBy } = reader;
    const outcome = resultOf(
      // The merge decides about tables, as about mailboxes.
      { ...totals.counts, tables: undefined },
      { allowed: undefined, failOn: 'never' },
      stoppedBy && shownReason(stoppedBy, inputs.summary),
    );
    const failure = await deliverRows(run, shard, sink, {
      counts: { mailboxes: total, read, unreadable },
      ended: new Date(started + durationMs),
      throttling: throttling(),
      warnings: warnings.messages,
      result: outcome.result,
      stoppedBy,
      cancelled: signal.aborted,
    });
    const result = failure === undefined ? outcome : errorResult(failure);
    if (failure === undefined) onFiles?.([sink.path]);
    outputs.set({ result: result.result });
    if (inputs.summary !== 'none') {
      await writeStepSummary(core, step.summaryFile, shardSummary({ shard, result, mailboxes: totals.mailboxes }));
    }
    if (result.fails) annotateError(core, result.reason);
    core.info(logText(`Result: ${result.result}${result.reason === undefined ? '' : `. ${result.reason.message}`}`));
    return result;
  } finally {
    await sink.close();
  }
}

/** Completes the rows file and uploads it. Returns why it could not be written or uploaded. */
async function deliverRows(
  run: Run,
  shard: Shard,
  sink: RowsSink,
  end: Parameters<RowsSink['finish']>[0],
): Promise<UserError | undefined> {
  const { inputs, step, runner, outputs } = run;
  const name = shardArtifactName(inputs.artifactName ?? '', shard);
  try {
    if (runner.loadArtifactClient === undefined) {
      await logGroup(runner.core, 'Write the rows', () => sink.finish(end));
      return undefined;
    }
    await sink.finish(end);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  if (uploadWarning(step, name) !== undefined) return undefined;
  const artifact = await uploading(run, path.dirname(sink.path), [name], (uploader) =>
    uploader.upload(name, [sink.path]),
  );
  if (artifact instanceof UserError) return artifact;
  if (artifact !== undefined) outputs.set(artifactOutputs(artifact));
  return undefined;
}
