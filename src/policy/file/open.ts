import { problemsError } from '../../files/yaml-problems.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { readWorkspaceFile } from '../../files/file.ts';
import type { Policy } from '../definition.ts';
import { parsePolicyFile, type PolicyFile } from './policy-file.ts';

/**
 * Reads a policy file of the workspace. Rejects with the UserError `POLICY_FILE`, which names the place of the first mistake
 * and the number of others, or says that the workspace has no such file.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param reports those of the run; rules may also be about built-in ones
 */
export async function readPolicyFile(
  file: string,
  workspace: string,
  reports: readonly ReportDefinition[],
): Promise<Policy> {
  const read = await openPolicyFile(file, workspace, reports);
  if (read.ok) return read.policy;
  throw problemsError('POLICY_FILE', read.problems);
}

/**
 * Like `readPolicyFile`, but returns all mistakes. Rejects with the UserError `POLICY_FILE` only if the file cannot be opened.
 *
 * @param complete false if a report file could not be read: then a rule may be about an unknown report
 */
export async function openPolicyFile(
  file: string,
  workspace: string,
  reports: readonly ReportDefinition[],
  complete = true,
): Promise<PolicyFile> {
  const { bytes, shown } = await readWorkspaceFile(file, workspace, {
    code: 'POLICY_FILE',
    noun: 'policy file',
    input: 'policy',
    extensions: ['yml', 'yaml'],
    names: [],
  });
  return parsePolicyFile(bytes, shown, reports, complete);
}
