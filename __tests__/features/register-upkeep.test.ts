import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';

const { newTenant, run } = inProcessScenarios({ 'fail-on': 'never', 'artifact-name': '' });

const POLICY = `register: grants.csv
rules:
  - { id: registered, report: mailbox-permissions, severity: warning, expect: { Registered: { enum: ['yes', due] } } }
`;

test('a run says which lines of a register no longer occur, and the page has what the others say of each right', async () => {
  const tenant = await newTenant({ mailboxes: 12, exchange: { directoryRoles: ['Exchange Administrator'] } });
  const [mailbox = '', second = '', a = '', b = ''] = mailboxesOf(tenant);
  const sid = (person: string): string => tenant.account(person)?.sid ?? '';
  for (const address of mailboxesOf(tenant)) setRights(tenant, address);
  setRights(tenant, mailbox, [grantTo(tenant, a, 'FullAccess'), grantTo(tenant, b, 'FullAccess')]);
  const register = [
    'MailboxName,Trustee,TrusteeId,Right,Reason,Owner,Until',
    `${mailbox},${a},${sid(a)},FullAccess,Holidays <b>,ceo@contoso.com,2099-12-31`,
    `${second},${b},${sid(b)},SendAs,Left the team,ceo@contoso.com,`,
    // Calendars are not read, nor is this mailbox.
    `${second},${b},,Calendar: write,,,`,
    `elsewhere@contoso.com,${b},${sid(b)},SendAs,,,`,
    `*,${b},${sid(b)},SendOnBehalf,,,`,
  ].join('\n');
  const { errors, warnings, summary, outputs } = await run(tenant, {
    files: { 'list.txt': [mailbox, second].join('\n'), 'policy.yml': POLICY, 'grants.csv': register },
    inputs: { mailboxes: 'list.txt', report: 'mailbox-permissions', policy: 'policy.yml', formats: 'csv,html' },
  });
  expect(errors).toEqual([]);
  const gone = warnings.map(({ message }) => message).filter((message) => message.includes('no longer'));
  expect(gone).toEqual([expect.stringContaining('2 lines of the register no longer occur: grants.csv, lines 3, 6.')]);
  expect(summary).toContain('Rights in the register that no longer occur: 2');
  expect(summary).toContain('Left the team');
  const page = await readFile(path.join(outputs['output-directory'] ?? '', 'report.html'), 'utf8');
  expect(page).toContain('Rights in the register that no longer occur');
  expect(page).toContain('"viewColumns":["State","Reason","Owner","Until","Basis"]');
});
