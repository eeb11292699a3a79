import { UserError } from '../errors.ts';
import { logGroup } from '../run/log.ts';
import type { ActionRun } from '../run/run.ts';
import { ArtifactUploader } from './artifact.ts';

/**
 * Uploads files of a folder, in a group of the log. Returns what `upload` does, or the UserError with which it failed; undefined
 * where no workflow artifacts are.
 */
export async function uploading<T>(
  { inputs: { retentionDays }, step, runner }: ActionRun,
  folder: string,
  title: string,
  upload: (uploader: ArtifactUploader) => Promise<T>,
): Promise<T | UserError | undefined> {
  const { core: log, deadline, loadArtifactClient: loadClient } = runner;
  if (loadClient === undefined) return undefined;
  const uploader = new ArtifactUploader({ folder, step, log, retentionDays, deadline, loadClient });
  try {
    return await logGroup(log, title, () => upload(uploader));
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}
