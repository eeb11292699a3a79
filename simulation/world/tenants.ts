import { HOSTILE, type Habits, type Kind } from '../../tenant/habits.ts';
import { People } from '../../tenant/people.ts';
import type { GroupOptions } from '../../tenant/tenant.ts';
import { mailOf } from './addresses.ts';
import { applicationsOf } from './applications.ts';
import type { Left } from './parts.ts';
import { mailFlowRules, organizationOf, settingsOf } from './organizations.ts';
import type { Draws, Streams } from './streams.ts';
import type { WorldTenant } from './world.ts';

export const DOMAIN = 'contoso.com';
const FEWEST = 3;
const MOST = 14;
/** All that a report may need: which permissions a tenant lacks is a fault. */
const ROLES = [
  'MailboxSettings.Read',
  'Mail.ReadBasic.All',
  'Calendars.ReadBasic.All',
  'User.Read.All',
  'AuditLog.Read.All',
  'LicenseAssignment.Read.All',
  'Reports.Read.All',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
  'Application.Read.All',
  'Directory.Read.All',
  'AdministrativeUnit.Read.All',
];

/** What roles of Exchange may lack. */
const DENIED = [
  'Get-ManagementRoleAssignment',
  'Get-ServicePrincipal',
  'Get-ManagementScope',
  'Get-ApplicationAccessPolicy',
  'Get-AcceptedDomain',
  'Get-DistributionGroup',
  'Get-UnifiedGroup',
];

/** A small organization in which everything that a service may return is frequent. */
export function tenantOf(streams: Streams, left: Left): WorldTenant {
  const draws = streams.of('tenant');
  const seed = draws.between(1, 1_000_000);
  const mailboxes = draws.between(FEWEST, MOST);
  const unlisted = streams.of('unlisted').between(0, 2);
  const habits = habitsOf(streams);
  const people = new People(mailboxes, seed, DOMAIN, unlisted, habits);
  const groups = streams.has('groups', 0.5) && left.has('groups') ? groupsOf(streams, people.addresses) : [];
  const ofApplications = applicationsOf(
    streams,
    left,
    people.addresses,
    groups.map(({ name }) => name),
  );
  const mail = mailOf(streams, left, people.addresses);
  const { applications, administrativeUnits, scopes, accessPolicies } = ofApplications;
  return {
    seed,
    mailboxes,
    habits,
    roles: ROLES,
    groups: [...groups, ...ofApplications.groups, ...mail.groups],
    applications,
    administrativeUnits,
    exchange: {
      // Far fewer than of the service, so that tenants of few mailboxes have several pages.
      mostAPage: streams.of('rows a page').pick([1000, 1000, 7, 3, 1]),
      scopes,
      accessPolicies,
      unlisted,
      directoryRoles: ['Global Reader'],
      lackedCmdlets:
        streams.has('denied', 0.15) && left.has('denied') ? streams.of('denied cmdlets').some(DENIED, 2) : [],
      recipients: mail.recipients,
      domains: mail.domains,
      objects: {
        ...organizationOf(streams),
        'Get-TransportRule': [...mail.rules, ...mailFlowRules(streams, left)],
      },
      settings: { ...settingsOf(streams), AutoExpandingArchiveEnabled: streams.has('archives expand', 0.15) },
    },
    tokenLifetime: streams.of('tokens').pick([3599, 3599, 300, 60]),
  };
}

/** The user principal names of a tenant: those of the list first. */
export function addressesOf(tenant: WorldTenant): readonly string[] {
  return peopleOf(tenant).addresses;
}

/** Those of accounts with a mailbox. */
export function ownersOf(tenant: WorldTenant): readonly string[] {
  return ofKinds(tenant, ['user', 'shared']);
}

/** Those that inactive mailboxes had. */
export function inactiveOf(tenant: WorldTenant): readonly string[] {
  return ofKinds(tenant, ['inactive']);
}

function ofKinds(tenant: WorldTenant, kinds: readonly Kind[]): readonly string[] {
  const people = peopleOf(tenant);
  return people.addresses.filter((_, at) => kinds.includes(people.kind(at)));
}

function peopleOf({ mailboxes, seed, habits, exchange = {} }: WorldTenant): People {
  return new People(mailboxes, seed, DOMAIN, exchange.unlisted, habits);
}

function habitsOf(streams: Streams): Habits {
  const draws = streams.of('habits');
  return {
    ...HOSTILE,
    hasHostileTexts: draws.has(0.6),
    kinds: kindsOf(streams, draws),
    oddSettings: draws.pick([0, 0.1, 0.3]),
    repliesOff: 0.4,
    repliesUnscheduled: 0.7,
    rulesOutside: 0.2,
    forwarding: 0.3,
    openMailboxes: 0.4,
  };
}

/** Where accounts are deleted often, more mailboxes are left without one. */
function kindsOf(streams: Streams, draws: Draws): Habits['kinds'] {
  const often = streams.of('deleted mailboxes');
  const [inactive, missing] = often.has(0.3) ? [often.between(5, 25), often.between(10, 30)] : [0, 0];
  return [
    ['shared', draws.between(5, 30)],
    ['room', draws.between(0, 10)],
    ['equipment', draws.between(0, 5)],
    ['on-premises', draws.between(0, 8)],
    ['inactive', draws.between(0, 5) + inactive],
    ['blocked', draws.between(0, 5)],
    ['missing', draws.between(0, 8) + missing],
  ];
}

function groupsOf(streams: Streams, addresses: readonly string[]): GroupOptions[] {
  const draws = streams.of('groups of the tenant');
  const names = ['Sales Team', 'Board', 'Support & Co'];
  return names.slice(0, draws.between(1, names.length)).map((name, at) => ({
    name,
    members: [
      ...draws.some(addresses, draws.between(1, 3)),
      ...(at > 0 && draws.has(0.4) ? [names[at - 1] ?? name] : []),
      ...(draws.has(0.2) ? ['partner@fabrikam.com'] : []),
    ],
    kind: draws.pick(['security', 'unified'] as const),
    fullAccess: draws.some(addresses, draws.between(0, 2)),
    sendAs: draws.some(addresses, draws.between(0, 1)),
    calendars: draws.some(addresses, draws.between(0, 2)),
  }));
}
