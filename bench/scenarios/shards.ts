import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { startStep } from '../../demo/runner.ts';
import { runAction } from '../action-run.ts';
import { digested, unlikeCsvs, type DigestedRun } from '../csv-digest.ts';
import { ended, preloading, usageIn, type MeasuredRun, type RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, percent, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const MAILBOXES = 100_000;
const SHARDS = 8;
/** Of the CPU time of one run. */
const SHARD_SHARE = 0.5;
const MERGE_SHARE = 0.75;
const PEAK_BYTES = 512 * 1024 * 1024;

/** A list in one run, or in shards and their merge. */
interface Round {
  readonly slowest: RunCost;
  readonly all: RunCost;
  /** Of the one run, or of the merge. */
  readonly result: DigestedRun;
}

/** A list in eight shards, one after another, and their merge, against one run. */
export async function shards(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes: MAILBOXES, options: ['--limit', 'none'] });
  const runs = await shuffledRounds<'one' | 'sharded', Round>(rounds, {
    one: async () => {
      const result = await digested(await runAction(premises, tenant, tenant.addresses));
      return { slowest: result, all: result, result };
    },
    sharded: async () => {
      const parts: MeasuredRun[] = [];
      for (let number = 1; number <= SHARDS; number++) {
        const part = await runAction(premises, tenant, tenant.addresses, { shard: `${number}/${SHARDS}` });
        parts.push(part);
        await rm(part.home, { recursive: true });
      }
      const result = await digested(await runMerge(premises, tenant));
      return { slowest: combined(parts, Math.max), all: combined(parts, sum), result };
    },
  }).finally(() => tenant.close());
  const results = (of: readonly Round[]): readonly DigestedRun[] => of.map(({ result }) => result);
  const [one, merge] = [results(runs.one), results(runs.sharded)];
  const [slowest, all] = [runs.sharded.map((round) => round.slowest), runs.sharded.map((round) => round.all)];
  const different = unlikeCsvs(merge, one);
  const share = (of: readonly RunCost[]): number => medianRatio(of, one, ({ cpuMs }) => cpuMs);
  return {
    title: `Shards: ${whole(MAILBOXES)} mailboxes in ${SHARDS} shards, and their merge`,
    notes: [
      'No latency. The shards run one after another, as if each had a machine of its own. Unlike the one run, they upload ' +
        'what they read: the artifact client takes half a second of CPU in each.',
    ],
    table: {
      head: ['', 'Mailboxes', 'CPU', 'Peak memory', 'Wall'],
      rows: [
        row('One run', MAILBOXES, one),
        row('Slowest shard', MAILBOXES / SHARDS, slowest),
        row('All shards', MAILBOXES, all),
        row('Merge', MAILBOXES, merge),
      ],
    },
    floors: [
      { what: 'CPU of a shard, of one run', value: share(slowest), bound: SHARD_SHARE, side: 'most', show: percent },
      { what: 'CPU of the merge, of one run', value: share(merge), bound: MERGE_SHARE, side: 'most', show: percent },
      {
        what: 'Peak memory of the merge',
        value: medianOf(merge, 'peakBytes'),
        bound: PEAK_BYTES,
        side: 'most',
        show: mib,
      },
      { what: 'CSVs unlike that of one run', value: different, bound: 0, side: 'most', show: whole },
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
