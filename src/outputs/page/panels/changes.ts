import type { ChangeGroup, ShownChange } from '../../../totals/change-counts.ts';
import { count, counted } from '../../../text/numbers.ts';
import { ageText, differenceText, sourceText } from '../../../totals/comparison-text.ts';
import type { ComparisonSummary } from '../../../totals/run-summary.ts';
import { bar } from './bars.ts';
import { html, link, type Html } from '../html.ts';
import { mailboxLink, rowsLink } from '../links.ts';
import { folded, panel, panelTable, type PanelColumn, type PanelRow } from './table.ts';

/** Rows that are shown without unfolding. */
const OPEN_ROWS = 5;
const MAX_GROUPS = 20;

/** What differs from the earlier report: in one line, the new and the resolved violations, and the changes by column. */
export function changesPanel(comparison: ComparisonSummary): Html {
  const { source, counts, notes } = comparison;
  const { newViolations, newViolationCount, resolved, resolvedCount, groups } = counts;
  const earlier = source.kind === 'run' ? link(sourceText(source), source.url) : html`${source.path}`;
  return panel(html`What changed`, [
    html`<p class="rest">Compared with ${earlier}${ageText(comparison)}: ${differenceText(comparison)}.</p> `,
    ...violations('new violation', newViolationCount, 'new-violation', newViolations, 'Found', ({ after }) => after),
    ...changes(groups),
    ...violations('resolved violation', resolvedCount, 'resolved', resolved, 'Was', ({ before }) => before),
    ...notes.map((note) => html`<p class="rest">${note}</p> `),
  ]);
}

function violations(
  name: string,
  total: number,
  view: string,
  all: readonly ShownChange[],
  header: string,
  value: (change: ShownChange) => string,
): readonly Html[] {
  if (all.length === 0) return [];
  const columns: readonly PanelColumn[] = [
    { name: 'Mailbox' },
    { name: 'Rule' },
    { name: 'Column' },
    { name: header, kind: 'prose' },
  ];
  const rows = all.map((change): PanelRow => {
    const { mailbox, rule, item, column } = change;
    const place = item === '' ? column : `${column} of ${item}`;
    const cells = [mailboxLink(mailbox), html`<code>${rule}</code>`, html`${place}`, html`${shown(value(change))}`];
    return { cells, verdict: view === 'resolved' ? 'pass' : 'fail' };
  });
  const next = rows.slice(OPEN_ROWS);
  const label = counted(total, name, `${name}s`);
  return [
    html`<h3>${rowsLink(html`${label}`, { report: 'changes', view })}</h3> `,
    panelTable(label, columns, rows.slice(0, OPEN_ROWS)),
    ...(next.length === 0
      ? []
      : [folded(`The next ${counted(next.length, 'row', 'rows')}`, panelTable(`${label}: the next`, columns, next))]),
  ];
}

const GROUP_COLUMNS: readonly PanelColumn[] = [
  { name: 'Changed' },
  { name: 'Report', kind: 'short' },
  { name: 'Mailboxes', kind: 'number' },
  { name: 'Share of the largest', kind: 'bars' },
  { name: 'For example', kind: 'prose' },
];

function changes(groups: readonly ChangeGroup[]): readonly Html[] {
  if (groups.length === 0) return [];
  const longest = Math.max(...groups.map(({ mailboxes }) => mailboxes));
  const rows = groups.slice(0, MAX_GROUPS).map((group): PanelRow => {
    const { kind, report, column, mailboxes, first } = group;
    const name = kind === 'changed' ? html`${column}` : html`rows ${kind}`;
    const conditions = [
      { column: 'Report', is: report },
      ...(kind === 'changed' ? [{ column: 'Column', is: column }] : []),
    ];
    return {
      cells: [
        rowsLink(name, { report: 'changes', view: kind, conditions }),
        html`${report}`,
        html`${count(mailboxes)}`,
        bar([{ kind: 'changed', count: mailboxes }], longest),
        example(first),
      ],
    };
  });
  const open = rows.slice(0, OPEN_ROWS);
  const next = rows.slice(OPEN_ROWS);
  const more = groups.length - rows.length;
  return [
    html`<h3>Changes by column</h3> `,
    panelTable('Changes by column', GROUP_COLUMNS, open),
    ...(next.length === 0
      ? []
      : [
          folded(
            `The next ${counted(next.length, 'row', 'rows')}`,
            panelTable('Changes by column: the next', GROUP_COLUMNS, next, more),
          ),
        ]),
  ];
}

function example({ mailbox, item, before, after, column }: ShownChange): Html {
  const of = item === '' ? '' : `, ${item}`;
  const values = column === '' ? '' : `: ${shown(before)} → ${shown(after)}`;
  return html`${mailboxLink(mailbox)}${of}${values}`;
}

function shown(value: string): string {
  return value === '' ? '(blank)' : value;
}
