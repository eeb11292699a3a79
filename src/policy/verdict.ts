import type { Json } from '../json.ts';
import type { AnyRow } from '../reports/rows.ts';
import type { Exemption, Rule } from './policy-definition.ts';
import type { Subject } from './subject.ts';

/**
 * The verdict of a rule for a row or a mailbox, or the worst of several. `known`: the baseline has the violation.
 * `inconclusive`: the row could not be read, or Graph does not show what the rule needs. It never counts as `pass`.
 */
export type Verdict = 'pass' | 'fail' | 'warn' | 'known' | 'exempt' | 'inconclusive';

type Severities = Readonly<Record<Verdict, number>>;

const ACROSS_RULES: Severities = { pass: 0, exempt: 1, known: 2, warn: 3, inconclusive: 4, fail: 5 };
const ACROSS_ROWS: Severities = { pass: 0, inconclusive: 1, exempt: 2, known: 3, warn: 4, fail: 5 };

/** The worst of some verdicts of several rules; `pass` if there is none. */
export function worst(verdicts: Iterable<Verdict>): Verdict {
  return mostSevere(verdicts, ACROSS_RULES) ?? 'pass';
}

/**
 * The verdict of one rule for several rows. A violation outweighs `inconclusive`: a row that Graph does not show must not
 * hide that another row violates the rule.
 */
export function worstRow(verdicts: Iterable<Verdict>): Verdict | undefined {
  return mostSevere(verdicts, ACROSS_ROWS);
}

function mostSevere(verdicts: Iterable<Verdict>, severities: Severities): Verdict | undefined {
  let severest: Verdict | undefined;
  for (const verdict of verdicts) {
    if (severest === undefined || severities[verdict] > severities[severest]) severest = verdict;
  }
  return severest;
}

/** A cell that violates a rule, or a row for which a rule is inconclusive. */
export interface Finding {
  readonly rule: Rule;
  readonly verdict: Exclude<Verdict, 'pass'>;
  readonly subject: Subject;
  /** Undefined for a finding of an earlier report. */
  readonly row?: AnyRow | undefined;
  /** Names the row of a report with several rows a mailbox, or of a table with several rows, else ''. With `rowDigest`: as `RowIdentity` has them. */
  readonly item: string;
  /** Digest of what else defines the row; '' if nothing does, or the rule is inconclusive. */
  readonly rowDigest: string;
  /** '' if the rule is inconclusive. */
  readonly column: string;
  readonly found: Json;
  /** Whether `found` changes by itself, so that a baseline has it blank. */
  readonly changesByItself?: boolean | undefined;
  /** What the rule expects, in words: `none or contactsOnly`. */
  readonly expected: string;
  /** The finding as a sentence on one line, without a full stop. Hostile text until escaped. */
  readonly message: string;
  /** The reason for the verdict `exempt`. */
  readonly exemption?: Exemption | undefined;
  /** When the baseline accepted it, as an ISO date; set for the verdict `known` only. */
  readonly addedOn?: string | undefined;
  /** The day on which a run first found the violation, `2027-01-31`, in UTC; undefined if unknown. */
  readonly since?: string | undefined;
  /** The violation in comparison with the earlier report; undefined if that report does not show it. */
  readonly novelty?: Novelty | undefined;
}

/** `updated`: the earlier report has the violation with another value. */
export type Novelty = 'new' | 'updated' | 'unchanged';

/** The verdict of a report's rules for one row. */
export interface RowVerdict {
  readonly verdict: Verdict;
  /** Ids of the violated rules, also those that only warn, that are known or from which the mailbox is exempt. */
  readonly violations: readonly string[];
}

/** The verdict of one rule for a mailbox, over all its rows. */
export interface RuleVerdict {
  readonly rule: Rule;
  /** Undefined if the rule applies to none of the rows. */
  readonly verdict: Verdict | undefined;
  readonly findings: readonly Finding[];
  /** Whether something that was not read may violate the rule too, whatever the verdict is. By default not. */
  readonly isUncertain?: boolean | undefined;
}

/** The findings of a report, in the order of its rules; none without a verdict. */
export function findingsIn(verdict: ReportVerdict | undefined): readonly Finding[] {
  return verdict?.rules.flatMap(({ findings }) => findings) ?? [];
}

/** The verdicts of a report's rules for one mailbox. */
export interface ReportVerdict {
  /** One for each row, in order. */
  readonly rows: readonly RowVerdict[];
  /** One for each rule of the report, in the policy's order. */
  readonly rules: readonly RuleVerdict[];
}
