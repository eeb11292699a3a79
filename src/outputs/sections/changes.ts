import type { ChangeGroup, ShownChange } from '../../compare/change-counts.ts';
import {
  ageText,
  differenceText,
  sourceText,
  type ComparisonSummary,
  type Detail,
  type RunSummary,
} from '../../totals/run-summary.ts';
import { count, counted } from '../../text/numbers.ts';
import type { Block, Content, Section, TableRow } from './section.ts';

const OPEN_ROWS = 5;
const MAX_GROUPS = 20;

const NAMES = { title: 'What changed', short: 'Changes' } as const;

/** What differs from the earlier report, or why there is none, in one line. Undefined with `compare: off`. */
export function comparedSentence({
  comparison,
  notCompared,
}: Pick<RunSummary, 'comparison' | 'notCompared'>): Content | undefined {
  if (comparison === undefined) return notCompared === undefined ? undefined : `Not compared: ${notCompared}`;
  const { source } = comparison;
  const earlier = source.kind === 'run' ? { link: sourceText(source), url: source.url } : { code: source.path };
  return ['Compared with ', earlier, `${ageText(comparison)}: ${differenceText(comparison)}`];
}

/** The violations that the earlier report does not have. Undefined if there is none. */
export function newViolationsSection({ counts }: ComparisonSummary): Section | undefined {
  const { newViolations, newViolationCount } = counts;
  if (newViolationCount === 0) return undefined;
  const title = 'New violations';
  return { title, short: 'New', folded: title, blocks: violations('new violation', newViolationCount, newViolations) };
}

/**
 * The resolved violations, and the most frequent changes. With `counts` only how often what changed, without
 * values: they may name mailboxes.
 */
export function changesSection(comparison: ComparisonSummary, detail: Detail): Section {
  const { counts, notes } = comparison;
  const { resolved, resolvedCount, groups } = counts;
  return {
    ...NAMES,
    folded: `Changes: ${differenceText(comparison)}`,
    blocks: [
      ...(detail === 'full' ? violations('resolved violation', resolvedCount, resolved) : []),
      ...(groups.length === 0 ? [] : changes(groups, detail)),
      ...notes.map((note) => ({ paragraph: note })),
    ],
  };
}

/** The sentence of the comparison, and the changes. Undefined with `compare: off`. */
export function comparisonSection(summary: Pick<RunSummary, 'comparison' | 'notCompared'>): Section | undefined {
  const paragraph = comparedSentence(summary);
  if (paragraph === undefined) return undefined;
  const { comparison } = summary;
  const section =
    comparison === undefined ? { ...NAMES, folded: NAMES.title, blocks: [] } : changesSection(comparison, 'full');
  return { ...section, blocks: [{ paragraph }, ...section.blocks] };
}

const NEW = { report: 'violations', view: 'new' } as const;

function violations(
  name: 'new violation' | 'resolved violation',
  total: number,
  all: readonly ShownChange[],
): readonly Block[] {
  if (all.length === 0) return [];
  const isNew = name === 'new violation';
  const label = counted(total, name, `${name}s`);
  const rows = all.map(({ mailbox, rule, item, column, before, message }): TableRow => ({
    cells: [
      { mailbox },
      { code: rule },
      ...(isNew ? [message] : [item === '' ? column : `${column} of ${item}`, orBlank(before)]),
    ],
    tone: isNew ? 'fail' : 'pass',
  }));
  const columns = [
    { name: 'Mailbox' },
    { name: 'Rule' },
    ...(isNew ? [] : [{ name: 'Column' }]),
    { name: isNew ? 'Finding' : 'Was', kind: 'prose' as const },
  ];
  return [
    { heading: { about: label, rows: isNew ? NEW : { report: 'changes', view: 'resolved' } } },
    { table: { label, columns, rows, unit: ['row', 'rows'], open: OPEN_ROWS } },
  ];
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

function example({ mailbox, item, before, after, column }: ShownChange): Content {
  const values = column === '' ? '' : `: ${orBlank(before)} → ${orBlank(after)}`;
  return [{ mailbox }, `${item === '' ? '' : `, ${item}`}${values}`];
}

function orBlank(value: string): string {
  return value === '' ? '(blank)' : value;
}
