import { runAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { digested, unlikeCsvs, type Digests } from '../csv-digest.ts';
import { expectedRows, wrongRows } from '../expected-rows.ts';
import { atLeast, none } from '../floor.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { ms, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const BATCH_MS = 150;
const SINGLE_MS = 40;
const TIMES_SEQUENTIAL = 60;
const TIMES_GRAPH_CLIENT = 12;

/** How long a mailbox takes where Graph answers as slowly as it does in the field. */
export async function latency(premises: Premises, rounds: number, { latency: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: ['--latency-batch', String(BATCH_MS), '--latency-single', String(SINGLE_MS)],
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
  { mailboxes, oneByOne }: Sizes['latency'],
): Promise<Section> {
  const { addresses } = tenant;
  const some = addresses.slice(0, oneByOne);
  const expected = await expectedRows(tenant, some);
  let wrong = 0;
  const runs = await shuffledRounds<'action' | 'graphClient' | 'sequential', MeasuredRun & Digests>(rounds, {
    action: async () => digested(await runAction(premises, tenant, addresses)),
    graphClient: async () => digested(await runClient(premises, tenant, 'graphClient', addresses)),
    sequential: async () => {
      const run = await runClient(premises, tenant, 'sequential', some);
      wrong += await wrongRows(run.csvFile, expected);
      return digested(run);
    },
  });
  const each = (of: readonly MeasuredRun[], addresses: number, time: 'readingMs' | 'wallMs' = 'readingMs'): number =>
    median(of.map((run) => run[time])) / addresses;
  const reading = each(runs.action, mailboxes);
  const batches = each(runs.graphClient, mailboxes);
  const singles = each(runs.sequential, oneByOne);
  const faster = (than: readonly MeasuredRun[], addresses: number): number =>
    medianRatio(than, runs.action, ({ readingMs }) => readingMs) * (mailboxes / addresses);
  const row = (what: string, addresses: number, perMailbox: number): string[] => [
    what,
    whole(addresses),
    ms(perMailbox * addresses),
    ms(perMailbox),
    times(singles / perMailbox),
    times(batches / perMailbox),
  ];
  return {
    title: `Latency: ${BATCH_MS} ms a batch, ${SINGLE_MS} ms a single request`,
    notes: [
      'Wall time. *Reading* is from the first request for mailboxes to the last answer; the *whole process* adds the ' +
        'start of Node, the token and the files. The other clients are given a token and timed without their start.',
    ],
    table: {
      head: ['', 'Mailboxes', 'Time', 'A mailbox', 'Against single requests', 'Against the Graph client'],
      rows: [
        row('The action, reading', mailboxes, reading),
        row('The action, whole process', mailboxes, each(runs.action, mailboxes, 'wallMs')),
        row('Graph client, batch after batch', mailboxes, batches),
        row('Single requests, one after another', oneByOne, singles),
      ],
    },
    floors: [
      atLeast('Reading against single requests', faster(runs.sequential, oneByOne), TIMES_SEQUENTIAL, times),
      atLeast('Reading against the Graph client', faster(runs.graphClient, mailboxes), TIMES_GRAPH_CLIENT, times),
      none("CSVs unlike the Graph client's", unlikeCsvs(runs.action, runs.graphClient)),
      none('Wrong rows of single requests', wrong),
    ],
  };
}
