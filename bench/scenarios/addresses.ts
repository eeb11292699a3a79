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
const MAILBOXES = ['mailbox-properties'];
const TABLE = ['addresses'];
const BOTH = [...MAILBOXES, ...TABLE];

/** Addresses beside mailboxes: they share the listing of mailboxes, and that of recipients is read beside it. */
export async function addresses(premises: Premises, rounds: number, { addresses: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: [
      '--role',
      'GroupMember.Read.All',
      '--aliases',
      '1',
      '--groups',
      String(size.groups),
      '--latency-single',
      String(PAGE_MS),
      '--latency-batch',
      String(PAGE_MS),
      '--latency-exchange',
      String(PAGE_MS),
    ],
  });
  const measured = (reports: readonly string[]): Promise<ComparedRun> => comparedRun(premises, tenant, reports);
  const runs = await shuffledRounds<'mailboxes' | 'table' | 'both', ComparedRun>(rounds, {
    mailboxes: () => measured(MAILBOXES),
    table: () => measured(TABLE),
    both: () => measured(BOTH),
  }).finally(() => tenant.close());
  const share = ratioToSlower(runs.both, runs.mailboxes, runs.table);
  return {
    title: `Addresses: ${whole(size.mailboxes)} mailboxes, ${whole(size.groups)} groups, ${PAGE_MS} ms a page`,
    notes: ['Each mailbox has three addresses.'],
    table: costTable('Reports', [
      [MAILBOXES, runs.mailboxes],
      [TABLE, runs.table],
      [BOTH, runs.both],
    ]),
    floors: [
      atMost('Wall time of both, of the slower alone', share, MOST_TIMES, times),
      atMost('Peak memory', medianOf(runs.both, 'peakBytes'), MOST_BYTES, mib),
      none(
        'CSVs unlike those of a run for each',
        unlikeCsvs(runs.mailboxes, runs.both) + unlikeCsvs(runs.table, runs.both),
      ),
    ],
  };
}
