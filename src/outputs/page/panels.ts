import { count, counted } from '../../text/numbers.ts';
import {
  piecesOf,
  type Bar,
  type Block,
  type Cell,
  type Column,
  type Content,
  type Piece,
  type Section,
  type Segment,
  type Table,
} from '../../run/section.ts';
import { fragmentOf } from '../../text/page-links.ts';
import { chartHtml } from './chart.ts';
import { html, link, type Html } from './html.ts';

/** Makes one mailbox among a hundred thousand visible, in percent of the bar's room. */
const MIN_PERCENT = 1.5;

/** A section as HTML, with an id for links to it, and the name that the address of the page has. */
export function panelHtml({ title, short = title, note, blocks }: Section): Html {
  const small = note === undefined ? undefined : html` <small>${note}</small>`;
  return html`<section class="panel" id="${sectionId(title)}" data-section="${sectionId(short)}" tabindex="-1">
    <h2>${title}${small}</h2>
    ${blocks.map(blockHtml)}
  </section> `;
}

/** A table with its legend. All but its first rows are folded on the screen and opened for printing. */
function tableHtml(table: Table): Html {
  const { label, rows, open = rows.length, more = 0, unit, legend } = table;
  const next = rows.slice(open);
  const hidden = next.length > 0 ? 0 : more;
  return html`${rowsHtml({ ...table, rows: rows.slice(0, open), more: hidden })} ${legend && legendOf(legend)}
  ${
    next.length === 0
      ? undefined
      : detailsHtml(
          `The next ${counted(next.length, ...unit)}`,
          rowsHtml({ ...table, rows: next, label: `${label}: the next` }),
        )
  }`;
}

function detailsHtml(summary: string, content: Html): Html {
  return html`<details class="more">
    <summary>${summary}</summary>
    ${content}
  </details> `;
}

export function contentHtml(content: Content): Html {
  return html`${piecesOf(content).map(pieceHtml)}`;
}

export function blockHtml(block: Block): Html {
  if ('table' in block) return tableHtml(block.table);
  if ('charts' in block) return html`<div class="charts">${block.charts.map(chartHtml)}</div> `;
  if ('folded' in block) return detailsHtml(block.folded, html`${block.blocks.map(blockHtml)}`);
  if ('heading' in block) return html`<h3>${contentHtml(block.heading)}</h3> `;
  if ('paragraph' in block) return html`<p class="rest">${contentHtml(block.paragraph)}</p> `;
  return html`<ul>
    ${block.items.map((item) => html`<li>${contentHtml(item)}</li>`)}
  </ul>`;
}

/**
 * A table, which the style sheet shows as cards on narrow screens. Browsers then drop the implicit roles, so these are
 * explicit; a card shows the `data-label` of each cell.
 */
function rowsHtml({ label, columns, rows, more = 0 }: Table): Html {
  const shown = columns.flatMap((column, at) => (column.only === 'summary' ? [] : [{ ...column, at }]));
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${shown.map(({ name, kind }) => html`<th scope="col" role="columnheader" ${classOf(kind)}>${name}</th> `)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ({ cells, tone }) =>
            html`<tr role="row" ${classOf(tone && `verdict-${tone}`)}>
              ${shown.map((column) => cellHtml(column, cells[column.at] ?? '', column.at === 0))}
            </tr> `,
        )}
        ${
          more > 0
            ? html`<tr role="row">
                <td role="cell" colspan="${shown.length}">and ${count(more)} more</td>
              </tr> `
            : undefined
        }
      </tbody>
    </table>
  </div> `;
}

function cellHtml({ name, kind }: Column, cell: Cell, isHeader: boolean): Html {
  const content = cellContent(cell);
  return isHeader
    ? html`<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
    : html`<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
}

function cellContent(cell: Cell): Html {
  if (typeof cell === 'object' && 'segments' in cell) return bar(cell);
  if (typeof cell !== 'object' || !('lines' in cell)) return contentHtml(cell);
  return html`<ul>
    ${cell.lines.map((line) => html`<li>${contentHtml(line)}</li> `)}
  </ul>`;
}

function pieceHtml(piece: Piece): Html {
  if (typeof piece === 'string') return html`${piece}`;
  if ('code' in piece) return html`<code>${piece.code}</code>`;
  if ('strong' in piece) return html`<strong>${piece.strong}</strong>`;
  if ('note' in piece) return html` <span class="note">${contentHtml(piece.note)}</span>`;
  if ('url' in piece) return link(piece.link, piece.url);
  if ('mailbox' in piece) return html`<a href="${fragmentOf({ mailbox: piece.mailbox })}">${piece.mailbox}</a>`;
  if ('about' in piece) return html`<a href="${fragmentOf(piece.rows)}">${contentHtml(piece.about)}</a>`;
  if ('sign' in piece) return html``;
  const place = `${piece.file}, line ${piece.line}`;
  return piece.at === undefined ? html`${place}` : link(place, piece.at);
}

/** The id of a section's element, to which links lead. */
export function sectionId(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function classOf(name: string | undefined): Html | undefined {
  return name === undefined ? undefined : html` class="${name}"`;
}

/**
 * A bar, drawn as SVG, since the page's Content-Security-Policy forbids `style` attributes, and forced colours keep its
 * fills. The numbers are beside it as text, so screen readers skip it.
 */
export function bar({ segments, longest }: Bar): Html {
  let x = 0;
  const drawn = widths(segments, longest).map(({ kind, width }) => {
    const part = html`<rect class="${kind}" x="${percent(x)}" width="${percent(width)}" height="100%" />`;
    x += width;
    return part;
  });
  return html`<svg class="bar" width="100%" height="12" aria-hidden="true">${drawn}</svg>`;
}

/** Widths in percent, together at most 100: small segments are drawn wider than their share, and take it from the others. */
function widths(segments: readonly Segment[], longest: number): readonly { kind: string; width: number }[] {
  const shown = segments.filter((segment) => segment.count > 0);
  const total = shown.reduce((sum, segment) => sum + segment.count, 0);
  if (total === 0 || longest <= 0) return [];
  const all = Math.max((100 * total) / longest, MIN_PERCENT * shown.length);
  const isSmall = (segment: Segment): boolean => (all * segment.count) / total < MIN_PERCENT;
  const small = shown.filter(isSmall);
  const large = shown.reduce((sum, segment) => (isSmall(segment) ? sum : sum + segment.count), 0);
  const room = all - MIN_PERCENT * small.length;
  return shown.map((segment) => ({
    kind: segment.kind,
    width: isSmall(segment) ? MIN_PERCENT : (room * segment.count) / large,
  }));
}

function percent(value: number): string {
  return `${Math.round(100 * value) / 100}%`;
}

/** The colours of the segments, for those who see them. */
export function legendOf(kinds: readonly { readonly kind: string; readonly name: string }[]): Html {
  return html`<ul class="legend" aria-hidden="true">
    ${kinds.map(
      ({ kind, name }) =>
        html`<li>
          <svg class="bar" width="12" height="12"><rect class="${kind}" width="100%" height="100%" /></svg>
          ${name}
        </li> `,
    )}
  </ul> `;
}
