import { comparedRun, type ComparedRun } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import { unlikeCsvs } from '../csv-digest.ts';
import { atMost, none } from '../floor.ts';
import { medianOf } from '../median.ts';
import { mib, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { ratioToSlower, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess } from '../tenant-process.ts';

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

/**
 * Applications beside two listings of mailboxes: their own listings are shorter, and equal mailboxes share their cells but for what people
 * consented to.
 */
export async function applications(
  premises: Premises,
  rounds: number,
  { applications: size }: Sizes,
): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      '--applications',
      String(size.applications),
      '--consents',
      String(size.consents),
      '--latency-single',
      String(PAGE_MS),
      '--latency-exchange',
      String(PAGE_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<ComparedRun> => comparedRun(premises, tenant, reports);
  const runs = await shuffledRounds<'graph' | 'exchange' | 'all', ComparedRun>(rounds, {
    graph: () => measured(OF_GRAPH),
    exchange: () => measured(OF_EXCHANGE),
    all: () => measured(ALL),
  }).finally(() => tenant.close());
  const share = ratioToSlower(runs.all, runs.graph, runs.exchange);
  return {
    title: `Applications: ${whole(size.mailboxes)} mailboxes, ${size.applications} applications, ${PAGE_MS} ms a page`,
    notes: [
      '20 applications reach every mailbox, the others those of one of 20 scopes.',
      `${whole(size.consents)} people consented to an application for themselves alone.`,
    ],
    table: costTable('Reports', [
      [OF_GRAPH, runs.graph],
      [OF_EXCHANGE, runs.exchange],
      [ALL, runs.all],
    ]),
    floors: [
      atMost('Wall time of all, of the slower alone', share, MOST_TIMES, times),
      atMost('Peak memory', medianOf(runs.all, 'peakBytes'), MOST_BYTES, mib),
      none(
        'CSVs unlike those of a run for each',
        unlikeCsvs(runs.graph, runs.all) + unlikeCsvs(runs.exchange, runs.all),
      ),
    ],
  };
}
