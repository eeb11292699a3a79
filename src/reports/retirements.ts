import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { systemErrorCode } from '../errors.ts';
import { hasColumn, type ReportDefinition } from './definition.ts';

const FILE = 'retirements.yml';

/**
 * The reports of a run, with what Microsoft retires as highlights after their own. Throws if the list is malformed.
 *
 * @param load reads the list that is shipped: `retirements.yml` in the root of the repository
 */
export async function withRetirements(
  reports: readonly ReportDefinition[],
  load: () => Promise<string>,
): Promise<readonly ReportDefinition[]> {
  const text = await load();
  // Most runs need neither the list nor the reader of YAML.
  if (!reports.some(({ name }) => text.includes(`report: ${name}\n`))) return reports;
  const { retirementsIn } = await import('./retirement-list.ts');
  const retirements = retirementsIn(text);
  return reports.map((report) => {
    const { name, highlights = [] } = report;
    // A report file of the user may have other columns than the list expects.
    const ending = retirements.filter(
      (one) => one.report === name && Object.keys(one.highlight.when).every((column) => hasColumn(report, column)),
    );
    if (ending.length === 0) return report;
    return { ...report, highlights: [...highlights, ...ending.map(({ highlight }) => highlight)] };
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
