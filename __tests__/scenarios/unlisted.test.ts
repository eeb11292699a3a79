import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../tenant/json.ts';
import type { Faults } from '../../tenant/faults.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run } = inProcessScenarios();

const ROLES = ['MailboxSettings.Read', 'User.Read.All'];
const EXCHANGE = { service: 'exchange', capabilityStatus: 'Enabled' };
/** `EXCHANGE_S_FOUNDATION`, a part of products without a mailbox. */
const FOUNDATION = { ...EXCHANGE, servicePlanId: '113feb6c-3fe4-4440-bddc-54d774bf0318' };

function openTenant(
  options: { readonly mailboxes?: number; readonly roles?: readonly string[]; readonly faults?: Faults } = {},
) {
  return newTenant({ mailboxes: 120, roles: ROLES, ...options });
}

function addressesOf(tenant: Tenant, status: string): string[] {
  return tenant.addresses.filter((address) => tenant.expected(address).status === status);
}

/** Replaces the object of an account in the listing of users. */
function changed(of: string, set: JsonObject, ...more: readonly { of: string; set: JsonObject }[]): Faults {
  const extra = [{ of, set }, ...more];
  return { listings: { users: { without: extra.map((one) => one.of), extra } } };
}

const ALL = { mailboxes: 'all', 'max-unreadable': '100%' };

describe('the mailboxes of the tenant without Exchange Online', () => {
  test('are the mailboxes of all accounts, except accounts without a plan for which Graph reports no mailbox', async () => {
    const tenant = await openTenant();
    const result = await run(tenant, { inputs: ALL });
    const without = addressesOf(tenant, 'no-mailbox');
    const denied = addressesOf(tenant, 'access-denied');
    expect([without.length > 0, denied.length > 0]).toEqual([true, true]);
    const expected = tenant.addresses.filter(
      (address) =>
        // The tenant has a guest.
        !address.includes('#EXT#') && ['ok', 'access-denied'].includes(tenant.expected(address).status),
    );
    expect(result.rows.map(({ MailboxName }) => MailboxName)).toEqual(expected);
    expect(result).toMatchObject({ code: 0, errors: [], outputs: { 'unreadable-count': String(denied.length) } });
    expect(result.outputs['unlisted-count']).toBe(String(expected.length));
    expect(result.log).toContain(`no mailbox: ${without.length} account`);
    expect(tenant.counts.tokens).toBe(1);
  });

  test.each([
    ['with an Exchange plan', [EXCHANGE]],
    ['with a plan in its grace period', [{ ...EXCHANGE, capabilityStatus: 'Warning' }]],
    ['whose plans Graph does not return', null],
  ])('keep an account %s that answers 404', async (_case, assignedPlans) => {
    const tenant = await openTenant();
    const [address = '', other = ''] = addressesOf(tenant, 'no-mailbox');
    const plans = [{ ...EXCHANGE, capabilityStatus: 'Suspended' }, { ...EXCHANGE, service: 'SharePoint' }, FOUNDATION];
    tenant.setFaults(changed(address, { assignedPlans }, { of: other, set: { assignedPlans: plans } }));
    const result = await run(tenant, { inputs: ALL });
    const found = result.rows.filter(({ MailboxName }) => MailboxName === address || MailboxName === other);
    expect(found).toMatchObject([{ MailboxName: address, Status: 'no-mailbox' }]);
  });

  test('keep an account without a plan that is throttled, and ask no guest', async () => {
    const tenant = await openTenant();
    const unlicensed = tenant.listed('users', ['userPrincipalName', 'assignedPlans']).flatMap((user) => {
      return JSON.stringify(user.assignedPlans) === '[]' ? [user.userPrincipalName] : [];
    });
    const shared = addressesOf(tenant, 'ok').find((address) => unlicensed.includes(address)) ?? '';
    const [none = ''] = addressesOf(tenant, 'no-mailbox');
    tenant.setFaults({
      ...changed(none, { userType: 'Guest', assignedPlans: [EXCHANGE] }),
      alwaysThrottled: { addresses: [shared, none], retryAfter: 3600 },
    });
    const result = await run(tenant, { inputs: ALL });
    const found = result.rows.filter(({ MailboxName }) => MailboxName === shared || MailboxName === none);
    expect(found).toMatchObject([{ MailboxName: shared, Status: 'throttled' }]);
  });

  test('follow the mailboxes of the list, which names accounts by name, id or another address', async () => {
    const tenant = await openTenant({ mailboxes: 6 });
    const [first = '', second = '', third = '', fourth = '', ...others] = tenant.addresses;
    const id = '00000000-0000-4000-8000-000000000001';
    // The fifth has the name of the first as an alias, which the first keeps.
    tenant.setFaults(
      changed(
        third,
        { proxyAddresses: ['SMTP:x@contoso.com', 'smtp:Alias@contoso.com'] },
        {
          of: others[0] ?? '',
          set: { mail: first.toUpperCase(), proxyAddresses: null },
        },
      ),
    );
    const files = { 'list.txt': `${first.toUpperCase()}\n${id}\nalias@contoso.com\n` };
    const result = await run(tenant, { files, inputs: { ...ALL, mailboxes: 'list.txt\nAll' } });
    const names = result.rows.map(({ MailboxName }) => MailboxName);
    expect(names.slice(0, 3)).toEqual([first.toUpperCase(), id, 'alias@contoso.com']);
    expect(names.slice(3).sort()).toEqual([fourth, ...others].sort());
    expect(names).not.toContain(second);
  });

  test('are counted and named by "warn" and "fail"', async () => {
    const tenant = await openTenant();
    const without = new Set(addressesOf(tenant, 'no-mailbox'));
    const known = tenant.addresses.slice(0, 100);
    const others = tenant.addresses
      .slice(100)
      .filter((one) => !without.has(one) && tenant.expected(one).status !== 'not-found');
    const options = { files: { 'list.txt': known.join('\n') } };
    const inputs = { mailboxes: 'list.txt', 'max-unreadable': '100%' };
    const warned = await run(tenant, { ...options, inputs: { ...inputs, unlisted: 'warn' } });
    expect(warned).toMatchObject({
      code: 0,
      outputs: { 'unlisted-count': String(others.length), 'mailbox-count': '100' },
    });
    expect(warned.rowsOf('unlisted').map(({ MailboxName }) => MailboxName)).toEqual(others);
    expect(warned.rowsOf('unlisted')[0]?.WhenCreated).toBe('2024-02-01T08:00:00Z');
    const failed = await run(tenant, { ...options, inputs: { ...inputs, unlisted: 'fail' } });
    expect(failed).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
  });

  test('are an error without the permission, which names it and the page of consent', async () => {
    const tenant = await openTenant({ roles: ['MailboxSettings.Read'] });
    const { outputs, errors, warnings } = await run(tenant, { inputs: ALL });
    expect(outputs.result).toBe('error');
    expect(errors).toMatchObject([{ properties: { title: 'GRAPH_DENIED' } }]);
    expect(errors[0]?.message).toMatch(/User\.Read\.All.*\/adminconsent\?client_id=/s);
    expect(warnings).toEqual([]);
  });

  test.each<[string, Faults]>([
    ['leads to another host', { listings: { users: { foreign: 'https://graph.evil.example' } } }],
    ['repeats a page', { listings: { users: { repeatsAt: 2 } } }],
    ['has no end', { listings: { users: { looping: true } } }],
    ['has an account without an id', changed('', {}, { of: '', set: {} })],
  ])('are an error if the listing of accounts %s', async (_case, faults) => {
    const tenant = await openTenant({ mailboxes: 1200 });
    const [first = ''] = tenant.addresses;
    const isIdless = faults.listings?.users?.extra !== undefined;
    tenant.setFaults(isIdless ? changed(first, { id: null }) : faults);
    const { outputs, errors, rows } = await run(tenant, { inputs: ALL });
    expect([outputs.result, rows.length]).toEqual(['error', 0]);
    expect(errors).toMatchObject([{ properties: { title: 'GRAPH_LISTING' } }]);
  });
});

test('"unlisted" is refused in a shard', async () => {
  const tenant = await openTenant({ mailboxes: 1 });
  const { errors } = await run(tenant, { inputs: { unlisted: 'warn', shard: '1/2', 'artifact-name': 'x' } });
  expect(errors).toMatchObject([{ properties: { title: 'INPUT_INVALID' } }]);
});
