import { Chance, hashed } from '../chance.ts';
import type { TenantGroups } from '../groups.ts';
import type { Kind } from '../habits.ts';
import type { People } from '../people.ts';
import type { RecipientOptions } from './more-recipients.ts';
import type { AddedApplication } from '../registrations/tenant-applications.ts';
import { isAccountEnabled } from '../user.ts';

/** The parameters from which all recipients of the organisation are generated. */
export interface Organisation {
  readonly people: People;
  readonly groups: TenantGroups;
  /** Recipients besides mailboxes, groups and the usual contacts. */
  readonly recipients: readonly RecipientOptions[];
  /** The applications of the directory. */
  readonly applications: () => readonly AddedApplication[];
  readonly seed: number;
  /** Such as `contoso.onmicrosoft.com`: every mailbox has an address there too. */
  readonly initialDomain: string;
  /** Epoch ms. */
  readonly today: number;
}

/** A mailbox that the service made for itself. https://learn.microsoft.com/exchange/architecture/mailbox-servers/recreate-arbitration-mailboxes */
export interface SystemMailbox {
  readonly name: string;
  readonly displayName: string;
  readonly type: 'DiscoveryMailbox' | 'ArbitrationMailbox';
}

export const SYSTEM_MAILBOXES: readonly SystemMailbox[] = [
  {
    name: 'DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}',
    displayName: 'Discovery Search Mailbox',
    type: 'DiscoveryMailbox',
  },
  {
    name: 'SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}',
    displayName: 'Microsoft Exchange',
    type: 'ArbitrationMailbox',
  },
  {
    name: 'Migration.8f3e7716-2011-43e4-96b1-aba62d229136',
    displayName: 'Microsoft Exchange Migration',
    type: 'ArbitrationMailbox',
  },
  {
    name: 'FederatedEmail.4c1f4d8b-8179-4148-93bf-00a95fa1e042',
    displayName: 'Microsoft Exchange Federation Mailbox',
    type: 'ArbitrationMailbox',
  },
];

/** The kinds that listings of mailboxes have. */
export const LISTED_KINDS: ReadonlySet<string> = new Set<Kind>(['user', 'shared', 'room', 'equipment', 'blocked']);

const FOREST = 'DC=EURPR05A010,DC=PROD,DC=OUTLOOK,DC=COM';

/** Hashes of topics: each property of each mailbox asks for one. */
const TOPICS = new Map<string, number>();

/** A mailbox in Exchange. Its properties are generated from the seed on access. */
export class ExchangeMailbox {
  readonly organisation: Organisation;
  /** Of its address among the organisation's; system mailboxes come behind them. */
  readonly position: number;
  readonly system: SystemMailbox | undefined;

  constructor(organisation: Organisation, position: number) {
    this.organisation = organisation;
    this.position = position;
    const ofSystem = position - organisation.people.addresses.length;
    this.system = ofSystem < 0 ? undefined : SYSTEM_MAILBOXES[ofSystem];
  }

  get kind(): Kind | 'system' {
    return this.system === undefined ? this.organisation.people.kind(this.position) : 'system';
  }

  /** A source of numbers for one topic. */
  chance(topic: string): Chance {
    const hash = TOPICS.get(topic) ?? hashed(topic);
    TOPICS.set(topic, hash);
    return new Chance(this.organisation.seed ^ hash, this.position);
  }

  get userPrincipalName(): string {
    const { people, initialDomain } = this.organisation;
    return people.addresses[this.position] ?? `${this.system?.name ?? ''}@${initialDomain}`;
  }

  get alias(): string {
    return people(this).changed(this.position)?.alias ?? localPart(this.userPrincipalName);
  }

  /** Its address at the initial domain, which is a second one for almost all. */
  get initialAddress(): string {
    return `${this.alias}@${this.organisation.initialDomain}`;
  }

  get primarySmtpAddress(): string {
    return (
      people(this).changed(this.position)?.smtpAddresses[0] ??
      primarySmtpAddress(this.organisation, this.position, this.userPrincipalName)
    );
  }

  /** Without types, the primary one first. */
  get smtpAddresses(): readonly string[] {
    return this.emailAddresses.flatMap((address) => (/^smtp:/i.test(address) ? address.slice('smtp:'.length) : []));
  }

  get emailAddresses(): string[] {
    const changed = people(this).changed(this.position);
    if (changed !== undefined)
      return changed.smtpAddresses.map((address, at) => `${at === 0 ? 'SMTP' : 'smtp'}:${address}`);
    const primary = this.primarySmtpAddress;
    const others = [this.userPrincipalName, this.initialAddress].filter((address) => address !== primary);
    const chance = this.chance('alias');
    if (this.system === undefined && chance.next() < (people(this).habits.aliases ?? 0.1))
      others.push(`alias.${this.position}@${people(this).domain}`);
    const smtp = [`SMTP:${primary}`, ...new Set(others.map((address) => `smtp:${address}`))];
    return this.kind === 'user' ? [...smtp, `SIP:${primary}`] : smtp;
  }

  /** Unique among all recipients. Newer accounts are named by their ID. */
  get name(): string {
    if (this.system !== undefined) return this.system.name;
    const changed = people(this).changed(this.position);
    if (changed !== undefined) return changed.name;
    return this.kind === 'user' && this.position % 2 === 0 ? this.objectId : this.alias;
  }

  get displayName(): string {
    if (this.system !== undefined) return this.system.displayName;
    return this.kind === 'user' || this.kind === 'blocked' || !people(this).habits.hasHostileTexts
      ? people(this).person(this.position).displayName
      : this.alias;
  }

  /** Blank for the mailboxes of the service. */
  get objectId(): string {
    return this.system === undefined ? people(this).objectId(this.position) : '';
  }

  get guid(): string {
    return guidFrom(this.chance(`guid${this.#generationText}`));
  }

  get exchangeGuid(): string {
    return guidFrom(this.chance(`exchange guid${this.#generationText}`));
  }

  /** A mailbox that is made again has other IDs. */
  get #generationText(): string {
    const generation = people(this).generation(this.position);
    return generation === 0 ? '' : ` ${generation}`;
  }

  get distinguishedName(): string {
    return distinguishedName(this.name, this.organisation.initialDomain);
  }

  /** Whether its account was deleted less than thirty days ago, and nothing keeps it for longer. */
  get isSoftDeleted(): boolean {
    if (this.kind !== 'missing') return false;
    return people(this).changed(this.position)?.isGone === true || this.chance('soft-deleted').next() < 0.5;
  }

  /** Epoch ms; undefined for a mailbox that has its account. */
  get deletedAt(): number | undefined {
    const { today } = this.organisation;
    const { goneAt } = people(this).changed(this.position) ?? {};
    const minutes = this.chance('deleted at');
    if (this.kind === 'inactive') return today - minutes.below(900 * 1440) * 60_000;
    return this.isSoftDeleted ? (goneAt ?? today - minutes.below(30 * 1440) * 60_000) : undefined;
  }

  get recipientTypeDetails(): string {
    switch (this.kind) {
      case 'shared':
        return 'SharedMailbox';
      case 'room':
        return 'RoomMailbox';
      case 'equipment':
        return 'EquipmentMailbox';
      case 'system':
        return this.system?.type ?? 'DiscoveryMailbox';
      case 'user':
      case 'blocked':
      case 'inactive':
      case 'on-premises':
      case 'missing':
        return 'UserMailbox';
    }
  }

  get isHiddenFromLists(): boolean {
    return this.system !== undefined || this.chance('hidden').next() < (this.kind === 'shared' ? 0.2 : 0.03);
  }

  get accountDisabled(): boolean {
    return this.system !== undefined || !isAccountEnabled(people(this), this.position, this.organisation.seed);
  }

  /** Epoch ms. */
  get created(): number {
    if (people(this).generation(this.position) > 0) return this.organisation.today;
    return this.organisation.today - (30 + this.chance('created').below(2500)) * 86_400_000;
  }
}

function people(mailbox: ExchangeMailbox): People {
  return mailbox.organisation.people;
}

export function localPart(address: string): string {
  return address.slice(0, address.lastIndexOf('@'));
}

export function distinguishedName(name: string, initialDomain: string): string {
  return `CN=${name},OU=${initialDomain},OU=Microsoft Exchange Hosted Organizations,${FOREST}`;
}

/** The primary address, which for some mailboxes is at the initial domain. */
function primarySmtpAddress(
  { seed, people: all, initialDomain }: Organisation,
  position: number,
  name: string,
): string {
  if (position >= all.addresses.length) return name;
  const isInitial = new Chance(seed ^ hashed('primary'), position).next() < all.habits.initialAddresses;
  return isInitial ? `${localPart(name)}@${initialDomain}` : name;
}

function guidFrom(chance: Chance): string {
  const word = (): string =>
    Math.floor(chance.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  const [first, second, third, fourth] = [word(), word(), word(), word()];
  return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-a${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
}
