import { useAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { digested, unlikeCsvs, type Digests } from '../csv-digest.ts';
import { atMost, atLeast, none } from '../floor.ts';
import { numberIn, preloading, seen, usageIn, type RunCost } from '../measured-run.ts';
import { median, medianOf } from '../median.ts';
import { mib, ms, percent, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const EXCHANGE_REPORTS = ['mailbox-properties', 'client-access'];
const REPORTS = [...EXCHANGE_REPORTS, 'mailbox-settings'];
const PAGE_MS = 400;
const PAGE_SIZE = 1_000;
const BATCH_MS = 150;
/** What needs the whole listing is made after the last page, on a slow machine too. */
const TIMES_PAGES = 1.26;
const TIMES_CLIENT = 2;
const MOST_BYTES = 1024 * 1024 * 1024;
const LEAST_MEANWHILE = 0.9;

/** Two reports from Exchange Online beside one from Graph, where Exchange answers as slowly as it might in the field. */
export async function exchange(
  premises: Premises,
  rounds: number,
  { exchange: { mailboxes } }: Sizes,
): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes,
    options: ['--latency-exchange', String(PAGE_MS), '--latency-batch', String(BATCH_MS)],
  });
  // The client sends one batch after another, so that latency would take minutes, and costs no CPU.
  const ofClient = await startTenantProcess(premises, { mailboxes, options: ['--limit', 'none'] });
  try {
    return await measure(premises, tenant, ofClient, rounds);
  } finally {
    await Promise.all([tenant.close(), ofClient.close()]);
  }
}

interface Run extends RunCost, Digests {
  readonly pages: number;
  /** The share of Graph's batches that were answered before the last page of Exchange. */
  readonly meanwhile: number;
}

async function runOnce(premises: Premises, tenant: TenantProcess): Promise<Run> {
  const { home, run, csvFile } = await useAction(premises, tenant, tenant.addresses, { reports: REPORTS });
  const wallMs = await run(preloading(['usage', 'interleaving'], home));
  const interleaving = await seen('interleaving', home);
  const meanwhile = numberIn(interleaving, 'batchesBefore') / numberIn(interleaving, 'batches');
  const cost = { wallMs, ...(await usageIn(home)), pages: numberIn(interleaving, 'pages'), meanwhile };
  return digested({ ...cost, csvFile, home });
}

async function measure(
  premises: Premises,
  tenant: TenantProcess,
  ofClient: TenantProcess,
  rounds: number,
): Promise<Section> {
  const runs: Run[] = [];
  const { action, client } = await shuffledRounds<'action' | 'client', RunCost & Digests>(rounds, {
    action: async () => {
      const run = await runOnce(premises, tenant);
      runs.push(run);
      return run;
    },
    client: async () => digested(await runClient(premises, ofClient, 'graphClient', ofClient.addresses)),
  });
  const mailboxes = tenant.addresses.length;
  const of = (value: (run: Run) => number): number => median(runs.map(value));
  const share = medianRatio(action, client, ({ cpuMs }) => cpuMs);
  const pages = Math.ceil(mailboxes / PAGE_SIZE);
  const pagesMs = pages * PAGE_MS;
  const wallMs = of((run) => run.wallMs);
  const peak = of(({ peakBytes }) => peakBytes);
  const meanwhile = of((run) => run.meanwhile);
  return {
    title: `Exchange Online: ${whole(mailboxes)} mailboxes, ${PAGE_MS} ms a page`,
    notes: [
      `\`${REPORTS.join('`, `')}\` in one run; Graph needs ${BATCH_MS} ms a batch. The pages' own time is that of the ` +
        `${whole(pages)} pages of one listing, one after another: ${seconds(pagesMs)}. Some addresses have no ` +
        'mailbox, so that each listing has a few pages less: the last column counts the requests of both.',
    ],
    table: {
      head: ['', 'Wall', 'CPU', 'Peak memory', 'Requests to Exchange'],
      rows: [
        ['The action', seconds(wallMs), ms(of(({ cpuMs }) => cpuMs)), mib(peak), whole(of(({ pages }) => pages))],
        [
          'Graph client, mailbox settings, no latency',
          seconds(medianOf(client, 'wallMs')),
          ms(medianOf(client, 'cpuMs')),
          mib(medianOf(client, 'peakBytes')),
          '',
        ],
      ],
    },
    floors: [
      atMost("Wall time, of the pages' own", wallMs / pagesMs, TIMES_PAGES, times),
      atMost("CPU time, of the Graph client's", share, TIMES_CLIENT, times),
      atMost('Peak memory', peak, MOST_BYTES, mib),
      atLeast('Batches of Graph answered before the last page', meanwhile, LEAST_MEANWHILE, percent),
      none("CSVs unlike the Graph client's", unlikeCsvs(action, client)),
    ],
  };
}
