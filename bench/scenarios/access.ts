import { rm } from 'node:fs/promises';
import { useAction } from '../action-run.ts';
import { numberIn, preloading, seen } from '../measured-run.ts';
import { median } from '../median.ts';
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

interface Run {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Access by person: a run with it, which expands every group, takes little longer than one without. */
export async function access(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      ...['--groups', String(GROUPS), '--latency-single', String(LATENCY_MS), '--latency-batch', String(LATENCY_MS)],
    ],
  });
  const measured = async (reports: readonly string[]): Promise<Run> => {
    const { home, run } = await useAction(premises, tenant, tenant.addresses, { reports });
    const wallMs = await run(preloading(['usage'], home));
    const usage = await seen('usage', home);
    await rm(home, { recursive: true });
    return { wallMs, cpuMs: numberIn(usage, 'cpuMs'), peakBytes: numberIn(usage, 'peakBytes') };
  };
  const runs = await shuffledRounds<'without' | 'with', Run>(rounds, {
    without: () => measured([SOURCE]),
    with: () => measured([SOURCE, 'access']),
  }).finally(() => tenant.close());
  const middle = (of: readonly Run[], value: 'wallMs' | 'cpuMs' | 'peakBytes'): number =>
    median(of.map((run) => run[value]));
  const row = (reports: string, of: readonly Run[]): string[] => [
    reports,
    ...[seconds(middle(of, 'wallMs')), ms(middle(of, 'cpuMs')), mib(middle(of, 'peakBytes'))],
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
