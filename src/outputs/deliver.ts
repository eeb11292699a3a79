import path from 'node:path';
import { UserError } from '../errors.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { logGroup, logText, type Log, type Warnings } from '../run/log.ts';
import { artifactOutputs, type StepOutputs } from '../run/outputs.ts';
import { errorResult, type RunResult } from '../run/result.ts';
import type { Runner, StepEnvironment } from '../run/runner.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { annotateError } from './annotations.ts';
import { ArtifactUploader, uploadWarning, type UploadedArtifact } from './artifact.ts';
import { closeSinks, type Sinks } from './sinks.ts';
import { summaryMarkdown, writeStepSummary } from './job-summary.ts';

/** What the summary and the page show about a run besides its result and its artifacts. */
export type RunFacts = Omit<RunSummary, 'result' | 'message' | 'hint' | 'copy' | 'cancelled' | 'artifact' | 'page'>;

interface DeliveryOptions extends Pick<Runner, 'signal' | 'deadline' | 'loadArtifactClient'> {
  readonly core: Log;
  readonly outputs: StepOutputs;
  readonly warnings: Warnings;
  readonly inputs: Pick<OutputInputs, 'artifactName' | 'retentionDays' | 'summary'>;
  readonly step: StepEnvironment;
  /** Receives what the summary shows. */
  readonly onSummary?: ((summary: RunSummary) => void) | undefined;
}

interface Uploads {
  readonly artifact: UploadedArtifact | undefined;
  /** The report page as an artifact of its own. */
  readonly page: UploadedArtifact | undefined;
}

const NONE: Uploads = { artifact: undefined, page: undefined };

/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded. The log ends with the reason of a failure, the result and the links.
 */
export async function deliver(
  found: RunResult,
  facts: RunFacts,
  sinks: Sinks,
  options: DeliveryOptions,
): Promise<RunResult> {
  const { core, outputs, inputs, step, signal } = options;
  const summaryOf = ({ result, reason }: RunResult, uploads: Uploads): RunSummary => ({
    ...facts,
    result,
    message: reason?.message ?? '',
    hint: reason?.hint ?? '',
    copy: reason?.copy,
    cancelled: signal.aborted,
    ...uploads,
  });
  const unwritten = await closeSinks(sinks, summaryOf(found, NONE));
  const written = unwritten === undefined ? found : errorResult(unwritten);

  const uploaded = await upload(sinks, options);
  // The page stays on the runner and must show the same result.
  if ('failure' in uploaded) await sinks.page?.close(summaryOf(errorResult(uploaded.failure), NONE));
  const [result, uploads] = 'failure' in uploaded ? [errorResult(uploaded.failure), NONE] : [written, uploaded];
  const { artifact } = uploads;
  options.onSummary?.(summaryOf(result, uploads));
  outputs.set({ result: result.result, ...(artifact === undefined ? {} : artifactOutputs(artifact)) });

  if (inputs.summary !== 'none') {
    await writeStepSummary(core, step.summaryFile, summaryMarkdown(summaryOf(result, uploads), inputs.summary));
  }
  if (result.fails) annotateError(core, result.reason);
  logResult(result, uploads, sinks, options);
  return result;
}

/** Uploads all files, then the page by itself. Uploads nothing if `uploadWarning` has a warning, which the run has shown. */
async function upload(sinks: Sinks, options: DeliveryOptions): Promise<Uploads | { readonly failure: UserError }> {
  const { core, inputs, step, deadline, loadArtifactClient: loadClient } = options;
  const { artifactName: name, retentionDays } = inputs;
  if (name === undefined || loadClient === undefined || uploadWarning(step, name) !== undefined) return NONE;
  const { folder } = sinks;
  const uploader = new ArtifactUploader({ folder, step, log: core, retentionDays, deadline, loadClient });
  return logGroup(core, `Upload the artifact ${name}`, async () => {
    try {
      const files = sinks.all.flatMap((sink) => sink.path ?? []);
      return {
        artifact: await uploader.upload(name, files),
        page: await uploadPage(sinks.page?.path, uploader, options),
      };
    } catch (error) {
      if (error instanceof UserError) return { failure: error };
      throw error;
    }
  });
}

/**
 * Uploads the page a second time, as an artifact of its own that a browser opens from its link. It is in the other
 * artifact too, so a failure is only a warning. `file`: undefined if there is no page.
 */
async function uploadPage(
  file: string | undefined,
  uploader: ArtifactUploader,
  { warnings }: DeliveryOptions,
): Promise<UploadedArtifact | undefined> {
  if (file === undefined) return undefined;
  try {
    return await uploader.upload(path.basename(file), [file], { unzipped: true, earlier: 'replace-silently' });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    warnings.add(`The report page is only in the artifact with all files: ${error.message}`);
    return undefined;
  }
}

/** The last lines of the log: the result, and where the report is. */
function logResult(
  { result, reason }: RunResult,
  { artifact, page }: Uploads,
  sinks: Sinks,
  { core, loadArtifactClient }: Pick<DeliveryOptions, 'core' | 'loadArtifactClient'>,
): void {
  core.info(logText(`Result: ${result}${reason === undefined ? '' : `. ${reason.message}`}`));
  const otherPage =
    sinks.page === undefined
      ? 'none, "formats" does not name html'
      : `in ${artifact === undefined ? sinks.folder : 'the artifact'}`;
  core.info(logText(`Report page: ${page?.url ?? otherPage}`));
  if (loadArtifactClient === undefined) core.info(logText(`Files: ${sinks.folder}`));
  else core.info(logText(`Artifact: ${artifact?.url ?? `not uploaded, see ${sinks.folder}`}`));
}
