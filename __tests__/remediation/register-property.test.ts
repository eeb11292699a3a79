import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { updateRegister } from '../../src/cli/commands/register/change.ts';
import { quietTerminal } from '../cli/quiet-terminal.ts';
import { textOf } from '../docs/repository.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { newFolder } from '../support/new-folder.ts';
import { remediations } from '../support/remediation-run.ts';

const POLICY = textOf('examples/policies/registered-rights.yml');
const { run, newTenant } = remediations(POLICY);
const { run: report } = inProcessScenarios({ 'fail-on': 'never', 'artifact-name': '', 'max-unreadable': '100%' });

const ROLES = [
  'MailboxSettings.ReadWrite',
  'Calendars.ReadWrite',
  'User.Read.All',
  'GroupMember.Read.All',
  'Mail.ReadBasic.All',
];
const GROUPS = ['Assistants', 'Board'];
const RIGHTS = ['mailbox-permissions', 'calendar-permissions'];
const REPORTS = [RIGHTS, [...RIGHTS, 'access'], [...RIGHTS, 'accounts'], [...RIGHTS, 'access', 'mailbox-properties']];

const WORLD = fc.record({
  held: fc.array(
    fc.record({
      mailbox: fc.nat(2),
      right: fc.nat(4),
      who: fc.nat(8),
      kind: fc.constantFrom('', 'no ID', 'inherited', 'denied'),
    }),
    { minLength: 1, maxLength: 14 },
  ),
  reports: fc.constantFrom(...REPORTS),
  /** Whether what a service leaves out makes rights unknown. */
  isPartial: fc.boolean(),
});

let [known, unknown] = [0, 0];

test('a register that is made of a report has all of its rights that are known, and takes none away', async () => {
  await fc.assert(
    fc.asyncProperty(WORLD, async ({ held, reports, isPartial }) => {
      const groups = GROUPS.map((name) => ({ name, members: [0, 1] }));
      const tenant = await newTenant({ mailboxes: 14, roles: ROLES, groups });
      const people = mailboxesOf(tenant);
      const holders = [...people.slice(3, 9), ...GROUPS, 'S-1-5-21-1-2-3-4'];
      const mailboxes = people.slice(0, 3);
      for (const [at, mailbox] of mailboxes.entries()) {
        const of = (right: number) =>
          held
            .filter((one) => one.mailbox === at && one.right === right)
            .map(({ who, kind }) => ({ who: holders[who % holders.length] ?? '', kind }));
        const entries = (right: number, rights: string) =>
          of(right).map(({ who, kind }) =>
            grantTo(tenant, who, rights, {
              ...(kind === 'no ID' && { sid: '' }),
              isInherited: kind === 'inherited',
              isDenied: kind === 'denied',
            }),
          );
        const delegates = of(2).map(({ who }) => tenant.account(who)?.identity ?? '');
        const named = [...new Set(delegates)].filter((name) => name !== '');
        setRights(tenant, mailbox, entries(0, 'FullAccess, ReadPermission'), entries(1, 'SendAs'), named);
        const sharing = [3, 4].flatMap((right) =>
          of(right).map(({ who }) => [who, right === 3 ? 'read' : 'write'] as const),
        );
        const grantees = new Map(
          sharing.map(([who, role]) => [who.includes('@') ? who : `${who.toLowerCase()}@contoso.com`, role]),
        );
        const permissions = [...grantees].map(([address, role]) => permission(address, role));
        tenant.setCalendarPermissions(mailbox, [...permissions, everyone('read')]);
      }
      if (isPartial)
        tenant.setFaults({ exchangeAbsent: { rate: 0.8, properties: ['GrantSendOnBehalfTo', 'Deny', 'UserSid'] } });
      const files = { 'list.txt': mailboxes.join('\n'), 'policy.yml': POLICY };
      const inputs = { mailboxes: 'list.txt', report: reports.join(','), 'internal-domains': 'contoso.com' };
      const first = await report(tenant, { files, inputs });
      const folder = newFolder();
      const made = {
        report: first.outputs['output-directory'] ?? '',
        register: 'grants.csv',
        owner: 'ceo@contoso.com',
      };
      await updateRegister(made, folder, quietTerminal());
      const register = await readFile(path.join(folder, 'grants.csv'), 'utf8');
      if (register.trim().split('\n').length === 1) return;
      const all = { ...files, 'grants.csv': register };
      const { errors, rowsOf } = await report(tenant, { files: all, inputs: { ...inputs, policy: 'policy.yml' } });
      expect(errors).toEqual([]);
      const found = reports
        .filter((name) => RIGHTS.includes(name) || name === 'access')
        .flatMap((name) => rowsOf(name));
      const states = found.map(({ Registered }) => Registered);
      expect(states.filter((state) => state === 'no' || state === 'expired')).toEqual([]);
      known += states.filter((state) => state === 'yes' || state === 'due').length;
      unknown += found.filter(({ Verdict }) => Verdict === 'inconclusive').length;
      const plan = await run(tenant, { files: all });
      expect([plan.codes, plan.planned]).toEqual([[], []]);
    }),
    { numRuns: 8, seed: 59 },
  );
  expect(known).toBeGreaterThan(20);
  expect(unknown).toBeGreaterThan(0);
});
