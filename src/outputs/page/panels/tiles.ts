import { count, counted } from '../../../text/numbers.ts';
import type { ComparisonSummary, PolicySummary, RunSummary } from '../../../totals/run-summary.ts';
import { fragmentOf, type PageState } from '../fragment.ts';
import { html, type Html } from '../html.ts';

/** A number of the first screen with its unit. */
interface Tile {
  readonly key: string;
  readonly number: number;
  /** What the number counts, after it: for 1 and for other numbers. */
  readonly unit: readonly [string, string];
  /** Another number of the same thing, with its unit. */
  readonly note?: string | undefined;
  /** Why it matters, unless the number is 0. */
  readonly tone?: 'bad' | 'warn' | 'good' | undefined;
  /** The rows behind the number. */
  readonly rows?: PageState | undefined;
}

/**
 * The first screen: what changed, what fails, the highlights of the reports, what could not be read, and how many mailboxes
 * there are. A line lists the highlights that were not found.
 */
export function tilesList(summary: RunSummary): Html {
  const { comparison, policy } = summary;
  const tiles = [
    ...(comparison === undefined ? [] : changeTiles(comparison)),
    ...(policy === undefined ? [] : policyTiles(policy)),
    ...highlightTiles(summary),
    ...unreadableTiles(summary),
    ...awayTiles(summary),
    ...listTiles(summary),
  ];
  const missing = missingHighlights(summary);
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

function changeTiles({ counts, comparesViolations }: ComparisonSummary): readonly Tile[] {
  const { newViolationCount, resolvedCount, changedMailboxes, addedMailboxes, removedMailboxes } = counts;
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
    ...(comparesViolations ? violations.filter(({ key, number }) => key === 'new-violations' || number > 0) : []),
    ...tiles.filter(({ key, number }) => key === 'changed' || number > 0),
  ];
}

function policyTiles({ verdicts, baseline }: PolicySummary): readonly Tile[] {
  const { violationCount, warningCount, knownCount, exemptCount } = verdicts;
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

/** A highlight that several reports have is shown once if they agree. */
function highlightTiles({ reports }: RunSummary): readonly Tile[] {
  const seen = new Set<string>();
  return reports.flatMap(({ name, unit, highlights }) =>
    highlights.flatMap(({ title, mailboxes, rows }, highlight): readonly Tile[] => {
      const key = JSON.stringify([title, mailboxes]);
      if (mailboxes === 0 || seen.has(key)) return [];
      seen.add(key);
      return [
        {
          ...{ key: 'highlight', number: mailboxes, unit: [`mailbox: ${title}`, `mailboxes: ${title}`], tone: 'warn' },
          note: rows === mailboxes ? undefined : counted(rows, unit.singular, unit.plural),
          rows: { report: name, highlight },
        },
      ];
    }),
  );
}

/** The titles of highlights that no mailbox has, of reports that were read. */
function missingHighlights({ reports }: RunSummary): readonly string[] {
  const read = reports.filter(({ read: mailboxes }) => mailboxes > 0).flatMap(({ highlights }) => highlights);
  const found = new Set(read.filter(({ mailboxes }) => mailboxes > 0).map(({ title }) => title));
  return [...new Set(read.map(({ title }) => title))].filter((title) => !found.has(title));
}

function awayTiles({ reports }: RunSummary): readonly Tile[] {
  const report = reports.find(({ away }) => away !== undefined);
  if (report?.away === undefined) return [];
  const unit = ['mailbox is away now', 'mailboxes are away now'] as const;
  return [{ key: 'away', number: report.away, unit, rows: { report: report.name, view: 'away' } }];
}

function unreadableTiles({ mailboxes }: RunSummary): readonly Tile[] {
  return [
    {
      key: 'unreadable',
      number: mailboxes.unreadable,
      unit: ['mailbox could not be read', 'mailboxes could not be read'],
      tone: 'warn',
      // In the first table that has such rows.
      rows: { view: 'unreadable' },
    },
  ];
}

function listTiles({
  mailboxes,
  duplicateCount,
  unlistedCount,
  includesUnlisted = false,
}: RunSummary): readonly Tile[] {
  const tiles: readonly Tile[] = [
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
    {
      key: 'mailboxes',
      number: mailboxes.total,
      unit: includesUnlisted ? ['mailbox', 'mailboxes'] : ['mailbox in the list', 'mailboxes in the list'],
    },
  ];
  return tiles.filter(({ key, number }) => number > 0 || (key === 'unlisted' && unlistedCount !== undefined));
}
