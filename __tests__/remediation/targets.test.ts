import { describe, expect, test } from '@jest/globals';
import { changeIn, storedChange } from '../../src/remediation/change-file.ts';
import { TARGETS, targetNamed } from '../../src/remediation/targets/targets.ts';
import { builtInReports, reportsWriting } from '../../src/reports/built-in.ts';

const GUID = '99999999-2222-3333-4444-555555555555';
const CHANGE = { mailbox: 'a@contoso.com', rules: [], item: '' };
const EXCHANGE = { cmdlet: 'Set-Mailbox', identity: GUID };
const RIGHT = {
  kind: 'right',
  right: 'SendAs',
  trustee: 'b@contoso.com',
  label: 'b@contoso.com',
  trusteeId: 'S-1-5-21-1',
};
const REMOVED_RIGHT = { setting: 'entry', before: { trustee: 'b@contoso.com' }, after: null };
const PERMISSION = { kind: 'calendar', id: 'AQ==', address: 'b@contoso.com' };
const RULE = { displayName: 'r', sequence: 1, isEnabled: true, actions: { delete: true } };
const DISABLED = { inboxRule: 'AQ==', setting: 'isEnabled', before: true, after: false };
const AUDITED = { setting: 'AuditEnabled', before: false, after: true };

test('every report that can be corrected names a target, and every target has a report', () => {
  const corrections = [...builtInReports.values()].flatMap(({ corrects }) => corrects ?? []);
  for (const { target } of corrections) expect(targetNamed(target).name).toBe(target);
  const withoutEntries = corrections.filter(({ target }) => targetNamed(target).entries === undefined);
  expect(withoutEntries.filter(({ removes }) => removes)).toEqual([]);
  expect(TARGETS.filter(({ name }) => reportsWriting(name).length === 0)).toEqual([]);
  expect(new Set(TARGETS.map(({ name }) => name)).size).toBe(TARGETS.length);
});

test('no two targets have a reason of the same code', () => {
  const codes = TARGETS.flatMap(({ problems = {} }) => Object.keys(problems));
  expect(new Set(codes).size).toBe(codes.length);
});

describe('a change in a file', () => {
  test.each<[string, object]>([
    ['mailboxSettings', { setting: 'timeZone', before: 'UTC', after: 'Europe/Berlin' }],
    ['Set-Mailbox', { exchange: EXCHANGE, ...AUDITED }],
    [
      'Set-CASMailbox',
      { exchange: { ...EXCHANGE, cmdlet: 'Set-CASMailbox' }, setting: 'ImapEnabled', before: true, after: false },
    ],
    ['inboxRule', { ...DISABLED, ruleDigest: 'd' }],
    ['inboxRule', { entry: { kind: 'rule', id: 'AQ==' }, setting: 'entry', before: RULE, after: null }],
    ['right', { exchange: EXCHANGE, entry: RIGHT, ...REMOVED_RIGHT }],
    ['calendarPermission', { entry: PERMISSION, setting: 'role', before: 'read', after: 'none' }],
  ])('of %s is read and written as it was', (target, members) => {
    const stored = { ...CHANGE, ...members };
    const change = changeIn(stored);
    expect(change).toMatchObject({ target });
    expect(change && JSON.parse(JSON.stringify(storedChange(change)))).toEqual(stored);
  });

  test.each<[string, object]>([
    ['a right of an inbox rule', { exchange: EXCHANGE, entry: RIGHT, ...REMOVED_RIGHT, inboxRule: 'AQ==' }],
    ['a right through Graph', { entry: RIGHT, ...REMOVED_RIGHT }],
    [
      'a right by another cmdlet',
      { exchange: { ...EXCHANGE, cmdlet: 'Set-CASMailbox' }, entry: RIGHT, ...REMOVED_RIGHT },
    ],
    ['a right of another trustee', { exchange: EXCHANGE, entry: RIGHT, ...REMOVED_RIGHT, before: { trustee: 'c' } }],
    ['an inbox rule by a cmdlet', { ...DISABLED, exchange: EXCHANGE }],
    ['an inbox rule whose ID is a path', { ...DISABLED, inboxRule: '..' }],
    [
      'a permission by a cmdlet',
      { exchange: EXCHANGE, entry: PERMISSION, setting: 'role', before: 'read', after: 'none' },
    ],
    ['a custom role', { entry: PERMISSION, setting: 'role', before: 'custom', after: 'none' }],
    ['a setting of an entry that is none', { entry: { kind: 'folder', id: 'AQ==' }, ...AUDITED }],
    [
      'a digest of a rule that is not named',
      { setting: 'timeZone', before: 'UTC', after: 'Europe/Berlin', ruleDigest: 'd' },
    ],
    ['a setting of another service', AUDITED],
  ])('of %s is refused', (_, members) => {
    expect(changeIn({ ...CHANGE, ...members })).toBeUndefined();
  });
});
