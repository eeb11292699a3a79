import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runAction, type Wanted } from '../action-run.ts';
import { lineCount } from '../csv-digest.ts';
import { makeEarlier } from '../earlier.ts';
import { atMost, none, some } from '../floor.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess } from '../tenant-process.ts';
import { POLICY } from './policy.ts';

const MOST_WALL = 1.5;
const PEAK_BYTES = 1024 * 1024 * 1024;

/** The cost of comparing with an earlier report, in a run without latency and throttling. */
export async function compare(
  premises: Premises,
  rounds: number,
  { compare: { mailboxes, changedEvery } }: Sizes,
): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes, options: ['--limit', 'none'] });
  let changes = 0;
  const earlier = await runAction(premises, tenant, tenant.addresses, { policy: POLICY });
  const folder = path.dirname(earlier.csvFile);
  const changed = await makeEarlier(folder, changedEvery, (line) => line.replace(' Standard Time"', ' Time"'));
  const measured = async (wanted: Wanted): Promise<MeasuredRun> => {
    const run = await runAction(premises, tenant, tenant.addresses, { policy: POLICY, ...wanted });
    if (wanted.compare !== undefined) {
      changes = (await lineCount(path.join(path.dirname(run.csvFile), 'changes.csv'))) - 1;
    }
    await rm(run.home, { recursive: true });
    return run;
  };
  const runs = await shuffledRounds<'plain' | 'compared', MeasuredRun>(rounds, {
    plain: () => measured({}),
    compared: () => measured({ compare: folder }),
  }).finally(() => tenant.close());
  await rm(earlier.home, { recursive: true });
  const share = (of: 'wallMs' | 'cpuMs'): number => medianRatio(runs.compared, runs.plain, (run) => run[of]);
  const row = (what: string, of: readonly MeasuredRun[]): string[] => [
    what,
    seconds(medianOf(of, 'wallMs')),
    seconds(medianOf(of, 'cpuMs')),
    mib(medianOf(of, 'peakBytes')),
  ];
  return {
    title: 'Comparison with an earlier report: no latency',
    notes: [
      `A run of ${whole(mailboxes)} mailboxes with ten rules, without a comparison and compared with the folder of an earlier ` +
        `report, which gives ${whole(changes)} changes. CPU with the comparison: ${percent(share('cpuMs'))} of that without.`,
    ],
    table: {
      head: ['', 'Wall', 'CPU', 'Peak memory'],
      rows: [row('Alone', runs.plain), row('Compared', runs.compared)],
    },
    floors: [
      atMost('Wall time, of that without', share('wallMs'), MOST_WALL, times),
      atMost('Peak memory', medianOf(runs.compared, 'peakBytes'), PEAK_BYTES, mib),
      some('Mailboxes that differ from the earlier report', changed),
      none('Changes missing or too many', Math.abs(changes - changed)),
    ],
  };
}
