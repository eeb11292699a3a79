import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../errors.ts';
import { foreignReason } from '../store/kept-report.ts';
import { withReportFiles, type ReportPlace } from '../store/report-files.ts';
import type { RowsHeader } from '../store/rows-file.ts';
import { readRun, UnusableRows } from '../store/rows-reader.ts';

/** Levels of folders that are searched. */
const MAX_DEPTH = 6;
const ROWS_NAME = /\.ndjson\.gz$/i;
const ARCHIVE_NAME = /\.zip$/i;

/** A run whose rows were kept. */
export interface KeptReport {
  /** Its path in the folder, or the page of its run. Hostile text until escaped. */
  readonly name: string;
  /** Of the rows file, or of a zip with it. */
  readonly file: string;
  readonly run: Omit<RowsHeader, 'list'>;
  /** When the run ended; undefined before its rows are read. */
  readonly ended?: Date;
}

/** A report that should be there and cannot be used. */
export interface MissingReport {
  readonly name: string;
  /** A sentence. */
  readonly reason: string;
  /** When its run started; undefined if unknown. */
  readonly started: Date | undefined;
}

export interface KeptReports {
  /** Those of one tenant, by the start of their run. */
  readonly reports: readonly KeptReport[];
  readonly missing: readonly MissingReport[];
}

/**
 * Finds the reports in a folder and the folders in it: rows files, and zips with one. Returns those of one tenant: the tenant of most reports.
 * Rejects as the file system does if the folder cannot be read.
 *
 * @param tempFolder where temporary files may be
 * @param nameOf how messages name a file, by its path in the folder
 * @param since earlier runs are left out
 */
export async function keptReports(
  folder: string,
  tempFolder: string,
  nameOf: (file: string) => string,
  since: Date,
): Promise<KeptReports> {
  const candidates: KeptReport[] = [];
  const missing: MissingReport[] = [];
  const seen = new Set<string>();
  for (const file of await filesIn(folder, (name) => ROWS_NAME.test(name) || ARCHIVE_NAME.test(name))) {
    const name = nameOf(path.relative(folder, file));
    try {
      const run = await withReportFiles(placeOf(file), { tempFolder }, ({ rowsFile }) => readRun(rowsFile));
      const { id, attempt, started } = run.run;
      const key = JSON.stringify([id, attempt, started]);
      if (started < since || seen.has(key)) continue;
      const reason = shardReason(run);
      if (reason === undefined) {
        seen.add(key);
        candidates.push({ name, file, run });
      } else missing.push({ name, reason, started });
    } catch (error) {
      missing.push({ name, reason: reasonOf(error), started: undefined });
    }
  }
  const tenants = [...Map.groupBy(candidates, tenantOf).values()];
  const [most = []] = tenants.sort((one, other) => other.length - one.length || latest(other) - latest(one));
  const [first] = most;
  const others = tenants.flat().filter((report) => !most.includes(report));
  const foreign = others.flatMap(({ name, run }): MissingReport[] => {
    const reason = first && foreignReason(run, first.run);
    return reason === undefined ? [] : [{ name, reason, started: run.run.started }];
  });
  return { reports: most.sort((one, other) => startOf(one) - startOf(other)), missing: [...missing, ...foreign] };
}

/** Why a report cannot be used, in a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof UnusableRows ? error.message : `It cannot be read: ${describeError(error)}.`;
}

/** Where the rows of a file are: in it, or in the rows file of a zip. */
export function placeOf(file: string): ReportPlace {
  return ARCHIVE_NAME.test(file) ? file : { rowsFile: file };
}

/** The files of a folder and of the folders in it, sorted, or the one that the path itself names. Links and hidden folders are left out. */
export async function filesIn(place: string, isWanted: (name: string) => boolean): Promise<readonly string[]> {
  if (!(await stat(place)).isDirectory()) return [place];
  const files: string[] = [];
  const search = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const { name } = entry;
      if (entry.isFile() && isWanted(name)) files.push(path.join(folder, name));
      const isSearched = entry.isDirectory() && !name.startsWith('.') && name !== 'node_modules';
      if (isSearched && depth < MAX_DEPTH) await search(path.join(folder, name), depth + 1);
    }
  };
  await search(place, 1);
  return files.sort();
}

function tenantOf({ run: { tenant, cloud } }: KeptReport): string {
  return JSON.stringify([tenant.toLowerCase(), cloud]);
}

function startOf({ run }: KeptReport): number {
  return run.run.started.getTime();
}

function latest(reports: readonly KeptReport[]): number {
  return Math.max(...reports.map(startOf));
}

function shardReason({ shard }: Pick<RowsHeader, 'shard'>): string | undefined {
  return shard && `It has only shard ${shard.number} of ${shard.of}. The merge action reports on all shards.`;
}
