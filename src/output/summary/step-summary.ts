import { appendFile } from 'node:fs/promises';
import { describeError } from '../../errors.ts';
import { logText } from '../../runner/log.ts';

/**
 * Appends Markdown to the job summary of this step. Runners tell the file in GITHUB_STEP_SUMMARY; where none does, as on
 * old servers, there is none. A summary that cannot be written takes nothing from the report and must not hide why a
 * step failed: it is a warning.
 */
export async function writeStepSummary(
  core: { warning(message: string): void },
  env: Readonly<Record<string, string | undefined>>,
  markdown: string,
): Promise<void> {
  const file = env.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return;
  try {
    await appendFile(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
  } catch (error) {
    core.warning(logText(`The job summary could not be written: ${describeError(error)}`));
  }
}
