import { UserError } from './errors.ts';
import type { FailOn, MaxUnreadable } from './inputs.ts';
import { count, counted } from './text/numbers.ts';

export type Result = 'pass' | 'violations' | 'incomplete' | 'error';

/** The result of a run: `error` takes precedence over `incomplete`, then `violations`, then `pass`. */
export interface RunResult {
  readonly result: Result;
  /** Why the result is not `pass`, and what to do. */
  readonly reason: UserError | undefined;
  /** Whether the step fails. */
  readonly fails: boolean;
}

/** The counts that decide the result. */
export interface Counts {
  readonly mailboxes: number;
  readonly unreadable: number;
  readonly cancelled: number;
  /** The rules of severity error with violations, and how many mailboxes violate each; the most frequent first. */
  readonly broken: readonly { readonly rule: string; readonly mailboxes: number }[];
}

export interface Thresholds {
  readonly maxUnreadable: MaxUnreadable;
  readonly failOn: FailOn;
}

const MAX_NAMED_RULES = 5;
/** Percentages such as 0.1 have no exact binary form. */
const ROUNDING = 1e-6;
const PASS: RunResult = { result: 'pass', reason: undefined, fails: false };

/** Compares the counts of a run with the inputs. An unreadable mailbox never counts as compliant. */
export function resultOf(counts: Counts, { maxUnreadable, failOn }: Thresholds): RunResult {
  const violations = violationsOf(counts, failOn);
  return incomplete(counts, maxUnreadable, violations) ?? violations ?? PASS;
}

/** The result of a run that could not be completed or delivered. */
export function errorResult(reason: UserError): RunResult {
  return { result: 'error', reason, fails: true };
}

/** The same result, with the error that stopped reading early. */
export function withStop(result: RunResult, { message, hint }: UserError): RunResult {
  const { reason } = result;
  if (reason === undefined) return result;
  return { ...result, reason: new UserError(reason.code, `${reason.message} ${message}`, { hint }) };
}

function incomplete(
  { mailboxes, unreadable, cancelled }: Counts,
  maxUnreadable: MaxUnreadable,
  violations: RunResult | undefined,
): RunResult | undefined {
  // Multiplied rather than divided, since 29 / 100 has no exact binary form.
  const isAllowed =
    maxUnreadable.kind === 'count'
      ? unreadable <= maxUnreadable.most
      : unreadable * 100 <= maxUnreadable.most * mailboxes + ROUNDING;
  if (isAllowed && cancelled === 0) return undefined;
  const share = `${count(unreadable)} of ${count(mailboxes)} mailboxes`;
  const found = violations?.reason === undefined ? '' : ` Among those that were read: ${violations.reason.message}`;
  const reason =
    cancelled > 0
      ? new UserError('CANCELLED', `The run was cancelled: ${share} could not be read.${found}`, {
          hint: 'The report has what was read. Run the workflow again, with a longer timeout-minutes if that ended it.',
        })
      : new UserError(
          'INCOMPLETE',
          `${share} could not be read; "max-unreadable" allows ${maxUnreadableText(maxUnreadable)}.${found}`,
          {
            hint:
              'The job summary and the report page list the causes and what to do. Correct the list or the access, or raise ' +
              '"max-unreadable".',
          },
        );
  return { result: 'incomplete', reason, fails: true };
}

function violationsOf({ broken }: Counts, failOn: FailOn): RunResult | undefined {
  if (broken.length === 0) return undefined;
  const total = broken.reduce((sum, { mailboxes }) => sum + mailboxes, 0);
  const named = broken.slice(0, MAX_NAMED_RULES).map(({ rule, mailboxes }) => `${rule} ${count(mailboxes)}`);
  if (broken.length > named.length) named.push(`${broken.length - named.length} more`);
  const rules = counted(broken.length, 'rule', 'rules');
  const reason = new UserError(
    'VIOLATIONS',
    `${counted(total, 'violation', 'violations')} of ${rules} of the policy (${named.join(', ')}).`,
    {
      hint:
        'violations.csv lists them with the value found and the value expected. Correct the mailboxes, change the rule, or ' +
        'add an exemption with an owner and an expiry date.',
    },
  );
  return { result: 'violations', reason, fails: failOn === 'violation' };
}

/** The input's notation: `10` or `2%`. */
export function maxUnreadableText({ kind, most }: MaxUnreadable): string {
  return kind === 'count' ? String(most) : `${most}%`;
}
