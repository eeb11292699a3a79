import type { Change } from '../run/mailbox-result.ts';
import type { Block, Content, Detail, PlacedSection, Section, TableRow, Tile, View } from '../run/section.ts';
import { count, counted, DAY_MS } from '../text/numbers.ts';
import type { PageState } from '../text/page-links.ts';
import { COMMAND } from '../version.ts';
import { severitiesText, totalOf, type ChangeCounts, type ChangeGroup, type ShownChange } from './change-counts.ts';
import type { EarlierSource } from './earlier-report.ts';
import { DELEGATED } from './shared-changes.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const OPEN_ROWS = 5;
const MAX_GROUPS = 20;

const NAMES = { title: 'What changed', short: 'Changes' } as const;

/** What differs from an earlier report. */
export interface Differences {
  readonly source: EarlierSource;
  /** How long before this run the earlier one started; undefined if unknown. */
  readonly ageMs: number | undefined;
  readonly counts: ChangeCounts;
  /** Whether both runs have a policy. */
  readonly comparesViolations: boolean;
  /** Sentences about what was not compared. */
  readonly notes: readonly string[];
  /** The mailboxes that the list no longer has. */
  readonly removed: () => Iterable<Change>;
}

/** The earlier report: `run #41`, or its path. Hostile text until escaped. */
export function sourceText(source: EarlierSource): string {
  return source.kind === 'run' ? `run #${source.number}` : source.path;
}

/** The age of the earlier run in a parenthesis: ` (2 days ago)`; '' if unknown. */
export function ageText(ageMs: number | undefined): string {
  if (ageMs === undefined) return '';
  if (ageMs >= DAY_MS) return ` (${counted(Math.floor(ageMs / DAY_MS), 'day', 'days')} ago)`;
  if (ageMs >= HOUR) return ` (${counted(Math.floor(ageMs / HOUR), 'hour', 'hours')} ago)`;
  return ` (${counted(Math.max(0, Math.floor(ageMs / MINUTE)), 'minute', 'minutes')} ago)`;
}

/** What differs, in numbers: `new: 1 violation, 2 warnings; resolved: 2 violations; 14 mailboxes changed`. */
export function differenceText(counts: ChangeCounts, comparesViolations: boolean): string {
  const { changedMailboxes, changedTables, addedMailboxes, removedMailboxes, notComparedMailboxes } = counts;
  const violationsText = `new: ${severitiesText(counts.new)}; resolved: ${severitiesText(counts.resolved)}; `;
  const mailboxesText = [
    `${counted(changedMailboxes, 'mailbox', 'mailboxes')} changed`,
    ...(addedMailboxes === 0 ? [] : [`${count(addedMailboxes)} added`]),
    ...(removedMailboxes === 0 ? [] : [`${count(removedMailboxes)} removed`]),
    ...(notComparedMailboxes === 0 ? [] : [`${count(notComparedMailboxes)} not compared`]),
    ...(changedTables === 0 ? [] : [`${counted(changedTables, 'table', 'tables')} changed`]),
  ].join(', ');
  return `${comparesViolations ? violationsText : ''}${mailboxesText}`;
}

/** What differs, for the summary and the page. */
export function changeSections(differences: Differences, view: View): readonly PlacedSection[] {
  const { source, ageMs, counts, comparesViolations } = differences;
  const earlier = source.kind === 'run' ? { link: sourceText(source), url: source.url } : { code: source.path };
  const text = `${ageText(ageMs)}: ${differenceText(counts, comparesViolations)}`;
  const sentence = { paragraph: ['Compared with ', earlier, text] };
  const changes = changesSection(differences, view);
  return [
    { section: { ...changes, blocks: [sentence] }, summary: 'compared', as: 'untitled' },
    { section: newViolationsSection(counts, view), summary: 'new', as: 'untitled', page: 'new' },
    { section: { ...changes, blocks: [sentence, ...changes.blocks] }, page: 'changes' },
    { section: changes, summary: 'changes', as: 'folded' },
  ];
}

/** Why nothing was compared. */
export function notComparedSections(reason: string): readonly PlacedSection[] {
  const blocks = [{ paragraph: `Not compared: ${reason}` }];
  return [{ section: { ...NAMES, folded: NAMES.title, blocks }, summary: 'compared', as: 'untitled', page: 'changes' }];
}

/** The violations that the earlier report does not have, unless they would name mailboxes, and the new rules. Undefined without any. */
function newViolationsSection(counts: ChangeCounts, view: View): Section | undefined {
  const listed = violations('new-violation', counts, view);
  const blocks = [...listed, ...shared(['rule-added', 'added'], counts)];
  if (blocks.length === 0) return undefined;
  const title = 'What is new';
  return { title, short: 'New', folded: title, blocks };
}

/** The changes with one row for all mailboxes, each in a line: rules of only one policy, and applications that reach every mailbox. */
function shared(kinds: readonly Change['kind'][], { shared: all }: ChangeCounts): readonly Block[] {
  const items = all
    .filter(({ change: { kind } }) => kinds.includes(kind))
    .map(({ change: { kind, report, column, item }, mailboxes }): Content => {
      const number = counted(mailboxes, 'mailbox', 'mailboxes');
      if (kind === 'rule-removed') return ['Rule removed: ', { code: item }, `, which ${number} violated.`];
      if (kind === 'rule-added') {
        const about = counted(mailboxes, 'mailbox violates', 'mailboxes violate');
        const rows = { report: 'violations', conditions: [{ column: 'Rule', is: item }] };
        return ['Rule added: ', { code: item }, ', which ', { about, rows }, '.'];
      }
      const conditions = [
        { column: 'Report', is: report },
        { column: 'Column', is: column },
      ];
      const verb = kind === 'added' ? 'New application for ' : 'Application gone for ';
      const application = column === DELEGATED ? `${item}, as the signed-in user` : item;
      return [verb, { about: number, rows: { report: 'changes', conditions } }, ': ', application];
    });
  return items.length === 0 ? [] : [{ items }];
}

/**
 * The resolved violations, and the most frequent changes. With `counts` only how often what changed, without
 * values: they may name mailboxes.
 */
function changesSection(differences: Differences, view: View): Section {
  const { counts, notes } = differences;
  const { groups } = counts;
  return {
    ...NAMES,
    folded: NAMES.title,
    blocks: [
      ...violations('resolved', counts, view),
      ...shared(['rule-removed', 'removed'], counts),
      ...(groups.length === 0 ? [] : [...changes(groups, view.detail), HISTORY]),
      ...notes.map((note) => ({ paragraph: note })),
    ],
  };
}

/** How to look further back. */
const HISTORY: Block = { paragraph: ['Older changes, at a terminal: ', { code: `${COMMAND} history ADDRESS` }] };

const NEW = { report: 'violations', view: 'new' } as const;

/** The first new or resolved violations. None with `counts`, since they name mailboxes. */
function violations(
  kind: 'new-violation' | 'resolved',
  counts: ChangeCounts,
  { detail, hasPage }: View,
): readonly Block[] {
  const all = counts.examples(kind);
  if (all.length === 0 || detail === 'counts') return [];
  const isNew = kind === 'new-violation';
  const label = `${isNew ? 'New' : 'Resolved'}: ${severitiesText(isNew ? counts.new : counts.resolved)}`;
  const rows = all.map(({ mailbox, report, rule, isWarning, item, column, before, message, since }): TableRow => ({
    cells: [
      mailbox === '' ? report : { mailbox },
      isWarning ? [{ code: rule }, { note: 'warning' }] : { code: rule },
      ...(isNew ? [message] : [item === '' ? column : `${column} of ${item}`, wasText(before, since)]),
    ],
    tone: !isNew ? 'pass' : isWarning ? 'warn' : 'fail',
  }));
  const columns = [
    { name: 'Mailbox' },
    { name: 'Rule' },
    ...(isNew ? [] : [{ name: 'Column' }]),
    { name: isNew ? 'Finding' : 'Was', kind: 'prose' as const },
  ];
  return [
    { heading: { about: label, rows: isNew ? NEW : { report: 'changes', view: 'resolved' } } },
    {
      table: {
        label,
        columns,
        rows,
        unit: ['row', 'rows'],
        open: OPEN_ROWS,
        more: counts.rowsOf(kind) - rows.length,
        moreIn: hasPage ? 'the page' : 'changes.csv',
      },
    },
  ];
}

function wasText(before: string, since: string): Content {
  return since === '' ? orBlank(before) : [orBlank(before), { note: `since ${since}` }];
}

function changes(groups: readonly ChangeGroup[], detail: Detail): readonly Block[] {
  const longest = Math.max(...groups.map(({ mailboxes }) => mailboxes));
  const rows = groups.slice(0, MAX_GROUPS).map(({ kind, report, column, mailboxes, first }): TableRow => {
    const isCell = kind === 'changed';
    const conditions = [{ column: 'Report', is: report }, ...(isCell ? [{ column: 'Column', is: column }] : [])];
    return {
      cells: [
        {
          about: isCell ? column : `rows ${kind}`,
          rows: { report: 'changes', view: isCell ? 'mailbox-changed' : kind, conditions },
        },
        report,
        count(mailboxes),
        { segments: [{ kind: 'changed', count: mailboxes }], longest },
        ...(detail === 'full' ? [example(first)] : []),
      ],
    };
  });
  const label = 'Changes by column';
  return [
    { heading: label },
    {
      table: {
        label,
        rows,
        unit: ['row', 'rows'],
        open: OPEN_ROWS,
        more: groups.length - rows.length,
        moreIn: 'changes.csv',
        columns: [
          { name: 'Changed' },
          { name: 'Report', kind: 'short' },
          { name: 'Mailboxes', kind: 'number' },
          { name: 'Share of the largest', kind: 'bars' },
          ...(detail === 'full' ? [{ name: 'For example', kind: 'prose' as const }] : []),
        ],
      },
    },
  ];
}

function example({ mailbox, report, item, before, after, column }: ShownChange): Content {
  const values = column === '' ? '' : `: ${orBlank(before)} → ${orBlank(after)}`;
  return [mailbox === '' ? report : { mailbox }, `${item === '' ? '' : `, ${item}`}${values}`];
}

function orBlank(value: string): string {
  return value === '' ? '(blank)' : value;
}

/** What differs, in numbers of the first screen. */
export function changeTiles({ counts, comparesViolations }: Differences): readonly Tile[] {
  const rows = (view: string): PageState => ({ report: 'changes', view });
  const newOf = (verdict: string): PageState => ({ ...NEW, conditions: [{ column: 'Verdict', is: verdict }] });
  const violations: readonly Omit<Tile, 'group'>[] = [
    {
      number: counts.new.violations,
      unit: ['new violation', 'new violations'],
      tone: 'bad',
      rows: newOf('fail'),
      evenZero: true,
    },
    {
      number: counts.new.warnings,
      unit: ['new warning', 'new warnings'],
      tone: 'warn',
      rows: newOf('warn'),
    },
    {
      number: totalOf(counts.resolved),
      unit: ['resolved', 'resolved'],
      note: severitiesText(counts.resolved),
      tone: 'good',
      rows: rows('resolved'),
    },
  ];
  const tiles: readonly Omit<Tile, 'group'>[] = [
    ...(comparesViolations ? violations : []),
    {
      number: counts.changedMailboxes,
      unit: ['mailbox changed', 'mailboxes changed'],
      rows: rows('mailbox-changed'),
      evenZero: true,
    },
    {
      number: counts.addedMailboxes,
      rows: rows('mailbox-added'),
      unit: ['mailbox added to the list', 'mailboxes added to the list'],
    },
    {
      number: counts.removedMailboxes,
      rows: rows('mailbox-removed'),
      unit: ['mailbox removed from the list', 'mailboxes removed from the list'],
    },
  ];
  return tiles.map((tile) => ({ group: 'New', ...tile }));
}
