import { mkdir, mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { outputError } from '../../files/temp-folder.ts';
import type { StepEnvironment } from '../../run/runner.ts';

/**
 * The folder that this run writes to, created if it is missing: the input `output-directory`, relative to the workspace, or
 * a new folder under RUNNER_TEMP, so that two uses in one job do not overwrite each other. Rejects with the UserError
 * `OUTPUT_UNWRITABLE`.
 */
export async function createOutputDirectory(
  given: string | undefined,
  { workspace, tempFolder }: StepEnvironment,
): Promise<string> {
  const folder = given === undefined ? tempFolder : path.resolve(workspace, given);
  try {
    await mkdir(folder, { recursive: true });
    return given === undefined ? await mkdtemp(path.join(folder, 'mailbox-report-')) : folder;
  } catch (error) {
    throw outputError(folder, error);
  }
}
