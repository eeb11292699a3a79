import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import type { WriteAnswer } from '../../../tenant/exchange/faults.ts';
import { failureOf, openExchange, rowsIn, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;
let address: string;

beforeAll(async () => {
  office = await openExchange({ exchange: { directoryRoles: ['Exchange Recipient Administrator'] } });
  [address = ''] = office.tenant.addresses.filter((each) => 'ImapEnabled' in office.tenant.exchangeProperties(each));
});
afterAll(() => office.close());

async function shown(cmdlet: string, ...select: string[]): Promise<JsonObject> {
  const [row = {}] = rowsIn(await office.run(cmdlet, { Identity: address }, { select }));
  return row;
}

test('Set-Mailbox changes what Get-Mailbox shows, and null clears an address', async () => {
  const [{ Guid = '' } = {}] = rowsIn(await office.run('Get-Mailbox', { Identity: address }, { select: ['Guid'] }));
  const forwarding = { ForwardingSmtpAddress: 'a@fabrikam.com', DeliverToMailboxAndForward: true };
  const set = await office.run('Set-Mailbox', { Identity: Guid, ...forwarding, ForwardingAddress: 'Contact 1' });
  expect([set.status, set.body.value, set.body['@adminapi.warnings']]).toEqual([200, [], []]);
  const names = ['ForwardingSmtpAddress', 'ForwardingAddress', 'DeliverToMailboxAndForward'];
  expect(await shown('Get-Mailbox', ...names)).toEqual({
    ...{
      ForwardingSmtpAddress: 'smtp:a@fabrikam.com',
      ForwardingAddress: 'Contact 1',
      DeliverToMailboxAndForward: true,
    },
  });
  const filter = "ForwardingAddress -eq 'Contact 1'";
  expect(rowsIn(await office.run('Get-Mailbox', { Filter: filter }, { select: ['Guid'] }))).toContainEqual({ Guid });
  await office.run('Set-Mailbox', { Identity: Guid, ForwardingSmtpAddress: null, ForwardingAddress: null });
  expect(await shown('Get-Mailbox', ...names)).toEqual({
    ...{ ForwardingSmtpAddress: null, ForwardingAddress: null, DeliverToMailboxAndForward: true },
  });
});

test('Set-CASMailbox changes what Get-CASMailbox shows', async () => {
  const properties = { SmtpClientAuthenticationDisabled: true, ImapEnabled: false, OWAEnabled: false };
  expect((await office.run('Set-CASMailbox', { Identity: address, ...properties })).status).toBe(200);
  expect(await shown('Get-CASMailbox', ...Object.keys(properties))).toEqual(properties);
  expect(office.tenant.exchangeProperties(address)).toMatchObject(properties);
  await office.run('Set-CASMailbox', { Identity: address, SmtpClientAuthenticationDisabled: null });
  expect(await shown('Get-CASMailbox', 'SmtpClientAuthenticationDisabled')).toEqual({
    SmtpClientAuthenticationDisabled: null,
  });
});

test('a command that modifies nothing has a warning and no list', async () => {
  await office.run('Set-CASMailbox', { Identity: address, PopEnabled: false });
  const { status, body } = await office.run('Set-CASMailbox', { Identity: address, PopEnabled: false });
  expect([status, body.value]).toEqual([200, undefined]);
  expect(JSON.stringify(body['@adminapi.warnings'])).toContain('no settings of');
});

test.each<[WriteAnswer, number]>([
  ['no-content', 204],
  ['empty', 200],
])('a change can be answered with nothing: %s', async (exchangeWriteAnswer, status) => {
  office.tenant.setFaults({ exchangeWriteAnswer });
  const answer = await office.run('Set-CASMailbox', { Identity: address, ActiveSyncEnabled: false });
  office.tenant.setFaults({});
  expect([answer.status, answer.text]).toEqual([status, '']);
  expect(await shown('Get-CASMailbox', 'ActiveSyncEnabled')).toEqual({ ActiveSyncEnabled: false });
});

test('reads can lag behind a change', async () => {
  await office.run('Set-CASMailbox', { Identity: address, OWAEnabled: true });
  office.tenant.setFaults({ exchangeStaleReads: { addresses: [address], reads: 2 } });
  await office.run('Set-CASMailbox', { Identity: address, OWAEnabled: false });
  office.tenant.setFaults({});
  const values = [];
  for (let read = 0; read < 3; read += 1) values.push((await shown('Get-CASMailbox', 'OWAEnabled')).OWAEnabled);
  expect(values).toEqual([true, true, false]);
});

test('a change can take effect without an answer, and have none, and both are recorded', async () => {
  await office.run('Set-CASMailbox', { Identity: address, ImapEnabled: true });
  const writes = office.tenant.writes.length;
  const addresses = [address];
  office.tenant.setFaults({
    writes: [
      { addresses, times: 1, commits: false, status: 429, retryAfter: 150 },
      { addresses, times: 1, commits: true, status: 0 },
    ],
  });
  const change = () => office.run('Set-CASMailbox', { Identity: address, ImapEnabled: false });
  expect((await change()).status).toBe(429);
  expect(await shown('Get-CASMailbox', 'ImapEnabled')).toEqual({ ImapEnabled: true });
  await expect(change()).rejects.toThrow();
  office.tenant.setFaults({});
  expect(await shown('Get-CASMailbox', 'ImapEnabled')).toEqual({ ImapEnabled: false });
  const write = { address: address.toLowerCase(), resource: 'Set-CASMailbox' };
  expect(office.tenant.writes.slice(writes)).toMatchObject([
    { ...write, before: {}, after: {}, status: 429 },
    { ...write, before: { ImapEnabled: true }, after: { ImapEnabled: false }, status: 0 },
  ]);
});

describe('a command is refused', () => {
  test.each<[string, JsonObject, string]>([
    ['without an identity', { PopEnabled: false }, 'ParameterBindingException'],
    ['for a mailbox that does not exist', { Identity: 'nobody@contoso.com' }, 'ManagementObjectNotFoundException'],
    ['with null for a truth value', { Identity: 'x', PopEnabled: null }, 'ParameterTransformationException'],
    ['with a text for a truth value', { Identity: 'x', PopEnabled: 'no' }, 'ParameterTransformationException'],
    ['with a parameter of another cmdlet', { Identity: 'x', AuditEnabled: true }, 'AmbiguousParameterSetException'],
  ])('%s', async (_, parameters, exception) => {
    expect(failureOf(await office.run('Set-CASMailbox', parameters)).type).toMatch(exception);
  });

  test('with a recipient that does not exist', async () => {
    const answer = await office.run('Set-Mailbox', { Identity: address, ForwardingAddress: 'Nobody' });
    expect(failureOf(answer).type).toMatch('ManagementObjectNotFoundException');
  });

  test.each<[string, JsonObject]>([
    ['HiddenFromAddressListsEnabled', { HiddenFromAddressListsEnabled: true }],
    ['ForwardingAddress', { ForwardingAddress: 'Contact 1' }],
    ['DeliverToMailboxAndForward', { DeliverToMailboxAndForward: true }],
  ])('for %s of a synchronized mailbox, unless it is managed in the cloud', async (name, parameters) => {
    const { tenant } = office;
    const [mailbox = ''] = tenant.addresses.filter((each) => each !== address && tenant.expected(each).status === 'ok');
    const usual = { HiddenFromAddressListsEnabled: false, ForwardingAddress: null, DeliverToMailboxAndForward: false };
    tenant.editExchange(mailbox, { ...usual, IsDirSynced: true, IsExchangeCloudManaged: false });
    const refused = failureOf(await office.run('Set-Mailbox', { Identity: mailbox, ...parameters }));
    expect(refused.message).toMatch(`'Set-Mailbox', '${name}', can't be performed`);
    expect((await office.run('Set-Mailbox', { Identity: mailbox, ForwardingSmtpAddress: 'a@b.example' })).status).toBe(
      200,
    );
    tenant.editExchange(mailbox, { IsExchangeCloudManaged: true });
    expect((await office.run('Set-Mailbox', { Identity: mailbox, ...parameters })).status).toBe(200);
  });

  test('for a parameter that no role of the application has', async () => {
    const writing = await openExchange({
      exchange: { directoryRoles: [], exchangeRoles: ['View-Only Configuration', 'Mail Recipients'] },
    });
    try {
      for (const [cmdlet, name] of [
        ['Set-Mailbox', 'AuditEnabled'],
        ['Set-CASMailbox', 'SmtpClientAuthenticationDisabled'],
      ] as const) {
        const { type, message } = failureOf(await writing.run(cmdlet, { Identity: address, [name]: true }));
        expect(type).toMatch('AmbiguousParameterSetException');
        expect(message).toContain(name);
      }
    } finally {
      await writing.close();
    }
  });

  test('without a role that writes', async () => {
    const reading = await openExchange({
      exchange: { directoryRoles: [], exchangeRoles: ['View-Only Recipients', 'View-Only Configuration'] },
    });
    try {
      const answer = await reading.run('Set-CASMailbox', { Identity: address, PopEnabled: true });
      expect(failureOf(answer).type).toMatch('CommandNotFoundException');
    } finally {
      await reading.close();
    }
  });
});
