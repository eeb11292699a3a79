import { describe, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

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
    const files = { 'a.csv': `E-mail,DISPLAY-NAME\n${tenant.addresses.map((one) => `${one},Somebody`).join('\n')}\n` };
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
