import { asText, itemsOf, known, partly, plainCell, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, GroupFact, Json, JsonObject } from '../facts.ts';
import type { OfTable } from '../run.ts';
import { distinct } from './entries.ts';

/** What the table `addresses` is read from. */
export interface AddressesReading {
  readonly facts: Facts;
  /** Epoch ms: the start of the run. */
  readonly now: number;
  /** Listings of Graph that a fault hides. */
  readonly unread: ReadonlySet<string>;
  /** What the cell `Route` of an address shows: its sentences are texts for people. */
  readonly shownRoute: (address: string) => string;
}

interface Recipient {
  readonly object: JsonObject;
  readonly type: string;
  readonly primary: string;
  /** The primary one first. */
  readonly addresses: readonly string[];
  /** The address outside of a contact or mail user; blank without one. */
  readonly outside: string;
}

/** What becomes of mail. */
interface End {
  readonly inside?: string;
  readonly outside?: string;
  readonly next?: readonly Recipient[];
  /** Whether it may go elsewhere too. */
  readonly isOpen?: boolean;
  /** Whether `Route` says nothing of it. */
  readonly isPlain?: boolean;
}

const OPEN: readonly End[] = [{ isOpen: true }];
const GROUPS = ['MailUniversalDistributionGroup', 'MailUniversalSecurityGroup', 'RoomList'];
const CMDLETS = [
  'Get-Mailbox',
  'Get-AcceptedDomain',
  'Get-TransportRule',
  'Get-DistributionGroup',
  'Get-DynamicDistributionGroup',
  'Get-UnifiedGroup',
];
const SENDING = [
  'RedirectMessageTo',
  'BlindCopyTo',
  'CopyTo',
  'AddToRecipients',
  'AddManagerAsRecipientType',
  'RouteMessageOutboundConnector',
];

/** The rows of `addresses`: each address of each recipient, those outside last. */
export function addressesOf(reading: AddressesReading): OfTable {
  const { facts, unread } = reading;
  const listed = facts.cmdlets['Get-Recipient'];
  if (listed === undefined) return { statuses: ['failed'], rows: [], hasGaps: true };
  const mail = new Mail(reading, listed.map(recipientOf));
  const hasGaps = unread.has('groups') || CMDLETS.some((name) => facts.cmdlets[name] === undefined);
  return { statuses: ['ok'], rows: mail.rows(), hasGaps };
}

function recipientOf(object: JsonObject): Recipient {
  const primary = asText(object.PrimarySmtpAddress);
  const others = itemsOf(object.EmailAddresses)
    .map(asText)
    .filter((text) => /^smtp:/i.test(text));
  const { ExternalEmailAddress: outside } = object;
  return {
    object,
    type: asText(object.RecipientTypeDetails),
    primary,
    addresses: distinct([primary, ...others.map(withoutPrefix)]),
    outside: typeof outside === 'string' ? withoutPrefix(outside) : '',
  };
}

function withoutPrefix(text: string): string {
  return text.replace(/^smtp:/i, '');
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** The mail of a tenant. */
class Mail {
  readonly #reading: AddressesReading;
  readonly #recipients: readonly Recipient[];

  constructor(reading: AddressesReading, recipients: readonly Recipient[]) {
    this.#reading = reading;
    this.#recipients = recipients;
  }

  rows(): readonly Row[] {
    const shared = new Set<string>();
    return this.#recipients.flatMap((owner) => {
      const { addresses, outside } = owner;
      const isOwn = outside === '' || this.#having(outside).length > 0;
      return [...addresses, ...(isOwn ? [] : [outside])].flatMap((address) => {
        if (this.#ownersOf(address).length === 1) return [this.#row(address, owner)];
        if (shared.has(address.toLowerCase())) return [];
        shared.add(address.toLowerCase());
        return [this.#row(address, undefined)];
      });
    });
  }

  /** The recipients that have an address, or, if none has, those whose external address it is. */
  #ownersOf(address: string): readonly Recipient[] {
    const owners = this.#having(address);
    return owners.length > 0 ? owners : this.#recipients.filter(({ outside }) => isSame(outside, address));
  }

  #having(address: string): readonly Recipient[] {
    return this.#recipients.filter(({ addresses }) => addresses.some((own) => isSame(own, address)));
  }

  #row(address: string, owner: Recipient | undefined): Row {
    const { facts, shownRoute } = this.#reading;
    const domain = domainOf(address);
    const isAccepted = this.#isAccepted(domain);
    const ofAll = { Address: known(address), Domain: known(domain), DomainAccepted: yesOrNo(isAccepted) };
    const route = shownRoute(address);
    if (owner === undefined) {
      const unknown = ['Owner', 'OwnerName', 'OwnerType', 'Primary', 'Hidden', 'Lands', 'OutsideSenders'];
      return {
        ...ofAll,
        ...Object.fromEntries(unknown.map((name) => [name, UNKNOWN])),
        Route: { is: 'unknown', shown: [route], display: route },
      };
    }
    const ends = this.#endsOf(owner);
    const isFollowed = isAccepted !== undefined && !this.#isRelay(domain) && this.#rulesSendMail() === false;
    const isWhole = isFollowed && !ends.isOpen;
    const lands = [...ends.outside, ...ends.inside];
    const isNowhere = isWhole && lands.length === 0;
    const hasSteps = !ends.isPlain || !isFollowed;
    const { HiddenFromAddressListsEnabled: hidden } = owner.object;
    return {
      ...ofAll,
      Owner: known(owner.primary),
      OwnerName: textCell(owner.object, 'DisplayName'),
      OwnerType: plainCell(owner.object, 'RecipientTypeDetails'),
      Primary: yesOrNo(isSame(owner.primary, address)),
      Hidden: yesOrNo(typeof hidden === 'boolean' ? hidden : undefined),
      Lands: isNowhere ? known(['nowhere']) : isWhole ? known(lands) : partly(lands),
      Route: known(hasSteps ? [route] : []),
      OutsideSenders: this.#outsideSenders(owner, facts),
    };
  }

  /** Where mail to a recipient ends, by all ways. */
  #endsOf(start: Recipient): {
    readonly inside: readonly string[];
    readonly outside: readonly string[];
    readonly isOpen: boolean;
    readonly isPlain: boolean;
  } {
    const reached = new Map<Recipient, readonly End[]>();
    const waiting = [start];
    for (const recipient of waiting) {
      const ends = this.#at(recipient);
      reached.set(recipient, ends);
      const next = ends.flatMap((end) => end.next ?? []).filter((one) => !waiting.includes(one));
      waiting.push(...new Set(next));
    }
    const ends = [...reached.values()].flat();
    const leadsTo = (one: Recipient): readonly Recipient[] => (reached.get(one) ?? []).flatMap(({ next = [] }) => next);
    return {
      inside: sorted(ends.flatMap(({ inside }) => inside ?? [])),
      outside: sorted(ends.flatMap(({ outside }) => outside ?? [])),
      isOpen: ends.some(({ isOpen }) => isOpen === true) || waiting.some((one) => leadsBack(one, leadsTo)),
      isPlain: ends.every(({ isPlain }) => isPlain === true),
    };
  }

  #at(recipient: Recipient): readonly End[] {
    const { type, primary } = recipient;
    if (type === 'GroupMailbox') return [{ inside: primary, isOpen: true }];
    if (GROUPS.includes(type)) return this.#atGroup(recipient);
    if (type.endsWith('Mailbox')) return this.#atMailbox(recipient);
    return ['MailContact', 'MailUser', 'GuestMailUser'].includes(type) ? this.#outside(recipient) : OPEN;
  }

  /** Of two targets, the recipient counts. */
  #atMailbox({ object, primary }: Recipient): readonly End[] {
    const { cmdlets } = this.#reading.facts;
    const mailbox = cmdlets['Get-Mailbox']?.find(({ Guid }) => Guid === object.Guid);
    if (mailbox === undefined) return OPEN;
    const { ForwardingAddress: to, ForwardingSmtpAddress: smtp, DeliverToMailboxAndForward: keeps } = mailbox;
    const [hasRecipient, hasAddress] = [to, smtp].map(hasText);
    if (hasRecipient === false && hasAddress === false) return [{ inside: primary, isPlain: true }];
    const kept: End = keeps === true ? { inside: primary } : { isOpen: keeps !== false };
    if (hasRecipient === true) {
      const target = this.#named(asText(to));
      return [kept, target === undefined ? { isOpen: true } : { next: [target] }];
    }
    // With an unknown target, the mailbox may keep nothing.
    return hasRecipient === undefined || hasAddress === undefined
      ? OPEN
      : [kept, this.#to(withoutPrefix(asText(smtp)))];
  }

  /** By its name, which may be written as a path of the directory, or by its address. */
  #named(identity: string): Recipient | undefined {
    const [, path] = /^CN=((?:[^,\\]|\\.)*),/.exec(identity) ?? [];
    const name = path?.replaceAll(/\\(.)/g, '$1') ?? identity;
    const named = this.#recipients.filter(({ object }) => isSame(asText(object.Name), name));
    const found = named.length > 0 ? named : this.#having(identity);
    return found.length === 1 ? found[0] : undefined;
  }

  /** Mail that is sent on to an address. */
  #to(address: string): End {
    const owners = this.#having(address);
    if (owners.length > 0) return owners.length === 1 ? { next: owners } : { isOpen: true };
    const domain = domainOf(address);
    const isAccepted = this.#isAccepted(domain);
    // Exchange writes addresses outside as such addresses of the tenant.
    const isEncapsulated = isAccepted !== false && /#ext#/i.test(address);
    if (isAccepted === undefined || isEncapsulated || this.#isRelay(domain)) return { isOpen: true };
    return isAccepted ? {} : { outside: address };
  }

  #outside(recipient: Recipient): readonly End[] {
    const { outside, primary } = recipient;
    if (outside === '') return OPEN;
    const others = this.#having(outside);
    const isAlone = others.every((one) => one === recipient);
    const isAccepted = this.#isAccepted(domainOf(outside));
    if (isAlone && isAccepted === true) return OPEN;
    const end =
      others.length === 1 && isAlone ? (isAccepted === false ? { outside } : { isOpen: true }) : this.#to(outside);
    return [{ ...end, isPlain: isSame(outside, primary) && end.isOpen !== true && end.next === undefined }];
  }

  #atGroup({ object }: Recipient): readonly End[] {
    const { facts, unread } = this.#reading;
    const group = facts.groups.find(({ id }) => id === object.ExternalDirectoryObjectId);
    if (group === undefined || group.isHidden || unread.has('groups')) return OPEN;
    const hasOthers = this.#recipients.some(({ type }) => ['DynamicDistributionGroup', 'PublicFolder'].includes(type));
    return [{ isOpen: hasOthers }, ...group.own.map((member) => this.#atMember(member))];
  }

  #atMember({ id, mail, type }: GroupFact['own'][number]): End {
    const recipient = this.#recipients.find(({ object }) => object.ExternalDirectoryObjectId === id);
    if (recipient !== undefined) return { next: [recipient] };
    return type === 'orgContact' ? this.#to(mail) : { isOpen: true };
  }

  #isAccepted(domain: string): boolean | undefined {
    const domains = this.#reading.facts.cmdlets['Get-AcceptedDomain'];
    return domains?.some((one) => isWithin(domain, one));
  }

  /** An address there without a recipient may be one of other servers. */
  #isRelay(domain: string): boolean {
    const domains = this.#reading.facts.cmdlets['Get-AcceptedDomain'] ?? [];
    return domains.some((one) => isWithin(domain, one) && one.DomainType !== 'Authoritative');
  }

  /** Undefined: the rules are not known. */
  #rulesSendMail(): boolean | undefined {
    const rules = this.#reading.facts.cmdlets['Get-TransportRule'];
    return rules?.some(
      (rule) =>
        (rule.State ?? 'Enabled') === 'Enabled' &&
        rule.Mode === 'Enforce' &&
        isNow(rule, this.#reading.now) &&
        SENDING.some((name) => itemsOf(rule[name]).length > 0 || hasText(rule[name]) === true),
    );
  }

  #outsideSenders({ object, type }: Recipient, { cmdlets }: Facts): Cell {
    if (!GROUPS.includes(type) && !['GroupMailbox', 'DynamicDistributionGroup'].includes(type)) return known(null);
    const all = ['Get-DistributionGroup', 'Get-DynamicDistributionGroup', 'Get-UnifiedGroup'];
    const group = all.flatMap((name) => cmdlets[name] ?? []).find(({ Guid }) => Guid === object.Guid);
    const { RequireSenderAuthenticationEnabled: refuses, AcceptMessagesOnlyFromSendersOrMembers: only } = group ?? {};
    if (refuses === true) return known('refused');
    if (!Array.isArray(only)) return UNKNOWN;
    const names = itemsOf(only).map(asText);
    if (names.length === 0) return refuses === false ? known('accepted') : UNKNOWN;
    const areInside = names.every((name) => this.#named(name)?.type.endsWith('Mailbox') === true);
    return areInside ? known('refused') : UNKNOWN;
  }
}

/** Undefined: it is not known. */
function hasText(value: Json | undefined): boolean | undefined {
  return value === undefined ? undefined : typeof value === 'string' && value !== '';
}

function isNow({ ActivationDate: start, ExpiryDate: end }: JsonObject, now: number): boolean {
  const time = (value: Json | undefined, otherwise: number): number =>
    typeof value === 'string' ? Date.parse(value) : otherwise;
  return time(start, -Infinity) <= now && now < time(end, Infinity);
}

function isWithin(domain: string, { DomainName: name, MatchSubDomains: hasSubdomains }: JsonObject): boolean {
  const own = asText(name).toLowerCase();
  return domain === own || (hasSubdomains === true && domain.endsWith(`.${own}`));
}

function leadsBack(start: Recipient, leadsTo: (one: Recipient) => readonly Recipient[]): boolean {
  const waiting = [...leadsTo(start)];
  for (const one of waiting) waiting.push(...leadsTo(one).filter((next) => !waiting.includes(next)));
  return waiting.includes(start);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

function sorted(addresses: readonly string[]): readonly string[] {
  return distinct(addresses).sort((one, other) => (one.toLowerCase() < other.toLowerCase() ? -1 : 1));
}

function yesOrNo(value: boolean | undefined): Cell {
  return value === undefined ? UNKNOWN : known(value ? 'yes' : 'no');
}
