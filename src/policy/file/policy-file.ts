import type { FileProblems, Problems } from '../../files/yaml-problems.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { parseYaml, readYaml } from '../../files/yaml-file.ts';
import { given, record, type KnownKeys, type YamlValue } from '../../files/yaml-value.ts';
import type { Policy } from '../definition.ts';
import { policyExemptions } from './exemption-reader.ts';
import { policyRules, type NamedReports } from './rule-reader.ts';

const KEYS: KnownKeys = { required: ['rules'], optional: ['exemptions'] };

/** The policy of a file, or all its mistakes. */
export type PolicyFile =
  { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly problems: Problems };

/**
 * Parses a policy file.
 *
 * @param content its text, or its bytes
 * @param file its path relative to the workspace, with forward slashes
 * @param reports those of the run; rules may also be about built-in ones
 * @param complete false if a report file could not be read: then a rule may be about an unknown report
 */
export function parsePolicyFile(
  content: string | Uint8Array,
  file: string,
  reports: readonly ReportDefinition[],
  complete = true,
): PolicyFile {
  const read = readYaml(parseYaml(content, file), (root, problems) =>
    policyOf(root, file, { reports, complete }, problems),
  );
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
