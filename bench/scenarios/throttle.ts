import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { runAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { expectedRows, wrongRows } from '../expected-rows.ts';
import type { Floor } from '../floor.ts';
import { numberIn, type MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const MAILBOXES = 30_000;
const LIMIT_A_SECOND = 1_000;
const IDEAL_MS = (MAILBOXES / LIMIT_A_SECOND) * 1000;
const BATCH_MS = 50;
const REFUSED_SHARE = 0.04;
/** Batches in flight with which the Graph client exceeds the limit. One at a time stays below it. */
const GRAPH_CLIENT_IN_FLIGHT = 4;
const CASES = [
  { retryAfter: 1, most: 1.15 },
  { retryAfter: 10, most: 1.5 },
];

/** The throttling of one run at the limit. */
interface ThrottledRun {
  readonly readingMs: number;
  readonly wallMs: number;
  /** Mailboxes asked for, as the tenant counted them. */
  readonly items: number;
  readonly refused: number;
  readonly early: number;
  readonly wrong: number;
}

/** The throughput of a run compared with the limit of the tenant. */
export async function throttle(premises: Premises, rounds: number): Promise<Section> {
  const rows: string[][] = [];
  const floors: Floor[] = [];
  for (const { retryAfter, most } of CASES) {
    const tenant = await startTenantProcess(premises, {
      mailboxes: MAILBOXES,
      options: [
        '--limit',
        String(LIMIT_A_SECOND),
        '--retry-after',
        String(retryAfter),
        '--latency-batch',
        String(BATCH_MS),
      ],
    });
    try {
      const expected = await expectedRows(tenant);
      const once = async (run: () => Promise<MeasuredRun>): Promise<ThrottledRun> => {
        // The window and the closed gate of the previous run must have ended.
        await wait((retryAfter + 1) * 1000);
        return throttledRun(tenant, expected, run);
      };
      const runs: ThrottledRun[] = [];
      for (let round = 0; round < rounds; round++) {
        runs.push(await once(() => runAction(premises, tenant, tenant.addresses)));
      }
      rows.push(row(`The action, Retry-After ${retryAfter} s`, runs));
      floors.push(...floorsOf(runs, retryAfter, most));
      if (retryAfter === 1) {
        const client = await once(() =>
          runClient(premises, tenant, 'graphClient', tenant.addresses, GRAPH_CLIENT_IN_FLIGHT),
        );
        rows.push(
          row(`Graph client, ${GRAPH_CLIENT_IN_FLIGHT} batches at a time, Retry-After ${retryAfter} s`, [client]),
        );
      }
    } finally {
      await tenant.close();
    }
  }
  return {
    title: `Throttling: ${whole(MAILBOXES)} mailboxes, ${whole(LIMIT_A_SECOND)} a second, ${BATCH_MS} ms a batch`,
    notes: [
      `The limit itself allows ${seconds(IDEAL_MS)}; refused mailboxes count against it too. *Early* are mailboxes ` +
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
  expected: readonly string[],
  run: () => Promise<MeasuredRun>,
): Promise<ThrottledRun> {
  const before = await tenant.inspect('counts');
  const { readingMs, wallMs, csvFile, home } = await run();
  const after = await tenant.inspect('counts');
  const grown = (count: string): number => numberIn(after, count) - numberIn(before, count);
  const wrong = await wrongRows(csvFile, expected);
  await rm(home, { recursive: true });
  return { readingMs, wallMs, items: grown('items'), refused: grown('refused'), early: grown('early'), wrong };
}

/** Errors are those of the worst run, all other numbers those of the median run. */
function floorsOf(runs: readonly ThrottledRun[], retryAfter: number, most: number): Floor[] {
  const at = (what: string): string => `${what}, Retry-After ${retryAfter} s`;
  return [
    { what: at('Reading, of the ideal'), value: ofIdeal(runs), bound: most, side: 'most', show: times },
    { what: at('Mailboxes refused'), value: refusedShare(runs), bound: REFUSED_SHARE, side: 'most', show: percent },
    { what: at('Mailboxes asked for early'), value: worst(runs, 'early'), bound: 0, side: 'most', show: whole },
    { what: at('Wrong rows'), value: worst(runs, 'wrong'), bound: 0, side: 'most', show: whole },
  ];
}

function row(what: string, runs: readonly ThrottledRun[]): string[] {
  return [
    what,
    seconds(median(runs.map(({ readingMs }) => readingMs))),
    times(ofIdeal(runs)),
    seconds(median(runs.map(({ wallMs }) => wallMs))),
    percent(refusedShare(runs)),
    whole(worst(runs, 'early')),
    whole(worst(runs, 'wrong')),
  ];
}

function ofIdeal(runs: readonly ThrottledRun[]): number {
  return median(runs.map(({ readingMs }) => readingMs)) / IDEAL_MS;
}

function refusedShare(runs: readonly ThrottledRun[]): number {
  return median(runs.map(({ refused, items }) => refused / items));
}

function worst(runs: readonly ThrottledRun[], of: 'early' | 'wrong'): number {
  return Math.max(...runs.map((run) => run[of]));
}
