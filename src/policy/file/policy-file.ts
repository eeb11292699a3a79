import { problemsError, type FileProblems, type Problems } from '../../yaml/problems.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { readWorkspaceFile } from '../../workspace/file.ts';
import { parseYaml, parseYamlBytes, readYaml, type YamlFile } from '../../yaml/file.ts';
import { given, record, type KnownKeys, type YamlValue } from '../../yaml/value.ts';
import type { Policy } from '../definition.ts';
import { policyExemptions } from './exemption-reader.ts';
import { policyRules, type NamedReports } from './rule-reader.ts';

const KEYS: KnownKeys = { required: ['rules'], optional: ['exemptions'] };

/** The policy of a file, or all its mistakes. */
export type PolicyFile =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: Problems };

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
  return policyIn(parseYamlBytes(bytes, shown), shown, { reports, complete });
}

/**
 * Parses the text of a policy file.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
export function policyFileProblems(text: string, file: string, reports: readonly ReportDefinition[]): PolicyFile {
  return policyIn(parseYaml(text, file), file, { reports, complete: true });
}

function policyIn(yaml: YamlFile, file: string, reports: NamedReports): PolicyFile {
  const read = readYaml(yaml, (root, problems) => policyOf(root, file, reports, problems));
  return read.ok ? { ok: true, policy: read.value } : read;
}

function policyOf(root: YamlValue, file: string, reports: NamedReports, problems: FileProblems): Policy | undefined {
  const keys = record(root, KEYS, problems);
  if (keys === undefined) return undefined;
  const { rules, ids } = given(keys, 'rules', (value) => policyRules(value, reports, problems)) ?? {
    rules: [],
    ids: undefined,
  };
  const exemptions = given(keys, 'exemptions', (value) => policyExemptions(value, ids, problems)) ?? [];
  return { file, rules, exemptions };
}
