import { UserError } from '../errors.ts';
import { ChosenReports, isReportFile, namedReport } from './choose.ts';
import type { ReportDefinition } from './definition.ts';
import { openReportFile } from './file/report-file.ts';

/** What is wrong in the reports that an input names. */
export interface CheckedReports {
  /** Those that can be read. */
  readonly reports: readonly ReportDefinition[];
  readonly errors: readonly UserError[];
}

/**
 * Looks for everything that is wrong in reports, where `chooseReports` ends at the first mistake. Throws what is no
 * UserError alone.
 *
 * @param names as the input "report" has them
 * @param workspace absolute path of the repository's checkout
 */
export async function checkReports(names: readonly string[], workspace: string): Promise<CheckedReports> {
  const chosen = new ChosenReports();
  const errors: UserError[] = [];
  for (const entry of names) {
    try {
      const found = isReportFile(entry) ? await openReportFile(entry, workspace) : named(entry);
      if (found.ok) chosen.add(entry, found.definition);
      else {
        for (const { message, hint, place } of found.problems) {
          errors.push(new UserError('REPORT_FILE', message, { hint, place }));
        }
      }
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      errors.push(error);
    }
  }
  return { reports: chosen.all(), errors };
}

function named(entry: string): { readonly ok: true; readonly definition: ReportDefinition } {
  return { ok: true, definition: namedReport(entry) };
}
