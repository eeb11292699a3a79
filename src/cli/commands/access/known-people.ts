import { UserError } from '../../../errors.ts';
import type { Json } from '../../../json.ts';
import { domainOf, isAddress } from '../../../mailboxes/address.ts';
import { accounts } from '../../../reports/built-in/accounts.ts';
import { shownOf, type RowView } from '../../../reports/known.ts';
import { rowViewer } from '../../../reports/row-view.ts';
import type { RowsHeader, StoredMailbox, StoredRow } from '../../../store/rows-file.ts';
import { didYouMean, nearestName } from '../../../text/did-you-mean.ts';
import { cellText, shownText } from '../../../text/display.ts';

/** Letters in which an address may differ from the one that was meant. */
const MAX_TYPO = 2;

/** Who a report names, to tell an address that is mistyped from one that is gone. */
export class KnownPeople {
  /** As written, by the address without case. */
  readonly #addresses = new Map<string, string>();
  /** The address of a display name without case. */
  readonly #names = new Map<string, string>();
  readonly #insideDomains = new Set<string>();
  readonly #accountsAt: number;
  readonly #accountOf: ((row: StoredRow) => RowView) | undefined;
  /** Whether the run listed the people inside: an address inside that it lacks is none. */
  readonly #isOfTenant: boolean;

  constructor({ list, reports }: RowsHeader) {
    this.#accountsAt = reports.findIndex(({ name }) => name === accounts.name);
    const columns = reports[this.#accountsAt]?.columns;
    this.#accountOf = columns && rowViewer(columns);
    this.#isOfTenant = columns !== undefined || list.listed !== undefined;
    for (const { address } of list.mailboxes) this.#addInside(address);
  }

  /** Adds the account of a mailbox, if the report has accounts. */
  addAccount({ address, reports }: StoredMailbox): void {
    for (const row of reports[this.#accountsAt]?.rows ?? []) {
      const cell = (column: string): string => cellText(shownOf(this.#accountOf?.(row).cell(column)) ?? null);
      const userName = cell('UserPrincipalName');
      if (userName !== '') this.#addInside(userName);
      this.#addName(cell('DisplayName'), userName || address);
    }
  }

  /** Adds who has a right: the cells `Trustee`, `TrusteeName` and `Inside`. */
  addTrustee(trustee: Json, name: Json, inside: Json): void {
    if (typeof trustee !== 'string') return;
    if (inside === true) this.#addInside(trustee);
    else this.#addresses.set(trustee.toLowerCase(), trustee);
    this.#addName(typeof name === 'string' ? name : '', trustee);
  }

  /** Whether the report names somebody. */
  has(address: string): boolean {
    return this.#addresses.has(address.trim().toLowerCase());
  }

  /**
   * Throws the UserError `INPUT_INVALID` for what the report cannot mean: a name that is no address, an address that is probably mistyped,
   * and one inside that a run of all people does not have.
   */
  requirePossible(text: string): void {
    const folded = text.trim().toLowerCase();
    const meant = this.nearest(text);
    if (!isAddress(text)) throw impossible(`${shownText(text)} is no address.`, meant, 'Name somebody by an address.');
    const typo = nearestName(folded, this.#addresses.keys(), MAX_TYPO);
    const isInside = this.#isOfTenant && this.#insideDomains.has(domainOf(folded) ?? '');
    if (typo === undefined && !isInside) return;
    const near = typo === undefined ? meant : this.#addresses.get(typo);
    throw impossible(`The report has nobody with the address ${shownText(text)}.`, near, 'Check the spelling.');
  }

  /** Who was probably meant; undefined if nobody is similar. */
  nearest(text: string): string | undefined {
    const folded = text.trim().toLowerCase();
    const named = this.#names.get(folded);
    if (named !== undefined) return named;
    const similar = didYouMean(folded, isAddress(text) ? this.#addresses.keys() : this.#names.keys());
    return similar && (this.#addresses.get(similar) ?? this.#names.get(similar));
  }

  #addInside(address: string): void {
    this.#addresses.set(address.toLowerCase(), address);
    const domain = domainOf(address);
    if (domain !== undefined) this.#insideDomains.add(domain.toLowerCase());
  }

  #addName(name: string, address: string): void {
    if (name !== '' && !this.#names.has(name.toLowerCase())) this.#names.set(name.toLowerCase(), address);
  }
}

/** The UserError `INPUT_INVALID` for what the report does not have, with what was probably meant. */
export function impossible(message: string, meant: string | undefined, hint: string): UserError {
  const suggestion = meant === undefined ? '' : `Did you mean ${shownText(meant)}? `;
  return new UserError('INPUT_INVALID', message, { hint: `${suggestion}${hint}` });
}
