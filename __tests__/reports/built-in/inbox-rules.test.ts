import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { internalDomains } from '../../../src/mailboxes/internal-domains.ts';
import { inboxRules } from '../../../src/reports/built-in/inbox-rules.ts';
import { collectedRows } from '../collected-rows.ts';

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

function cellsOf(changes: JsonObject): Readonly<Record<string, Json>> {
  const [row, ...others] = collectedRows(inboxRules, { value: [{ ...rule, ...changes }] }, { inside });
  if (row === undefined || others.length > 0) throw new Error('not one row');
  return { partial: row.partial, ...row.cells };
}

test('a row a rule', () => {
  expect(collectedRows(inboxRules, { value: [] }, { inside })).toEqual([]);
  const rows = collectedRows(inboxRules, { value: [rule, { ...rule, displayName: 'Second' }] }, { inside });
  expect(rows.map(({ cells }) => cells.RuleName)).toEqual(['From partner', 'Second']);
  expect(rows[0]).toEqual({
    partial: false,
    cells: {
      RuleName: 'From partner',
      Sequence: 2,
      Enabled: true,
      HasError: false,
      ReadOnly: false,
      ForwardTo: ['alex@contoso.com'],
      RedirectTo: [],
      ForwardAsAttachmentTo: [],
      ExternalTargets: [],
      Hides: false,
      Delete: null,
      PermanentDelete: null,
      MoveToFolder: null,
      CopyToFolder: null,
      MarkAsRead: null,
      MarkImportance: null,
      AssignCategories: null,
      StopProcessingRules: true,
      Conditions: { senderContains: ['adele'] },
      Exceptions: null,
    },
  });
});

test('external targets are those of all three ways to send on', () => {
  const actions = {
    forwardTo: [recipient('alex@contoso.com'), recipient('SMTP:Eve@Evil.com')],
    redirectTo: [recipient('eve@evil.com'), recipient(null, 'Old contact')],
    forwardAsAttachmentTo: [recipient('/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=x')],
  };
  expect(cellsOf({ actions }).ExternalTargets).toEqual([
    'Eve@Evil.com',
    'Old contact',
    '/o=ExchangeLabs/ou=Exchange Administrative Group/cn=Recipients/cn=x',
  ]);
  expect(cellsOf({ actions: null }).ExternalTargets).toEqual([]);
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
])('%j hides messages: %j', (actions, hides) => {
  expect(cellsOf({ actions }).Hides).toBe(hides);
});

describe('a rule that Graph cannot show', () => {
  test.each<[string, JsonObject]>([
    ['has neither conditions nor actions', { isReadOnly: true, conditions: null, actions: null }],
    ['has empty ones', { isReadOnly: true, conditions: {}, actions: {} }],
    ['has actions that say nothing', { isReadOnly: true, actions: { delete: null, forwardTo: [], markAsRead: false } }],
    ['does not say what it does', { isReadOnly: true, actions: null }],
  ])('%s, and is inconclusive', (_, changes) => {
    expect(cellsOf(changes)).toMatchObject({ partial: true, ExternalTargets: 'inconclusive', Hides: 'inconclusive' });
  });

  test.each<[string, JsonObject]>([
    ['is read-only and shows what it does', { isReadOnly: true }],
    ['is read-only and deletes', { isReadOnly: true, conditions: null, actions: { delete: true } }],
    ['could be changed and does nothing', { isReadOnly: false, conditions: null, actions: null }],
    ['does not tell', { isReadOnly: null, conditions: null, actions: null }],
  ])('is not one that %s', (_, changes) => {
    const { partial, ExternalTargets, Hides } = cellsOf(changes);
    expect(partial).toBe(false);
    expect([Array.isArray(ExternalTargets), typeof Hides]).toEqual([true, 'boolean']);
  });
});
