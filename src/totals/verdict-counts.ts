import type { Policy, Rule } from '../policy/policy-definition.ts';
import type { ReportVerdict, RuleVerdict, Verdict } from '../policy/verdict.ts';
import { cellAt } from '../reports/row-view.ts';
import type { BrokenRule, UndecidedRule } from '../run/result.ts';
import type { TableResult } from '../run/table-result.ts';
import { ExampleFindings, ViolatingMailboxes, type ExampleFinding } from './shown-findings.ts';

/** The number of mailboxes to which a rule applies, by verdict. */
export interface RuleCounts extends Record<CountedVerdict, number> {
  readonly rule: Rule;
  /** Whether it is about a table of the tenant, which counts as one mailbox. */
  isOfTable?: true;
  /** Mailboxes to none of whose rows the rule applies. */
  inapplicable: number;
}

export type CountedVerdict = 'passed' | 'failed' | 'warned' | 'known' | 'exempt' | 'inconclusive';

/** What a verdict is called where it is counted. */
export const COUNTED: Readonly<Record<Verdict, CountedVerdict>> = {
  pass: 'passed',
  fail: 'failed',
  warn: 'warned',
  known: 'known',
  exempt: 'exempt',
  inconclusive: 'inconclusive',
};

/** Counts the verdicts of a policy for each mailbox. Memory is bounded by the policy, not by the tenant. */
export class VerdictCounts {
  /** The mailboxes that violate a rule without being exempt or known. */
  readonly violating = new ViolatingMailboxes();
  readonly #counts: ReadonlyMap<Rule, RuleCounts>;
  readonly #examples = new ExampleFindings();
  readonly #undecided: UndecidedRule[] = [];
  /** The rules that something unread may violate. */
  readonly #uncertain = new Set<Rule>();
  /** By table with one row, the columns whose cells are known. */
  readonly #knownCells = new Map<string, ReadonlySet<string>>();
  readonly #findings = { passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 };

  constructor(policy: Policy) {
    const none = { passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0, inapplicable: 0 };
    this.#counts = new Map(policy.rules.map((rule) => [rule, { rule, ...none }]));
  }

  /** Adds a mailbox or a table, with the verdict of each report. Undefined for a report without rules. */
  add(reports: readonly { readonly verdict: ReportVerdict | undefined }[]): void {
    const violated: RuleVerdict[] = [];
    for (const result of reports.flatMap(({ verdict }) => verdict?.rules ?? [])) {
      const counts = this.#counts.get(result.rule);
      if (result.verdict === undefined) {
        if (counts !== undefined) counts.inapplicable += 1;
        continue;
      }
      if (counts === undefined) throw new Error(`${result.rule.id} is not a rule of the policy`);
      if (result.isUncertain === true) this.#uncertain.add(result.rule);
      for (const { verdict } of result.findings) this.#findings[COUNTED[verdict]] += 1;
      counts[COUNTED[result.verdict]] += 1;
      if (result.verdict === 'fail' || result.verdict === 'warn') violated.push(result);
    }
    if (violated.length === 0) return;
    for (const { rule, findings } of violated) this.#examples.add(rule, findings);
    this.violating.add(violated);
  }

  /** Adds a table. A rule is undecided if the table was not read, or a cell of its only row, whatever else violates the rule. */
  addTable({ definition, status, rows, verdict }: TableResult): void {
    this.add([{ verdict }]);
    const isOneRow = definition.rows === undefined;
    for (const { rule, isUncertain = false } of verdict?.rules ?? []) {
      const counts = this.#counts.get(rule);
      if (counts !== undefined) counts.isOfTable = true;
      if (isUncertain && (isOneRow || status !== 'ok')) this.#undecided.push({ rule: rule.id, table: definition.name });
    }
    if (!isOneRow) return;
    const [row] = rows;
    const known = new Set(
      row === undefined
        ? []
        : Object.keys(definition.columns).filter((_, at) => row.status === 'ok' && cellAt(row, at).isKnown),
    );
    this.#knownCells.set(definition.name, known);
  }

  /** The rules that a table, or a cell of a table with one row, leaves undecided because it was not read. */
  get undecided(): readonly UndecidedRule[] {
    const ofMailboxes = [...this.#uncertain].flatMap((rule) => {
      const named = [...Object.keys(rule.when), ...Object.keys(rule.expect)].map((name) => name.split(/\.(.*)/s));
      const unknown = named.find(([table = '', column = '']) => this.#knownCells.get(table)?.has(column) === false);
      return unknown === undefined ? [] : [{ rule: rule.id, table: unknown[0] ?? '' }];
    });
    const ids = new Set(this.#undecided.map(({ rule }) => rule));
    return [...this.#undecided, ...ofMailboxes.filter(({ rule }) => !ids.has(rule))];
  }

  /** One for each rule, in the policy's order. */
  get rules(): readonly RuleCounts[] {
    return [...this.#counts.values()];
  }

  /** Pairs of a rule and a mailbox with this verdict: `failed` for violations of rules of severity error. */
  total(verdict: CountedVerdict): number {
    return this.rules.reduce((sum, counts) => sum + counts[verdict], 0);
  }

  /** The rows of `violations.csv` with this verdict: a mailbox may violate a rule several times. */
  findings(verdict: CountedVerdict): number {
    return this.#findings[verdict];
  }

  /** The rules with mailboxes of this verdict, and how many each has; the most frequent first. */
  rulesWith(verdict: 'failed' | 'warned'): readonly BrokenRule[] {
    return this.rules
      .filter((counts) => counts[verdict] > 0)
      .sort((one, other) => other[verdict] - one[verdict])
      .map((counts) => ({ rule: counts.rule.id, mailboxes: counts[verdict] }));
  }

  /**
   * Twenty pairs of a rule and a mailbox at most, ten a rule, new violations first: of each rule the first, then of each
   * the second, and so on; failures before warnings in each turn.
   */
  get examples(): readonly ExampleFinding[] {
    return this.#examples.first(this.#counts.keys());
  }
}
