import { expect, test } from '@jest/globals';
import { consentedPermission } from '../../src/applications/permissions.ts';
import { atLeast, known } from '../../src/reports/known.ts';
import { reachOf, type Grant } from '../../src/applications/reach.ts';

test('does not know any ability of an application whose permission is not documented', () => {
  const principal = { id: 'object', appId: 'app', name: 'New', isEnabled: true };
  const opens = consentedPermission('graph', 'Mail.Transcribe.All');
  const grants: readonly Grant[] = opens
    ? [{ principal, permission: 'Mail.Transcribe.All', opens, scope: undefined, grantedOn: '' }]
    : [];
  const facts = { principals: [principal], grants, policies: known([]), delegated: known([]), gaps: [] };
  const { can, through, appIds, unknown } = reachOf(facts, {
    isMember: () => known(false),
    rightOf: () => known(undefined),
  });
  expect(Object.values(can)).toEqual(Array.from({ length: 5 }, () => atLeast([])));
  expect([through, appIds]).toEqual([known(['New (app): Mail.Transcribe.All, tenant-wide']), known(['app'])]);
  expect(unknown).toEqual([expect.stringContaining('not documented')]);
});
