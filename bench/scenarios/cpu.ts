import { runAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { digested, unlikeCsvs, type Digests } from '../csv-digest.ts';
import { atMost, none } from '../floor.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const CPU_SHARE = 0.8;
const MIB = 1024 * 1024;
const PEAK_BYTES = 1024 * MIB;
const MANY_PEAK_BYTES = 2048 * MIB;

/** A run, and the CPU time of the tenant during the run if it is known. */
interface WatchedRun extends MeasuredRun, Digests {
  readonly tenantCpuMs: number;
}

/** The CPU time and memory per mailbox without throttling. */
export async function cpu(premises: Premises, rounds: number, { cpu: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.many,
    // Measures the cost per mailbox, at three times the rate that Graph accepts.
    options: ['--limit', 'none'],
  });
  try {
    return await compare(premises, tenant, rounds, size);
  } finally {
    await tenant.close();
  }
}

async function compare(
  premises: Premises,
  tenant: TenantProcess,
  rounds: number,
  { mailboxes, many }: Sizes['cpu'],
): Promise<Section> {
  const some = tenant.addresses.slice(0, mailboxes);
  const runs = await shuffledRounds<'action' | 'graphClient' | 'large', WatchedRun>(rounds, {
    action: () => watched(tenant, () => runAction(premises, tenant, some)),
    graphClient: () => watched(tenant, () => runClient(premises, tenant, 'graphClient', some)),
    large: () => watched(tenant, () => runAction(premises, tenant, tenant.addresses)),
  });
  const { action, graphClient, large } = runs;
  const share = medianRatio(action, graphClient, ({ cpuMs }) => cpuMs);
  return {
    title: 'CPU and memory: no latency',
    notes: [
      'CPU time, user and system, and peak memory of the whole process, start and CSV included. The Graph client is ' +
        "given a token. *The tenant's CPU* is what the other end used in the same time: where it comes near the wall " +
        'time, the tenant was what the run waited for, so that the wall times say little.',
    ],
    table: {
      head: ['', 'Mailboxes', 'CPU', 'Share', 'Peak memory', 'Wall', "Tenant's CPU"],
      rows: [
        row('The action', mailboxes, action, percent(share)),
        row('Graph client, batch after batch', mailboxes, graphClient, percent(1)),
        row('The action', many, large, ''),
      ],
    },
    floors: [
      atMost("CPU time, of the Graph client's", share, CPU_SHARE, percent),
      atMost(`Peak memory, ${whole(mailboxes)} mailboxes`, medianOf(action, 'peakBytes'), PEAK_BYTES, mib),
      atMost(`Peak memory, ${whole(many)} mailboxes`, medianOf(large, 'peakBytes'), MANY_PEAK_BYTES, mib),
      none("CSVs unlike the Graph client's", unlikeCsvs(action, graphClient)),
    ],
  };
}

async function watched(tenant: TenantProcess, run: () => Promise<MeasuredRun>): Promise<WatchedRun> {
  const before = tenant.cpuMs() ?? NaN;
  const measured = await run();
  const tenantCpuMs = (tenant.cpuMs() ?? NaN) - before;
  return { ...(await digested(measured)), tenantCpuMs };
}

function row(what: string, mailboxes: number, runs: readonly WatchedRun[], share: string): string[] {
  const tenant = medianOf(runs, 'tenantCpuMs');
  return [
    what,
    whole(mailboxes),
    seconds(medianOf(runs, 'cpuMs')),
    share,
    mib(medianOf(runs, 'peakBytes')),
    seconds(medianOf(runs, 'wallMs')),
    Number.isNaN(tenant) ? 'unknown' : seconds(tenant),
  ];
}
