import { execFile } from 'node:child_process';
import { appendFileSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { endpointLines } from '../../tenant/endpoints.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { ISSUER_OF_GITHUB } from '../../tenant/oidc.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { checkout, stepInputs, WORKFLOW } from '../cli/commands/setup/left-behind.ts';
import { planOf, setup } from '../cli/commands/setup/setup-run.ts';
import { UPLOADED } from '../support/action-run.ts';
import { codeBlocks } from '../docs/markdown.ts';
import { textOf } from '../docs/repository.ts';
import { pathWith } from '../support/installed-programs.ts';
import { newFolder } from '../support/new-folder.ts';
import { scenarios } from '../support/scenario.ts';

const { newTenant, run } = scenarios();

const REPOSITORY = ['--repository', 'contoso/mailboxes'];
const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';
/** Mailboxes that can all be read. */
const READABLE: TenantOptions = {
  mailboxes: 30,
  habits: { ...FRIENDLY, kinds: [['shared', 10]] },
  oidc: { issuer: ISSUER_OF_GITHUB },
};

test('sets up a workflow whose first run passes, and changes nothing the second time', async () => {
  const tenant = await newTenant(READABLE);
  const folder = newFolder();
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(planOf(made)).toEqual([
    'application Mailbox Report',
    'permission MailboxSettings.Read (reads settings and rules of every mailbox, no mail)',
    'permission User.Read.All (reads the profiles of all users)',
    'service principal (enterprise application)',
    'admin consent',
    `federated credential ${SUBJECT}, issuer ${ISSUER_OF_GITHUB}`,
    'variables TENANT_ID, CLIENT_ID in contoso/mailboxes',
    `file ${WORKFLOW}`,
    'file mailbox-report.yml (what was chosen)',
    'file policy.yml (starter rules for the chosen reports, as warnings)',
  ]);
  expect(made.stdout).toContain(`git add ${WORKFLOW} mailbox-report.yml policy.yml mailbox-report-setup.json`);
  const [block] = codeBlocks(textOf('README.md'), 'yaml').filter((text) => text.startsWith('mailboxes: all'));
  expect(readFileSync(path.join(folder, 'mailbox-report.yml'), 'utf8').replaceAll(/^#.*\n/gm, '')).toBe(block);
  expect(made.stdout).toContain('gh workflow run mailbox-report.yml --repo contoso/mailboxes');
  expect(made.stdout).toMatch(new RegExp(`^ok +oidc +.*\n +Subject: +${SUBJECT}$`, 'm'));

  const again = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(planOf(again)).toEqual([]);

  const result = await run(tenant, jobOf(tenant, folder));
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'unreadable-count': '0' } });
  expect(Number(result.outputs['read-count'])).toBeGreaterThanOrEqual(30);
});

// Every tenant has one: its licence was taken away, or the application may not open it.
test('the first run passes although one of 40 mailboxes cannot be read', async () => {
  const tenant = await newTenant({
    ...READABLE,
    mailboxes: 40,
    seed: 4,
    habits: { ...FRIENDLY, kinds: [['blocked', 3]] },
  });
  const folder = newFolder();
  await setup(tenant, folder, [...REPOSITORY, '--yes']);
  const { code, outputs } = await run(tenant, jobOf(tenant, folder));
  expect({ code, ...outputs }).toMatchObject({
    code: 0,
    result: 'pass',
    'mailbox-count': '40',
    'read-count': '39',
    'unreadable-count': '1',
  });
});

// As a new user starts: in a clone, with the accounts of az and gh.
test('from a clean clone, the program and one run end with a report, while changes are replicated', async () => {
  const replication = { application: { requests: 1 }, principal: { requests: 1 }, consent: { requests: 1 } };
  const tenant = await newTenant({ ...READABLE, certificates: [], registrations: { replication } });
  const folder = await clone();
  const az = { tenantId: tenant.tenantId, token: await tenant.administratorToken() };
  const PATH = pathWith({ az, gh: { token: tenant.githubAccountToken } });
  expect(await runProcess(tenant, folder, [], { PATH })).toContain('done  Set variables TENANT_ID, CLIENT_ID');
  const result = await run(tenant, jobOf(tenant, folder));
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'unreadable-count': '0' } });
});

test('a report of Exchange Online runs with the directory role that setup assigned', async () => {
  const tenant = await newTenant({ ...READABLE, certificates: [] });
  const folder = newFolder();
  const scopes = ['Application.ReadWrite.All', 'AppRoleAssignment.ReadWrite.All', 'RoleManagement.ReadWrite.Directory'];
  const args = [...REPOSITORY, '--yes', '--report', 'client-access'];
  await setup(tenant, folder, args, { administrator: { scopes: [...scopes, 'User.Read'] } });
  const result = await run(tenant, jobOf(tenant, folder));
  expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
  expect(result.rowsOf('client-access')).toHaveLength(30);
});

test('with --gate, present violations pass and new ones fail the step', async () => {
  const habits = { ...FRIENDLY, kinds: [['blocked', 3]], rulesOutside: 0.3 } as const;
  const tenant = await newTenant({ ...READABLE, mailboxes: 40, seed: 4, habits });
  const folder = newFolder();
  await setup(tenant, folder, [...REPOSITORY, '--yes']);
  const early = await setup(tenant, folder, [...REPOSITORY, '--yes', '--gate']);
  expect(early).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/REPORT_UNREADABLE: .*\n.*run setup --gate again/),
  });

  const night = async () => {
    const { env, runtimeToken } = await tenant.startRun({ conclusion: 'success' });
    const job = jobOf(tenant, folder);
    const inputs = { ...job.inputs, ...UPLOADED };
    return run({ ...tenant, runtimeToken }, { ...job, inputs, env: { ...env, ...job.env } });
  };
  const first = await night();
  expect(first).toMatchObject({ code: 0, outputs: { result: 'pass' } });

  const before = checkout(folder);
  const gate = ['--gate', 'no-external-forwarding'];
  const planned = await setup(tenant, folder, [...REPOSITORY, '--dry-run', ...gate]);
  expect(checkout(folder)).toEqual(before);
  expect(planned.stdout).toContain('\n      -     severity: warning\n      +     severity: error\n');
  const gated = await setup(tenant, folder, [...REPOSITORY, '--yes', ...gate]);
  expect(planOf(gated)).toEqual([
    'file mailbox-report.yml (what was chosen), as setup wrote it before',
    'file policy.yml (of severity error: no-external-forwarding), as setup wrote it before',
    expect.stringMatching(/^file baseline\.csv \(\d+ violations of run #1 of \d{4}-\d\d-\d\d\)$/),
  ]);
  expect(gated.stdout).toMatch(/^1 of 40 mailboxes could not be read in run #1 .*"max-unreadable: 1"/m);
  appendFileSync(path.join(folder, 'mailbox-report.yml'), 'max-unreadable: 1 # the box of the reception\n');
  expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes']))).toEqual([]);
  expect(await night()).toMatchObject({ code: 0, outputs: { result: 'pass', 'violation-count': '0' } });

  const actions = { forwardTo: [{ emailAddress: { name: 'Eve', address: 'eve@evil.example' } }] };
  tenant.setRules(tenant.addresses.at(-1) ?? '', [
    {
      id: 'AQAAAJ5dZqA=',
      displayName: 'Copy',
      sequence: 1,
      isEnabled: true,
      isReadOnly: false,
      hasError: false,
      actions,
    },
  ]);
  expect(await night()).toMatchObject({ code: 1, outputs: { result: 'violations', 'violation-count': '1' } });
  // What has failed is not accepted because another rule is gated.
  await setup(tenant, folder, [...REPOSITORY, '--yes', '--gate', 'no-external-forwarding,hides-mail']);
  expect(checkout(folder)['baseline.csv']).not.toContain('eve@evil.example');
  expect(await night()).toMatchObject({ code: 1, outputs: { 'violation-count': '1' } });

  await setup(tenant, folder, ['--undo', '--yes']);
  expect(Object.keys(checkout(folder)).sort()).toEqual(['mailbox-report-setup.json', 'mailbox-report.yml']);
});

const execute = promisify(execFile);

/** A clone of the repository. */
async function clone(): Promise<string> {
  const folder = newFolder();
  await execute('git', ['init', '--quiet', folder]);
  await execute('git', ['-C', folder, 'remote', 'add', 'origin', 'git@github.com:contoso/mailboxes.git']);
  return folder;
}

/** Runs setup as a process in a folder. Returns what it prints. */
async function runProcess(
  tenant: Tenant,
  folder: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<string> {
  const program = [path.join(import.meta.dirname, '../../src/cli/main.ts'), 'setup'];
  const usual = ['--yes', '--tenant-id', tenant.tenantId, '--endpoints', ...endpointLines(tenant).split('\n')];
  const { stdout } = await execute(process.execPath, [...program, ...usual, ...args], {
    cwd: folder,
    env: { NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, GITHUB_API_URL: tenant.githubUrl, ...env },
  });
  return stdout;
}

function jobOf(tenant: Tenant, folder: string) {
  return {
    files: checkout(folder),
    inputs: { pfx: '', 'pfx-password': '', ...stepInputs(tenant, folder) },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    },
  };
}
