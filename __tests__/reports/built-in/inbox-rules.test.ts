import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { internalDomains } from '../../../src/mailboxes/internal-domains.ts';
import { inboxRules } from '../../../src/reports/built-in/inbox-rules.ts';
import { collectedRows, type CollectedRow } from '../collected-rows.ts';

const inside = internalDomains(['contoso.com']);

const recipient = (address: string | null, name = 'Somebody') => ({ emailAddress: { name, address } });

const rule: JsonObject = {
  id: 'AQAAAJ5dZqA=',
  displayName: 'From partner',
  sequence: 2,
  isEnabled: true,
  hasError: false,
  isReadOnly: false,
  conditions: { senderContains: ['adele'] },
  actions: { forwardTo: [recipient('alex@contoso.com')], stopProcessingRules: true },
};

function rowOf(changes: JsonObject): CollectedRow {
  const [row, ...others] = collectedRows(inboxRules, { value: [{ ...rule, ...changes }] }, { inside });
  if (row === undefined || others.length > 0) throw new Error('not one row');
  return row;
}

const cellsOf = (changes: JsonObject): Readonly<Record<string, Json>> => rowOf(changes).cells;

test('distinguishes targets outside from targets without an SMTP address', () => {
  const actions = {
    forwardTo: [recipient('alex@contoso.com'), recipient('SMTP:Eve@Evil.com')],
    redirectTo: [recipient('eve@evil.com'), recipient(null, 'Old contact')],
    forwardAsAttachmentTo: [recipient('/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=x')],
  };
  const X500 = '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=x';
  const unresolved = ['Old contact', X500];
  const mixed = rowOf({ actions });
  expect(mixed.cells).toMatchObject({ ExternalTargets: ['Eve@Evil.com'], UnresolvedTargets: unresolved });
  // Both show what is known, and may lack an address.
  expect(mixed.incomplete).toEqual(['RedirectTo', 'ExternalTargets']);
  // Their addresses are unknown.
  const redirectTo = unresolved.map((name) => recipient(null, name));
  const unknown = rowOf({ actions: { ...actions, forwardTo: [], redirectTo } });
  expect(unknown.cells).toMatchObject({ ExternalTargets: 'inconclusive', UnresolvedTargets: unresolved });
  expect(unknown.incomplete).toEqual(['RedirectTo', 'ExternalTargets']);
  expect(cellsOf({ actions: {} })).toMatchObject({ ExternalTargets: [], UnresolvedTargets: [] });
});

test.each<[JsonObject, boolean]>([
  [{ delete: true }, true],
  [{ permanentDelete: true }, true],
  [{ moveToFolder: 'AAMk', markAsRead: true }, true],
  [{ moveToFolder: 'AAMk' }, false],
  [{ moveToFolder: 'AAMk', markAsRead: false }, false],
  [{ markAsRead: true }, false],
  [{ copyToFolder: 'AAMk', markAsRead: true }, false],
  [{ delete: false, permanentDelete: null }, false],
  [{}, false],
])('sets Hides for %j: %j', (actions, hides) => {
  expect(cellsOf({ actions }).Hides).toBe(hides);
});

const ACTIONS = [
  'ForwardTo',
  'RedirectTo',
  'ForwardAsAttachmentTo',
  'ExternalTargets',
  'UnresolvedTargets',
  'Hides',
  'Delete',
  'PermanentDelete',
  'MoveToFolder',
  'CopyToFolder',
  'MarkAsRead',
  'MarkImportance',
  'AssignCategories',
  'StopProcessingRules',
];

describe('a read-only rule', () => {
  test.each<[string, JsonObject]>([
    ['has neither conditions nor actions', { conditions: null, actions: null }],
    ['has empty ones', { conditions: {}, actions: {} }],
    ['has actions without a value', { actions: { delete: null, forwardTo: [], markAsRead: false } }],
    ['has no actions', { actions: null }],
  ])('is inconclusive for every action if it %s', (_, changes) => {
    const { cells, incomplete } = rowOf({ isReadOnly: true, ...changes });
    expect(cells).toMatchObject({ ExternalTargets: 'inconclusive', Hides: 'inconclusive' });
    expect(incomplete).toEqual(expect.arrayContaining(ACTIONS));
    expect(incomplete).not.toContain('RuleName');
  });

  test.each<[JsonObject, string]>([
    [{ stopProcessingRules: true }, 'StopProcessingRules'],
    [{ markImportance: 'low' }, 'MarkImportance'],
    [{ assignCategories: ['red'] }, 'AssignCategories'],
    [{ forwardTo: [recipient('alex@contoso.com')] }, 'ForwardTo'],
  ])('is inconclusive for the actions that %j does not show', (actions, shown) => {
    const { cells, incomplete } = rowOf({ isReadOnly: true, actions });
    expect(cells).toMatchObject({ ExternalTargets: 'inconclusive', Hides: 'inconclusive' });
    expect(incomplete).toEqual(expect.arrayContaining(ACTIONS.filter((column) => column !== shown)));
    expect(incomplete).not.toContain(shown);
  });

  test.each<[JsonObject, string]>([
    [{ forwardTo: [recipient('eve@evil.com')] }, 'ExternalTargets'],
    [{ delete: true }, 'Hides'],
    [{ moveToFolder: 'AAMk', markAsRead: true }, 'Hides'],
  ])('with %j violates a rule about %s', (actions, column) => {
    const { cells, incomplete } = rowOf({ isReadOnly: true, actions });
    expect(incomplete).not.toContain(column);
    expect(cells[column]).not.toBe('inconclusive');
  });
});

test('a rule that can be changed does nothing if its actions are empty', () => {
  const { cells, incomplete } = rowOf({ conditions: null, actions: { forwardTo: [], delete: null } });
  expect(incomplete).toEqual([]);
  expect(cells).toMatchObject({ ExternalTargets: [], Hides: false, AssignCategories: [] });
});

test.each<[string, JsonObject]>([
  ['only an id', { id: 'AQAAAJ5dZqA=' }],
  ['neither actions nor isReadOnly', { ...rule, actions: null, isReadOnly: null }],
  ['no actions', { ...rule, actions: null }],
  ['empty actions and no isReadOnly', { ...rule, actions: {}, isReadOnly: null }],
])('a rule with %s is unknown in every action', (_case, value) => {
  const left = Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null));
  for (const shown of [value, left]) {
    const [row] = collectedRows(inboxRules, { value: [shown] }, { inside });
    expect(row?.incomplete).toEqual(expect.arrayContaining(ACTIONS));
    for (const column of ACTIONS) expect([null, 'inconclusive', []]).toContainEqual(row?.cells[column]);
  }
});

test.each<[string, JsonObject]>([
  ['a recipient that is null', { forwardTo: [null] }],
  ['an empty recipient', { redirectTo: [{}] }],
  ['recipients that are no list', { forwardAsAttachmentTo: true }],
])('a rule that forwards to %s is unknown', (_case, actions) => {
  expect(rowOf({ actions }).incomplete).toContain('ExternalTargets');
});

test.each<Json>([[null], ['x'], [{}], [{ ...rule, actions: 'delete' }], [{ ...rule, sequence: 'first' }], 'x', {}])(
  '%j is not accepted as rules',
  (value) => {
    expect(() => collectedRows(inboxRules, { value })).toThrow(TypeError);
  },
);

test.each<Json>([{}, false, ''])('a rule whose categories are %j is not one without categories', (assignCategories) => {
  expect(() => cellsOf({ actions: { assignCategories } })).toThrow();
});
