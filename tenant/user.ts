import type { Json, JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import type { Kind, People } from './people.ts';

/** Properties that Graph returns without `$select`. https://learn.microsoft.com/graph/api/user-get */
const DEFAULT_PROPERTIES = [
  ...['businessPhones', 'displayName', 'givenName', 'jobTitle', 'mail', 'mobilePhone', 'officeLocation'],
  ...['preferredLanguage', 'surname', 'userPrincipalName', 'id'],
];

/** Properties of a user that can be selected. https://learn.microsoft.com/graph/api/resources/user */
const USER_PROPERTIES = new Set([
  ...DEFAULT_PROPERTIES,
  ...['accountEnabled', 'userType', 'assignedLicenses', 'proxyAddresses', 'otherMails', 'onPremisesSyncEnabled'],
  ...['createdDateTime', 'department', 'signInActivity'],
]);

/** The share of accounts of a kind that may sign in; of the others, none. */
const ENABLED: Partial<Record<Kind, number>> = { user: 0.95, shared: 0.25, room: 0.2 };

const SKUS = ['6fd2c87f-b296-42f0-b197-1e91e994b900', '05e9a617-0261-4cee-bb44-138d3ef5d965'] as const;

/** The first name in `$select` that a user does not have; undefined if it has all. */
export function unknownUserProperty(select: readonly string[] | undefined): string | undefined {
  return select?.find((name) => !USER_PROPERTIES.has(name));
}

/** Whether sign-in is allowed. Some shared mailboxes and rooms have an account with sign-in enabled. */
export function isAccountEnabled(people: People, position: number, seed: number): boolean {
  const share = ENABLED[people.kind(position)] ?? 0;
  return new Chance(seed ^ 0x61636374, position).next() < share;
}

/** The user object of a mailbox, with the selected properties. */
export function userJson(
  people: People,
  position: number,
  seed: number,
  select: readonly string[] = DEFAULT_PROPERTIES,
): JsonObject {
  const chance = new Chance(seed ^ 0x75736572, position);
  const address = people.addresses[position] ?? '';
  const { displayName, culture } = people.person(position);
  const [givenName = null, ...surname] = displayName.split(' ');
  const isUser = people.kind(position) === 'user';
  const properties: Record<string, Json> = {
    id: people.objectId(position),
    displayName,
    givenName,
    surname: surname.join(' ') || null,
    mail: address,
    userPrincipalName: address,
    preferredLanguage: culture.locale,
    businessPhones: [],
    accountEnabled: isAccountEnabled(people, position, seed),
    userType: address.includes('#EXT#') ? 'Guest' : 'Member',
    assignedLicenses: isUser ? [{ disabledPlans: [], skuId: chance.pick(SKUS) }] : [],
    proxyAddresses: [`SMTP:${address}`],
    otherMails: [],
    onPremisesSyncEnabled: people.kind(position) === 'on-premises' ? true : null,
    createdDateTime: '2024-02-01T08:00:00Z',
    signInActivity: { lastSignInDateTime: '2026-11-20T07:31:00Z' },
  };
  return Object.fromEntries(select.map((name) => [name, properties[name] ?? null]));
}
