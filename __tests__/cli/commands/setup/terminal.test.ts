import { appendFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn, type Json } from '../../../../src/json.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram } from '../../command-line.ts';
import { inDirectory, madeApplication, PASSWORD, planOf, setup } from './setup-run.ts';

const { newTenant } = scenarios();

test('shows the plan, and changes nothing', async () => {
  const tenant = await newTenant();
  const folder = newFolder();
  const run = await setup(tenant, folder, ['--terminal', '--dry-run']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout.split('\n')[0]).toBe(`Tenant ${tenant.tenantId}, domain contoso.com (Contoso)`);
  expect(planOf(run)).toEqual([
    'application Mailbox Report',
    'permission MailboxSettings.Read (reads settings and rules of every mailbox, no mail)',
    'permission User.Read.All (reads the profiles of all users)',
    'service principal (enterprise application)',
    'admin consent',
    'file .gitignore, which names mailbox-report.pfx',
    'certificate in mailbox-report.pfx, valid for 365 days; its public part is added to the application',
    'file mailbox-report.yml (the IDs for commands at the terminal)',
  ]);
  expect(readdirSync(folder)).toEqual([]);
  expect(await madeApplication(tenant)).toBeUndefined();
});

test('makes a certificate with which a report can be read, once; undo deletes everything, with --forever for good', async () => {
  const tenant = await newTenant();
  const folder = newFolder();
  const run = await setup(tenant, folder, ['--terminal', '--yes']);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(run.stdout).toMatch(/^ok +token /m);
  expect(run.stdout).toMatch(/^ok +roles .*MailboxSettings\.Read/m);
  expect(readdirSync(folder).sort()).toEqual([
    '.gitignore',
    'mailbox-report-setup.json',
    'mailbox-report.pfx',
    'mailbox-report.yml',
  ]);
  expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe('mailbox-report.pfx\n');
  expect(statSync(path.join(folder, 'mailbox-report.pfx')).mode & 0o077).toBe(0);

  const report = await runProgram(
    ['report', tenant.addresses[0] ?? '', '--pfx', 'mailbox-report.pfx', '--endpoints', endpointLines(tenant)],
    { MAILBOX_REPORT_PFX_PASSWORD: PASSWORD },
    folder,
  );
  expect(report).toMatchObject({ code: 0 });

  const again = await setup(tenant, folder, ['--terminal', '--yes']);
  expect(planOf(again)).toEqual([]);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to change') });

  const application = await madeApplication(tenant);
  writeFileSync(path.join(folder, 'mailbox-report.yml'), 'tenant-id: contoso.com\n');
  const undone = await setup(tenant, folder, ['--undo', '--forever', '--yes']);
  expect(undone).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('mailbox-report.yml is kept') });
  expect(readdirSync(folder)).toEqual([
    `mailbox-report-${(tenant.addresses[0] ?? '').replace('@', '-at-')}`,
    'mailbox-report.yml',
  ]);
  expect(await madeApplication(tenant)).toBeUndefined();
  expect(await inDirectory(tenant, `/directory/deletedItems/${textIn(application, 'id')}`)).toBeUndefined();
});

test('adds its certificate to those that the application has, and takes only its own away', async () => {
  const tenant = await newTenant();
  const [first, second] = [newFolder(), newFolder()];
  await setup(tenant, first, ['--terminal', '--yes']);
  const appId = textIn(await madeApplication(tenant), 'appId');
  const added = await setup(tenant, second, ['--terminal', '--yes', '--adopt', appId]);
  expect(planOf(added)).toEqual([
    'file .gitignore, which names mailbox-report.pfx',
    expect.stringMatching(/^certificate /),
    'file mailbox-report.yml (the IDs for commands at the terminal)',
  ]);
  expect(property(await madeApplication(tenant), 'keyCredentials')).toHaveLength(2);
  const undone = await setup(tenant, second, ['--undo', '--yes']);
  expect(undone.stdout).toMatch(/^ {2}- certificate /m);
  expect(property(await madeApplication(tenant), 'keyCredentials')).toHaveLength(1);
});

test('writes no secret but the PFX', async () => {
  const tenant = await newTenant();
  const folder = newFolder();
  const token = await tenant.administratorToken();
  const run = await setup(tenant, folder, ['--terminal', '--yes'], { env: { ADMIN_TOKEN: token } });
  const texts = ['mailbox-report-setup.json', 'mailbox-report.yml'].map((file) =>
    readFileSync(path.join(folder, file), 'utf8'),
  );
  for (const text of [...texts, run.stdout, run.stderr]) {
    expect(text).not.toContain(token);
    expect(text).not.toContain(PASSWORD);
    expect(text).not.toContain('PRIVATE KEY');
  }
});

describe('a .gitignore of somebody else', () => {
  test.each([
    ['node_modules\r\n', 'node_modules\r\nmailbox-report.pfx\r\n'],
    ['node_modules\n*.pem', 'node_modules\n*.pem\nmailbox-report.pfx'],
    ['*.pfx\n!mailbox-report.pfx\n', '*.pfx\n!mailbox-report.pfx\nmailbox-report.pfx\n'],
    ['# keys\n*.pfx \n', '# keys\n*.pfx \n'],
    ['/mailbox-report.pfx\n', '/mailbox-report.pfx\n'],
  ])('%j is %j until undo', async (before, during) => {
    const tenant = await newTenant();
    const folder = newFolder();
    const file = path.join(folder, '.gitignore');
    writeFileSync(file, before, { mode: 0o644 });
    await setup(tenant, folder, ['--terminal', '--yes']);
    expect(readFileSync(file, 'utf8')).toBe(during);
    expect(statSync(file).mode & 0o777).toBe(0o644);
    expect(planOf(await setup(tenant, folder, ['--terminal', '--dry-run']))).toEqual([]);
    expect(await setup(tenant, folder, ['--undo', '--yes'])).toMatchObject({ code: 0 });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('still names a PFX that stays', async () => {
    const tenant = await newTenant();
    const folder = newFolder();
    await setup(tenant, folder, ['--terminal', '--yes']);
    writeFileSync(path.join(folder, 'mailbox-report.pfx'), 'another');
    const undone = await setup(tenant, folder, ['--undo', '--yes']);
    expect(undone.stdout).toContain('.gitignore still names mailbox-report.pfx');
    expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe('mailbox-report.pfx\n');
  });
});

test('undo deletes .gitignore only after the PFX that it names', async () => {
  const tenant = await newTenant();
  const folder = newFolder();
  await setup(tenant, folder, ['--terminal', '--repository', 'contoso/mailboxes', '--yes']);
  tenant.setGithubFaults({
    refusals: [{ request: 'DELETE .*/actions/variables/', status: 502, message: 'Bad Gateway' }],
  });
  expect(await setup(tenant, folder, ['--undo', '--yes'])).toMatchObject({ code: 1 });
  const left = readdirSync(folder);
  expect([left.includes('mailbox-report.pfx'), left.includes('.gitignore')]).toEqual([false, true]);
  tenant.setGithubFaults({});
  expect(await setup(tenant, folder, ['--undo', '--yes'])).toMatchObject({ code: 0 });
  expect(readdirSync(folder)).not.toContain('.gitignore');
});

test('undo keeps what others add while its question waits', async () => {
  const tenant = await newTenant();
  const [first, second, third] = [newFolder(), newFolder(), newFolder()];
  await setup(tenant, first, ['--terminal', '--yes']);
  const adopt = ['--terminal', '--yes', '--adopt', textIn(await madeApplication(tenant), 'appId')];
  const file = path.join(second, '.gitignore');
  writeFileSync(file, 'node_modules\n');
  await setup(tenant, second, adopt);
  const ask = async (): Promise<string> => {
    await setup(tenant, third, adopt);
    appendFileSync(file, 'coverage\n');
    return 'yes';
  };
  const undone = await setup(tenant, second, ['--undo'], { terminal: { interactive: true, ask } });
  expect(undone).toMatchObject({ code: 0, stderr: '' });
  expect(property(await madeApplication(tenant), 'keyCredentials')).toHaveLength(2);
  expect(readFileSync(file, 'utf8')).toBe('node_modules\ncoverage\n');
});

test('prints one object with --json, and text for people to standard error', async () => {
  const tenant = await newTenant();
  const folder = newFolder();
  const planned = await setup(tenant, folder, ['--terminal', '--dry-run', '--json']);
  expect(planned.stderr).toContain('setup will make these changes');
  const plan: Json = parseJson(planned.stdout);
  expect(plan).toEqual({ ok: true, kept: [], plan: expect.objectContaining({ account: expect.any(String) }) });
  expect(plan).toMatchObject({ plan: { changes: expect.arrayContaining([{ change: 'add', text: 'admin consent' }]) } });

  writeFileSync(path.join(folder, 'mailbox-report.yml'), '{ tenant-id: contoso.com }\n');
  const administrator = { roles: ['Cloud Application Administrator'] } as const;
  const made = await setup(tenant, folder, ['--terminal', '--yes', '--json'], { administrator });
  expect(made.code).toBe(0);
  for (const text of [made.stdout, made.stderr]) expect(text).not.toContain(PASSWORD);
  const appId = textIn(await madeApplication(tenant), 'appId');
  expect(parseJson(made.stdout)).toMatchObject({
    ok: true,
    kept: ['mailbox-report.yml'],
    made: expect.arrayContaining([{ text: expect.stringContaining('certificate'), link: expect.any(String) }]),
    left: [{ text: expect.stringContaining('consent'), link: expect.stringContaining(appId) }],
    recorded: parseJson(readFileSync(path.join(folder, 'mailbox-report-setup.json'), 'utf8')),
    checks: expect.arrayContaining([expect.objectContaining({ check: 'token', outcome: 'ok' })]),
  });

  const undone = await setup(tenant, folder, ['--undo', '--yes', '--json']);
  expect(parseJson(undone.stdout)).toMatchObject({
    ok: true,
    removed: expect.arrayContaining([expect.stringContaining(appId), 'file mailbox-report.pfx']),
  });

  const refused = await setup(tenant, folder, ['--terminal', '--yes', '--json', '--adopt', 'other']);
  expect(refused.code).toBe(2);
  expect(parseJson(refused.stdout)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID' } });
});

test('does not advise to remove what derived reports need', async () => {
  const tenant = await newTenant();
  const reports = ['--report', 'mailbox-settings', 'calendar-permissions', 'access'];
  const run = await setup(tenant, newFolder(), ['--terminal', '--yes', ...reports]);
  expect(run.stdout).toMatch(/^ok +roles .*GroupMember\.Read\.All/m);
});
