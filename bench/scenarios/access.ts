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

const LATENCY_MS = 150;
const MOST_TIMES = 1.2;
const MOST_BYTES = 1024 * 1024 * 1024;
/** The reports that it is made of. */
const SOURCES = ['mailbox-permissions', 'calendar-permissions', 'mailbox-properties', 'inbox-rules'];
const ROLES = [
  'Calendars.ReadBasic.All',
  'MailboxSettings.Read',
  'Exchange.ManageAsApp',
  'GroupMember.Read.All',
  'User.ReadBasic.All',
];

/** Access by person: a run with it, which expands every group, takes little longer than one without. */
export async function access(premises: Premises, rounds: number, { access: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      '--groups',
      String(size.groups),
      '--latency-exchange',
      String(LATENCY_MS),
      '--latency-single',
      String(LATENCY_MS),
      '--latency-batch',
      String(LATENCY_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<ComparedRun> => comparedRun(premises, tenant, reports);
  const runs = await shuffledRounds<'without' | 'with', ComparedRun>(rounds, {
    without: () => measured(SOURCES),
    with: () => measured([...SOURCES, 'access']),
  }).finally(() => tenant.close());
  const share = medianRatio(runs.with, runs.without, ({ wallMs }) => wallMs);
  return {
    title: `Access by person: ${whole(size.mailboxes)} mailboxes, ${whole(size.groups)} groups`,
    notes: [`Graph and Exchange Online need ${LATENCY_MS} ms a request. Each group has five members.`],
    table: costTable('Reports', [
      [SOURCES, runs.without],
      [[...SOURCES, 'access'], runs.with],
    ]),
    floors: [
      atMost('Wall time, of the run without', share, MOST_TIMES, times),
      atMost('Peak memory', medianOf(runs.with, 'peakBytes'), MOST_BYTES, mib),
      none('CSVs unlike those of the run without', unlikeCsvs(runs.without, runs.with)),
    ],
  };
}
