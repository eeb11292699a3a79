import { UserError } from '../errors.ts';
import type { ReportDefinition } from '../reports/definition.ts';

/** What is wrong in a policy file. */
export interface CheckedPolicy {
  /** How many rules it has; undefined where there is no policy, or none that can be read. */
  readonly rules: number | undefined;
  /** What a run would fail of. */
  readonly errors: readonly UserError[];
  /** Exemptions that have expired, soon will, or match nobody. */
  readonly warnings: readonly UserError[];
}

export interface PolicyCheck {
  /** Absolute path of the repository's checkout. */
  readonly workspace: string;
  /** Those that the policy may be about, besides the built-in ones. */
  readonly reports: readonly ReportDefinition[];
  /** Whether those are all that were named; not where one cannot be read. */
  readonly complete: boolean;
  /** The addresses of the mailbox lists, in lower case; undefined where none was given to check. */
  readonly addresses: Iterable<string> | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** Looks for everything that is wrong in a policy file. Throws what is no UserError alone. */
export async function checkPolicy(file: string | undefined, check: PolicyCheck): Promise<CheckedPolicy> {
  if (file === undefined) return { rules: undefined, errors: [], warnings: [] };
  const { workspace, reports, complete, addresses, now } = check;
  try {
    const { openPolicyFile } = await import('./policy-file.ts');
    const read = await openPolicyFile(file, workspace, reports, complete);
    if (!read.ok) {
      const errors = read.problems.map(
        ({ message, hint, place }) => new UserError('POLICY_FILE', message, { hint, place }),
      );
      return { rules: undefined, errors, warnings: [] };
    }
    const { policyWarnings } = await import('./policy-warnings.ts');
    return {
      rules: read.policy.rules.length,
      errors: [],
      warnings: policyWarnings(read.policy, { reports, addresses, now }),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { rules: undefined, errors: [error], warnings: [] };
  }
}
