import { isGuid } from '../json.ts';
import type { MailboxIds } from './identity.ts';
import { isMissing } from './mailbox-answer.ts';

/** Which mailbox an address of the list names. */
export interface MailboxIdentity extends MailboxIds {
  /** When it was created, in ISO 8601; undefined if that is not known. */
  readonly created: string | undefined;
  /** Every address by which it can be named; undefined if they are not known. */
  readonly addresses: readonly string[] | undefined;
}

/** What is known of the mailboxes of a run, by their addresses in the list. */
export class Identities {
  readonly #identities = new Map<string, MailboxIdentity>();
  /** Why accounts could not be read, apart from those that do not exist. */
  readonly #failures = new Map<string, string>();
  /** IDs of the mailboxes that passed. */
  readonly #seen = new Set<string>();
  /** Whether the application may not read them in Graph. */
  isDenied = false;

  add(address: string, identity: MailboxIdentity): void {
    this.#identities.set(address.toLowerCase(), identity);
  }

  addFailure(address: string, { status, error }: { readonly status: string; readonly error: string }): void {
    if (!isMissing(status)) this.#failures.set(address.toLowerCase(), error);
  }

  /** Why it could not be read which mailbox an address names; undefined if it was, or if there is none. */
  failureOf(address: string): string | undefined {
    return this.#failures.get(address.toLowerCase());
  }

  of(address: string): MailboxIdentity | undefined {
    return this.#identities.get(address.toLowerCase());
  }

  /** Whether an address that passed before names the same mailbox. Call it once for each mailbox. */
  isRepeated(address: string): boolean {
    const ids = idsOf(this.of(address) ?? {});
    const isRepeated = ids.some((value) => this.#seen.has(value));
    for (const value of ids) this.#seen.add(value);
    return isRepeated;
  }

  /** The object ID of the account of a mailbox; undefined if it is not known. */
  idOf(address: string): string | undefined {
    return this.of(address)?.account ?? (isGuid(address) ? address.toLowerCase() : undefined);
  }

  /** The names that are known: addresses, with that of the list, and IDs. */
  readonly namesOf = (address: string): readonly string[] => {
    const { addresses = [], ...ids } = this.of(address) ?? {};
    return [...new Set([address.toLowerCase(), ...addresses, ...idsOf(ids)])];
  };
}

/** The IDs that are known, as an exemption or an entry of a baseline may have them. */
export function idsOf({ account, guid }: MailboxIds): readonly string[] {
  return [account, guid].filter((id) => id !== undefined);
}
