import { costOf } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import type { RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { ratioToSlower, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';

const MAILBOXES = 100_000;
const APPLICATIONS = 300;
const PAGE_MS = 300;
const MOST_TIMES = 1.15;
const MOST_BYTES = 1024 * 1024 * 1024;
const OF_GRAPH = ['accounts'];
const OF_EXCHANGE = ['mailbox-properties'];
const ALL = [...OF_GRAPH, ...OF_EXCHANGE, 'applications'];
const ROLES = [
  'User.Read.All',
  'AuditLog.Read.All',
  'LicenseAssignment.Read.All',
  'Application.Read.All',
  'Directory.Read.All',
];

/** Applications beside two listings of mailboxes: their own listings are short, and equal mailboxes share their cells. */
export async function applications(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      '--applications',
      String(APPLICATIONS),
      '--latency-single',
      String(PAGE_MS),
      '--latency-exchange',
      String(PAGE_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<RunCost> => costOf(premises, tenant, reports);
  const runs = await shuffledRounds<'graph' | 'exchange' | 'all', RunCost>(rounds, {
    graph: () => measured(OF_GRAPH),
    exchange: () => measured(OF_EXCHANGE),
    all: () => measured(ALL),
  }).finally(() => tenant.close());
  const share = ratioToSlower(runs.all, runs.graph, runs.exchange);
  return {
    title: `Applications: ${whole(MAILBOXES)} mailboxes, ${APPLICATIONS} applications, ${PAGE_MS} ms a page`,
    notes: ['20 applications reach every mailbox, the others those of one of 20 scopes.'],
    table: costTable('Reports', [
      [OF_GRAPH, runs.graph],
      [OF_EXCHANGE, runs.exchange],
      [ALL, runs.all],
    ]),
    floors: [
      { what: 'Wall time of all, of the slower alone', value: share, bound: MOST_TIMES, side: 'most', show: times },
      { what: 'Peak memory', value: medianOf(runs.all, 'peakBytes'), bound: MOST_BYTES, side: 'most', show: mib },
    ],
  };
}
