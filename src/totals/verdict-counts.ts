import type { Policy, Rule } from '../policy/definition.ts';
import { Highlights, Offenders, type Highlight, type Offender } from './shown-findings.ts';
import type { ReportVerdict, RuleVerdict, Verdict } from '../policy/verdict.ts';

/** The number of mailboxes to which a rule applies, by verdict. */
export interface RuleCounts {
  readonly rule: Rule;
  readonly passed: number;
  readonly failed: number;
  readonly warned: number;
  readonly known: number;
  readonly exempt: number;
  readonly inconclusive: number;
}

const COUNTED: Readonly<Record<Verdict, Exclude<keyof RuleCounts, 'rule'>>> = {
  ...{ pass: 'passed', fail: 'failed', warn: 'warned', known: 'known', exempt: 'exempt', inconclusive: 'inconclusive' },
};

type Counts = { -readonly [key in keyof RuleCounts]: RuleCounts[key] };

/** Counts the verdicts of a policy for each mailbox. Memory is bounded by the policy, not by the tenant. */
export class VerdictCounts {
  readonly #counts = new Map<Rule, Counts>();
  readonly #highlights = new Highlights();
  readonly #offenders = new Offenders();

  constructor(policy: Policy) {
    for (const rule of policy.rules) {
      this.#counts.set(rule, { rule, passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 });
    }
  }

  /** Adds a mailbox, with the verdict of each report. Undefined for a report without rules. */
  add(reports: readonly { readonly verdict: ReportVerdict | undefined }[]): void {
    let broken: RuleVerdict[] | undefined;
    for (const { verdict } of reports) {
      if (verdict === undefined) continue;
      for (const result of verdict.rules) {
        if (result.verdict === undefined) continue;
        const counts = this.#counts.get(result.rule);
        if (counts === undefined) throw new Error(`${result.rule.id} is not a rule of the policy`);
        counts[COUNTED[result.verdict]] += 1;
        if (result.verdict === 'fail' || result.verdict === 'warn') (broken ??= []).push(result);
      }
    }
    if (broken === undefined) return;
    for (const { rule, findings } of broken) this.#highlights.add(rule, findings);
    this.#offenders.add(broken);
  }

  /** One for each rule, in the policy's order. */
  get rules(): readonly RuleCounts[] {
    return [...this.#counts.values()];
  }

  /** The rules of severity error with violations, and how many mailboxes violate each; the most frequent first. */
  get broken(): readonly { readonly rule: string; readonly mailboxes: number }[] {
    return this.#brokenBy('failed');
  }

  /** The same for the rules of severity warning. */
  get brokenWarnings(): readonly { readonly rule: string; readonly mailboxes: number }[] {
    return this.#brokenBy('warned');
  }

  /** Pairs of a rule of severity error and a mailbox that breaks it. */
  get violationCount(): number {
    return this.#sum('failed');
  }

  /** Pairs of a rule of severity warning and a mailbox that breaks it. */
  get warningCount(): number {
    return this.#sum('warned');
  }

  /** Pairs of a rule and a mailbox whose violations are all in the baseline. */
  get knownCount(): number {
    return this.#sum('known');
  }

  /** Pairs of a rule and a mailbox that breaks it and is exempt. */
  get exemptCount(): number {
    return this.#sum('exempt');
  }

  /** Pairs of a rule and a mailbox for which it is inconclusive. */
  get inconclusiveCount(): number {
    return this.#sum('inconclusive');
  }

  /** The twenty that break most rules of severity error, then of severity warning; equal ones in the list's order. */
  get offenders(): readonly Offender[] {
    return this.#offenders.worst;
  }

  /** How many mailboxes break a rule without being exempt. */
  get offenderCount(): number {
    return this.#offenders.count;
  }

  /**
   * Twenty pairs of a rule and a mailbox at most, ten a rule, new violations first: of each rule the first, then of each
   * the second, and so on; failures before warnings in each turn.
   */
  get highlights(): readonly Highlight[] {
    return this.#highlights.first(this.#counts.keys());
  }

  #brokenBy(key: 'failed' | 'warned'): { readonly rule: string; readonly mailboxes: number }[] {
    return [...this.#counts.values()]
      .filter((counts) => counts[key] > 0)
      .sort((one, other) => other[key] - one[key])
      .map((counts) => ({ rule: counts.rule.id, mailboxes: counts[key] }));
  }

  #sum(key: 'failed' | 'warned' | 'known' | 'exempt' | 'inconclusive'): number {
    let sum = 0;
    for (const counts of this.#counts.values()) sum += counts[key];
    return sum;
  }
}
