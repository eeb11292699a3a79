import { TILE_GROUPS, type Tile } from '../../run/section.ts';
import { count } from '../../text/numbers.ts';
import { fragmentOf } from '../../text/page-links.ts';
import { highlightsOf, NOTHING_FOUND } from '../../totals/highlight-list.ts';
import { viewsOf } from '../../totals/report-counts.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { html, type Html } from './html.ts';
import { sectionId } from './panels.ts';

/**
 * The first screen in groups: the result, what changed, the highlights of the reports, and what could not be read.
 * The highlights that were not found are folded.
 */
export function tilesList(summary: RunSummary): Html {
  const { missing } = highlightsOf(summary.reports);
  const tiles = [...summary.parts.flatMap((part) => part.tiles?.(summary) ?? []), ...mailboxTiles(summary)].filter(
    ({ number, evenZero }) => number > 0 || evenZero === true,
  );
  const groups = TILE_GROUPS.map((name) => ({ name, found: tiles.filter(({ group }) => group === name) }));
  return html`<div class="counts">
      ${groups.filter(({ found }) => found.length > 0).map(({ name, found }) => group(name, found))}
    </div>
    ${
      missing.length === 0
        ? undefined
        : html`<details class="more">
            <summary>${NOTHING_FOUND}: ${missing.length}</summary>
            <p class="hint">${missing.join('; ')}.</p>
          </details> `
    }`;
}

function group(name: string, tiles: readonly Tile[]): Html {
  const id = `group-${sectionId(name)}`;
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
  const target = section === undefined ? rows && fragmentOf(rows) : `#${sectionId(section)}`;
  const content = target === undefined || number === 0 ? html`<p>${text}</p>` : html`<a href="${target}">${text}</a>`;
  return html`<li class="${number === 0 || tone === undefined ? '' : `tone-${tone}`}">${content}</li> `;
}

function mailboxTiles(summary: RunSummary): readonly Tile[] {
  const { mailboxes, reports, duplicateCount, unlistedCount, includesUnlisted = false } = summary;
  return [
    {
      group: 'Not read',
      number: mailboxes.unreadable,
      tone: 'warn',
      evenZero: true,
      unit: ['mailbox could not be read', 'mailboxes could not be read'],
      // In the first table that has such rows.
      rows: { view: 'unreadable' },
    },
    ...viewsOf(reports).flatMap(({ report, view: { key }, counts }): Tile[] => {
      const { topic, counted: unit, mailboxes: number } = counts;
      return unit === undefined
        ? []
        : [{ group: topic ?? 'Other', number, unit, rows: { report, view: key }, evenZero: true }];
    }),
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
