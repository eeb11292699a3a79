import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { runAction } from '../action-run.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const MAILBOXES = 100_000;
const MANY_MAILBOXES = 300_000;
const GROWTH = 1.15;
const MOST_BYTES = 20_000_000;

/** What the report page adds to a run where Graph keeps nobody waiting. */
export async function page(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes: MANY_MAILBOXES, options: ['--limit', 'none'] });
  try {
    return await compare(premises, tenant, rounds);
  } finally {
    await tenant.close();
  }
}

async function compare(premises: Premises, tenant: TenantProcess, rounds: number): Promise<Section> {
  const some = tenant.addresses.slice(0, MAILBOXES);
  const without: MeasuredRun[] = [];
  const shown: MeasuredRun[] = [];
  const large: MeasuredRun[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const plain = await runAction(premises, tenant, some);
    const paged = await runAction(premises, tenant, some, { page: true });
    const many = await runAction(premises, tenant, tenant.addresses, { page: true });
    without.push(plain);
    shown.push(paged);
    large.push(many);
    bytes = (await stat(path.join(path.dirname(paged.csvFile), 'report.html'))).size;
    for (const { home } of [plain, paged, many]) await rm(home, { recursive: true });
  }
  const middle = (runs: readonly MeasuredRun[], of: 'cpuMs' | 'peakBytes' | 'wallMs'): number =>
    median(runs.map((run) => run[of]));
  const row = (what: string, mailboxes: number, runs: readonly MeasuredRun[], share: string): string[] => [
    ...[what, whole(mailboxes), seconds(middle(runs, 'cpuMs')), share],
    ...[mib(middle(runs, 'peakBytes')), seconds(middle(runs, 'wallMs'))],
  ];
  const share = middle(shown, 'cpuMs') / middle(without, 'cpuMs');
  return {
    title: 'The report page: no latency',
    notes: [
      `The same run with the CSV alone and with the report page besides, which has ${mib(bytes)} for ` +
        `${whole(MAILBOXES)} mailboxes. CPU time and peak memory are those of the whole process.`,
    ],
    table: {
      head: ['', 'Mailboxes', 'CPU', 'Share', 'Peak memory', 'Wall'],
      rows: [
        row('The CSV alone', MAILBOXES, without, percent(1)),
        row('And the page', MAILBOXES, shown, percent(share)),
        row('And the page', MANY_MAILBOXES, large, ''),
      ],
    },
    floors: [
      {
        what: `Bytes of the page, ${whole(MAILBOXES)} mailboxes`,
        value: bytes,
        bound: MOST_BYTES,
        side: 'most',
        show: mib,
      },
      {
        what: `Peak memory, ${whole(MANY_MAILBOXES)} mailboxes, of that of ${whole(MAILBOXES)}`,
        value: middle(large, 'peakBytes') / middle(shown, 'peakBytes'),
        bound: GROWTH,
        side: 'most',
        show: percent,
      },
    ],
  };
}
