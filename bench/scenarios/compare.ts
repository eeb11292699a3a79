import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { runAction } from '../action-run.ts';
import { lineCount } from '../csv-digest.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';
import { POLICY } from './policy.ts';

const MAILBOXES = 100_000;
const MOST_WALL = 1.5;
const PEAK_BYTES = 512 * 1024 * 1024;
/** One mailbox in this number differs from the earlier report. */
const CHANGED_EVERY = 50;

/** The cost of comparing with an earlier report, in a run without latency and throttling. */
export async function compare(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes: MAILBOXES, options: ['--limit', 'none'] });
  const runs: { plain: MeasuredRun[]; compared: MeasuredRun[] } = { plain: [], compared: [] };
  let changes = 0;
  try {
    for (let round = 0; round < rounds; round++) {
      const plain = await runAction(premises, tenant, tenant.addresses, { policy: POLICY });
      const earlier = path.dirname(plain.csvFile);
      await makeEarlier(earlier);
      const compared = await runAction(premises, tenant, tenant.addresses, { policy: POLICY, compare: earlier });
      changes = (await lineCount(path.join(path.dirname(compared.csvFile), 'changes.csv'))) - 1;
      runs.plain.push(plain);
      runs.compared.push(compared);
      for (const { home } of [plain, compared]) await rm(home, { recursive: true });
    }
  } finally {
    await tenant.close();
  }
  const share = (of: 'wallMs' | 'cpuMs'): number => middle(runs.compared, of) / middle(runs.plain, of);
  const row = (what: string, of: readonly MeasuredRun[]): string[] => [
    ...[what, seconds(middle(of, 'wallMs')), seconds(middle(of, 'cpuMs')), mib(middle(of, 'peakBytes'))],
  ];
  return {
    title: 'Comparison with an earlier report: no latency',
    notes: [
      `A run of ${whole(MAILBOXES)} mailboxes with ten rules, without a comparison and compared with the folder of an earlier ` +
        `report, which gives ${whole(changes)} changes. CPU with the comparison: ${percent(share('cpuMs'))} of that without.`,
    ],
    table: {
      head: ['', 'Wall', 'CPU', 'Peak memory'],
      rows: [row('Alone', runs.plain), row('Compared', runs.compared)],
    },
    floors: [
      { what: 'Wall time, of that without', value: share('wallMs'), bound: MOST_WALL, side: 'most', show: times },
      { what: 'Peak memory', value: middle(runs.compared, 'peakBytes'), bound: PEAK_BYTES, side: 'most', show: mib },
    ],
  };
}

/** Changes the rows of a run, so that a later run differs from it. */
async function makeEarlier(folder: string): Promise<void> {
  const file = path.join(folder, 'rows.ndjson.gz');
  const lines = gunzipSync(await readFile(file))
    .toString('utf8')
    .split('\n');
  const earlier = lines.map((line, at) =>
    at % CHANGED_EVERY === 0 ? line.replace(/ Standard Time"/, ' Time"') : line,
  );
  await writeFile(file, gzipSync(earlier.join('\n')));
}

function middle(runs: readonly MeasuredRun[], of: 'wallMs' | 'cpuMs' | 'peakBytes'): number {
  return median(runs.map((run) => run[of]));
}
