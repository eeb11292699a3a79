import type { Exemption } from './definition.ts';

const DAY = 24 * 60 * 60 * 1000;
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
  readonly need: Need;
}

/**
 * Whether an exemption is needed. `in-use`: it covered a violation, or would have before it expired. `unknown`: it did not,
 * but the rule is inconclusive for a mailbox that it names. Else `unused`.
 */
export type Need = 'in-use' | 'unused' | 'unknown';

/**
 * Days from `now` (epoch ms) until an exemption's last day, both in UTC. Negative after that day; NaN if `expires` is not a
 * date.
 */
export function daysUntil(expires: string, now: number): number {
  return Date.parse(`${expires}T00:00:00Z`) / DAY - Math.floor(now / DAY);
}

/** Whether an exemption with so many days left ends within the warning period. */
export function endsSoon(daysLeft: number): boolean {
  return daysLeft >= 0 && daysLeft <= SOON;
}

/** One exemption with its counts. */
interface Entry {
  readonly exemption: Exemption;
  /** In the policy. */
  readonly position: number;
  readonly daysLeft: number;
  /** Also false if its last day cannot be parsed: an exemption must not apply forever by mistake. */
  readonly inForce: boolean;
  covered: number;
  missed: number;
  doubted: boolean;
}

/** The exemptions of one rule. */
interface RuleExemptions {
  /** By address in lower case. */
  readonly exact: Map<string, Entry[]>;
  /** By domain, so that few have to be tried; '' if the domain is a pattern. */
  readonly patterns: Map<string, Pattern[]>;
}

interface Pattern {
  readonly entry: Entry;
  readonly matches: (address: string) => boolean;
}

/** Finds the exemption of a mailbox from a rule, and counts how each exemption is used. */
export class ExemptionIndex {
  readonly #entries: readonly Entry[];
  readonly #byRule = new Map<string, RuleExemptions>();

  /** @param now epoch ms; decides for the whole run which exemptions have expired */
  constructor(exemptions: readonly Exemption[], now: number) {
    this.#entries = exemptions.map((exemption, position) => {
      const daysLeft = daysUntil(exemption.expires, now);
      return { exemption, position, daysLeft, inForce: daysLeft >= 0, covered: 0, missed: 0, doubted: false };
    });
    for (const entry of this.#entries) this.#register(entry);
  }

  /**
   * The exemption that covers a mailbox that violates a rule: the first one in the policy that applies. Counts it, so call
   * this once for each rule and mailbox.
   */
  cover(rule: string, address: string): Exemption | undefined {
    const ofRule = this.#byRule.get(rule);
    const entries = ofRule === undefined ? [] : matching(ofRule, address.toLowerCase());
    const holding = entries.filter(({ inForce }) => inForce);
    for (const entry of holding) entry.covered += 1;
    if (holding.length === 0) for (const entry of entries) entry.missed += 1;
    return holding[0]?.exemption;
  }

  /** Records that a rule is inconclusive for a mailbox: exemptions that name it may be needed. */
  doubt(rule: string, address: string): void {
    const exemptions = this.#byRule.get(rule);
    if (exemptions === undefined) return;
    for (const entry of matching(exemptions, address.toLowerCase())) entry.doubted = true;
  }

  /** One for each exemption, in the policy's order. */
  get uses(): readonly ExemptionUse[] {
    return this.#entries.map(({ exemption, daysLeft, inForce, covered, missed, doubted }) => ({
      exemption,
      daysLeft,
      expired: !inForce,
      endsSoon: endsSoon(daysLeft),
      covered,
      missed,
      need: covered + missed > 0 ? 'in-use' : doubted ? 'unknown' : 'unused',
    }));
  }

  #register(entry: Entry): void {
    const { rule, mailboxes } = entry.exemption;
    const exemptions: RuleExemptions = this.#byRule.get(rule) ?? { exact: new Map(), patterns: new Map() };
    this.#byRule.set(rule, exemptions);
    for (const { pattern } of mailboxes) {
      const folded = pattern.toLowerCase();
      if (!isPattern(folded)) addTo(exemptions.exact, folded, entry);
      else addTo(exemptions.patterns, literalDomain(folded), { entry, matches: wildcard(folded) });
    }
  }
}

/** The exemptions that name an address (in lower case), each once, in the policy's order. */
function matching({ exact, patterns }: RuleExemptions, address: string): readonly Entry[] {
  const found = new Set(exact.get(address));
  for (const domain of ['', domainOf(address)]) {
    for (const { entry, matches } of patterns.get(domain) ?? []) {
      if (!found.has(entry) && matches(address)) found.add(entry);
    }
  }
  return [...found].sort((a, b) => a.position - b.position);
}

/** '' where there is no `@`. */
function domainOf(address: string): string {
  const at = address.lastIndexOf('@');
  return at === -1 ? '' : address.slice(at + 1);
}

function literalDomain(pattern: string): string {
  const domain = domainOf(pattern);
  return isPattern(domain) ? '' : domain;
}

function addTo<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key) ?? [];
  map.set(key, values);
  values.push(value);
}

/** Whether the text of an exemption contains a wildcard. */
export function isPattern(text: string): boolean {
  return text.includes('*') || text.includes('?');
}

/**
 * Whether an address matches a pattern, in which `*` stands for any characters, none among them, and `?` for one. Case
 * does not count. A match takes at most as many steps as the lengths of pattern and address multiplied, since after a
 * mismatch only the last `*` takes one character more; as a regular expression, a pattern of many `*` would take for ever.
 */
export function wildcard(pattern: string): (address: string) => boolean {
  const wanted = pattern.toLowerCase();
  const ending = wanted.slice(Math.max(wanted.lastIndexOf('*'), wanted.lastIndexOf('?')) + 1);
  return (address) => {
    const text = address.toLowerCase();
    return text.endsWith(ending) && matches(text, wanted);
  };
}

function matches(text: string, pattern: string): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let afterStar = 0;
  while (at < text.length) {
    const wanted = pattern[next];
    if (wanted === '*') {
      star = next;
      afterStar = at;
      next += 1;
    } else if (wanted === '?') {
      at += widthAt(text, at);
      next += 1;
    } else if (wanted === text[at]) {
      at += 1;
      next += 1;
    } else if (star === -1) {
      return false;
    } else {
      afterStar += 1;
      at = afterStar;
      next = star + 1;
    }
  }
  while (pattern[next] === '*') next += 1;
  return next === pattern.length;
}

/** A character outside the Basic Multilingual Plane has two code units, and `?` matches both. */
function widthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
