import { cp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { runProgram, type ProgramRun } from '../cli/command-line.ts';
import { codeIn, tableBelow } from '../docs/markdown.ts';
import { textOf } from '../docs/repository.ts';
import { newFolder } from '../support/new-folder.ts';
import { remediations } from '../support/remediation-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';
import { readFile } from 'node:fs/promises';

const SKUS = `name: skus
about: tenant
request: { listing: subscribedSkus }
rows: value
item: Sku
columns: { Sku: skuPartNumber }
`;
const AUDITING = `name: auditing
about: tenant
source: exchange
request: { cmdlet: Get-OrganizationConfig, select: [AuditDisabled] }
columns: { AuditDisabled: AuditDisabled }
`;
const POLICY = `rules:
  - id: bought
    report: skus
    severity: warning
    expect: { Sku: { const: NONE } }
  - id: format
    expect: { DateFormat: { const: yyyy-MM-dd } }
    set: { dateFormat: yyyy-MM-dd }
  - id: audited
    when: { auditing.AuditDisabled: { const: false } }
    expect: { TimeFormat: { const: 'HH:mm' } }
    set: { timeFormat: 'HH:mm' }
`;
const ROLES = [
  'MailboxSettings.ReadWrite',
  'LicenseAssignment.Read.All',
  'Exchange.ManageAsApp',
  'User.Read.All',
  'Application.Read.All',
];
const FILES = { 'skus.yml': SKUS, 'auditing.yml': AUDITING, 'policy.yml': POLICY };
const { newTenant, run } = inProcessScenarios({}, { mailboxes: 3, roles: ROLES });
const { run: plan } = remediations(POLICY);

let tenant: Tenant;
let folder: string;

/** Two reports of runs with tables in a folder: `old`, which another product was in, and `new`. */
beforeAll(async () => {
  tenant = await newTenant();
  folder = newFolder();
  const files = { ...FILES, 'mailboxes.txt': tenant.addresses.join('\n') };
  const report = 'mailbox-settings\nskus.yml\nauditing.yml\napplications';
  const result = await run(tenant, { files, inputs: { report, policy: 'policy.yml', 'fail-on': 'never' } });
  const output = result.outputs['output-directory'] ?? '';
  for (const name of ['new', 'old']) await cp(output, path.join(folder, name), { recursive: true });
  for (const [name, text] of Object.entries(FILES)) await writeFile(path.join(folder, name), text);
  const lines = storedLines(await readFile(path.join(output, 'rows.ndjson.gz')));
  const before = lines.map((line): JsonObject =>
    line.table === 'skus' ? { ...line, rows: [{ cells: ['GONE'] }] } : line,
  );
  await writeFile(path.join(folder, 'old', 'rows.ndjson.gz'), rowsFileOf(before));
});

function program(...args: readonly string[]): Promise<ProgramRun> {
  return runProgram(args, {}, folder);
}

/** The commands below. */
const TESTED = ['compare', 'rehearse', 'baseline', 'access', 'history', 'verify', 'remediate'];

test('the documents say for each command that reads reports what it does with tables', () => {
  const { rows } = tableBelow(textOf('docs/reports.md'), '### Tables of the tenant');
  expect(rows.map(([name = '']) => codeIn(name))).toEqual(TESTED);
});

test('compare does with tables what the documents say', async () => {
  const { code, stdout } = await program('compare', 'old', 'new');
  expect(code).toBe(1);
  expect(stdout).toMatch(/removed +skus: "GONE"/);
});

test('rehearse does with tables what the documents say', async () => {
  const policy = POLICY.replace('severity: warning', 'severity: error');
  await writeFile(path.join(folder, 'other.yml'), policy);
  const { stdout } = await program(
    'rehearse',
    'new',
    '--policy',
    'other.yml',
    '--report',
    'skus.yml',
    'auditing.yml',
    '--json',
  );
  expect(JSON.parse(stdout)).toMatchObject({
    rules: expect.arrayContaining([expect.objectContaining({ rule: 'bought' })]),
  });
  expect(stdout).toContain('skus');
});

test('baseline does with tables what the documents say', async () => {
  expect(await program('baseline', 'update', 'new')).toMatchObject({ code: 0 });
  const text = await readFile(path.join(folder, 'baseline.csv'), 'utf8');
  expect(text).toContain('bought,,ENTERPRISEPACK,Sku,ENTERPRISEPACK,');
});

test('access does with tables what the documents say', async () => {
  const { stderr } = await program('access', 'new', '--application', 'no such application');
  expect(stderr).toContain('The report has no application');
});

test('history does with tables what the documents say', async () => {
  const { code, stdout } = await program('history', tenant.addresses[0] ?? '', '.', '--json');
  expect(code).toBe(0);
  expect(stdout).not.toContain('skus');
});

test('verify does with tables what the documents say', async () => {
  const options = ['--policy', 'policy.yml', '--report', 'skus.yml', 'auditing.yml'];
  expect(await program('verify', 'new', ...options)).toMatchObject({ code: 0 });
  const { code, stdout } = await program('verify', 'old', ...options);
  expect(code).toBe(1);
  expect(stdout).toContain('skus: rule bought');
});

test('remediate does with tables what the documents say', async () => {
  const { planned, warnings } = await plan(tenant, { files: FILES, inputs: { report: 'skus.yml\nauditing.yml' } });
  expect(new Set(planned.map(({ Rule }) => Rule))).toEqual(new Set(['format']));
  expect(warnings).toContainEqual(expect.stringContaining('Nothing is planned for the rule audited'));
  const restored = await plan(tenant, {
    files: FILES,
    inputs: { report: '', policy: '', restore: path.join(folder, 'old') },
  });
  expect(restored.planned).toEqual([]);
});
