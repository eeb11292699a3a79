import { runAction } from '../action-run.ts';
import { digested, unlikeCsvs, type Digests } from '../csv-digest.ts';
import { atMost, none } from '../floor.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, ms, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const REPORTS = ['mailbox-settings', 'automatic-replies', 'inbox-rules'];
const BATCH_MS = 150;
type DigestedRun = MeasuredRun & Digests;

/** The savings of one run over three: two starts, two tokens, and two waits for the last batches. */
const MOST_TIME = 0.95;
const MOST_CPU = 0.9;

/** The cost of several reports in one run, compared with a run for each. */
export async function reports(premises: Premises, rounds: number, { reports: { mailboxes } }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes,
    options: ['--latency-batch', String(BATCH_MS)],
  });
  try {
    return await compare(premises, tenant, rounds);
  } finally {
    await tenant.close();
  }
}

async function compare(premises: Premises, tenant: TenantProcess, rounds: number): Promise<Section> {
  const { addresses } = tenant;
  const measured = async (reports: string[]): Promise<DigestedRun> =>
    digested(await runAction(premises, tenant, addresses, { reports }), reports);
  const runs = await shuffledRounds<'atOnce' | 'oneByOne', readonly DigestedRun[]>(rounds, {
    atOnce: async () => [await measured(REPORTS)],
    oneByOne: async () => {
      const single: DigestedRun[] = [];
      for (const report of REPORTS) single.push(await measured([report]));
      return single;
    },
  });
  const csvs = (of: readonly (readonly DigestedRun[])[]): readonly Digests[] =>
    of.map((round) => ({ digests: new Map(round.flatMap(({ digests }) => [...digests])) }));
  const share = (of: 'wallMs' | 'cpuMs'): number => medianRatio(runs.atOnce, runs.oneByOne, total(of));
  const total = (of: 'wallMs' | 'cpuMs') => (round: readonly DigestedRun[]) =>
    round.reduce((sum, run) => sum + run[of], 0);
  const middle = (of: 'wallMs' | 'cpuMs') => ({
    atOnce: median(runs.atOnce.map(total(of))),
    oneByOne: median(runs.oneByOne.map(total(of))),
  });
  const [wall, cpu] = [middle('wallMs'), middle('cpuMs')];
  const peak = (round: readonly DigestedRun[]): number => Math.max(...round.map(({ peakBytes }) => peakBytes));
  const row = (what: string, wallMs: number, cpuMs: number, peakBytes: number): string[] => [
    what,
    seconds(wallMs),
    percent(wallMs / wall.oneByOne),
    ms(cpuMs),
    percent(cpuMs / cpu.oneByOne),
    mib(peakBytes),
  ];
  return {
    title: `Three reports at once: ${whole(addresses.length)} mailboxes, ${BATCH_MS} ms a batch`,
    notes: [
      `\`${REPORTS.join('`, `')}\` in one run, beside a run for each. Both make the same requests, three a mailbox. Wall ` +
        'and CPU time are those of the whole process, of all three together; peak memory is that of the largest run.',
    ],
    table: {
      head: ['', 'Wall', 'Share', 'CPU', 'Share', 'Peak memory'],
      rows: [
        row('One run', wall.atOnce, cpu.atOnce, median(runs.atOnce.map(peak))),
        row('Three runs', wall.oneByOne, cpu.oneByOne, median(runs.oneByOne.map(peak))),
      ],
    },
    floors: [
      atMost('Wall time, of three runs', share('wallMs'), MOST_TIME, percent),
      atMost('CPU time, of three runs', share('cpuMs'), MOST_CPU, percent),
      none('CSVs unlike those of a run for each', unlikeCsvs(csvs(runs.atOnce), csvs(runs.oneByOne))),
    ],
  };
}
