import type { Checked } from '../../errors.ts';
import { record } from '../../files/fields.ts';
import { checkWorkspaceFile } from '../../files/workspace.ts';
import { readYaml } from '../../files/yaml-file.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import type { Policy } from '../definition.ts';
import { EXEMPTIONS, policyExemptions } from './exemption-reader.ts';
import { policyRules, RULES } from './rule-reader.ts';

/** The reports of a run, and false if some could not be read. Rules may also be about the built-in reports. */
type KnownReports = readonly [reports: readonly ReportDefinition[], complete?: boolean];

/** The keys of a policy file. */
export const POLICY = record({
  rules: { is: RULES, required: true, description: 'The requirements.' },
  exemptions: { is: EXEMPTIONS, description: 'Mailboxes to which a rule does not apply until a day has passed.' },
});

/**
 * Reads a policy file of the workspace. The code of its problems is `POLICY_FILE`.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 */
export function checkPolicyFile(file: string, workspace: string, ...known: KnownReports): Promise<Checked<Policy>> {
  const wanted = { code: 'POLICY_FILE', noun: 'policy file', input: 'policy', extensions: ['yml', 'yaml'] } as const;
  return checkWorkspaceFile(file, workspace, wanted, (bytes, shown) => parsePolicyFile(bytes, shown, ...known));
}

/**
 * Parses a policy file.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 */
export function parsePolicyFile(content: string | Uint8Array, file: string, ...known: KnownReports): Checked<Policy> {
  return readYaml(content, file, 'POLICY_FILE', (root) => policyOf(root, file, known));
}

function policyOf(root: YamlValue, file: string, [reports, complete = true]: KnownReports): Policy | undefined {
  const keys = POLICY.read(root);
  const items = keys?.get('rules');
  const { rules, ids } = items === undefined ? { rules: [], ids: undefined } : policyRules(items, reports, complete);
  const exemptions = keys?.get('exemptions');
  return { file, rules, exemptions: exemptions === undefined ? [] : policyExemptions(exemptions, ids) };
}
