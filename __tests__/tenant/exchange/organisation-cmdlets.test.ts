import { afterEach, describe, expect, test } from '@jest/globals';
import type { TenantOptions } from '../../../tenant/tenant.ts';
import { textAt } from '../collection-reader.ts';
import { openExchange, type ExchangeOffice } from './exchange-office.ts';

const CMDLETS = [
  'Get-AdminAuditLogConfig',
  'Get-HostedOutboundSpamFilterPolicy',
  'Get-HostedOutboundSpamFilterRule',
  'Get-RemoteDomain',
  'Get-TransportRule',
  'Get-SharingPolicy',
  'Get-ExternalInOutlook',
  'Get-OwaMailboxPolicy',
  'Get-RoleAssignmentPolicy',
  'Get-HostedConnectionFilterPolicy',
  'Get-HostedContentFilterPolicy',
];

let office: ExchangeOffice | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

async function opened(options: TenantOptions): Promise<ExchangeOffice> {
  office = await openExchange({ mailboxes: 10, ...options });
  return office;
}

/** The cmdlets that are not refused. A refusal for a directory role has a body that cannot be read. */
async function allowed(options: TenantOptions): Promise<readonly string[]> {
  const exchange = await opened(options);
  const statuses = await Promise.all(
    CMDLETS.map((cmdlet) =>
      exchange.run(cmdlet).then(
        ({ status }) => status,
        () => 403,
      ),
    ),
  );
  return CMDLETS.filter((_, at) => statuses[at] === 200);
}

describe('cmdlets about the settings of the organisation', () => {
  test.each<[string, TenantOptions['exchange'], (cmdlet: string) => boolean]>([
    ['View-Only Configuration has all', { directoryRoles: [], exchangeRoles: ['View-Only Configuration'] }, () => true],
    ['View-Only Recipients has none', { directoryRoles: [], exchangeRoles: ['View-Only Recipients'] }, () => false],
    [
      'Security Reader has those about threats and logs',
      { directoryRoles: ['Security Reader'] },
      (cmdlet) => /AuditLog|SpamFilterPolicy|ConnectionFilter|TransportRule/.test(cmdlet),
    ],
    ['one alone can be refused', { lackedCmdlets: ['Get-SharingPolicy'] }, (cmdlet) => cmdlet !== 'Get-SharingPolicy'],
  ])('are refused by their role: %s', async (_case, exchange = {}, isAllowed) => {
    expect(await allowed({ exchange })).toEqual(CMDLETS.filter(isAllowed));
  });

  test('return named objects, which tests choose, and leave out what a fault removes', async () => {
    const objects = { 'Get-RemoteDomain': [{ Name: 'Default', AutoForwardEnabled: true }] };
    const { tenant, ...exchange } = await opened({ exchange: { objects } });
    const select = ['Name', 'DomainName', 'AutoForwardEnabled'];
    expect(await exchange.rows('Get-RemoteDomain', { ResultSize: 'Unlimited' }, { select })).toEqual([
      { Name: 'Default', DomainName: '*', AutoForwardEnabled: true },
    ]);
    tenant.setFaults({
      exchangeAbsent: { rate: 1, cmdlets: ['Get-RemoteDomain'], properties: ['AutoForwardEnabled'] },
    });
    expect(await exchange.rows('Get-RemoteDomain', {}, { select })).toEqual([{ Name: 'Default', DomainName: '*' }]);
  });

  test('have rules in every state, recipients as a list and as a text, and no ResultSize for policies', async () => {
    const exchange = await opened({});
    const rules = await exchange.rows('Get-TransportRule');
    const states = rules.map((rule) => `${textAt(rule, 'State')} ${textAt(rule, 'Mode')}`);
    expect(new Set(states)).toEqual(new Set(['Enabled Enforce', 'Disabled Enforce', 'Enabled Audit']));
    const targets = rules.flatMap(({ RedirectMessageTo }) => (RedirectMessageTo === null ? [] : [RedirectMessageTo]));
    expect(targets).toEqual(['books@fabrikam.com', ['review@mail.example']]);
    expect((await exchange.run('Get-HostedOutboundSpamFilterPolicy', { ResultSize: 'Unlimited' })).status).toBe(400);
  });
});
