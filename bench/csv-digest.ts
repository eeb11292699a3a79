import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { MeasuredRun } from './measured-run.ts';

/** The digests of the CSVs of a run, by report. */
export interface Digests {
  readonly digests: ReadonlyMap<string, string>;
}

/**
 * Adds the digest of the CSV of each report, and removes the files of the run. Rejects if no row of a report was read: such a run
 * costs little.
 */
export async function digested<Run extends Pick<MeasuredRun, 'csvFile' | 'home'>>(
  run: Run,
  reports: readonly string[] = ['mailbox-settings'],
): Promise<Run & Digests> {
  const digests = new Map<string, string>();
  for (const report of reports) {
    const csv = await readFile(path.join(path.dirname(run.csvFile), `${report}.csv`));
    if (!csv.includes(',ok,')) throw new Error(`no row of ${report} was read`);
    digests.set(report, createHash('sha256').update(csv).digest('hex'));
  }
  await rm(run.home, { recursive: true });
  return { ...run, digests };
}

/** How many CSVs of the runs differ from those of the others in the same round. */
export function unlikeCsvs(runs: readonly Digests[], others: readonly Digests[]): number {
  return runs.reduce(
    (sum, { digests }, round) =>
      sum + [...digests].filter(([report, digest]) => digest !== others[round]?.digests.get(report)).length,
    0,
  );
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
