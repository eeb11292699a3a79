import type { Change, MailboxResult, ReportResult } from '../run/mailbox-result.ts';
import type { TableResult } from '../run/table-result.ts';
import { cellText, shortened, withoutId } from '../text/display.ts';
import { counted } from '../text/numbers.ts';

const MAX_SHOWN = 100;
const LONGEST_TEXT = 100;
const LONGEST_MESSAGE = 300;
/** Characters of a long value before the first that differs. */
const SHOWN_BEFORE_DIFFERENCE = 30;
/** Reports and columns with changes that are counted separately; the columns of user-defined reports are bounded too. */
const MAX_GROUPS = 1_000;

/** Pairs of a rule and a mailbox: of rules of severity error, of severity warning, and those that the baseline had. */
export interface ViolationCounts {
  violations: number;
  warnings: number;
  known: number;
}

/** A change as people read it. Texts are cut at 100 characters, and hostile until escaped. */
export interface ShownChange {
  /** The rule's id; '' if it is no violation. */
  readonly rule: string;
  /** Whether the rule has the severity warning. */
  readonly isWarning: boolean;
  /** '' in a table about the tenant, which is then named as `report`. */
  readonly mailbox: string;
  readonly report: string;
  readonly item: string;
  readonly column: string;
  readonly before: string;
  readonly after: string;
  /** A new violation as a sentence, cut at 300 characters; '' for other changes. */
  readonly message: string;
  /** The day when a resolved violation was first found; '' if it is not known, and for other changes. */
  readonly since: string;
}

/** How many mailboxes a kind of change concerns, with the first change as an example. */
export interface ChangeGroup {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly report: string;
  readonly column: string;
  mailboxes: number;
  readonly first: ShownChange;
}

/** A change with one row of `changes.csv`, and how many mailboxes have it. */
export interface SharedChange {
  readonly change: Change;
  mailboxes: number;
}

type Severity = keyof ViolationCounts;

type Verdicts = readonly Pick<ReportResult, 'verdict'>[];

/** Counts the differences from the earlier report, as mailboxes pass. Memory is bounded. */
export class ChangeCounts {
  readonly new: ViolationCounts = { violations: 0, warnings: 0, known: 0 };
  /** Pairs of a rule and a mailbox with a violation less. */
  readonly resolved: ViolationCounts = { violations: 0, warnings: 0, known: 0 };
  /** Changed cells, added and removed rows, and added and removed mailboxes. */
  changeCount = 0;
  /** Mailboxes with a changed cell or an added or removed row. */
  changedMailboxes = 0;
  /** Tables about the tenant with a changed cell or an added or removed row. */
  changedTables = 0;
  addedMailboxes = 0;
  removedMailboxes = 0;
  /** Mailboxes of which the earlier run did not read everything that this one has read. */
  notComparedMailboxes = 0;
  readonly #examples: Readonly<Record<'new-violation' | 'resolved', Record<Severity, ShownChange[]>>> = {
    'new-violation': { violations: [], warnings: [], known: [] },
    resolved: { violations: [], warnings: [], known: [] },
  };
  readonly #rows = { 'new-violation': 0, resolved: 0 };
  readonly #groups = new Map<string, ChangeGroup>();
  readonly #shared = new Map<string, SharedChange>();

  /** @param ruleChanges the rules that only one of both policies has, which may be violated by no mailbox */
  constructor(ruleChanges: readonly Change[] = []) {
    for (const change of ruleChanges) this.#shared.set(sharedKey(change), { change, mailboxes: 0 });
  }

  add({
    changes = [],
    isNotCompared = false,
    reports = [],
  }: Pick<MailboxResult, 'changes' | 'isNotCompared'> & { readonly reports?: Verdicts }): void {
    if (isNotCompared) this.notComparedMailboxes += 1;
    if (this.#addAll(changes, reports)) this.changedMailboxes += 1;
  }

  /** Adds the changes of a table, which counts as a mailbox in its groups. */
  addTable({ changes = [], verdict }: Pick<TableResult, 'changes' | 'verdict'>): void {
    if (this.#addAll(changes, [{ verdict }])) this.changedTables += 1;
  }

  /** Returns whether a cell is changed, or a row added or removed. */
  #addAll(changes: readonly Change[], reports: Verdicts): boolean {
    const rules = { 'new-violation': new Map<string, Severity>(), resolved: new Map<string, Severity>() };
    const groups = new Set<string>();
    for (const change of changes) {
      const { kind, rule = '' } = change;
      if (kind === 'rule-added') rules['new-violation'].set(rule, severityOf(change));
      if (change.isShared === true || kind === 'rule-added' || kind === 'rule-removed') {
        this.#addShared(change);
        continue;
      }
      if (kind === 'new-violation' || kind === 'resolved') {
        const severity = severityOf(change);
        rules[kind].set(rule, severity);
        this.#rows[kind] += 1;
        const examples = this.#examples[kind][severity];
        if (examples.length < MAX_SHOWN)
          examples.push(shownChange(change, kind === 'resolved' ? '' : messageOf(change, reports)));
        continue;
      }
      this.changeCount += 1;
      if (kind === 'mailbox-added') this.addedMailboxes += 1;
      else if (kind === 'mailbox-removed') this.removedMailboxes += 1;
      else this.#addToGroup(kind, change, groups);
    }
    for (const severity of rules['new-violation'].values()) this.new[severity] += 1;
    for (const severity of rules.resolved.values()) this.resolved[severity] += 1;
    return groups.size > 0;
  }

  /** Changes with one row for all mailboxes: the rules first. */
  get shared(): readonly Readonly<SharedChange>[] {
    return [...this.#shared.values()];
  }

  /** The first new or resolved violations of rules that both policies have: those of rules of severity error first, then in the order of the list. */
  examples(kind: 'new-violation' | 'resolved'): readonly ShownChange[] {
    const { violations, warnings, known } = this.#examples[kind];
    return [...violations, ...warnings, ...known].slice(0, MAX_SHOWN);
  }

  /** How many rows of `changes.csv` are new or resolved violations of rules that both policies have: those of `examples` and the others. */
  rowsOf(kind: 'new-violation' | 'resolved'): number {
    return this.#rows[kind];
  }

  /** Changes by report and column; those of most mailboxes first. */
  get groups(): readonly ChangeGroup[] {
    return [...this.#groups.values()].sort((one, other) => other.mailboxes - one.mailboxes);
  }

  #addShared(change: Change): void {
    const key = sharedKey(change);
    const counted = this.#shared.get(key);
    if (counted !== undefined) counted.mailboxes += 1;
    else {
      this.#shared.set(key, { change, mailboxes: 1 });
      this.changeCount += 1;
    }
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

function sharedKey({ kind, report, column, item }: Change): string {
  return JSON.stringify([kind, report, column, item]);
}

function severityOf({ verdict }: Change): Severity {
  if (verdict === 'known') return 'known';
  return verdict === 'warn' ? 'warnings' : 'violations';
}

/** All of them. */
export function totalOf({ violations, warnings, known }: ViolationCounts): number {
  return violations + warnings + known;
}

/** `1 violation, 2 warnings`. */
export function severitiesText({ violations, warnings, known }: ViolationCounts): string {
  return [
    counted(violations, 'violation', 'violations'),
    ...(warnings === 0 ? [] : [counted(warnings, 'warning', 'warnings')]),
    ...(known === 0 ? [] : [counted(known, 'known violation', 'known violations')]),
  ].join(', ');
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

function shownChange(change: Change, message = ''): ShownChange {
  const { rule, verdict, mailbox, report, item, column, before, after, since = '' } = change;
  const text = (whole: string): string => shortened(withoutId(whole), LONGEST_TEXT);
  return {
    rule: rule ?? '',
    isWarning: verdict === 'warn',
    mailbox,
    report,
    item: text(item),
    column,
    ...shownValues(cellText(before), cellText(after)),
    message,
    since: text(since),
  };
}

/** Two values, cut so that what is shown differs if the values do: at the end, else also before the first difference. */
function shownValues(...values: [before: string, after: string]): Pick<ShownChange, 'before' | 'after'> {
  const [before, after] = [withoutId(values[0]), withoutId(values[1])];
  const cut = (value: string, from: number): string =>
    shortened(from === 0 ? value : `…${value.slice(from).replace(/^[\uDC00-\uDFFF]/, '')}`, LONGEST_TEXT);
  const same = cut(before, 0) === cut(after, 0) ? sharedLength(before, after) : 0;
  const from = before === after ? 0 : Math.max(0, same - SHOWN_BEFORE_DIFFERENCE);
  return { before: cut(before, from), after: cut(after, from) };
}

/** How many characters at the start of two texts are equal: whole ones, in UTF-16 units. */
function sharedLength(one: string, other: string): number {
  let length = 0;
  for (const character of one) {
    if (!other.startsWith(character, length)) break;
    length += character.length;
  }
  return length;
}
