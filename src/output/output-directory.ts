import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { outputError } from './output-error.ts';

/**
 * The folder that this run writes to, made where it is missing: the one given, relative to the workspace, or a new one
 * under RUNNER_TEMP, so that two uses in one job do not overwrite each other. Throws the UserError `OUTPUT_UNWRITABLE`.
 */
export async function openOutputDirectory(
  given: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string> {
  const temp = env.RUNNER_TEMP ?? tmpdir();
  const folder = given === undefined ? temp : path.resolve(env.GITHUB_WORKSPACE ?? '.', given);
  try {
    await mkdir(folder, { recursive: true });
    return given === undefined ? await mkdtemp(path.join(folder, 'mailbox-report-')) : folder;
  } catch (error) {
    throw outputError(folder, error);
  }
}
