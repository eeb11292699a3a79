import { UserError } from '../errors.ts';
import { logText } from '../run/log.ts';
import type { ActionRun } from '../run/run.ts';
import { listed } from '../text/numbers.ts';
import { ArtifactUploader } from './artifact.ts';

/**
 * Uploads files of a folder, with one line in the log. Returns the result of `upload`, or the UserError with which it failed;
 * undefined without workflow artifacts.
 */
export async function uploading<T>(
  { inputs: { retentionDays }, step, runner }: ActionRun,
  folder: string,
  names: readonly string[],
  upload: (uploader: ArtifactUploader) => Promise<T>,
): Promise<T | UserError | undefined> {
  const { core: log, deadline, timer, loadArtifactClient: loadClient } = runner;
  if (loadClient === undefined) return undefined;
  const uploader = new ArtifactUploader({ folder, step, log, retentionDays, deadline, timer, loadClient });
  try {
    log.info(logText(`Uploading ${listed(names, 'and')}`));
    return await upload(uploader);
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
