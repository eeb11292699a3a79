import fc from 'fast-check';
import type { JsonObject } from '../../src/json.ts';
import type { Answers } from './answered.ts';

/*
 * A random tenant as plain facts, and what services answer about it. It knows nothing of the program: the properties are written from
 * Microsoft's documents of the cmdlets.
 */

const KINDS = ['mailbox', 'contact', 'guest', 'group', 'dynamic group', 'unified group', 'public folder'] as const;
const TYPES: Readonly<Record<(typeof KINDS)[number], string>> = {
  mailbox: 'SharedMailbox',
  contact: 'MailContact',
  guest: 'GuestMailUser',
  group: 'MailUniversalDistributionGroup',
  'dynamic group': 'DynamicDistributionGroup',
  'unified group': 'GroupMailbox',
  'public folder': 'PublicFolder',
};
/** Accepted with authority, accepted as an internal relay, accepted as a subdomain, and not accepted. */
const DOMAINS = ['contoso.com', 'relay.example', 'sub.contoso.com', 'old.example'] as const;

/** Where an address leads: that of the recipient at a position, or another. */
type Lead = { readonly to: 'recipient'; readonly position: number } | { readonly to: 'outside' | 'nobody' | 'relay' };

export interface Person {
  readonly kind: (typeof KINDS)[number];
  readonly domain: (typeof DOMAINS)[number];
  readonly hasAlias: boolean;
  readonly isHidden: boolean;
  /** `name`: of the recipient at a position. Undefined: nowhere. */
  readonly forwards:
    Lead | { readonly to: 'name'; readonly position: number } | { readonly to: 'unknown name' } | undefined;
  readonly keepsCopy: boolean;
  /** Of a contact or guest. Undefined: its own address. */
  readonly leadsTo: Lead | undefined;
  readonly members: readonly number[];
  readonly hidesMembers: boolean;
  /** Whether users are members whom Exchange does not list: one with an address, and one without. */
  readonly hasStranger: boolean;
  readonly hasUserWithoutMail: boolean;
  readonly refusesOutsiders: boolean;
  readonly onlyFrom: readonly number[];
}

export interface World {
  readonly people: readonly Person[];
  readonly rule: 'none' | 'in force' | 'disabled' | 'without recipients' | 'unread';
  readonly readsDomains: boolean;
}

const position = fc.nat({ max: 6 });
const lead: fc.Arbitrary<Lead> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ to: fc.constant('recipient' as const), position }) },
  { weight: 2, arbitrary: fc.record({ to: fc.constantFrom('outside' as const, 'nobody' as const, 'relay' as const) }) },
);
const person: fc.Arbitrary<Person> = fc.record({
  kind: fc.constantFrom('mailbox', 'mailbox', 'group', 'group', ...KINDS),
  domain: fc.constantFrom('contoso.com', 'contoso.com', ...DOMAINS),
  hasAlias: fc.boolean(),
  isHidden: fc.boolean(),
  forwards: fc.option(
    fc.oneof(
      lead,
      fc.record({ to: fc.constant('name' as const), position }),
      fc.record({ to: fc.constant('unknown name' as const) }),
    ),
    { nil: undefined, freq: 2 },
  ),
  keepsCopy: fc.boolean(),
  leadsTo: fc.option(lead, { nil: undefined, freq: 2 }),
  members: fc.uniqueArray(position, { maxLength: 4 }),
  hidesMembers: rarely(),
  hasStranger: rarely(),
  hasUserWithoutMail: fc.boolean(),
  refusesOutsiders: fc.boolean(),
  onlyFrom: fc.oneof(fc.constant([]), fc.uniqueArray(position, { maxLength: 2 })),
});

export const worlds: fc.Arbitrary<World> = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 7 }),
  rule: fc.constantFrom('none', 'none', 'none', 'disabled', 'without recipients', 'in force', 'unread'),
  readsDomains: fc.integer({ min: 0, max: 9 }).map((lot) => lot > 0),
});

function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 7 }).map((lot) => lot === 0);
}

/** The domain of addresses that no recipient of the tenant has. */
export const OUTSIDE = 'fabrikam.com';

export function isOutsider({ kind }: Person): boolean {
  return kind === 'contact' || kind === 'guest';
}

export function primaryOf(one: Person, at: number): string {
  return `r${at}@${isOutsider(one) ? OUTSIDE : one.domain}`;
}

export function aliasOf(one: Person, at: number): string | undefined {
  return one.hasAlias ? `alias${at}@${one.domain}` : undefined;
}

/** The address to which mail goes; undefined if the world has no recipient at the position. */
export function addressOf({ people }: World, target: Lead): string | undefined {
  if (target.to !== 'recipient') {
    return { outside: `x@${OUTSIDE}`, nobody: 'nobody@contoso.com', relay: 'x@relay.example' }[target.to];
  }
  const one = people[target.position];
  return one && primaryOf(one, target.position);
}

function idOf(at: number, of: 'object' | 'guid'): string {
  return `${of === 'object' ? 'aaaaaaaa' : 'bbbbbbbb'}-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

function hasObjectId({ kind }: Person): boolean {
  return kind !== 'dynamic group' && kind !== 'public folder';
}

/** What services answer about a world. */
export function answersOf(world: World): Answers {
  const { people, rule } = world;
  const places = people.map((one, at) => ({ one, at }));
  const ids = ({ one, at }: (typeof places)[number]): JsonObject => ({
    ExternalDirectoryObjectId: hasObjectId(one) ? idOf(at, 'object') : '',
    Guid: idOf(at, 'guid'),
  });
  const settings = (...kinds: readonly Person['kind'][]): JsonObject[] =>
    places
      .filter(({ one: { kind } }) => kinds.includes(kind))
      .map((place) => ({
        ...ids(place),
        RequireSenderAuthenticationEnabled: place.one.refusesOutsiders,
        AcceptMessagesOnlyFromSendersOrMembers: place.one.onlyFrom.map((at) => `Name ${at}`),
      }));
  const groups = places.filter(({ one: { kind } }) => kind === 'group' || kind === 'unified group');
  return {
    cmdlets: {
      'Get-Recipient': places.map((place) => ({ ...ids(place), ...recipientObject(world, place.one, place.at) })),
      'Get-Mailbox': places
        .filter(({ one: { kind } }) => kind === 'mailbox')
        .map((place) => ({ ...ids(place), ...forwardingObject(world, place.one) })),
      'Get-AcceptedDomain': [
        { DomainName: 'contoso.com', DomainType: 'Authoritative', MatchSubDomains: true },
        { DomainName: 'relay.example', DomainType: 'InternalRelay', MatchSubDomains: false },
      ],
      'Get-TransportRule': rule === 'none' || rule === 'unread' ? [] : [ruleObject(rule)],
      'Get-DistributionGroup': settings('group'),
      'Get-DynamicDistributionGroup': settings('dynamic group'),
      'Get-UnifiedGroup': settings('unified group'),
    },
    groups: groups.map(({ one, at }) => ({
      id: idOf(at, 'object'),
      groupTypes: one.kind === 'group' ? [] : ['Unified'],
      visibility: one.hidesMembers ? 'HiddenMembership' : one.kind === 'group' ? null : 'Public',
    })),
    members: Object.fromEntries(groups.map(({ one, at }) => [idOf(at, 'object'), memberObjects(world, one)])),
    refused: [
      ...(rule === 'unread' ? ['Get-TransportRule'] : []),
      ...(world.readsDomains ? [] : ['Get-AcceptedDomain']),
    ],
  };
}

function recipientObject(world: World, one: Person, at: number): JsonObject {
  const [primary, alias] = [primaryOf(one, at), aliasOf(one, at)];
  const external = one.leadsTo === undefined ? primary : (addressOf(world, one.leadsTo) ?? primary);
  return {
    Name: `Name ${at}`,
    DisplayName: `Display ${at}`,
    RecipientTypeDetails: TYPES[one.kind],
    PrimarySmtpAddress: primary,
    EmailAddresses: [
      ...(alias === undefined ? [] : [`smtp:${alias}`]),
      `SMTP:${primary}`,
      `SIP:${primary}`,
      `X500:/o=Contoso/cn=r${at}@contoso.com`,
    ],
    ExternalEmailAddress: isOutsider(one) ? `SMTP:${external}` : null,
    HiddenFromAddressListsEnabled: one.isHidden,
  };
}

function forwardingObject(world: World, { forwards, keepsCopy }: Person): JsonObject {
  const none = { ForwardingAddress: null, ForwardingSmtpAddress: null, DeliverToMailboxAndForward: keepsCopy };
  if (forwards === undefined) return none;
  if (forwards.to === 'unknown name') return { ...none, ForwardingAddress: 'Hidden recipient' };
  if (forwards.to === 'name') {
    const hasTarget = world.people[forwards.position] !== undefined;
    // The other property does not count beside it.
    const ignored = hasTarget ? `smtp:y@${OUTSIDE}` : null;
    return {
      ...none,
      ForwardingAddress: hasTarget ? `Name ${forwards.position}` : null,
      ForwardingSmtpAddress: ignored,
    };
  }
  const address = addressOf(world, forwards);
  return { ...none, ForwardingSmtpAddress: address === undefined ? null : `smtp:${address}` };
}

function memberObjects({ people }: World, group: Person): JsonObject[] {
  const listed = group.members.flatMap((at): JsonObject[] => {
    const one = people[at];
    if (one === undefined || !hasObjectId(one)) return [];
    const type = one.kind.endsWith('group') ? 'group' : one.kind === 'contact' ? 'orgContact' : 'user';
    const mail = primaryOf(one, at);
    return [{ '@odata.type': `#microsoft.graph.${type}`, id: idOf(at, 'object'), displayName: 'One', mail }];
  });
  const user = { '@odata.type': '#microsoft.graph.user', displayName: 'Other' };
  return [
    ...listed,
    ...(group.hasStranger ? [{ ...user, id: idOf(90, 'object'), mail: 'stranger@contoso.com' }] : []),
    ...(group.hasUserWithoutMail ? [{ ...user, id: idOf(91, 'object'), mail: null }] : []),
    { '@odata.type': '#microsoft.graph.device', id: idOf(92, 'object'), displayName: 'Phone' },
  ];
}

function ruleObject(rule: World['rule']): JsonObject {
  return {
    Name: 'Archive',
    State: rule === 'disabled' ? 'Disabled' : 'Enabled',
    Mode: 'Enforce',
    ActivationDate: null,
    ExpiryDate: null,
    RedirectMessageTo: null,
    CopyTo: null,
    BlindCopyTo: rule === 'without recipients' ? [] : ['archive@contoso.com'],
    AddToRecipients: null,
    AddManagerAsRecipientType: null,
    RouteMessageOutboundConnector: null,
  };
}
