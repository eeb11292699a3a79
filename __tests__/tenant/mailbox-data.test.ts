import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isObject, parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { at, itemsOf, listAt, openOffice, textAt, type Office } from './collection-reader.ts';

/** What each mailbox contains. Scenarios compare what reports show with it, so it must be as varied as in practice. */
type Expected = ReturnType<Office['tenant']['expected']>;

let office: Office;
let all: readonly Expected[];
let rules: readonly JsonObject[];

beforeAll(async () => {
  office = await openOffice({ mailboxes: 1000 });
  all = office.readable.map((address) => office.tenant.expected(address));
  rules = all.flatMap((expected) => expected.rules ?? []);
});
afterAll(() => office.close());

const lower = (value: Json | undefined): string => (typeof value === 'string' ? value.toLowerCase() : '');

test('addresses are unique, found in any case, and of every kind', async () => {
  const { addresses } = office.tenant;
  expect(new Set(addresses.map((address) => address.toLowerCase())).size).toBe(addresses.length);
  const statuses = addresses.map((address) => office.tenant.expected(address.toUpperCase()).status);
  for (const status of ['no-mailbox', 'access-denied', 'not-found']) expect(statuses).toContain(status);
  expect(statuses.filter((status) => status === 'ok').length).toBeGreaterThan(900);
  for (const mark of ["'", '#', '+', '&', '%25', '$']) {
    const address = office.readable.find((one) => one.includes(mark)) ?? '';
    expect((await office.ask(address, 'mailboxSettings')).body).toEqual(office.tenant.expected(address).settings);
  }
});

test('a seed always has the same data', async () => {
  const [same, other] = await Promise.all([openOffice({ mailboxes: 1000 }), openOffice({ mailboxes: 1000, seed: 2 })]);
  await Promise.all([same.close(), other.close()]);
  expect(same.tenant.addresses).toEqual(office.tenant.addresses);
  expect(same.readable.map((address) => same.tenant.expected(address).rules)).toEqual(all.map((one) => one.rules));
  expect(other.tenant.addresses).not.toEqual(office.tenant.addresses);
});

test('settings have every status, audience and purpose, absent properties, and hostile text', () => {
  const settings = all.map((expected) => parseJson(JSON.stringify(expected.settings)));
  const replies = settings.map((one) => property(one, 'automaticRepliesSetting')).filter(isObject);
  const replyStatuses = new Set(replies.map(({ status }) => lower(status)));
  expect(replyStatuses).toEqual(new Set(['disabled', 'alwaysenabled', 'scheduled']));
  const audiences = new Set(replies.map(({ externalAudience }) => lower(externalAudience)));
  expect(audiences).toEqual(new Set(['none', 'contactsonly', 'all']));
  const purposes = settings.map((one) => property(one, 'userPurpose'));
  const words = new Set(purposes.map((purpose) => lower(isObject(purpose) ? purpose.value : purpose)));
  for (const word of ['user', 'shared', 'room', 'equipment']) expect(words).toContain(word);
  expect(settings.some((one) => property(one, 'language') === undefined)).toBe(true);
  const text = JSON.stringify(settings);
  for (const hostile of ['=cmd|', '::error', '<script>', 'Büro', 'customTimeZone']) expect(text).toContain(hostile);
});

test('inbox rules send to every kind of target, hide messages, and include those that Graph cannot show', () => {
  const SENDING = ['forwardTo', 'redirectTo', 'forwardAsAttachmentTo'];
  const targets = rules.flatMap((rule) => SENDING.flatMap((action) => listAt(rule, 'actions', action)));
  const addresses = targets.map((target) => textAt(target, 'emailAddress', 'address'));
  for (const end of ['@contoso.com', '@fabrikam.com', '@emea.contoso.com', '@CONTOSO.COM', '@evilcontoso.com']) {
    expect(addresses.some((address) => address.endsWith(end))).toBe(true);
  }
  expect(addresses.some((address) => address.startsWith('/o=ExchangeLabs/ou='))).toBe(true);
  expect(addresses).toContain('');
  const hiding = rules.map((rule) =>
    ['delete', 'moveToFolder', 'markAsRead']
      .filter((action) => (at(rule, 'actions', action) ?? false) !== false)
      .join(),
  );
  expect(hiding).toEqual(expect.arrayContaining(['', 'delete', 'moveToFolder', 'moveToFolder,markAsRead']));
  expect(new Set(rules.map(({ isEnabled, hasError }) => JSON.stringify([isEnabled, hasError]))).size).toBe(4);
  const unseen = rules.filter((rule) => rule.isReadOnly === true && (rule.actions ?? null) === null);
  expect(new Set(unseen.map((rule) => 'actions' in rule))).toEqual(new Set([true, false]));
});

test('folders are nested, localized, hostile, and hidden or searches in part', async () => {
  const trees = all.map((expected) => expected.folders ?? []);
  expect(Math.max(...trees.flat().map(({ path }) => path.length))).toBeGreaterThan(6);
  const names = new Set(trees.flat().map(({ folder }) => textAt(folder, 'displayName')));
  for (const name of ['Posteingang', 'Boîte de réception', '受信トレイ', 'Inbox']) expect(names).toContain(name);
  for (const mark of ['/', ';', '"', '🎉', '<script>', '::error']) {
    expect([...names].some((name) => name.includes(mark))).toBe(true);
  }
  const ids = new Set(trees.flat().map(({ folder }) => folder.id));
  for (const { rules: own = [], folders = [] } of all.slice(0, 200)) {
    const moves = own.map((rule) => at(rule, 'actions', 'moveToFolder')).filter((id) => id !== undefined);
    expect(folders.map(({ folder }) => folder.id)).toEqual(expect.arrayContaining(moves));
  }
  expect(ids.size).toBe(trees.flat().length);
  const [address = ''] = office.readable;
  const listed = itemsOf(await office.ask(address, 'mailFolders?$top=100'));
  expect(listed.some(({ isHidden }) => isHidden)).toBe(false);
  const hidden = itemsOf(await office.ask(address, 'mailFolders?$top=100&includeHiddenFolders=true'));
  expect(hidden.length).toBeGreaterThan(listed.length);
  // The type of a search folder is in every response.
  const search = office.readable.find((one) => JSON.stringify(office.tenant.expected(one).folders).includes('Search'));
  const selected = itemsOf(await office.ask(search ?? '', 'mailFolders?$top=100&$select=displayName'));
  expect(selected.map((folder) => folder['@odata.type'])).toContain('#microsoft.graph.mailSearchFolder');
});

test('calendars are shared with the organization once, and with people inside and outside in every role', () => {
  const permissions = all.map((expected) => expected.calendarPermissions ?? []);
  for (const own of permissions) {
    expect(own.filter(({ emailAddress }) => textAt(emailAddress, 'address') === '')).toMatchObject([
      { emailAddress: { name: 'My Organization' } },
    ]);
  }
  const grants = permissions.flat().filter(({ isRemovable }) => isRemovable === true);
  expect(new Set(grants.map(({ isInsideOrganization }) => isInsideOrganization))).toEqual(new Set([true, false]));
  const roles = ['freeBusyRead', 'limitedRead', 'read', 'write', 'delegateWithPrivateEventAccess', 'custom'];
  expect(grants.map(({ role }) => role)).toEqual(expect.arrayContaining(roles));
});
