import { loadPlainText } from '../reports/expressions/plain-text.ts';
import { targetKey, targetOf, unwritten, type AppliedChange, type PlannedChange } from './change.ts';
import { TargetWriter, type WriteOptions } from './write.ts';

export interface QueueOptions extends Omit<WriteOptions, 'mayWrite'> {
  /** How many mailboxes are changed at most. */
  readonly limit: number | undefined;
  /** After so many changes that failed or are not verified, no write starts. */
  readonly maxFailures: number;
  /** Whether no further write may start, such as after a file of the run could not be written. */
  readonly isStopped?: () => boolean;
  /** Whether to read and compare only: what would be written is pending. */
  readonly isDryRun?: boolean;
}

/** Mailboxes that are changed at a time. Exchange Online limits the requests of a tenant that run at a time. */
const PARALLEL = { graph: 8, exchange: 4 } as const;

/** The changes to a mailbox. */
interface Group {
  readonly service: keyof typeof PARALLEL;
  readonly changes: readonly PlannedChange[];
  /** Whether it is one of those that `limit` permits to change. */
  isAdmitted: boolean;
}

/**
 * Writes the changes of a plan: several mailboxes at a time, the changes to one of them one after the other. The first mailbox
 * is changed alone, and fewer at a time after failures. Yields the results of each mailbox in the order of the plan. If the consumer stops, no further write starts.
 */
export async function* writeChanges(
  changes: readonly PlannedChange[],
  options: QueueOptions,
): AsyncGenerator<readonly AppliedChange[], void> {
  if (changes.some(({ setting }) => setting.endsWith('Message'))) await loadPlainText();
  const run = new ChangeQueue(options);
  const groups = groupsOf(changes);
  const groupResults = groups.map(() => Promise.withResolvers<readonly AppliedChange[]>());
  void run.dispatch(groups, groupResults);
  try {
    for (const { promise } of groupResults) yield await promise;
  } finally {
    run.stop();
  }
}

/**
 * The changes by mailbox, in the order of the plan. Changes are of one mailbox if they have its GUID, or the address of a change that
 * has it.
 */
function groupsOf(changes: readonly PlannedChange[]): readonly Group[] {
  const ids = new Map<string, string>();
  for (const { address, guid } of changes) if (guid !== undefined) ids.set(address.toLowerCase(), guid);
  const keyOf = ({ address, mailboxId, guid }: PlannedChange): string =>
    (guid ?? ids.get(address.toLowerCase()) ?? mailboxId ?? address).toLowerCase();
  return [...Map.groupBy(changes, keyOf).values()].map((ofMailbox) => ({
    service: ofMailbox.some((change) => targetOf(change).service === 'exchange') ? 'exchange' : 'graph',
    changes: ofMailbox,
    isAdmitted: false,
  }));
}

/** Decides which mailboxes are changed at a time, and when no more are. */
class ChangeQueue {
  readonly #options: QueueOptions;
  readonly #writers: Readonly<Record<Group['service'], TargetWriter>>;
  readonly #running: Readonly<Record<Group['service'], Set<Group>>> = { graph: new Set(), exchange: new Set() };
  /** How many more mailboxes may be changed. */
  #left: number;
  #failures = 0;
  #hasSuccess = false;
  #isStopped = false;
  #ended = Promise.withResolvers<undefined>();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#left = options.limit ?? Infinity;
    const writer = (): TargetWriter =>
      new TargetWriter({
        ...options,
        mayWrite: () => options.isDryRun !== true && this.#mayWrite,
      });
    this.#writers = { graph: writer(), exchange: writer() };
  }

  stop(): void {
    this.#isStopped = true;
  }

  get #mayWrite(): boolean {
    const { isStopped, maxFailures } = this.#options;
    return !this.#isStopped && isStopped?.() !== true && this.#failures < maxFailures;
  }

  async dispatch(
    groups: readonly Group[],
    groupResults: readonly PromiseWithResolvers<readonly AppliedChange[]>[],
  ): Promise<void> {
    for (const [at, group] of groups.entries()) {
      while (!this.#canStart(group)) await this.#ended.promise;
      const running = this.#run(group);
      // Errors are those of the promise that is awaited in the order of the plan.
      running.catch(() => undefined);
      groupResults[at]?.resolve(running);
    }
  }

  #canStart({ service }: Group): boolean {
    const { graph, exchange } = this.#running;
    const running = [...graph, ...exchange];
    if (running.length === 0) return true;
    // A mistake that concerns every mailbox shows at the first one.
    const failuresLeft = this.#options.maxFailures - this.#failures;
    const most = this.#hasSuccess
      ? this.#failures === 0
        ? PARALLEL.graph
        : Math.min(PARALLEL.graph, failuresLeft)
      : 1;
    const isWithinLimit = running.filter(({ isAdmitted }) => !isAdmitted).length < this.#left;
    return running.length < most && this.#running[service].size < PARALLEL[service] && isWithinLimit;
  }

  async #run(group: Group): Promise<readonly AppliedChange[]> {
    const running = this.#running[group.service].add(group);
    const results: AppliedChange[] = [];
    try {
      for (const ofTarget of Map.groupBy(group.changes, targetKey).values())
        results.push(...(await this.#target(group, ofTarget)));
      return results;
    } finally {
      this.#hasSuccess ||= results.some((result) => !isFailure(result));
      running.delete(group);
      this.#ended.resolve(undefined);
      this.#ended = Promise.withResolvers();
    }
  }

  async #target(group: Group, changes: readonly PlannedChange[]): Promise<readonly AppliedChange[]> {
    if (this.#options.signal.aborted) return changes.map((change) => unwritten(change, 'cancelled'));
    const isOutside = this.#left === 0 && !group.isAdmitted;
    if (!this.#mayWrite || isOutside) return changes.map((change) => unwritten(change, 'pending'));
    const results = await this.#writers[group.service].change(changes, () => this.#admit(group));
    this.#failures += results.filter(isFailure).length;
    return results;
  }

  /** Whether `limit` permits to change a mailbox that needs it. */
  #admit(group: Group): boolean {
    if (group.isAdmitted) return true;
    if (this.#left === 0) return false;
    this.#left -= 1;
    group.isAdmitted = true;
    return true;
  }
}

/** Whether a change counts for `max-failures`. */
export function isFailure({ status }: AppliedChange): boolean {
  return status === 'failed' || status === 'not-verified';
}
