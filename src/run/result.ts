import { UserError } from '../errors.ts';
import type { Unlisted } from '../mailboxes/unlisted.ts';
import type { Policy, Severity } from '../policy/policy-definition.ts';
import { maxUnreadableText, type FailOn, type MaxUnreadable } from './input-readers.ts';
import { count, counted, listed, someNames } from '../text/numbers.ts';
import { forReader, inputName } from '../text/audience.ts';
import { shownText } from '../text/display.ts';

export type Result = 'pass' | 'violations' | 'incomplete' | 'error';

/** The result of a run: `error` takes precedence over `violations`, then `incomplete`, then `pass`. */
export interface RunResult {
  readonly result: Result;
  /** Why the result is not `pass`, and what to do. With both violations and too many unreadable mailboxes it has both. */
  readonly reason: UserError | undefined;
  readonly fails: boolean;
}

/** The counts that decide the result. */
export interface Counts {
  readonly mailboxes: number;
  readonly unreadable: number;
  readonly cancelled: number;
  /** Mailboxes that the tenant has and the list lacks. Undefined if `unlisted` is `ignore`. */
  readonly unlisted?: number;
  /** The rules of severity error with violations, and how many mailboxes violate each; the most frequent first. */
  readonly broken: readonly BrokenRule[];
  /** The same for the rules of severity warning. */
  readonly warned: readonly BrokenRule[];
  /** The tables about the tenant: how many there are, and the names of those that were not read. */
  readonly tables?: { readonly total: number; readonly unread: readonly string[] } | undefined;
  readonly cancelledTables?: boolean | undefined;
  /** The rules that tables leave undecided. */
  readonly undecided?: readonly UndecidedRule[] | undefined;
}

/** A rule that a table leaves undecided, because the table, or a cell of its only row, was not read. */
export interface UndecidedRule {
  readonly rule: string;
  readonly table: string;
}

/** A rule, and how many mailboxes violate it. */
export interface BrokenRule {
  readonly rule: string;
  readonly mailboxes: number;
}

export interface Thresholds {
  /** How many mailboxes may be unread. Undefined: the merge action decides for all shards. */
  readonly allowed: MaxUnreadable | undefined;
  /** `fail`: a run with unlisted mailboxes is incomplete. */
  readonly unlisted?: Unlisted['mode'] | undefined;
  readonly failOn: FailOn;
  /** The file of the baseline that is set. */
  readonly baseline?: string | undefined;
}

/** The title of the section with the causes, in the job summary and on the report page. */
export const UNREAD_TITLE = 'Mailboxes that could not be read';
const MAX_NAMED_RULES = 5;
/** The severities of the rules whose violations fail the step. */
const FAILING: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  never: [],
};
/** Percentages such as 0.1 have no exact binary form. */
const ROUNDING = 1e-6;
/** Two percent, and one stale address of a short list: the run says of each why it was not read. */
const WHERE_NOTHING_FAILS: MaxUnreadable = { kind: 'percent', most: 2, always: 1 };
const PASS: RunResult = { result: 'pass', reason: undefined, fails: false };

/** Whether the policy has a rule of a severity that `fail-on` names, so that a violation fails the step. */
export function canFail(policy: Policy | undefined, failOn: FailOn): boolean {
  const severities = FAILING[failOn];
  return policy?.rules.some(({ severity }) => severities.includes(severity)) ?? false;
}

/**
 * How many mailboxes of a run may be unread: what `max-unreadable` says. With `auto`, none if a violation fails the step, since
 * an unread mailbox may have one.
 */
export function allowedUnread({
  inputs: { maxUnreadable, failOn },
  policy,
}: {
  readonly inputs: { readonly maxUnreadable: MaxUnreadable | undefined; readonly failOn: FailOn };
  readonly policy: Policy | undefined;
}): MaxUnreadable {
  return maxUnreadable ?? (canFail(policy, failOn) ? { kind: 'count', most: 0 } : WHERE_NOTHING_FAILS);
}

/**
 * Compares the counts of a run with the inputs. An unreadable mailbox never counts as compliant, and a cancelled run never
 * passes, nor does one that lacks a shard or read no mailbox, whatever `max-unreadable` allows.
 *
 * @param stoppedBy the error that stopped reading early, or about shards that cannot be used
 * @param denial the error that explains every unread mailbox
 */
export function resultOf(
  counts: Counts,
  { allowed, failOn, unlisted, baseline }: Thresholds,
  stoppedBy?: UserError,
  denial?: UserError,
): RunResult {
  const violations = violationsOf(counts, failOn, baseline);
  const tooMany = unlisted === 'fail' ? unlistedOf(counts) : undefined;
  const unreadReason = incompleteOf(counts, allowed, stoppedBy, denial);
  const incomplete =
    unreadReason !== undefined && tooMany !== undefined ? both(unreadReason, tooMany) : (unreadReason ?? tooMany);
  if (violations === undefined) {
    return incomplete === undefined ? PASS : { result: 'incomplete', reason: incomplete, fails: true };
  }
  const result = 'violations';
  if (incomplete === undefined) return { result, reason: violations, fails: failOn !== 'never' };
  return {
    result,
    reason: failOn === 'never' ? both(incomplete, violations) : both(violations, incomplete),
    fails: true,
  };
}

/** The result of a run that could not be completed or delivered. */
export function errorResult(reason: UserError): RunResult {
  return { result: 'error', reason, fails: true };
}

/** An error that also reports another one, with the code of the first. */
function both(first: UserError, second: UserError): UserError {
  const [hint, copy] = [`${first.hint} ${second.hint}`, [...first.copy, ...second.copy]];
  return new UserError(first.code, `${first.message} ${second.message}`, { hint, copy });
}

/** The count of unlisted mailboxes, in a sentence. */
export function unlistedText(unlisted: number): string {
  const [noun, verb] = unlisted === 1 ? ['mailbox', 'is'] : ['mailboxes', 'are'];
  return `${count(unlisted)} ${noun} of the tenant ${verb} not in the list. unlisted.csv names them.`;
}

function unlistedOf({ unlisted = 0 }: Counts): UserError | undefined {
  if (unlisted === 0) return undefined;
  return new UserError('UNLISTED', unlistedText(unlisted), {
    hint: `Add them to the list, or a line "all" to ${inputName('mailboxes')} to read them too, or set ${inputName('unlisted')} to "warn".`,
  });
}

/** Why too little was read. Undefined if enough was. */
function incompleteOf(
  counts: Counts,
  allowed: MaxUnreadable | undefined,
  stoppedBy: UserError | undefined,
  denial: UserError | undefined,
): UserError | undefined {
  const { mailboxes, unreadable, cancelled } = counts;
  const isAllowed = allowed === undefined || !isTooManyUnread(unreadable, mailboxes, allowed);
  const isPartial = stoppedBy?.code === 'SHARD_UNUSABLE';
  const ofTables = incompleteTables(counts);
  if (isAllowed && cancelled === 0 && !isPartial) return ofTables;
  const ofMailboxes = incompleteMailboxes(counts, allowed, stoppedBy, denial);
  return ofTables === undefined ? ofMailboxes : both(ofMailboxes, ofTables);
}

/** Why tables leave the run incomplete, whatever `max-unreadable` allows. Undefined if they do not. */
function incompleteTables({
  mailboxes,
  tables,
  cancelledTables = false,
  undecided = [],
}: Counts): UserError | undefined {
  const { total = 0, unread = [] } = tables ?? {};
  if (cancelledTables && mailboxes === 0) {
    return new UserError('CANCELLED', 'The run was cancelled before its tables were read.', {
      hint: forReader({
        workflow: 'Run the workflow again, with a longer timeout-minutes if that ended it.',
        terminal: 'Run the command again.',
      }),
    });
  }
  const hint = 'The column "Error" of a table says what was not read, and why. Correct the access.';
  if (undecided.length > 0) {
    const ids = [...new Set(undecided.map(({ rule }) => rule))];
    const names = [...new Set(undecided.map(({ table }) => table))];
    const rules = ids.length === 1 ? 'a rule of the policy is' : `${count(ids.length)} rules of the policy are`;
    const message = `${listed(names, 'and')} could not be fully read, so ${rules} not decided (${someNames(ids, String, MAX_NAMED_RULES)}).`;
    return new UserError('INCOMPLETE', message, { hint });
  }
  if (mailboxes > 0 || total === 0 || unread.length < total) return undefined;
  return new UserError('INCOMPLETE', `${listed(unread, 'and')} could not be read.`, { hint });
}

/** Why too few mailboxes were read, of a run in which too few were. */
function incompleteMailboxes(
  { mailboxes, unreadable, cancelled }: Counts,
  allowed: MaxUnreadable | undefined,
  stoppedBy: UserError | undefined,
  denial: UserError | undefined,
): UserError {
  const isPartial = stoppedBy?.code === 'SHARD_UNUSABLE';
  const share = `${count(unreadable)} of ${counted(mailboxes, 'mailbox', 'mailboxes')} could not be read`;
  const stop = stoppedBy === undefined ? '' : ` ${stoppedBy.message}`;
  if (cancelled > 0) {
    return new UserError('CANCELLED', `The run was cancelled: ${share}.${stop}`, {
      hint:
        stoppedBy?.hint ??
        forReader({
          workflow:
            'The report has what was read. Run the workflow again, with a longer timeout-minutes if that ended it.',
          terminal: 'The report has what was read. Run the command again for the rest.',
        }),
    });
  }
  if (isPartial) return new UserError(stoppedBy.code, `${share}.${stop}`, { hint: stoppedBy.hint });
  if (denial !== undefined) return denial;
  const isSomeRead = allowed !== undefined && unreadable < mailboxes;
  const raise = isSomeRead ? `, or raise ${inputName('max-unreadable')}` : '';
  const rule = isSomeRead
    ? `${inputName('max-unreadable')} allows ${maxUnreadableText(allowed)}`
    : `a run that reads no mailbox fails, whatever ${inputName('max-unreadable')} allows`;
  return new UserError('INCOMPLETE', `${share}; ${rule}.${stop}`, {
    hint:
      stoppedBy?.hint ??
      `The report lists the causes and what to do under "${UNREAD_TITLE}". Correct the list or the access${raise}.`,
    copy: stoppedBy?.copy,
  });
}

/** Whether more mailboxes are unread than `max-unreadable` allows, or all of them. */
export function isTooManyUnread(
  unreadCount: number,
  mailboxes: number,
  { kind, most, always = 0 }: MaxUnreadable,
): boolean {
  if (unreadCount > 0 && unreadCount >= mailboxes) return true;
  if (unreadCount <= always) return false;
  // Multiplied rather than divided, since 29 / 100 has no exact binary form.
  return kind === 'count' ? unreadCount > most : unreadCount * 100 > most * mailboxes + ROUNDING;
}

/** The violations of the rules that `fail-on` names. `never` reports the same as `error`. */
function violationsOf({ broken, warned }: Counts, failOn: FailOn, baseline: string | undefined): UserError | undefined {
  const rules = failOn === 'warning' ? [...broken, ...warned] : broken;
  if (rules.length === 0) return undefined;
  const ruleCounts = rules.slice(0, MAX_NAMED_RULES).map(({ rule, mailboxes }) => `${rule} ${count(mailboxes)}`);
  if (rules.length > ruleCounts.length) ruleCounts.push(`${rules.length - ruleCounts.length} more`);
  const findingCounts = [
    ...(broken.length === 0 ? [] : [counted(mailboxesOf(broken), 'violation', 'violations')]),
    ...(rules.length === broken.length ? [] : [counted(mailboxesOf(warned), 'warning', 'warnings')]),
  ].join(' and ');
  const message = `${findingCounts} of ${counted(rules.length, 'rule', 'rules')} of the policy (${ruleCounts.join(', ')}).`;
  const acceptance =
    baseline === undefined
      ? `set ${inputName('baseline')} to a committed copy of baseline.csv`
      : `replace the contents of ${shownText(baseline)} with those of baseline.csv`;
  const hint =
    'violations.csv lists them with the value found and the value expected. Correct the mailboxes, change the rule, or ' +
    `add an exemption with an owner and an expiry date. To accept all current violations, ${acceptance}.`;
  return new UserError('VIOLATIONS', message, { hint });
}

function mailboxesOf(rules: readonly BrokenRule[]): number {
  return rules.reduce((sum, { mailboxes }) => sum + mailboxes, 0);
}
