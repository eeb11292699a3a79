import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { VIOLATIONS_FILE } from './earlier-report.ts';
import { extractFiles } from './extract.ts';

export const BASELINE_FILE = 'baseline.csv';
/** CSVs of a run that are not those of reports. No report can have their names. */
const OTHER_FILES: ReadonlySet<string> = new Set([VIOLATIONS_FILE, BASELINE_FILE, 'changes.csv', 'unlisted.csv']);
/** The names of reports consist of these characters. */
const CSV_NAME = /^[a-z0-9-]{1,100}\.csv$/;

/** The CSVs of a downloaded report. */
export interface ReportFiles {
  readonly folder: string;
  readonly files: readonly string[];
  /** The names of its reports, sorted. */
  readonly reports: readonly string[];
}

/**
 * Finds the CSVs of a downloaded report: a folder, or a zip, whose CSVs are extracted into `temp`. Rejects as `extractFiles`
 * does, or with the error of the file system.
 *
 * @param temp an empty folder
 */
export async function reportFilesAt(place: string, temp: string): Promise<ReportFiles> {
  const isFolder = (await stat(place)).isDirectory();
  if (!isFolder) await extractFiles(place, temp, { has: (name) => CSV_NAME.test(name) });
  const folder = isFolder ? place : temp;
  const files = (await readdir(folder)).filter((name) => CSV_NAME.test(name)).sort();
  const reports = files.filter((name) => !OTHER_FILES.has(name)).map((name) => path.parse(name).name);
  return { folder, files, reports };
}
