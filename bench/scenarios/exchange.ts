import { useAction } from '../action-run.ts';
import { numberIn, preloading, seen, usageIn, type RunCost } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, ms, percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const EXCHANGE_REPORTS = ['mailbox-properties', 'client-access'];
const REPORTS = [...EXCHANGE_REPORTS, 'mailbox-settings'];
const MAILBOXES = 100_000;
const PAGE_MS = 400;
const PAGE_SIZE = 1_000;
const BATCH_MS = 150;
/** All rows are made after the last page, since a listing that is not whole says nothing about a mailbox. */
const TIMES_PAGES = 1.3;
const MOST_BYTES = 1024 * 1024 * 1024;
const LEAST_MEANWHILE = 0.9;

/** Two reports from Exchange Online beside one from Graph, where Exchange answers as slowly as it might in the field. */
export async function exchange(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: ['--latency-exchange', String(PAGE_MS), '--latency-batch', String(BATCH_MS)],
  });
  try {
    return await measure(premises, tenant, rounds);
  } finally {
    await tenant.close();
  }
}

interface Run extends RunCost {
  readonly pages: number;
  /** The share of Graph's batches that were answered before the last page of Exchange. */
  readonly meanwhile: number;
}

async function runOnce(premises: Premises, tenant: TenantProcess): Promise<Run> {
  const { home, run } = await useAction(premises, tenant, tenant.addresses, { reports: REPORTS });
  const wallMs = await run(preloading(['usage', 'interleaving'], home));
  const interleaving = await seen('interleaving', home);
  return {
    wallMs,
    ...(await usageIn(home)),
    pages: numberIn(interleaving, 'pages'),
    meanwhile: numberIn(interleaving, 'batchesBefore') / numberIn(interleaving, 'batches'),
  };
}

async function measure(premises: Premises, tenant: TenantProcess, rounds: number): Promise<Section> {
  const runs: Run[] = [];
  for (let round = 0; round < rounds; round++) runs.push(await runOnce(premises, tenant));
  const of = (value: (run: Run) => number): number => median(runs.map(value));
  const pagesMs = (MAILBOXES / PAGE_SIZE) * PAGE_MS;
  const wallMs = of((run) => run.wallMs);
  const peak = of(({ peakBytes }) => peakBytes);
  const meanwhile = of((run) => run.meanwhile);
  return {
    title: `Exchange Online: ${whole(MAILBOXES)} mailboxes, ${PAGE_MS} ms a page`,
    notes: [
      `\`${REPORTS.join('`, `')}\` in one run; Graph needs ${BATCH_MS} ms a batch. The pages' own time is that of the ` +
        `${whole(MAILBOXES / PAGE_SIZE)} pages of one listing, one after another: ${seconds(pagesMs)}. Some addresses have no ` +
        'mailbox, so that each listing has a few pages less: the last column counts the requests of both.',
    ],
    table: {
      head: ['', 'Wall', 'CPU', 'Peak memory', 'Requests to Exchange'],
      rows: [['The action', seconds(wallMs), ms(of(({ cpuMs }) => cpuMs)), mib(peak), whole(of(({ pages }) => pages))]],
    },
    floors: [
      { what: "Wall time, of the pages' own", value: wallMs / pagesMs, bound: TIMES_PAGES, side: 'most', show: times },
      { what: 'Peak memory', value: peak, bound: MOST_BYTES, side: 'most', show: mib },
      {
        what: 'Batches of Graph answered before the last page',
        value: meanwhile,
        bound: LEAST_MEANWHILE,
        side: 'least',
        show: percent,
      },
    ],
  };
}
