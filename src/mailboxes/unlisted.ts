import { textIn, type JsonObject } from '../json.ts';

/** A mailbox that the tenant has and the list lacks. */
export interface UnlistedMailbox {
  readonly address: string;
  /** `RecipientTypeDetails`; '' if it is not known. */
  readonly type: string;
  /** In UTC, such as `2022-09-21T08:07:47Z`; '' if it is not known. */
  readonly created: string;
  /** The object ID of its account in Entra ID, in lower case; '' if it is not known. */
  readonly account: string;
}

/** Mailboxes that Exchange keeps for itself. https://learn.microsoft.com/powershell/module/exchange/get-mailbox */
const SYSTEM =
  /^(?:Arbitration|AuditLog|AuxAuditLog|Discovery|Migration|Monitoring|PublicFolder|SupervisoryReviewPolicy|System|SystemAttendant)Mailbox$/i;

/** Collects the mailboxes that match no address of the list. */
export class Unlisted {
  readonly #found = new Map<string, UnlistedMailbox>();
  readonly #firstPosition: number | undefined;
  /** What to do about them. */
  readonly mode: 'warn' | 'fail' | 'all';
  #addresses: string[] = [];
  /** Whether the listing is finished. Before, the mailboxes are only a part. */
  isComplete = false;

  /** @param firstPosition the position of the first one if the list is extended by them; undefined: it is not */
  constructor(mode: 'warn' | 'fail' | 'all', firstPosition?: number) {
    this.mode = mode;
    this.#firstPosition = firstPosition;
  }

  get mailboxes(): readonly UnlistedMailbox[] {
    return [...this.#found.values()];
  }

  get count(): number {
    return this.#found.size;
  }

  /** The address at a position of the extended list. */
  addressAt(position: number): string | undefined {
    return this.#addresses[position - (this.#firstPosition ?? 0)];
  }

  /**
   * Adds a mailbox unless it belongs to the system. Returns its position if the list is extended by it. Throws for a mailbox
   * without an address, which must not be left out of the count.
   */
  add(item: JsonObject): number | undefined {
    const type = textIn(item, 'RecipientTypeDetails');
    if (SYSTEM.test(type)) return undefined;
    // Graph finds a user by this name only, Exchange by both.
    const address = textIn(item, 'UserPrincipalName') || textIn(item, 'PrimarySmtpAddress');
    if (address === '') throw new TypeError('A mailbox has no address');
    const key = address.toLowerCase();
    if (this.#found.has(key)) return undefined;
    const account = textIn(item, 'ExternalDirectoryObjectId').toLowerCase();
    this.#found.set(key, { address, type, created: utcText(textIn(item, 'WhenCreated')), account });
    if (this.#firstPosition === undefined) return undefined;
    return this.#firstPosition + this.#addresses.push(address) - 1;
  }

  /** The listing begins again. Positions are kept: the same mailboxes follow, and match by their address. */
  restart(): void {
    if (this.#firstPosition === undefined) this.#found.clear();
  }
}

function utcText(time: string): string {
  const epoch = Date.parse(time);
  return Number.isNaN(epoch) ? '' : `${new Date(epoch).toISOString().slice(0, 19)}Z`;
}
