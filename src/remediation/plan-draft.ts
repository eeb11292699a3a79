import type { JsonObject } from '../json.ts';
import { inPlanOrder } from './change-file.ts';
import { settingName, type PlannedChange } from './change.ts';
import { boundEntry } from './entry-holders.ts';
import { reasonText, type LeftRow } from './left-row.ts';
import type { Entry } from './targets/targets.ts';

/** Collects what a plan changes, and what it leaves as it is. */
export class PlanDraft {
  /** In the order in which mailboxes pass. */
  readonly left: LeftRow[] = [];
  /** By an entry that is taken away, the entries of its kind that stay in the mailbox. */
  readonly staying = new Map<Entry, readonly Entry[]>();
  /** Mailboxes whose properties on-premises may synchronize. */
  synchronized = 0;
  #changes: PlannedChange[] = [];

  /** In the order of plan.csv, which does not depend on the mailbox list. */
  get changes(): readonly PlannedChange[] {
    return inPlanOrder(this.#changes);
  }

  /** @param object what the changes are of, as just read */
  add(
    changes: readonly PlannedChange[],
    { IsDirSynced: isSynced, IsExchangeCloudManaged: isManaged }: JsonObject,
  ): void {
    this.#changes.push(...changes);
    if (changes.length > 0 && isSynced === true && isManaged !== true) this.synchronized += 1;
  }

  /** Leaves out changes that no rule requires. @param code of a reason */
  leave(changes: ReadonlySet<PlannedChange>, code: string): void {
    const reason = reasonText(code);
    for (const change of changes) this.left.push({ mailbox: change.address, item: settingName(change), reason });
    this.#changes = this.#changes.filter((change) => !changes.has(change));
  }

  /** Replaces some entries of changes. */
  replace(entries: ReadonlyMap<Entry, Entry>): void {
    this.#changes = this.#changes.map((change) => ({ ...change, entry: entries.get(change.entry) ?? change.entry }));
  }

  /** Replaces the entries of changes, and leaves the changes out whose entries have no other. */
  bind(bound: ReadonlyMap<Entry, Entry>): void {
    this.#changes = this.#changes.flatMap((change) => {
      const entry = boundEntry(change, bound);
      if (entry !== undefined) return { ...change, entry };
      const { address: mailbox, rules, after } = change;
      const item = rules.length === 0 ? settingName(change) : change.item;
      const reason = reasonText(after === null ? 'renamed-trustee' : 'unknown-holder');
      if (rules.length === 0) this.left.push({ mailbox, item, reason });
      this.left.push(...rules.map((rule) => ({ mailbox, item, rule, reason })));
      return [];
    });
  }
}
