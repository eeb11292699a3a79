import type { JsonObject } from '../../src/json.ts';

/** An entry of Graph's `calendarPermissions`. */
export function permission(address: string, role: string, changes: JsonObject = {}): JsonObject {
  return {
    id: Buffer.from(`/o=ExchangeLabs/cn=${address}`).toString('base64'),
    isRemovable: true,
    isInsideOrganization: true,
    role,
    allowedRoles: ['none', 'freeBusyRead', 'limitedRead', 'read', 'write'],
    emailAddress: { name: 'Somebody', address },
    ...changes,
  };
}

/** The entry of everyone inside. */
export function everyone(role: string): JsonObject {
  return permission('', role, { id: 'RGVmYXVsdA==', isRemovable: false, emailAddress: { name: 'My Organization' } });
}
