import { expect, test } from '@jest/globals';
import { consentedPermission } from '../../src/applications/permissions.ts';
import { reachOf, type Grant } from '../../src/applications/reach.ts';

test('does not know any ability of an application whose permission is not documented', () => {
  const principal = { id: 'object', appId: 'app', name: 'New', isEnabled: true };
  const opens = consentedPermission('graph', 'Mail.Transcribe.All');
  const grants: readonly Grant[] = opens
    ? [{ principal, permission: 'Mail.Transcribe.All', opens, scope: undefined, grantedOn: '' }]
    : [];
  const facts = { principals: [principal], grants, policies: [], delegated: [], gaps: [] };
  const { can, through, appIds, unknown } = reachOf(facts, { isMember: () => false, rightOf: () => undefined });
  expect(Object.values(can)).toEqual(Array.from({ length: 5 }, () => ({ items: [], isKnown: false })));
  expect([through, appIds]).toEqual([
    { items: ['New (app): Mail.Transcribe.All, tenant-wide'], isKnown: true },
    { items: ['app'], isKnown: true },
  ]);
  expect(unknown).toEqual([expect.stringContaining('not documented')]);
});
