import { expect, test } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import { LineOccurrences } from '../../../src/policy/register/line-occurrence.ts';
import type { RegisterEntry } from '../../../src/policy/register/register-entry.ts';
import { viewOf } from '../../../src/reports/row-view.ts';

const A = 'a@contoso.com';
const B = 'b@contoso.com';
const M = 'm@contoso.com';
const OTHER = 'other@contoso.com';
const RIGHTS = 'mailbox-permissions';
const CALENDARS = 'calendar-permissions';
const ACCOUNT = '00000000-0000-4000-8000-000000000001';

/** `m@contoso.com | a@contoso.com | FullAccess`, with IDs. */
function lineOf(text: string, ids: Partial<Pick<RegisterEntry, 'mailboxId' | 'trusteeId'>> = {}): RegisterEntry {
  const [mailbox = '', trustee = '', right = ''] = text.split(' | ');
  const blank = { reason: '', owner: '', until: '', reviewedOn: '', further: [] };
  return { mailbox, trustee, right, mailboxId: '', trusteeId: '', ...ids, ...blank };
}

/** A row with these cells; an ID of the trustee is none. */
function row(cells: Readonly<Record<string, Json>>, TrusteeId?: string) {
  const view = viewOf(Object.keys(cells), { cells: Object.values(cells) });
  return { view, identity: TrusteeId === undefined ? undefined : { TrusteeId } };
}

const full = (Trustee: string, id?: string, more: Readonly<Record<string, Json>> = {}) =>
  row({ Right: 'FullAccess', Trustee, Inherited: false, Deny: false, ...more }, id);
const calendar = (GrantedToAddress: string) =>
  row({ GrantedTo: 'x', GrantedToAddress, Role: 'write', InsideOrganization: true });

type Rows = Parameters<LineOccurrences<RegisterEntry>['add']>[2];

/** How each line occurs among mailboxes. */
function occurrences(
  lines: readonly RegisterEntry[],
  mailboxes: readonly (readonly [address: string, report: string, rows: Rows, account?: string])[],
  readsTrustees = false,
): readonly string[] {
  const found = new LineOccurrences(lines, readsTrustees);
  for (const [address, report, rows, account] of mailboxes)
    found.add({ names: [address], ids: { account } }, report, rows);
  return lines.map((line) => (['yes', 'no', 'unknown'] as const).find((one) => found.with(one).includes(line)) ?? '');
}

test('says that a right is there, or is not in a mailbox that was read, and nothing about others', () => {
  const lines = [`${M} | ${A} | FullAccess`, `${M} | ${B} | FullAccess`, `${OTHER} | ${A} | FullAccess`].map((text) =>
    lineOf(text, { trusteeId: text.includes(A) ? 'S-1-5-21-1' : 'S-1-5-21-2' }),
  );
  const calendars = [lineOf(`${M} | ${A} | Calendar: write`)];
  expect(occurrences([...lines, ...calendars], [['M@contoso.com', RIGHTS, [full(A, 'S-1-5-21-1')]]])).toEqual([
    'yes',
    'no',
    'unknown',
    'unknown',
  ]);
  expect(occurrences(lines, [[M, RIGHTS, undefined]])).toEqual(['unknown', 'unknown', 'unknown']);
  expect(occurrences(calendars, [[M, CALENDARS, []]])).toEqual(['no']);
});

test('takes a right of which it is not known whose it is for one that may be there', () => {
  const line = lineOf(`${M} | ${A} | FullAccess`);
  const unknownRow = row({ Right: 'FullAccess' });
  expect(occurrences([line], [[M, RIGHTS, [unknownRow]]])).toEqual(['unknown']);
  // The trustee may have another address now.
  expect(occurrences([line], [[M, RIGHTS, [full(B, 'S-1-5-21-2')]]])).toEqual(['unknown']);
  expect(occurrences([line], [[M, RIGHTS, [full(B, 'S-1-5-21-2')]]], true)).toEqual(['no']);
  // Unless it is that of another line.
  const others = [line, lineOf(`${M} | ${B} | FullAccess`)];
  expect(occurrences(others, [[M, RIGHTS, [full(B, 'S-1-5-21-2')]]])).toEqual(['no', 'yes']);
  // An ID of another kind says nothing, also if another line has the name.
  const ofId = lineOf(`${M} | ${A} | FullAccess`, { trusteeId: ACCOUNT });
  expect(occurrences([ofId, line], [[M, RIGHTS, [full(A, 'S-1-5-21-1')]]])).toEqual(['unknown', 'yes']);
});

test('does not take a right that is inherited or denied, or that of somebody else with the address, for that of a line', () => {
  const line = lineOf(`${M} | ${A} | FullAccess`, { trusteeId: 'S-1-5-21-1' });
  for (const one of [
    full(A, 'S-1-5-21-1', { Inherited: true }),
    full(A, 'S-1-5-21-1', { Deny: true }),
    full(A, 'S-1-5-21-9'),
  ])
    expect(occurrences([line], [[M, RIGHTS, [one]]])).toEqual(['no']);
});

test('follows a mailbox by its ID', () => {
  const line = lineOf(`${M} | ${A} | Calendar: write`, { mailboxId: ACCOUNT });
  expect(occurrences([line], [['new@contoso.com', CALENDARS, [calendar(A)], ACCOUNT]])).toEqual(['yes']);
  expect(occurrences([line], [['new@contoso.com', CALENDARS, [], ACCOUNT]])).toEqual(['no']);
  // Without the ID, the address may be that of another mailbox.
  expect(occurrences([line], [[M, CALENDARS, [calendar(A)]]])).toEqual(['unknown']);
  expect(occurrences([line], [[M, CALENDARS, []]])).toEqual(['unknown']);
});

test('says that a right to every mailbox is gone only if each mailbox was read', () => {
  const line = lineOf(`* | ${A} | FullAccess`, { trusteeId: 'S-1-5-21-1' });
  const of = (address: string, rows: Rows) => [address, RIGHTS, rows] as const;
  expect(occurrences([line], [of(M, []), of(OTHER, [full(A, 'S-1-5-21-1')])])).toEqual(['yes']);
  expect(occurrences([line], [of(M, []), of(OTHER, [full(B, 'S-1-5-21-2')])])).toEqual(['no']);
  expect(occurrences([line], [of(M, []), of(OTHER, undefined)])).toEqual(['unknown']);
});
