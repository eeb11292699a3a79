import { count } from '../../text/numbers.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { highlightsOf } from '../sections/run.ts';
import { fragmentOf, type PageState } from './fragment.ts';
import { html, type Html } from './html.ts';

/** A number of the first screen with its unit. */
interface Tile {
  readonly key: string;
  readonly number: number;
  /** What the number counts, after it: for 1 and for other numbers. */
  readonly unit: readonly [string, string];
  /** Another number of the same thing, with its unit. */
  readonly note?: string;
  /** Why it matters, unless the number is 0. */
  readonly tone?: 'bad' | 'warn' | 'good';
  /** The rows behind the number. */
  readonly rows?: PageState;
  /** Whether the tile is shown if the number is 0. */
  readonly evenZero?: boolean;
}

/**
 * The first screen: what changed, what fails, the highlights of the reports, what could not be read, and how many mailboxes
 * there are. A line lists the highlights that were not found.
 */
export function tilesList(summary: RunSummary): Html {
  const { missing } = highlightsOf(summary.reports);
  const tiles = [
    ...changeTiles(summary),
    ...policyTiles(summary),
    ...highlightTiles(summary),
    ...mailboxTiles(summary),
  ].filter(({ number, evenZero }) => number > 0 || evenZero === true);
  return html`<ul class="counts">
      ${tiles.map(tileItem)}
    </ul>
    ${missing.length === 0 ? undefined : html`<p class="hint">Not found: ${missing.join('; ')}.</p> `}`;
}

function tileItem({ key, number, unit, note, tone, rows }: Tile): Html {
  const [one, others] = unit;
  const text = html`<strong>${count(number)}</strong> <span>${number === 1 ? one : others}</span>${
      note === undefined ? undefined : html` <small>${note}</small>`
    }`;
  const content =
    rows === undefined || number === 0 ? html`<p>${text}</p>` : html`<a href="${fragmentOf(rows)}">${text}</a>`;
  const classes = number === 0 || tone === undefined ? key : `${key} tone-${tone}`;
  return html`<li class="${classes}">${content}</li> `;
}

function changeTiles({ comparison }: RunSummary): readonly Tile[] {
  if (comparison === undefined) return [];
  const { counts, comparesViolations } = comparison;
  const rows = (view: string): PageState => ({ report: 'changes', view });
  const violations: readonly Tile[] = [
    {
      ...{ key: 'new-violations', number: counts.newViolationCount, unit: ['new violation', 'new violations'] },
      ...{ tone: 'bad', rows: rows('new-violation'), evenZero: true },
    },
    {
      ...{ key: 'resolved', number: counts.resolvedCount, unit: ['violation resolved', 'violations resolved'] },
      ...{ tone: 'good', rows: rows('resolved') },
    },
  ];
  return [
    ...(comparesViolations ? violations : []),
    {
      ...{ key: 'changed', number: counts.changedMailboxes, unit: ['mailbox changed', 'mailboxes changed'] },
      ...{ rows: { report: 'changes' }, evenZero: true },
    },
    {
      ...{ key: 'added', number: counts.addedMailboxes, rows: rows('mailbox-added') },
      unit: ['mailbox added to the list', 'mailboxes added to the list'],
    },
    {
      ...{ key: 'removed', number: counts.removedMailboxes, rows: rows('mailbox-removed') },
      unit: ['mailbox removed from the list', 'mailboxes removed from the list'],
    },
  ];
}

function policyTiles({ policy }: RunSummary): readonly Tile[] {
  if (policy === undefined) return [];
  const { verdicts, baseline } = policy;
  const rows = (view: string): PageState => ({ report: 'violations', view });
  return [
    {
      ...{ key: 'violations', number: verdicts.total('failed'), unit: ['violation', 'violations'], tone: 'bad' },
      ...{ rows: rows('fail'), evenZero: true },
    },
    {
      ...{ key: 'warnings', number: verdicts.total('warned'), unit: ['warning', 'warnings'], tone: 'warn' },
      rows: rows('warn'),
    },
    {
      ...{ key: 'known', number: verdicts.total('known'), unit: ['known violation', 'known violations'] },
      ...{ rows: rows('known'), evenZero: baseline !== undefined },
    },
    {
      ...{ key: 'exempt', number: verdicts.total('exempt'), unit: ['exempt violation', 'exempt violations'] },
      rows: rows('exempt'),
    },
  ];
}

function highlightTiles({ reports }: RunSummary): readonly Tile[] {
  return highlightsOf(reports).found.map(({ title, mailboxes, items, report, at }) => ({
    ...{ key: 'highlight', number: mailboxes, unit: [`mailbox: ${title}`, `mailboxes: ${title}`], tone: 'warn' },
    ...(items === '' ? {} : { note: items }),
    rows: { report, highlight: at },
  }));
}

function mailboxTiles(summary: RunSummary): readonly Tile[] {
  const { mailboxes, reports, duplicateCount, unlistedCount, includesUnlisted = false } = summary;
  const away = reports.find((report) => report.away !== undefined);
  return [
    {
      ...{ key: 'unreadable', number: mailboxes.unreadable, tone: 'warn', evenZero: true },
      unit: ['mailbox could not be read', 'mailboxes could not be read'],
      // In the first table that has such rows.
      rows: { view: 'unreadable' },
    },
    {
      ...{ key: 'away', number: away?.away ?? 0, unit: ['mailbox is away now', 'mailboxes are away now'] },
      ...{ rows: { report: away?.name, view: 'away' }, evenZero: away !== undefined },
    },
    {
      ...{ key: 'unlisted', number: unlistedCount ?? 0, evenZero: unlistedCount !== undefined },
      unit: ['mailbox is not in the list', 'mailboxes are not in the list'],
    },
    {
      ...{ key: 'repeated', number: duplicateCount },
      unit: ['line of the list is repeated', 'lines of the list are repeated'],
    },
    {
      ...{ key: 'mailboxes', number: mailboxes.total },
      unit: includesUnlisted ? ['mailbox', 'mailboxes'] : ['mailbox in the list', 'mailboxes in the list'],
    },
  ];
}
