import type { UserError } from '../failure.ts';
import type { ValidateInputs } from '../inputs.ts';
import { checkMailboxLists } from '../mailboxes/check-lists.ts';
import { checkReports } from '../reports/check-reports.ts';

/** What a check found, in the order of the inputs and of the files. */
export interface Checked {
  /** How many mailboxes the lists have, each counted once. */
  readonly mailboxes: number;
  /** Names of the reports that can be read. */
  readonly reports: readonly string[];
  /** What a run would fail of. */
  readonly errors: readonly UserError[];
  /** What it would warn of. */
  readonly warnings: readonly UserError[];
  /** Those of the lists besides, which are only counted. */
  readonly moreErrors: number;
  readonly moreWarnings: number;
}

/** Checks what is committed, offline and without secrets. Throws what is no UserError alone. */
export async function check(inputs: ValidateInputs, workspace: string): Promise<Checked> {
  const { mailboxes: patterns, mailboxColumn: column, report } = inputs;
  const lists =
    patterns.length === 0
      ? { mailboxes: 0, errors: [], warnings: [], moreErrors: 0, moreWarnings: 0 }
      : await checkMailboxLists({ patterns, workspace, column });
  const { reports, errors } = await checkReports(report, workspace);
  return {
    mailboxes: lists.mailboxes,
    reports: reports.map(({ name }) => name),
    errors: [...lists.errors, ...errors],
    warnings: lists.warnings,
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
