import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inProcessScenarios } from '../support/in-process-run.ts';
import type { JsonObject } from '../../src/json.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';

const ROLES = ['MailboxSettings.Read', 'LicenseAssignment.Read.All', 'Exchange.ManageAsApp'];
const { newTenant, run, merge, validate } = inProcessScenarios({}, { mailboxes: 3, roles: ROLES, log: true });

/** The products of the tenant, of a listing of Graph. */
const PRODUCTS = `name: products
about: tenant
permission: LicenseAssignment.Read.All
request: { listing: subscribedSkus, query: { $select: 'skuId,skuPartNumber' } }
rows: value
item: Product
unit: product
columns:
  Product: skuPartNumber
  Id: skuId
`;
/** The organization in one row, of a cmdlet. */
const AUDITING = `name: auditing
about: tenant
source: exchange
request: { cmdlet: Get-OrganizationConfig, select: [AuditDisabled, Name] }
columns:
  Organization: Name
  AuditDisabled: AuditDisabled
`;
const APP = '7d1f7a52-0f4b-4d6e-8a51-2c1de0a9b6f3';
const FILES = { 'products.yml': PRODUCTS, 'auditing.yml': AUDITING };

function linesOf(folder: string): Promise<ReturnType<typeof storedLines>> {
  return readFile(path.join(folder, 'rows.ndjson.gz')).then(storedLines);
}

test('a report about the tenant is a table that is read once, with a CSV without mailboxes', async () => {
  const tenant = await newTenant();
  const result = await run(tenant, {
    files: { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') },
    inputs: { report: 'mailbox-settings\nproducts.yml\nauditing.yml' },
  });
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'mailbox-count': '3', 'read-count': '3' } });
  const products = result.rowsOf('products');
  expect(products.length).toBeGreaterThan(1);
  expect(Object.keys(products[0] ?? {})).toEqual(['Product', 'Id', 'Status', 'Error']);
  expect(new Set(products.map(({ Status }) => Status))).toEqual(new Set(['ok']));
  expect(result.rowsOf('auditing')).toEqual([
    { Organization: 'contoso.onmicrosoft.com', AuditDisabled: 'false', Status: 'ok', Error: '' },
  ]);

  const [header, ...lines] = await linesOf(result.outputs['output-directory'] ?? '');
  expect(header).toMatchObject({
    tables: [
      { name: 'products', reads: { endpoint: 'GET /v1.0/subscribedSkus' }, item: ['Product'], manyRows: true },
      { name: 'auditing', reads: { endpoint: 'Get-OrganizationConfig' }, item: [], manyRows: false },
    ],
  });
  expect(lines.map((line) => line.table ?? line.mailbox ?? 'end')).toEqual([
    'products',
    'auditing',
    ...tenant.addresses,
    'end',
  ]);
  expect(lines.at(-1)).toMatchObject({ tables: { products: { rows: products.length }, auditing: { rows: 1 } } });
  expect(tenant.log.filter(({ path: one }) => one.includes('subscribedSkus'))).toHaveLength(1);
});

test('a run of tables alone needs no list, and reads no mailbox of one that is given', async () => {
  const tenant = await newTenant({ roles: ['LicenseAssignment.Read.All'] });
  const inputs = { report: 'products.yml' };
  const without = await run(tenant, { files: FILES, inputs: { ...inputs, mailboxes: undefined } });
  expect(without).toMatchObject({ code: 0, outputs: { result: 'pass', 'read-count': '0' } });
  expect(without.outputs['mailbox-count']).toBeUndefined();
  expect(without.rowsOf('products').length).toBeGreaterThan(1);
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') };
  const withList = await run(tenant, { files, inputs });
  expect(withList).toMatchObject({ code: 0, outputs: { 'mailbox-count': '3', 'read-count': '0' } });
  expect(tenant.log.filter(({ path: one }) => one.includes('mailboxSettings'))).toEqual([]);
});

test('a table that is refused has one row that says so, and leaves a run that reads nothing else incomplete', async () => {
  const tenant = await newTenant({ roles: ['MailboxSettings.Read'] });
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') };
  const beside = await run(tenant, { files, inputs: { report: 'mailbox-settings\nproducts.yml' } });
  expect(beside.outputs.result).toBe('pass');
  expect(beside.rowsOf('products')).toEqual([
    { Product: '', Id: '', Status: 'access-denied', Error: expect.stringContaining('Authorization_RequestDenied') },
  ]);
  const alone = await run(tenant, { files, inputs: { report: 'products.yml' } });
  expect(alone).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
});

const POLICY = `rules:
  - id: audited
    report: auditing
    expect: { AuditDisabled: { const: true } }
  - id: products
    report: products
    severity: warning
    expect: { Product: { const: NONE } }
  - id: of-mailboxes
    when: { auditing.AuditDisabled: { const: false } }
    expect: { Language: { const: tlh-001 } }
exemptions:
  - { rule: products, items: 'enterprise*', reason: Bought, owner: a@x.y, expires: 2030-01-31 }
`;

test('rules judge rows of tables, and rules about mailboxes name columns of a table with one row', async () => {
  const tenant = await newTenant();
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n'), 'policy.yml': POLICY };
  const inputs = { report: 'products.yml\nauditing.yml', policy: 'policy.yml', formats: 'json,sarif,junit,html' };
  const result = await run(tenant, { files, inputs });
  expect(result).toMatchObject({ code: 1, outputs: { result: 'violations', 'violation-count': '4' } });
  expect(result.rowsOf('auditing')).toMatchObject([{ Verdict: 'fail', Violations: 'audited' }]);
  expect(result.rowsOf('products').map(({ Product, Verdict }) => [Product, Verdict])).toEqual([
    ['ENTERPRISEPACK', 'exempt'],
    ['SPE_E3', 'warn'],
  ]);
  const found = result
    .rowsOf('violations')
    .map(({ Rule, MailboxName, Item, Verdict }) => [Rule, MailboxName, Item, Verdict]);
  expect(found).toEqual([
    ['audited', '', '', 'fail'],
    ...tenant.addresses.map((address) => ['of-mailboxes', address, '', 'fail']),
    ['products', '', 'ENTERPRISEPACK', 'exempt'],
    ['products', '', 'SPE_E3', 'warn'],
  ]);
  const folder = result.outputs['output-directory'] ?? '';
  const texts = await Promise.all(
    ['json', 'sarif', 'junit.xml'].map((extension) =>
      readFile(path.join(folder, `mailbox-report.${extension}`), 'utf8'),
    ),
  );
  const [json = '', sarif = '', junit = ''] = texts;
  expect(JSON.parse(json)).toMatchObject({
    reports: [{ name: 'mailbox-settings' }, { name: 'products', about: 'tenant' }, { name: 'auditing' }],
    tables: [
      {
        table: 'products',
        status: 'ok',
        rows: [{ Product: 'ENTERPRISEPACK' }, { Product: 'SPE_E3', Verdict: 'warn' }],
      },
      { table: 'auditing', rows: [{ AuditDisabled: false }], findings: [{ rule: 'audited', verdict: 'fail' }] },
    ],
    mailboxes: tenant.addresses.map((mailbox) => ({ mailbox })),
  });
  expect(JSON.parse(sarif)).toMatchObject({
    runs: [
      {
        results: expect.arrayContaining([
          expect.objectContaining({
            ruleId: 'audited',
            message: { text: expect.stringMatching(/^auditing: /) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: expect.objectContaining({ uri: 'policy.yml' }),
                  region: { startLine: 2 },
                },
              },
            ],
          }),
        ]),
      },
    ],
  });
  expect(junit).toMatch(/<testcase classname="auditing.audited" name="auditing" time="0"><failure/);
  expect(junit).toMatch(/<testsuite name="products" tests="2" failures="0" errors="0" skipped="1"/);
  const known = await run(tenant, {
    files: {
      ...files,
      'baseline.csv': await readFile(path.join(result.outputs['output-directory'] ?? '', 'baseline.csv')),
    },
    inputs: { ...inputs, baseline: 'baseline.csv' },
  });
  expect(known).toMatchObject({ code: 0, outputs: { result: 'pass', 'known-count': '5' }, warnings: [] });
});

test('a table without rows passes its rules, and a rule that applies to no row of a table says so', async () => {
  const rules = `name: rules
about: tenant
source: exchange
request: { cmdlet: Get-TransportRule, select: [Name] }
rows: value
item: Name
columns: { Name: Name }
`;
  const policy = `rules:
  - { id: none, report: rules, expect: { Name: { const: x } } }
  - { id: other, report: auditing, when: { Organization: { const: other } }, expect: { AuditDisabled: { const: true } } }
`;
  const tenant = await newTenant({ exchange: { objects: { 'Get-TransportRule': [] } } });
  const result = await run(tenant, {
    files: { ...FILES, 'rules.yml': rules, 'policy.yml': policy },
    inputs: { report: 'rules.yml\nauditing.yml', policy: 'policy.yml', mailboxes: undefined, formats: 'junit' },
  });
  expect([result.outputs.result, result.rowsOf('rules')]).toEqual(['pass', []]);
  expect(result.summary).toContain('1 rule passed, 1 rule applies to nothing');
  const folder = result.outputs['output-directory'] ?? '';
  const junit = await readFile(path.join(folder, 'mailbox-report.junit.xml'), 'utf8');
  expect(junit).toContain('<testsuite name="none" tests="1" failures="0" errors="0" skipped="0"');
  expect(junit).toContain('<testsuite name="other" tests="1" failures="0" errors="0" skipped="1"');
});

test.each([
  ['a table that was not read', 'audited', ['MailboxSettings.Read', 'Exchange.ManageAsApp']],
  ['a cell of a table in a rule about mailboxes', 'of-mailboxes', ['MailboxSettings.Read', 'Exchange.ManageAsApp']],
])('a rule about %s leaves the run incomplete, whatever is allowed', async (_, rule, roles) => {
  const tenant = await newTenant({ roles, exchange: { directoryRoles: [] } });
  const policy = POLICY.replace(/rules:\n|exemptions:[^]*$/g, '')
    .split(/(?= {2}- id)/)
    .filter((text) => text.includes(`id: ${rule}`))
    .join('');
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n'), 'policy.yml': `rules:\n${policy}` };
  const result = await run(tenant, {
    files,
    inputs: { report: 'mailbox-settings\nauditing.yml', policy: 'policy.yml', 'max-unreadable': '100%' },
  });
  expect(result.rowsOf('auditing')).toMatchObject([{ Status: 'access-denied', AuditDisabled: '' }]);
  expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete', 'read-count': '3' } });
  expect(result.errors[0]?.message).toContain(rule);
});

/** What is wrong in a policy: an exemption from a rule, or a rule of its own. */
interface BadPart {
  readonly rule?: string;
  readonly exemption?: string;
  readonly column?: string;
  readonly of?: string;
  readonly more?: string;
}

test.each<[string, BadPart, RegExp, string]>([
  [
    'mailboxes in the exemption of a table',
    { exemption: "mailboxes: '*@x.y'" },
    /"mailboxes" does not fit/,
    'under "items"',
  ],
  [
    'items in the exemption of a mailbox',
    { rule: 'of-mailboxes', exemption: 'items: x' },
    /"items" does not fit/,
    'under "mailboxes"',
  ],
  ['items of a table with one row', { rule: 'audited', exemption: 'items: x' }, /"items" does not fit/, 'has one row'],
  ['no items', { exemption: 'owner: b' }, /"items" is missing/, 'names the rows'],
  [
    'a column of a table with many rows in a rule about mailboxes',
    { column: 'products.Id' },
    /table with several rows/,
    'under "report"',
  ],
  [
    'a column of a mailbox in a rule about a table',
    { column: 'mailbox-settings.Language', of: 'auditing' },
    /about mailboxes/,
    'about the tenant',
  ],
  [
    'the mailbox in a rule about a table',
    { column: 'MailboxName', of: 'auditing' },
    /no column "MailboxName"/,
    'Its columns are',
  ],
  [
    'set',
    { of: 'auditing', column: 'AuditDisabled', more: 'set: { AuditDisabled: false }' },
    /cannot have "set"/,
    'remediation changes mailboxes',
  ],
])('a policy with %s is refused, and the error says what was meant', async (_, parts, message, hint) => {
  const tenant = await newTenant();
  const { rule = 'products', exemption = '', column, of = 'mailbox-settings', more = 'severity: error' } = parts;
  const text =
    column === undefined
      ? POLICY.replace(
          /exemptions:[^]*/,
          `exemptions:\n  - { rule: ${rule}, reason: R, ${exemption}, owner: a, expires: 2030-01-31 }\n`,
        )
      : `rules:\n  - id: a\n    report: ${of}\n    expect: { ${column}: { const: a } }\n    ${more}\n`;
  const files = { ...FILES, 'policy.yml': text.replace(', owner: b, owner: a', ', owner: a') };
  const result = await run(tenant, {
    files,
    inputs: { report: 'products.yml\nauditing.yml', policy: 'policy.yml', mailboxes: undefined },
  });
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
  const texts = result.errors.map((error) => error.message).join('\n');
  expect(texts).toMatch(message);
  expect(texts).toContain(hint);
});

test('tables are compared with those of an earlier run by what names their rows', async () => {
  const tenant = await newTenant();
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n'), 'policy.yml': POLICY };
  const inputs = { report: 'products.yml\nauditing.yml', policy: 'policy.yml', 'fail-on': 'never' };
  const before = await run(tenant, { files, inputs });
  const [header = {}, ...lines] = await linesOf(before.outputs['output-directory'] ?? '');
  const earlier = rowsFileOf([
    header,
    ...lines.map((line): JsonObject => {
      if (line.table === 'auditing')
        return { ...line, rows: [{ cells: ['contoso.onmicrosoft.com', true] }], violations: [] };
      if (line.table === 'products') return { ...line, rows: [{ cells: ['SPE_E3', 'x'] }, { cells: ['GONE', 'y'] }] };
      return line;
    }),
  ]);
  const after = await run(tenant, {
    files: { ...files, 'earlier/rows.ndjson.gz': earlier },
    inputs: { ...inputs, compare: 'earlier' },
  });
  expect(after.outputs).toMatchObject({ 'change-count': '4', 'new-violation-count': '1', 'resolved-count': '0' });
  const changes = after.rowsOf('changes').map((row) => [row.Change, row.Report, row.MailboxName, row.Item, row.Column]);
  expect(changes).toEqual([
    ['added', 'products', '', 'ENTERPRISEPACK', ''],
    ['changed', 'products', '', 'SPE_E3', 'Id'],
    ['removed', 'products', '', 'GONE', ''],
    ['changed', 'auditing', '', '', 'AuditDisabled'],
    ['new-violation', 'auditing', '', '', 'AuditDisabled'],
  ]);
  expect(after.summary).toContain('2 tables changed');

  const rows = await readFile(path.join(before.outputs['output-directory'] ?? '', 'rows.ndjson.gz'));
  const ofMailboxes = 'rules:\n  - { id: added, expect: { Language: { const: tlh-001 } } }\n';
  const without = await run(tenant, {
    files: { ...files, 'policy.yml': ofMailboxes, 'earlier/rows.ndjson.gz': rows },
    inputs: { ...inputs, report: undefined, compare: 'earlier' },
  });
  // The rule went together with its table.
  expect(without.rowsOf('changes')).toContainEqual(
    expect.objectContaining({ Change: 'rule-removed', Item: 'audited', Before: '1', After: '' }),
  );
});

test('a table that the earlier run did not read is not compared, and has no new violations', async () => {
  const tenant = await newTenant();
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n'), 'policy.yml': POLICY };
  const inputs = { report: 'products.yml\nauditing.yml', policy: 'policy.yml', 'fail-on': 'never' };
  const before = await run(tenant, { files, inputs });
  const lines = await linesOf(before.outputs['output-directory'] ?? '');
  const unread = { table: 'auditing', status: 'access-denied', error: 'Refused' };
  const earlier = rowsFileOf(lines.map((line): JsonObject => (line.table === 'auditing' ? unread : line)));
  const after = await run(tenant, {
    files: { ...files, 'earlier/rows.ndjson.gz': earlier },
    inputs: { ...inputs, compare: 'earlier' },
  });
  expect(after.outputs).toMatchObject({ 'change-count': '0', 'new-violation-count': '0' });
  expect(after.summary).toContain('The earlier run did not read auditing, so auditing is not compared.');
});

test('a run of tables alone is compared with one that read a table', async () => {
  const tenant = await newTenant();
  const inputs = { report: 'products.yml', mailboxes: undefined };
  const before = await run(tenant, { files: FILES, inputs });
  const rows = await readFile(path.join(before.outputs['output-directory'] ?? '', 'rows.ndjson.gz'));
  const files = { ...FILES, 'earlier/rows.ndjson.gz': rows };
  const after = await run(tenant, { files, inputs: { ...inputs, compare: 'earlier' } });
  expect(after).toMatchObject({ code: 0, outputs: { 'change-count': '0' } });
  const mailboxes = { ...files, 'mailboxes.txt': tenant.addresses.join('\n') };
  const both = await run(tenant, {
    files: mailboxes,
    inputs: { report: 'mailbox-settings\nproducts.yml', compare: 'earlier' },
  });
  expect(both.outputs).toMatchObject({ 'change-count': '0', 'read-count': '3' });
});

test('the page has the tables of the tenant between the reports and what the policy finds', async () => {
  const tenant = await newTenant();
  const files = {
    ...FILES,
    'mailboxes.txt': tenant.addresses.join('\n'),
    'policy.yml': POLICY.replace(/ {2}- id: of-mailboxes[^]*?(?=exemptions:)/, ''),
  };
  const inputs = { report: 'mailbox-settings\nproducts.yml\nauditing.yml', policy: 'policy.yml', formats: 'html' };
  const result = await run(tenant, { files, inputs });
  const page = await readFile(path.join(result.outputs['output-directory'] ?? '', 'report.html'), 'utf8');
  const data: unknown = JSON.parse(
    /<script type="application\/json" id="page-data">(.*)<\/script>/.exec(page)?.[1] ?? '',
  );
  expect(data).toMatchObject({
    tables: [
      { name: 'mailbox-settings', group: 'Mailboxes' },
      {
        name: 'products',
        group: 'Tenant',
        unit: ['product', 'products'],
        items: 2,
        columns: expect.not.arrayContaining(['MailboxName']),
      },
      { name: 'auditing', group: 'Tenant', rows: 1 },
      { name: 'violations', group: 'Policy' },
    ],
    first: 'violations',
  });
  expect(page).toContain('<h2>Auditing</h2>');
});

test('tables of a run whose first shard is missing are failed, and rules about them leave it incomplete', async () => {
  const tenant = await newTenant();
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n'), 'policy.yml': POLICY };
  const inputs = { report: 'mailbox-settings\nproducts.yml\nauditing.yml', policy: 'policy.yml' };
  const uploads = { 'artifact-name': 'report' };
  await run(tenant, { files, inputs: { ...inputs, ...uploads, shard: '2/2' } });
  const merged = await merge({ tenant, files, inputs: { ...inputs, ...uploads } });
  expect(merged).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
  expect(merged.rowsOf('products')).toEqual([
    {
      Product: '',
      Id: '',
      Status: 'failed',
      Error: 'Shard 1 of 2: It is missing.',
      Verdict: 'inconclusive',
      Violations: '',
    },
  ]);
  expect(tenant.log.filter(({ path: one }) => one.includes('subscribedSkus'))).toEqual([]);
});

test('a shard passes also if its tables were not read, since the merge decides', async () => {
  const tenant = await newTenant({ roles: ['MailboxSettings.Read'] });
  const inputs = { report: 'products.yml', mailboxes: undefined, 'artifact-name': 'report' };
  const shard = await run(tenant, { files: FILES, inputs: { ...inputs, shard: '1/1' } });
  expect(shard).toMatchObject({ code: 0, outputs: { result: 'pass' } });
  const merged = await merge({ tenant, files: FILES, inputs: { report: 'products.yml', 'artifact-name': 'report' } });
  expect(merged).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
  expect(merged.rowsOf('products')).toMatchObject([{ Status: 'access-denied' }]);
  expect(merged.warnings.map(({ message }) => message).join()).toContain('LicenseAssignment.Read.All');
});

test('a table that comes with a report is read without it, and rules can be about it', async () => {
  const policy = `rules: [{ id: known, report: applications-of-tenant, expect: { AppId: { const: '${APP}' } } }]\n`;
  const tenant = await newTenant({
    roles: ['Application.Read.All', 'Directory.Read.All', 'AuditLog.Read.All', 'Exchange.ManageAsApp'],
    applications: [
      { name: 'Backup', appId: APP, graph: ['Mail.Read'] },
      { name: 'Other', graph: ['Mail.Send'] },
    ],
  });
  const inputs = { report: 'applications-of-tenant', policy: 'policy.yml', mailboxes: undefined };
  const result = await run(tenant, { files: { 'policy.yml': policy }, inputs });
  expect(result).toMatchObject({ code: 1, outputs: { result: 'violations', 'violation-count': '1' } });
  const rows = result.rowsOf('applications-of-tenant');
  expect(rows.map(({ Application, Status, Verdict }) => [Application, Status, Verdict])).toEqual([
    ['Backup', 'ok', 'pass'],
    ['Exchange reports', 'ok', 'fail'],
    ['Other', 'ok', 'fail'],
  ]);
  const violation = { MailboxName: '', Item: expect.stringMatching(/^Other; /) };
  expect(result.rowsOf('violations')).toContainEqual(expect.objectContaining(violation));
  const lacking = await newTenant({
    roles: ['Application.Read.All', 'Exchange.ManageAsApp'],
    applications: [{ name: 'Backup', appId: APP, graph: ['Mail.Read'] }],
  });
  const partial = await run(lacking, { files: { 'policy.yml': policy }, inputs });
  expect(partial.rowsOf('applications-of-tenant')).toMatchObject([
    { Application: 'Backup', Error: expect.stringContaining('Directory.Read.All'), Verdict: 'pass' },
    { Application: 'Exchange reports', Verdict: 'fail' },
    { Application: '', Verdict: 'inconclusive' },
  ]);
});

test('validate checks reports about the tenant, and a policy and a baseline about them', async () => {
  const inputs = {
    mailboxes: 'mailboxes.txt',
    report: 'products.yml\nauditing.yml',
    policy: 'policy.yml',
    baseline: 'baseline.csv',
  };
  const files = {
    ...FILES,
    'mailboxes.txt': 'adele@contoso.com\n',
    'policy.yml': POLICY,
    'baseline.csv': 'Rule,MailboxName,Item,Column,Found,Row,AddedOn\r\naudited,,,AuditDisabled,false,,2026-12-01\r\n',
  };
  expect(await validate(files, inputs)).toMatchObject({ code: 0, errors: [], warnings: [] });
  const broad = { ...files, 'policy.yml': POLICY.replace("'enterprise*'", "'*'") };
  const { warnings } = await validate(broad, inputs);
  expect(warnings.map(({ properties }) => properties.title)).toEqual(['EXEMPTION_BROAD']);
});
