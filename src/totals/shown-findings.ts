import { cellText, shortened } from '../text/display.ts';
import type { Rule } from '../policy/definition.ts';
import type { Finding, RuleVerdict, Verdict } from '../policy/verdict.ts';

const MOST_OFFENDERS = 20;
const MOST_FINDINGS_AN_OFFENDER = 5;
const MOST_HIGHLIGHTS = 20;
const MOST_HIGHLIGHTS_A_RULE = 10;
const LONGEST_TEXT = 100;

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

/** The first findings of each rule. */
export class Highlights {
  readonly #byRule = new Map<Rule, Highlight[]>();

  /** Adds the findings of a mailbox. */
  add(rule: Rule, findings: readonly Finding[]): void {
    const kept = this.#byRule.get(rule) ?? [];
    this.#byRule.set(rule, kept);
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

  /** Those to show, as `VerdictCounts.highlights` orders them. */
  first(rules: Iterable<Rule>): readonly Highlight[] {
    const byRule = [...rules].map((rule) => this.#byRule.get(rule) ?? []);
    return [true, false]
      .flatMap((wanted) =>
        failuresFirst(
          byRule.map((kept) => kept.filter(({ isNew }) => isNew === wanted)),
          MOST_HIGHLIGHTS,
        ),
      )
      .slice(0, MOST_HIGHLIGHTS);
  }
}

/** The mailboxes that break most rules. */
export class Offenders {
  readonly #worst: Offender[] = [];
  #count = 0;

  /** The worst first; equal ones in the order they were added. */
  get worst(): readonly Offender[] {
    return this.#worst;
  }

  /** How many were added. */
  get count(): number {
    return this.#count;
  }

  /** Adds a mailbox with the rules of verdict `fail` or `warn`: at least one. */
  add(broken: readonly RuleVerdict[]): void {
    this.#count += 1;
    const failed = broken.filter(({ verdict }) => verdict === 'fail').length;
    const warned = broken.length - failed;
    const last = this.#worst.at(-1);
    if (this.#worst.length >= MOST_OFFENDERS && last !== undefined && !isWorse({ failed, warned }, last)) return;
    const byRule = broken.map(({ findings }) => findings.filter(isBreach));
    const findings = failuresFirst(byRule, MOST_FINDINGS_AN_OFFENDER);
    const [first] = findings;
    if (first === undefined) throw new Error('a violated rule has no finding');
    const { address, file, line } = first.mailbox;
    const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
    const offender = { address, file, line, failed, warned, findings: findings.map(reported), findingCount };
    const after = this.#worst.findIndex((other) => isWorse(offender, other));
    this.#worst.splice(after === -1 ? this.#worst.length : after, 0, offender);
    if (this.#worst.length > MOST_OFFENDERS) this.#worst.pop();
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
