import { rm } from 'node:fs/promises';
import { runAction, type Wanted } from './action-run.ts';
import { atMost, type Floor } from './floor.ts';
import type { MeasuredRun } from './measured-run.ts';
import { medianOf } from './median.ts';
import { mib, percent, seconds, whole } from './numbers.ts';
import type { Premises } from './premises.ts';
import { medianRatio, shuffledRounds } from './rounds.ts';
import { startTenantProcess } from './tenant-process.ts';

const MOST_BYTES = 1024 * 1024 * 1024;

/** The cost that a feature adds to a run without throttling. */
export interface AddedCost {
  /** CPU time, of that without. */
  readonly share: number;
  readonly table: { readonly head: string[]; readonly rows: string[][] };
  /** The peak memory of the long list with it. */
  readonly memory: Floor;
}

/**
 * Runs of some mailboxes without it and with it, and of many with it, in shuffled rounds.
 *
 * @param look is called with a run with it before its files are removed
 */
export async function addedCost(
  premises: Premises,
  rounds: number,
  { mailboxes, many }: { readonly mailboxes: number; readonly many: number },
  { names: [without, added], wanted, look }: AddedThing,
): Promise<AddedCost> {
  const tenant = await startTenantProcess(premises, { mailboxes: many, options: ['--limit', 'none'] });
  const some = tenant.addresses.slice(0, mailboxes);
  const measured = async (addresses: readonly string[], more?: Wanted, isLookedAt = false): Promise<MeasuredRun> => {
    const run = await runAction(premises, tenant, addresses, more);
    if (isLookedAt) await look(run);
    await rm(run.home, { recursive: true });
    return run;
  };
  const runs = await shuffledRounds<'plain' | 'more' | 'large', MeasuredRun>(rounds, {
    plain: () => measured(some),
    more: () => measured(some, wanted, true),
    large: () => measured(tenant.addresses, wanted),
  }).finally(() => tenant.close());
  const share = medianRatio(runs.more, runs.plain, ({ cpuMs }) => cpuMs);
  const row = (what: string, addresses: number, of: readonly MeasuredRun[], shown: string): string[] => [
    what,
    whole(addresses),
    seconds(medianOf(of, 'cpuMs')),
    shown,
    mib(medianOf(of, 'peakBytes')),
    seconds(medianOf(of, 'wallMs')),
  ];
  return {
    share,
    table: {
      head: ['', 'Mailboxes', 'CPU', 'Share', 'Peak memory', 'Wall'],
      rows: [
        row(without, mailboxes, runs.plain, percent(1)),
        row(added, mailboxes, runs.more, percent(share)),
        row(added, many, runs.large, ''),
      ],
    },
    memory: atMost(`Peak memory, ${whole(many)} mailboxes`, medianOf(runs.large, 'peakBytes'), MOST_BYTES, mib),
  };
}

interface AddedThing {
  /** Of the rows without and with it. */
  readonly names: readonly [string, string];
  readonly wanted: Wanted;
  readonly look: (run: MeasuredRun) => Promise<void>;
}
