import { runAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { digested, unlikeCsvs, type DigestedRun } from '../csv-digest.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { ms, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const MAILBOXES = 2_000;
const MAILBOXES_ONE_BY_ONE = 200;
const BATCH_MS = 150;
const SINGLE_MS = 40;
const TIMES_SEQUENTIAL = 60;
const TIMES_GRAPH_CLIENT = 12;

/** How long a mailbox takes where Graph answers as slowly as it does in the field. */
export async function latency(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: ['--latency-batch', String(BATCH_MS), '--latency-single', String(SINGLE_MS)],
  });
  try {
    return await compare(premises, tenant, rounds);
  } finally {
    await tenant.close();
  }
}

async function compare(premises: Premises, tenant: TenantProcess, rounds: number): Promise<Section> {
  const { addresses } = tenant;
  const some = addresses.slice(0, MAILBOXES_ONE_BY_ONE);
  const runs = await shuffledRounds<'action' | 'graphClient' | 'sequential', DigestedRun>(rounds, {
    action: async () => digested(await runAction(premises, tenant, addresses)),
    graphClient: async () => digested(await runClient(premises, tenant, 'graphClient', addresses)),
    sequential: async () => digested(await runClient(premises, tenant, 'sequential', some)),
  });
  const different = unlikeCsvs(runs.action, runs.graphClient);
  const each = (of: readonly MeasuredRun[], mailboxes: number, time: 'readingMs' | 'wallMs' = 'readingMs'): number =>
    median(of.map((run) => run[time])) / mailboxes;
  const reading = each(runs.action, MAILBOXES);
  const batches = each(runs.graphClient, MAILBOXES);
  const singles = each(runs.sequential, MAILBOXES_ONE_BY_ONE);
  const faster = (than: readonly MeasuredRun[], mailboxes: number): number =>
    medianRatio(than, runs.action, ({ readingMs }) => readingMs) * (MAILBOXES / mailboxes);
  const row = (what: string, mailboxes: number, perMailbox: number): string[] => [
    what,
    whole(mailboxes),
    ms(perMailbox * mailboxes),
    ms(perMailbox),
    times(singles / perMailbox),
    times(batches / perMailbox),
  ];
  const least = (what: string, value: number, bound: number) => ({
    what,
    value,
    bound,
    show: times,
    side: 'least' as const,
  });
  return {
    title: `Latency: ${BATCH_MS} ms a batch, ${SINGLE_MS} ms a single request`,
    notes: [
      'Wall time. *Reading* is from the first request for mailboxes to the last answer; the *whole process* adds the ' +
        'start of Node, the token and the files. The other clients are given a token and timed without their start.',
    ],
    table: {
      head: ['', 'Mailboxes', 'Time', 'A mailbox', 'Against single requests', 'Against the Graph client'],
      rows: [
        row('The action, reading', MAILBOXES, reading),
        row('The action, whole process', MAILBOXES, each(runs.action, MAILBOXES, 'wallMs')),
        row('Graph client, batch after batch', MAILBOXES, batches),
        row('Single requests, one after another', MAILBOXES_ONE_BY_ONE, singles),
      ],
    },
    floors: [
      least('Reading against single requests', faster(runs.sequential, MAILBOXES_ONE_BY_ONE), TIMES_SEQUENTIAL),
      least('Reading against the Graph client', faster(runs.graphClient, MAILBOXES), TIMES_GRAPH_CLIENT),
      { what: "CSVs unlike the Graph client's", value: different, bound: 0, side: 'most', show: whole },
    ],
  };
}
