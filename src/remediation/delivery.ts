import { UserError } from '../errors.ts';
import { annotateError } from '../outputs/annotations.ts';
import { ArtifactUploader, uploadWarning, type UploadedArtifact } from '../outputs/artifact.ts';
import { writeStepSummary } from '../outputs/job-summary.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { logGroup, logText, type Log, type Warnings } from '../run/log.ts';
import { artifactOutputs, type StepOutputs } from '../run/outputs.ts';
import type { Runner, StepEnvironment } from '../run/runner.ts';
import { annotateFailures, remediationSummary, type RemediationOutcome, type RemediationSummary } from './outcome.ts';

/** The outputs of the remediate action, as its `action.yml` has them. */
export interface RemediationOutputs {
  readonly result: RemediationOutcome['result'];
  readonly 'change-count': number;
  readonly 'applied-count': number;
  readonly 'failed-count': number;
  readonly 'pending-count': number;
  readonly 'plan-digest': string;
  readonly 'output-directory': string;
  readonly 'artifact-id': number;
  readonly 'artifact-url': string;
  readonly 'artifact-digest': string;
}

/** What a run has to deliver. */
interface RemediationDelivery extends Omit<RemediationSummary, 'warnings' | 'artifact'> {
  /** Paths in `folder`. */
  readonly files: readonly string[];
  /** The artifact with the undo record of the whole plan; undefined without one. */
  readonly record?: string | undefined;
}

export interface RemediationDeliveryOptions extends Pick<Runner, 'deadline' | 'loadArtifactClient'> {
  readonly core: Log;
  readonly outputs: StepOutputs<RemediationOutputs>;
  readonly warnings: Warnings;
  readonly inputs: OutputInputs;
  readonly step: StepEnvironment;
}

/** Uploads the files, writes the job summary and reports why the step fails. */
export async function deliverRemediation(
  delivery: RemediationDelivery,
  options: RemediationDeliveryOptions,
): Promise<RemediationOutcome> {
  const { core, outputs, warnings, inputs, step } = options;
  const { outcome, artifact } = await upload(delivery, options);
  outputs.set({ result: outcome.result });
  if (inputs.summary !== 'none') {
    const summary = { ...delivery, outcome, warnings: warnings.messages, artifact };
    await writeStepSummary(core, step.summaryFile, remediationSummary(summary, inputs.summary));
  }
  if (outcome.reason !== undefined) annotateError(core, outcome.reason);
  if (inputs.summary === 'full') annotateFailures(core, delivery.results);
  core.info(logText(`Result: ${outcome.result}. Files: ${artifact?.url ?? delivery.folder}`));
  return outcome;
}

/**
 * Uploads the undo record before the first write, as an artifact of its own. Rejects with a UserError if it is not safe then: nothing must be
 * written. Returns the name of the artifact.
 */
export async function uploadRecord(
  record: string,
  folder: string,
  {
    core,
    inputs,
    step,
    deadline,
    loadArtifactClient: loadClient,
  }: Omit<RemediationDeliveryOptions, 'outputs' | 'warnings'>,
): Promise<string | undefined> {
  // At a terminal there are no artifacts: the disk keeps the record.
  if (loadClient === undefined) return undefined;
  const { artifactName, retentionDays } = inputs;
  if (artifactName === undefined) throw new Error('a record without a name');
  const uploader = new ArtifactUploader({ folder, step, log: core, retentionDays, deadline, loadClient });
  const name = `${artifactName}-record`;
  try {
    const { name: taken } = await logGroup(core, `Upload the undo record ${name}`, () =>
      uploadWithNewName(uploader, name, [record]),
    );
    core.info(logText(`The undo record is the artifact ${taken}.`));
    return taken;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const message = `Nothing was changed, because the undo record could not be kept. ${error.message}`;
    const hint =
      error.code === 'ARTIFACT_FAILED'
        ? 'Run the job again. If it fails again, check https://www.githubstatus.com .'
        : 'Changes are only made where GitHub keeps artifacts: in a job on github.com or ghe.com. Elsewhere, use the terminal program, which keeps undo.json on disk.';
    throw new UserError(error.code, message, { hint, cause: error });
  }
}

/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
async function upload(
  { outcome, folder, files, record }: Pick<RemediationDelivery, 'outcome' | 'folder' | 'files' | 'record'>,
  { core, outputs, warnings, inputs, step, deadline, loadArtifactClient: loadClient }: RemediationDeliveryOptions,
): Promise<{ readonly outcome: RemediationOutcome; readonly artifact: UploadedArtifact | undefined }> {
  const { artifactName: name, retentionDays } = inputs;
  if (name === undefined || loadClient === undefined) return { outcome, artifact: undefined };
  const unsupported = uploadWarning(step, name);
  if (unsupported !== undefined) {
    warnings.add(unsupported);
    return { outcome, artifact: undefined };
  }
  const uploader = new ArtifactUploader({ folder, step, log: core, retentionDays, deadline, loadClient });
  return logGroup(core, `Upload the artifact ${name}`, async () => {
    try {
      const artifact = await uploadWithNewName(uploader, name, files);
      outputs.set(artifactOutputs(artifact));
      return { outcome, artifact };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const hint =
        `The files are in ${folder} on this runner. To keep them, upload "output-directory" in the next step, with "if: always()". ` +
        `The artifact ${record} has the undo record of the plan.`;
      const [result, reason] =
        record === undefined
          ? (['error', error] as const)
          : (['partial', new UserError(error.code, error.message, { hint, cause: error })] as const);
      if (outcome.reason !== undefined) warnings.add(`${reason.message} ${reason.hint}`);
      return { outcome: outcome.reason === undefined ? { result, reason } : outcome, artifact: undefined };
    }
  });
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
