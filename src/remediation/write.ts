import { backoffMs, sleep } from '../http/retry.ts';
import type { Json, JsonObject } from '../json.ts';
import type { EpochMs } from '../text/numbers.ts';
import {
  isSame,
  isUnset,
  patchOf,
  settingIn,
  shownValue,
  shows,
  type PlannedChange,
  type SettingChange,
  type Target,
} from './change.ts';
import type { Guard } from './guard.ts';
import { inSteps, isLanguage, isOff, movedFormats, otherDifferences, problemOf } from './mailbox-settings.ts';
import type { Answer, FailedRequest, SettingsService } from './services.ts';

/** The result of a change. `pending`: not tried, because of `limit`, `max-failures` or what stopped the run. */
export type ChangeStatus = 'applied' | 'unchanged' | 'stale' | 'not-verified' | 'failed' | 'pending' | 'cancelled';

export interface AppliedChange {
  readonly change: PlannedChange;
  readonly status: ChangeStatus;
  /** Why it was not applied, else ''. Hostile text until escaped. */
  readonly error: string;
  /** Whether a write was sent that the service did not clearly refuse, so that its undo entry is kept. */
  readonly isWritten: boolean;
  /** The value as read after the write, if it was applied. */
  readonly readBack?: Json;
  /** Formats of dates and times that its write has moved. They are recorded, and undone with it. */
  readonly moved?: readonly SettingChange[];
  /** Other properties of the resource that differ after its write, by a side effect or by a person. */
  readonly others?: readonly Pick<SettingChange, 'setting' | 'before' | 'after'>[];
  /** Whether the application may not run the cmdlet. */
  readonly isDenied?: boolean;
}

export interface WriteOptions {
  readonly service: SettingsService;
  readonly guard: Guard;
  /** No write starts after it, and waits end. */
  readonly signal: AbortSignal;
  readonly now: () => EpochMs;
  /** Between 0 and 1. */
  readonly random: () => number;
  /** As that of a `Runner`. */
  readonly sleep?: typeof sleep | undefined;
  /** Whether writes may still start. */
  readonly mayWrite: () => boolean;
  /** The changes to a target that may be written, of those that it still needs. */
  readonly admit: (changes: readonly PlannedChange[]) => readonly PlannedChange[];
}

/** Moments after a write at which it is looked for, in ms: reads can lag behind. */
const LOOKS = [0, 2_000, 5_000, 15_000];
/** The longest Retry-After that is waited for after a write. */
const LONGEST_WAIT = 60_000;
/** Of a read before a write. Graph counts its limits in windows of at most ten minutes. */
const LONGEST_WAIT_TO_READ = 900_000;
/** How often a request that is throttled is sent at most, and a write that has no answer or fails with a fault of the service. */
const MAX_ATTEMPTS = 7;
const MAX_UNKNOWN_WRITES = 3;
const BACKOFF = { first: 1_000, longest: 30_000 };

/** A change that is to be written, and the value that it replaces. */
interface Step {
  readonly change: PlannedChange;
  readonly expected: Json;
}

type Results = Map<PlannedChange, AppliedChange>;

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
   * Applies changes to one target: reads and judges it, sends one request, and reads it back. A write that may have failed is
   * sent again only if the target, read again, still has the values of the plan and fits. Never rejects.
   */
  async apply(planned: readonly PlannedChange[]): Promise<readonly AppliedChange[]> {
    const results: Results = new Map();
    const [target] = planned;
    if (target === undefined) return [];
    const found = await this.#readBefore(target, planned);
    if (this.#options.signal.aborted) return planned.map((change) => unwritten(change, 'cancelled'));
    if (found.kind === 'failed')
      return planned.map((change) => unwritten(change, 'stale', `The mailbox could not be read: ${found.error}`));
    let resource = found.value;
    const all = planned.map((change) => ({ change, expected: change.before }));
    const fitting = this.#fitting(all, resource, results).map(({ change }) => change);
    const admitted = this.#options.admit(fitting);
    for (const change of fitting) if (!admitted.includes(change)) results.set(change, unwritten(change, 'pending'));
    for (const [number, changes] of inSteps(admitted).entries()) {
      // An earlier step may have moved these values.
      const steps = changes.map((change) => ({
        change,
        expected: number === 0 ? change.before : settingIn(resource, change.setting),
      }));
      const after = await this.#write(steps, admitted, { target, resource, results });
      if (after === undefined) break;
      resource = after;
    }
    // Nothing is written after a step that failed.
    const [stopped] = admitted
      .flatMap((change) => results.get(change) ?? [])
      .filter(({ status }) => status !== 'applied');
    const isUntried = stopped?.status === 'pending' || stopped?.status === 'cancelled';
    return planned.map(
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
   * @param planned with the changes of other steps
   */
  async #write(
    all: readonly Step[],
    planned: readonly PlannedChange[],
    {
      target,
      resource: before,
      results,
    }: { readonly target: Target; readonly resource: JsonObject; readonly results: Results },
  ): Promise<JsonObject | undefined> {
    const { service, mayWrite } = this.#options;
    const settings = all.map(({ change }) => change.setting);
    let [steps, resource, isWritten] = [all, before, false];
    const settle = (status: ChangeStatus, error: string, more: Partial<AppliedChange> = {}): undefined => {
      for (const { change } of steps) results.set(change, { change, status, error, isWritten, ...more });
    };
    if (this.#isCancelled()) return settle('cancelled', '');
    if (!mayWrite()) return settle('pending', '');
    for (let writes = 1; ; writes++) {
      const changes = steps.map(({ change }) => change);
      const answer = await service.write(target, patchOf(resource, changes));
      const failure = answer.kind === 'failed' ? answer : undefined;
      const isRefused = failure?.isRefused === true;
      isWritten ||= !isRefused;
      const most = failure?.isThrottled === true ? MAX_ATTEMPTS : MAX_UNKNOWN_WRITES;
      const isLast = failure?.mayPass !== true || writes >= most || (failure.retryAfter ?? 0) > LONGEST_WAIT;
      if (failure !== undefined && isRefused && isLast)
        return settle('failed', notWritten(failure), { isDenied: failure.isDenied });
      if (failure !== undefined) await this.#waitAfter(failure, writes);
      // A limit or a rejected token has no effect that could appear later.
      const isLate = !isRefused && (failure?.isThrottled !== true || isLast);
      const seen = await this.#look(target, settings, (value) => !isLate || steps.every((step) => isDone(step, value)));
      if (seen.kind === 'failed') {
        const sent = failure === undefined ? 'Written' : `It is unknown whether this was written (${failure.error})`;
        return settle('not-verified', `${sent}, and not read back: ${seen.error}`);
      }
      steps = steps.filter((step) => {
        const readBack = settingIn(seen.value, step.change.setting);
        const isShown = isDone(step, seen.value);
        if (isShown) results.set(step.change, { ...unwritten(step.change, 'applied'), isWritten: true, readBack });
        return !isShown;
      });
      const made = all.map(({ change }) => change);
      const applied = made.flatMap((change) => results.get(change) ?? []).find(({ status }) => status === 'applied');
      if (applied !== undefined) {
        const moved = made.some(isLanguage) ? movedFormats(planned, before, seen.value) : [];
        const others = otherDifferences([...planned, ...moved], before, seen.value);
        results.set(applied.change, { ...applied, moved, others });
      }
      if (steps.length === 0) return seen.value;
      if (failure === undefined) {
        for (const { change } of steps) {
          const error = `Written, but the value is ${shownValue(settingIn(seen.value, change.setting))}`;
          results.set(change, { change, status: 'not-verified', error, isWritten });
        }
        return undefined;
      }
      steps = this.#fitting(steps, seen.value, results, isWritten);
      if (steps.length === 0) return undefined;
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

  /** Waits. Returns false if the run is cancelled first, or was. */
  async #pause(ms: number): Promise<boolean> {
    const { sleep: wait = sleep, signal } = this.#options;
    try {
      await wait(Math.ceil(ms), signal);
      return true;
    } catch {
      return false;
    }
  }

  #isCancelled(): boolean {
    return this.#options.signal.aborted;
  }

  /** Keeps the changes that are to be written to a target as just read, and adds the results of the others. */
  #fitting(steps: readonly Step[], resource: JsonObject, results: Results, isWritten = false): readonly Step[] {
    const now = this.#options.now();
    const changes = steps.map(({ change }) => change);
    const skip = (change: PlannedChange, status: ChangeStatus, error: string): void => {
      results.set(change, { ...unwritten(change, status, error), isWritten });
    };
    const fits = this.#options.guard(changes, resource);
    const isScheduleOff = isOff(resource, changes, now);
    for (const [at, step] of steps.entries()) {
      const { change } = step;
      const fit = fits[at];
      const current = settingIn(resource, change.setting);
      // The guard compares with the value of the plan, which an earlier step may have moved.
      const isMoved = step.expected !== change.before;
      if (isDone(step, resource) || isScheduleOff(change)) skip(change, 'unchanged', '');
      else if (isMoved && !isSame(change.setting, current, step.expected)) {
        skip(change, 'stale', `Changed since the plan: the value is ${shownValue(current)}`);
      } else if (fit?.status === 'stale' && !isMoved) skip(change, 'stale', fit.error);
      else if (isUnset(change, change.after)) {
        skip(change, 'failed', 'Not written: there was no value before, which cannot be restored');
      }
    }
    // Settings of a rule may be safe only together, such as a forwarding address and whether the mailbox keeps a copy.
    const stale = changes.filter((change) => results.get(change)?.status === 'stale');
    for (let found = true; found;) {
      found = false;
      for (const change of changes) {
        const mate = stale.find((each) => each.rules.some((rule) => change.rules.includes(rule)));
        if (mate === undefined || results.has(change)) continue;
        skip(change, 'stale', `Not written: ${mate.setting}, which the same rule sets, changed since the plan`);
        stale.push(change);
        found = true;
      }
    }
    const left = steps.filter(({ change }) => !results.has(change));
    const problem = problemOf(
      resource,
      left.map(({ change }) => change),
      now,
    );
    if (problem === undefined) return left;
    return left.filter(({ change }) => {
      const { setting } = change;
      const isConcerned = problem.settings.some((path) => setting === path || setting.startsWith(`${path}.`));
      if (isConcerned) skip(change, 'failed', `Not written: the mailbox ${problem.text}`);
      return !isConcerned;
    });
  }

  /** Reads a target after the waits that the service asks for, and again if it may pass. */
  async #readBefore(target: Target, changes: readonly PlannedChange[]): Promise<Answer> {
    const { service, now, signal, random } = this.#options;
    const settings = changes.map(({ setting }) => setting);
    for (let reads = 1; ; reads++) {
      await this.#untilOpen();
      const answer = await service.read(target, settings);
      if (answer.kind === 'ok' && now() < this.#opensAt) continue;
      if (answer.kind === 'ok' || !answer.mayPass || reads >= MAX_ATTEMPTS || signal.aborted) return answer;
      const wait = answer.retryAfter ?? backoffMs(reads, BACKOFF, random);
      if (wait > LONGEST_WAIT_TO_READ) return answer;
      if (answer.isThrottled && wait <= LONGEST_WAIT) this.#opensAt = Math.max(this.#opensAt, now() + wait);
      if (!(await this.#pause(wait))) return answer;
    }
  }

  /** Waits before the look at a write that may have failed. Longer waits are not for looks, which decide then. */
  async #waitAfter({ retryAfter, isThrottled }: FailedRequest, writes: number): Promise<void> {
    const { now, random } = this.#options;
    const wait = retryAfter ?? (isThrottled ? backoffMs(writes, BACKOFF, random) : 0);
    if (wait === 0 || wait > LONGEST_WAIT) return;
    this.#opensAt = Math.max(this.#opensAt, now() + wait);
    await this.#untilOpen();
  }

  async #untilOpen(): Promise<void> {
    const { now } = this.#options;
    while (now() < this.#opensAt && (await this.#pause(this.#opensAt - now())));
  }

  /** Reads a target after a write until the answer is enough, at most so often. Returns the last answer. */
  async #look(
    target: Target,
    settings: readonly string[],
    isEnough: (resource: JsonObject) => boolean,
  ): Promise<Answer> {
    const { service } = this.#options;
    let seen = await service.read(target, settings);
    for (const [at, moment] of LOOKS.entries()) {
      if (seen.kind === 'ok' && isEnough(seen.value)) break;
      const next = LOOKS[at + 1];
      if (next === undefined || !(await this.#pause(next - moment))) break;
      seen = await service.read(target, settings);
    }
    return seen;
  }
}

/** Whether a target shows what a change is to set, or what its service makes of it. */
function isDone({ change: { setting, after }, expected }: Step, resource: JsonObject): boolean {
  const current = settingIn(resource, setting);
  return isSame(setting, current, after) || (!isSame(setting, current, expected) && shows(setting, current, after));
}

/** The result of a change of which no write was sent. */
export function unwritten(change: PlannedChange, status: ChangeStatus, error = ''): AppliedChange {
  return { change, status, error, isWritten: false };
}

function notWritten({ error }: FailedRequest): string {
  return `Not written: ${error}`;
}
