import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { DAY_MS } from '../../src/text/numbers.ts';
import { thisMachine } from '../../src/http/machine.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { textOf } from '../docs/repository.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const ROLES = ['Exchange.ManageAsApp'];
const { newTenant, run } = inProcessScenarios({}, { mailboxes: 360, roles: ROLES, log: true });

type Cells = Readonly<Record<string, string>>;

/** The commands that ran for single mailboxes. */
function commandCount({ log }: Tenant): number {
  return log.reduce((sum, { cmdlet, items }) => (cmdlet === '$batch' ? sum + items : sum), 0);
}

/** Whether a hold of its own keeps a mailbox, as `Get-Mailbox` returns it. */
function isHeld(mailbox: JsonObject): boolean {
  const { LitigationHoldEnabled, ComplianceTagHoldApplied, DelayHoldApplied, DelayReleaseHoldApplied } = mailbox;
  const switches = [LitigationHoldEnabled, ComplianceTagHoldApplied, DelayHoldApplied, DelayReleaseHoldApplied];
  const holds = Array.isArray(mailbox.InPlaceHolds) ? mailbox.InPlaceHolds : [];
  return switches.includes(true) || /"(?:UniH|(?:mbx|skp)\w+:[23]")/.test(JSON.stringify(holds));
}

test('deleted mailboxes are read once, whatever the list, and are not new because a day has passed', async () => {
  let nights = 0;
  const { now: present } = thisMachine();
  const clock = (): number => present() + nights * DAY_MS;
  const tenant = await newTenant({ clock });
  const [person = ''] = tenant.addresses;
  tenant.identities.remove(person);
  const files = { 'p.yml': textOf('examples/policies/deleted-soon.yml') };
  const inputs = { mailboxes: undefined, report: 'deleted-mailboxes', policy: 'p.yml', 'artifact-name': '' };
  const first = await run(tenant, { files, inputs, runner: { now: clock } });
  expect(first.errors).toEqual([]);
  const rows = first.rowsOf('deleted-mailboxes');
  expect(rows.find(({ Address }) => Address === person)).toMatchObject({
    Kind: 'soft-deleted',
    DaysLeft: '30',
    KeptBy: '',
    Status: 'ok',
    Error: '',
  });
  const inactive = rows.filter(({ Kind }) => Kind === 'inactive');
  expect(inactive).not.toEqual([]);
  expect(inactive.filter(({ DaysLeft, KeptBy = '' }) => DaysLeft !== '' || KeptBy === '')).toEqual([]);
  expect(new Set(rows.map(({ ExchangeGuid }) => ExchangeGuid)).size).toBe(rows.length);
  const isSoon = ({ DaysLeft, KeptBy }: Cells): boolean => DaysLeft !== '' && Number(DaysLeft) < 7 && KeptBy === '';
  const soon = rows.filter(isSoon).map(({ ExchangeGuid }) => ExchangeGuid);
  expect(soon).not.toEqual([]);
  expect(first.rowsOf('violations').map(({ Item }) => Item)).toEqual(soon);

  nights = 1;
  const compare = first.outputs['output-directory'] ?? '';
  const second = await run(tenant, { files, inputs: { ...inputs, compare }, runner: { now: clock } });
  const left = (all: readonly Cells[]): number => Math.max(...all.map(({ DaysLeft }) => Number(DaysLeft)));
  expect([left(rows), left(second.rowsOf('deleted-mailboxes'))]).toEqual([30, 29]);
  const known = second.rowsOf('deleted-mailboxes').filter(isSoon).length - soon.length;
  expect(second.outputs).toMatchObject({ 'new-violation-count': String(known), 'change-count': '0' });
});

test('what Exchange Online refuses of deleted mailboxes is unknown', async () => {
  const inputs = { mailboxes: undefined, report: 'deleted-mailboxes', 'artifact-name': '', formats: 'json' };
  const withoutConfig = await newTenant({ exchange: { lackedCmdlets: ['Get-OrganizationConfig'] } });
  const partly = await run(withoutConfig, { inputs });
  const rows = partly.rowsOf('deleted-mailboxes');
  expect(rows.length).toBeGreaterThan(1);
  expect(rows.filter(({ Error = '' }) => !Error.includes('Get-OrganizationConfig'))).toEqual([]);
  const json = await readFile(path.join(partly.outputs['output-directory'] ?? '', 'mailbox-report.json'), 'utf8');
  expect(JSON.parse(json)).toMatchObject({
    tables: [{ rows: rows.map(() => ({ Inconclusive: expect.arrayContaining(['KeptBy']) })) }],
  });
  // Without one of the two switches, mailboxes would be missing.
  const tenant = await newTenant({
    faults: { exchangeUnknownParameters: { cmdlets: ['Get-Mailbox'], names: ['InactiveMailboxOnly'] } },
  });
  const refused = await run(tenant, { inputs });
  expect(refused.outputs.result).toBe('incomplete');
  expect(refused.rowsOf('deleted-mailboxes')).toMatchObject([
    { ExchangeGuid: '', Status: 'failed', Error: expect.stringContaining('InactiveMailboxOnly') },
  ]);
});

test('statistics are read of active archives and of mailboxes on hold alone, and a number that moves is no news', async () => {
  const tenant = await newTenant({ mailboxes: 60 });
  const used = (gigabytes: number): void => {
    const bytes = `${gigabytes} GB (${(gigabytes * 2 ** 30).toLocaleString('en-US')} bytes)`;
    const request = '^Get-MailboxStatistics .*Archive';
    tenant.setFaults({ altered: [{ request, set: { TotalItemSize: bytes } }] });
  };
  used(92);
  const files = { 'mailboxes.txt': tenant.addresses.join('\n'), 'p.yml': textOf('examples/policies/archive-full.yml') };
  const inputs = { report: 'archives', policy: 'p.yml', 'max-unreadable': '100%', 'artifact-name': '' };
  const first = await run(tenant, { files, inputs });
  const rows = first.rowsOf('archives').filter(({ Status }) => Status === 'ok');
  expect(rows.length).toBeGreaterThan(30);
  const listed = rows.map(({ MailboxName = '' }) => tenant.exchangeObjects('Get-Mailbox', MailboxName)?.[0] ?? {});
  const archived = listed.filter(({ ArchiveStatus }) => ArchiveStatus === 'Active');
  const [withArchive, without] = [true, false].map((has) => rows.filter(({ ArchiveGB }) => (ArchiveGB !== '') === has));
  expect(withArchive).toHaveLength(archived.length);
  expect(without).not.toEqual([]);
  const held = listed.filter(isHeld);
  expect(commandCount(tenant)).toBe(archived.length + held.length);
  const grows = rows.filter((_, at) => archived.includes(listed[at] ?? {}) || held.includes(listed[at] ?? {}));
  expect(rows.filter(({ RecoverableItemsGB }) => RecoverableItemsGB !== '')).toEqual(grows);
  expect(held.filter((one) => !archived.includes(one))).not.toEqual([]);
  const full = first.rowsOf('violations').length;
  expect(full).toBe(rows.filter(({ ArchivePercent }) => ArchivePercent === '92').length);
  expect(full).toBeGreaterThan(0);

  const compare = first.outputs['output-directory'] ?? '';
  used(93);
  const second = await run(tenant, { files, inputs: { ...inputs, compare } });
  expect(second.rowsOf('archives').some(({ ArchivePercent }) => ArchivePercent === '93')).toBe(true);
  expect(second.outputs).toMatchObject({ 'new-violation-count': '0', 'change-count': '0' });
  used(80);
  const third = await run(tenant, { files, inputs: { ...inputs, compare } });
  expect(third.outputs).toMatchObject({ 'resolved-count': String(full), 'new-violation-count': '0' });
});

test('without Get-MailboxStatistics, mailboxes without an archive are read all the same', async () => {
  const tenant = await newTenant({ mailboxes: 60, exchange: { lackedCmdlets: ['Get-MailboxStatistics'] } });
  const files = { 'mailboxes.txt': tenant.addresses.join('\n') };
  const result = await run(tenant, { files, inputs: { report: 'archives', 'max-unreadable': '100%' } });
  const statusesOf = (isArchived: boolean) => {
    const rows = result.rowsOf('archives').filter(({ MailboxName = '' }) => {
      const [mailbox] = tenant.exchangeObjects('Get-Mailbox', MailboxName) ?? [];
      return mailbox !== undefined && (mailbox.ArchiveStatus === 'Active') === isArchived;
    });
    return new Set(rows.map(({ Status }) => Status));
  };
  expect(statusesOf(true)).toEqual(new Set(['access-denied']));
  expect(statusesOf(false)).toContain('ok');
});
