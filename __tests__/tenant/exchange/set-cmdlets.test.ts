import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import { failureOf, openExchange, type ExchangeOffice } from './exchange-office.ts';

let office: ExchangeOffice;
let address: string;

beforeAll(async () => {
  office = await openExchange({ exchange: { directoryRoles: ['Exchange Recipient Administrator'] } });
  [address = ''] = office.tenant.addresses.filter((each) => 'ImapEnabled' in office.tenant.exchangeProperties(each));
});
afterAll(() => office.close());

// An undo gives back what was there: Exchange keeps a link to an object of the directory.
test('mailboxes forward only to recipients that Set-Mailbox finds', async () => {
  const large = await openExchange({
    mailboxes: 150,
    seed: 9,
    exchange: { directoryRoles: ['Exchange Administrator'] },
  });
  try {
    const forwarding = large.tenant.addresses.flatMap((mailbox) => {
      const { ForwardingAddress: recipient = null } = large.tenant.exchangeProperties(mailbox);
      return recipient === null ? [] : [{ Identity: mailbox, ForwardingAddress: recipient }];
    });
    expect(forwarding.map(({ ForwardingAddress }) => ForwardingAddress)).toContain('Hidden recipient');
    expect(forwarding.length).toBeGreaterThan(5);
    for (const { Identity, ForwardingAddress } of forwarding) {
      large.tenant.editExchange(Identity, { ForwardingAddress: null, IsExchangeCloudManaged: true });
      const { status } = await large.run('Set-Mailbox', { Identity, ForwardingAddress });
      expect([ForwardingAddress, status]).toEqual([ForwardingAddress, 200]);
      expect(large.tenant.exchangeProperties(Identity)).toMatchObject({ ForwardingAddress });
    }
  } finally {
    await large.close();
  }
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
