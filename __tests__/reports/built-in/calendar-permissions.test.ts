import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import { calendarPermissions } from '../../../src/reports/built-in/calendar-permissions.ts';
import { compileHighlights } from '../../../src/reports/conditions.ts';
import { readRow } from '../../outputs/rows.ts';
import { collectedRows } from '../collected-rows.ts';

/** The entry of a calendar, and whether it is found as open to everyone with details. */
function entry(changes: JsonObject) {
  const grant = {
    id: 'RGVmYXVsdA==',
    isRemovable: false,
    isInsideOrganization: true,
    role: 'write',
    allowedRoles: ['none', 'freeBusyRead', 'limitedRead', 'read', 'write'],
    emailAddress: { name: 'My Organization' },
    ...changes,
  };
  const [row] = collectedRows(calendarPermissions, { value: [grant] });
  const names = Object.keys(calendarPermissions.columns);
  const incomplete = new Set(row?.incomplete.map((name) => names.indexOf(name)));
  const found = compileHighlights(
    calendarPermissions,
    0,
  )?.([{ ...readRow('a@x.y', Object.values(row?.cells ?? {})), incomplete }]);
  return { address: row?.cells.GrantedToAddress, unknown: row?.incomplete, highlights: found?.ofRows[0] };
}

test('the entry of everyone inside is known by its ID, whether or not it can be removed', () => {
  const everyone = { address: null, unknown: [], highlights: [0] };
  expect(entry({})).toEqual(everyone);
  // As in https://learn.microsoft.com/graph/api/calendarpermission-get
  expect(entry({ isRemovable: true })).toEqual(everyone);
  expect(entry({ isRemovable: true, role: 'freeBusyRead' }).highlights).toEqual([]);
});

test('the address of another grantee without one is unknown', () => {
  const other = { address: 'inconclusive', unknown: ['GrantedToAddress'], highlights: [] };
  expect(entry({ id: 'QWRlbGU=', isRemovable: true, emailAddress: { name: 'Adele' } })).toEqual(other);
});
