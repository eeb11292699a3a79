import { costOf } from '../action-run.ts';
import type { RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, ms, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';

/** With some two grants each. */
const MAILBOXES = 50_000;
const GROUPS = MAILBOXES / 10;
const LATENCY_MS = 150;
const MOST_TIMES = 1.2;
const SOURCE = 'calendar-permissions';
const ROLES = ['Calendars.ReadBasic.All', 'GroupMember.Read.All', 'User.ReadBasic.All'];

/** Access by person: a run with it, which expands every group, takes little longer than one without. */
export async function access(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      ...['--groups', String(GROUPS), '--latency-single', String(LATENCY_MS), '--latency-batch', String(LATENCY_MS)],
    ],
  });
  const measured = (reports: readonly string[]): Promise<RunCost> => costOf(premises, tenant, reports);
  const runs = await shuffledRounds<'without' | 'with', RunCost>(rounds, {
    without: () => measured([SOURCE]),
    with: () => measured([SOURCE, 'access']),
  }).finally(() => tenant.close());
  const row = (reports: string, of: readonly RunCost[]): string[] => [
    reports,
    ...[seconds(medianOf(of, 'wallMs')), ms(medianOf(of, 'cpuMs')), mib(medianOf(of, 'peakBytes'))],
  ];
  const share = medianRatio(runs.with, runs.without, ({ wallMs }) => wallMs);
  return {
    title: `Access by person: ${whole(MAILBOXES)} mailboxes, ${whole(GROUPS)} groups`,
    notes: [`Graph needs ${LATENCY_MS} ms a batch. Each mailbox has some two grants, and each group five members.`],
    table: {
      head: ['Reports', 'Wall', 'CPU', 'Peak memory'],
      rows: [row(`\`${SOURCE}\``, runs.without), row(`\`${SOURCE}\`, \`access\``, runs.with)],
    },
    floors: [{ what: 'Wall time, of the run without', value: share, bound: MOST_TIMES, side: 'most', show: times }],
  };
}
