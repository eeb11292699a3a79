import type { Json } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Exemption, Rule } from './definition.ts';

/**
 * What a rule says of a row, or the worst of what several say. `inconclusive`: the row was not read, or Graph keeps back
 * what the rule would have to know. It never counts as `pass`.
 */
export type Verdict = 'pass' | 'fail' | 'warn' | 'exempt' | 'inconclusive';

const WEIGHT: Readonly<Record<Verdict, number>> = { pass: 0, exempt: 1, warn: 2, inconclusive: 3, fail: 4 };

/** The worse of two verdicts. */
export function worse(one: Verdict, other: Verdict): Verdict {
  return WEIGHT[other] > WEIGHT[one] ? other : one;
}

const WEIGHT_OF_ROWS: Readonly<Record<Verdict, number>> = { pass: 0, inconclusive: 1, exempt: 2, warn: 3, fail: 4 };

/**
 * What one rule says of two rows together. What is known outweighs what is not: a row that Graph keeps back must not hide
 * that another breaks the rule.
 */
export function weightier(one: Verdict, other: Verdict): Verdict {
  return WEIGHT_OF_ROWS[other] > WEIGHT_OF_ROWS[one] ? other : one;
}

/** The worst of some verdicts; `pass` where there is none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = 'pass';
  for (const verdict of verdicts) found = worse(found, verdict);
  return found;
}

/** A cell that is not as a rule expects it, or a rule that cannot tell. */
export interface Finding {
  readonly rule: Rule;
  readonly verdict: Exclude<Verdict, 'pass'>;
  readonly mailbox: Mailbox;
  /** What tells the row from others of the mailbox: the text of its first cell; '' where a report has one row a mailbox. */
  readonly item: string;
  /** '' where the rule cannot tell. */
  readonly column: string;
  readonly found: Json;
  /** For people: `none or contactsOnly`. */
  readonly expected: string;
  /** Why it is `exempt`. */
  readonly exemption?: Exemption | undefined;
}

/** What the rules of a report say of one of its rows. */
export interface RowVerdict {
  readonly verdict: Verdict;
  /** Ids of the rules that do not hold: failed, warned of, or exempt. */
  readonly violations: readonly string[];
}

/** What one rule says of a mailbox: the weightiest of its rows. */
export interface RuleVerdict {
  readonly rule: Rule;
  /** Undefined where the rule concerns none of the mailbox's rows. */
  readonly verdict: Verdict | undefined;
  readonly findings: readonly Finding[];
}

/** What the rules of a report say of one mailbox. */
export interface ReportVerdict {
  /** One for each row, in their order. */
  readonly rows: readonly RowVerdict[];
  /** One for each rule of the report, in the policy's order. */
  readonly rules: readonly RuleVerdict[];
}
