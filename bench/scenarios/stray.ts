import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { runAction } from '../action-run.ts';
import { expectedRows, wrongRows } from '../expected-rows.ts';
import { atMost, none, some } from '../floor.ts';
import { numberIn } from '../measured-run.ts';
import { median } from '../median.ts';
import { percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const BATCH_MS = 150;
const RETRY_AFTER_SECONDS = 1.5;
const MOST = 1.3;

interface StrayRun {
  readonly readingMs: number;
  readonly wallMs: number;
  /** Ms for which the tenant asked to send nothing. */
  readonly pausedMs: number;
  readonly items: number;
  readonly refused: number;
  readonly early: number;
  readonly wrong: number;
}

/** Measures a run whose throttling does not depend on how fast it sends. */
export async function stray(
  premises: Premises,
  rounds: number,
  { stray: { mailboxes, refusedEvery } }: Sizes,
): Promise<Section> {
  const latency = ['--latency-batch', String(BATCH_MS), '--limit', 'none'];
  const faults = JSON.stringify({ batch429: { every: refusedEvery, retryAfter: RETRY_AFTER_SECONDS } });
  const calm = await startTenantProcess(premises, { mailboxes, options: latency });
  const busy = await startTenantProcess(premises, { mailboxes, options: [...latency, '--faults', faults] });
  const expected = await expectedRows(calm, calm.addresses);
  const { unthrottled, throttled } = await shuffledRounds<'unthrottled' | 'throttled', StrayRun>(rounds, {
    unthrottled: () => runOnce(premises, calm, expected),
    throttled: () => runOnce(premises, busy, expected),
  }).finally(() => Promise.all([calm, busy].map((tenant) => tenant.close())));
  const of = (runs: readonly StrayRun[], key: keyof StrayRun): number => median(runs.map((run) => run[key]));
  const ratio = median(
    throttled.map(({ readingMs, pausedMs }, round) => readingMs / (pausedMs + (unthrottled[round]?.readingMs ?? NaN))),
  );
  const worst = (key: 'early' | 'wrong'): number => Math.max(...[...unthrottled, ...throttled].map((run) => run[key]));
  const row = (what: string, runs: readonly StrayRun[]): string[] => [
    what,
    seconds(of(runs, 'readingMs')),
    seconds(of(runs, 'pausedMs')),
    seconds(of(runs, 'wallMs')),
    percent(median(runs.map(({ refused, items }) => refused / items))),
    whole(Math.max(...runs.map(({ early }) => early))),
    whole(Math.max(...runs.map(({ wrong }) => wrong))),
  ];
  return {
    title: `Stray throttling: ${whole(mailboxes)} mailboxes, one batch in ${refusedEvery} refused, ${BATCH_MS} ms per batch`,
    notes: [
      `The tenant answers one batch in ${refusedEvery} with 429 and a Retry-After of ${RETRY_AFTER_SECONDS} s, at whatever rate ` +
        'batches are sent. *Pauses* is the time for which it asked to send nothing; overlapping pauses count once. The ' +
        'ideal is the pauses plus the time of a run without throttling.',
    ],
    table: {
      head: ['', 'Reading', 'Pauses', 'Whole process', 'Refused', 'Early', 'Wrong rows'],
      rows: [row('The action, not throttled', unthrottled), row('The action, throttled', throttled)],
    },
    floors: [
      atMost('Reading, of pauses plus unthrottled time', ratio, MOST, times),
      some('Mailboxes refused', Math.min(...throttled.map(({ refused }) => refused))),
      // On a busy machine the action receives a Retry-After later than the tenant assumes.
      atMost('Mailboxes sent early', worst('early'), 0, whole),
      none('Wrong rows', worst('wrong')),
    ],
  };
}

async function runOnce(premises: Premises, tenant: TenantProcess, expected: readonly string[]): Promise<StrayRun> {
  const before = await tenant.inspect('counts');
  const { readingMs, wallMs, csvFile, home } = await runAction(premises, tenant, tenant.addresses);
  const after = await tenant.inspect('counts');
  const grown = (count: string): number => numberIn(after, count) - numberIn(before, count);
  const wrong = await wrongRows(csvFile, expected);
  await rm(home, { recursive: true });
  const counts = { items: grown('items'), refused: grown('refused'), early: grown('early') };
  // The next run must not start within the last Retry-After.
  if (counts.refused > 0) await wait(RETRY_AFTER_SECONDS * 1000);
  return { readingMs, wallMs, pausedMs: grown('pausedMs'), ...counts, wrong };
}
