import { count } from '../../../text/numbers.ts';
import { html, type Html } from '../html.ts';

export interface PanelColumn {
  readonly name: string;
  /** Numbers are right-aligned, short texts stay on one line, prose is wide, bars have a fixed width. */
  readonly kind?: 'number' | 'short' | 'prose' | 'bars';
}

export interface PanelRow {
  /** One for each column; the first is the header of the row. */
  readonly cells: readonly Html[];
  readonly verdict?: 'fail' | 'warn' | 'unknown' | 'pass' | undefined;
}

/** A section of the page. */
export function panel(title: Html, content: readonly Html[], id?: string): Html {
  return html`<section class="panel" ${id === undefined ? undefined : html`id="${id}"`}>
    <h2>${title}</h2>
    ${content}
  </section> `;
}

/**
 * A table, which the style sheet shows as cards on narrow screens. Browsers then drop the implicit roles, so these are
 * explicit; a card shows the `data-label` of each cell. `more`: how many rows are omitted.
 */
export function panelTable(label: string, columns: readonly PanelColumn[], rows: readonly PanelRow[], more = 0): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ name, kind }) => html`<th scope="col" role="columnheader" ${classOf(kind)}>${name}</th> `)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ({ cells, verdict }) =>
            html`<tr role="row" ${classOf(verdict && `verdict-${verdict}`)}>
              ${columns.map((column, at) => panelCell(column, cells[at], at))}
            </tr> `,
        )}
        ${
          more > 0
            ? html`<tr role="row">
                <td role="cell" colspan="${columns.length}">and ${count(more)} more</td>
              </tr> `
            : undefined
        }
      </tbody>
    </table>
  </div> `;
}

/** Rows that are folded on the screen and opened for printing. */
export function folded(title: string, content: Html): Html {
  return html`<details class="more">
    <summary>${title}</summary>
    ${content}
  </details> `;
}

function panelCell({ name, kind }: PanelColumn, content: Html | undefined, at: number): Html {
  return at === 0
    ? html`<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
    : html`<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
}

function classOf(name: string | undefined): Html | undefined {
  return name === undefined ? undefined : html` class="${name}"`;
}
