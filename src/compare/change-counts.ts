import type { Change, MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import { cellText, shortened } from '../text/display.ts';

const MAX_SHOWN = 100;
const LONGEST_TEXT = 100;
const LONGEST_MESSAGE = 300;
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
  /** A new violation as a sentence, cut at 300 characters; '' for other changes. */
  readonly message: string;
}

/** How many mailboxes a kind of change concerns, with the first change as an example. */
export interface ChangeGroup {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly report: string;
  readonly column: string;
  mailboxes: number;
  readonly first: ShownChange;
}

type Verdicts = readonly Pick<ReportResult, 'verdict'>[];

/** Counts the differences from the earlier report, as mailboxes pass. Memory is bounded. */
export class ChangeCounts {
  /** Pairs of a rule and a mailbox that violates it newly, of rules of any severity. */
  newViolationCount = 0;
  /** Pairs of a rule and a mailbox with a violation less. */
  resolvedCount = 0;
  /** Changed cells, added and removed rows, and added and removed mailboxes. */
  changeCount = 0;
  /** Mailboxes with a changed cell or an added or removed row. */
  changedMailboxes = 0;
  addedMailboxes = 0;
  removedMailboxes = 0;
  /** Mailboxes of which the earlier run did not read everything that this one has read. */
  notComparedMailboxes = 0;
  /** The first 100 new violations, in the order of the list. */
  readonly newViolations: ShownChange[] = [];
  /** The first 100 resolved violations. */
  readonly resolved: ShownChange[] = [];
  readonly #groups = new Map<string, ChangeGroup>();

  add({
    changes = [],
    isNotCompared = false,
    reports = [],
  }: Pick<MailboxResult, 'changes' | 'isNotCompared'> & { readonly reports?: Verdicts }): void {
    if (isNotCompared) this.notComparedMailboxes += 1;
    const rules = { 'new-violation': new Set<string>(), resolved: new Set<string>() };
    const groups = new Set<string>();
    for (const change of changes) {
      const { kind, rule } = change;
      if (kind === 'new-violation' || kind === 'resolved') {
        rules[kind].add(rule ?? '');
        const examples = kind === 'resolved' ? this.resolved : this.newViolations;
        if (examples.length < MAX_SHOWN)
          examples.push(shownChange(change, kind === 'resolved' ? '' : messageOf(change, reports)));
        continue;
      }
      this.changeCount += 1;
      if (kind === 'mailbox-added') this.addedMailboxes += 1;
      else if (kind === 'mailbox-removed') this.removedMailboxes += 1;
      else this.#addToGroup(kind, change, groups);
    }
    this.newViolationCount += rules['new-violation'].size;
    this.resolvedCount += rules.resolved.size;
    if (groups.size > 0) this.changedMailboxes += 1;
  }

  /** Changes by report and column; those of most mailboxes first. */
  get groups(): readonly ChangeGroup[] {
    return [...this.#groups.values()].sort((one, other) => other.mailboxes - one.mailboxes);
  }

  /** `seen`: the groups of the same mailbox, which counts once in each. */
  #addToGroup(kind: ChangeGroup['kind'], change: Change, seen: Set<string>): void {
    const { report, column } = change;
    const key = JSON.stringify([kind, report, column]);
    if (seen.has(key)) return;
    seen.add(key);
    const group = this.#groups.get(key);
    if (group !== undefined) group.mailboxes += 1;
    else if (this.#groups.size < MAX_GROUPS) {
      this.#groups.set(key, { kind, report, column, mailboxes: 1, first: shownChange(change) });
    }
  }
}

/** The message of the finding that is a new violation. */
function messageOf({ rule, item, column, after }: Change, reports: Verdicts): string {
  const rules = reports.flatMap(({ verdict }) => verdict?.rules ?? []);
  const findings = rules.find((one) => one.rule.id === rule)?.findings ?? [];
  const finding = findings.find(
    (one) =>
      one.novelty === 'new' && one.item === item && one.column === column && cellText(one.found) === cellText(after),
  );
  return shortened(finding?.message ?? `${column}: ${cellText(after)}`, LONGEST_MESSAGE);
}

function shownChange({ rule, mailbox, item, column, before, after }: Change, message = ''): ShownChange {
  const text = (whole: string): string => shortened(whole, LONGEST_TEXT);
  return {
    rule: rule ?? '',
    mailbox,
    item: text(item),
    column,
    before: text(cellText(before)),
    after: text(cellText(after)),
    message,
  };
}
