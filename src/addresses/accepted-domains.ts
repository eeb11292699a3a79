import { textIn, type JsonObject } from '../json.ts';
import { domainOf } from '../mailboxes/address.ts';
import { acceptedInternalDomains, type InternalDomains } from '../mailboxes/internal-domains.ts';

/** What the accepted domains say about a domain. Undefined: it is not known. */
export interface DomainFacts {
  readonly isAccepted: boolean | undefined;
  /** Whether an address there without a recipient belongs to nobody. Of an internal relay, connectors decide. */
  readonly isAuthoritative: boolean | undefined;
}

const UNKNOWN: DomainFacts = { isAccepted: undefined, isAuthoritative: undefined };

/** The accepted domains of the tenant. https://learn.microsoft.com/powershell/module/exchange/get-accepteddomain */
export class AcceptedDomains {
  /** Those that are accepted for certain, and those that may be. Undefined: the domains are not known. */
  readonly #accepted: InternalDomains | undefined;
  readonly #possible: InternalDomains | undefined;
  /** Those that may be no authoritative ones; undefined if there are none. */
  readonly #relays: InternalDomains | undefined;
  readonly #found = new Map<string, DomainFacts>();

  /** @param objects undefined if they were not read */
  constructor(objects: readonly JsonObject[] = []) {
    const named = (
      which: readonly JsonObject[],
      hasSubdomains: (object: JsonObject) => boolean,
    ): InternalDomains | undefined =>
      acceptedInternalDomains(
        which.map((object) => ({ name: textIn(object, 'DomainName'), hasSubdomains: hasSubdomains(object) })),
      );
    this.#accepted = named(objects, ({ MatchSubDomains }) => MatchSubDomains === true);
    this.#possible = named(objects, ({ MatchSubDomains }) => MatchSubDomains !== false);
    this.#relays = named(
      objects.filter((object) => textIn(object, 'DomainType').toLowerCase() !== 'authoritative'),
      ({ MatchSubDomains }) => MatchSubDomains !== false,
    );
  }

  get areKnown(): boolean {
    return this.#accepted !== undefined;
  }

  of(domain: string): DomainFacts {
    const facts = this.#found.get(domain) ?? this.#find(domain);
    this.#found.set(domain, facts);
    return facts;
  }

  /** Whether an address is one that Exchange makes of another, so that its domain says nothing about it. */
  isEncapsulated(address: string): boolean {
    const domain = domainOf(address) ?? '';
    return this.#possible?.has(domain) === true && !this.#possible.hasAddress(address);
  }

  #find(domain: string): DomainFacts {
    if (this.#accepted === undefined || this.#possible === undefined) return UNKNOWN;
    if (!this.#possible.has(domain)) return { isAccepted: false, isAuthoritative: false };
    if (!this.#accepted.has(domain)) return UNKNOWN;
    return { isAccepted: true, isAuthoritative: this.#relays?.has(domain) !== true };
  }
}
