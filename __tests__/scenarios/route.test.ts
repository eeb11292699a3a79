import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { endpointLines } from '../../tenant/endpoints.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { runProgram, type ProgramRun } from '../cli/command-line.ts';
import { newFolder } from '../support/new-folder.ts';
import { scenarios } from '../support/scenario.ts';

const { credential, newTenant } = scenarios();
const USUAL: TenantOptions = {
  mailboxes: 4,
  habits: { ...FRIENDLY, kinds: [], forwarding: 0, initialAddresses: 0, rulesOutside: 0 },
  roles: ['MailboxSettings.Read', 'GroupMember.Read.All'],
};

/** Asks the services now. */
function route(tenant: Tenant, ...args: readonly string[]): Promise<ProgramRun> {
  const folder = newFolder();
  const { pfx, password } = credential();
  writeFileSync(path.join(folder, 'report.pfx'), Buffer.from(pfx, 'base64'));
  const set = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'report.pfx'];
  const env = { MAILBOX_REPORT_PFX_PASSWORD: password };
  return runProgram(['route', ...args, ...set, '--endpoints', endpointLines(tenant)], env, folder);
}

test('reads Exchange Online and the inbox rules of the owner now, and leaves no file', async () => {
  const tenant = await newTenant(USUAL);
  const [first = '', second = ''] = tenant.addresses;
  tenant.editExchange(first, { ForwardingSmtpAddress: `smtp:${second}`, DeliverToMailboxAndForward: true });
  const forwardTo = [{ emailAddress: { name: 'Out', address: 'out@fabrikam.com' } }];
  const rule = { id: 'AQ', displayName: 'Out', sequence: 1, isEnabled: true, hasError: false, isReadOnly: false };
  tenant.setRules(first, [{ ...rule, conditions: {}, actions: { forwardTo } }]);
  const [{ TMPDIR: before }, folder] = [process.env, newFolder()];
  process.env.TMPDIR = folder;
  const { code, stdout } = await route(tenant, first);
  if (before === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = before;
  expect(code).toBe(0);
  expect(stdout).toContain(`\n  ${first} forwards to ${second} and keeps a copy.\n`);
  expect(stdout).toContain(`\n  Mail to ${first} ends at `);
  expect(stdout).toContain('\n  Possible: The inbox rule "Out" forwards mail');
  expect(readdirSync(folder)).toEqual([]);
  expect(await route(tenant, 'nobody@nowhere.example')).toMatchObject({ code: 2, stdout: '' });
});

test('without permissions for rules and groups, they are not known, which is said once', async () => {
  const tenant = await newTenant({
    ...USUAL,
    roles: [],
    groups: [{ name: 'Team', kind: 'distribution', members: [1] }],
  });
  const [first = ''] = tenant.addresses;
  const person = await route(tenant, first);
  expect(person.code).toBe(0);
  expect(person.stderr.match(/inbox rules/g)).toHaveLength(1);
  expect(person.stdout).not.toContain('Possible');
  const team = await route(tenant, 'team@contoso.com');
  expect(team.stdout).toMatch(/Where mail to team@contoso\.com ends is not known|and perhaps elsewhere/);
});

test('if Exchange Online refuses the addresses, prints none', async () => {
  const tenant = await newTenant({ ...USUAL, exchange: { lackedCmdlets: ['Get-Recipient'] } });
  const { code, stdout, stderr } = await route(tenant, tenant.addresses[0] ?? '');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain('Get-Recipient');
});
