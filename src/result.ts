import type { FailOn, MaxUnread } from './inputs.ts';
import type { PolicyTally } from './policy/policy-tally.ts';
import type { Tally } from './output/tally.ts';
import { count, counted } from './text/numbers.ts';

/** What a run comes to; `error` outweighs `incomplete`, that outweighs `violations`, and those outweigh `pass`. */
export type Result = 'pass' | 'violations' | 'incomplete' | 'error';

/** A result with what to say of it, and whether the step fails of it. */
export type Outcome = { readonly result: 'pass' } | NotPassed;

interface NotPassed {
  readonly result: Exclude<Result, 'pass'>;
  readonly code: string;
  readonly message: string;
  readonly hint: string;
  readonly fails: boolean;
}

export interface Counts {
  readonly mailboxes: number;
  readonly unread: number;
  readonly cancelled: number;
  /** The rules of severity error that are broken, with how many mailboxes break each; the most broken first. */
  readonly broken: readonly { readonly rule: string; readonly mailboxes: number }[];
}

export interface Allowed {
  readonly maxUnread: MaxUnread;
  readonly failOn: FailOn;
}

/** What a run counted, for `judge`. */
export function countsOf(tally: Tally, policyTally: PolicyTally | undefined): Counts {
  const { total: mailboxes, unread } = tally;
  return { mailboxes, unread, cancelled: tally.unreadBy('cancelled'), broken: policyTally?.broken ?? [] };
}

const MOST_NAMED = 5;
/** Of a percentage with a fraction, such as 0.1, that no binary number is. */
const ROUNDING = 1e-6;

/** Holds what was counted against what the inputs allow. An unread mailbox is never counted as compliant. */
export function judge(counts: Counts, { maxUnread, failOn }: Allowed): Outcome {
  const broken = violations(counts, failOn);
  return incomplete(counts, maxUnread, broken) ?? broken ?? { result: 'pass' };
}

function incomplete(
  { mailboxes, unread, cancelled }: Counts,
  maxUnread: MaxUnread,
  besides: NotPassed | undefined,
): NotPassed | undefined {
  // In whole numbers: 29 % of 100, divided first, is less than 29.
  const isAllowed =
    maxUnread.kind === 'count' ? unread <= maxUnread.most : unread * 100 <= maxUnread.most * mailboxes + ROUNDING;
  if (isAllowed) return undefined;
  const share = `${count(unread)} of ${count(mailboxes)} mailboxes`;
  const found = besides === undefined ? '' : ` Of those that were read: ${besides.message}`;
  if (cancelled > 0) {
    return {
      result: 'incomplete',
      code: 'CANCELLED',
      message: `The run was cancelled: ${share} were not read.${found}`,
      hint: 'What was read stands in the report. Run the workflow again, with a longer timeout-minutes if that ended it.',
      fails: true,
    };
  }
  return {
    result: 'incomplete',
    code: 'INCOMPLETE',
    message: `${share} could not be read; "max-unread" allows ${maxUnreadText(maxUnread)}.${found}`,
    hint: 'Job summary and report page list them by cause, with what to do, where they are on. Mend the list or the access, or raise "max-unread".',
    fails: true,
  };
}

function violations({ broken }: Counts, failOn: FailOn): NotPassed | undefined {
  if (broken.length === 0) return undefined;
  const total = broken.reduce((sum, { mailboxes }) => sum + mailboxes, 0);
  const named = broken.slice(0, MOST_NAMED).map(({ rule, mailboxes }) => `${rule} ${count(mailboxes)}`);
  if (broken.length > named.length) named.push(`${broken.length - named.length} more`);
  const rules = broken.length === 1 ? 'a rule of the policy does' : `${count(broken.length)} rules of the policy do`;
  return {
    result: 'violations',
    code: 'VIOLATIONS',
    message: `${counted(total, 'violation', 'violations')}: ${rules} not hold (${named.join(', ')}).`,
    hint:
      'violations.csv lists them with what was found and what is expected. Mend the mailboxes, change the rule, or add an ' +
      'exemption with an owner and an end.',
    fails: failOn === 'violation',
  };
}

/** As it stands in the input: `10` or `2%`. */
export function maxUnreadText({ kind, most }: MaxUnread): string {
  return kind === 'count' ? String(most) : `${most}%`;
}
