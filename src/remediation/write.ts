import type { Machine } from '../http/machine.ts';
import { MAX_WAIT, Retries, retrying, type RetryRule } from '../http/retrying.ts';
import type { JsonObject } from '../json.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import {
  areInseparable,
  areTogether,
  unwritten,
  type AppliedChange,
  type ChangeStatus,
  type PlannedChange,
  type SettingsService,
  type Target,
} from './change.ts';
import { patchOf, settingIn, shownValue } from './targets/setting-values.ts';
import { neededChanges, isDone, type Results, type NeededChange } from './needed-changes.ts';
import type { Guard } from './guard.ts';
import { inSteps, isLanguage, movedFormats, otherDifferences } from './targets/mailbox-settings.ts';
import type { Answer, FailedRequest } from './targets/service-answer.ts';

export interface WriteOptions extends Machine {
  readonly service: SettingsService;
  readonly guard: Guard;
  /** No write starts after it, and waits end. */
  readonly signal: AbortSignal;
  /** Whether writes may still start. */
  readonly mayWrite: () => boolean;
  /** Whether a setting may be written although others of its rules are refused, as in an undo. */
  readonly isEachAlone: boolean;
}

/** Moments after a write at which it is looked for, in ms: reads can lag behind. */
const LOOKS = [0, 2_000, 5_000, 15_000];
/** The longest Retry-After that is waited for after a write. */
const LONGEST_WAIT = 60_000;
const BACKOFF = { first: 1_000, longest: 30_000, attempts: 7 };
const READ: RetryRule = { ...BACKOFF, maxWait: MAX_WAIT };
const THROTTLED_WRITE: RetryRule = { ...BACKOFF, maxWait: LONGEST_WAIT };
/** Of a write that has no answer or fails with a fault of the service. The looks for it take their time. */
const UNKNOWN_WRITE: RetryRule = { first: 0, longest: 0, attempts: 3, maxWait: LONGEST_WAIT };

/**
 * Writes to targets of one service. All share the waits that it asks for, which end before a target is read: nothing is written
 * that was compared before a wait.
 */
export class TargetWriter {
  readonly #options: WriteOptions;
  #opensAt = 0;

  constructor(options: WriteOptions) {
    this.#options = options;
  }

  /**
   * Makes changes to one target: reads and judges it, sends one request, and reads it back. A write that may have failed is
   * sent again only if the target, read again, still has the values of the plan and fits. If the service refuses several changes, each
   * of them is made alone, or with those that its rules need. Never rejects.
   *
   * @param admit whether the mailbox may be changed; called if it needs a change
   */
  async change(changes: readonly PlannedChange[], admit: () => boolean): Promise<readonly AppliedChange[]> {
    const results: Results = new Map();
    const [target] = changes;
    if (target === undefined) return [];
    const { guard, now, signal, isEachAlone } = this.#options;
    const answer = await this.#readBefore(target, changes);
    if (signal.aborted) return changes.map((change) => unwritten(change, 'cancelled'));
    if (answer.kind === 'failed') {
      const status = answer.isMissing ? 'stale' : 'failed';
      const error = `The mailbox could not be read: ${answer.error}`;
      return changes.map((change) => ({ ...unwritten(change, status, error), isUnread: status === 'failed' }));
    }
    let resource = answer.value;
    const all = changes.map((change) => ({ change, expected: change.before }));
    const fit = neededChanges(all, resource, guard, now(), results, false).map(({ change }) => change);
    const admitted = fit.length > 0 && admit() ? fit : [];
    if (admitted.length === 0) for (const change of fit) results.set(change, unwritten(change, 'pending'));
    for (const [number, step] of inSteps(admitted).entries()) {
      // An earlier step may have moved these values.
      const needed = step.map((change) => ({
        change,
        expected: number === 0 ? change.before : settingIn(resource, change.setting),
      }));
      const after = await this.#write(needed, admitted, { target, resource, results });
      if (after === undefined) break;
      resource = after;
    }
    const refused = admitted.filter((change) => results.get(change)?.isRefused === true);
    const unapplied = admitted.filter((change) => refused.includes(change) || !results.has(change));
    const units = unitsOf(unapplied, isEachAlone ? areInseparable : areTogether);
    if (refused.length > 0 && units.length > 1) {
      for (const unit of units) for (const result of await this.change(unit, admit)) results.set(result.change, result);
    }
    // Nothing is written after a step that failed.
    const [stopped] = admitted
      .flatMap((change) => results.get(change) ?? [])
      .filter(({ status }) => status !== 'applied');
    const isUntried = stopped?.status === 'pending' || stopped?.status === 'cancelled';
    return changes.map(
      (change) =>
        results.get(change) ??
        (isUntried
          ? unwritten(change, stopped.status)
          : unwritten(
              change,
              'failed',
              `Not written: ${stopped?.change.setting ?? 'a setting before it'} was not applied`,
            )),
    );
  }

  /**
   * Writes a step. Returns the target as read afterwards if all of it is there.
   *
   * @param planChanges with the changes of other steps
   */
  async #write(
    all: readonly NeededChange[],
    planChanges: readonly PlannedChange[],
    {
      target,
      resource: before,
      results,
    }: { readonly target: Target; readonly resource: JsonObject; readonly results: Results },
  ): Promise<JsonObject | undefined> {
    const { service, guard, now, mayWrite } = this.#options;
    const ownChanges = all.map(({ change }) => change);
    const settings = ownChanges.map(({ setting }) => setting);
    let [remaining, resource, isWritten] = [all, before, false];
    const settle = (status: ChangeStatus, error: string, additions: Partial<AppliedChange> = {}): undefined => {
      const ofBefore = status === 'not-verified' ? { resourceBefore: before } : {};
      for (const { change } of remaining)
        results.set(change, { change, status, error, isWritten, ...ofBefore, ...additions });
    };
    if (this.#isCancelled()) return settle('cancelled', '');
    if (!mayWrite()) return settle('pending', '');
    const retries = new Retries(this.#options);
    for (;;) {
      const changes = remaining.map(({ change }) => change);
      const answer = await service.write(target, patchOf(resource, changes));
      const failure = answer.kind === 'failed' ? answer : undefined;
      const isRefused = failure?.isRefused === true;
      isWritten ||= !isRefused;
      const rule = failure?.isThrottled === true ? THROTTLED_WRITE : UNKNOWN_WRITE;
      const wait = failure?.mayPass === true ? retries.next({ rule, retryAfter: failure.retryAfter }) : undefined;
      const isLast = wait === undefined;
      if (failure !== undefined && isRefused && isLast)
        return settle('failed', notWritten(failure), { isDenied: failure.isDenied, isRefused: !failure.isDenied });
      const requested = failure?.retryAfter ?? 0;
      // Longer waits are not for looks, which decide then.
      await this.#closeFor(wait ?? (requested > LONGEST_WAIT ? 0 : requested));
      // A limit or a rejected token has no effect that could appear later.
      const isLate = !isRefused && (failure?.isThrottled !== true || isLast);
      const seen = await this.#look(
        target,
        settings,
        (value) => !isLate || remaining.every((one) => isDone(one, value)),
      );
      if (seen.kind === 'failed') {
        const sentence =
          failure === undefined ? 'Written' : `It is unknown whether this was written (${failure.error})`;
        const readableAt = seen.retryAfter === undefined ? undefined : now() + seen.retryAfter;
        return settle('not-verified', `${sentence}, and not read back: ${seen.error}`, { readableAt });
      }
      remaining = remaining.filter((one) => {
        const readBack = settingIn(seen.value, one.change.setting);
        const isShown = isDone(one, seen.value);
        if (isShown) results.set(one.change, { ...unwritten(one.change, 'applied'), isWritten: true, readBack });
        return !isShown;
      });
      const success = ownChanges
        .flatMap((change) => results.get(change) ?? [])
        .find(({ status }) => status === 'applied');
      if (success !== undefined)
        results.set(
          success.change,
          withEffects(success, { sent: ownChanges, planned: planChanges }, before, seen.value),
        );
      if (remaining.length === 0) return seen.value;
      if (failure === undefined) {
        for (const { change } of remaining) {
          const error = `Written, but the value is ${shownValue(settingIn(seen.value, change.setting))}`;
          results.set(change, { change, status: 'not-verified', error, isWritten, resourceBefore: before });
        }
        return undefined;
      }
      remaining = neededChanges(remaining, seen.value, guard, now(), results, isWritten);
      if (remaining.length === 0) return undefined;
      const isCertain = failure.isThrottled || isRefused;
      if (this.#isCancelled() && isCertain) return settle('cancelled', notWritten(failure));
      if (this.#isCancelled() || isLast || !mayWrite()) {
        return isCertain
          ? settle('failed', notWritten(failure))
          : settle('not-verified', `It is unknown whether this was written: ${failure.error}`);
      }
      resource = seen.value;
    }
  }

  #isCancelled(): boolean {
    return this.#options.signal.aborted;
  }

  /** Reads a target after the waits that the service asks for, and again if it may pass. */
  async #readBefore(target: Target, changes: readonly PlannedChange[]): Promise<Answer> {
    const { service, now } = this.#options;
    const settings = changes.map(({ setting }) => setting);
    let answer: Answer | undefined;
    let isThrottled = false;
    return retrying(
      async () => {
        if (answer !== undefined && this.#isCancelled()) return { result: answer };
        do {
          await this.#untilOpen();
          answer = await service.read(target, settings);
        } while (answer.kind === 'ok' && now() < this.#opensAt && !this.#isCancelled());
        if (answer.kind === 'ok' || !answer.mayPass) return { result: answer };
        ({ isThrottled } = answer);
        return { result: answer, retry: { rule: READ, retryAfter: answer.retryAfter } };
      },
      {
        ...this.#options,
        signal: undefined,
        sleep: (ms) => (isThrottled && ms <= LONGEST_WAIT ? this.#closeFor(ms) : this.#pause(ms)),
      },
    );
  }

  /** Waits, and lets all targets of the service wait. */
  async #closeFor(ms: number): Promise<void> {
    if (ms === 0) return;
    const { now } = this.#options;
    this.#opensAt = Math.max(this.#opensAt, now() + ms);
    await this.#untilOpen();
  }

  async #untilOpen(): Promise<void> {
    const { now } = this.#options;
    while (now() < this.#opensAt && !this.#isCancelled()) await this.#pause(this.#opensAt - now());
  }

  /** Waits, until the run is cancelled at most. */
  async #pause(ms: number): Promise<void> {
    const { sleep, signal } = this.#options;
    await sleep(Math.ceil(ms), signal).catch(() => undefined);
  }

  /**
   * Reads a target after a write until the answer is enough, at most so often, and not before the service permits it. Returns the last
   * answer.
   */
  async #look(
    target: Target,
    settings: readonly string[],
    isEnough: (resource: JsonObject) => boolean,
  ): Promise<Answer> {
    const { service } = this.#options;
    let seen = await service.read(target, settings);
    for (const [index, moment] of LOOKS.entries()) {
      if (seen.kind === 'ok' && isEnough(seen.value)) break;
      const next = LOOKS[index + 1];
      if (next === undefined) break;
      const requested = seen.kind === 'failed' ? (seen.retryAfter ?? 0) : 0;
      if (requested > LONGEST_WAIT) break;
      await this.#pause(Math.max(next - moment, requested));
      if (this.#isCancelled()) break;
      seen = await service.read(target, settings);
    }
    return seen;
  }
}

/**
 * The result of a change with what its write has changed beside the changes of its target.
 *
 * @param changes those of the request, and all of the target
 */
export function withEffects(
  result: AppliedChange,
  { sent, planned }: { readonly sent: readonly PlannedChange[]; readonly planned: readonly PlannedChange[] },
  before: JsonObject,
  after: JsonObject,
): AppliedChange {
  const moved = sent.some(isLanguage) ? movedFormats(planned, before, after) : [];
  // An entry that is read as a whole has no other settings.
  const isWhole = Object.hasOwn(before, WHOLE_ROW);
  return { ...result, moved, others: isWhole ? [] : otherDifferences([...planned, ...moved], before, after) };
}

/** Changes that may be safe only together, in units. */
function unitsOf(
  changes: readonly PlannedChange[],
  areMates: typeof areTogether,
): readonly (readonly PlannedChange[])[] {
  let units: (readonly PlannedChange[])[] = [];
  for (const change of changes) {
    const mates = units.filter((unit) => unit.some((other) => areMates(other, change)));
    units = [...units.filter((unit) => !mates.includes(unit)), [...mates.flat(), change]];
  }
  return units;
}

function notWritten({ error }: FailedRequest): string {
  return `Not written: ${error}`;
}
