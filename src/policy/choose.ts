import { builtInReports } from '../reports/built-in.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Policy } from './definition.ts';

/** A policy with the reports that a run reads for it. */
export interface Judged {
  readonly policy: Policy | undefined;
  /** Those that were named, in their order, and then the built-in ones that only the policy names. */
  readonly reports: readonly ReportDefinition[];
  /** The latter. */
  readonly added: readonly string[];
}

/**
 * The policy that the input "policy" names, and what is to be read for its rules. Throws a UserError `POLICY_FILE` for a
 * file that cannot be read or is wrong.
 *
 * @param file as the input has it; undefined: nothing is judged
 * @param workspace absolute path of the repository's checkout
 * @param reports those that the input "report" names
 */
export async function choosePolicy(
  file: string | undefined,
  workspace: string,
  reports: readonly ReportDefinition[],
): Promise<Judged> {
  if (file === undefined) return { policy: undefined, reports, added: [] };
  // What reads YAML and checks schemas takes a while to load, and a run without a policy does without.
  const { readPolicyFile } = await import('./policy-file.ts');
  const policy = await readPolicyFile(file, workspace, reports);
  const named = new Set(reports.map(({ name }) => name));
  const wanted = new Set(policy.rules.map(({ report }) => report));
  const added = [...builtInReports.values()].filter(({ name }) => wanted.has(name) && !named.has(name));
  return { policy, reports: [...reports, ...added], added: added.map(({ name }) => name) };
}
