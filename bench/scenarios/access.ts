import { costOf } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import type { RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';

/** With some 100,000 grants. */
const MAILBOXES = 30_000;
const GROUPS = 5_000;
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
export async function access(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      '--groups',
      String(GROUPS),
      '--latency-exchange',
      String(LATENCY_MS),
      '--latency-single',
      String(LATENCY_MS),
      '--latency-batch',
      String(LATENCY_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<RunCost> => costOf(premises, tenant, reports);
  const runs = await shuffledRounds<'without' | 'with', RunCost>(rounds, {
    without: () => measured(SOURCES),
    with: () => measured([...SOURCES, 'access']),
  }).finally(() => tenant.close());
  const share = medianRatio(runs.with, runs.without, ({ wallMs }) => wallMs);
  return {
    title: `Access by person: ${whole(MAILBOXES)} mailboxes, ${whole(GROUPS)} groups`,
    notes: [`Graph and Exchange Online need ${LATENCY_MS} ms a request. Each group has five members.`],
    table: costTable('Reports', [
      [SOURCES, runs.without],
      [[...SOURCES, 'access'], runs.with],
    ]),
    floors: [
      { what: 'Wall time, of the run without', value: share, bound: MOST_TIMES, side: 'most', show: times },
      { what: 'Peak memory', value: medianOf(runs.with, 'peakBytes'), bound: MOST_BYTES, side: 'most', show: mib },
    ],
  };
}
