import { property, type Json, type JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';

/** How an address of the list found its mailbox. A lower number takes precedence. */
export const RANKS = { principal: 1, primary: 2, alias: 3 } as const;

export interface Match {
  /** In the list. */
  readonly position: number;
  readonly rank: number;
}

/** Finds the positions in a list that an object of Exchange is about. */
export class ListPositions {
  readonly #positions = new Map<string, number>();

  constructor(mailboxes: MailboxList) {
    for (let at = 0; at < mailboxes.length; at++) this.#positions.set(mailboxes.at(at).address.toLowerCase(), at);
  }

  /** Adds a mailbox that is not in the list file. */
  add(address: string, position: number): void {
    this.#positions.set(address.toLowerCase(), position);
  }

  /** By object ID or user principal name, then the primary SMTP address, then any other. */
  matches(item: JsonObject): Match[] {
    const found: Match[] = [];
    const look = (value: Json | undefined, rank: number): void => {
      if (typeof value !== 'string' || value === '') return;
      const position = this.#positions.get(value.toLowerCase());
      if (position !== undefined) found.push({ position, rank });
    };
    look(property(item, 'ExternalDirectoryObjectId'), RANKS.principal);
    look(property(item, 'UserPrincipalName'), RANKS.principal);
    look(property(item, 'PrimarySmtpAddress'), RANKS.primary);
    for (const address of smtpAddresses(item)) look(address, RANKS.alias);
    return found;
  }
}

/** `EmailAddresses` of the type SMTP, without the type. Others are SIP, X.500 and SharePoint addresses. */
function smtpAddresses(item: JsonObject): string[] {
  const addresses = property(item, 'EmailAddresses');
  if (!Array.isArray(addresses)) return [];
  return addresses.flatMap((address) =>
    typeof address === 'string' ? (/^smtp:\s*(.+)$/i.exec(address)?.[1] ?? []) : [],
  );
}

/**
 * What identifies a mailbox in the objects of every listing: its object ID, its GUID in the directory, and its name, which
 * is unique within a tenant but may change.
 */
export function mailboxIds(item: JsonObject): string[] {
  return ['ExternalDirectoryObjectId', 'Guid', 'Identity'].flatMap((name) => {
    const value = property(item, name);
    return typeof value === 'string' && value !== ''
      ? [`${name === 'Identity' ? 'name' : 'id'}:${value.toLowerCase()}`]
      : [];
  });
}
