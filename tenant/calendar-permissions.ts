import type { JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import type { People } from './people.ts';
import { insider, outsider } from './recipients.ts';

/** https://learn.microsoft.com/graph/api/resources/calendarpermission */
export const PERMISSION_PROPERTIES = [
  'id',
  'isRemovable',
  'isInsideOrganization',
  'role',
  'allowedRoles',
  'emailAddress',
] as const;

const OUTSIDE_ROLES = ['freeBusyRead', 'limitedRead', 'read'] as const;
const ORGANIZATION_ROLES = ['none', ...OUTSIDE_ROLES, 'write'] as const;
const INSIDE_ROLES = [
  'none',
  ...OUTSIDE_ROLES,
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
] as const;

/** The grants on the calendar of a mailbox. Every calendar has a grant to the whole organisation. */
export function calendarPermissions(people: People, position: number, seed: number): JsonObject[] {
  const chance = new Chance(seed ^ 0x63616c65, position);
  const lot = chance.next();
  const isShared = lot >= 1 - people.habits.sharedCalendars;
  const count = !isShared ? 0 : lot < 0.9 ? 1 + chance.below(3) : 4 + chance.below(5);
  const grants = Array.from({ length: count }, () => grant(people, chance));
  // Each grantee occurs once.
  const addresses = new Set<unknown>();
  const distinct = grants.filter(({ id }) => !addresses.has(id) && addresses.add(id));
  return [...distinct, organization(chance)];
}

/** The grant to a group. */
export function groupPermission(name: string, address: string): JsonObject {
  return {
    id: idOf(`/o=ExchangeLabs/cn=${address}`),
    isRemovable: true,
    isInsideOrganization: true,
    role: 'read',
    allowedRoles: [...INSIDE_ROLES],
    emailAddress: { name, address },
  };
}

function organization(chance: Chance): JsonObject {
  const role = chance.next() < 0.6 ? 'freeBusyRead' : chance.next() < 0.1 ? 'custom' : chance.pick(ORGANIZATION_ROLES);
  return {
    id: idOf('Default'),
    // True in Microsoft's example: https://learn.microsoft.com/graph/api/calendarpermission-get
    isRemovable: chance.next() < 0.2,
    isInsideOrganization: true,
    role,
    allowedRoles: [...ORGANIZATION_ROLES],
    emailAddress: { name: 'My Organization' },
  };
}

function grant(people: People, chance: Chance): JsonObject {
  const isInside = chance.next() < 1 - people.habits.calendarsOutside;
  const emailAddress = isInside ? insider(people, chance) : outsider(people, chance);
  const roles = isInside ? INSIDE_ROLES : OUTSIDE_ROLES;
  return {
    id: idOf(`${isInside ? '/o=ExchangeLabs/cn=' : 'ExchangePublishedUser.'}${emailAddress.address}`),
    isRemovable: true,
    isInsideOrganization: isInside,
    // Set in Exchange to rights without a matching role.
    role: isInside && chance.next() < 0.06 ? 'custom' : chance.pick(roles),
    allowedRoles: [...roles],
    emailAddress,
  };
}

function idOf(name: string): string {
  return Buffer.from(name).toString('base64');
}
