import { expect, test } from '@jest/globals';
import { FRIENDLY } from '../../tenant/habits.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { textOf } from '../docs/repository.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run } = inProcessScenarios(
  { report: 'addresses' },
  {
    mailboxes: 5,
    habits: { ...FRIENDLY, kinds: [], forwarding: 0, initialAddresses: 0, aliases: 0 },
    roles: ['GroupMember.Read.All'],
    log: true,
  },
);
const OUTSIDE = 'sam@fabrikam.com';
const TAG = { Name: 'Tag', PrependSubject: '[EXTERNAL] ', FromScope: 'NotInOrganization' };

/** A tenant whose first mailbox forwards to the second, which forwards outside and keeps a copy. */
async function usualTenant(rules: TenantOptions['exchange'] = {}): Promise<Tenant> {
  const tenant = await newTenant({
    groups: [
      { name: 'Team', kind: 'distribution', members: [2, 'Inner', OUTSIDE], acceptsOutsiders: true },
      { name: 'Inner', members: [0, 'eve@adatum.com'] },
      { name: 'Everyone', kind: 'dynamic', members: [] },
      { name: 'Chat', kind: 'unified', members: [3], isHiddenFromLists: true },
    ],
    exchange: {
      objects: { 'Get-TransportRule': [TAG] },
      domains: [{ name: 'relay.example', type: 'InternalRelay' }],
      recipients: [
        { name: 'Sam', type: 'MailContact', externalAddress: OUTSIDE, otherAddresses: ['X500:/o=Contoso/cn=sam'] },
        { name: 'Eve', type: 'GuestMailUser', externalAddress: 'eve@adatum.com', isHidden: true },
        { name: 'Board', type: 'PublicFolder', address: 'board@relay.example' },
      ],
      ...rules,
    },
  });
  const [first = '', second = ''] = tenant.addresses;
  const name = tenant.exchangeObjects('Get-Mailbox', second)?.[0]?.Name ?? null;
  tenant.editExchange(first, { ForwardingAddress: name });
  tenant.editExchange(second, { ForwardingSmtpAddress: `smtp:${OUTSIDE}`, DeliverToMailboxAndForward: true });
  return tenant;
}

test('lists whose each address is, and where mail to it ends, alone and beside a report about some mailboxes', async () => {
  const tenant = await usualTenant();
  const [first = '', second = '', third = '', fourth = ''] = tenant.addresses;
  const alone = await run(tenant, { inputs: { mailboxes: undefined } });
  expect(alone).toMatchObject({ code: 0, outputs: { result: 'pass' } });
  const rows = alone.rowsOf('addresses');
  const rowOf = (address: string) => rows.find(({ Address }) => Address === address);
  const [local = ''] = first.split('@');
  expect(rowOf(`${local}@contoso.onmicrosoft.com`)).toEqual({
    Address: `${local}@contoso.onmicrosoft.com`,
    Owner: first,
    OwnerName: expect.stringMatching(/\w/),
    OwnerType: 'UserMailbox',
    Primary: 'no',
    Domain: 'contoso.onmicrosoft.com',
    DomainAccepted: 'yes',
    Hidden: expect.stringMatching(/^(?:yes|no)$/),
    Lands: `${OUTSIDE}; ${second}`,
    Route: `${first} forwards to ${second}; ${second} forwards to ${OUTSIDE} and keeps a copy`,
    OutsideSenders: '',
    Status: 'ok',
    Error: '',
  });
  expect(rowOf(OUTSIDE)).toMatchObject({ OwnerType: 'MailContact', DomainAccepted: 'no', Lands: OUTSIDE });
  expect(rowOf('team@contoso.com')).toMatchObject({
    Lands: ['eve@adatum.com', OUTSIDE, ...[second, third].sort()].join('; '),
    OutsideSenders: 'accepted',
  });
  expect(rowOf('everyone@contoso.com')).toMatchObject({ Lands: '', OutsideSenders: 'refused' });
  expect(rowOf('chat@contoso.com')).toMatchObject({ Lands: 'chat@contoso.com', Hidden: 'yes' });
  expect(rowOf('board@relay.example')?.Route).toMatch(
    /; mail flow rules and connectors are not followed: relay\.example$/,
  );
  expect(rows.some(({ Address }) => Address?.includes('cn=') === true)).toBe(false);

  const listings = (): number => tenant.log.filter(({ cmdlet }) => cmdlet === 'Get-Mailbox').length;
  const before = listings();
  const beside = await run(tenant, {
    files: { 'mailboxes.txt': fourth },
    inputs: { report: 'mailbox-properties\naddresses' },
  });
  expect(beside.rowsOf('mailbox-properties').map(({ MailboxName }) => MailboxName)).toEqual([fourth]);
  expect(beside.rowsOf('addresses')).toEqual(rows);
  // The report and the table share it.
  expect(listings() - before).toBe(1);
});

const POLICY = textOf('examples/policies/addresses.yml');

test('a mail flow rule that adds recipients leaves open where mail ends, and what is certain is judged', async () => {
  const rules = [TAG, { Name: 'Archive', BlindCopyTo: ['archive@contoso.com'] }];
  const tenant = await usualTenant({ objects: { 'Get-TransportRule': rules } });
  const result = await run(tenant, {
    files: { 'policy.yml': POLICY },
    inputs: { mailboxes: undefined, policy: 'policy.yml' },
  });
  const rows = result.rowsOf('addresses');
  expect(new Set(rows.map(({ Route = '' }) => Route.split('; ').at(-1)))).toEqual(
    new Set(
      ['Archive', 'Archive, relay.example'].map((names) => `mail flow rules and connectors are not followed: ${names}`),
    ),
  );
  const verdicts = rows.map(({ Address, Verdict }) => [Address, Verdict]);
  expect(verdicts).toEqual(expect.arrayContaining([['team@contoso.com', 'warn']]));
  expect(verdicts).toEqual(expect.arrayContaining([['all.staff@contoso.com', 'warn']]));
});

test('a tenant without the permission to list groups has the other rows, and says it once', async () => {
  const tenant = await usualTenant();
  tenant.setFaults({ listings: { groups: { denied: true } } });
  const result = await run(tenant, { inputs: { mailboxes: undefined } });
  expect(result.warnings.filter(({ message }) => message.includes('members of groups'))).toHaveLength(1);
  const rows = result.rowsOf('addresses');
  expect(rows.find(({ Address }) => Address === 'team@contoso.com')).toMatchObject({
    Lands: '',
    Route: 'team@contoso.com is a group whose members are not known',
    OutsideSenders: 'accepted',
    Status: 'ok',
    Error: expect.stringMatching(/^members of groups were not read: /),
  });
  expect(rows.find(({ Address }) => Address === OUTSIDE)).toMatchObject({ Lands: OUTSIDE });
});

test('the starter policy finds shared mail that lands outside and domains that are not accepted, and nothing new the next night', async () => {
  const tenant = await usualTenant({
    recipients: [
      { name: 'Sam', type: 'MailContact', externalAddress: OUTSIDE },
      { name: 'Board', type: 'PublicFolder', address: 'board@old.example' },
    ],
  });
  const files = { 'policy.yml': POLICY };
  const inputs = { mailboxes: undefined, policy: 'policy.yml' };
  const first = await run(tenant, { files, inputs });
  expect(first.rowsOf('violations').map(({ Rule, Item }) => [Rule, Item])).toEqual([
    ['address-in-an-accepted-domain', 'board@old.example'],
    ...['all.staff', 'team', 'inner'].map((name) => ['shared-addresses-land-inside', `${name}@contoso.com`]),
  ]);
  const compare = first.outputs['output-directory'] ?? '';
  const second = await run(tenant, { files, inputs: { ...inputs, compare } });
  expect(second.outputs).toMatchObject({ 'new-violation-count': '0' });
});
