import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { textAt } from '../collection-reader.ts';
import type { Answer } from '../sign-in.ts';
import { ANCHOR, commandOf, failureOf, openExchange, type ExchangeOffice } from './exchange-office.ts';

const UNLIMITED = { ResultSize: 'Unlimited' };
const KEYS = ['PrimarySmtpAddress', 'Guid', 'ExternalDirectoryObjectId'];
const FORWARDING = ['ForwardingAddress', 'ForwardingSmtpAddress', 'DeliverToMailboxAndForward'];
const SELECT = { select: ['UserPrincipalName'] };

let office: ExchangeOffice;
let now = Date.now();
/** Every mailbox. */
let mailboxes: readonly JsonObject[];

beforeAll(async () => {
  office = await openExchange({
    mailboxes: 600,
    tokenLifetime: 7200,
    clock: () => now,
    exchange: { unlisted: 10, mostAPage: 200 },
  });
  mailboxes = await office.rows('Get-Mailbox', UNLIMITED, {
    select: [
      'Name',
      'UserPrincipalName',
      ...KEYS,
      ...FORWARDING,
      'DistinguishedName',
      'EmailAddresses',
      'AuditEnabled',
      'RecipientTypeDetails',
      'AccountDisabled',
      'LitigationHoldEnabled',
      'ProhibitSendQuota',
      'WhenCreated',
    ],
  });
});
afterAll(() => office.close());

const distinct = (rows: readonly JsonObject[], property: string): Json[] => [
  ...new Set(rows.map((row) => row[property] ?? null)),
];
const linkIn = ({ body }: Answer): string => {
  const link = body['@odata.nextLink'];
  if (typeof link !== 'string') throw new Error('the page has no link');
  return link;
};
const page = (headers: Record<string, string> = {}, parameters: JsonObject = UNLIMITED) =>
  office.run('Get-Mailbox', parameters, { ...SELECT, headers });

describe('Get-Mailbox', () => {
  test('lists every mailbox once, in the formats of Exchange, with what reports are about', () => {
    const names = mailboxes.map((row) => textAt(row, 'UserPrincipalName'));
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining([...office.tenant.unlisted]));
    const types = ['DiscoveryMailbox', 'UserMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox'];
    expect(distinct(mailboxes, 'RecipientTypeDetails')).toEqual(expect.arrayContaining(types));
    const shared = mailboxes.filter((row) => row.RecipientTypeDetails === 'SharedMailbox');
    expect(distinct(shared, 'AccountDisabled')).toEqual(expect.arrayContaining([true, false]));
    const without = mailboxes.filter((row) => !('AuditEnabled' in row));
    expect([without.length > 0, without.length < 60]).toEqual([true, true]);
    expect(distinct(mailboxes, 'ProhibitSendQuota')).toContain('49.5 GB (53,150,220,288 bytes)');
    const [{ WhenCreated, EmailAddresses } = {}] = mailboxes;
    expect(WhenCreated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/);
    expect(EmailAddresses).toEqual(expect.arrayContaining([expect.stringMatching(/^SMTP:.+@contoso\./)]));
    const addresses = mailboxes.flatMap((row) => row.ForwardingSmtpAddress ?? []).map(String);
    expect(new Set(addresses.map((address) => /@contoso\.(?:com|onmicrosoft\.com)$/.test(address))).size).toBe(2);
    expect(addresses.every((address) => address.startsWith('smtp:'))).toBe(true);
    const recipients = mailboxes.flatMap((row) => row.ForwardingAddress ?? []).map(String);
    for (const start of ['CN=', 'Contact ']) expect(recipients.some((name) => name.startsWith(start))).toBe(true);
  });

  test.each(['SmtpClientAuthenticationDisabled -eq $true', 'Name -eq', '(Name -eq 1', 'Name -frob 1'])(
    'rejects the filter %s',
    async (Filter) => {
      const answer = await office.run('Get-CASMailbox', { Filter });
      expect([answer.status, failureOf(answer).type]).toEqual([
        400,
        expect.stringContaining('ParameterTransformation'),
      ]);
    },
  );
});

test.each<[string, string, JsonObject, number, string]>([
  ['an unknown cmdlet', 'Get-Nothing', {}, 400, 'CommandNotFoundException'],
  ['a cmdlet that changes', 'Remove-Mailbox', {}, 400, 'CommandNotFoundException'],
  ['an unknown parameter', 'Get-Mailbox', { Bogus: 1 }, 400, 'AmbiguousParameterSetException'],
  ['an unknown type', 'Get-Mailbox', { RecipientTypeDetails: 'x' }, 400, 'ParameterTransformationException'],
  ['a size that is none', 'Get-Mailbox', { ResultSize: 'all' }, 400, 'ParameterTransformationException'],
  ['an unknown identity', 'Get-Mailbox', { Identity: 'x' }, 404, 'ManagementObjectNotFoundException'],
])('a command with %s is rejected', async (_, cmdlet, parameters, status, type) => {
  const answer = await office.run(cmdlet, parameters);
  expect([answer.status, failureOf(answer).type]).toEqual([status, expect.stringMatching(new RegExp(`\\.${type}$`))]);
});

test('deleted mailboxes are listed only with a switch: those of the last thirty days, and inactive ones, which have a switch of their own', async () => {
  const select = ['ExchangeGuid', 'UserPrincipalName', 'IsInactiveMailbox', 'WhenSoftDeleted', 'LitigationHoldEnabled'];
  const live = new Set(mailboxes.map((row) => textAt(row, 'UserPrincipalName')));
  const listed = (name: string) => office.rows('Get-Mailbox', { ...UNLIMITED, [name]: true }, { select });
  const [before, inactive] = [await listed('SoftDeletedMailbox'), await listed('InactiveMailboxOnly')];
  expect(before.filter((row) => live.has(textAt(row, 'UserPrincipalName')))).toEqual([]);
  expect(inactive).not.toEqual([]);
  expect(before.filter(({ IsInactiveMailbox }) => IsInactiveMailbox === true)).toEqual(inactive);
  const others = before.filter(({ IsInactiveMailbox }) => IsInactiveMailbox === false);
  expect(others).not.toEqual([]);
  const ages = others.map((row) => (Date.now() - Date.parse(textAt(row, 'WhenSoftDeleted'))) / 86_400_000);
  expect(ages.filter((age) => age < 0 || age > 30)).toEqual([]);
  expect(distinct(others, 'LitigationHoldEnabled')).toEqual([false]);

  const alone = await openExchange({ mailboxes: 3 });
  const [person = ''] = alone.tenant.addresses;
  alone.tenant.identities.remove(person);
  const rows = await alone.rows('Get-Mailbox', { SoftDeletedMailbox: true }, { select: ['UserPrincipalName'] });
  expect(rows.map((row) => textAt(row, 'UserPrincipalName'))).toContain(person);
  await alone.close();
});

test('an unknown column and a body without a command are rejected', async () => {
  const answer = await office.run('Get-Mailbox', {}, { select: ['Name', 'Nothing'] });
  expect([answer.status, failureOf(answer).message]).toEqual([400, expect.stringContaining("'nothing'")]);
  const url = `${office.tenant.exchangeUrl}/adminapi/beta/${office.tenant.tenantId}/InvokeCommand`;
  expect((await office.post(url, {})).status).toBe(400);
});

describe('the pages of a listing', () => {
  const PREFER = { prefer: 'odata.maxpagesize=20' };
  const EXPIRED = [400, 'Expired or Invalid pagination request. Default Expiry time is 00:30:00'];
  const follow = (link: string, headers: Record<string, string | undefined> = {}, parameters: JsonObject = UNLIMITED) =>
    office.post(link, commandOf('Get-Mailbox', parameters), { headers: { ...PREFER, ...headers } });
  const refusal = (answer: Answer): unknown => [answer.status, failureOf(answer).message];

  test('have links for the same command and anchor alone, valid for half an hour', async () => {
    const link = linkIn(await page(PREFER));
    expect((await follow(link)).status).toBe(200);
    expect(refusal(await follow(link, {}, {}))).toEqual(EXPIRED);
    expect(refusal(await follow(link, { 'x-anchormailbox': undefined }))).toEqual(EXPIRED);
    expect(refusal(await follow(link, { 'x-anchormailbox': `${ANCHOR}contoso.onmicrosoft.com` }))).toEqual(EXPIRED);
    expect(refusal(await follow(link.replace(/skiptoken=.*/, 'skiptoken=e30')))).toEqual(EXPIRED);
    const vanity = { ...PREFER, 'x-anchormailbox': `${ANCHOR}contoso.com` };
    expect(refusal(await follow(linkIn(await page(vanity)), vanity))).toEqual(EXPIRED);
    now += 29 * 60_000;
    expect((await follow(link)).status).toBe(200);
    now += 60_000;
    expect(refusal(await follow(link))).toEqual(EXPIRED);
  });
});
