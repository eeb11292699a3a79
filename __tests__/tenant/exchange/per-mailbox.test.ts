import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type JsonObject } from '../../../src/json.ts';
import { listAt, textAt } from '../collection-reader.ts';
import { commandOf, failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;
let mailboxes: JsonObject[];

beforeAll(async () => {
  office = await openExchange({ mailboxes: 160 });
  mailboxes = await office.rows('Get-Mailbox', {}, { select: ['Name', 'RecipientTypeDetails', 'ForwardingAddress'] });
});
afterAll(() => office.close());

test('deleted trustees are returned only with switches', async () => {
  const trusteesOf = async (mailbox: JsonObject, parameters: JsonObject): Promise<string[]> => {
    const answer = await office.run('Get-MailboxPermission', { Identity: textAt(mailbox, 'Name'), ...parameters });
    const trustees = rowsIn(answer).map((row) => textAt(row, 'User'));
    return trustees.filter((name) => name.startsWith('S-1-5-21-')).sort();
  };
  const [unresolved, softDeleted] = [
    { IncludeUnresolvedPermissions: true },
    { IncludeSoftDeletedUserPermissions: true },
  ];
  const counts = [0, 0];
  for (const mailbox of mailboxes) {
    const all = await trusteesOf(mailbox, { ...unresolved, ...softDeleted });
    if (all.length === 0) continue;
    const [some, others] = [await trusteesOf(mailbox, unresolved), await trusteesOf(mailbox, softDeleted)];
    expect([await trusteesOf(mailbox, {}), [...some, ...others].sort()]).toEqual([[], all]);
    [some, others].forEach(({ length }, at) => (counts[at] = (counts[at] ?? 0) + length));
  }
  expect(Math.min(...counts)).toBeGreaterThan(0);
});

test('an archive has statistics of its own, and a mailbox without one has none', async () => {
  const select = ['UserPrincipalName', 'ArchiveStatus', 'ArchiveGuid'];
  const listed = await office.rows('Get-Mailbox', { ResultSize: 'Unlimited' }, { select });
  const [active, none] = ['Active', 'None'].map((status) => listed.find((row) => row.ArchiveStatus === status));
  const statistics = (mailbox: JsonObject | undefined, more: JsonObject = {}) =>
    office.run('Get-MailboxStatistics', { Identity: mailbox?.UserPrincipalName ?? '', ...more });
  const [archive, primary] = [await statistics(active, { Archive: true }), await statistics(active)];
  expect(rowsIn(archive)).toMatchObject([{ IsArchiveMailbox: true, MailboxGuid: active?.ArchiveGuid }]);
  expect(rowsIn(primary)).toMatchObject([{ IsArchiveMailbox: false }]);
  expect((await statistics(none, { Archive: true })).status).toBe(404);
});

test('hidden rules are returned only on request', async () => {
  const name = textAt(mailboxes[1], 'Name');
  const namesOf = async (parameters: JsonObject): Promise<string[]> =>
    rowsIn(await office.run('Get-InboxRule', { Mailbox: name, ...parameters })).map((row) => textAt(row, 'Name'));
  expect(await namesOf({})).not.toContain('Junk E-Mail Rule');
  expect(await namesOf({ IncludeHidden: true })).toContain('Junk E-Mail Rule');
});

test('Graph and Exchange have the same rules, and Exchange those that Graph does not show', async () => {
  const { tenant } = office;
  const [address = ''] = tenant.listed('users', ['userPrincipalName']).map((user) => textAt(user, 'userPrincipalName'));
  const forwardTo = [{ emailAddress: { name: 'Eve', address: 'eve@x.example' } }];
  const rule = { id: 'AQAAAASAotU=', displayName: '.', sequence: 1, isEnabled: true, actions: { forwardTo } };
  tenant.setRules(address, [rule]);
  tenant.setHiddenRules(address, [{ ...rule, id: 'AQAAAASAotY=', displayName: '' }]);
  const rulesOf = async (parameters: JsonObject) =>
    rowsIn(await office.run('Get-InboxRule', { Mailbox: address, ...parameters }));
  const [shown, ...others] = await rulesOf({});
  expect([shown, others]).toMatchObject([{ Name: '.', ForwardTo: ['"Eve" [SMTP:eve@x.example]'] }, []]);
  // As a capture has it, beyond the safe integers.
  expect(textAt(shown, 'Identity')).toMatch(/\\15394007230974001153$/);
  expect((await rulesOf({ IncludeHidden: true })).map((row) => textAt(row, 'Name'))).toEqual([
    '.',
    '',
    'Junk E-Mail Rule',
  ]);
});

describe('a batch', () => {
  const batch = async (
    cmdlets: readonly [string, JsonObject][],
    token?: string,
  ): ReturnType<ExchangeOffice['post']> => {
    const authorization = `Bearer ${token ?? (await office.signIn())}`;
    const root = `${office.tenant.exchangeUrl}/adminapi/beta/${office.tenant.tenantId}`;
    const requests = cmdlets.map(([cmdlet, parameters], at) => ({
      id: String(at),
      method: 'POST',
      url: `${root}/InvokeCommand`,
      headers: { authorization },
      body: commandOf(cmdlet, parameters),
    }));
    return office.post(`${root}/$batch`, { requests });
  };

  test('refuses each command without a token of its own', async () => {
    const { status, body } = await batch([['Get-TransportConfig', {}]], 'none');
    expect([status, listAt(body, 'responses')]).toMatchObject([200, [{ id: '0', status: 401 }]]);
  });

  test('may have at most ten commands', async () => {
    const eleven = Array.from({ length: 11 }, (): [string, JsonObject] => ['Get-TransportConfig', {}]);
    expect((await batch(eleven.slice(1))).status).toBe(200);
    const answer = await batch(eleven);
    expect([answer.status, failureOf(answer).message]).toEqual([400, expect.stringContaining('10 requests')]);
  });
});
