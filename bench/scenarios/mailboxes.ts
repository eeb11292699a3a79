import { costOf } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import type { RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';

const MAILBOXES = 100_000;
const MOST_TIMES = 1.15;
const MOST_BYTES = 1024 * 1024 * 1024;
const SOURCES = [
  'mailbox-settings',
  'automatic-replies',
  'inbox-rules',
  'calendar-permissions',
  'folders',
  'mailbox-properties',
  'client-access',
  'mailbox-permissions',
  'accounts',
  'mailbox-usage',
  'protocol-use',
  'access',
];
const ROLES = [
  'MailboxSettings.Read',
  'Calendars.ReadBasic.All',
  'Mail.ReadBasic.All',
  'Exchange.ManageAsApp',
  'User.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'LicenseAssignment.Read.All',
  'GroupMember.Read.All',
];

/** The table of mailboxes, which is made of all other reports, costs little beside them. */
export async function mailboxes(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: ROLES.flatMap((role) => ['--role', role]),
  });
  const measured = (reports: readonly string[]): Promise<RunCost> => costOf(premises, tenant, reports);
  const runs = await shuffledRounds<'without' | 'with', RunCost>(rounds, {
    without: () => measured(SOURCES),
    with: () => measured([...SOURCES, 'mailboxes']),
  }).finally(() => tenant.close());
  const share = medianRatio(runs.with, runs.without, ({ cpuMs }) => cpuMs);
  return {
    title: `One table of mailboxes: ${whole(MAILBOXES)} mailboxes, all reports`,
    notes: [],
    table: costTable('Reports', [
      ['All others', runs.without],
      ['With `mailboxes`', runs.with],
    ]),
    floors: [
      { what: 'CPU time, of the run without', value: share, bound: MOST_TIMES, side: 'most', show: times },
      { what: 'Peak memory', value: medianOf(runs.with, 'peakBytes'), bound: MOST_BYTES, side: 'most', show: mib },
    ],
  };
}
