import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
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
