import type { UserError } from '../errors.ts';
import type { ValidateInputs } from '../inputs.ts';
import { checkMailboxLists } from '../mailboxes/check-lists.ts';
import { checkPolicy } from '../policy/load.ts';
import { checkReports } from '../reports/check-reports.ts';

/** What a check found, in the order of the inputs and of the files. */
export interface Checked {
  /** How many mailboxes the lists have, each counted once. */
  readonly mailboxes: number;
  /** Names of the reports that can be read. */
  readonly reports: readonly string[];
  /** How many rules the policy has; undefined where there is none, or none that can be read. */
  readonly rules: number | undefined;
  /** What a run would fail of. */
  readonly errors: readonly UserError[];
  /** What it would warn of. */
  readonly warnings: readonly UserError[];
  /** Those of the lists besides, which are only counted. */
  readonly moreErrors: number;
  readonly moreWarnings: number;
}

/** Checks what is committed, offline and without secrets. Throws what is no UserError alone. `now`: epoch ms. */
export async function check(inputs: ValidateInputs, workspace: string, now: number): Promise<Checked> {
  const { mailboxes: patterns, mailboxColumn: column, report, policy: policyFile } = inputs;
  const lists =
    patterns.length === 0
      ? { mailboxes: 0, addresses: undefined, errors: [], warnings: [], moreErrors: 0, moreWarnings: 0 }
      : await checkMailboxLists({ patterns, workspace, column });
  const { reports, errors, warnings } = await checkReports(report, workspace);
  const policy = await checkPolicy(policyFile, {
    ...{ workspace, reports, complete: errors.length === 0 },
    ...{ addresses: lists.addresses, now },
  });
  return {
    mailboxes: lists.mailboxes,
    reports: reports.map(({ name }) => name),
    rules: policy.rules,
    errors: [...lists.errors, ...errors, ...policy.errors],
    warnings: [...lists.warnings, ...warnings, ...policy.warnings],
    moreErrors: lists.moreErrors,
    moreWarnings: lists.moreWarnings,
  };
}

/** How many errors and warnings there are, those that are only counted among them. */
export function totals({ errors, warnings, moreErrors, moreWarnings }: Checked): {
  readonly errors: number;
  readonly warnings: number;
} {
  return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}
