import { markdownCode, markdownTable, markdownText } from '../outputs/markdown.ts';
import { count, counted, duration } from '../text/numbers.ts';
import { isUnset, sentenceOf, settingLabel, targetKey, targetOf, valueTexts, type PlannedChange } from './change.ts';
import type { RemediateInputs } from './remediation-inputs.ts';
import type { Plan } from './plan-file.ts';
import type { LeftRow } from './left-row.ts';
import { TARGETS } from './targets/targets.ts';
import { inputName } from '../text/audience.ts';

const LONGEST_CELL = 120;
const LONGEST_VALUE = 300;
/** Of a table before the changes. */
const MAX_ROWS = 25;
const MAX_LEFT = 200;
/** A plan has no earlier reports, and no access to the audit log. */
const SINCE_WHEN = `Since when a person has access, and who gave it, is in kept reports and the audit log: ${markdownCode('mailbox-report history --target ADDRESS --audit')}\n\n`;
/** Of a summary. The files have all. */
export const MAX_LINES = 300;
/** Ms of a request, and how many are sent at the same time, as the bench measured them for Graph and others for Exchange Online. */
const GRAPH = { ms: 200, parallel: 8 };
const EXCHANGE = { ms: 850, parallel: 4 };
/** A read, a write, and a read. Before a right or a permission is changed, one more reads its account or group. */
const REQUESTS = 3;

/** About how long an apply of changes takes without throttling, in ms. */
function estimatedDuration(changes: readonly PlannedChange[]): number {
  const requests = (isExchange: boolean): number => {
    const own = changes.filter((change) => (targetOf(change).service === 'exchange') === isExchange);
    return [...Map.groupBy(own, targetKey).values()].reduce((sum, [change]) => {
      const isHeld = change !== undefined && targetOf(change).entries?.holders !== undefined;
      return sum + REQUESTS + (isHeld ? 1 : 0);
    }, 0);
  };
  const time = (isExchange: boolean, { ms, parallel }: typeof GRAPH): number => (requests(isExchange) * ms) / parallel;
  return time(false, GRAPH) + time(true, EXCHANGE);
}

interface PlanTables {
  readonly plan: Plan;
  /** With `counts`, no mailbox is named, and no value shown. */
  readonly detail: 'full' | 'counts';
  /** Bytes. */
  readonly room: number;
  readonly lines?: number;
}

/** The changes of a plan as Markdown: how many of each kind, then each, as far as there is room. */
export function planTables({
  plan: { changes, violations, left: all },
  detail,
  room,
  lines = MAX_LINES,
}: PlanTables): string {
  const violating = all.filter(({ rule }) => rule !== undefined);
  const left = all.filter(({ rule }) => rule === undefined);
  const groups = [...Map.groupBy(changes, keyOf).values()].sort((a, b) => b.length - a.length);
  const head = [
    violationsTable(violations),
    changes.length === 0
      ? ''
      : `Applying the plan takes about ${duration(estimatedDuration(changes))}, without throttling.\n\n`,
    changes.length === 0 ? '' : groupTable(groups, detail),
    left.length === 0 ? '' : leftTable(left),
  ].join('');
  if (detail === 'counts') return head;
  const text = new BoundedText(head, room, lines);
  // With the headings and heads of their tables.
  const reserve = all.length === 0 ? 0 : Math.min(all.length + 12, lines / 3);
  const said = changes.flatMap((change) => {
    const sentence = sentenceOf(change);
    return sentence === undefined ? [] : [{ change, ...sentence }];
  });
  // Each change once: what a person loses or gets under the person, and what only a mailbox has under the mailbox.
  const ofPeople = Map.groupBy(
    said.filter(({ who }) => who !== ''),
    ({ who }) => who,
  );
  const ofMailboxes = Map.groupBy(
    said.filter(({ who }) => who === ''),
    ({ change: { address } }) => address,
  );
  const hasRemovals = [...ofPeople.values()].flat().some(({ change: { after } }) => after === null);
  for (const [title, ofTitle] of [
    [`Access by person and group\n\n${hasRemovals ? SINCE_WHEN : ''}`, ofPeople],
    ['Entries by mailbox\n\n', ofMailboxes],
  ] as const)
    if (ofTitle.size > 0) text.add(`### ${title}`, [...ofTitle].flatMap(accessLines), reserve);
  const unsaid = groups.flat().filter((change) => sentenceOf(change) === undefined);
  const sections = Map.groupBy(unsaid, (change) =>
    JSON.stringify([change.rules, settingLabel(change), valueTexts(change)[1]]),
  );
  for (const section of sections.values()) text.add(...sectionLines(section), reserve);
  if (violating.length > 0) text.add(...violatingLines(violating));
  if (left.length > 0) text.add(...leftLines(left));
  return text.toString();
}

function violationsTable(violations: Plan['violations']): string {
  if (violations.length === 0) return '';
  const columns = ['Violations of', 'Planned', 'Exempt', 'Known', 'Inconclusive', 'Not changeable'];
  return cutTable(columns, violations, {
    cellsOf: ({ rule, planned, exempt, known, inconclusive, notChangeable }) => [
      markdownText(rule),
      ...[planned, exempt, known, inconclusive, notChangeable].map((number) => count(number)),
    ],
    more: 'more rules: see plan.json',
    right: [1, 2, 3, 4, 5],
  });
}

/** A Markdown table of the first items, and the number of the others before the words of `more`. `right`: the columns of numbers. */
export function cutTable<Item>(
  columns: readonly string[],
  items: readonly Item[],
  {
    cellsOf,
    more,
    most = MAX_ROWS,
    right,
  }: {
    readonly cellsOf: (item: Item) => readonly string[];
    readonly more: string;
    readonly most?: number;
    readonly right?: readonly number[];
  },
): string {
  const table = markdownTable(columns, items.slice(0, most).map(cellsOf), right);
  const hiddenCount = items.length - most;
  return hiddenCount > 0 ? `${table}and ${count(hiddenCount)} ${more}\n\n` : table;
}

/** Of one person or mailbox: what changes, and which rules require it. */
function accessLines([name, changes]: readonly [string, readonly SaidChange[]]): readonly string[] {
  const lines = changes.map(({ text, change: { title, rules } }) => {
    const reason = title || rules.join('; ');
    return `  - ${markdownText(reason === '' ? text : `${text} (${reason})`, LONGEST_VALUE)}\n`;
  });
  const [first = '', ...others] = lines;
  return [`- ${markdownCode(name)}\n${first}`, ...others];
}

interface SaidChange {
  readonly change: PlannedChange;
  readonly text: string;
}

function keyOf(change: PlannedChange): string {
  return JSON.stringify([change.rules, settingLabel(change), ...valueTexts(change)]);
}

function groupTable(groups: readonly (readonly PlannedChange[])[], detail: PlanTables['detail']): string {
  const isFull = detail === 'full';
  const columns = ['Rule', 'Setting', ...(isFull ? ['Before', 'After'] : []), 'Changes'];
  const kinds = groups.flatMap((group) => group.slice(0, 1).map((first) => ({ first, size: group.length })));
  return cutTable(columns, kinds, {
    cellsOf: ({ first, size }) => [
      markdownText(first.rules.join('; ')),
      markdownText(settingLabel(first)),
      ...(isFull ? valueCells(first) : []),
      count(size),
    ],
    more: 'more kinds of changes: see plan.csv',
    right: [columns.length - 1],
  });
}

function valueCells(change: PlannedChange): readonly string[] {
  return valueTexts(change).map((text) => markdownText(text, LONGEST_CELL));
}

/** The heading of changes to one value, and the lines of their table. */
function sectionLines(section: readonly PlannedChange[]): readonly [string, readonly string[]] {
  const [first] = section;
  if (first === undefined) return ['', []];
  const heading = `### ${markdownText(first.title || first.rules.join('; '), LONGEST_CELL)}\n\n`;
  const what = `${markdownText(settingLabel(first))}: ${valueCells(first)[1] ?? ''}\n\n`;
  const rows = section.map((change) => [
    markdownCode(change.address),
    markdownText(change.item, LONGEST_CELL),
    valueCells(change)[0] ?? '',
    ...[change.found, change.expected].map((text) => markdownText(text, LONGEST_VALUE)),
  ]);
  return [heading + what, tableLines(['Mailbox', 'Item', 'Before', 'Found', 'Expected'], rows)];
}

function violatingLines(left: readonly LeftRow[]): readonly [string, readonly string[]] {
  const rows = left
    .slice(0, MAX_LEFT)
    .map(({ mailbox, item, rule = '', reason }) => [
      markdownCode(mailbox),
      markdownText(item, LONGEST_CELL),
      markdownText(rule),
      markdownText(reason, LONGEST_VALUE),
    ]);
  return ['### Violations that are not changed\n\n', tableLines(['Mailbox', 'Item', 'Rule', 'Why'], rows)];
}

/** How much a restore leaves as it is, by reason. */
function leftTable(left: readonly LeftRow[]): string {
  const reasons = [...Map.groupBy(left, ({ reason }) => reason)].sort(
    ([, one], [, other]) => other.length - one.length,
  );
  return cutTable(['Left as it is, because', 'Items'], reasons, {
    cellsOf: ([reason, items]) => [markdownText(reason, LONGEST_VALUE), count(items.length)],
    more: 'more reasons: see plan.json',
    right: [1],
  });
}

function leftLines(left: readonly LeftRow[]): readonly [string, readonly string[]] {
  const rows = left
    .slice(0, MAX_LEFT)
    .map(({ mailbox, item, reason }) => [
      markdownCode(mailbox),
      markdownText(item, LONGEST_CELL),
      markdownText(reason, LONGEST_VALUE),
    ]);
  return ['### Left as it is\n\n', tableLines(['Mailbox', 'Item', 'Why'], rows)];
}

/** The lines of a table: the first one has its head. */
function tableLines(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const lines = markdownTable(columns, rows)
    .trimEnd()
    .split('\n')
    .map((line) => `${line}\n`);
  const [head = '', rule = '', first = '', ...otherLines] = lines;
  return [head + rule + first, ...otherLines];
}

export function linesIn(text: string): number {
  return text.split('\n').length - 1;
}

/** Text that ends where it would exceed a size or a number of lines, and says how much is left out. */
class BoundedText {
  #text: string;
  #room: number;
  #lines: number;
  #left = 0;

  constructor(text: string, room: number, lines: number) {
    this.#text = text;
    // For the sentence at the end.
    this.#room = room - Buffer.byteLength(text) - 200;
    this.#lines = lines - linesIn(text) - 2;
  }

  /** Adds a heading with the lines below it, as many as there is room for. @param reserve lines to leave for what follows */
  add(heading: string, lines: readonly string[], reserve = 0): void {
    let before = heading;
    for (const [index, line] of lines.entries()) {
      const text = before + line;
      const size = Buffer.byteLength(text) + 1;
      // With the blank line at the end.
      if (size > this.#room || this.#lines - linesIn(text) - 1 < reserve) {
        this.#left += lines.length - index;
        break;
      }
      this.#text += text;
      this.#room -= size;
      this.#lines -= linesIn(text);
      before = '';
    }
    if (before !== '') return;
    this.#text += '\n';
    this.#lines -= 1;
  }

  toString(): string {
    return this.#left === 0 ? this.#text : `${this.#text}and ${count(this.#left)} more: see plan.csv and plan.json\n`;
  }
}

/** The warnings about a plan that is not approved yet, in sentences. */
export function planNotes(
  changes: readonly PlannedChange[],
  { unread }: Plan['counts'],
  { maxChanges = Infinity }: RemediateInputs,
): readonly string[] {
  const lasting = changes.filter((change) => isUnset(change, change.before)).length;
  return [
    ...(changes.length > maxChanges
      ? [
          `The plan has ${counted(changes.length, 'change', 'changes')}, and ${inputName('max-changes')} allows ${count(maxChanges)}: it is not applied ` +
            `unless ${inputName('max-changes')} is raised.`,
        ]
      : []),
    ...(unread > 0 ? [`${counted(unread, 'mailbox', 'mailboxes')} could not be read and will not be changed.`] : []),
    ...(lasting > 0
      ? [
          `${counted(lasting, 'change has', 'changes have')} no earlier value in Graph that could be restored: an undo leaves them.`,
        ]
      : []),
    ...TARGETS.flatMap((target) => {
      const own = changes.filter((change) => change.target === target.name);
      return own.length === 0 ? [] : (target.notes?.(own) ?? []);
    }),
  ];
}
