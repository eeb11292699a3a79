import { UserError } from '../errors.ts';
import { annotateError } from '../outputs/annotations.ts';
import { uploadArtifact } from '../outputs/deliver.ts';
import { writeStepSummary } from '../outputs/job-summary.ts';
import type { Core, ReadContext } from '../run/context.ts';
import { logGroup, logText } from '../run/log.ts';
import { artifactOutputs } from '../run/outputs.ts';
import { remediationSummary, type RemediationOutcome, type RemediationSummary } from './outcome.ts';

/** The outputs of the remediate action, as its `action.yml` has them. */
const OUTPUTS = [
  ...(['result', 'change-count', 'applied-count', 'failed-count', 'plan-digest', 'output-directory'] as const),
  ...(['artifact-id', 'artifact-url', 'artifact-digest'] as const),
];

/** Sets outputs as soon as they are known. */
export function setOutputs(
  core: Pick<Core, 'setOutput'>,
  outputs: Partial<Record<(typeof OUTPUTS)[number], string | number>>,
): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** A core without the outputs of the report action, which its steps set when they sign in and read. */
export function withOwnOutputs(core: Core): Core {
  const own: readonly string[] = OUTPUTS;
  return {
    ...core,
    setOutput: (name, value) => {
      if (own.includes(name)) core.setOutput(name, value);
    },
  };
}

/** What a run has to deliver. */
export interface RemediationDelivery extends Omit<RemediationSummary, 'warnings' | 'artifact'> {
  /** Paths in `folder`. */
  readonly files: readonly string[];
}

/** Uploads the files, writes the job summary and reports why the step fails. */
export async function deliverRemediation(
  context: ReadContext,
  delivery: RemediationDelivery,
): Promise<RemediationOutcome> {
  const { core, inputs, env, warnings } = context;
  const { outcome, artifact } = await upload(context, delivery);
  setOutputs(core, { result: outcome.result });
  if (inputs.summary !== 'none') {
    const summary = { ...delivery, outcome, warnings, artifact };
    await writeStepSummary(core, env, remediationSummary(summary, inputs.summary));
  }
  if (outcome.reason !== undefined) annotateError(core, outcome.reason);
  core.info(logText(`Result: ${outcome.result}. Files: ${artifact?.url ?? delivery.folder}`));
  return outcome;
}

type Uploaded = Awaited<ReturnType<typeof uploadArtifact>>;

/** A failed upload is an error only if the changes themselves are not: the files stay on the runner. */
async function upload(
  context: ReadContext,
  { outcome, folder, files }: Pick<RemediationDelivery, 'outcome' | 'folder' | 'files'>,
): Promise<{ readonly outcome: RemediationOutcome; readonly artifact: Uploaded | undefined }> {
  const { artifactName: name } = context.inputs;
  if (name === undefined) return { outcome, artifact: undefined };
  return logGroup(context.core, `Upload the artifact ${name}`, async () => {
    try {
      const artifact = await uploadWithNewName(context, name, { files, rootDirectory: folder, place: folder });
      setOutputs(context.core, artifactOutputs(artifact));
      return { outcome, artifact };
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      const failed: RemediationOutcome = { result: 'error', reason: error };
      return { outcome: outcome.reason === undefined ? failed : outcome, artifact: undefined };
    }
  });
}

const MAX_NAMES = 20;

/**
 * Uploads the files under the name, or the name and a number if the run has such an artifact: a plan and its apply are often
 * jobs of one run, and the undo.json of an earlier attempt must not be replaced.
 */
async function uploadWithNewName(
  context: ReadContext,
  base: string,
  files: { readonly files: readonly string[]; readonly rootDirectory: string; readonly place: string },
): Promise<Uploaded> {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    try {
      return await uploadArtifact(context, { name, ...files, keepEarlier: true });
    } catch (error) {
      const isTaken = error instanceof UserError && error.code === 'ARTIFACT_NAME_TAKEN';
      if (!isTaken || number === MAX_NAMES) throw error;
    }
  }
}
