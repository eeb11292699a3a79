import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { endpointLines } from '../../tenant/endpoints.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { ISSUER_OF_GITHUB } from '../../tenant/oidc.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { now, setTime } from '../fixed-time.ts';
import type { Recorder, StepRun } from '../recorder.ts';
import type { Story } from '../story.ts';

const REPOSITORY = ['--repository', 'contoso/mailboxes'];
const SCOPES = [
  'Application.ReadWrite.All',
  'AppRoleAssignment.ReadWrite.All',
  'RoleManagement.ReadWrite.Directory',
  'User.Read',
];

/** A tenant without any set-up but the application that it has from the start. */
async function newTenant(recorder: Recorder, options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({
    mailboxes: 8,
    clock: now,
    habits: { ...FRIENDLY, kinds: [['shared', 10]] },
    oidc: { issuer: ISSUER_OF_GITHUB },
    ...options,
  });
  recorder.replaceOriginsOf(tenant);
  return tenant;
}

async function make(recorder: Recorder): Promise<void> {
  setTime('2026-11-02T06:00:00Z');
  await inRepository(recorder);
  await atTerminal(recorder);
  await withFewRights(recorder);
  await certificate(recorder);
}

/** Runs `setup` in a folder, signed in by a token of the administrator. */
async function setup(
  recorder: Recorder,
  tenant: Tenant,
  name: string,
  {
    args,
    folder,
    roles,
  }: {
    readonly args: readonly string[];
    readonly folder: string;
    readonly roles?: readonly ['Cloud Application Administrator'];
  },
): Promise<StepRun> {
  const usual = ['--endpoints', ...endpointLines(tenant).split('\n'), '--access-token-env', 'ADMIN_TOKEN'];
  return recorder.command(`setup/${name}`, {
    folder,
    args: ['setup', ...usual, '--tenant-id', tenant.tenantId, ...args],
    env: {
      ADMIN_TOKEN: await tenant.administratorToken({ scopes: SCOPES, ...(roles && { roles }) }),
      MAILBOX_REPORT_PFX_PASSWORD: 'the password of the new PFX',
      GITHUB_API_URL: tenant.githubUrl,
      GH_TOKEN: tenant.githubAccountToken,
    },
  });
}

async function inRepository(recorder: Recorder): Promise<void> {
  const tenant = await newTenant(recorder);
  const folder = await recorder.newFolder();
  const run = (name: string, args: readonly string[]): Promise<StepRun> =>
    setup(recorder, tenant, name, { folder, args });
  const reports = ['--report', 'mailbox-settings', 'inbox-rules', 'mailbox-properties', 'access'];
  try {
    await run('plan', [...REPOSITORY, '--dry-run']);
    await run('print', [...REPOSITORY, '--print', ...reports]);
    await run('unconfirmed', REPOSITORY);
    await run('make', [...REPOSITORY, '--yes']);
    await run('make-again', [...REPOSITORY, '--yes']);
    await run('make-more', [...REPOSITORY, '--yes', ...reports]);
    await recorder.text('setup/variables.json', `${JSON.stringify(tenant.variables(), undefined, 2)}\n`);
    await run('undo-plan', ['--undo', '--dry-run']);
    await run('undo', ['--undo', '--yes']);
    await run('undo-again', ['--undo', '--yes']);
  } finally {
    await tenant.close();
  }
}

async function atTerminal(recorder: Recorder): Promise<void> {
  const tenant = await newTenant(recorder);
  const folder = await recorder.newFolder();
  const run = (name: string, args: readonly string[]): Promise<StepRun> =>
    setup(recorder, tenant, name, { folder, args });
  try {
    await run('terminal-plan', ['--terminal', '--dry-run']);
    await run('terminal-print', ['--terminal', '--print']);
    await run('terminal-make', ['--terminal', '--yes']);
    await run('terminal-make-again', ['--terminal', '--yes']);
    await run('terminal-undo', ['--undo', '--yes']);
    await run('incident-print', ['--incident', '--print']);
    await run('incident-make', ['--incident', '--yes']);
    await run('incident-undo', ['--undo', '--incident', '--yes']);
  } finally {
    await tenant.close();
  }
}

/** An administrator who cannot consent, and a public repository. */
async function withFewRights(recorder: Recorder): Promise<void> {
  const tenant = await newTenant(recorder, { repository: { visibility: 'public' } });
  const folder = await recorder.newFolder();
  const roles = ['Cloud Application Administrator'] as const;
  try {
    await setup(recorder, tenant, 'public', { folder, args: [...REPOSITORY, '--yes'] });
    const args = [...REPOSITORY, '--yes', '--allow-public'];
    await setup(recorder, tenant, 'without-consent', { folder, args, roles });
  } finally {
    await tenant.close();
  }
}

async function certificate(recorder: Recorder): Promise<void> {
  const args = ['certificate', '--bits', '2048', '--password-file', '--not-after', '2027-01-31'];
  const { folder } = await recorder.command('setup/certificate', { args });
  const password = await readFile(path.join(folder, 'mailbox-report.password.txt'), 'utf8');
  const ids = ['--tenant-id', 'contoso.com', '--client-id', 'b8e2d7c4-13a5-4f60-8d9b-2c7e5a914f33'];
  const report = ['report', 'adele@contoso.com', ...ids, '--pfx', 'mailbox-report.pfx', '--output-directory', 'out'];
  const use = (name: string, at: string, key: string): Promise<StepRun> =>
    recorder.command(`setup/${name}`, { at, args: report, folder, env: { MAILBOX_REPORT_PFX_PASSWORD: key } });
  await use('certificate-wrong-password', '2026-11-02T06:00:00Z', 'wrong');
  await use('certificate-expired', '2027-03-01T06:00:00Z', password);
  await use('certificate-not-yet-valid', '2026-10-01T06:00:00Z', password);
  await recorder.command('setup/record-damaged', {
    args: ['setup', '--undo', '--yes', ...ids.slice(0, 2)],
    files: { 'mailbox-report-setup.json': '{' },
  });
  setTime('2026-11-02T06:00:00Z');
  await recorder.command('setup/certificate-json', { args: [...args, '--name', 'Other', '--json'] });
  await recorder.command('setup/certificate-too-late', { args: ['certificate', '--not-after', '2020-01-31'] });
}

export const setups: Story = {
  name: 'setup',
  runs: {
    plan: 'setup',
    print: 'setup',
    unconfirmed: 'setup',
    make: 'setup',
    'make-again': 'setup',
    'make-more': 'setup',
    'undo-plan': 'setup',
    undo: 'setup',
    'undo-again': 'setup',
    'terminal-plan': 'setup',
    'terminal-print': 'setup',
    'terminal-make': 'setup',
    'terminal-make-again': 'setup',
    'terminal-undo': 'setup',
    'incident-print': 'setup',
    'incident-make': 'setup',
    'incident-undo': 'setup',
    public: 'setup',
    'without-consent': 'setup',
    certificate: 'certificate',
    'certificate-wrong-password': 'report',
    'certificate-expired': 'report',
    'certificate-not-yet-valid': 'report',
    'record-damaged': 'setup',
    'certificate-json': 'certificate',
    'certificate-too-late': 'certificate',
  },
  codes: ['SETUP_REFUSED', 'SETUP_RECORD', 'BAD_PASSWORD', 'EXPIRED', 'NOT_YET_VALID'],
  make,
};
