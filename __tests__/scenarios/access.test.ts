import { describe, expect, test } from '@jest/globals';
import type { GroupOptions, Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run, merge } = inProcessScenarios({ 'max-unreadable': '100%', 'fail-on': 'never' });

const ROLES = ['MailboxSettings.Read', 'Calendars.ReadBasic.All', 'GroupMember.Read.All', 'User.ReadBasic.All'];
const SOURCES = 'mailbox-permissions\ncalendar-permissions\nmailbox-properties\ninbox-rules';
const REPORT = `access\n${SOURCES}`;

/** The position of a mailbox that several groups can open. */
const SHARED = 21;
const GROUPS: readonly GroupOptions[] = [
  { name: 'Sales', members: [1, 2, 'Sales Leads'], fullAccess: [SHARED, 22], sendAs: [SHARED], calendars: [23] },
  // They contain each other.
  { name: 'Sales Leads', members: [2, 3, 'Sales', 'supplier@fabrikam.example'] },
  { name: 'Secret', kind: 'unified', visibility: 'HiddenMembership', members: [4], fullAccess: [SHARED] },
  { name: 'Contains Secret', members: [5, 'Secret'], fullAccess: [24] },
  { name: 'Broken', members: [6], fullAccess: [25], fails: 403 },
  { name: 'Everybody', kind: 'dynamic', members: [], calendars: [26] },
  { name: 'Nobody', members: [], fullAccess: [27] },
];

function openTenant(options: TenantOptions = {}): Promise<Tenant> {
  return newTenant({ mailboxes: 30, roles: ROLES, groups: GROUPS, ...options });
}

type Row = Readonly<Record<string, string>>;

/** The rows of a mailbox as `Trustee | Right | Through | Inside`. */
function rowsOf(rows: readonly Row[], address: string | undefined): string[] {
  return rows
    .filter(({ MailboxName }) => MailboxName === address)
    .map(({ Trustee, Right, Through, Inside }) => [Trustee, Right, Through, Inside].join(' | '));
}

const textOf = ({ message }: { readonly message: string }): string => message;

describe('access', () => {
  test('has a row for each trustee and right of the reports of the run, through groups too', async () => {
    const tenant = await openTenant({ log: true });
    const result = await run(tenant, { inputs: { report: REPORT } });
    expect(result.errors).toEqual([]);
    const rows = result.rowsOf('access');
    expect(new Set(rows.map(({ MailboxName }) => MailboxName))).toEqual(new Set(tenant.addresses));
    const address = (position: number): string => tenant.addresses[position] ?? '';
    const through = (position: number, right: string): string[] =>
      rowsOf(rows, address(position)).filter((row) => row.includes(` | ${right} | sales@contoso.com`));
    const members = [1, 2, 3].map(address);
    for (const [position, right] of [
      [SHARED, 'FullAccess'],
      [SHARED, 'SendAs'],
      [22, 'FullAccess'],
      [23, 'Calendar: read'],
    ] as const) {
      expect(through(position, right).map((row) => row.split(' | ')[0])).toEqual(
        [...members, 'supplier@fabrikam.example'].sort(),
      );
    }
    expect(through(SHARED, 'SendAs').at(-1)).toBe('supplier@fabrikam.example | SendAs | sales@contoso.com | false');
    // Every grant of the other reports, which no group replaced.
    for (const { MailboxName, Right, Trustee = '', Deny } of result.rowsOf('mailbox-permissions')) {
      if (Deny !== 'false' || !['FullAccess', 'SendAs', 'SendOnBehalf'].includes(Right ?? '')) continue;
      if (GROUPS.some(({ name }) => name === Trustee)) continue;
      expect(rowsOf(rows, MailboxName)).toContainEqual(expect.stringContaining(`${Trustee} | ${Right} | direct`));
    }
    for (const { MailboxName, GrantedTo, GrantedToAddress = '', Role, InsideOrganization } of result.rowsOf(
      'calendar-permissions',
    )) {
      if (Role === 'none' || Role === '' || GROUPS.some(({ name }) => name === GrantedTo)) continue;
      const trustee = GrantedToAddress === '' ? GrantedTo : GrantedToAddress;
      expect(rowsOf(rows, MailboxName)).toContain(`${trustee} | Calendar: ${Role} | direct | ${InsideOrganization}`);
    }
    const rights = new Set(rows.map(({ Right }) => Right));
    for (const right of ['SendOnBehalf', 'Forwarding', 'InboxRule']) expect(rights).toContain(right);
    // Members are read in batches, each group once.
    expect(tenant.log.filter(({ path }) => path.startsWith('/v1.0/groups'))).toHaveLength(1);
  });

  test('has a group itself where its members are not known, and rules about it are inconclusive', async () => {
    const tenant = await openTenant();
    const policy =
      'rules:\n  - { id: not-megan, report: access, expect: { Trustee: { not: { const: megan@contoso.com } } } }\n';
    const result = await run(tenant, { files: { 'p.yml': policy }, inputs: { report: REPORT, policy: 'p.yml' } });
    const rows = result.rowsOf('access');
    for (const [position, group] of [
      [SHARED, 'secret'],
      [24, 'contains.secret'],
      [25, 'broken'],
      [26, 'everybody'],
    ] as const) {
      const row = rows.find(
        (one) => one.MailboxName === tenant.addresses[position] && one.Trustee === `${group}@contoso.com`,
      );
      expect(row).toMatchObject({ Through: 'direct', Inside: '', Verdict: 'inconclusive', Status: 'ok' });
    }
    const empty = rows.find(({ Trustee }) => Trustee === 'nobody@contoso.com');
    expect(empty).toMatchObject({ MailboxName: tenant.addresses[27], Verdict: 'pass' });
    const notices = result.warnings.map(textOf).filter((text) => text.startsWith('Some groups with access'));
    expect(notices).toHaveLength(2);
  });

  const without = (one: string): TenantOptions => ({ roles: ROLES.filter((role) => role !== one) });
  const throttled = { listings: { groups: { throttled: { times: 1, retryAfter: 2000 } } } };

  test.each<[string, TenantOptions, RegExp]>([
    [
      'without permission to list groups',
      without('GroupMember.Read.All'),
      /may not list them\. Grant it GroupMember\.Read\.All/,
    ],
    ['without permission to see names', without('User.ReadBasic.All'), /does not name the members/],
    ['if their listing is throttled for long', { faults: throttled }, /cannot be listed: TooManyRequests/],
  ])('has the groups themselves %s, with one notice', async (_case, options, notice) => {
    const tenant = await openTenant({ ...options, groups: [{ name: 'Sales', members: [1], fullAccess: [SHARED] }] });
    const result = await run(tenant, { inputs: { report: 'mailbox-permissions\naccess' } });
    expect(rowsOf(result.rowsOf('access'), tenant.addresses[SHARED])).toContain(
      'sales@contoso.com | FullAccess | direct | ',
    );
    expect(
      result.warnings.map(textOf).filter((text) => /group/i.test(text) && !text.includes('lists no mailbox')),
    ).toEqual([expect.stringMatching(notice)]);
    expect(result.rowsOf('access').every(({ Status }) => Status === 'ok' || Status === 'not-found')).toBe(true);
  });

  test('does not expand a group of 10,000, and reads only its first pages', async () => {
    const members = Array.from({ length: 10_000 }, (_, at) => `m${at}@fabrikam.example`);
    const tenant = await openTenant({
      groups: [
        { name: 'Large', members, calendars: [SHARED] },
        { name: 'Most', members: members.slice(0, 1000), calendars: [22] },
      ],
    });
    const result = await run(tenant, { inputs: { report: 'access\ncalendar-permissions' } });
    expect(rowsOf(result.rowsOf('access'), tenant.addresses[SHARED])).toContain(
      'large@contoso.com | Calendar: read | direct | ',
    );
    const most = result.rowsOf('access').filter(({ Through }) => Through === 'most@contoso.com');
    expect(most).toHaveLength(1000);
    expect(tenant.counts.items).toBeLessThan(60 + 10);
  });

  test('is unread where one of its reports is, and keeps what the others say', async () => {
    const tenant = await openTenant();
    const shared = tenant.addresses[SHARED] ?? '';
    tenant.setFaults({ alwaysUnavailable: { addresses: [shared], retryAfter: 2000 } });
    const result = await run(tenant, { inputs: { report: 'access\nmailbox-permissions\ncalendar-permissions' } });
    const rows = result.rowsOf('access').filter(({ MailboxName }) => MailboxName === shared);
    expect(rows.length).toBeGreaterThan(3);
    expect(rows.at(-1)).toMatchObject({ Trustee: '', Right: '', Status: 'failed' });
    expect(rows.at(-1)?.Error).toMatch(/^calendar-permissions: /);
    expect(rows.slice(0, -1).map(({ Status }) => Status)).not.toContain('failed');
    const failed = result.rowsOf('calendar-permissions').filter(({ Status }) => Status !== 'ok');
    const unread = new Set(result.rowsOf('access').flatMap((row) => (row.Status === 'ok' ? [] : [row.MailboxName])));
    expect([...unread]).toEqual(expect.arrayContaining(failed.map(({ MailboxName }) => MailboxName)));
  });

  test.each<[string, string, readonly string[]]>([
    ['with groups', REPORT, ROLES],
    // What the list says must not depend on the shard.
    ['by the list alone', 'access\ncalendar-permissions', ['Calendars.ReadBasic.All']],
  ])('of merged shards equals that of a run without shards, %s', async (_case, report, roles) => {
    const members = [0, 25, 50, 'Sales Leads'];
    const tenant = await openTenant({
      roles,
      groups: [...GROUPS.slice(1), { name: 'Sales', members, fullAccess: [2, 22, 42], calendars: [3, 43] }],
    });
    const list = tenant.addresses.map((address, at) => `${address},Person ${at}`);
    const files = { 'list.csv': ['MailboxName,DisplayName', ...list].join('\n') };
    const inputs = { mailboxes: 'list.csv', report };
    const whole = await run(tenant, { files, inputs });
    for (const shard of ['1/3', '2/3', '3/3'])
      expect(await run(tenant, { files, inputs: { ...inputs, ...UPLOADED, shard } })).toMatchObject({ errors: [] });
    const merged = await merge({ tenant, inputs: { 'max-unreadable': '100%' } });
    expect(merged).toMatchObject({ code: 0, errors: [] });
    expect(whole.rowsOf('access').some(({ TrusteeName }) => /^Person [45]/.test(TrusteeName ?? ''))).toBe(true);
    expect(merged.rowsOf('access')).toEqual(whole.rowsOf('access'));
  });

  test('needs a report to be made of', async () => {
    const tenant = await openTenant();
    const result = await run(tenant, { inputs: { report: 'access\nmailbox-settings' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors.map(textOf).join()).toContain('"mailbox-permissions"');
    expect(tenant.counts.tokens).toBe(0);
  });
});
