import { NOWHERE } from '../reports/built-in/addresses.ts';
import { domainOf } from '../mailboxes/address.ts';
import { count, listed } from '../text/numbers.ts';
import type { AcceptedDomains } from './accepted-domains.ts';
import type { Forwarding } from './forwardings.ts';
import type { GroupMembers } from './group-members.ts';
import { kindOf } from './recipient-kinds.ts';
import type { Recipient, Recipients } from './recipients.ts';

/** What mail to a recipient depends on. */
export interface MailFacts {
  readonly recipients: Pick<
    Recipients,
    'withAddress' | 'withId' | 'named' | 'hasAllAddresses' | 'hasExchangeOnlyRecipients'
  >;
  /** Null if a mailbox does not forward, undefined if it is not known. */
  readonly forwardingOf: (mailbox: Recipient) => Forwarding | null | undefined;
  readonly membersOf: (group: Recipient) => GroupMembers;
  readonly domains: Pick<AcceptedDomains, 'of' | 'isEncapsulated'>;
}

/** Where mail to a recipient ends. */
export interface MailRoute {
  /** Addresses, those outside first. `nowhere` if it certainly ends at none. */
  readonly lands: readonly string[];
  /** Whether it certainly ends nowhere else. */
  readonly isWhole: boolean;
  /** Sentences without a full stop. */
  readonly steps: readonly string[];
  /** The domains whose connectors decide. */
  readonly connectors: readonly string[];
}

/** Further recipients are not followed. */
export const MAX_STEPS = 20;
/** Of an address: further ends and recipients are not shown, or not followed. */
const [MAX_LANDS, MAX_RECIPIENTS, MAX_SENTENCES, MAX_NAMES] = [1_000, 10_000, 100, 10];

/** What becomes of mail at one recipient. */
interface Hop {
  /** Sentences; none if the recipient just keeps the mail. */
  readonly steps: readonly string[];
  readonly inside?: string | undefined;
  readonly outside?: readonly string[];
  readonly next?: readonly Recipient[];
  /** Whether it may go elsewhere too. */
  readonly isOpen?: boolean;
  readonly connector?: string | undefined;
}

/** Follows mail through recipients. What is not known leaves a route open. */
export class MailRoutes {
  readonly #facts: MailFacts;
  /** Of groups, which many others name. */
  readonly #groups = new Map<Recipient, Hop>();

  constructor(facts: MailFacts) {
    this.#facts = facts;
  }

  /** Breadth first, so that each recipient is as many steps away as its shortest way has. */
  from(start: Recipient): MailRoute {
    const first = this.#hopAt(start);
    if (first.next === undefined) return routeOf([first], '', undefined);
    const hops = new Map<Recipient, Hop>([[start, first]]);
    let [level, cut]: [readonly Recipient[], string] = [[start], ''];
    for (let steps = 0; level.length > 0; steps++) {
      const further: Recipient[] = [];
      for (const recipient of level) {
        for (const next of hops.get(recipient)?.next ?? []) {
          if (hops.has(next)) continue;
          if (steps === MAX_STEPS || hops.size === MAX_RECIPIENTS) {
            cut =
              steps === MAX_STEPS
                ? `The way has more than ${MAX_STEPS} steps`
                : `The way has more than ${count(MAX_RECIPIENTS)} recipients`;
            continue;
          }
          hops.set(next, this.#hopAt(next));
          further.push(next);
        }
      }
      level = further;
    }
    return routeOf([...hops.values()], cut, loopAmong(hops));
  }

  #hopAt(recipient: Recipient): Hop {
    const { type } = recipient;
    const label = labelOf(recipient);
    switch (kindOf(type)) {
      case 'mailbox':
        return this.#hopAtMailbox(recipient, label);
      case 'contact':
      case 'mail user':
        return this.#hopOutside(recipient, label);
      case 'group': {
        const hop = this.#groups.get(recipient) ?? this.#hopAtGroup(recipient, label);
        this.#groups.set(recipient, hop);
        return hop;
      }
      case 'dynamic group':
        return open(`${label} is a dynamic group, whose members are not known`);
      case 'Microsoft 365 group':
        return {
          ...open(
            `${label} is a Microsoft 365 group: its mailbox keeps the mail, and members that follow it get a copy`,
          ),
          ...keptAt(recipient),
        };
      case 'public folder':
        return open(`${label} is a public folder: where its mail ends is not known`);
      case undefined:
        return open(
          type === '' ? `The type of ${label} is not known` : `${label} is of a type that is not followed: ${type}`,
        );
    }
  }

  #hopAtMailbox(mailbox: Recipient, label: string): Hop {
    const forwarding = this.#facts.forwardingOf(mailbox);
    if (forwarding === null) return { steps: [], ...keptAt(mailbox) };
    const target = forwarding?.recipient === null ? forwarding.address : forwarding?.recipient;
    if (forwarding === undefined || typeof target !== 'string') return open(`${label}: its forwarding is not known`);
    const { keepsCopy } = forwarding;
    const copy = keepsCopy === undefined ? ', and keeps perhaps a copy' : keepsCopy ? ' and keeps a copy' : '';
    const kept: Pick<Hop, 'inside' | 'isOpen'> =
      keepsCopy === true ? keptAt(mailbox) : { isOpen: keepsCopy === undefined };
    if (forwarding.recipient !== null) {
      const recipient = this.#facts.recipients.named(target);
      if (recipient === undefined) {
        return {
          ...open(`${label} forwards to the recipient ${target}, which is not known${copy}`),
          inside: kept.inside,
        };
      }
      return { steps: [`${label} forwards to ${labelOf(recipient)}${copy}`], ...kept, next: [recipient] };
    }
    const hop = this.#hopTo(target);
    return {
      ...hop,
      steps: [`${label} forwards to ${target}${copy}`, ...hop.steps],
      inside: kept.inside,
      isOpen: kept.isOpen === true || hop.isOpen === true,
    };
  }

  /** What becomes of mail to an address that is not that of the recipient that it comes from. */
  #hopTo(address: string): Hop {
    const { recipients, domains } = this.#facts;
    const recipient = recipients.withAddress(address);
    if (recipient === null) return open(`Several recipients have the address ${address}`);
    if (recipient !== undefined) return { steps: [], next: [recipient] };
    if (!recipients.hasAllAddresses) return open(unknownOwnerText(address));
    const domain = (domainOf(address) ?? '').toLowerCase();
    const { isAccepted, isAuthoritative } = domains.of(domain);
    if (domain === '' || domains.isEncapsulated(address) || isAccepted === undefined) {
      return open(`Whether ${address} is inside is not known`);
    }
    if (!isAccepted) return { steps: [], outside: [address] };
    if (isAuthoritative !== true) return { steps: [], isOpen: true, connector: domain };
    return { steps: [`${address} belongs to no recipient of an accepted domain`] };
  }

  #hopOutside(recipient: Recipient, label: string): Hop {
    const { external, type } = recipient;
    const kind = kindOf(type) === 'contact' ? 'contact' : 'mail user';
    if (external === undefined || external === null) return open(`${label} is a ${kind}, whose address is not known`);
    const isOwn = external.toLowerCase() === recipient.address.toLowerCase();
    const steps = isOwn ? [] : [`${label} is a ${kind} of ${external}`];
    const { recipients, domains } = this.#facts;
    const other = recipients.withAddress(external);
    const domain = (domainOf(external) ?? '').toLowerCase();
    // An accepted domain without another recipient: a connector takes the mail, or nobody.
    if ((other === recipient || other === undefined) && domains.of(domain).isAccepted === true) {
      return { steps, isOpen: true, connector: domain };
    }
    if (other === recipient && domains.of(domain).isAccepted === false) return { steps, outside: [external] };
    const hop = other === recipient ? open(`Whether ${external} is inside is not known`) : this.#hopTo(external);
    return { ...hop, steps: [...steps, ...hop.steps] };
  }

  #hopAtGroup(group: Recipient, label: string): Hop {
    const { recipients, membersOf } = this.#facts;
    const { ids, mails, isWhole } = membersOf(group);
    const [next, outside]: [Set<Recipient>, string[]] = [new Set(), []];
    let isOpen = !isWhole;
    const hops: Hop[] = [];
    for (const id of ids) {
      const mail = mails.get(id);
      const recipient = recipients.withId(id);
      if (recipient !== undefined) next.add(recipient);
      else if (mail === undefined) isOpen = true;
      else if (mail !== '') {
        const hop = this.#hopTo(mail);
        hops.push(hop);
        outside.push(...(hop.outside ?? []));
        for (const one of hop.next ?? []) next.add(one);
      }
    }
    const members = [...next].map(labelOf);
    const names = sorted([...members, ...outside]);
    const mayHaveMore = isWhole && recipients.hasExchangeOnlyRecipients;
    return {
      steps: [
        ...(mayHaveMore && !isOpen && names.length === 0 ? [] : [groupText(label, names, isOpen)]),
        ...(mayHaveMore ? [`Whether dynamic groups or public folders are members of ${label} is not known`] : []),
        ...hops.flatMap(({ steps }) => steps),
      ],
      outside,
      next: [...next].sort(byLabel),
      isOpen: isOpen || mayHaveMore || hops.some((hop) => hop.isOpen === true),
      connector: hops.find(({ connector }) => connector !== undefined)?.connector,
    };
  }
}

function open(sentence: string): Hop {
  return { steps: [sentence], isOpen: true };
}

/** That a mailbox keeps the mail, by its primary address. */
function keptAt({ address }: Recipient): Pick<Hop, 'inside' | 'isOpen'> {
  return address === '' ? { isOpen: true } : { inside: address };
}

function groupText(label: string, names: readonly string[], isOpen: boolean): string {
  if (names.length === 0) return `${label} is a group ${isOpen ? 'whose members are not known' : 'without members'}`;
  return `${label} is a group of ${someNames(names)}${isOpen ? ', and of members that are not known' : ''}`;
}

function someNames(names: readonly string[]): string {
  const others = names.length - MAX_NAMES;
  return others <= 0
    ? listed(names, 'and')
    : `${names.slice(0, MAX_NAMES).join(', ')} and ${count(others)} ${others === 1 ? 'other' : 'others'}`;
}

/** The sentence about an address of several recipients. */
export function sharedText(address: string, owners: readonly Recipient[]): string {
  return `Several recipients have the address ${address}: ${someNames(sorted(owners.map(labelOf)))}`;
}

/** The sentence about an address whose owner is not known. */
export function unknownOwnerText(address: string): string {
  return `Whose address ${address} is, is not known`;
}

function labelOf({ address, displayName, name }: Recipient): string {
  return [address, displayName ?? '', name].find((text) => text !== '') ?? 'a recipient without a known address';
}

function byLabel(one: Recipient, other: Recipient): number {
  return labelOf(one).toLowerCase() < labelOf(other).toLowerCase() ? -1 : 1;
}

function sorted(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
}

/** A recipient from which mail comes back to it; undefined if there is none. */
function loopAmong(hops: ReadonlyMap<Recipient, Hop>): Recipient | undefined {
  const reaches = (start: Recipient): boolean => {
    const seen = new Set<Recipient>();
    const waiting = [start];
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
      for (const next of hops.get(one)?.next ?? []) {
        if (next === start) return true;
        if (!hops.has(next) || seen.has(next)) continue;
        seen.add(next);
        waiting.push(next);
      }
    }
    return false;
  };
  return [...looping(hops)].find(reaches);
}

/** The recipients that are left when those to which no other one sends are taken away, again and again. */
function looping(hops: ReadonlyMap<Recipient, Hop>): ReadonlySet<Recipient> {
  const left = new Set(hops.keys());
  const senders = new Map<Recipient, number>();
  for (const { next = [] } of hops.values()) for (const one of next) senders.set(one, (senders.get(one) ?? 0) + 1);
  const waiting = [...left].filter((one) => !senders.has(one));
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    left.delete(one);
    for (const next of hops.get(one)?.next ?? []) {
      const number = (senders.get(next) ?? 0) - 1;
      senders.set(next, number);
      if (number === 0 && left.has(next)) waiting.push(next);
    }
  }
  return left;
}

function routeOf(hops: readonly Hop[], cut: string, loop: Recipient | undefined): MailRoute {
  const [inside, outside] = [new Map<string, string>(), new Map<string, string>()];
  const connectors = new Set<string>();
  const steps: string[] = [];
  let isWhole = cut === '' && loop === undefined;
  for (const hop of hops) {
    steps.push(...hop.steps);
    if (hop.isOpen === true) isWhole = false;
    if (hop.inside !== undefined) inside.set(hop.inside.toLowerCase(), hop.inside);
    for (const address of hop.outside ?? []) outside.set(address.toLowerCase(), address);
    if (hop.connector !== undefined) connectors.add(hop.connector);
  }
  if (loop !== undefined) steps.push(`${labelOf(loop)} leads back to itself`);
  if (cut !== '') steps.push(cut);
  const hidden = steps.length - MAX_SENTENCES;
  if (hidden > 0) steps.splice(MAX_SENTENCES, hidden, `${count(hidden)} further steps are not shown`);
  const all = [...sorted([...outside.values()]), ...sorted([...inside.values()])];
  if (all.length === 0 && isWhole) all.push(NOWHERE);
  return {
    lands: all.slice(0, MAX_LANDS),
    isWhole: isWhole && all.length <= MAX_LANDS,
    steps,
    connectors: [...connectors].sort(),
  };
}
