import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { runAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { expectedRows, wrongRows } from '../expected-rows.ts';
import { atMost, none, some, type Floor } from '../floor.ts';
import { numberIn, type MeasuredRun } from '../measured-run.ts';
import { median, medianOf } from '../median.ts';
import { percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const BATCH_MS = 50;
const REFUSED_SHARE = 0.04;
/** Batches in flight with which the Graph client exceeds the limit. One at a time stays below it. */
const GRAPH_CLIENT_IN_FLIGHT = 4;
/** Times the ideal, where the Retry-After is a second, and where it is longer. */
const MOST_TIMES = 1.15;
const MOST_TIMES_LONGER = 1.5;

/** The throttling of one run at the limit. */
interface ThrottledRun {
  readonly readingMs: number;
  /** The time of reading, of that which the limit allows. */
  readonly ofIdeal: number;
  readonly wallMs: number;
  /** Mailboxes asked for, as the tenant counted them. */
  readonly items: number;
  readonly refused: number;
  readonly early: number;
  readonly wrong: number;
}

/** The throughput of a run compared with the limit of the tenant. */
export async function throttle(premises: Premises, rounds: number, { throttle: size }: Sizes): Promise<Section> {
  const { mailboxes, limit } = size;
  const idealMs = (mailboxes / limit) * 1000;
  const cases = [
    { retryAfter: 1, most: MOST_TIMES },
    { retryAfter: size.retryAfter, most: MOST_TIMES_LONGER },
  ];
  const rows: string[][] = [];
  const floors: Floor[] = [];
  for (const { retryAfter, most } of cases) {
    const tenant = await startTenantProcess(premises, {
      mailboxes,
      options: ['--limit', String(limit), '--retry-after', String(retryAfter), '--latency-batch', String(BATCH_MS)],
    });
    try {
      const expected = await expectedRows(tenant, tenant.addresses);
      const once = (run: () => Promise<MeasuredRun>): Promise<ThrottledRun> =>
        throttledRun(tenant, { expected, idealMs }, run);
      // The window and the closed gate of the previous run must have ended.
      const nextWindow = (): Promise<void> => wait((retryAfter + 1) * 1000);
      const runs: ThrottledRun[] = [];
      for (let round = 0; round < rounds; round++) {
        if (round > 0) await nextWindow();
        runs.push(await once(() => runAction(premises, tenant, tenant.addresses)));
      }
      rows.push(row(`The action, Retry-After ${retryAfter} s`, runs));
      floors.push(...floorsOf(runs, retryAfter, most));
      if (retryAfter === 1) {
        await nextWindow();
        const client = await once(() =>
          runClient(premises, tenant, 'graphClient', tenant.addresses, GRAPH_CLIENT_IN_FLIGHT),
        );
        rows.push(
          row(`Graph client, ${GRAPH_CLIENT_IN_FLIGHT} batches at a time, Retry-After ${retryAfter} s`, [client]),
        );
        floors.push(some('Mailboxes refused to the Graph client', client.refused));
      }
    } finally {
      await tenant.close();
    }
  }
  return {
    title: `Throttling: ${whole(mailboxes)} mailboxes, ${whole(limit)} a second, ${BATCH_MS} ms a batch`,
    notes: [
      `The limit itself allows ${seconds(idealMs)}; refused mailboxes count against it too. *Early* are mailboxes ` +
        'requested during a Retry-After that the client had received. *Wrong rows* are those of the CSV whose ' +
        "values are not the mailbox's. The Graph client's batch helper hands a 429 inside a batch on as an answer like " +
        'any other and says nothing: its wrong rows hold that error.',
    ],
    table: { head: ['', 'Reading', 'Of the ideal', 'Whole process', 'Refused', 'Early', 'Wrong rows'], rows },
    floors,
  };
}

async function throttledRun(
  tenant: TenantProcess,
  { expected, idealMs }: { readonly expected: readonly string[]; readonly idealMs: number },
  run: () => Promise<MeasuredRun>,
): Promise<ThrottledRun> {
  const before = await tenant.inspect('counts');
  const { readingMs, wallMs, csvFile, home } = await run();
  const after = await tenant.inspect('counts');
  const grown = (count: string): number => numberIn(after, count) - numberIn(before, count);
  const wrong = await wrongRows(csvFile, expected);
  await rm(home, { recursive: true });
  const counts = { items: grown('items'), refused: grown('refused'), early: grown('early') };
  return { readingMs, ofIdeal: readingMs / idealMs, wallMs, ...counts, wrong };
}

/** Errors are those of the worst run, all other numbers those of the median run. */
function floorsOf(runs: readonly ThrottledRun[], retryAfter: number, most: number): Floor[] {
  const at = (what: string): string => `${what}, Retry-After ${retryAfter} s`;
  return [
    atMost(at('Reading, of the ideal'), medianOf(runs, 'ofIdeal'), most, times),
    atMost(at('Mailboxes refused'), refusedShare(runs), REFUSED_SHARE, percent),
    // On a busy machine a client receives a Retry-After later than the tenant assumes.
    atMost(at('Mailboxes asked for early'), worst(runs, 'early'), 0, whole),
    none(at('Wrong rows'), worst(runs, 'wrong')),
  ];
}

function row(what: string, runs: readonly ThrottledRun[]): string[] {
  return [
    what,
    seconds(medianOf(runs, 'readingMs')),
    times(medianOf(runs, 'ofIdeal')),
    seconds(medianOf(runs, 'wallMs')),
    percent(refusedShare(runs)),
    whole(worst(runs, 'early')),
    whole(worst(runs, 'wrong')),
  ];
}

function refusedShare(runs: readonly ThrottledRun[]): number {
  return median(runs.map(({ refused, items }) => refused / items));
}

function worst(runs: readonly ThrottledRun[], of: 'early' | 'wrong'): number {
  return Math.max(...runs.map((run) => run[of]));
}
