import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newFolder } from '../support/new-folder.ts';
import { storedRun, type StoredRun } from '../support/rows-file.ts';

/** The day of January 2027 on which a report was made, and what it found. */
export type KeptRuns = Readonly<Record<number, Partial<StoredRun>>>;

/** When the run of a day starts. */
export function startOf(day: number): string {
  return `2027-01-${String(day).padStart(2, '0')}T01:00:00.000Z`;
}

/** A folder with the reports of some days. Their names do not follow their order. */
export async function keptFolder(
  runs: KeptRuns,
  common: Pick<StoredRun, 'reports' | 'hasPolicy' | 'rules'>,
): Promise<string> {
  const folder = newFolder();
  for (const [day, run] of Object.entries(runs)) {
    const place = path.join(folder, `run-${100 - Number(day)}`);
    await mkdir(place);
    const stored = { mailboxes: {}, started: startOf(Number(day)), ...common, ...run };
    await writeFile(path.join(place, 'rows.ndjson.gz'), storedRun(stored));
  }
  return folder;
}
