import { readWorkspaceFile } from '../../files/file.ts';
import { problemsError } from '../../files/yaml-problems.ts';
import { builtInReports } from '../built-in.ts';
import type { ReportDefinition } from '../definition.ts';
import { parseReportFile, type ReportFile } from './report-file.ts';

/**
 * Reads a report file of the workspace. Rejects with the UserError `REPORT_FILE`, which names the place of the first
 * mistake and the number of others, or says that the workspace has no such file.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 */
export async function readReportFile(file: string, workspace: string): Promise<ReportDefinition> {
  const read = await openReportFile(file, workspace);
  if (read.ok) return read.definition;
  throw problemsError('REPORT_FILE', read.problems);
}

/** Like `readReportFile`, but returns all problems. Rejects with the UserError `REPORT_FILE` only if the file cannot be opened. */
export async function openReportFile(file: string, workspace: string): Promise<ReportFile> {
  const { bytes, shown } = await readWorkspaceFile(file, workspace, {
    code: 'REPORT_FILE',
    noun: 'report file',
    input: 'report',
    extensions: ['yml', 'yaml'],
    names: [...builtInReports.keys()],
  });
  return parseReportFile(bytes, shown);
}
