import { fragmentOf, type PageState } from './fragment.ts';
import { html, type Html } from './html.ts';

/** A link to rows of the page: the program of the page shows those of `state`. */
export function rowsLink(content: Html, state: PageState): Html {
  return html`<a href="${fragmentOf(state)}">${content}</a>`;
}

/** A link to all that the page has about a mailbox. */
export function mailboxLink(address: string): Html {
  return rowsLink(html`${address}`, { mailbox: address });
}
