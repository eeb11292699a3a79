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
export async function listings(
  premises: Premises,
  rounds: number,
  { listings: { mailboxes } }: Sizes,
): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      '--latency-single',
      String(PAGE_MS),
      '--latency-batch',
      String(BATCH_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<ComparedRun> => comparedRun(premises, tenant, reports);
  const runs = await shuffledRounds<'listed' | 'batched' | 'both', ComparedRun>(rounds, {
    listed: () => measured(LISTED),
    batched: () => measured(BATCHED),
    both: () => measured([...BATCHED, ...LISTED]),
  }).finally(() => tenant.close());
  const share = ratioToSlower(runs.both, runs.listed, runs.batched);
  const different = unlikeCsvs(runs.listed, runs.both) + unlikeCsvs(runs.batched, runs.both);
  return {
    title: `Listings: ${whole(mailboxes)} mailboxes, ${PAGE_MS} ms a page`,
    notes: [
      `Graph needs ${BATCH_MS} ms a batch. The pages of a listing are requested one after another, as their links arrive.`,
    ],
    table: costTable('Reports', [
      [LISTED, runs.listed],
      [BATCHED, runs.batched],
      [[...BATCHED, ...LISTED], runs.both],
    ]),
    floors: [
      atMost('Wall time of all, of the slower alone', share, MOST_TIMES, times),
      atMost('Peak memory', medianOf(runs.both, 'peakBytes'), MOST_BYTES, mib),
      none('CSVs unlike those of a run for each', different),
    ],
  };
}
