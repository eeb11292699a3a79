import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { GroupOptions, TenantOptions } from '../../tenant/tenant.ts';
import type { JsonObject } from '../../tenant/json.ts';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { textOf } from '../docs/repository.ts';

describe('the report access', () => {
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

  const { newTenant, run, merge } = inProcessScenarios(
    { 'max-unreadable': '100%', 'fail-on': 'never' },
    { mailboxes: 30, roles: ROLES, groups: GROUPS },
  );

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
      const tenant = await newTenant({ log: true });
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
      const tenant = await newTenant();
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

    test.each([
      ['@odata.count', 2] as const,
      ['value@odata.nextLink', 'https://graph.microsoft.com/v1.0/next'] as const,
    ])('does not expand a group whose members are longer than a page, by %s', async (name, longer) => {
      const tenant = await newTenant({ groups: [{ name: 'Sales', members: [1, 2], fullAccess: [SHARED] }] });
      const member = { '@odata.type': '#microsoft.graph.user', id: 'a', userPrincipalName: tenant.addresses[1] ?? '' };
      tenant.setFaults({ altered: [{ request: 'transitiveMembers', body: { value: [member], [name]: longer } }] });
      const result = await run(tenant, { inputs: { report: 'mailbox-permissions\naccess' } });
      const rows = rowsOf(result.rowsOf('access'), tenant.addresses[SHARED]);
      expect(rows).toContain('sales@contoso.com | FullAccess | direct | ');
      expect(rows.filter((row) => row.includes('| sales@contoso.com |'))).toEqual([]);
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
      const tenant = await newTenant({ ...options, groups: [{ name: 'Sales', members: [1], fullAccess: [SHARED] }] });
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
      const tenant = await newTenant({
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
      const tenant = await newTenant();
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
      const tenant = await newTenant({
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
      const tenant = await newTenant();
      const result = await run(tenant, { inputs: { report: 'access\nmailbox-settings' } });
      expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
      expect(result.errors.map(textOf).join()).toContain('"mailbox-permissions"');
      expect(tenant.counts.tokens).toBe(0);
    });
  });
});

describe('the report mailboxes', () => {
  const ROLES = [
    'MailboxSettings.Read',
    'Calendars.ReadBasic.All',
    'GroupMember.Read.All',
    'User.Read.All',
    'AuditLog.Read.All',
    'Reports.Read.All',
    'LicenseAssignment.Read.All',
  ];
  const SOURCES = [
    'mailbox-settings',
    'inbox-rules',
    'calendar-permissions',
    'mailbox-properties',
    'client-access',
    'mailbox-permissions',
    'accounts',
    'mailbox-usage',
    'protocol-use',
    'access',
  ];
  const COLUMNS = [
    'MailboxName',
    'DisplayName',
    'PrimarySmtpAddress',
    'Type',
    'AccountEnabled',
    'Licenses',
    'Department',
    'UsedGB',
    'QuotaPercent',
    'Archive',
    'OnHold',
    'LastActivityDate',
    'DaysSinceSignIn',
    'SendsOutside',
    'HidesMail',
    'Delegates',
    'OutsideAccess',
    'SmtpAuth',
    'SmtpAuthUsed',
    'Imap',
    'Pop',
    'AutomaticReply',
    'MfaRegistered',
    'HiddenFromAddressLists',
    'IsDirSynced',
    'Status',
    'Error',
  ];

  type Cells = Readonly<Record<string, string>>;

  const { newTenant, run, merge } = inProcessScenarios(
    { 'max-unreadable': '100%', 'fail-on': 'never' },
    { mailboxes: 40, roles: ROLES, log: true },
  );

  test('has a row for each mailbox of what the other reports say, first of all reports, without a request', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { inputs: { report: [...SOURCES, 'mailboxes'].join('\n') } });
    expect(result.errors).toEqual([]);
    const requests = tenant.log.length;
    expect(result.outputs['csv-path']).toMatch(/mailboxes\.csv$/);
    const rows = result.rowsOf('mailboxes');
    expect(Object.keys(rows[0] ?? {})).toEqual(COLUMNS);
    expect(rows.map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
    const of = (report: string, address: string | undefined): readonly Cells[] =>
      result.rowsOf(report).filter(({ MailboxName }) => MailboxName === address);
    for (const row of rows.filter(({ Status }) => Status === 'ok')) {
      const [properties = {}] = of('mailbox-properties', row.MailboxName);
      const [account = {}] = of('accounts', row.MailboxName);
      const [usage = {}] = of('mailbox-usage', row.MailboxName);
      const [client = {}] = of('client-access', row.MailboxName);
      const taken = { ...row };
      expect(taken).toMatchObject({
        ...(account.Status === 'ok' && {
          Department: account.Department,
          DaysSinceSignIn: account.DaysSinceSignIn,
          AccountEnabled: account.AccountEnabled,
          MfaRegistered: account.MfaRegistered,
          Licenses: account.Licenses,
        }),
        ...(usage.Status === 'ok' && { UsedGB: usage.UsedGB, QuotaPercent: usage.QuotaPercent }),
        ...(client.Status === 'ok' && { SmtpAuth: client.SmtpAuth }),
        ...(properties.Status === 'ok' && {
          PrimarySmtpAddress: properties.PrimarySmtpAddress,
          IsDirSynced: properties.IsDirSynced,
        }),
      });
      const targets = [
        properties.ExternalTargets ?? '',
        ...of('inbox-rules', row.MailboxName).flatMap(({ Enabled, ExternalTargets = '' }) =>
          Enabled === 'false' ? [] : [ExternalTargets],
        ),
      ].flatMap((cell) => cell.split('; ').filter((target) => target.includes('@')));
      expect(new Set((row.SendsOutside ?? '').split('; ').filter((target) => target !== ''))).toEqual(new Set(targets));
    }
    expect(rows.some(({ SendsOutside = '' }) => SendsOutside.includes('@'))).toBe(true);
    expect(new Set(rows.map(({ HidesMail }) => HidesMail))).toEqual(new Set(['yes', 'no', '']));

    const without = await newTenant();
    await run(without, { inputs: { report: SOURCES.join('\n') } });
    expect(without.log).toHaveLength(requests);
  });

  test('knows a list or a number only where every source was read', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { inputs: { report: 'inbox-rules\nmailboxes', formats: 'html' } });
    const page = await readFile(path.join(result.outputs['output-directory'] ?? '', 'report.html'), 'utf8');
    expect(page).toMatch(/SendsOutside, .*: add <code>mailbox-properties<\/code>/);
    expect(page).toMatch(/Type: add <code>mailbox-properties or mailbox-settings<\/code>/);
    expect(page).not.toMatch(/HidesMail[^<]*: add/);
    const rows = result.rowsOf('mailboxes').filter(({ Status }) => Status === 'ok');
    expect(rows.filter(({ Delegates, Type, OnHold }) => `${Delegates}${Type}${OnHold}` !== '')).toEqual([]);
    const policy = `rules:
  - id: nothing-outside
    report: mailboxes
    expect: { SendsOutside: { type: array, maxItems: 0 } }`;
    // The policy adds the other source of the column.
    const judged = await run(tenant, {
      files: { 'p.yml': policy },
      inputs: { report: 'mailboxes\ninbox-rules', policy: 'p.yml' },
    });
    expect(judged.log).toContain('mailbox-properties (Exchange.ManageAsApp)');
    expect(new Set(judged.rowsOf('mailboxes').map(({ Verdict }) => Verdict))).toEqual(
      new Set(['pass', 'fail', 'inconclusive']),
    );
  });

  describe('says of the holds of a mailbox', () => {
    const POLICY_ID = '7cfb30345d454ac0a989ab3041051209';
    const FREE = {
      RecipientTypeDetails: 'UserMailbox',
      LitigationHoldEnabled: false,
      InPlaceHolds: [],
      RetentionHoldEnabled: false,
      ComplianceTagHoldApplied: false,
      DelayHoldApplied: false,
      DelayReleaseHoldApplied: false,
    };

    /** `OnHold` of mailboxes with these properties, and how a rule that requires a hold judges them. */
    async function onHold(properties: readonly JsonObject[], options: TenantOptions = {}): Promise<string[]> {
      const tenant = await newTenant({ mailboxes: 20, ...options });
      const read = await run(tenant, { inputs: { report: 'mailbox-properties' } });
      const readable = read.rowsOf('mailbox-properties').filter(({ Status }) => Status === 'ok');
      const addresses = readable.slice(0, properties.length).map(({ MailboxName = '' }) => MailboxName);
      for (const [at, address] of addresses.entries()) tenant.editExchange(address, { ...FREE, ...properties[at] });
      const policy = 'rules: [{ id: held, report: mailboxes, expect: { OnHold: { const: "yes" } } }]';
      const result = await run(tenant, {
        files: { 'p.yml': policy },
        inputs: { report: 'mailboxes\nmailbox-properties', policy: 'p.yml' },
      });
      return addresses.map((address) => {
        const row = result.rowsOf('mailboxes').find(({ MailboxName }) => MailboxName === address);
        return `${row?.OnHold} ${row?.Verdict}`;
      });
    }

    test('whether they keep something, by the forms that Microsoft documents', async () => {
      const forms: readonly (readonly [holds: readonly string[], expected: string])[] = [
        [[`mbx${POLICY_ID}:1`, 'skp127d7cf1076947929bf136b7a2a8c36f:1'], 'no fail'],
        [[`mbx${POLICY_ID}:2`], 'yes pass'],
        [['skp127d7cf1076947929bf136b7a2a8c36f:3'], 'yes pass'],
        [['UniH7d895d48-7e23-4a8d-8346-533c3beac15d'], 'yes pass'],
        [['cld9c0a984ca74b457fbe4504bf7d3e00de'], 'yes pass'],
        [[`-mbx${POLICY_ID}`], 'no fail'],
        // An action that is not documented.
        [[`mbx${POLICY_ID}:4`], ' inconclusive'],
      ];
      expect(await onHold(forms.map(([holds]) => ({ InPlaceHolds: [...holds] })))).toEqual(
        forms.map(([, expected]) => expected),
      );
    });

    test('what the policies of the organization keep, without the mailboxes that they exclude', async () => {
      const settings = { InPlaceHolds: [`mbx${POLICY_ID}:2`, 'grp1a0a132ee8944501a4bb6a452ec31171:3'] };
      const excluded = { InPlaceHolds: [`-mbx${POLICY_ID}`] };
      expect(await onHold([{}, excluded], { exchange: { settings } })).toEqual(['yes pass', 'no fail']);
    });

    test('that they are not known where the application may not read the organization', async () => {
      const exchange = { lackedCmdlets: ['Get-OrganizationConfig'] };
      expect(await onHold([{}, { LitigationHoldEnabled: true }], { exchange })).toEqual([' inconclusive', 'yes pass']);
    });
  });

  test('is refused alone, and equal after a merge', async () => {
    const tenant = await newTenant();
    const alone = await run(tenant, { inputs: { report: 'mailboxes' } });
    expect(alone.errors[0]?.message).toContain('mailboxes is made of other reports');
    const inputs = { report: 'mailboxes\nmailbox-settings\naccounts', 'artifact-name': 'shards' };
    const whole = await run(tenant, { inputs: { report: inputs.report } });
    for (const shard of ['1/2', '2/2']) await run(tenant, { inputs: { ...inputs, shard } });
    const merged = await merge({ tenant, inputs: { 'artifact-name': 'shards', 'max-unreadable': '100%' } });
    expect(merged.errors).toEqual([]);
    expect(merged.rowsOf('mailboxes')).toEqual(whole.rowsOf('mailboxes'));
  });

  const ACROSS = `rules:
  - id: blocked-hides
    title: A mailbox whose account is blocked is hidden
    report: mailbox-properties
    when: { accounts.AccountEnabled: { const: false } }
    expect: { HiddenFromAddressListsEnabled: { const: true } }
  - id: blocked-shares-nothing
    title: The mailbox of a blocked account has no full access grant
    report: mailbox-permissions
    when: { accounts.AccountEnabled: { const: false } }
    expect: { Right: { not: { const: FullAccess } } }
  - id: enabled-is-small
    severity: warning
    when: { UserPurpose: { const: user }, accounts.AccountEnabled: { const: true } }
    expect: { mailbox-usage.UsedGB: { type: number, maximum: 1 } }
    message: '{mailbox-usage.UsedGB} GB in the mailbox of {accounts.DisplayName}'`;

  test('judges a rule by the columns of several reports, which the policy adds to the run', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, {
      files: { 'p.yml': ACROSS },
      inputs: { report: 'mailbox-settings', policy: 'p.yml' },
    });
    expect(result.errors).toEqual([]);
    expect(result.log).toContain('accounts (User.Read.All), mailbox-usage (Reports.Read.All)');
    const rowOf = (report: string, address: string | undefined): Cells =>
      result.rowsOf(report).find(({ MailboxName }) => MailboxName === address) ?? {};
    const violations = result.rowsOf('violations').filter(({ Verdict }) => Verdict !== 'inconclusive');
    const expected = (rule: string, test: (address: string) => boolean): string[] =>
      tenant.addresses.filter((address) => test(address)).map((address) => `${rule} ${address}`);
    const isBlocked = (address: string): boolean => rowOf('accounts', address).AccountEnabled === 'false';
    const smallest = expected('enabled-is-small', (address) => {
      const purpose = rowOf('mailbox-settings', address).UserPurpose?.toLowerCase();
      const { UsedGB = '', Status } = rowOf('mailbox-usage', address);
      const { AccountEnabled } = rowOf('accounts', address);
      return purpose === 'user' && AccountEnabled === 'true' && Status === 'ok' && Number(UsedGB) > 1;
    });
    const hidden = expected(
      'blocked-hides',
      (address) => isBlocked(address) && rowOf('mailbox-properties', address).HiddenFromAddressListsEnabled === 'false',
    );
    expect(hidden).not.toEqual([]);
    expect(smallest).not.toEqual([]);
    const byRule = (rule: string): Cells[] => violations.filter(({ Rule }) => Rule === rule);
    const namesOf = (rule: string): string[] => byRule(rule).map(({ Rule, MailboxName }) => `${Rule} ${MailboxName}`);
    expect(namesOf('blocked-hides')).toEqual(hidden);
    expect(namesOf('enabled-is-small')).toEqual(smallest);
    for (const row of byRule('enabled-is-small')) {
      expect(row).toMatchObject({ Report: 'mailbox-settings', Column: 'mailbox-usage.UsedGB' });
      expect(row.Message).toContain(` GB in the mailbox of ${rowOf('accounts', row.MailboxName).DisplayName ?? ''}`);
    }
    // The cells of other reports that decide are named.
    for (const { Message } of byRule('blocked-hides')) {
      expect(Message).toBe('The mailbox is in address lists; Sign-in to the account is blocked');
    }
    const isOpen = ({ MailboxName, Right }: Cells): boolean => isBlocked(MailboxName ?? '') && Right === 'FullAccess';
    expect(byRule('blocked-shares-nothing')).toHaveLength(result.rowsOf('mailbox-permissions').filter(isOpen).length);
  });

  /** What the rules of the starter policies across reports mean, independent of them: the mailboxes that violate each. */
  const STARTERS: Readonly<Record<string, (of: (report: string) => readonly Cells[]) => boolean>> = {
    'large-shared-mailbox-licensed': (of) =>
      isShared(of) && !isLicensed(of) && Number(of('mailbox-usage')[0]?.UsedGB) > 50,
    'held-shared-mailbox-licensed': (of) =>
      isShared(of) && !isLicensed(of) && of('mailbox-properties')[0]?.LitigationHoldEnabled === 'true',
    'archived-shared-mailbox-licensed': (of) =>
      isShared(of) && !isLicensed(of) && !['None', ''].includes(of('mailbox-properties')[0]?.ArchiveStatus ?? ''),
    'shared-mailbox-unlicensed': (of) => isShared(of) && wastesLicense(of),
    'blocked-account-unlicensed': (of) => isLeaver(of) && wastesLicense(of),
    'smtp-auth-unused': (of) =>
      of('protocol-use')[0]?.SmtpUsed === 'no' && of('client-access')[0]?.SmtpAuth === 'enabled',
    'leaver-hidden': (of) => isLeaver(of) && of('mailbox-properties')[0]?.HiddenFromAddressListsEnabled === 'false',
    'leaver-forwards-nowhere': (of) =>
      isLeaver(of) &&
      of('mailbox-properties').some(
        ({ ForwardingAddress, ForwardingSmtpAddress }) => `${ForwardingAddress}${ForwardingSmtpAddress}` !== '',
      ),
    'leaver-rules-forward-nowhere': (of) =>
      isLeaver(of) &&
      of('inbox-rules').some(
        ({ Enabled, ForwardTo, RedirectTo, ForwardAsAttachmentTo }) =>
          Enabled !== 'false' && `${ForwardTo}${RedirectTo}${ForwardAsAttachmentTo}` !== '',
      ),
    'leaver-shares-nothing': (of) =>
      isLeaver(of) &&
      of('mailbox-permissions').some(
        ({ Right = '', Inherited, Deny }) =>
          /^(FullAccess|Send|Change|Delete)/.test(Right) && Inherited === 'false' && Deny === 'false',
      ),
    dormant: (of) => {
      const [{ DaysSinceSignIn = '', CreatedOn = '' } = {}] = of('accounts');
      const isOld = Date.parse(CreatedOn) < Date.now() - 90 * 86_400_000;
      // A known blank: an account that never signed in.
      const isUnused = Number(DaysSinceSignIn) > 90 || DaysSinceSignIn === '';
      return typeOf(of) === 'UserMailbox' && isLicensed(of) && isOld && isUnused;
    },
  };
  type Of = (report: string) => readonly Cells[];
  const typeOf = (of: Of): string | undefined => of('mailbox-properties')[0]?.RecipientTypeDetails;
  const isShared = (of: Of): boolean => typeOf(of) === 'SharedMailbox' && of('accounts')[0]?.Status === 'ok';
  const isLicensed = (of: Of): boolean => (of('accounts')[0]?.Licenses ?? '') !== '';
  const wastesLicense = (of: Of): boolean => {
    const [usage, properties, joined] = ['mailbox-usage', 'mailbox-properties', 'mailboxes'].map(
      (report) => of(report)[0],
    );
    const isSmall =
      Number(usage?.UsedGB) <= 50 && properties?.ArchiveStatus === 'None' && usage?.HasArchive === 'false';
    return isLicensed(of) && isSmall && joined?.OnHold === 'no';
  };
  const isLeaver = (of: Of): boolean => typeOf(of) === 'UserMailbox' && of('accounts')[0]?.AccountEnabled === 'false';

  test('the starter policy leavers finds every blocked account that SendsOutside shows mail of, and every right', async () => {
    const everyone = Array.from({ length: 300 }, (_, at) => at);
    const groups = [{ name: 'Team', members: [1], sendAs: everyone }];
    const tenant = await newTenant({ mailboxes: 300, log: false, groups });
    const files = { 'p.yml': textOf('examples/policies/leavers.yml') };
    const result = await run(tenant, { files, inputs: { report: 'mailboxes', policy: 'p.yml' } });
    const of =
      (address: string): Of =>
      (report) =>
        result.rowsOf(report).filter(({ MailboxName }) => MailboxName === address);
    const leavers = tenant.addresses.filter((address) => isLeaver(of(address)));
    const foundBy = (rule: RegExp): ReadonlySet<string | undefined> => {
      const violations = result
        .rowsOf('violations')
        .filter(({ Rule = '', Verdict }) => rule.test(Rule) && Verdict === 'fail');
      return new Set(violations.map(({ MailboxName }) => MailboxName));
    };
    const sending = leavers.filter(
      (address) => !['', 'inconclusive', undefined].includes(of(address)('mailboxes')[0]?.SendsOutside),
    );
    expect(
      sending.filter((address) => of(address)('inbox-rules').some(({ ExternalTargets }) => ExternalTargets !== '')),
    ).not.toEqual([]);
    expect(sending.filter((address) => !foundBy(/forward/).has(address))).toEqual([]);
    const opened = leavers.filter((address) =>
      of(address)('mailbox-permissions').some(
        ({ Right, Deny, Inherited }) => Right !== '' && `${Deny}${Inherited}` === 'falsefalse',
      ),
    );
    expect(
      new Set(opened.flatMap((address) => of(address)('mailbox-permissions').map(({ Right }) => Right))).size,
    ).toBeGreaterThan(1);
    expect(opened.filter((address) => !foundBy(/shares/).has(address))).toEqual([]);
  });

  test.each(['shared-needs-license', 'shared-wastes-license', 'smtp-auth-unused', 'leavers', 'dormant'])(
    'the starter policy %s reports the violations that its rules describe, and adds the reports that it needs',
    async (name) => {
      const tenant = await newTenant({ mailboxes: 300, log: false });
      const shared = tenant.addresses.find(
        (address) => tenant.exchangeObjects('Get-Mailbox', address)?.[0]?.RecipientTypeDetails === 'SharedMailbox',
      );
      tenant.editExchange(shared ?? '', { LitigationHoldEnabled: true });
      const files = { 'p.yml': textOf(`examples/policies/${name}.yml`) };
      const result = await run(tenant, { files, inputs: { report: 'mailbox-settings', policy: 'p.yml' } });
      expect(result.errors).toEqual([]);
      const findings = result.rowsOf('violations');
      const violations = findings.filter(({ Verdict }) => Verdict !== 'inconclusive');
      const undecided = new Set(
        findings.filter((one) => !violations.includes(one)).map(({ Rule, MailboxName }) => `${Rule} ${MailboxName}`),
      );
      const rules = Object.keys(STARTERS).filter((rule) => files['p.yml'].includes(`id: ${rule}\n`));
      expect(rules.length).toBeGreaterThan(0);
      for (const rule of rules) {
        const of =
          (address: string): Of =>
          (report) =>
            result.rowsOf(report).filter(({ MailboxName }) => MailboxName === address);
        const decided = tenant.addresses.filter((address) => !undecided.has(`${rule} ${address}`));
        expect(decided.length).toBeGreaterThan(tenant.addresses.length / 2);
        const expected = decided.filter((address) => STARTERS[rule]?.(of(address)));
        const violating = violations.filter(({ Rule }) => Rule === rule).map(({ MailboxName }) => MailboxName);
        // One row of a mailbox may violate the rule, and another one be inconclusive.
        const ofDecided = new Set(violating.filter((address = '') => decided.includes(address)));
        expect({ rule, violating: [...ofDecided] }).toEqual({ rule, violating: expected });
      }
      expect(violations).not.toEqual([]);
    },
  );
});
