import { count, counted } from '../../text/numbers.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { CountedVerdict } from '../../totals/verdict-counts.ts';
import { SENDERS_TITLE } from '../sections/forwarding.ts';
import { highlightsOf } from '../sections/run.ts';
import { PAIRS } from './data.ts';
import { fragmentOf, type PageState } from './fragment.ts';
import { html, type Html } from './html.ts';
import { sectionId } from './panels.ts';

const GROUPS = ['Result', 'New', 'Forwarding', 'Access', 'Replies', 'Protocols', 'Other', 'Unread'] as const;

/** A number of the first screen with its unit. */
interface Tile {
  readonly group: (typeof GROUPS)[number];
  readonly number: number;
  /** What the number counts, after it: for 1 and for other numbers. */
  readonly unit: readonly [string, string];
  /** Another number of the same thing, with its unit. */
  readonly note?: string;
  /** Why it matters, unless the number is 0. */
  readonly tone?: 'bad' | 'warn' | 'good';
  /** The rows behind the number. */
  readonly rows?: PageState;
  /** The id of the section that has them, if no table has. */
  readonly section?: string;
  /** Whether the tile is shown if the number is 0. */
  readonly evenZero?: boolean;
}

/**
 * The first screen in groups: the result, what changed, the highlights of the reports that no rule of the policy finds, and
 * what could not be read. A line lists the highlights that were not found.
 */
export function tilesList(summary: RunSummary): Html {
  const { missing } = highlightsOf(summary.reports);
  const tiles = [
    ...policyTiles(summary),
    ...changeTiles(summary),
    ...senderTiles(summary),
    ...highlightTiles(summary),
    ...mailboxTiles(summary),
  ].filter(({ number, evenZero }) => number > 0 || evenZero === true);
  const groups = GROUPS.map((name) => ({ name, found: tiles.filter(({ group }) => group === name) }));
  return html`<div class="counts">
      ${groups.filter(({ found }) => found.length > 0).map(({ name, found }) => group(name, found))}
    </div>
    ${missing.length === 0 ? undefined : html`<p class="hint">Not found: ${missing.join('; ')}.</p> `}`;
}

function group(name: string, tiles: readonly Tile[]): Html {
  const id = `group-${name.toLowerCase()}`;
  return html`<div class="group">
    <p id="${id}">${name}</p>
    <ul aria-labelledby="${id}">
      ${tiles.map(tileItem)}
    </ul>
  </div> `;
}

function tileItem({ number, unit, note, tone, rows, section }: Tile): Html {
  const [one, others] = unit;
  const text = html`<strong>${count(number)}</strong> <span>${number === 1 ? one : others}</span>${
      note === undefined ? undefined : html` <small>${note}</small>`
    }`;
  const target = section === undefined ? rows && fragmentOf(rows) : `#${section}`;
  const content = target === undefined || number === 0 ? html`<p>${text}</p>` : html`<a href="${target}">${text}</a>`;
  return html`<li class="${number === 0 || tone === undefined ? '' : `tone-${tone}`}">${content}</li> `;
}

function changeTiles({ comparison }: RunSummary): readonly Tile[] {
  if (comparison === undefined) return [];
  const { counts, comparesViolations } = comparison;
  const rows = (view: string): PageState => ({ report: 'changes', view });
  const violations: readonly Omit<Tile, 'group'>[] = [
    {
      number: counts.newViolationCount,
      unit: ['new violation', 'new violations'],
      tone: 'bad',
      rows: { report: 'violations', view: 'new' },
      evenZero: true,
    },
    {
      number: counts.resolvedCount,
      unit: ['violation resolved', 'violations resolved'],
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

function policyTiles({ policy }: RunSummary): readonly Tile[] {
  if (policy === undefined) return [];
  const { verdicts, baseline } = policy;
  const tile = (verdict: CountedVerdict, view: string, noun: string): Tile => {
    const number = verdicts.total(verdict);
    const found = counted(verdicts.findings(verdict), 'finding', 'findings');
    return {
      group: 'Result',
      number,
      unit: [noun, `${noun}s`],
      note: `${PAIRS[number === 1 ? 0 : 1]}; ${found}`,
      rows: { report: 'violations', view },
    };
  };
  return [
    { ...tile('failed', 'fail', 'violation'), tone: 'bad', evenZero: true },
    { ...tile('warned', 'warn', 'warning'), tone: 'warn' },
    { ...tile('known', 'known', 'known violation'), evenZero: baseline !== undefined },
    tile('exempt', 'exempt', 'exempt violation'),
  ];
}

function senderTiles({ senders }: RunSummary): readonly Tile[] {
  if (senders === undefined) return [];
  return [
    {
      group: 'Forwarding',
      number: senders.mailboxes,
      tone: 'warn',
      evenZero: true,
      unit: ['mailbox sends mail outside, by any way', 'mailboxes send mail outside, by any way'],
      section: sectionId(SENDERS_TITLE),
    },
  ];
}

function highlightTiles({ reports }: RunSummary): readonly Tile[] {
  return highlightsOf(reports).unruled.map(({ title, topic, counted: unit, mailboxes, items, report, at }) => ({
    group: topic ?? 'Other',
    number: mailboxes,
    tone: 'warn',
    unit: unit ?? [`mailbox: ${title}`, `mailboxes: ${title}`],
    ...(items === '' ? {} : { note: items }),
    rows: { report, highlight: at },
  }));
}

function mailboxTiles(summary: RunSummary): readonly Tile[] {
  const { mailboxes, reports, duplicateCount, unlistedCount, includesUnlisted = false } = summary;
  const away = reports.find((report) => report.away !== undefined);
  return [
    {
      group: 'Unread',
      number: mailboxes.unreadable,
      tone: 'warn',
      evenZero: true,
      unit: ['mailbox could not be read', 'mailboxes could not be read'],
      // In the first table that has such rows.
      rows: { view: 'unreadable' },
    },
    {
      group: 'Replies',
      number: away?.away ?? 0,
      unit: ['mailbox is away now', 'mailboxes are away now'],
      rows: { report: away?.name, view: 'away' },
      evenZero: away !== undefined,
    },
    {
      group: 'Result',
      number: unlistedCount ?? 0,
      evenZero: unlistedCount !== undefined,
      unit: ['mailbox is not in the list', 'mailboxes are not in the list'],
    },
    {
      group: 'Result',
      number: duplicateCount,
      unit: ['line of the list is repeated', 'lines of the list are repeated'],
    },
    {
      group: 'Result',
      number: mailboxes.total,
      unit: includesUnlisted ? ['mailbox', 'mailboxes'] : ['mailbox in the list', 'mailboxes in the list'],
    },
  ];
}
