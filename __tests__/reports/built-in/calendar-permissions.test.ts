import { expect, test } from '@jest/globals';
import { calendarPermissions } from '../../../src/reports/built-in/calendar-permissions.ts';
import { collectedRows } from '../collected-rows.ts';

test('returns a row for each grant, without an address for the organization', () => {
  const value = [
    {
      id: 'QWRlbGU=',
      isRemovable: true,
      isInsideOrganization: false,
      role: 'read',
      allowedRoles: ['freeBusyRead', 'limitedRead', 'read'],
      emailAddress: { name: 'Adele Vance', address: 'adele@fabrikam.com' },
    },
    {
      id: 'RGVmYXVsdA==',
      isRemovable: false,
      isInsideOrganization: true,
      role: 'freeBusyRead',
      allowedRoles: ['none', 'freeBusyRead'],
      emailAddress: { name: 'My Organization' },
    },
  ];
  expect(collectedRows(calendarPermissions, { value }).map(({ cells }) => cells)).toEqual([
    {
      GrantedTo: 'Adele Vance',
      GrantedToAddress: 'adele@fabrikam.com',
      Role: 'read',
      AllowedRoles: ['freeBusyRead', 'limitedRead', 'read'],
      InsideOrganization: false,
      Removable: true,
    },
    {
      GrantedTo: 'My Organization',
      GrantedToAddress: null,
      Role: 'freeBusyRead',
      AllowedRoles: ['none', 'freeBusyRead'],
      InsideOrganization: true,
      Removable: false,
    },
  ]);
});
