import { loadPlainText } from '../reports/expressions/plain-text.ts';
import { targetKey, unwritten, type AppliedChange, type PlannedChange } from './change.ts';
import { TargetWriter, type WriteOptions } from './write.ts';

export interface QueueOptions extends Omit<WriteOptions, 'mayWrite' | 'admit'> {
  /** How many changes are written at most. */
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
 * The changes by mailbox, in the order of the plan. A mailbox is known by its GUID, and by an address that a change with the GUID
 * has.
 */
function groupsOf(changes: readonly PlannedChange[]): readonly Group[] {
  const ids = new Map<string, string>();
  for (const { address, exchange } of changes)
    if (exchange !== undefined) ids.set(address.toLowerCase(), exchange.identity);
  const keyOf = ({ address, mailboxId, exchange }: PlannedChange): string =>
    (exchange?.identity ?? ids.get(address.toLowerCase()) ?? mailboxId ?? address).toLowerCase();
  return [...Map.groupBy(changes, keyOf).values()].map((ofMailbox) => ({
    service: ofMailbox.some(({ exchange }) => exchange !== undefined) ? 'exchange' : 'graph',
    changes: ofMailbox,
  }));
}

/** Decides which mailboxes are changed at a time, and when no more are. */
class ChangeQueue {
  readonly #options: QueueOptions;
  readonly #writers: Readonly<Record<Group['service'], TargetWriter>>;
  readonly #running = { graph: 0, exchange: 0 };
  /** Changes of mailboxes that are under way. */
  #reserved = 0;
  /** How many more changes may be written. */
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
        admit: (changes) => this.#admit(changes),
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

  #canStart({ service, changes }: Group): boolean {
    const { graph, exchange } = this.#running;
    if (graph + exchange === 0) return true;
    // A mistake that concerns every mailbox shows at the first one.
    const failuresLeft = this.#options.maxFailures - this.#failures;
    const most = this.#hasSuccess
      ? this.#failures === 0
        ? PARALLEL.graph
        : Math.min(PARALLEL.graph, failuresLeft)
      : 1;
    const isWithinLimit = this.#reserved + changes.length <= this.#left;
    return graph + exchange < most && this.#running[service] < PARALLEL[service] && isWithinLimit;
  }

  async #run({ service, changes }: Group): Promise<readonly AppliedChange[]> {
    this.#running[service] += 1;
    this.#reserved += changes.length;
    const results: AppliedChange[] = [];
    try {
      for (const ofTarget of Map.groupBy(changes, targetKey).values())
        results.push(...(await this.#target(service, ofTarget)));
      return results;
    } finally {
      this.#hasSuccess ||= results.some((result) => !isFailure(result));
      this.#running[service] -= 1;
      this.#reserved -= changes.length;
      this.#ended.resolve(undefined);
      this.#ended = Promise.withResolvers();
    }
  }

  async #target(service: Group['service'], changes: readonly PlannedChange[]): Promise<readonly AppliedChange[]> {
    if (this.#options.signal.aborted) return changes.map((change) => unwritten(change, 'cancelled'));
    if (!this.#mayWrite || this.#left === 0) return changes.map((change) => unwritten(change, 'pending'));
    const results = await this.#writers[service].change(changes);
    this.#failures += results.filter(isFailure).length;
    return results;
  }

  /**
   * The changes to a target that `limit` still permits. Those of one rule are written together or not at all, also if they alone are more.
   */
  #admit(changes: readonly PlannedChange[]): readonly PlannedChange[] {
    const admitted = new Set<PlannedChange>();
    for (const unit of unitsOf(changes)) {
      if (unit.length > this.#left && this.#left < (this.#options.limit ?? Infinity)) this.#left = 0;
      if (this.#left === 0) break;
      this.#left = Math.max(0, this.#left - unit.length);
      for (const change of unit) admitted.add(change);
    }
    return changes.filter((change) => admitted.has(change));
  }
}

function isFailure({ status }: AppliedChange): boolean {
  return status === 'failed' || status === 'not-verified';
}

/** Changes that rules have in common, together. */
function unitsOf(changes: readonly PlannedChange[]): readonly (readonly PlannedChange[])[] {
  let units: (readonly PlannedChange[])[] = [];
  for (const change of changes) {
    const isMate = ({ rules }: PlannedChange): boolean => rules.some((rule) => change.rules.includes(rule));
    const mates = units.filter((unit) => unit.some(isMate));
    units = [...units.filter((unit) => !mates.includes(unit)), [...mates.flat(), change]];
  }
  return units;
}
