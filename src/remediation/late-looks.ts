import type { JsonObject } from '../json.ts';
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
 * Reads the targets of changes that are not verified again, for a minute at most for all of them, and not before the service permits it.
 * Returns the results of those that are there now. Never rejects.
 */
export async function verifiedLater(
  results: readonly AppliedChange[],
  options: LookOptions,
): Promise<ReadonlyMap<PlannedChange, AppliedChange>> {
  const { now, signal, sleep, service } = options;
  const lateResults = new Map<PlannedChange, AppliedChange>();
  const began = now();
  let remaining = results.filter(({ status }) => status === 'not-verified');
  let opensAt = Math.max(...remaining.map(({ readableAt = 0 }) => readableAt));
  for (const moment of LOOKS) {
    for (const ofTarget of Map.groupBy(remaining, ({ change }) => targetKey(change)).values()) {
      const due = Math.max(began + moment, opensAt);
      if (due - began > LONGEST) return lateResults;
      if (due > now()) await sleep(due - now(), signal).catch(() => undefined);
      if (signal.aborted || now() - began > LONGEST) return lateResults;
      const [first] = ofTarget;
      if (first === undefined) continue;
      const answer = await service.read(
        first.change,
        ofTarget.map(({ change }) => change.setting),
      );
      if (answer.kind === 'failed') opensAt = Math.max(opensAt, now() + (answer.retryAfter ?? 0));
      else for (const result of shownIn(answer.value, ofTarget, results)) lateResults.set(result.change, result);
    }
    remaining = remaining.filter(({ change }) => !lateResults.has(change));
  }
  return lateResults;
}

/** The results of changes of one target that show in what was read of it. */
function shownIn(
  seen: JsonObject,
  ofTarget: readonly AppliedChange[],
  results: readonly AppliedChange[],
): readonly AppliedChange[] {
  const shown = ofTarget.filter(({ change }) => isDone({ change, expected: change.before }, seen));
  const sent = ofTarget.map(({ change }) => change);
  const targets = new Set(sent.map(targetKey));
  const planned = results.flatMap(({ change, isWritten }) =>
    isWritten && targets.has(targetKey(change)) ? change : [],
  );
  return shown.map(({ change, resourceBefore }, index): AppliedChange => {
    const readBack = settingIn(seen, change.setting);
    const result: AppliedChange = { change, status: 'applied', error: '', isWritten: true, readBack };
    return index > 0 || resourceBefore === undefined
      ? result
      : withEffects(result, { sent, planned }, resourceBefore, seen);
  });
}
