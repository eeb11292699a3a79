import { compilePattern } from '../schema/pattern.ts';
import { daysUntil, type EpochMs } from '../text/numbers.ts';
import type { Exemption } from './policy-definition.ts';

/** Days of warning before an exemption expires. */
const SOON = 30;

/** How an exemption was used in a run. */
export interface ExemptionUse {
  readonly exemption: Exemption;
  /** Whole days, in UTC, until its last day: 0 on that day, negative after it. */
  readonly daysLeft: number;
  /** Whether its last day has passed, so that it no longer applies. */
  readonly expired: boolean;
  /** Whether it still applies and has at most 30 days left. */
  readonly endsSoon: boolean;
  /** Violating mailboxes that it covered, alone or together with another exemption. */
  readonly covered: number;
  /** Violating mailboxes that it would have covered before it expired, and that no other exemption covers. */
  readonly missed: number;
  /**
   * `in-use`: it covered a violation, or would have before it expired. `unknown`: it did not, but the rule is inconclusive
   * for a mailbox that it names.
   */
  readonly usage: 'in-use' | 'unused' | 'unknown';
  /** Whether it names a mailbox of the run. */
  readonly isMatched: boolean;
}

/** Whether an exemption with so many days left ends within the warning period. */
export function endsSoon(daysLeft: number): boolean {
  return daysLeft >= 0 && daysLeft <= SOON;
}

/** One exemption with its counts. */
interface Entry {
  readonly exemption: Exemption;
  readonly daysLeft: number;
  /** Also false if its last day cannot be parsed: an exemption must not apply forever by mistake. */
  readonly inForce: boolean;
  readonly names: (address: string) => boolean;
  covered: number;
  missed: number;
  mayCover: boolean;
  isMatched: boolean;
}

/** Finds the exemption of a mailbox, or of a row of a table, from a rule, and counts how each exemption is used. */
export class ExemptionIndex {
  readonly #entries: readonly Entry[];
  readonly #byRule: ReadonlyMap<string, readonly Entry[]>;

  /** @param now decides for the whole run which exemptions have expired */
  constructor(exemptions: readonly Exemption[], now: EpochMs) {
    this.#entries = exemptions.map((exemption) => {
      const daysLeft = daysUntil(exemption.expires, now);
      const names = matcherOf(exemption);
      return {
        exemption,
        daysLeft,
        inForce: daysLeft >= 0,
        names,
        covered: 0,
        missed: 0,
        mayCover: false,
        isMatched: false,
      };
    });
    this.#byRule = Map.groupBy(this.#entries, ({ exemption }) => exemption.rule);
  }

  /** Records that the run has a mailbox, with every name that is known of it. */
  see(rule: string, names: readonly string[]): void {
    const unmatched = (this.#byRule.get(rule) ?? []).filter(({ isMatched }) => !isMatched);
    if (unmatched.length === 0) return;
    const folded = names.map((name) => name.toLowerCase());
    for (const entry of unmatched) entry.isMatched = folded.some(entry.names);
  }

  /** Records that it is not known which of the exempted rows a table has. */
  seeUnknown(rule: string): void {
    for (const entry of this.#byRule.get(rule) ?? []) entry.isMatched = true;
  }

  /**
   * The exemption of a mailbox that violates a rule: the first one in the policy that applies. Counts its use, so call this
   * once for each rule and mailbox, with every address that is known of it.
   */
  exempt(rule: string, ...addresses: readonly string[]): Exemption | undefined {
    const entries = this.#naming(rule, addresses);
    const applying = entries.filter(({ inForce }) => inForce);
    for (const entry of applying) entry.covered += 1;
    if (applying.length === 0) for (const entry of entries) entry.missed += 1;
    return applying[0]?.exemption;
  }

  /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
  addInconclusive(rule: string, ...addresses: readonly string[]): void {
    for (const entry of this.#naming(rule, addresses)) entry.mayCover = true;
  }

  /** Whether an exemption from a rule is in force, so that an unknown address of a mailbox may be exempt. */
  isInForce(rule: string): boolean {
    return (this.#byRule.get(rule) ?? []).some(({ inForce }) => inForce);
  }

  /** One for each exemption, in the policy's order. */
  get uses(): readonly ExemptionUse[] {
    return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, mayCover, isMatched }) => ({
      exemption,
      daysLeft,
      expired: !inForce,
      endsSoon: endsSoon(daysLeft),
      covered,
      missed,
      usage: covered + missed > 0 ? 'in-use' : mayCover ? 'unknown' : 'unused',
      isMatched,
    }));
  }

  #naming(rule: string, addresses: readonly string[]): readonly Entry[] {
    const folded = addresses.map((address) => address.toLowerCase());
    return (this.#byRule.get(rule) ?? []).filter(({ names }) => folded.some(names));
  }
}

/** Whether an exemption names a mailbox by an address, or a row of a table by its item, in lower case. */
function matcherOf({ mailboxes, items }: Exemption): (name: string) => boolean {
  const patterns = items ?? mailboxes;
  // Of a table with one row, nothing has to be named.
  return patterns.length === 0 ? () => true : mailboxMatcher(patterns.map(({ pattern }) => pattern));
}

/** Whether an address in lower case is one of the addresses, or matches one of the patterns. */
function mailboxMatcher(patterns: readonly string[]): (address: string) => boolean {
  const exact = new Set(patterns.filter((pattern) => !isPattern(pattern)).map((pattern) => pattern.toLowerCase()));
  const wildcards = patterns.filter(isPattern).map(wildcard);
  return (address) => exact.has(address) || wildcards.some((matches) => matches(address));
}

/** Whether the text of an exemption contains a wildcard. */
export function isPattern(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. Takes linear time: RE2 does not backtrack over many `*`.
 */
export function wildcard(pattern: string): (address: string) => boolean {
  const lowerCase = pattern.toLowerCase();
  const escaped = lowerCase.replace(/[\\^$.|+()[\]{}]/g, String.raw`\$&`);
  const compiled = compilePattern(`(?s)^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`);
  const ending = lowerCase.slice(Math.max(lowerCase.lastIndexOf('*'), lowerCase.lastIndexOf('?')) + 1);
  return (address) => {
    const text = address.toLowerCase();
    return text.endsWith(ending) && compiled.test(text);
  };
}
