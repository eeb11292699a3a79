import type { Json, JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import type { Kind } from './habits.ts';
import type { People } from './people.ts';

/** Properties that Graph returns without `$select`. https://learn.microsoft.com/graph/api/user-get */
const DEFAULT_PROPERTIES = [
  'businessPhones',
  'displayName',
  'givenName',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
  'id',
];

/** Properties of a user that can be selected. https://learn.microsoft.com/graph/api/resources/user */
export const USER_PROPERTIES: readonly string[] = [
  ...DEFAULT_PROPERTIES,
  'accountEnabled',
  'userType',
  'assignedLicenses',
  'proxyAddresses',
  'mailNickname',
  'otherMails',
  'onPremisesSyncEnabled',
  'createdDateTime',
  'department',
  'signInActivity',
  'assignedPlans',
  'lastPasswordChangeDateTime',
  'signInSessionsValidFromDateTime',
  'onPremisesLastSyncDateTime',
  'passwordPolicies',
];

/** The subscriptions of the tenant. https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference */
export const SKUS = [
  { skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900', skuPartNumber: 'ENTERPRISEPACK' },
  { skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965', skuPartNumber: 'SPE_E3' },
] as const;
const EXCHANGE_PLAN = 'efb87545-963c-4e0d-99df-69c6916d9eb0';
const DEPARTMENTS = ['Sales', 'Finance', 'R&D', 'Support'] as const;
const TITLES = ['Manager', 'Engineer', 'Assistant', 'Auditor'] as const;
const DAY = 86_400_000;

/** The first name in `$select` that a user does not have; undefined if it has all. */
export function unknownUserProperty(select: readonly string[] | undefined): string | undefined {
  return select?.find((name) => !USER_PROPERTIES.includes(name));
}

/** Whether sign-in is allowed. Some shared mailboxes and rooms have an account with sign-in enabled. */
export function isAccountEnabled(people: People, position: number, seed: number): boolean {
  const { accountEnabled } = people.account(position);
  if (typeof accountEnabled === 'boolean') return accountEnabled;
  const { sharedSignIn, roomSignIn } = people.habits;
  const shares: Partial<Record<Kind, number>> = { user: 0.95, shared: sharedSignIn, room: roomSignIn };
  const share = shares[people.kind(position)] ?? 0;
  return new Chance(seed ^ 0x61636374, position).next() < share;
}

/** Licenses of shared mailboxes are often kept from the time when they were those of people. */
function isLicensedShared(people: People, position: number, seed: number): boolean {
  return people.kind(position) === 'shared' && new Chance(seed ^ 0x6c696373, position).next() < 0.3;
}

/**
 * The user object of a mailbox, with the selected properties.
 * @param today epoch ms: sign-ins are before it
 */
export function userJson(
  people: People,
  position: number,
  seed: number,
  today: number,
  select: readonly string[] = DEFAULT_PROPERTIES,
): JsonObject {
  const chance = new Chance(seed ^ 0x75736572, position);
  const address = people.addresses[position] ?? '';
  const { displayName, culture } = people.person(position);
  const [givenName = null, ...surname] = displayName.split(' ');
  const isUser = people.kind(position) === 'user';
  const isLicensed = isUser || isLicensedShared(people, position, seed);
  const { skuId } = SKUS[chance.below(SKUS.length)] ?? SKUS[0];
  const plan = { assignedDateTime: '2024-02-01T08:00:00Z', capabilityStatus: 'Enabled', service: 'exchange' };
  const properties: Record<string, Json> = {
    id: people.objectId(position),
    displayName,
    givenName,
    surname: surname.join(' ') || null,
    mail: people.changed(position)?.smtpAddresses[0] ?? address,
    userPrincipalName: address,
    preferredLanguage: culture.locale,
    businessPhones: [],
    accountEnabled: isAccountEnabled(people, position, seed),
    userType: address.includes('#EXT#') ? 'Guest' : 'Member',
    assignedLicenses: isLicensed ? [{ disabledPlans: [], skuId }] : [],
    proxyAddresses: (people.changed(position)?.smtpAddresses ?? [address]).map(
      (smtp, at) => `${at === 0 ? 'SMTP' : 'smtp'}:${smtp}`,
    ),
    mailNickname: people.changed(position)?.alias ?? address.slice(0, address.lastIndexOf('@')),
    otherMails: [],
    onPremisesSyncEnabled: people.kind(position) === 'on-premises' ? true : null,
    createdDateTime: people.generation(position) === 0 ? '2024-02-01T08:00:00Z' : dateTime(today),
    department: isUser ? chance.pick(DEPARTMENTS) : null,
    jobTitle: isUser ? chance.pick(TITLES) : null,
    assignedPlans: isLicensed ? [{ ...plan, servicePlanId: EXCHANGE_PLAN }] : [],
    signInActivity: isUser ? signInActivity(chance, today) : null,
    lastPasswordChangeDateTime: isUser
      ? dateTime(today - (1 + new Chance(seed ^ 0x70617373, position).below(700)) * DAY)
      : null,
    signInSessionsValidFromDateTime: isUser
      ? dateTime(today - (1 + new Chance(seed ^ 0x70617373, position).below(700)) * DAY)
      : null,
    onPremisesLastSyncDateTime: people.kind(position) === 'on-premises' ? dateTime(today - 1_200_000) : null,
    passwordPolicies: null,
    ...people.account(position),
  };
  return Object.fromEntries(select.map((name) => [name, properties[name] ?? null]));
}

/** @param time epoch ms */
function dateTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}

/** Null for a tenth, who never signed in. */
function signInActivity(chance: Chance, today: number): Json {
  const [lot, interactive, other] = [chance.next(), chance.below(150), chance.below(150)];
  if (lot < 0.1) return null;
  const time = (days: number): string => dateTime(today - days * DAY - 3_600_000);
  return {
    lastSignInDateTime: time(interactive),
    lastSignInRequestId: '00000000-0000-4000-9000-000000000001',
    lastNonInteractiveSignInDateTime: lot < 0.2 ? null : time(other),
    lastNonInteractiveSignInRequestId: lot < 0.2 ? null : '00000000-0000-4000-9000-000000000002',
    // Some have never succeeded, others not for long: attempts with wrong passwords count above.
    lastSuccessfulSignInDateTime: lot > 0.97 ? null : time(lot > 0.9 ? interactive + 150 : interactive),
  };
}
