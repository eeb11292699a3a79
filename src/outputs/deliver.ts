import path from 'node:path';
import { EVIDENCE_FILE } from '../controls/evidence.ts';
import { UserError } from '../errors.ts';
import { logText } from '../run/log.ts';
import { artifactOutputs } from '../run/outputs.ts';
import { errorResult, type RunResult } from '../run/result.ts';
import type { Run } from '../run/run.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { annotateError } from './annotations.ts';
import { uploadWarning, type ArtifactUploader, type UploadedArtifact } from './artifact.ts';
import { summaryMarkdown, writeStepSummary } from './job-summary.ts';
import { closeSinks, type Sinks } from './sinks.ts';
import { uploading } from './upload.ts';
import { inputName } from '../text/audience.ts';

interface Uploads {
  readonly artifact: UploadedArtifact | undefined;
  /** The report page as an artifact of its own. */
  readonly page: UploadedArtifact | undefined;
}

const NONE: Uploads = { artifact: undefined, page: undefined };

/**
 * Delivers a run in three steps: completes the files, uploads them, writes the job summary. Returns the result, which is
 * `error` if a file could not be written or uploaded, and the summary. The log ends with the reason of a failure, the result
 * and the links.
 *
 * @param concluded the summary before anything is delivered
 */
export async function deliver(
  run: Run,
  conclusion: RunResult,
  concluded: RunSummary,
  sinks: Sinks,
): Promise<{ readonly result: RunResult; readonly summary: RunSummary }> {
  const { inputs, outputs, step, runner } = run;
  const summaryOf = ({ result, reason }: RunResult, uploads: Uploads): RunSummary => ({
    ...concluded,
    result,
    message: reason?.message ?? '',
    hint: reason?.hint ?? '',
    copy: reason?.copy,
    cancelled: runner.signal.aborted,
    ...uploads,
  });
  const unwritten = await closeSinks(sinks, summaryOf(conclusion, NONE));
  const written = unwritten === undefined ? conclusion : errorResult(unwritten);

  const uploaded = await upload(run, sinks);
  const failure = uploaded instanceof UserError ? errorResult(uploaded) : undefined;
  // The page stays on the runner and must show the same result.
  if (failure !== undefined) await sinks.page?.close(summaryOf(failure, NONE));
  const [result, uploads] = [failure ?? written, uploaded instanceof UserError ? NONE : uploaded];
  const summary = summaryOf(result, uploads);
  const { artifact, page } = uploads;
  outputs.set({
    result: result.result,
    ...(artifact === undefined ? {} : artifactOutputs(artifact)),
    ...(page === undefined ? {} : { 'report-url': page.url }),
  });

  if (inputs.summary !== 'none') {
    await writeStepSummary(runner.core, step.summaryFile, summaryMarkdown(summary, inputs.summary));
  }
  if (result.fails) annotateError(runner.core, result.reason);
  logResult(run, result, uploads, sinks);
  return { result, summary };
}

/** Uploads all files, then page and evidence by themselves. Uploads nothing if `uploadWarning` has a warning, which the run has shown. */
async function upload(run: Run, sinks: Sinks): Promise<Uploads | UserError> {
  const { artifactName: name } = run.inputs;
  if (name === undefined || uploadWarning(run.step, name) !== undefined) return NONE;
  const files = sinks.all.flatMap((sink) => sink.path ?? []);
  const page = sinks.page?.path;
  const evidence = files.find((file) => path.basename(file) === EVIDENCE_FILE);
  const ofEvidence = `${name}-evidence`;
  const names = [
    name,
    ...(page === undefined ? [] : [path.basename(page)]),
    ...(evidence === undefined ? [] : [ofEvidence]),
  ];
  const uploads = await uploading(run, sinks.folder, names, async (uploader) => {
    const artifact = await uploader.upload(name, files);
    const ofPage = await uploadPage(run, page, uploader);
    if (evidence !== undefined) await uploadEvidence(run, ofEvidence, evidence, uploader);
    return { artifact, page: ofPage };
  });
  return uploads ?? NONE;
}

/**
 * Uploads the page a second time, as an artifact of its own that a browser opens from its link. It is in the other
 * artifact too, so a failure is only a warning. `file`: undefined if there is no page.
 */
async function uploadPage(
  { warnings }: Run,
  file: string | undefined,
  uploader: ArtifactUploader,
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

/**
 * Uploads the evidence a second time, which is kept longer than the rows may be. It is in the other artifact too, so a failure is only a
 * warning.
 */
async function uploadEvidence(
  { warnings }: Run,
  name: string,
  file: string,
  uploader: ArtifactUploader,
): Promise<void> {
  try {
    await uploader.upload(name, [file], { retention: 'repository', earlier: 'replace-silently' });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    warnings.add(`The evidence is only in the artifact with all files: ${error.message}`);
  }
}

/** The last lines of the log: the result, and where the report is. */
function logResult({ runner }: Run, { result, reason }: RunResult, { artifact, page }: Uploads, sinks: Sinks): void {
  const { core } = runner;
  core.info(logText(`Result: ${result}${reason === undefined ? '' : `. ${reason.message}`}`));
  const otherPage =
    sinks.page === undefined
      ? `none, ${inputName('formats')} does not name html`
      : `in ${artifact === undefined ? sinks.folder : 'the artifact'}`;
  core.info(logText(`Report page: ${page?.url ?? otherPage}`));
  if (runner.loadArtifactClient === undefined) core.info(logText(`Files: ${sinks.folder}`));
  else core.info(logText(`Artifact: ${artifact?.url ?? `not uploaded, see ${sinks.folder}`}`));
}
