import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { DAY_MS } from '../../src/text/numbers.ts';
import { filesLike, textOf } from '../docs/repository.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { thisMachine } from '../../src/http/machine.ts';

const { newTenant, run } = inProcessScenarios({ 'max-unreadable': '100%', 'fail-on': 'never', 'artifact-name': '' });

const ROLES = [
  'MailboxSettings.Read',
  'Calendars.ReadBasic.All',
  'Mail.ReadBasic.All',
  'User.Read.All',
  'GroupMember.Read.All',
  'Reports.Read.All',
  'AuditLog.Read.All',
  'Application.Read.All',
  'LicenseAssignment.Read.All',
];
const STARTERS = (await filesLike('examples/policies/*.yml'))
  .map(textOf)
  // Without a register, nothing is known to be registered.
  .filter((text) => !/^register:/m.test(text))
  .map((text) => text.replace(/^[\s\S]*?\nrules:\n/, ''))
  .join('\n');
/** Rules about what counts up, also by the column of another report and of `mailboxes`. */
const COUNTS = `
  - { id: signs-in, expect: { accounts.DaysSinceSignIn: { type: integer, maximum: 1 } } }
  - { id: active, report: mailboxes, severity: warning, expect: { DaysSinceSignIn: { type: integer, maximum: 1 } } }
  - { id: sends-nowhere, report: mailboxes, expect: { SendsOutside: { type: array, maxItems: 0 } } }
`;
const FILES = { 'policy.yml': `rules:\n${STARTERS}${COUNTS}` };
const INPUTS = {
  report: ['access', 'mailbox-permissions', 'calendar-permissions'].join('\n'),
  policy: 'policy.yml',
};

test('what all starters find one night is known the next, where only days have passed', async () => {
  let nights = 0;
  const { now: present } = thisMachine();
  const clock = (): number => present() + nights * DAY_MS;
  const tenant = await newTenant({ mailboxes: 120, roles: ROLES, clock });
  const first = await run(tenant, { files: FILES, inputs: INPUTS, runner: { now: clock } });
  expect(first.errors).toEqual([]);
  const file = path.join(first.outputs['output-directory'] ?? '', 'baseline.csv');
  const baseline = await readFile(file, 'utf8');
  const entries = parsedCsv(baseline);
  const foundBy = (rule: string): string[] =>
    entries.filter(({ Rule }) => Rule === rule).map(({ Found = '' }) => Found);
  for (const rule of ['dormant', 'signs-in', 'active']) expect([...new Set(foundBy(rule))]).toEqual(['']);
  for (const address of foundBy('sends-nowhere')) expect(address).toMatch(/@/);

  nights = 1;
  const files = { ...FILES, 'baseline.csv': baseline };
  const second = await run(tenant, { files, inputs: { ...INPUTS, baseline: 'baseline.csv' }, runner: { now: clock } });
  expect(second.errors).toEqual([]);
  const keyOf = ({ Rule, MailboxName, Item, Column }: Readonly<Record<string, string>>): string =>
    [Rule, MailboxName, Item, Column].join('\0');
  const before = new Set(first.rowsOf('violations').map(keyOf));
  const repeated = second
    .rowsOf('violations')
    .filter((one) => before.has(keyOf(one)) && one.Verdict !== 'inconclusive');
  expect(repeated.filter(({ Verdict }) => Verdict !== 'known')).toEqual([]);
  const rules = new Set(repeated.map(({ Rule }) => Rule));
  expect([...rules]).toEqual(expect.arrayContaining(['dormant', 'signs-in', 'active', 'sends-nowhere']));
  const days = (rows: readonly Readonly<Record<string, string>>[]): number[] =>
    rows.filter(({ Rule, Found }) => Rule === 'signs-in' && Found !== '').map(({ Found }) => Number(Found));
  expect(Math.max(...days(second.rowsOf('violations')))).toBe(Math.max(...days(first.rowsOf('violations'))) + 1);
});
