import { targetKey, type AppliedChange, type PlannedChange } from './change.ts';
import type { QueueOptions } from './change-queue.ts';
import { isDone } from './needed-changes.ts';
import { withEffects } from './write.ts';
import { settingIn } from './targets/setting-values.ts';

/** For all changes, in ms. */
const LONGEST = 60_000;
/** Moments after the last write at which all changes that are not verified are looked for, in ms. The last one leaves time to read. */
const LOOKS = [0, 10_000, 30_000, 55_000];

type LookOptions = Pick<QueueOptions, 'service' | 'now' | 'sleep' | 'signal'>;

/**
 * Reads the targets of changes that are not verified again, for a minute at most for all of them. Returns the results of those that are there
 * now. Never rejects.
 */
export async function verifiedLater(
  results: readonly AppliedChange[],
  options: LookOptions,
): Promise<ReadonlyMap<PlannedChange, AppliedChange>> {
  const { now, signal, sleep } = options;
  const lateResults = new Map<PlannedChange, AppliedChange>();
  const began = now();
  let remaining = results.filter(({ status }) => status === 'not-verified');
  for (const moment of LOOKS) {
    if (remaining.length === 0) break;
    await sleep(Math.max(0, began + moment - now()), signal).catch(() => undefined);
    for (const ofTarget of Map.groupBy(remaining, ({ change }) => targetKey(change)).values()) {
      if (signal.aborted || now() - began > LONGEST) return lateResults;
      for (const result of await shownNow(ofTarget, results, options)) lateResults.set(result.change, result);
    }
    remaining = remaining.filter(({ change }) => !lateResults.has(change));
  }
  return lateResults;
}

/** The results of changes of one target that show now. */
async function shownNow(
  ofTarget: readonly AppliedChange[],
  results: readonly AppliedChange[],
  { service }: Pick<LookOptions, 'service'>,
): Promise<readonly AppliedChange[]> {
  const [first] = ofTarget;
  if (first === undefined) return [];
  const settings = ofTarget.map(({ change }) => change.setting);
  const answer = await service.read(first.change, settings);
  if (answer.kind === 'failed') return [];
  const { value: seen } = answer;
  const shown = ofTarget.filter(({ change }) => isDone({ change, expected: change.before }, seen));
  const target = targetKey(first.change);
  const sent = ofTarget.map(({ change }) => change);
  const planned = results.flatMap(({ change, isWritten }) => (isWritten && targetKey(change) === target ? change : []));
  return shown.map(({ change, resourceBefore }, index): AppliedChange => {
    const readBack = settingIn(seen, change.setting);
    const result: AppliedChange = { change, status: 'applied', error: '', isWritten: true, readBack };
    return index > 0 || resourceBefore === undefined
      ? result
      : withEffects(result, { sent, planned }, resourceBefore, seen);
  });
}
