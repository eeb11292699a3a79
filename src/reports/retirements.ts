import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { requireValue, systemErrorCode } from '../errors.ts';
import { hasColumn, type ReportDefinition } from './definition.ts';
import type { Retirement } from './file/retirements-file.ts';

export type { Retirement } from './file/retirements-file.ts';

const FILE = 'retirements.yml';

/**
 * The retirements that the reports of a run can detect: of a file in the workspace, else of the list that is shipped. Rejects with the
 * UserError `RETIREMENTS_FILE` for a file of the user.
 *
 * @param load reads the list that is shipped
 */
export async function chooseRetirements(
  file: string | undefined,
  workspace: string,
  reports: readonly ReportDefinition[],
  load: () => Promise<string>,
): Promise<readonly Retirement[]> {
  const shipped = file === undefined ? await load() : '';
  // Most runs need neither the list nor the reader of YAML.
  if (file === undefined && !reports.some(({ name }) => shipped.includes(`report: ${name}\n`))) return [];
  const { checkRetirementsFile, parseRetirements } = await import('./file/retirements-file.ts');
  const checked =
    file === undefined ? parseRetirements(shipped, FILE) : await checkRetirementsFile(file, workspace, reports);
  return requireValue(checked).filter(({ detect }) => {
    const report = reports.find(({ name }) => name === detect.report);
    // A report file of the user may have other columns than the shipped list expects.
    return report !== undefined && Object.keys(detect.when).every((column) => hasColumn(report, column));
  });
}

/** Reads the list that is shipped beside the program, or in a clone above its folder. '' if it is missing: it never fails a run. */
export async function readShippedRetirements(folder: string): Promise<string> {
  for (const place of [folder, path.dirname(path.resolve(folder))]) {
    try {
      return await readFile(path.join(place, FILE), 'utf8');
    } catch (error) {
      if (systemErrorCode(error) !== 'ENOENT') throw error;
    }
  }
  return '';
}
