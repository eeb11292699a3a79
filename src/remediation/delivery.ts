import { UserError } from '../errors.ts';
import { annotateError, shownReason } from '../outputs/annotations.ts';
import { uploadWarning, type ArtifactUploader, type UploadedArtifact } from '../outputs/artifact.ts';
import { writeStepSummary } from '../outputs/job-summary.ts';
import { uploading } from '../outputs/upload.ts';
import { logText } from '../run/log.ts';
import { artifactOutputs } from '../run/outputs.ts';
import { annotateFailures, remediationSummary, type RemediationOutcome, type RemediationSummary } from './outcome.ts';
import type { RemediationRun } from './remediation-run.ts';
import { sourceRunOf } from './source-run.ts';

/** What a run has to deliver. */
interface RemediationDelivery extends Omit<RemediationSummary, 'run' | 'warnings' | 'artifact'> {
  /** Paths in `folder`. */
  readonly files: readonly string[];
  /** The artifact with the undo record of the whole plan; undefined without one. */
  readonly record?: string | undefined;
}

/** Uploads the files, writes the job summary and reports why the step fails. */
export async function deliverRemediation(
  run: RemediationRun,
  delivery: RemediationDelivery,
): Promise<RemediationOutcome> {
  const { outputs, warnings, inputs, step, runner } = run;
  const { core } = runner;
  const uploaded = await upload(run, delivery);
  const artifact = uploaded instanceof UserError ? undefined : uploaded;
  const { result, reason } = uploaded instanceof UserError ? outcomeAfter(run, delivery, uploaded) : delivery.outcome;
  const outcome = { result, reason: reason && shownReason(reason, inputs.summary) };
  outputs.set({ ...(artifact === undefined ? {} : artifactOutputs(artifact)), result });
  if (inputs.summary !== 'none') {
    const summary = { ...delivery, run: sourceRunOf(step), outcome, warnings: warnings.messages, artifact };
    await writeStepSummary(core, step.summaryFile, remediationSummary(summary, inputs.summary));
  }
  if (outcome.reason !== undefined) annotateError(core, outcome.reason);
  if (inputs.summary === 'full') annotateFailures(core, delivery.results);
  core.info(logText(`Result: ${result}. Files: ${artifact?.url ?? delivery.folder}`));
  return outcome;
}

/**
 * Uploads the undo record before the first write, as an artifact of its own. Rejects with a UserError if it is not safe then: nothing must be
 * written. Returns the name of the artifact; undefined at a terminal, where the disk keeps the record.
 */
export async function uploadRecord(run: RemediationRun, record: string, folder: string): Promise<string | undefined> {
  if (run.runner.loadArtifactClient === undefined) return undefined;
  if (run.inputs.artifactName === undefined) throw new Error('a record without a name');
  const name = `${run.inputs.artifactName}-record`;
  const artifact = await uploading(run, folder, [name], (uploader) => uploadWithNewName(uploader, name, [record]));
  if (artifact instanceof UserError) {
    const message = `Nothing was changed, because the undo record could not be kept. ${artifact.message}`;
    const hint =
      artifact.code === 'ARTIFACT_FAILED'
        ? 'Run the job again. If it fails again, check https://www.githubstatus.com .'
        : 'Changes are only made where GitHub keeps artifacts: in a job on github.com or ghe.com. Elsewhere, use the terminal program, which keeps undo.json on disk.';
    throw new UserError(artifact.code, message, { hint, cause: artifact });
  }
  if (artifact !== undefined) run.runner.core.info(logText(`The undo record is the artifact ${artifact.name}.`));
  return artifact?.name;
}

/** Undefined if nothing is uploaded. */
async function upload(
  run: RemediationRun,
  { folder, files }: RemediationDelivery,
): Promise<UploadedArtifact | UserError | undefined> {
  const { inputs, step, runner, warnings } = run;
  const { artifactName: name } = inputs;
  if (name === undefined || runner.loadArtifactClient === undefined) return undefined;
  const unsupported = uploadWarning(step, name);
  if (unsupported !== undefined) {
    warnings.add(unsupported);
    return undefined;
  }
  return uploading(run, folder, [name], (uploader) => uploadWithNewName(uploader, name, files));
}

/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
function outcomeAfter(
  { warnings }: RemediationRun,
  { outcome, folder, record }: RemediationDelivery,
  error: UserError,
): RemediationOutcome {
  const hint =
    `The files are in ${folder} on this runner. To keep them, upload "output-directory" in the next step, with "if: always()". ` +
    `The artifact ${record} has the undo record of the plan.`;
  const reason = record === undefined ? error : new UserError(error.code, error.message, { hint, cause: error });
  if (outcome.reason === undefined) return { result: record === undefined ? 'error' : 'partial', reason };
  warnings.add(`${reason.message} ${reason.hint}`);
  return outcome;
}

const MAX_NAMES = 20;

/**
 * Uploads the files under the name, or the name and a number if the run has such an artifact: a plan and its apply are often
 * jobs of one run, and the undo.json of an earlier attempt must not be replaced.
 */
async function uploadWithNewName(
  uploader: ArtifactUploader,
  base: string,
  files: readonly string[],
): Promise<UploadedArtifact> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    try {
      return await uploader.upload(name, files, { earlier: 'keep' });
    } catch (error) {
      const isTaken = error instanceof UserError && error.code === 'ARTIFACT_NAME_TAKEN';
      if (!isTaken || number === MAX_NAMES) throw error;
    }
  }
}
