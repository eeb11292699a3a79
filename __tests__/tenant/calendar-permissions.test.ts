import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { listAt, openOffice, textAt, type Office } from './collection-reader.ts';

let office: Office;
let all: readonly JsonObject[];

beforeAll(async () => {
  office = await openOffice({ mailboxes: 1000 });
  all = office.readable.flatMap((address) => office.tenant.expected(address).calendarPermissions ?? []);
});

afterAll(async () => {
  await office.close();
});

const ROLES = [
  'none',
  'freeBusyRead',
  'limitedRead',
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
  'custom',
];

describe('calendar permissions', () => {
  test.each(['v1.0', 'beta'])('match the expected data in %s', async (version) => {
    for (const address of office.readable.slice(0, 60)) {
      const { body } = await office.ask(address, 'calendar/calendarPermissions', version);
      expect(body).toEqual({
        '@odata.context': `${office.tenant.graphUrl}/${version}/$metadata#users('${encodeURIComponent(address)}')/calendar/calendarPermissions`,
        value: office.tenant.expected(address).calendarPermissions,
      });
    }
  });

  test('always contain the organization once, without an address', () => {
    for (const address of office.readable) {
      const permissions = office.tenant.expected(address).calendarPermissions ?? [];
      const organisation = permissions.filter(({ emailAddress }) => textAt(emailAddress, 'address') === '');
      expect(organisation).toEqual([
        expect.objectContaining({
          id: 'RGVmYXVsdA==',
          isRemovable: false,
          isInsideOrganization: true,
          emailAddress: { name: 'My Organization' },
        }),
      ]);
    }
  });

  test('have every role, and allowed roles that are the default unless changed', () => {
    expect(new Set(all.map(({ role }) => role))).toEqual(new Set(ROLES));
    for (const permission of all.filter(({ role }) => role !== 'custom')) {
      expect(listAt(permission, 'allowedRoles')).toContain(permission.role);
    }
  });

  test('are granted to people inside and outside, each once per calendar', () => {
    const grants = all.filter(({ isRemovable }) => isRemovable === true);
    const isInside = (grant: JsonObject): boolean => textAt(grant, 'emailAddress', 'address').endsWith('@contoso.com');
    expect(grants.map(isInside)).toEqual(grants.map(({ isInsideOrganization }) => isInsideOrganization));
    expect(new Set(grants.map(isInside))).toEqual(new Set([true, false]));
    for (const address of office.readable) {
      const ids = (office.tenant.expected(address).calendarPermissions ?? []).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});
