import { cellText, shortened } from '../text/display.ts';
import type { Policy, Rule } from './definition.ts';
import type { Finding, ReportVerdict, RuleVerdict, Verdict } from './verdict.ts';

const MOST_OFFENDERS = 20;
const MOST_FINDINGS_AN_OFFENDER = 5;
const MOST_HIGHLIGHTS = 20;
const MOST_HIGHLIGHTS_A_RULE = 10;
const LONGEST_TEXT = 100;

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

/** A finding as people read it. Texts are cut at 100 characters, and hostile until escaped. */
export interface ReportedFinding {
  /** The rule's id. */
  readonly rule: string;
  readonly verdict: 'fail' | 'warn';
  /** '' where a report has one row a mailbox. */
  readonly item: string;
  readonly column: string;
  /** '' where the cell is blank. */
  readonly found: string;
  readonly expected: string;
}

/** A mailbox that breaks rules without being exempt or known. */
export interface Offender {
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** How many rules of severity error it breaks. */
  readonly failed: number;
  /** How many rules of severity warning it breaks. */
  readonly warned: number;
  /** Five at most: of each rule the first, then of each the second, and so on; failures before warnings in each turn. */
  readonly findings: readonly ReportedFinding[];
  /** How many there are of these. */
  readonly findingCount: number;
}

/** The first finding of a rule for a mailbox, with the line of the mailbox in its list. */
export interface Highlight extends Omit<ReportedFinding, 'rule'> {
  readonly rule: Rule;
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** The number of further findings of the same rule and mailbox. */
  readonly more: number;
  /** Whether the earlier report does not have the violation. */
  readonly isNew: boolean;
}

type Counts = { -readonly [key in keyof RuleCounts]: RuleCounts[key] };

/** Counts the verdicts of a policy for each mailbox. Memory is bounded by the policy, not by the tenant. */
export class PolicyTally {
  readonly #counts = new Map<Rule, Counts>();
  /** By rule, the first few of each. */
  readonly #highlights = new Map<Rule, Highlight[]>();
  /** The worst first. */
  readonly #offenders: Offender[] = [];
  #offenderCount = 0;

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
        count(counts, result.verdict);
        if (result.verdict === 'fail' || result.verdict === 'warn') (broken ??= []).push(result);
      }
    }
    if (broken !== undefined) this.#addBroken(broken);
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
    return this.#offenders;
  }

  /** How many mailboxes break a rule without being exempt. */
  get offenderCount(): number {
    return this.#offenderCount;
  }

  /** Twenty pairs at most, ten a rule, new violations first: of each rule the first, then of each the second, and so on; failures before warnings in each turn. */
  get highlights(): readonly Highlight[] {
    const byRule = [...this.#counts.keys()].map((rule) => this.#highlights.get(rule) ?? []);
    return [true, false]
      .flatMap((wanted) =>
        failuresFirst(
          byRule.map((kept) => kept.filter(({ isNew }) => isNew === wanted)),
          MOST_HIGHLIGHTS,
        ),
      )
      .slice(0, MOST_HIGHLIGHTS);
  }

  #addBroken(broken: readonly RuleVerdict[]): void {
    this.#offenderCount += 1;
    let failed = 0;
    for (const { rule, verdict, findings } of broken) {
      if (verdict === 'fail') failed += 1;
      this.#addHighlights(rule, findings);
    }
    this.#addOffender(broken, failed);
  }

  #addHighlights(rule: Rule, findings: readonly Finding[]): void {
    const kept = this.#highlights.get(rule) ?? [];
    this.#highlights.set(rule, kept);
    const breaches = findings.filter(isBreach);
    const first = breaches.find(({ novelty }) => novelty === 'new') ?? breaches[0];
    if (first === undefined) return;
    const isNew = first.novelty === 'new';
    if (kept.length >= MOST_HIGHLIGHTS_A_RULE && (!isNew || kept.at(-1)?.isNew === true)) return;
    const { address, file, line } = first.mailbox;
    const highlight = { ...reported(first), rule, address, file, line, more: breaches.length - 1, isNew };
    const after = isNew ? kept.findIndex((other) => !other.isNew) : -1;
    kept.splice(after === -1 ? kept.length : after, 0, highlight);
    if (kept.length > MOST_HIGHLIGHTS_A_RULE) kept.pop();
  }

  #addOffender(broken: readonly RuleVerdict[], failed: number): void {
    const warned = broken.length - failed;
    const last = this.#offenders.at(-1);
    if (this.#offenders.length >= MOST_OFFENDERS && last !== undefined && !isWorse({ failed, warned }, last)) return;
    const byRule = broken.map(({ findings }) => findings.filter(isBreach));
    const findings = failuresFirst(byRule, MOST_FINDINGS_AN_OFFENDER);
    const [first] = findings;
    if (first === undefined) throw new Error('a violated rule has no finding');
    const { address, file, line } = first.mailbox;
    const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
    const offender = { address, file, line, failed, warned, findings: findings.map(reported), findingCount };
    const after = this.#offenders.findIndex((other) => isWorse(offender, other));
    this.#offenders.splice(after === -1 ? this.#offenders.length : after, 0, offender);
    if (this.#offenders.length > MOST_OFFENDERS) this.#offenders.pop();
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

function count(counts: Counts, verdict: Verdict): void {
  switch (verdict) {
    case 'pass':
      counts.passed += 1;
      break;
    case 'fail':
      counts.failed += 1;
      break;
    case 'warn':
      counts.warned += 1;
      break;
    case 'known':
      counts.known += 1;
      break;
    case 'exempt':
      counts.exempt += 1;
      break;
    case 'inconclusive':
      counts.inconclusive += 1;
  }
}

type Breach = Finding & { readonly verdict: 'fail' | 'warn' };

function isBreach(finding: Finding): finding is Breach {
  return finding.verdict === 'fail' || finding.verdict === 'warn';
}

function isWorse(one: Pick<Offender, 'failed' | 'warned'>, other: Pick<Offender, 'failed' | 'warned'>): boolean {
  return one.failed === other.failed ? one.warned > other.warned : one.failed > other.failed;
}

function reported({ rule, verdict, item, column, found, expected }: Breach): ReportedFinding {
  return {
    rule: rule.id,
    verdict,
    item: shortened(item, LONGEST_TEXT),
    column,
    found: shortened(cellText(found), LONGEST_TEXT),
    expected: shortened(expected, LONGEST_TEXT),
  };
}

/** The first of each rule, then the second of each, and so on, so that none is pushed out by one that breaks often. */
function failuresFirst<F extends { readonly verdict: Verdict }>(byRule: readonly (readonly F[])[], most: number): F[] {
  const failures = byRule.filter(([first]) => first?.verdict === 'fail');
  const warnings = byRule.filter(([first]) => first?.verdict === 'warn');
  return inTurns([...failures, ...warnings], most).slice(0, most);
}

function inTurns<F>(groups: readonly (readonly F[])[], most: number): F[] {
  const turns: F[] = [];
  for (let turn = 0; turn < most && turns.length < most; turn++) {
    for (const group of groups) {
      const finding = group[turn];
      if (finding !== undefined) turns.push(finding);
    }
  }
  return turns;
}
