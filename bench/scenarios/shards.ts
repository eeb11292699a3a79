import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { startStep } from '../../demo/runner.ts';
import { runAction } from '../action-run.ts';
import { digested, unlikeCsvs, type Digests } from '../csv-digest.ts';
import { atMost, none } from '../floor.ts';
import { ended, preloading, usageIn, type MeasuredRun, type RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

/** Of the CPU time of one run. */
const SHARD_SHARE = 0.5;
const MERGE_SHARE = 0.75;
const PEAK_BYTES = 512 * 1024 * 1024;

/** A list in one run, or in shards and their merge. */
interface Round {
  readonly slowest: RunCost;
  readonly all: RunCost;
  /** Of the one run, or of the merge. */
  readonly result: RunCost & Digests;
}

/** A list in shards, one after another, and their merge, against one run. */
export async function shards(premises: Premises, rounds: number, { shards: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes: size.mailboxes, options: ['--limit', 'none'] });
  const runs = await shuffledRounds<'one' | 'sharded', Round>(rounds, {
    one: async () => {
      const result = await digested(await runAction(premises, tenant, tenant.addresses));
      return { slowest: result, all: result, result };
    },
    sharded: async () => {
      const parts: MeasuredRun[] = [];
      for (let number = 1; number <= size.shards; number++) {
        const part = await runAction(premises, tenant, tenant.addresses, { shard: `${number}/${size.shards}` });
        parts.push(part);
        await rm(part.home, { recursive: true });
      }
      const result = await digested(await runMerge(premises, tenant));
      return { slowest: combined(parts, Math.max), all: combined(parts, sum), result };
    },
  }).finally(() => tenant.close());
  const results = (of: readonly Round[]): readonly (RunCost & Digests)[] => of.map(({ result }) => result);
  const [one, merge] = [results(runs.one), results(runs.sharded)];
  const [slowest, all] = [runs.sharded.map((round) => round.slowest), runs.sharded.map((round) => round.all)];
  const share = (of: readonly RunCost[]): number => medianRatio(of, one, ({ cpuMs }) => cpuMs);
  return {
    title: `Shards: ${whole(size.mailboxes)} mailboxes in ${size.shards} shards, and their merge`,
    notes: [
      'No latency. The shards run one after another, as if each had a machine of its own. Unlike the one run, they upload ' +
        'what they read: the artifact client takes half a second of CPU in each.',
    ],
    table: {
      head: ['', 'Mailboxes', 'CPU', 'Peak memory', 'Wall'],
      rows: [
        row('One run', size.mailboxes, one),
        row('Slowest shard', size.mailboxes / size.shards, slowest),
        row('All shards', size.mailboxes, all),
        row('Merge', size.mailboxes, merge),
      ],
    },
    floors: [
      atMost('CPU of a shard, of one run', share(slowest), SHARD_SHARE, percent),
      atMost('CPU of the merge, of one run', share(merge), MERGE_SHARE, percent),
      atMost('Peak memory of the merge', medianOf(merge, 'peakBytes'), PEAK_BYTES, mib),
      none('CSVs unlike that of one run', unlikeCsvs(merge, one)),
    ],
  };
}

/** Merges the shards that the tenant has as artifacts. */
async function runMerge({ authority, folder }: Premises, tenant: TenantProcess): Promise<MeasuredRun> {
  const home = await mkdtemp(path.join(folder, 'merge-'));
  const outputs = path.join(home, 'report');
  const started = performance.now();
  const { child } = await startStep({
    action: 'merge',
    home,
    results: tenant,
    inputs: { formats: 'csv', compare: 'off', 'max-unreadable': '100%', 'output-directory': outputs },
    env: { NODE_EXTRA_CA_CERTS: authority.file, ...preloading(['usage'], home) },
  });
  await ended(child);
  const wallMs = performance.now() - started;
  const csvFile = path.join(outputs, 'mailbox-settings.csv');
  return { wallMs, readingMs: NaN, ...(await usageIn(home)), csvFile, home };
}

function combined(parts: readonly MeasuredRun[], combine: (...values: number[]) => number): RunCost {
  const all = (of: keyof RunCost): number => combine(...parts.map((part) => part[of]));
  return {
    wallMs: all('wallMs'),
    cpuMs: all('cpuMs'),
    peakBytes: Math.max(...parts.map(({ peakBytes }) => peakBytes)),
  };
}

function sum(...values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function row(what: string, mailboxes: number, runs: readonly RunCost[]): string[] {
  return [
    what,
    whole(mailboxes),
    seconds(medianOf(runs, 'cpuMs')),
    mib(medianOf(runs, 'peakBytes')),
    seconds(medianOf(runs, 'wallMs')),
  ];
}
