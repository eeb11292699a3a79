import { cellText, shortened } from '../text/display.ts';
import type { MailboxResult, Change } from '../run/mailbox-result.ts';

const MAX_SHOWN = 100;
const LONGEST_TEXT = 100;
/** Reports and columns with changes that are counted separately; the columns of user-defined reports are bounded too. */
const MAX_GROUPS = 1_000;

/** A change as people read it. Texts are cut at 100 characters, and hostile until escaped. */
export interface ShownChange {
  /** The rule's id; '' if it is no violation. */
  readonly rule: string;
  readonly mailbox: string;
  readonly item: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
}

/** How many mailboxes a kind of change concerns, with the first change as an example. */
export interface ChangeGroup {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly report: string;
  readonly column: string;
  readonly mailboxes: number;
  readonly first: ShownChange;
}

/** Counts the differences from the earlier report, as mailboxes pass. Memory is bounded. */
export class ChangeCounts {
  #newViolations = 0;
  #resolved = 0;
  #changes = 0;
  #changedMailboxes = 0;
  #addedMailboxes = 0;
  #removedMailboxes = 0;
  readonly #newest: ShownChange[] = [];
  readonly #gone: ShownChange[] = [];
  readonly #groups = new Map<string, { -readonly [key in keyof ChangeGroup]: ChangeGroup[key] }>();

  add({ changes = [] }: Pick<MailboxResult, 'changes'>): void {
    if (changes.length === 0) return;
    const rules = { 'new-violation': new Set<string>(), resolved: new Set<string>() };
    const groups = new Set<string>();
    for (const change of changes) {
      const { kind, rule } = change;
      switch (kind) {
        case 'new-violation':
        case 'resolved':
          rules[kind].add(rule ?? '');
          keep(kind === 'resolved' ? this.#gone : this.#newest, change);
          break;
        case 'mailbox-added':
          this.#changes += 1;
          this.#addedMailboxes += 1;
          break;
        case 'mailbox-removed':
          this.#changes += 1;
          this.#removedMailboxes += 1;
          break;
        case 'changed':
        case 'added':
        case 'removed':
          this.#changes += 1;
          this.#addToGroup(kind, change, groups);
      }
    }
    this.#newViolations += rules['new-violation'].size;
    this.#resolved += rules.resolved.size;
    if (groups.size > 0) this.#changedMailboxes += 1;
  }

  /** Pairs of a rule and a mailbox that violates it newly, of rules of any severity. */
  get newViolationCount(): number {
    return this.#newViolations;
  }

  /** Pairs of a rule and a mailbox with a violation less. */
  get resolvedCount(): number {
    return this.#resolved;
  }

  /** Changed cells, added and removed rows, and added and removed mailboxes. */
  get changeCount(): number {
    return this.#changes;
  }

  /** Mailboxes with a changed cell or an added or removed row. */
  get changedMailboxes(): number {
    return this.#changedMailboxes;
  }

  get addedMailboxes(): number {
    return this.#addedMailboxes;
  }

  get removedMailboxes(): number {
    return this.#removedMailboxes;
  }

  /** The first 100 new violations, in the order of the list. */
  get newViolations(): readonly ShownChange[] {
    return this.#newest;
  }

  /** The first 100 resolved violations. */
  get resolved(): readonly ShownChange[] {
    return this.#gone;
  }

  /** Changes by report and column; those of most mailboxes first. */
  get groups(): readonly ChangeGroup[] {
    return [...this.#groups.values()].sort((one, other) => other.mailboxes - one.mailboxes);
  }

  #addToGroup(kind: ChangeGroup['kind'], change: Change, seen: Set<string>): void {
    const { report, column } = change;
    const key = JSON.stringify([kind, report, column]);
    const isSeen = seen.has(key);
    seen.add(key);
    if (isSeen) return;
    const group = this.#groups.get(key);
    if (group !== undefined) group.mailboxes += 1;
    else if (this.#groups.size < MAX_GROUPS) {
      this.#groups.set(key, { kind, report, column, mailboxes: 1, first: shownChange(change) });
    }
  }
}

function keep(kept: ShownChange[], change: Change): void {
  if (kept.length < MAX_SHOWN) kept.push(shownChange(change));
}

function shownChange({ rule, mailbox, item, column, before, after }: Change): ShownChange {
  const text = (whole: string): string => shortened(whole, LONGEST_TEXT);
  return {
    rule: rule ?? '',
    mailbox,
    item: text(item),
    column,
    before: text(cellText(before)),
    after: text(cellText(after)),
  };
}
