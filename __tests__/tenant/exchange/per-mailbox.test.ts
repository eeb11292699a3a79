import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isObject, type JsonObject } from '../../../src/json.ts';
import { listAt, textAt } from '../collection-reader.ts';
import { commandOf, failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;
let mailboxes: JsonObject[];

beforeAll(async () => {
  office = await openExchange({ mailboxes: 160 });
  mailboxes = await office.rows('Get-Mailbox', {}, { select: ['Name', 'RecipientTypeDetails', 'ForwardingAddress'] });
});
afterAll(() => office.close());

test('permissions of a mailbox include its own and those of others', async () => {
  const rights = new Set<string>();
  for (const mailbox of mailboxes.filter((one) => one.RecipientTypeDetails === 'SharedMailbox')) {
    const rows = rowsIn(await office.run('Get-MailboxPermission', { Identity: textAt(mailbox, 'Name') }));
    expect(rows[0]).toMatchObject({ User: 'NT AUTHORITY\\SELF', AccessRights: ['FullAccess, ReadPermission'] });
    for (const row of rows.slice(1)) rights.add(JSON.stringify([row.AccessRights, row.Deny, row.IsInherited]));
  }
  expect(rights).toContain('[["FullAccess"],false,false]');
});

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

test('inbox rules name external targets by their address, and internal targets without it', async () => {
  const targets = new Set<string>();
  for (const mailbox of mailboxes.slice(1, 80)) {
    const rows = rowsIn(await office.run('Get-InboxRule', { Mailbox: textAt(mailbox, 'Name') }));
    for (const row of rows) {
      for (const name of ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo']) {
        for (const target of [row[name] ?? []].flat())
          targets.add(`${name} ${/\[(\w+):/.exec(typeof target === 'string' ? target : '')?.[1] ?? ''}`);
      }
    }
  }
  expect([...targets].sort()).toEqual([
    ...['ForwardAsAttachmentTo EX', 'ForwardAsAttachmentTo SMTP', 'ForwardTo EX', 'ForwardTo SMTP'],
    ...['RedirectTo EX', 'RedirectTo SMTP'],
  ]);
});

test('send-as grants are listed for the whole organization, also on contacts and groups', async () => {
  const rows = await office.rows('Get-RecipientPermission', { ResultSize: 'Unlimited' });
  const own = rows.filter((row) => row.Trustee === 'NT AUTHORITY\\SELF');
  expect(own).toHaveLength(mailboxes.length);
  const ofNobody = rows.filter((row) => row.Trustee === 'NULL SID').map((row) => textAt(row, 'Identity'));
  expect(ofNobody).toEqual(expect.arrayContaining(['Contact 1', 'All Staff']));
  expect(rows.length).toBeGreaterThan(own.length);
  const [other] = rows.filter((row) => row.Trustee !== 'NT AUTHORITY\\SELF');
  const alone = rowsIn(await office.run('Get-RecipientPermission', { Identity: textAt(other, 'Identity') }));
  expect(alone).toContainEqual(other);
});

test('hidden rules are returned only on request', async () => {
  const name = textAt(mailboxes[1], 'Name');
  const namesOf = async (parameters: JsonObject): Promise<string[]> =>
    rowsIn(await office.run('Get-InboxRule', { Mailbox: name, ...parameters })).map((row) => textAt(row, 'Name'));
  expect(await namesOf({})).not.toContain('Junk E-Mail Rule');
  expect(await namesOf({ IncludeHidden: true })).toContain('Junk E-Mail Rule');
});

test('forwarding recipients are found in the directory by name and by distinguished name', async () => {
  const identities = mailboxes.map((row) => textAt(row, 'ForwardingAddress')).filter((one) => one.includes('Contact '));
  expect(identities.length).toBeGreaterThan(0);
  const [contact] = await office.rows('Get-Recipient', { Identity: 'Contact 1' });
  for (const identity of [...identities, textAt(contact, 'DistinguishedName')]) {
    const [row] = rowsIn(await office.run('Get-Recipient', { Identity: identity }));
    expect(row).toMatchObject({
      RecipientTypeDetails: 'MailContact',
      ExternalEmailAddress: expect.stringMatching(/^SMTP:/),
    });
  }
  expect((await office.run('Get-Recipient', { Identity: 'Hidden recipient' })).status).toBe(404);
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

  test('has a response for each of its commands by id', async () => {
    const name = textAt(mailboxes[1], 'Name');
    const { status, body } = await batch([
      ['Get-MailboxStatistics', { Identity: name }],
      ['Get-CalendarProcessing', { Identity: name }],
      ['Get-MailboxPermission', { Identity: 'nobody' }],
      ['Get-MailboxPermission', {}],
    ]);
    expect(status).toBe(200);
    const answers = listAt(body, 'responses').filter(isObject);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    expect(['0', '1', '2', '3'].map((id) => byId.get(id)?.status)).toEqual([200, 200, 404, 400]);
    const [statistics] = listAt(byId.get('0'), 'body', 'value');
    expect(textAt(statistics, 'TotalItemSize')).toMatch(/ \([\d,]+ bytes\)$/);
  });

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
