import { isDeepStrictEqual } from 'node:util';
import { violationKey } from '../compare/row-comparison.ts';
import type { Policy, Rule, Setting, Severity } from '../policy/policy-definition.ts';
import type { StoredViolation } from '../store/rows-file.ts';
import type { PolicyState } from './policy-state.ts';

/** Names of mailboxes that a result has for each number. */
const MAX_NAMES = 10;

/** Pairs of a rule and a mailbox. */
export interface Tally {
  readonly count: number;
  /** The first ten addresses, in list order. */
  readonly addresses: readonly string[];
}

/** The violations of a rule that count with one severity, neither known nor exempt. */
export interface SeverityEffect {
  /** By the policy before. */
  readonly before: number;
  /** By the policy. */
  readonly after: number;
  /** Those that the policy before does not find, accepts, or counts with another severity. */
  readonly new: Tally;
  /** Those that the policy no longer finds, or counts with another severity. */
  readonly resolved: Tally;
}

/** Why a rule fails in fewer cases than before. `when` and `expect`: the rule has others, and no longer fails for a mailbox. */
export type Weakening = 'removed' | 'severity' | 'exemption' | 'baseline' | 'when' | 'expect';

/** What a policy finds otherwise than another one in the same rows, by rule. */
export interface RuleEffect {
  readonly rule: string;
  /** The rule's severity; of a rule that the policy no longer has, that before. */
  readonly severity: Severity;
  /** That of the policy before, if it is another one. */
  readonly severityBefore: Severity | undefined;
  /** `added`, `removed`: only one of both policies has the rule. `kept` also if the policy before is not known. */
  readonly presence: 'kept' | 'added' | 'removed';
  readonly by: Readonly<Record<Severity, SeverityEffect>>;
  /** False if the rows cannot decide the rule of the policy before, so that nothing is compared. */
  readonly isBeforeKnown: boolean;
  /** False if the rows cannot decide the rule of the policy, so that nothing is counted. */
  readonly isAfterKnown: boolean;
  /** Violations that the baseline newly makes known. */
  readonly known: Tally;
  /** Violations that an exemption newly covers. */
  readonly exempt: Tally;
  /** Mailboxes of the lists that failed the step by the rule in a way in which they no longer do. */
  readonly noLongerFails: Tally;
  /** Empty if the rule is as strict as before. */
  readonly weakenedBy: readonly Weakening[];
  /** Mailboxes for which the policy cannot decide. */
  readonly inconclusive: number;
  /** What a remediation plan would set in the mailboxes with violations. */
  readonly set: readonly Setting[];
  /** Whether the rule is known to have had another `set`. */
  readonly isSetChanged: boolean;
}

class GrowingTally implements Tally {
  count = 0;
  readonly addresses: string[] = [];

  add(address: string): void {
    this.count += 1;
    if (this.addresses.length < MAX_NAMES) this.addresses.push(address);
  }
}

/** Of some addresses, in list order. */
export function tallyOf(addresses: readonly string[]): Tally {
  return { count: addresses.length, addresses: addresses.slice(0, MAX_NAMES) };
}

interface GrowingSeverity extends SeverityEffect {
  before: number;
  after: number;
  readonly new: GrowingTally;
  readonly resolved: GrowingTally;
}

interface RuleCounts {
  inconclusive: number;
  readonly by: Readonly<Record<Severity, GrowingSeverity>>;
  readonly known: GrowingTally;
  readonly exempt: GrowingTally;
  readonly noLongerFails: GrowingTally;
}

const VERDICTS = { error: 'fail', warning: 'warn' } as const satisfies Record<Severity, string>;

/** The violations of a rule by a mailbox, by the policy and by the one before. */
interface RuleViolations {
  readonly is: readonly StoredViolation[];
  readonly was: readonly StoredViolation[];
  /** Whether both lists have the mailbox, so that only the policies differ. */
  readonly isInBoth: boolean;
  /** Whether the report of the rule of the policy could not be read. */
  readonly isUnread: boolean;
}

/** Collects the effects as mailboxes pass. */
export class RuleEffects {
  readonly #after: PolicyState;
  readonly #before: PolicyState | undefined;
  readonly #undecided: ReadonlySet<string>;
  readonly #undecidedBefore: ReadonlySet<string>;
  readonly #counts = new Map<string, RuleCounts>();
  /** By the rules of the policy. */
  readonly #reports: ReadonlyMap<string, string>;

  constructor(
    after: PolicyState,
    before: PolicyState | undefined,
    undecided: ReadonlySet<string>,
    undecidedBefore: ReadonlySet<string>,
  ) {
    this.#after = after;
    this.#before = before;
    this.#undecided = undecided;
    this.#undecidedBefore = undecidedBefore;
    this.#reports = new Map(after.policy?.rules.map(({ id, report }) => [id, report]));
    for (const { id } of after.policy?.rules ?? []) this.#countsOf(id);
    for (const { id } of before?.policy?.rules ?? []) this.#countsOf(id);
  }

  /**
   * @param isInBoth whether both lists have the mailbox
   * @param unread reports that could not be read of the mailbox
   */
  add(
    address: string,
    after: readonly StoredViolation[],
    before: readonly StoredViolation[],
    isInBoth: boolean,
    unread: ReadonlySet<string>,
  ): void {
    const byRule = Map.groupBy(after, ({ rule }) => rule);
    const byRuleBefore = Map.groupBy(before, ({ rule }) => rule);
    for (const rule of new Set([...byRule.keys(), ...byRuleBefore.keys()])) {
      const [is, was] = [byRule.get(rule) ?? [], byRuleBefore.get(rule) ?? []];
      const isUnread = unread.has(this.#reports.get(rule) ?? '');
      if (!this.#undecided.has(rule)) this.#addRule(rule, address, { is, was, isInBoth, isUnread });
    }
  }

  #addRule(rule: string, address: string, { is, was, isInBoth, isUnread }: RuleViolations): void {
    const counts = this.#countsOf(rule);
    const isInconclusive = is.some(({ verdict }) => verdict === 'inconclusive');
    const accepted = is.filter(({ verdict }) => verdict === 'known' || verdict === 'exempt');
    for (const severity of ['error', 'warning'] as const) {
      const effect = counts.by[severity];
      const isOf = ({ verdict }: StoredViolation): boolean => verdict === VERDICTS[severity];
      const [counted, countedBefore] = [is.filter(isOf), was.filter(isOf)];
      if (counted.length > 0) effect.after += 1;
      if (countedBefore.length > 0) effect.before += 1;
      if (!this.#undecidedBefore.has(rule) && lacksSome(counted, countedBefore)) effect.new.add(address);
      // A violation may be there still.
      if (!isInconclusive && !isUnread && lacksSome(countedBefore, [...counted, ...accepted]))
        effect.resolved.add(address);
      const isLost = severity === 'error' && isInBoth && lacksSome(countedBefore, counted);
      if (isLost) counts.noLongerFails.add(address);
    }
    if (isInconclusive && !is.some(isCounted)) counts.inconclusive += 1;
    for (const verdict of ['known', 'exempt'] as const) {
      const ofVerdict = accepted.filter((violation) => violation.verdict === verdict);
      if (hasSome(ofVerdict, was.filter(isCounted))) counts[verdict].add(address);
    }
  }

  /** In the order of the policy, those that are weaker than before first. */
  all(): readonly RuleEffect[] {
    const rules = new Map(this.#after.policy?.rules.map((rule) => [rule.id, rule]));
    const rulesBefore = new Map(this.#before?.policy?.rules.map((rule) => [rule.id, rule]));
    const effects = [...this.#counts].map(([id, counts]): RuleEffect => {
      const [is, was] = [rules.get(id), rulesBefore.get(id)];
      const found = counts.by.error.before > 0 ? 'error' : counts.by.warning.before > 0 ? 'warning' : undefined;
      const severityBefore = was?.severity ?? (this.#before === undefined ? found : undefined);
      const severity = is?.severity ?? severityBefore ?? 'error';
      const wasThere = this.#before === undefined || was !== undefined;
      return {
        rule: id,
        severity,
        severityBefore: severityBefore === severity ? undefined : severityBefore,
        isBeforeKnown: !this.#undecidedBefore.has(id),
        isAfterKnown: !this.#undecided.has(id),
        presence: is === undefined ? 'removed' : wasThere ? 'kept' : 'added',
        ...counts,
        weakenedBy: this.#weakenings({ is, was }, { ...counts, wasError: severityBefore === 'error' }),
        set: is?.set ?? [],
        isSetChanged: is !== undefined && was !== undefined && !isDeepStrictEqual(is.set, was.set),
      };
    });
    return [...effects.filter(isWeaker), ...effects.filter((effect) => !isWeaker(effect))];
  }

  #weakenings(
    { is, was }: { readonly is: Rule | undefined; readonly was: Rule | undefined },
    { known, exempt, noLongerFails, wasError }: RuleCounts & { readonly wasError: boolean },
  ): readonly Weakening[] {
    if (is === undefined) return ['removed'];
    const isExemptMore = was !== undefined && hasMoreExemptions(is.id, this.#after.policy, this.#before?.policy);
    const differs = (key: 'when' | 'expect'): boolean => was !== undefined && !isDeepStrictEqual(is[key], was[key]);
    return [
      ...(wasError && is.severity === 'warning' ? (['severity'] as const) : []),
      ...(exempt.count > 0 || isExemptMore ? (['exemption'] as const) : []),
      ...(known.count > 0 ? (['baseline'] as const) : []),
      ...(['when', 'expect'] as const).filter((key) => noLongerFails.count > 0 && differs(key)),
    ];
  }

  #countsOf(rule: string): RuleCounts {
    const bySeverity = (): GrowingSeverity => ({
      before: 0,
      after: 0,
      new: new GrowingTally(),
      resolved: new GrowingTally(),
    });
    const counts = this.#counts.get(rule) ?? {
      inconclusive: 0,
      by: { error: bySeverity(), warning: bySeverity() },
      known: new GrowingTally(),
      exempt: new GrowingTally(),
      noLongerFails: new GrowingTally(),
    };
    this.#counts.set(rule, counts);
    return counts;
  }
}

/** Whether a rule fails in fewer cases than before. */
export function isWeaker({ weakenedBy, noLongerFails }: RuleEffect): boolean {
  return weakenedBy.length > 0 || noLongerFails.count > 0;
}

/** Whether a policy exempts from a rule what another one does not, or for longer. */
function hasMoreExemptions(rule: string, policy: Policy | undefined, before: Policy | undefined): boolean {
  const lastDays = (of: Policy | undefined): ReadonlyMap<string, string> => {
    const days = new Map<string, string>();
    for (const { rule: exempted, mailboxes, expires } of of?.exemptions ?? []) {
      if (exempted !== rule) continue;
      for (const { pattern } of mailboxes) {
        const key = pattern.toLowerCase();
        if (expires > (days.get(key) ?? '')) days.set(key, expires);
      }
    }
    return days;
  };
  const earlier = lastDays(before);
  return [...lastDays(policy)].some(([pattern, expires]) => expires > (earlier.get(pattern) ?? ''));
}

function isCounted({ verdict }: StoredViolation): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

/** Whether some of one rule's violations are not among others, which are matched as two runs are: by item, row and column. */
function lacksSome(some: readonly StoredViolation[], others: readonly StoredViolation[]): boolean {
  const numbers = keyCounts(others);
  return some.some((violation) => {
    const key = violationKey(violation);
    const left = numbers.get(key) ?? 0;
    numbers.set(key, left - 1);
    return left <= 0;
  });
}

function hasSome(some: readonly StoredViolation[], others: readonly StoredViolation[]): boolean {
  const numbers = keyCounts(others);
  return some.some((violation) => numbers.has(violationKey(violation)));
}

function keyCounts(violations: readonly StoredViolation[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const violation of violations)
    numbers.set(violationKey(violation), (numbers.get(violationKey(violation)) ?? 0) + 1);
  return numbers;
}
