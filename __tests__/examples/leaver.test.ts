import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { everyone } from '../support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { newFolder } from '../support/new-folder.ts';
import { remediations, statuses } from '../support/remediation-run.ts';
import { runScript, scriptOf, scriptsOf, writeNpx, type ScriptResult } from './step-script.ts';

const { run, apply, newTenant } = remediations('');
const root = newFolder();
const REPLY = 'I have left. \t Please write to "info@contoso.com". ';

/** The environment of a job with an OIDC token. */
function jobOf(tenant: Tenant, person: string): Readonly<Record<string, string>> {
  return {
    TENANT_ID: tenant.tenantId,
    CLIENT_ID: tenant.clientId,
    ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    PERSON: person,
    REPLY,
  };
}

function runIn(home: string, script: string, env: Readonly<Record<string, string>>): Promise<ScriptResult> {
  return runScript(`cd '${home}'\n${script}`, { home, env });
}

test('the example for people who leave plans and applies all that its policy says, and lists what remains', async () => {
  const [script = '', ofApply = ''] = scriptsOf('leaver', 'Write the policy');
  const writes = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite'];
  const roles = [...writes, 'User.Read.All', 'GroupMember.Read.All', 'Application.Read.All'];
  const subject = 'repo:contoso/mailboxes:ref:refs/heads/main';
  const tenant = await newTenant({ roles, federatedCredentials: [{ subject }], oidc: { subject } });
  const [person = '', mailbox = ''] = mailboxesOf(tenant);
  for (const address of tenant.addresses) {
    const isBlocked = tenant.expected(address).status !== 'ok';
    if (isBlocked && 'ImapEnabled' in tenant.exchangeProperties(address)) tenant.identities.remove(address);
  }
  for (const address of mailboxesOf(tenant)) {
    setRights(tenant, address);
    tenant.setCalendarPermissions(address, [everyone('none')]);
    tenant.setRules(address, []);
    tenant.editExchange(address, { ForwardingAddress: null, ForwardingSmtpAddress: null });
  }
  setRights(tenant, mailbox, [grantTo(tenant, person, 'FullAccess')]);
  tenant.editExchange(person, { ForwardingSmtpAddress: 'smtp:me@fabrikam.com' });

  const home = mkdtempSync(path.join(root, 'home-'));
  writeNpx(home, tenant);
  const output = path.join(home, 'output');
  const job = jobOf(tenant, ` ${person.toUpperCase()}`);
  const written = await runIn(home, script, { ...job, GITHUB_OUTPUT: output });
  expect(written).toMatchObject({ code: 0, stdout: expect.stringContaining(`${mailbox}  FullAccess`) });
  const policy = readFileSync(path.join(home, 'leaver.yml'), 'utf8');
  const passed = readFileSync(output, 'utf8').replace(/^policy=(.*)\n$/, '$1');
  await runIn(home, ofApply, { POLICY: passed });
  expect(readFileSync(path.join(home, 'leaver.yml'), 'utf8')).toBe(policy);

  const used = { files: { 'policy.yml': policy }, inputs: { mailboxes: 'all' } };
  const plan = await run(tenant, used);
  expect(new Set(plan.planned.map(({ Rule }) => Rule))).toEqual(
    new Set(['leaver-rights', 'leaver-forwarding', 'leaver-reply']),
  );
  expect(new Set(statuses(await apply(tenant, plan, used)))).toEqual(new Set(['applied']));
  expect(tenant.grants(mailbox)).toEqual([]);
  expect(tenant.exchangeProperties(person)).toMatchObject({ ForwardingSmtpAddress: null });
  expect(JSON.stringify(tenant.expected(person).settings)).toContain('alwaysEnabled');

  const checked = await runIn(home, scriptOf('leaver', 'List what the person still has'), job);
  expect(checked.code).toBe(0);
  expect(checked.stdout).not.toContain('remediate takes away');
});

test('the example for people who leave fails if nobody is found', async () => {
  const [script = ''] = scriptsOf('leaver', 'Write the policy');
  const subject = 'repo:contoso/mailboxes:ref:refs/heads/main';
  const tenant = await newTenant({ federatedCredentials: [{ subject }], oidc: { subject } });
  const home = mkdtempSync(path.join(root, 'home-'));
  writeNpx(home, tenant);
  const output = path.join(home, 'output');
  const result = await runIn(home, script, { ...jobOf(tenant, 'nobody@contoso.com'), GITHUB_OUTPUT: output });
  expect({ code: result.code, isWritten: existsSync(output) }).toEqual({ code: 1, isWritten: false });
});
