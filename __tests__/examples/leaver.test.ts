import { mkdtempSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { newFolder } from '../support/new-folder.ts';
import { remediations } from '../support/remediation-run.ts';
import { runScript, scriptsOf } from './step-script.ts';

const { run, apply, newTenant } = remediations('');
const root = newFolder();
const REPLY = 'I have left. Please write to "info@contoso.com".';

test('the example for people who leave plans and applies all that their policy says, in both jobs', async () => {
  const [script = '', ofApply = ''] = scriptsOf('leaver', 'Write the policy');
  const roles = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', 'User.Read.All'];
  const tenant = await newTenant({ roles });
  const [person = '', mailbox = ''] = mailboxesOf(tenant);
  for (const address of mailboxesOf(tenant)) {
    setRights(tenant, address);
    tenant.setCalendarPermissions(address, []);
  }
  setRights(tenant, mailbox, [grantTo(tenant, person, 'FullAccess')]);
  tenant.editExchange(person, { ForwardingSmtpAddress: 'smtp:me@fabrikam.com' });

  const home = mkdtempSync(path.join(root, 'home-'));
  // Exchange may write the address in another case.
  const output = path.join(home, 'output');
  const env = { PERSON: person.toUpperCase(), REPLY, GITHUB_OUTPUT: output };
  const written = await runScript(`process.chdir(${JSON.stringify(home)});\n${script}`, { home, env, shell: 'node' });
  expect(written.code).toBe(0);
  const policy = readFileSync(path.join(home, 'leaver.yml'), 'utf8');
  const passed = readFileSync(output, 'utf8').replace(/^policy=(.*)\n$/, '$1');
  await runScript(`cd '${home}'\n${ofApply}`, { home, env: { POLICY: passed } });
  expect(readFileSync(path.join(home, 'leaver.yml'), 'utf8')).toBe(policy);
  const files = { 'policy.yml': policy, 'list.txt': `${person}\n${mailbox}` };
  const plan = await run(tenant, { files });
  expect(new Set(plan.planned.map(({ Rule }) => Rule))).toEqual(new Set(['rights', 'forwarding', 'reply']));
  const applied = await apply(tenant, plan, { files });
  expect(new Set(applied.applied.map(({ Status }) => Status))).toEqual(new Set(['applied']));
  expect(tenant.grants(mailbox)).toEqual([]);
  expect(tenant.exchangeProperties(person)).toMatchObject({ ForwardingSmtpAddress: null });
  expect(JSON.stringify(tenant.expected(person).settings)).toContain('alwaysEnabled');
});

test('the example for people who leave refuses what is no address', async () => {
  const [script = ''] = scriptsOf('leaver', 'Write the policy');
  const home = mkdtempSync(path.join(root, 'home-'));
  expect((await runScript(script, { home, env: { PERSON: 'adele', REPLY }, shell: 'node' })).code).not.toBe(0);
});
