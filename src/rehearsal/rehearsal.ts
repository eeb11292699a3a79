import type { IndexedReport } from '../store/indexed-report.ts';
import { violationKey } from '../compare/row-comparison.ts';
import type { Setting } from '../policy/policy-definition.ts';
import type { StoredMailbox, StoredViolation } from '../store/rows-file.ts';
import type { PolicyState } from './policy-state.ts';
import { StoredJudge, undecidedRules, type UnjudgedRule } from './stored-judge.ts';

/** Names of mailboxes that a result has for each number. */
const MAX_NAMES = 10;

/** Pairs of a rule and a mailbox. */
export interface Tally {
  readonly count: number;
  /** The first ten addresses, in list order. */
  readonly addresses: readonly string[];
}

/** What a policy finds otherwise than another one in the same rows, by rule. */
export interface RuleEffect {
  readonly rule: string;
  /** The rule's severity; of a rule that the policy no longer has, that of its violations. */
  readonly severity: 'error' | 'warning';
  /** `added`, `removed`: only one of both policies has the rule. `kept` also if the policy before is not known. */
  readonly presence: 'kept' | 'added' | 'removed';
  /** Violations by the policy before. */
  readonly before: number;
  /** Violations by the policy, neither known nor exempt. */
  readonly after: number;
  /** Violations that the policy before does not find, or accepts. */
  readonly new: Tally;
  /** Violations that the policy no longer finds. */
  readonly resolved: Tally;
  /** Violations that the baseline newly makes known. */
  readonly known: Tally;
  /** Violations that an exemption newly covers. */
  readonly exempt: Tally;
  /** Mailboxes for which the policy cannot decide. */
  readonly inconclusive: number;
  /** What a remediation plan would set in the mailboxes with violations. */
  readonly set: readonly Setting[];
  /** Whether the rule is known to have had another `set`. */
  readonly isSetChanged: boolean;
}

/** Mailboxes that only one of both lists has. */
export interface ListEffect {
  readonly added: Tally;
  readonly removed: Tally;
  /** Added ones that the rows lack. */
  readonly withoutRows: number;
}

/** What a policy finds in kept rows, in comparison with the policy before. */
export interface Rehearsal {
  /** Mailboxes of the rows that were judged. */
  readonly mailboxes: number;
  /** Those of them of which a report could not be read. */
  readonly unread: number;
  /** In the order of the policy, then the removed ones. */
  readonly rules: readonly RuleEffect[];
  readonly unjudged: readonly UnjudgedRule[];
  /** Undefined without mailbox lists. */
  readonly lists: ListEffect | undefined;
}

/**
 * Judges the rows of a report by a policy and by the policy before. Throws an `UnusableRows` for a cell of the wrong type.
 *
 * @param before undefined: the violations that the report itself has
 */
export function rehearse(report: IndexedReport, after: PolicyState, before: PolicyState | undefined): Rehearsal {
  const { header } = report;
  const now = header.run.started.getTime();
  const judgeOf = (state: PolicyState | undefined): StoredJudge | undefined =>
    state?.policy && new StoredJudge(header, state.policy, state, now);
  const [judge, judgeBefore] = [judgeOf(after), judgeOf(before)];
  const effects = new RuleEffects(
    after,
    before,
    undecidedRules(judge?.unjudged),
    undecidedRules(judgeBefore?.unjudged),
  );
  const [listed, listedBefore] = [addressSet(after), before && addressSet(before)];
  let [mailboxes, unread] = [0, 0];
  for (const [index, mailbox] of header.list.mailboxes.entries()) {
    const address = mailbox.address.toLowerCase();
    const [isListed, wasListed] = [listed?.has(address) ?? true, listedBefore?.has(address) ?? true];
    if (!isListed && !wasListed) continue;
    const stored = report.at(index);
    if (isListed) {
      mailboxes += 1;
      if (stored.reports.some(({ status }) => status !== 'ok')) unread += 1;
    }
    const violations = isListed ? judge?.violationsOf(stored, mailbox) : undefined;
    const earlier = before === undefined ? storedViolations(stored) : judgeBefore?.violationsOf(stored, mailbox);
    effects.add(mailbox.address, violations ?? [], wasListed ? (earlier ?? []) : []);
  }
  const rows = new Set(header.list.mailboxes.map(({ address }) => address.toLowerCase()));
  return {
    mailboxes,
    unread,
    rules: effects.all(),
    unjudged: judge?.unjudged ?? [],
    lists: listEffect(listed, listedBefore ?? rows, rows),
  };
}

/** Counts of violations over all rules, by severity. */
export function totalsOf({
  rules,
}: Rehearsal): Readonly<
  Record<'error' | 'warning', Readonly<Record<'before' | 'after' | 'new' | 'resolved', number>>>
> {
  const of = (severity: RuleEffect['severity']) => {
    const chosen = rules.filter((rule) => rule.severity === severity);
    const sum = (numberOf: (rule: RuleEffect) => number): number =>
      chosen.reduce((total, rule) => total + numberOf(rule), 0);
    return {
      before: sum((rule) => rule.before),
      after: sum((rule) => rule.after),
      new: sum((rule) => rule.new.count),
      resolved: sum((rule) => rule.resolved.count),
    };
  };
  return { error: of('error'), warning: of('warning') };
}

function addressSet({ addresses }: PolicyState): ReadonlySet<string> | undefined {
  return addresses && new Set(addresses);
}

function storedViolations({ reports }: StoredMailbox): readonly StoredViolation[] {
  return reports.flatMap(({ violations }) => violations);
}

function listEffect(
  listed: ReadonlySet<string> | undefined,
  before: ReadonlySet<string>,
  rows: ReadonlySet<string>,
): ListEffect | undefined {
  if (listed === undefined) return undefined;
  const added = [...listed].filter((address) => !before.has(address));
  return {
    added: tallyOf(added),
    removed: tallyOf([...before].filter((address) => !listed.has(address))),
    withoutRows: added.filter((address) => !rows.has(address)).length,
  };
}

class GrowingTally implements Tally {
  count = 0;
  readonly addresses: string[] = [];

  add(address: string): void {
    this.count += 1;
    if (this.addresses.length < MAX_NAMES) this.addresses.push(address);
  }
}

function tallyOf(addresses: readonly string[]): Tally {
  return { count: addresses.length, addresses: addresses.slice(0, MAX_NAMES) };
}

interface RuleCounts {
  before: number;
  after: number;
  inconclusive: number;
  readonly new: GrowingTally;
  readonly resolved: GrowingTally;
  readonly known: GrowingTally;
  readonly exempt: GrowingTally;
}

/** Collects the effects as mailboxes pass. */
class RuleEffects {
  readonly #after: PolicyState;
  readonly #before: PolicyState | undefined;
  readonly #undecided: ReadonlySet<string>;
  readonly #undecidedBefore: ReadonlySet<string>;
  readonly #counts = new Map<string, RuleCounts>();
  /** The severity of rules that only stored violations name. */
  readonly #severities = new Map<string, RuleEffect['severity']>();

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
    for (const { id } of after.policy?.rules ?? []) this.#countsOf(id);
  }

  add(address: string, after: readonly StoredViolation[], before: readonly StoredViolation[]): void {
    const byRule = Map.groupBy(after, ({ rule }) => rule);
    const byRuleBefore = Map.groupBy(before, ({ rule }) => rule);
    for (const rule of new Set([...byRule.keys(), ...byRuleBefore.keys()])) {
      if (!this.#undecided.has(rule))
        this.#addRule(rule, address, byRule.get(rule) ?? [], byRuleBefore.get(rule) ?? []);
    }
  }

  #addRule(rule: string, address: string, is: readonly StoredViolation[], was: readonly StoredViolation[]): void {
    const counts = this.#countsOf(rule);
    const [counted, countedBefore] = [is.filter(isCounted), was.filter(isCounted)];
    for (const { verdict } of countedBefore) this.#severities.set(rule, verdict === 'fail' ? 'error' : 'warning');
    if (counted.length > 0) counts.after += 1;
    if (countedBefore.length > 0) counts.before += 1;
    const isInconclusive = is.some(({ verdict }) => verdict === 'inconclusive');
    if (isInconclusive && counted.length === 0) counts.inconclusive += 1;
    if (!this.#undecidedBefore.has(rule) && lacksSome(counted, countedBefore)) counts.new.add(address);
    // Where the rule is inconclusive, a violation may be there still.
    if (!isInconclusive && lacksSome(countedBefore, is)) counts.resolved.add(address);
    for (const verdict of ['known', 'exempt'] as const) {
      const accepted = is.filter((violation) => violation.verdict === verdict);
      if (hasSome(accepted, countedBefore)) counts[verdict].add(address);
    }
  }

  all(): readonly RuleEffect[] {
    const rules = new Map(this.#after.policy?.rules.map((rule) => [rule.id, rule]));
    const rulesBefore = new Map(this.#before?.policy?.rules.map((rule) => [rule.id, rule]));
    return [...this.#counts].map(([rule, counts]): RuleEffect => {
      const definition = rules.get(rule);
      const wasThere = this.#before === undefined || rulesBefore.has(rule);
      return {
        rule,
        severity: (definition ?? rulesBefore.get(rule))?.severity ?? this.#severities.get(rule) ?? 'error',
        presence: definition === undefined ? 'removed' : wasThere ? 'kept' : 'added',
        ...counts,
        set: definition?.set ?? [],
        isSetChanged:
          definition !== undefined &&
          rulesBefore.has(rule) &&
          JSON.stringify(definition.set) !== JSON.stringify(rulesBefore.get(rule)?.set),
      };
    });
  }

  #countsOf(rule: string): RuleCounts {
    const counts = this.#counts.get(rule) ?? {
      before: 0,
      after: 0,
      inconclusive: 0,
      new: new GrowingTally(),
      resolved: new GrowingTally(),
      known: new GrowingTally(),
      exempt: new GrowingTally(),
    };
    this.#counts.set(rule, counts);
    return counts;
  }
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
