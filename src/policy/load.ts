import { UserError } from '../errors.ts';
import { builtInReports } from '../reports/built-in.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { Baseline } from './baseline/baseline-file.ts';
import type { Policy } from './definition.ts';
import type { PolicyJudge } from './judge.ts';

// Modules that parse YAML and check schemas are imported lazily: a run without a policy does not need them.

/** The policy of a run and the reports that it reads. */
export interface ChosenPolicy {
  readonly policy: Policy | undefined;
  /** The reports of the input, in its order, then the built-in ones that only the policy names. */
  readonly reports: readonly ReportDefinition[];
  /** Names of the latter. */
  readonly added: readonly string[];
}

/**
 * Reads the policy that the input `policy` names, and adds the built-in reports that only its rules name. Rejects with the
 * UserError `POLICY_FILE` for a file that cannot be read or has mistakes.
 *
 * @param file the input; undefined: no policy
 * @param workspace absolute path of the repository's checkout
 * @param reports those of the input `report`
 */
export async function choosePolicy(
  file: string | undefined,
  workspace: string,
  reports: readonly ReportDefinition[],
): Promise<ChosenPolicy> {
  if (file === undefined) return { policy: undefined, reports, added: [] };
  const { readPolicyFile } = await import('./file/open.ts');
  const policy = await readPolicyFile(file, workspace, reports);
  const named = new Set(reports.map(({ name }) => name));
  const wanted = new Set(policy.rules.map(({ report }) => report));
  const added = [...builtInReports.values()].filter(({ name }) => wanted.has(name) && !named.has(name));
  return { policy, reports: [...reports, ...added], added: added.map(({ name }) => name) };
}

/**
 * Reads the baseline that the input `baseline` names. Rejects with the UserError `BASELINE_FILE` for a file that cannot be read
 * or has mistakes.
 *
 * @param file the input; undefined: no baseline
 * @param workspace absolute path of the repository's checkout
 * @param policy that of the run; a baseline needs one
 */
export async function chooseBaseline(
  file: string | undefined,
  workspace: string,
  policy: Policy | undefined,
): Promise<Baseline | undefined> {
  if (file === undefined || policy === undefined) return undefined;
  const { readBaseline } = await import('./baseline/baseline-file.ts');
  return readBaseline(
    file,
    workspace,
    policy.rules.map(({ id }) => id),
  );
}

/** Compiles the policy of a run for its reports; undefined without a policy. `started`: epoch ms, as `compilePolicy` takes it. */
export async function openJudge({
  policy,
  baseline,
  reports,
  started,
}: {
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
  readonly reports: readonly ReportDefinition[];
  readonly started: number;
}): Promise<PolicyJudge | undefined> {
  if (policy === undefined) return undefined;
  const { compilePolicy } = await import('./judge.ts');
  return compilePolicy(policy, reports, started, baseline);
}

/** The mistakes of a policy file. */
export interface CheckedPolicy {
  /** The ids of the rules; undefined without a policy, or if it has errors. */
  readonly rules: readonly string[] | undefined;
  /** Mistakes that let a run fail. */
  readonly errors: readonly UserError[];
  /** Probable mistakes. */
  readonly warnings: readonly UserError[];
}

export interface PolicyCheck {
  /** Absolute path of the repository's checkout. */
  readonly workspace: string;
  /** Reports that rules may be about, besides the built-in ones. */
  readonly reports: readonly ReportDefinition[];
  /** False if a report file could not be read. */
  readonly complete: boolean;
  /** The addresses of the mailbox lists, in lower case; undefined without a list. */
  readonly addresses: Iterable<string> | undefined;
  /** Epoch ms. */
  readonly now: number;
}

/** Checks a policy file. Rejects only for a bug. */
export async function checkPolicy(file: string | undefined, check: PolicyCheck): Promise<CheckedPolicy> {
  if (file === undefined) return { rules: undefined, errors: [], warnings: [] };
  const { workspace, reports, complete, addresses, now } = check;
  try {
    const { openPolicyFile } = await import('./file/open.ts');
    const read = await openPolicyFile(file, workspace, reports, complete);
    if (!read.ok) {
      const errors = read.problems.map(
        ({ message, hint, place }) => new UserError('POLICY_FILE', message, { hint, place }),
      );
      return { rules: undefined, errors, warnings: [] };
    }
    const { policyWarnings } = await import('./file/policy-warnings.ts');
    return {
      rules: read.policy.rules.map(({ id }) => id),
      errors: [],
      warnings: policyWarnings(read.policy, { reports, addresses, now }),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { rules: undefined, errors: [error], warnings: [] };
  }
}
