import { isObject, type JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import { refused, unknown, type Refusal } from './mailbox-edits.ts';
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
    id: DEFAULT_ID,
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

/** The id of the grant to the whole organisation. */
export const DEFAULT_ID = idOf('Default');

/** A permission after a PATCH, which changes the role alone. https://learn.microsoft.com/graph/api/calendarpermission-update */
export function editedPermission(permission: JsonObject, values: JsonObject): JsonObject | Refusal {
  const { role, ...others } = values;
  const [other] = Object.keys(others).filter((name) => !name.startsWith('@'));
  if (other !== undefined) return refused('ErrorInvalidRequest', `The property '${other}' cannot be updated.`);
  const { allowedRoles } = permission;
  const isAllowed = typeof role === 'string' && Array.isArray(allowedRoles) && allowedRoles.includes(role);
  return isAllowed ? { ...permission, role } : refused('ErrorInvalidRequest', 'The role is not allowed.');
}

/** The permission that a POST makes. Its id follows from who has its address. https://learn.microsoft.com/graph/api/calendar-post-calendarpermissions */
export function newPermission(values: JsonObject, nameOf: (address: string) => string): JsonObject | Refusal {
  const { emailAddress, role, isInsideOrganization = false, isRemovable = true, ...others } = values;
  const [other] = Object.keys(others).filter((name) => !name.startsWith('@'));
  if (other !== undefined) return unknown(other, 'calendarPermission');
  const address = isObject(emailAddress) ? emailAddress.address : undefined;
  if (!isObject(emailAddress) || typeof address !== 'string' || address === '') {
    return refused('ErrorInvalidRequest', 'The recipient has no address.');
  }
  const roles: readonly string[] = isInsideOrganization === true ? INSIDE_ROLES : OUTSIDE_ROLES;
  if (typeof role !== 'string' || !roles.includes(role)) {
    return refused('ErrorInvalidRequest', 'The role is not allowed.');
  }
  const isInside = isInsideOrganization === true;
  const id = idOf(isInside ? `/o=ExchangeLabs/cn=${nameOf(address)}` : `ExchangePublishedUser.${address}`);
  return { id, isRemovable, isInsideOrganization, role, allowedRoles: [...roles], emailAddress };
}

function idOf(name: string): string {
  return Buffer.from(name).toString('base64');
}
