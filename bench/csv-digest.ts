import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { MeasuredRun } from './measured-run.ts';

/** The digest of the CSV that a run wrote; what the run left behind is removed. */
export async function csvDigest({ csvFile, home }: MeasuredRun): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(csvFile), hash);
  await rm(home, { recursive: true });
  return hash.digest('hex');
}
