import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { isRecord, parseJson } from '../../src/json.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import { newCredential } from '../support/credential.ts';
import { scenarios } from '../support/scenario.ts';
import { runProgram, type ProgramRun } from './program-run.ts';

const { credential, newTenant } = scenarios();
const home = mkdtempSync(path.join(tmpdir(), 'doctor-'));
const pfx = path.join(home, 'report.pfx');

beforeAll(() => {
  writeFileSync(pfx, Buffer.from(credential().pfx, 'base64'));
});
afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

async function doctor(
  tenant: Tenant,
  more: readonly string[] = ['--mailbox', tenant.addresses[0] ?? ''],
  password = credential().password,
): Promise<ProgramRun> {
  const set = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', pfx];
  const hosts = ['--authority-host', tenant.authorityHost, '--graph-url', tenant.graphUrl];
  const run = await runProgram(['doctor', ...set, ...hosts, ...more], { MAILBOX_REPORT_PFX_PASSWORD: password });
  expect([run.stdout, run.stderr].some((text) => text.includes(password))).toBe(false);
  return run;
}

/** Outcome and name of each check. */
function checks({ stdout }: ProgramRun): string[] {
  return [...stdout.matchAll(/^(ok|warning|failed) +(\w+) /gm)].map(([, outcome, check]) => `${outcome} ${check}`);
}

const GOOD = ['ok pfx', 'ok dates', 'ok token', 'ok roles', 'ok mailbox'];

test('a good set-up is found good', async () => {
  const run = await doctor(await newTenant());
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(checks(run)).toEqual(GOOD);
  expect(run.stdout).toContain(credential().thumbprint);
});

test('a list stands for its first mailbox', async () => {
  const tenant = await newTenant();
  const list = path.join(home, 'list.txt');
  writeFileSync(list, tenant.addresses.join('\n'));
  const run = await doctor(tenant, ['--list', list]);
  expect(run.code).toBe(0);
  expect(run.stdout).toContain(`The list holds ${tenant.addresses.length} addresses`);
});

test('a missing role is named, and the mailbox is denied', async () => {
  const run = await doctor(await newTenant({ roles: [] }));
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual([...GOOD.slice(0, 3), 'warning roles', 'failed mailbox']);
  expect(run.stdout).toMatch(/MailboxSettings\.Read\b[^]*admin consent/);
});

test('roles that no report needs are warned of', async () => {
  const run = await doctor(await newTenant({ roles: ['MailboxSettings.Read', 'Mail.ReadWrite'] }));
  expect(run.code).toBe(0);
  expect(checks(run)).toEqual([...GOOD.slice(0, 3), 'warning roles', 'ok mailbox']);
  expect(run.stdout).toContain('it also has Mail.ReadWrite');
});

test('a wrong password ends it before anything is sent', async () => {
  const tenant = await newTenant();
  const run = await doctor(tenant, undefined, 'this is another one');
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual(['failed pfx']);
  expect(run.stdout).toContain('BAD_PASSWORD');
  expect(tenant.counts.tokens).toBe(0);
});

test('a certificate that the application does not know is named', async () => {
  const other = await newCredential();
  const run = await doctor(await newTenant({ certificates: [other.certificate] }));
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual(['ok pfx', 'ok dates', 'failed token']);
  expect(run.stdout).toContain('AADSTS700027');
});

test('an unknown mailbox is told from a denied one', async () => {
  const run = await doctor(await newTenant(), ['--mailbox', 'nobody.at.all@contoso.com']);
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual([...GOOD.slice(0, 4), 'failed mailbox']);
  expect(run.stdout).toContain('not-found');
});

test('--json says the same', async () => {
  const run = await doctor(await newTenant(), ['--mailbox', 'nobody.at.all@contoso.com', '--json']);
  const found = parseJson(run.stdout);
  expect(run.code).toBe(1);
  expect(isRecord(found) && found.ok).toBe(false);
  expect(found).toMatchObject({
    checks: [...GOOD.slice(0, 4).map((good) => ({ outcome: 'ok', check: good.slice(3) })), { code: 'not-found' }],
  });
});
