import path from 'node:path';
import type { ClientCertificate } from '../auth/certificate.ts';
import type { ReadContext } from '../run/context.ts';
import { UserError } from '../errors.ts';
import type { RateLimiter } from '../graph/throttling/rate-limiter.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { shardArtifactName, shardRange, type Shard } from '../mailboxes/shard.ts';
import { annotateError } from '../outputs/annotations.ts';
import { uploadArtifact } from '../outputs/deliver.ts';
import { openOutputDirectory } from '../outputs/files/output-directory.ts';
import { logProgress } from '../outputs/progress.ts';
import { ShardFile } from '../outputs/files/shard-file.ts';
import { shardSummary } from '../outputs/summary/shard.ts';
import { writeStepSummary } from '../outputs/job-summary.ts';
import { Totals } from '../totals/totals.ts';
import { artifactOutputs, setOutputs } from '../run/outputs.ts';
import { runPipeline } from './pipeline.ts';
import { errorResult, resultOf, type RunResult } from '../run/result.ts';
import { logGroup, logText } from '../run/log.ts';
import { shardRun } from '../store/shards/header.ts';
import { count, counted, duration } from '../text/numbers.ts';
import type { AnswerReader } from '../source/joined-reader.ts';

export interface ShardReading {
  readonly shard: Shard;
  /** The whole list. */
  readonly list: MailboxList;
  /** Reads the shard's mailboxes. */
  readonly reader: AnswerReader;
  readonly throttling: () => RateLimiter['throttling'];
  /** Undefined with `credential: federated`. */
  readonly certificate: ClientCertificate | undefined;
}

/**
 * Reads a shard, uploads its rows for the merge action and returns the result. It neither judges nor compares: the result is
 * `pass`, also with unreadable mailboxes, `incomplete` after a cancelled run, or `error`.
 */
export async function runShard(context: ReadContext, reading: ShardReading): Promise<RunResult> {
  const { core, env, inputs, reports, started, cloud, tenant } = context;
  const { shard, list, reader, throttling, certificate } = reading;
  const { start, end } = shardRange(list.length, shard);
  const name = shardArtifactName(inputs.artifactName ?? '', shard);
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  setOutputs(core, { 'mailbox-count': end - start, 'output-directory': folder });
  const file = new ShardFile(path.join(folder, name), start);
  try {
    const totals = await logGroup(core, 'Read the mailboxes', async () => {
      core.info(`Shard ${shard.number} of ${shard.of}: mailboxes ${count(start + 1)} to ${count(end)} of the list`);
      const run = shardRun(list, { of: shard.of, reports, cloud, tenant });
      const attempt = Number(env.GITHUB_RUN_ATTEMPT ?? 1);
      await file.start(
        { number: shard.number, run, started: new Date(started).toISOString(), attempt, certificate },
        list,
      );
      return runPipeline({
        source: logProgress(context, { reader, waits: () => throttling().waits, total: end - start }),
        reports,
        stages: [],
        totals: new Totals(reports, undefined, started),
        sinks: [file],
      });
    });
    const { read, unreadable, total } = totals.mailboxes;
    const durationMs = context.now() - started;
    setOutputs(core, { 'read-count': read, 'unreadable-count': unreadable });
    core.info(logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}`));
    const { stoppedBy } = reader;
    const result = await uploadShard(
      context,
      { name, folder, place: file.path },
      // The merge action judges how many may be unreadable.
      resultOf(totals.counts, { maxUnreadable: { kind: 'percent', most: 100 }, failOn: 'never' }, stoppedBy),
      () => file.finish({ throttling: throttling(), warnings: context.warnings, stoppedBy }),
    );
    setOutputs(core, { result: result.result });
    if (inputs.summary !== 'none') {
      await writeStepSummary(core, env, shardSummary({ shard, result, mailboxes: totals.mailboxes }));
    }
    if (result.fails) annotateError(core, result.reason);
    core.info(logText(`Result: ${result.result}${result.reason === undefined ? '' : `. ${result.reason.message}`}`));
    return result;
  } finally {
    file.discard();
  }
}

/** Completes and uploads the file of a shard. Returns the result, which is `error` if that is not possible. */
function uploadShard(
  context: ReadContext,
  { name, folder, place }: { readonly name: string; readonly folder: string; readonly place: string },
  result: RunResult,
  finish: () => Promise<void>,
): Promise<RunResult> {
  return logGroup(context.core, `Upload the artifact ${name}`, async () => {
    try {
      await finish();
      const files = { name, files: [place], rootDirectory: folder, place, unzipped: true };
      setOutputs(context.core, artifactOutputs(await uploadArtifact(context, files)));
      return result;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return errorResult(error);
    }
  });
}
