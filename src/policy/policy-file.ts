import { UserError } from '../errors.ts';
import { firstOf, type FileProblem, type FileProblems } from '../yaml/problems.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { readWorkspaceFile } from '../workspace/file.ts';
import { parseYaml, parseYamlBytes, type YamlFile } from '../yaml/file.ts';
import { given, record, type KnownKeys, type YamlValue } from '../yaml/value.ts';
import type { Policy } from './definition.ts';
import { policyExemptions } from './exemption-reader.ts';
import { policyRules, type NamedReports } from './rule-reader.ts';

const KEYS: KnownKeys = { required: ['rules'], optional: ['exemptions'] };

/** What a policy file says: a policy, or everything that is wrong. */
export type PolicyFile =
  | { readonly ok: true; readonly policy: Policy }
  | { readonly ok: false; readonly problems: readonly [FileProblem, ...FileProblem[]] };

/**
 * Reads a policy file of the workspace. Throws a UserError `POLICY_FILE` that says what is wrong first, with its place, and
 * how much besides; or that there is no such file in the workspace.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param reports those of the run; rules may be about built-in ones besides
 */
export async function readPolicyFile(
  file: string,
  workspace: string,
  reports: readonly ReportDefinition[],
): Promise<Policy> {
  const read = await openPolicyFile(file, workspace, reports);
  if (read.ok) return read.policy;
  const [{ hint, place }] = read.problems;
  throw new UserError('POLICY_FILE', firstOf(read.problems), { hint, place });
}

/**
 * The same with everything that is wrong. Throws a UserError `POLICY_FILE` for a file that cannot be opened alone.
 *
 * @param complete whether the reports are all that were named: where one could not be read, a rule may be about it
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
 * Everything that is wrong in the text of a policy file, or the policy that it is.
 *
 * @param file its path relative to the workspace, with forward slashes
 */
export function policyFileProblems(text: string, file: string, reports: readonly ReportDefinition[]): PolicyFile {
  return policyIn(parseYaml(text, file), file, { reports, complete: true });
}

function policyIn({ root, problems }: YamlFile, file: string, reports: NamedReports): PolicyFile {
  const policy = root === undefined ? undefined : policyOf(root, file, reports, problems);
  const [first, ...more] = problems.all();
  if (first !== undefined) return { ok: false, problems: [first, ...more] };
  if (policy === undefined) throw new TypeError('a policy file gave neither a policy nor a problem');
  return { ok: true, policy };
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
