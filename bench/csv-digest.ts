import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { finished, pipeline } from 'node:stream/promises';
import type { MeasuredRun } from './measured-run.ts';

/** A run with the digests of its CSVs. Its files are removed. */
export interface DigestedRun extends MeasuredRun {
  readonly digests: readonly string[];
}

/** Adds the digest of the CSV of each report, in their order. */
export async function digested(run: MeasuredRun, reports = ['mailbox-settings']): Promise<DigestedRun> {
  const files = reports.map((report) => path.join(path.dirname(run.csvFile), `${report}.csv`));
  const digests = await Promise.all(files.map(fileDigest));
  await rm(run.home, { recursive: true });
  return { ...run, digests };
}

/** How many CSVs of the runs differ from those of the others in the same round. */
export function unlikeCsvs(runs: readonly DigestedRun[], others: readonly DigestedRun[]): number {
  return runs.reduce(
    (sum, { digests }, round) => sum + digests.filter((digest, at) => digest !== others[round]?.digests[at]).length,
    0,
  );
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
