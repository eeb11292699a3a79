import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseJson } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import type { JsonObject } from '../../tenant/json.ts';
import type { Faults } from '../../tenant/faults.ts';

describe('mailbox lists', () => {
  const { merge, newTenant, run } = inProcessScenarios();

  type Content = string | Uint8Array;

  /** Runs the action on these files, and returns the addresses of its rows and its warnings. */
  async function listed(
    tenant: Tenant,
    files: Readonly<Record<string, Content>>,
    inputs: Readonly<Record<string, string>> = {},
  ) {
    const result = await run(tenant, {
      files,
      inputs: { 'max-unreadable': '100%', mailboxes: Object.keys(files).join('\n'), ...inputs },
    });
    expect(result.errors).toEqual([]);
    return { ...result, addresses: result.rows.map(({ MailboxName }) => MailboxName) };
  }

  const FORMULA = '=HYPERLINK("x")';
  const MARKUP = '</script><img src=x>';

  describe('columns of a mailbox list', () => {
    const inputs = {
      mailboxes: 'a.csv\nb.json\nc.txt',
      'extra-columns': 'DisplayName, Department',
      policy: 'policy.yml',
      report: 'mailbox-settings\ninbox-rules',
      'artifact-name': 'mailbox-report',
    };
    const filesOf = ([first = '', second = '', third = '', fourth = '', ...others]: readonly string[]) => ({
      'a.csv': `Display name,UPN,department\n${MARKUP},${first},Sales\n"${FORMULA.replaceAll('"', '""')}",${second},\nShort,${third}\n`,
      'b.json': JSON.stringify({
        value: [{ mail: fourth, Department: 'Sales', displayName: null, businessPhones: [1] }],
      }),
      'c.txt': others.join('\n'),
      'policy.yml': 'rules: [{ id: in-sales, expect: { department: { const: Sales } } }]',
    });

    test('are in every report, in violations.csv, the JSON and the page, rules can be about them, and shards carry them', async () => {
      const tenant = await newTenant({ mailboxes: 6 });
      const files = filesOf(tenant.addresses);
      const formats = 'html,json';
      const { runtimeToken } = await tenant.startRun();
      const whole = await run({ ...tenant, runtimeToken }, { files, inputs: { ...inputs, formats } });
      expect(whole.outputs.result).toBe('violations');
      for (const report of ['mailbox-settings', 'inbox-rules']) {
        const header = Object.keys(whole.rowsOf(report)[0] ?? {});
        expect(header.slice(header.indexOf('Status') - 2)).toEqual([
          'Display name',
          'department',
          'Status',
          'Error',
          'Verdict',
          'Violations',
        ]);
      }
      const shown = whole.rows.map((row) => [row['Display name'], row.department, row.Verdict]);
      expect(shown).toEqual([
        [MARKUP, 'Sales', 'pass'],
        [`'${FORMULA}`, '', 'fail'],
        // A list without the column leaves it unknown.
        ['Short', '', 'inconclusive'],
        ['', 'Sales', 'pass'],
        ['', '', 'inconclusive'],
        ['', '', 'inconclusive'],
      ]);
      const [second, third] = whole.rowsOf('violations');
      expect(Object.keys(second ?? {}).slice(4, 8)).toEqual(['MailboxName', 'Display name', 'department', 'Item']);
      expect(second).toMatchObject({ 'Display name': `'${FORMULA}`, department: '', Column: 'department', Found: '' });
      expect(third).toMatchObject({ 'Display name': 'Short', Verdict: 'inconclusive' });
      const folder = whole.outputs['output-directory'] ?? '';
      const page = await readFile(path.join(folder, 'mailbox-report.html'), 'utf8');
      expect(page).toContain('"Display name","department","Status"');
      expect(page).not.toContain(MARKUP);
      const json = parseJson(await readFile(path.join(folder, 'mailbox-report.json'), 'utf8'));
      expect(json).toMatchObject({
        mailboxes: [
          { columns: { 'Display name': MARKUP, department: 'Sales' } },
          { columns: { 'Display name': FORMULA, department: '' } },
          { columns: { 'Display name': 'Short', department: null } },
          { columns: { 'Display name': '', department: 'Sales' } },
          expect.not.objectContaining({ columns: expect.anything() }),
          expect.not.objectContaining({ columns: expect.anything() }),
        ],
      });

      for (const shard of ['1/2', '2/2'])
        expect((await run(tenant, { files, inputs: { ...inputs, shard } })).code).toBe(0);
      const merged = await merge({ tenant, files, inputs: { policy: 'policy.yml' } });
      expect(merged.csv).toBe(whole.csv);
      for (const name of ['inbox-rules', 'violations']) expect(merged.rowsOf(name)).toEqual(whole.rowsOf(name));
    });

    test('have the display name by default, which a report with such a column leaves out', async () => {
      const tenant = await newTenant({ mailboxes: 2, roles: ['Exchange.ManageAsApp', 'MailboxSettings.Read'] });
      const files = {
        'a.csv': `E-mail,DISPLAY-NAME\n${tenant.addresses.map((one) => `${one},Somebody`).join('\n')}\n`,
      };
      const report = 'mailbox-settings\nmailbox-properties';
      const { rowsOf } = await listed(tenant, files, { report });
      expect(rowsOf('mailbox-settings').map(({ DisplayName }) => DisplayName)).toEqual(['Somebody', 'Somebody']);
      const [properties = {}] = rowsOf('mailbox-properties');
      expect(Object.keys(properties).filter((name) => name === 'DisplayName')).toHaveLength(1);
      expect(properties.DisplayName).not.toBe('Somebody');
    });

    test('are not compared with an earlier run', async () => {
      const tenant = await newTenant({ mailboxes: 1 });
      const [address = ''] = tenant.addresses;
      const first = await listed(tenant, { 'a.csv': `UPN,DisplayName\n${address},Before\n` });
      const compare = 'earlier';
      const earlier = await readFile(path.join(first.outputs['output-directory'] ?? '', 'rows.ndjson.gz'));
      const files = { 'a.csv': `UPN,DisplayName\n${address},After\n`, 'earlier/rows.ndjson.gz': earlier };
      const { outputs, rows } = await run(tenant, { files, inputs: { mailboxes: 'a.csv', compare } });
      expect([rows[0]?.DisplayName, outputs['change-count']]).toEqual(['After', '0']);
    });

    test.each([
      [
        'Departement',
        'UPN,Department\n',
        /a\.csv has no column "Departement".*"Department"/,
        /Did you mean "Department"\?/,
      ],
      ['Time Zone', 'UPN,TimeZone\n', /cannot have "TimeZone", which is a column of mailbox-settings\.csv/, /Rename/],
      ['verdict', 'UPN,Verdict\n', /cannot have "Verdict"/, /Rename/],
      ['Item', 'UPN,item\n', /cannot have "item", which is a column of violations\.csv/, /Rename/],
    ])('cannot have %s in a list with %s', async (columns, header, message, hint) => {
      const tenant = await newTenant({ mailboxes: 1 });
      const files = { 'a.csv': `${header}${tenant.addresses.join('')},x\n` };
      const { outputs, errors } = await run(tenant, {
        files,
        inputs: { mailboxes: 'a.csv', 'extra-columns': columns },
      });
      expect(outputs.result).toBe('error');
      expect(errors[0]?.message).toMatch(message);
      expect(errors[0]?.message).toMatch(hint);
      expect(tenant.counts.items).toBe(0);
    });
  });

  describe('a mailbox list', () => {
    test('of CSV may have another column, which the log names', async () => {
      const tenant = await newTenant({ mailboxes: 2 });
      const [first = '', second = ''] = tenant.addresses;
      const text = `Mail;Login\nx@example.com;${first}\ny@example.com;${second}\n`;
      const { addresses } = await listed(tenant, { 'a.csv': text.replaceAll(';', ',') }, { 'address-column': 'login' });
      expect(addresses).toEqual([first, second]);
    });

    test('is found by paths and globs, each file once, in their order', async () => {
      const tenant = await newTenant({ mailboxes: 4 });
      const [first = '', second = '', third = '', fourth = ''] = tenant.addresses;
      const files = { 'z.txt': first, 'teams/b.txt': third, 'teams/a.txt': second, 'teams/deep/c.txt': fourth };
      const { addresses, summary } = await listed(tenant, files, { mailboxes: 'z.txt\nteams/**/*.txt\nteams/a.txt' });
      expect(addresses).toEqual([first, second, third, fourth]);
      expect(summary).toContain('z.txt, teams/a.txt, teams/b.txt, teams/deep/c.txt');
    });

    test('with a repeated address has one warning at its line', async () => {
      const tenant = await newTenant({ mailboxes: 2 });
      const [first = '', second = ''] = tenant.addresses;
      const files = { 'a.txt': `${first}\n${second}\n${first.toUpperCase()}\n`, 'b.txt': `${second}\n` };
      const { addresses, warnings, outputs, summary } = await listed(tenant, files);
      expect(addresses).toEqual([first, second]);
      expect(outputs['mailbox-count']).toBe('2');
      const repeated = warnings.filter(({ properties }) => properties.title === 'Repeated mailboxes');
      expect(repeated).toEqual([
        {
          level: 'warning',
          message: expect.stringMatching(/^2 lines .* a\.txt, line 1\.$/),
          properties: { title: 'Repeated mailboxes', file: 'a.txt', line: '3' },
        },
      ]);
      expect(tenant.counts.items).toBe(2);
      expect(summary).toMatch(/\| 2 \| \d \| \d \| 2 \|/);
    });
  });
});

describe('unlisted mailboxes', () => {
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
      expect(result.outputs).toHaveProperty('mailbox-count', String(expected.length));
      expect(result.outputs).not.toHaveProperty('unlisted-count');
      expect(result.log).toContain(`no mailbox: ${without.length} account`);
      expect(result.log).toContain(`${expected.length} mailboxes in the tenant`);
      expect(result.log).not.toMatch(/(?:outside|not in) the list/);
      expect(tenant.counts.tokens).toBe(1);
    });

    test.each([
      ['with an Exchange plan', [EXCHANGE]],
      ['with a plan in its grace period', [{ ...EXCHANGE, capabilityStatus: 'Warning' }]],
      ['whose plans Graph does not return', null],
    ])('keep an account %s that answers 404', async (_case, assignedPlans) => {
      const tenant = await openTenant();
      const [address = '', other = ''] = addressesOf(tenant, 'no-mailbox');
      const plans = [
        { ...EXCHANGE, capabilityStatus: 'Suspended' },
        { ...EXCHANGE, service: 'SharePoint' },
        FOUNDATION,
      ];
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
      const warned = await run(tenant, { files, inputs: { ...ALL, mailboxes: 'list.txt\nAll', unlisted: 'warn' } });
      expect(warned.outputs).toMatchObject({ 'mailbox-count': '6', 'unlisted-count': '3' });
    });

    test.each([
      ['without a list', 'all', undefined],
      ['after those of a list', 'list.txt\nall', 'list.txt'],
    ])(
      'have no line of a list or policy in summary, annotations, JSON and shards: %s',
      async (_case, mailboxes, list) => {
        const tenant = await openTenant({ mailboxes: 40 });
        const [first = ''] = tenant.addresses;
        const [denied = ''] = addressesOf(tenant, 'access-denied');
        const files = {
          'list.txt': first,
          'policy.yml': 'rules:\n  - id: utc\n    severity: warning\n    expect: { TimeZone: { const: Nowhere } }\n',
        };
        const inputs = { ...ALL, mailboxes, policy: 'policy.yml', formats: 'json\nsarif', summary: 'full' };
        const result = await run(tenant, { files, inputs });
        const violations = result.warnings.filter(({ message, properties: { title } }) => {
          return title === 'Policy: utc' && !message.startsWith(first);
        });
        const lines = violations.map(({ properties: { file = '', line = '' } }) => `${file}:${line}`);
        expect([...new Set(lines)]).toEqual(['policy.yml:2']);
        const unread = result.warnings.filter(({ message }) => message.startsWith(denied));
        expect(unread.map(({ properties: { file } }) => file)).toEqual([undefined]);
        expect(result.summary).toContain('read because of `all`');
        expect(result.summary).not.toContain('policy.yml, line 1');
        const json = await readFile(path.join(result.outputs['output-directory'] ?? '', 'mailbox-report.json'), 'utf8');
        expect(json.match(/"file":"[^"]*","line":\d+,"status"/g)).toEqual(
          list === undefined ? null : ['"file":"list.txt","line":1,"status"'],
        );
        const sarif = await readFile(
          path.join(result.outputs['output-directory'] ?? '', 'mailbox-report.sarif'),
          'utf8',
        );
        expect(new Set(sarif.match(/"startLine":\d+/g))).toContain('"startLine":2');
      },
    );

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
});
