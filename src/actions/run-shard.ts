import path from 'node:path';
import { UserError } from '../errors.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { shardArtifactName, shardRange, type Shard } from '../mailboxes/shard.ts';
import { annotateError, shownReason } from '../outputs/annotations.ts';
import { ArtifactUploader, uploadWarning } from '../outputs/artifact.ts';
import { createOutputDirectory } from '../outputs/files/output-directory.ts';
import { logProgress } from '../outputs/progress.ts';
import { RowsSink } from '../outputs/files/rows-sink.ts';
import { shardSummary, writeStepSummary } from '../outputs/job-summary.ts';
import { Totals } from '../totals/totals.ts';
import { artifactOutputs, type StepOutputs } from '../run/outputs.ts';
import type { OutputInputs } from '../run/inputs.ts';
import type { Runner, StepEnvironment } from '../run/runner.ts';
import { runPipeline, type ReadMailboxes } from './pipeline.ts';
import { errorResult, resultOf, type RunResult } from '../run/result.ts';
import { logGroup, logText, type Warnings } from '../run/log.ts';
import { ROWS_FILE, rowsHeader } from '../store/rows-file.ts';
import { count, counted, duration } from '../text/numbers.ts';

/** `source` reads the mailboxes of the shard, `list` is the whole one. */
interface ShardReading extends Pick<ReadMailboxes, 'source' | 'reports' | 'started' | 'policy' | 'origin'> {
  readonly shard: Shard;
  readonly list: MailboxList;
}

/**
 * Reads a shard, uploads its rows for the merge action, if the server has artifacts, and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes, `incomplete` after a cancelled run, or `error`.
 */
export async function runShard(
  { shard, list, source, reports, started, policy, origin }: ShardReading,
  inputs: OutputInputs,
  step: StepEnvironment,
  { core, now, signal, deadline, loadArtifactClient: loadClient }: Runner,
  { outputs, warnings }: { readonly outputs: StepOutputs; readonly warnings: Warnings },
): Promise<RunResult> {
  const { reader, throttling } = source;
  const { start, end } = shardRange(list.length, shard);
  const name = shardArtifactName(inputs.artifactName ?? '', shard);
  const folder = await createOutputDirectory(inputs.outputDirectory, step);
  outputs.set({ 'mailbox-count': end - start, 'output-directory': folder });
  const header = rowsHeader({ step, started, reports, policy, list, shard, ...origin });
  const sink = new RowsSink(path.join(folder, ROWS_FILE), header);
  try {
    const totals = await logGroup(core, 'Read the mailboxes', () => {
      core.info(`Shard ${shard.number} of ${shard.of}: mailboxes ${count(start + 1)} to ${count(end)} of the list`);
      return runPipeline({
        source: logProgress({ core, now, signal }, { reader, waits: () => throttling().waits, total: end - start }),
        reports,
        stages: [],
        totals: new Totals(reports, undefined, started),
        sinks: [sink],
      });
    });
    const { read, unreadable, total } = totals.mailboxes;
    const durationMs = now() - started;
    outputs.set({ 'read-count': read, 'unreadable-count': unreadable });
    core.info(logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}`));
    const { stoppedBy } = reader;
    // The merge action judges how many may be unreadable.
    const found = resultOf(
      totals.counts,
      { maxUnreadable: { kind: 'percent', most: 100 }, failOn: 'never' },
      stoppedBy && shownReason(stoppedBy, inputs.summary),
    );
    const { retentionDays } = inputs;
    const result = await logGroup(
      core,
      loadClient === undefined ? 'Write the rows' : `Upload the artifact ${name}`,
      async () => {
        try {
          await sink.finish({
            counts: { mailboxes: total, read, unreadable },
            throttling: throttling(),
            warnings: warnings.messages,
            result: found.result,
            stoppedBy,
            cancelled: signal.aborted,
          });
          if (loadClient === undefined || uploadWarning(step, name) !== undefined) return found;
          const uploader = new ArtifactUploader({ folder, step, log: core, retentionDays, deadline, loadClient });
          outputs.set(artifactOutputs(await uploader.upload(name, [sink.path])));
          return found;
        } catch (error) {
          if (!(error instanceof UserError)) throw error;
          return errorResult(error);
        }
      },
    );
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
