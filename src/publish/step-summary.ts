import { appendFile } from 'node:fs/promises';

/**
 * Appends Markdown to the job summary of this step. Runners tell the file in GITHUB_STEP_SUMMARY; where none does, as on
 * old servers, there is no summary to write to, and the answer is false.
 */
export async function writeStepSummary(
  env: Readonly<Record<string, string | undefined>>,
  markdown: string,
): Promise<boolean> {
  const file = env.GITHUB_STEP_SUMMARY;
  if (file === undefined || file === '') return false;
  await appendFile(file, markdown.endsWith('\n') ? markdown : `${markdown}\n`);
  return true;
}
