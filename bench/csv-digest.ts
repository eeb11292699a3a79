import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import type { MeasuredRun } from './measured-run.ts';

/** The digest of the CSV that a run wrote. The files of the run are removed. */
export async function csvDigest({ csvFile, home }: MeasuredRun): Promise<string> {
  const digest = await fileDigest(csvFile);
  await rm(home, { recursive: true });
  return digest;
}

/** The digest of each CSV in a folder, in the order of their reports. */
export async function csvDigests({ csvFile, home }: MeasuredRun, reports: readonly string[]): Promise<string[]> {
  const files = reports.map((report) => path.join(path.dirname(csvFile), `${report}.csv`));
  const digests = await Promise.all(files.map(fileDigest));
  await rm(home, { recursive: true });
  return digests;
}

async function fileDigest(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** How many lines a file has. */
export async function lineCount(file: string): Promise<number> {
  let lines = 0;
  const ends = (chunk: Buffer): void => {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines++;
  };
  const stream = createReadStream(file).on('data', (chunk) => {
    ends(Buffer.from(chunk));
  });
  await finished(stream);
  return lines;
}
