import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { textAt } from '../collection-reader.ts';
import { commandOf, failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;

beforeAll(async () => {
  office = await openExchange({ mailboxes: 1200, exchange: { unlisted: 10 } });
});
afterAll(() => office.close());

const listing = (cmdlet: string, ...select: string[]): Promise<JsonObject[]> =>
  office.rows(cmdlet, { ResultSize: 'Unlimited' }, { select: ['Name', ...select] });
const distinct = (rows: readonly JsonObject[], property: string): Json[] => [
  ...new Set(rows.map((row) => row[property] ?? null)),
];

describe('Get-Mailbox', () => {
  test('returns about 15 KB per mailbox without selected properties', async () => {
    const { text } = await office.run('Get-Mailbox', { Identity: office.tenant.addresses[0] ?? '' });
    expect(text.length).toBeGreaterThan(11_000);
    expect(text.length).toBeLessThan(18_000);
  });

  test('returns all kinds of forwarding', async () => {
    const rows = await listing(
      'Get-Mailbox',
      'ForwardingAddress',
      'ForwardingSmtpAddress',
      'DeliverToMailboxAndForward',
    );
    const forwarding = rows.filter((row) => row.ForwardingAddress !== null || row.ForwardingSmtpAddress !== null);
    expect(forwarding.length).toBeGreaterThan(30);
    const addresses = forwarding.flatMap((row) => row.ForwardingSmtpAddress ?? []).map(String);
    expect(addresses.every((address) => address.startsWith('smtp:'))).toBe(true);
    expect(addresses.some((address) => address.endsWith('@contoso.com'))).toBe(true);
    expect(addresses.some((address) => !/@contoso\.(?:com|onmicrosoft\.com)$/.test(address))).toBe(true);
    const recipients = forwarding.flatMap((row) => row.ForwardingAddress ?? []).map(String);
    expect(recipients.some((name) => name.startsWith('CN='))).toBe(true);
    expect(recipients.some((name) => name.startsWith('Contact '))).toBe(true);
    expect(distinct(forwarding, 'DeliverToMailboxAndForward')).toEqual(expect.arrayContaining([true, false]));
  });

  test('writes values in the formats of Exchange', async () => {
    const rows = await listing(
      'Get-Mailbox',
      ...['ProhibitSendReceiveQuota', 'ProhibitSendQuota', 'RetainDeletedItemsFor', 'WhenCreated', 'EmailAddresses'],
    );
    expect(distinct(rows, 'ProhibitSendReceiveQuota')).toEqual(
      expect.arrayContaining(['100 GB (107,374,182,400 bytes)', '50 GB (53,687,091,200 bytes)', 'Unlimited']),
    );
    expect(distinct(rows, 'ProhibitSendQuota')).toContain('49.5 GB (53,150,220,288 bytes)');
    expect(distinct(rows, 'RetainDeletedItemsFor').toSorted()).toEqual(['14.00:00:00', '30.00:00:00']);
    for (const row of rows) {
      expect(row.WhenCreated).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}\+00:00$/);
      expect(row.EmailAddresses).toEqual(expect.arrayContaining([expect.stringMatching(/^SMTP:.+@contoso\./)]));
    }
  });

  test('omits a property for some mailboxes', async () => {
    const rows = await listing('Get-Mailbox', 'AuditEnabled');
    const without = rows.filter((row) => !('AuditEnabled' in row));
    expect(without.length).toBeGreaterThan(5);
    expect(without.length).toBeLessThan(60);
    expect(distinct(rows, 'AuditEnabled')).toEqual(expect.arrayContaining([true, false]));
  });

  test('returns shared mailboxes whose account is enabled, as Graph does', async () => {
    const rows = await office.rows(
      'Get-Mailbox',
      { RecipientTypeDetails: ['SharedMailbox'] },
      {
        select: [
          'AccountDisabled',
          'RecipientTypeDetails',
          'LitigationHoldEnabled',
          'GrantSendOnBehalfTo',
          'InPlaceHolds',
        ],
      },
    );
    expect(distinct(rows, 'RecipientTypeDetails')).toEqual(['SharedMailbox']);
    expect(distinct(rows, 'AccountDisabled')).toEqual(expect.arrayContaining([true, false]));
  });

  test('returns holds and send-on-behalf grants', async () => {
    const rows = await listing(
      'Get-Mailbox',
      'LitigationHoldEnabled',
      'LitigationHoldDuration',
      'GrantSendOnBehalfTo',
      'InPlaceHolds',
    );
    expect(distinct(rows, 'LitigationHoldEnabled').toSorted()).toEqual([false, true]);
    expect(distinct(rows, 'LitigationHoldDuration')).toEqual(expect.arrayContaining(['Unlimited', '2555.00:00:00']));
    const grants = rows.flatMap((row) => row.GrantSendOnBehalfTo ?? []);
    expect(grants.length).toBeGreaterThan(20);
    expect(JSON.stringify(rows.map((row) => row.InPlaceHolds)).includes('"-mbx')).toBe(true);
  });

  test.each([
    'UserPrincipalName',
    'PrimarySmtpAddress',
    'Guid',
    'ExchangeGuid',
    'ExternalDirectoryObjectId',
    'DistinguishedName',
    'Alias',
  ])('finds a mailbox by its %s', async (property) => {
    const rows = await listing('Get-Mailbox', property);
    for (const row of rows.slice(1, 40)) {
      const identity = textAt(row, property).toUpperCase();
      const found = await office.run('Get-Mailbox', { Identity: identity }, { select: ['Name'] });
      expect([identity, rowsIn(found)]).toEqual([identity, [{ Name: row.Name }]]);
    }
  });

  test('finds a mailbox by each of its SMTP addresses', async () => {
    const rows = (await listing('Get-Mailbox', 'EmailAddresses', 'PrimarySmtpAddress', 'UserPrincipalName')).slice(1);
    expect(rows.some((row) => row.PrimarySmtpAddress !== row.UserPrincipalName)).toBe(true);
    for (const row of rows.filter((one) => JSON.stringify(one.EmailAddresses).includes('alias.')).slice(0, 5)) {
      for (const address of [row.EmailAddresses ?? []].flat().map(String)) {
        const [, smtp] = /^smtp:(.*)$/i.exec(address) ?? [];
        if (smtp === undefined) continue;
        const found = await office.run('Get-Mailbox', { Identity: smtp }, { select: ['Name'] });
        expect([smtp, rowsIn(found)]).toEqual([smtp, [{ Name: row.Name }]]);
      }
    }
  });

  test('lists system and deleted mailboxes by a switch', async () => {
    const types = async (parameters: JsonObject): Promise<Json[]> =>
      distinct(
        await office.rows('Get-Mailbox', parameters, { select: ['RecipientTypeDetails'] }),
        'RecipientTypeDetails',
      );
    expect(await types({ Arbitration: true })).toEqual(['ArbitrationMailbox']);
    expect(await types({})).toEqual(
      expect.arrayContaining(['DiscoveryMailbox', 'UserMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox']),
    );
    const inactive = await office.rows('Get-Mailbox', { InactiveMailboxOnly: true }, { select: ['IsInactiveMailbox'] });
    expect(distinct(inactive, 'IsInactiveMailbox')).toEqual([true]);
  });
});

describe('Get-CASMailbox', () => {
  test('has the same mailboxes as Get-Mailbox, joined by several keys', async () => {
    const keys = ['Guid', 'PrimarySmtpAddress', 'ExternalDirectoryObjectId'];
    expect(await listing('Get-CASMailbox', ...keys)).toEqual(await listing('Get-Mailbox', ...keys));
  });

  test('leaves SMTP AUTH to the organisation for most mailboxes', async () => {
    const rows = await listing('Get-CASMailbox', 'SmtpClientAuthenticationDisabled', 'ImapEnabled', 'PopEnabled');
    expect(distinct(rows, 'SmtpClientAuthenticationDisabled')).toEqual(expect.arrayContaining([null, true, false]));
    expect(distinct(rows, 'ImapEnabled')).toEqual(expect.arrayContaining([true, false]));
    const [settings] = await office.rows('Get-TransportConfig');
    expect(settings?.SmtpClientAuthenticationDisabled).toBe(true);
  });
});

describe('Get-AcceptedDomain', () => {
  test('returns every domain without an identity', async () => {
    const domains = (rows: readonly JsonObject[]): Json[] => rows.map((row) => row.DomainName ?? null);
    expect(domains(await office.rows('Get-AcceptedDomain', { Identity: '' }))).toEqual(office.tenant.domains);
    expect(domains(await office.rows('Get-AcceptedDomain', { Identity: 'Contoso.com' }))).toEqual(['contoso.com']);
  });
});

describe('a rejected command', () => {
  test.each<[string, string, JsonObject, number, string, string]>([
    [
      'an unknown cmdlet',
      'Get-Nothing',
      {},
      400,
      'CommandNotFoundException',
      "The term 'Get-Nothing' is not recognized",
    ],
    ['an unknown cmdlet', 'Remove-Mailbox', {}, 400, 'CommandNotFoundException', "The term 'Remove-Mailbox'"],
    ['an unknown parameter', 'Get-Mailbox', { Bogus: 1 }, 400, 'AmbiguousParameterSetException', 'specified. Bogus'],
    [
      'an unknown type',
      'Get-Mailbox',
      { RecipientTypeDetails: 'Nonsense' },
      400,
      'ParameterTransformationException',
      'SharedMailbox',
    ],
    [
      'a size that is none',
      'Get-Mailbox',
      { ResultSize: 'all' },
      400,
      'ParameterTransformationException',
      'ResultSize',
    ],
    ['an unknown identity', 'Get-Mailbox', { Identity: 'x' }, 404, 'ManagementObjectNotFoundException', "object 'x'"],
  ])('is an error for %s', async (_, cmdlet, parameters, status, type, message) => {
    const answer = await office.run(cmdlet, parameters);
    expect(answer.status).toBe(status);
    expect(failureOf(answer)).toEqual({
      type: expect.stringMatching(new RegExp(`\\.${type}$`)),
      message: expect.stringContaining(message),
    });
  });

  test('is an error for an unknown column', async () => {
    const answer = await office.run('Get-Mailbox', {}, { select: ['Name', 'Nothing'] });
    expect([answer.status, failureOf(answer).message]).toEqual([400, expect.stringContaining("'nothing'")]);
  });

  test.each<[string, Json]>([
    ['no command', {}],
    ['no parameters', { CmdletInput: { CmdletName: 'Get-Mailbox', Parameters: null } }],
  ])('is an error for a body with %s', async (_, body) => {
    const url = `${office.tenant.exchangeUrl}/adminapi/beta/${office.tenant.tenantId}/InvokeCommand`;
    expect((await office.post(url, body)).status).toBe(400);
  });

  test('has the names of servers and a stack trace in its error', async () => {
    const { text } = await office.run('Get-Mailbox', { Identity: 'x' });
    expect(text).toMatch(/PROD\.OUTLOOK\.COM/);
    expect(text).toContain('at Microsoft.Exchange.');
  });
});

test('a response is compressed if the client accepts it', async () => {
  const url = `${office.tenant.exchangeUrl}/adminapi/beta/${office.tenant.tenantId}/InvokeCommand`;
  const answer = await office.post(url, commandOf('Get-Mailbox', {}), { headers: { 'accept-encoding': 'gzip' } });
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(rowsIn(answer)).toHaveLength(1000);
});
