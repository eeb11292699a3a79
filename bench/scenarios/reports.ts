import { runAction } from '../action-run.ts';
import { csvDigests } from '../csv-digest.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, ms, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const REPORTS = ['mailbox-settings', 'automatic-replies', 'inbox-rules'];
const MAILBOXES = 5_000;
const BATCH_MS = 150;
/** The savings of one run over three: two starts, two tokens, and two waits for the last batches. */
const MOST_TIME = 0.95;
const MOST_CPU = 0.9;

/** The cost of several reports in one run, compared with a run for each. */
export async function reports(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
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
  const atOnce: MeasuredRun[] = [];
  const oneByOne: MeasuredRun[][] = [];
  let different = 0;
  for (let round = 0; round < rounds; round++) {
    const together = await runAction(premises, tenant, addresses, { reports: REPORTS });
    const single: MeasuredRun[] = [];
    const alone: string[] = [];
    for (const report of REPORTS) {
      const run = await runAction(premises, tenant, addresses, { reports: [report] });
      single.push(run);
      alone.push(...(await csvDigests(run, [report])));
    }
    atOnce.push(together);
    oneByOne.push(single);
    const digests = await csvDigests(together, REPORTS);
    different += digests.filter((digest, at) => digest !== alone[at]).length;
  }
  const most = (what: string, value: number, bound: number) => ({
    ...{ what, value, bound, show: percent },
    side: 'most' as const,
  });
  const sum = (of: (run: MeasuredRun) => number) =>
    median(oneByOne.map((runs) => runs.reduce((total, run) => total + of(run), 0)));
  const wall = { atOnce: median(atOnce.map(({ wallMs }) => wallMs)), oneByOne: sum(({ wallMs }) => wallMs) };
  const cpu = { atOnce: median(atOnce.map(({ cpuMs }) => cpuMs)), oneByOne: sum(({ cpuMs }) => cpuMs) };
  const peak = (runs: readonly MeasuredRun[]) => Math.max(...runs.map(({ peakBytes }) => peakBytes));
  const row = (what: string, wallMs: number, cpuMs: number, peakBytes: number): string[] => [
    what,
    seconds(wallMs),
    percent(wallMs / wall.oneByOne),
    ms(cpuMs),
    percent(cpuMs / cpu.oneByOne),
    mib(peakBytes),
  ];
  return {
    title: `Three reports at once: ${whole(MAILBOXES)} mailboxes, ${BATCH_MS} ms a batch`,
    notes: [
      `\`${REPORTS.join('`, `')}\` in one run, beside a run for each. Both make the same requests, three a mailbox. Wall ` +
        'and CPU time are those of the whole process, of all three together; peak memory is that of the largest run.',
    ],
    table: {
      head: ['', 'Wall', 'Share', 'CPU', 'Share', 'Peak memory'],
      rows: [
        row('One run', wall.atOnce, cpu.atOnce, median(atOnce.map(({ peakBytes }) => peakBytes))),
        row('Three runs', wall.oneByOne, cpu.oneByOne, median(oneByOne.map(peak))),
      ],
    },
    floors: [
      most('Wall time, of three runs', wall.atOnce / wall.oneByOne, MOST_TIME),
      most('CPU time, of three runs', cpu.atOnce / cpu.oneByOne, MOST_CPU),
      { what: 'CSVs unlike those of a run for each', value: different, bound: 0, side: 'most', show: whole },
    ],
  };
}
