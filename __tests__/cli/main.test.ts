import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { endpointLines } from '../../tenant/endpoints.ts';
import { newFolder } from '../support/new-folder.ts';
import { describeOnPosix, describeWithFullDisk } from '../support/platform.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { scenarios } from '../support/scenario.ts';

const { credential, newTenant } = scenarios();
const ROOT = path.resolve(import.meta.dirname, '../..');

test('finds files in the folder in which npm was called', () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'list.txt'), 'a@contoso.com\n');
  // What `npm --prefix ROOT run cli -- validate --mailboxes list.txt` does.
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/cli/main.ts'), 'validate', '--mailboxes', 'list.txt'],
    { cwd: ROOT, env: { ...process.env, INIT_CWD: folder, npm_package_name: 'mailbox-report' }, encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'valid: 1 mailbox, 0 reports; 0 errors, 0 warnings\n' });
});

describeWithFullDisk('a full disk behind standard output', () => {
  test('fails', () => {
    const full = openSync('/dev/full', 'w');
    const args = [path.join(ROOT, 'src/cli/main.ts'), 'report', '--help'];
    const { status, stderr } = spawnSync(process.execPath, args, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    closeSync(full);
    expect(status).toBe(1);
    expect(stderr).toBe('error: OUTPUT_UNWRITABLE: Standard output cannot be written: the disk is full.\n');
    // A reader that needs only the first lines.
    const early = spawnSync('sh', ['-c', `"${process.execPath}" "${args[0]}" report --help | head -n 1`]);
    expect([early.status, early.stderr.toString()]).toEqual([0, '']);
  });
});

// Windows ends a process without telling it.
describeOnPosix('Ctrl+C', () => {
  test('writes what was read, and exits with 130', async () => {
    const tenant = await newTenant({ mailboxes: 60, latency: { batch: 400 } });
    const folder = newFolder();
    writeFileSync(path.join(folder, 'app.pfx'), Buffer.from(credential().pfx, 'base64'));
    writeFileSync(path.join(folder, 'list.txt'), tenant.addresses.join('\n'));
    const args = ['report', '--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'app.pfx'];
    const options = ['--endpoints', endpointLines(tenant), '--mailboxes', 'list.txt', '--formats', 'csv'];
    const child = spawn(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), ...args, ...options], {
      cwd: folder,
      env: { PATH: process.env.PATH, MAILBOX_REPORT_PFX_PASSWORD: credential().password },
      stdio: 'ignore',
    });
    const ended = once(child, 'exit');
    while (tenant.counts.items === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    const rows = parsedCsv(readFileSync(path.join(folder, 'mailbox-report/mailbox-settings.csv'), 'utf8'));
    expect(rows).toHaveLength(60);
    expect(rows.map(({ Status }) => Status)).toContain('cancelled');
  });

  const SIGNING_IN: [string, string[], string][] = [
    ['remediate plan', ['remediate', 'plan', '--policy', 'policy.yml'], 'error: CANCELLED: The run was cancelled.'],
    ['doctor', ['doctor'], 'Stopped: doctor changes nothing.'],
  ];
  test.each(SIGNING_IN)('says what it means while %s signs in', async (_name, args, says) => {
    const tenant = await newTenant({ mailboxes: 3, latency: { token: 5_000 } });
    const folder = newFolder();
    writeFileSync(path.join(folder, 'app.pfx'), Buffer.from(credential().pfx, 'base64'));
    writeFileSync(path.join(folder, 'list.txt'), tenant.addresses.join('\n'));
    const rule = '{ id: utc, expect: { TimeZone: { const: UTC } }, set: { timeZone: UTC } }';
    writeFileSync(path.join(folder, 'policy.yml'), `rules: [${rule}]\n`);
    const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'app.pfx'];
    const options = [...signIn, '--endpoints', endpointLines(tenant), '--mailboxes', 'list.txt'];
    const child = spawn(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), ...args, ...options], {
      cwd: folder,
      env: { PATH: process.env.PATH, MAILBOX_REPORT_PFX_PASSWORD: credential().password },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = once(child, 'close');
    while (tenant.counts.tokens === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGINT');
    expect(await ended).toEqual([130, null]);
    expect(stderr).toContain(says);
    expect(stderr).not.toContain('bug');
  });
});
