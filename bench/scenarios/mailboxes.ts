import { comparedRun, type ComparedRun } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import { unlikeCsvs } from '../csv-digest.ts';
import { atMost, none } from '../floor.ts';
import { medianOf } from '../median.ts';
import { mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess } from '../tenant-process.ts';

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
export async function mailboxes(premises: Premises, rounds: number, { mailboxes: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: ROLES.flatMap((role) => ['--role', role]),
  });
  const measured = (reports: readonly string[]): Promise<ComparedRun> => comparedRun(premises, tenant, reports);
  const runs = await shuffledRounds<'without' | 'with', ComparedRun>(rounds, {
    without: () => measured(SOURCES),
    with: () => measured([...SOURCES, 'mailboxes']),
  }).finally(() => tenant.close());
  const share = medianRatio(runs.with, runs.without, ({ cpuMs }) => cpuMs);
  return {
    title: `One table of mailboxes: ${whole(size.mailboxes)} mailboxes, all reports`,
    notes: [],
    table: costTable('Reports', [
      ['All others', runs.without],
      ['With `mailboxes`', runs.with],
    ]),
    floors: [
      atMost('CPU time, of the run without', share, MOST_TIMES, times),
      atMost('Peak memory', medianOf(runs.with, 'peakBytes'), MOST_BYTES, mib),
      none('CSVs unlike those of the run without', unlikeCsvs(runs.without, runs.with)),
    ],
  };
}
