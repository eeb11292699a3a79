import type { GroupOptions, TenantOptions } from '../../tenant/tenant.ts';
import type { Left } from './parts.ts';
import type { Draws, Streams } from './streams.ts';

/** What a tenant has for its applications. */
export interface WorldApplications {
  readonly applications: NonNullable<TenantOptions['applications']>;
  readonly administrativeUnits: NonNullable<TenantOptions['administrativeUnits']>;
  /** Groups of scopes and policies. */
  readonly groups: readonly GroupOptions[];
  readonly scopes: NonNullable<NonNullable<TenantOptions['exchange']>['scopes']>;
  readonly accessPolicies: NonNullable<NonNullable<TenantOptions['exchange']>['accessPolicies']>;
}

/** Requests for what Graph lists about applications and groups, as alterations name them. */
export const APPLICATION_LISTINGS: Readonly<Record<string, string>> = {
  principals: String.raw`^GET /servicePrincipals\?`,
  graph: String.raw`^GET /servicePrincipals\(appId=\W*(?:27)?00000003`,
  exchange: String.raw`^GET /servicePrincipals\(appId=\W*(?:27)?00000002`,
  // Of both APIs.
  permissions: '^GET /servicePrincipals/[^/]+/appRoleAssignedTo',
  everyone: 'oauth2PermissionGrants.*AllPrincipals',
  'one person': "oauth2PermissionGrants.*(?:'|%27)Principal",
  units: '^GET /directory/administrativeUnits',
  // Of the table of addresses.
  groups: '^GET /groups\\?.*groupTypes',
  'group members': '^GET /groups/[^/]+/transitiveMembers.*visibility',
};

export const NO_APPLICATIONS: WorldApplications = {
  applications: [],
  administrativeUnits: [],
  groups: [],
  scopes: [],
  accessPolicies: [],
};

type Application = WorldApplications['applications'][number];

const MOST = 5;
/** Two differ by their case alone, and one begins as a formula does. */
const NAMES = ['Backup', 'CRM', 'backup', '=Signature & Co', 'Mail Mover, Ltd.'];
const GRAPH = [
  'Mail.Read',
  'Mail.ReadWrite',
  'Mail.Send',
  'Mail.ReadBasic.All',
  'MailboxSettings.Read',
  'MailboxSettings.ReadWrite',
  'Calendars.Read',
  'Calendars.ReadWrite',
  'Contacts.Read',
  'MailboxItem.Read.All',
  'MailboxItem.ImportExport.All',
  'MailboxConfigItem.ReadWrite',
  'Files.Read.All',
];
const EXCHANGE = [
  'full_access_as_app',
  'EWS.AccessAsApp',
  'IMAP.AccessAsApp',
  'SMTP.SendAsApp',
  'Exchange.ManageAsApp',
];
const ROLES = [
  'Application Mail.Read',
  'Application Mail.ReadWrite',
  'Application Mail.Send',
  'Application Calendars.Read',
  'Application MailboxSettings.ReadWrite',
];
const DELEGATED = ['User.Read', 'openid', 'Mail.Read', 'Mail.Send', 'MailboxSettings.ReadWrite'];
const SCOPES: WorldApplications['scopes'] = [
  { name: 'People', filter: "RecipientTypeDetails -eq 'UserMailbox'" },
  { name: 'Shared ones', filter: "RecipientTypeDetails -eq 'SharedMailbox'" },
  { name: 'With an A', filter: "Alias -like 'a*'" },
  { name: 'Alone', filter: "RecipientTypeDetails -eq 'UserMailbox'", isExclusive: true },
];
const [OUTER, INNER, HIDDEN] = ['Scoped People', 'Scoped Inner', 'Scoped Secret'];

/** @param groups the names of other groups of the tenant */
export function applicationsOf(
  streams: Streams,
  left: Left,
  addresses: readonly string[],
  groups: readonly string[],
): WorldApplications {
  if (!streams.has('applications', 0.6) || !left.has('applications')) return NO_APPLICATIONS;
  const names = [OUTER, INNER, ...groups];
  const applications = NAMES.slice(0, streams.of('count of applications').between(1, MOST)).flatMap((name, at) =>
    left.has('applications', String(at)) ? [applicationOf(streams, at, name, names, addresses)] : [],
  );
  const ofUnit = streams.of('administrative unit');
  return {
    applications,
    administrativeUnits: [{ name: 'Berlin', members: ofUnit.some(addresses, ofUnit.between(0, 3)) }],
    groups: groupsOf(streams, addresses),
    scopes: SCOPES,
    accessPolicies: policiesOf(streams, left, names),
  };
}

function applicationOf(
  streams: Streams,
  at: number,
  name: string,
  groups: readonly string[],
  addresses: readonly string[],
): Application {
  const draws = streams.of(`application ${at}`);
  const few = <T>(list: readonly T[], most: number): T[] => draws.some(list, draws.between(0, most));
  const isSharedName = name !== NAMES.find((one) => one.toLowerCase() === name.toLowerCase());
  return {
    name,
    appId: `a11ca700-0000-4000-8000-00000000000${at}`,
    ...(draws.has(0.15) ? { publisher: 'Fabrikam' } : {}),
    ...(draws.has(0.15) ? { isDisabled: true } : {}),
    ...moreOf(streams.of(`application ${at} for people`), addresses),
    ...otherTimes(streams.of(`application ${at} at other times`)),
    graph: few(GRAPH, 2),
    exchange: draws.has(0.4) ? few(EXCHANGE, 2) : [],
    ...(draws.has(0.3) ? { delegated: few(DELEGATED, 3) } : {}),
    consents: Object.fromEntries(few(addresses, 2).map((person) => [person, few(DELEGATED, 3)])),
    // Exchange may name it by its name, which several must not have there.
    roles: few(ROLES, isSharedName ? 0 : 2).map((role) => ({
      role,
      ...draws.pick<object>([
        {},
        { scope: draws.pick(SCOPES).name },
        { scope: 'Former' },
        { group: draws.pick(groups) },
        { unit: 'Berlin' },
      ]),
      ...(draws.has(0.1) ? { isDelegating: true } : {}),
      ...(draws.has(0.1) ? { isDisabled: true } : {}),
    })),
    rights: few(addresses, isSharedName ? 0 : 2).map((mailbox) => ({
      mailbox,
      right: draws.pick(['FullAccess', 'SendAs'] as const),
    })),
  };
}

/** What only the table of applications shows. */
function moreOf(draws: Draws, addresses: readonly string[]): Partial<Application> {
  return {
    ...(draws.has(0.4) ? { owners: draws.some(addresses, draws.between(1, 2)) } : {}),
    ...(draws.has(0.5) ? { lastSignIn: '2026-11-20T08:00:00Z' } : {}),
    ...(draws.has(0.3) ? { lastUse: '2026-11-25T08:00:00Z' } : {}),
    ...(draws.has(0.5) ? { secrets: draws.some(['2026-12-24T00:00:00Z', '2027-06-30T12:00:00Z'], 2) } : {}),
    ...(draws.has(0.2) ? { isFederated: true } : {}),
    ...(draws.has(0.2) ? { isVerified: true } : {}),
  };
}

/** What few applications have. */
function otherTimes(draws: Draws): Partial<Application> {
  return {
    ...(draws.has(0.15) ? { lastSignIn: '2026-12-01T23:30:00Z' } : {}),
    ...(draws.has(0.15) ? { secrets: ['2027-01-15T00:00:00Z'] } : {}),
    ...(draws.has(0.1) ? { isFirstParty: true } : {}),
  };
}

/** A group in a group, and one whose members are hidden. */
function groupsOf(streams: Streams, addresses: readonly string[]): readonly GroupOptions[] {
  const draws = streams.of('groups of applications');
  const few = (): string[] => draws.some(addresses, draws.between(1, 6));
  return [
    { name: OUTER, members: [...few(), INNER], kind: 'security' },
    { name: INNER, members: [...few(), ...(draws.has(0.25) ? [HIDDEN] : []), ...(draws.has(0.2) ? [OUTER] : [])] },
    { name: HIDDEN, members: few(), kind: 'unified', visibility: 'HiddenMembership' },
  ];
}

function policiesOf(streams: Streams, left: Left, groups: readonly string[]): WorldApplications['accessPolicies'] {
  const count = streams.of('access policies').pick([0, 1, 2, 3]);
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => {
    if (!left.has('access policies', String(at))) return [];
    const draws = streams.of(`access policy ${at}`);
    return {
      application: draws.pick([...NAMES.slice(0, 3), '*']),
      right: draws.pick(['RestrictAccess', 'RestrictAccess', 'DenyAccess'] as const),
      // The last one was deleted.
      scope: draws.pick([OUTER, INNER, ...groups, 'Former Team']),
    };
  });
}
