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
const PAGE_MS = 300;
const BATCH_MS = 150;
const MOST_TIMES = 1.15;
const MOST_BYTES = 1024 * 1024 * 1024;
const LISTED = ['accounts', 'mailbox-usage'];
const BATCHED = ['mailbox-settings'];
const ROLES = [
  'User.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'LicenseAssignment.Read.All',
  'MailboxSettings.Read',
];

/** Listings of Graph beside batches: together they take little longer than the slower of both alone. */
export async function listings(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      '--latency-single',
      String(PAGE_MS),
      '--latency-batch',
      String(BATCH_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<RunCost> => costOf(premises, tenant, reports);
  const runs = await shuffledRounds<'listed' | 'batched' | 'both', RunCost>(rounds, {
    listed: () => measured(LISTED),
    batched: () => measured(BATCHED),
    both: () => measured([...BATCHED, ...LISTED]),
  }).finally(() => tenant.close());
  const share = ratioToSlower(runs.both, runs.listed, runs.batched);
  const peak = medianOf(runs.both, 'peakBytes');
  return {
    title: `Listings: ${whole(MAILBOXES)} mailboxes, ${PAGE_MS} ms a page`,
    notes: [
      `Graph needs ${BATCH_MS} ms a batch. The pages of a listing are requested one after another, as their links arrive.`,
    ],
    table: costTable('Reports', [
      [LISTED, runs.listed],
      [BATCHED, runs.batched],
      [[...BATCHED, ...LISTED], runs.both],
    ]),
    floors: [
      { what: 'Wall time of all, of the slower alone', value: share, bound: MOST_TIMES, side: 'most', show: times },
      { what: 'Peak memory', value: peak, bound: MOST_BYTES, side: 'most', show: mib },
    ],
  };
}
