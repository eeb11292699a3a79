import { UserError } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import { baseline, lines, text } from '../../run/read-inputs.ts';

/** The validated inputs of the validate action. */
export interface ValidateInputs {
  /** Paths and globs of mailbox lists. */
  readonly mailboxes: readonly string[];
  readonly mailboxColumn: string | undefined;
  /** Names of built-in reports and paths of report files. */
  readonly report: readonly string[];
  readonly policy: string | undefined;
  readonly baseline: string | undefined;
}

/** Reads the inputs of the validate action. Throws a UserError `INPUT_MISSING` if there is nothing to check. */
export function readValidateInputs(env: Environment): ValidateInputs {
  const mailboxes = lines(env, 'mailboxes');
  const report = lines(env, 'report');
  const policy = text(env, 'policy');
  if (mailboxes.length === 0 && report.length === 0 && policy === undefined) {
    throw new UserError('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
      hint: 'Set "mailboxes" to mailbox lists, "report" to report files or "policy" to a policy file.',
    });
  }
  return { mailboxes, mailboxColumn: text(env, 'mailbox-column'), report, policy, baseline: baseline(env) };
}
