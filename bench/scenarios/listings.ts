import { rm } from 'node:fs/promises';
import { useAction } from '../action-run.ts';
import { numberIn, preloading, seen } from '../measured-run.ts';
import { median } from '../median.ts';
import { mib, ms, seconds, times, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';

const MAILBOXES = 100_000;
const PAGE_MS = 300;
const BATCH_MS = 150;
const MOST_TIMES = 1.15;
const MOST_BYTES = 512 * 1024 * 1024;
const LISTED = ['accounts', 'mailbox-usage'];
const BATCHED = ['mailbox-settings'];
const ROLES = [
  'User.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'LicenseAssignment.Read.All',
  'MailboxSettings.Read',
];

interface Run {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Listings of Graph beside batches: together they take little longer than the slower of both alone. */
export async function listings(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: [
      ...ROLES.flatMap((role) => ['--role', role]),
      ...['--latency-single', String(PAGE_MS), '--latency-batch', String(BATCH_MS)],
    ],
  });
  const measured = async (reports: readonly string[]): Promise<Run> => {
    const { home, run } = await useAction(premises, tenant, tenant.addresses, { reports });
    const wallMs = await run(preloading(['usage'], home));
    const usage = await seen('usage', home);
    await rm(home, { recursive: true });
    return { wallMs, cpuMs: numberIn(usage, 'cpuMs'), peakBytes: numberIn(usage, 'peakBytes') };
  };
  const runs = await shuffledRounds<'listed' | 'batched' | 'both', Run>(rounds, {
    listed: () => measured(LISTED),
    batched: () => measured(BATCHED),
    both: () => measured([...BATCHED, ...LISTED]),
  }).finally(() => tenant.close());
  const middle = (of: readonly Run[], value: 'wallMs' | 'cpuMs' | 'peakBytes'): number =>
    median(of.map((run) => run[value]));
  const isListedSlower = middle(runs.listed, 'wallMs') > middle(runs.batched, 'wallMs');
  const share = medianRatio(runs.both, isListedSlower ? runs.listed : runs.batched, ({ wallMs }) => wallMs);
  const peak = middle(runs.both, 'peakBytes');
  const row = (reports: readonly string[], of: readonly Run[]): string[] => [
    `\`${reports.join('`, `')}\``,
    ...[seconds(middle(of, 'wallMs')), ms(middle(of, 'cpuMs')), mib(middle(of, 'peakBytes'))],
  ];
  return {
    title: `Listings: ${whole(MAILBOXES)} mailboxes, ${PAGE_MS} ms a page`,
    notes: [
      `Graph needs ${BATCH_MS} ms a batch. The pages of a listing are requested one after another, as their links arrive.`,
    ],
    table: {
      head: ['Reports', 'Wall', 'CPU', 'Peak memory'],
      rows: [row(LISTED, runs.listed), row(BATCHED, runs.batched), row([...BATCHED, ...LISTED], runs.both)],
    },
    floors: [
      { what: 'Wall time of all, of the slower alone', value: share, bound: MOST_TIMES, side: 'most', show: times },
      { what: 'Peak memory', value: peak, bound: MOST_BYTES, side: 'most', show: mib },
    ],
  };
}
