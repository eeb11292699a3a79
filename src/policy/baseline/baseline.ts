import {
  baselineKey,
  currentEntry,
  writtenText,
  type BaselineEntry,
  type ChangingColumns,
  type ViolationIdentity,
} from './baseline-entry.ts';
import type { Baseline, PlacedEntry } from './baseline-file.ts';

/** An entry with what the run found about it. */
interface TrackedEntry {
  readonly entry: PlacedEntry;
  /** Whether the violation occurred. */
  found: boolean;
  /** Whether the run knows all violations of the rule by the mailbox. */
  isComplete: boolean;
}

/** Finds violations in the baseline, and records which entries still occur. */
export class BaselineIndex {
  /** Path of the file, relative to the workspace. */
  readonly file: string;
  /** Of the file, each once. */
  readonly entries: Baseline['entries'];
  /** By key, in the file's order. */
  readonly #entries = new Map<string, TrackedEntry>();
  /** The entries of a rule and a mailbox. */
  readonly #byPair = new Map<string, TrackedEntry[]>();
  readonly #rules: ReadonlySet<string>;

  constructor({ file, entries }: Baseline, isChanging: ChangingColumns) {
    this.file = file;
    this.entries = entries;
    this.#rules = new Set(entries.map(({ rule }) => rule));
    for (const written of entries) {
      const entry = currentEntry(written, isChanging);
      const key = baselineKey(entry);
      if (this.#entries.has(key)) continue;
      const tracked: TrackedEntry = { entry, found: false, isComplete: false };
      this.#entries.set(key, tracked);
      const pair = pairKey(entry.rule, entry.address);
      const ofPair = this.#byPair.get(pair) ?? [];
      ofPair.push(tracked);
      this.#byPair.set(pair, ofPair);
    }
  }

  /** The entry of a violation, which still occurs; undefined if the baseline has none. */
  find(violation: ViolationIdentity): BaselineEntry | undefined {
    const tracked = this.#entries.get(baselineKey(violation));
    if (tracked !== undefined) tracked.found = true;
    return tracked?.entry;
  }

  /** Records that `find` was called for all violations of a rule by a mailbox, and that the mailbox was read completely. */
  markComplete(rule: string, address: string): void {
    const pair = pairKey(writtenText(rule), writtenText(address));
    for (const tracked of this.#byPair.get(pair) ?? []) tracked.isComplete = true;
  }

  /** Whether it has violations of a rule. */
  hasRule(rule: string): boolean {
    return this.#rules.has(writtenText(rule));
  }

  get size(): number {
    return this.#entries.size;
  }

  /** Entries that no longer occur, in the file's order. Entries about mailboxes that were not read are not among them. */
  get stale(): readonly PlacedEntry[] {
    return [...this.#entries.values()].filter(isStale).map(({ entry }) => entry);
  }

  /** All other entries. */
  *kept(): Generator<BaselineEntry> {
    for (const tracked of this.#entries.values()) if (!isStale(tracked)) yield tracked.entry;
  }
}

function isStale({ found, isComplete }: TrackedEntry): boolean {
  return isComplete && !found;
}

function pairKey(rule: string, address: string): string {
  return `${rule}\0${address.toLowerCase()}`;
}
