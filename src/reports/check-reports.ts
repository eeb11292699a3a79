import { UserError } from '../errors.ts';
import type { FileProblem } from '../files/yaml-problems.ts';
import { ChosenReports, isReportFile, namedReport } from './choose.ts';
import type { ReportDefinition } from './definition.ts';
import { openReportFile } from './file/open.ts';

/** The reports that an input names, and what is wrong with them. */
export interface CheckedReports {
  /** The reports without errors. */
  readonly reports: readonly ReportDefinition[];
  readonly errors: readonly UserError[];
  readonly warnings: readonly UserError[];
}

/**
 * Finds all mistakes in reports, while `chooseReports` stops at the first. Rejects only with errors that are no UserError.
 *
 * @param names the entries of the input "report"
 * @param workspace absolute path of the repository's checkout
 */
export async function checkReports(names: readonly string[], workspace: string): Promise<CheckedReports> {
  const chosen = new ChosenReports();
  const errors: UserError[] = [];
  const warnings: UserError[] = [];
  for (const entry of names) {
    try {
      if (!isReportFile(entry)) {
        chosen.add(entry, namedReport(entry));
        continue;
      }
      const found = await openReportFile(entry, workspace);
      if (found.ok) {
        warnings.push(...found.warnings.map(fileError));
        chosen.add(entry, found.definition);
      } else errors.push(...found.problems.map(fileError));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
    }
  }
  return { reports: chosen.all(), errors, warnings };
}

function fileError({ message, hint, place }: FileProblem): UserError {
  return new UserError('REPORT_FILE', message, { hint, place });
}
