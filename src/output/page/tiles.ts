import { count } from '../../text/numbers.ts';
import type { ComparisonSummary, PolicySummary, RunSummary } from '../run-summary.ts';
import { fragmentOf, type PageState } from './fragment.ts';
import { html, type Html } from './html.ts';

/** A number of the first screen with its unit. */
interface Tile {
  readonly key: string;
  readonly number: number;
  /** What the number counts, after it: for 1 and for other numbers. */
  readonly unit: readonly [string, string];
  /** Why it matters, unless the number is 0. */
  readonly tone?: 'bad' | 'warn' | 'good' | undefined;
  /** The rows behind the number. */
  readonly rows?: PageState | undefined;
}

/** The first screen: what changed, what fails, what the reports are read for, what could not be read, and how many. */
export function tilesList(summary: RunSummary): Html {
  const { comparison, policy } = summary;
  const tiles = [
    ...(comparison === undefined ? [] : changeTiles(comparison)),
    ...(policy === undefined ? [] : policyTiles(policy)),
    ...replyTiles(summary),
    ...mailboxTiles(summary),
  ];
  return html`<ul class="counts">
    ${tiles.map(tileItem)}
  </ul> `;
}

function tileItem({ key, number, unit, tone, rows }: Tile): Html {
  const [one, others] = unit;
  const text = html`<strong>${count(number)}</strong> <span>${number === 1 ? one : others}</span>`;
  const content =
    rows === undefined || number === 0 ? html`<p>${text}</p>` : html`<a href="${fragmentOf(rows)}">${text}</a>`;
  const classes = number === 0 || tone === undefined ? key : `${key} tone-${tone}`;
  return html`<li class="${classes}">${content}</li> `;
}

function changeTiles({ tally, comparesViolations }: ComparisonSummary): readonly Tile[] {
  const { newViolationCount, resolvedCount, changedMailboxes, addedMailboxes, removedMailboxes } = tally;
  const tiles: readonly Tile[] = [
    {
      ...{ key: 'changed', number: changedMailboxes, unit: ['mailbox changed', 'mailboxes changed'] },
      rows: { report: 'changes' },
    },
    {
      ...{ key: 'added', number: addedMailboxes, unit: ['mailbox added to the list', 'mailboxes added to the list'] },
      rows: { report: 'changes', view: 'mailbox-added' },
    },
    {
      key: 'removed',
      number: removedMailboxes,
      unit: ['mailbox removed from the list', 'mailboxes removed from the list'],
      rows: { report: 'changes', view: 'mailbox-removed' },
    },
  ];
  const violations: readonly Tile[] = [
    {
      ...{ key: 'new-violations', number: newViolationCount, unit: ['new violation', 'new violations'], tone: 'bad' },
      rows: { report: 'changes', view: 'new-violation' },
    },
    {
      ...{ key: 'resolved', number: resolvedCount, unit: ['violation resolved', 'violations resolved'], tone: 'good' },
      rows: { report: 'changes', view: 'resolved' },
    },
  ];
  return [
    ...(comparesViolations ? violations : []),
    ...tiles.filter(({ key, number }) => key === 'changed' || number > 0),
  ];
}

function policyTiles({ tally, baseline }: PolicySummary): readonly Tile[] {
  const { violationCount, warningCount, knownCount, exemptCount } = tally;
  const rows = (view: string): PageState => ({ report: 'violations', view });
  const tiles: readonly Tile[] = [
    {
      ...{ key: 'violations', number: violationCount, unit: ['violation', 'violations'], tone: 'bad' },
      rows: rows('fail'),
    },
    { key: 'warnings', number: warningCount, unit: ['warning', 'warnings'], tone: 'warn', rows: rows('warn') },
    { key: 'known', number: knownCount, unit: ['known violation', 'known violations'], rows: rows('known') },
    { key: 'exempt', number: exemptCount, unit: ['exempt violation', 'exempt violations'], rows: rows('exempt') },
  ];
  return tiles.filter(
    ({ key, number }) => number > 0 || key === 'violations' || (key === 'known' && baseline !== undefined),
  );
}

function replyTiles({ reports }: RunSummary): readonly Tile[] {
  return reports.flatMap(({ name, away, repliesOn }): readonly Tile[] => [
    ...(away === undefined
      ? []
      : [
          {
            ...{ key: 'away', number: away, unit: ['mailbox is away now', 'mailboxes are away now'] as const },
            rows: { report: name, view: 'away' },
          },
        ]),
    ...(repliesOn === undefined
      ? []
      : [
          {
            key: 'replies',
            number: repliesOn,
            unit: ['mailbox has replies on or scheduled', 'mailboxes have replies on or scheduled'] as const,
            rows: { report: name, view: 'replies' },
          },
        ]),
  ]);
}

function mailboxTiles({ tally, duplicateCount, unlistedCount }: RunSummary): readonly Tile[] {
  const tiles: readonly Tile[] = [
    {
      key: 'unreadable',
      number: tally.unreadable,
      unit: ['mailbox could not be read', 'mailboxes could not be read'],
      tone: 'warn',
      // In the first table that has such rows.
      rows: { view: 'unreadable' },
    },
    {
      key: 'unlisted',
      number: unlistedCount ?? 0,
      unit: ['mailbox is not in the list', 'mailboxes are not in the list'],
    },
    {
      key: 'repeated',
      number: duplicateCount,
      unit: ['line of the list is repeated', 'lines of the list are repeated'],
    },
    { key: 'mailboxes', number: tally.total, unit: ['mailbox in the list', 'mailboxes in the list'] },
  ];
  return tiles.filter(
    ({ key, number }) => number > 0 || key === 'unreadable' || (key === 'unlisted' && unlistedCount !== undefined),
  );
}
