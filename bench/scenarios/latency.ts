import { runAction } from '../action-run.ts';
import { runClient } from '../client-run.ts';
import { csvDigest } from '../csv-digest.ts';
import type { MeasuredRun } from '../measured-run.ts';
import { median } from '../median.ts';
import { ms, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
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
  const action: MeasuredRun[] = [];
  const graphClient: MeasuredRun[] = [];
  const sequential: MeasuredRun[] = [];
  let different = 0;
  for (let round = 0; round < rounds; round++) {
    const ours = await runAction(premises, tenant, addresses);
    const theirs = await runClient(premises, tenant, 'graphClient', addresses);
    const script = await runClient(premises, tenant, 'sequential', addresses.slice(0, MAILBOXES_ONE_BY_ONE));
    action.push(ours);
    graphClient.push(theirs);
    sequential.push(script);
    if ((await csvDigest(ours)) !== (await csvDigest(theirs))) different++;
  }
  const reading = median(action.map(({ readingMs }) => readingMs)) / MAILBOXES;
  const process = median(action.map(({ wallMs }) => wallMs)) / MAILBOXES;
  const batches = median(graphClient.map(({ readingMs }) => readingMs)) / MAILBOXES;
  const singles = median(sequential.map(({ readingMs }) => readingMs)) / MAILBOXES_ONE_BY_ONE;
  const row = (what: string, mailboxes: number, each: number): string[] => [
    what,
    whole(mailboxes),
    ms(each * mailboxes),
    ms(each),
    times(singles / each),
    times(batches / each),
  ];
  const least = (what: string, value: number, bound: number) => ({
    ...{ what, value, bound, show: times },
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
        row('The action, whole process', MAILBOXES, process),
        row('Graph client, batch after batch', MAILBOXES, batches),
        row('Single requests, one after another', MAILBOXES_ONE_BY_ONE, singles),
      ],
    },
    floors: [
      least('Reading against single requests', singles / reading, TIMES_SEQUENTIAL),
      least('Reading against the Graph client', batches / reading, TIMES_GRAPH_CLIENT),
      { what: "CSVs unlike the Graph client's", value: different, bound: 0, side: 'most', show: whole },
    ],
  };
}
