import type { Exemption } from './definition.ts';
import { isPattern, wildcard } from './wildcard.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Time enough to mend what an exemption covers, or to decide anew. */
const SOON = 30;

/** What became of an exemption in a run. */
export interface ExemptionUse {
  readonly exemption: Exemption;
  /** Whole days, in UTC, that it holds after today: 0 on its last day, negative once it has run out. */
  readonly daysLeft: number;
  /** Whether it has run out, and so covers nothing. */
  readonly expired: boolean;
  /** Whether it still holds and has at most 30 days left. */
  readonly endsSoon: boolean;
  /** Pairs of its rule and a mailbox breaking it that it covered, alone or together with another exemption. */
  readonly covered: number;
  /** Such pairs that it would have covered if it had not run out, and that no other exemption covers. */
  readonly missed: number;
  readonly need: Need;
}

/**
 * Whether an exemption is needed. It is `in-use` where it covered a pair or would have; `unknown` where there is none, but
 * of a mailbox that it names it is not known whether it breaks the rule; else `unused`.
 */
export type Need = 'in-use' | 'unused' | 'unknown';

/**
 * The days on which an exemption still holds after the day that `now`, in milliseconds, is in; both in UTC. Negative once
 * it has run out, and NaN where `expires` is no date.
 */
export function daysUntil(expires: string, now: number): number {
  return Date.parse(`${expires}T00:00:00Z`) / DAY - Math.floor(now / DAY);
}

/** Whether an exemption with so many days left ends soon enough to be told of. */
export function endsSoon(daysLeft: number): boolean {
  return daysLeft >= 0 && daysLeft <= SOON;
}

/** One exemption with its counts. */
interface Entry {
  readonly exemption: Exemption;
  /** In the policy. */
  readonly position: number;
  readonly daysLeft: number;
  /** False, too, where its last day cannot be read: an exemption must not hold for ever by mistake. */
  readonly inForce: boolean;
  covered: number;
  missed: number;
  doubted: boolean;
}

/** The exemptions of one rule. */
interface Page {
  /** By address in lower case. */
  readonly exact: Map<string, Entry[]>;
  /** By what stands after their `@`, '' where that is a pattern itself, so that few have to be tried. */
  readonly patterns: Map<string, Pattern[]>;
}

interface Pattern {
  readonly entry: Entry;
  readonly matches: (address: string) => boolean;
}

/** Says which mailboxes are exempt from which rules, and counts how each exemption was used. */
export class ExemptionIndex {
  readonly #entries: readonly Entry[];
  readonly #pages = new Map<string, Page>();

  /** @param now milliseconds since 1970, at which exemptions hold or have run out for the whole run */
  constructor(exemptions: readonly Exemption[], now: number) {
    this.#entries = exemptions.map((exemption, position) => {
      const daysLeft = daysUntil(exemption.expires, now);
      return { exemption, position, daysLeft, inForce: daysLeft >= 0, covered: 0, missed: 0, doubted: false };
    });
    for (const entry of this.#entries) this.#register(entry);
  }

  /**
   * The exemption that covers a mailbox which broke a rule: of several in force, the first of the policy. Counts the pair,
   * so ask once for each.
   */
  cover(rule: string, address: string): Exemption | undefined {
    const page = this.#pages.get(rule);
    const entries = page === undefined ? [] : matching(page, address.toLowerCase());
    const holding = entries.filter(({ inForce }) => inForce);
    for (const entry of holding) entry.covered += 1;
    if (holding.length === 0) for (const entry of entries) entry.missed += 1;
    return holding[0]?.exemption;
  }

  /** Whether any is from a rule. */
  has(rule: string): boolean {
    return this.#pages.has(rule);
  }

  /** To be told where it is not known whether a mailbox breaks a rule: an exemption that names it may be needed. */
  doubt(rule: string, address: string): void {
    const page = this.#pages.get(rule);
    if (page === undefined) return;
    for (const entry of matching(page, address.toLowerCase())) entry.doubted = true;
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
    const page: Page = this.#pages.get(rule) ?? { exact: new Map(), patterns: new Map() };
    this.#pages.set(rule, page);
    for (const { pattern } of mailboxes) {
      const folded = pattern.toLowerCase();
      if (!isPattern(folded)) addTo(page.exact, folded, entry);
      else addTo(page.patterns, literalDomain(folded), { entry, matches: wildcard(folded) });
    }
  }
}

/** Each exemption once, in the policy's order, that names an address in lower case. */
function matching({ exact, patterns }: Page, address: string): readonly Entry[] {
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
