import { hashed } from '../chance.ts';
import { parseJson, property, type Json } from '../json.ts';

/** https://learn.microsoft.com/exchange/reference/admin-api-get-started, and the text of the error itself. */
export const LINK_LIFETIME_MS = 30 * 60_000;
/** The module's page size, and the most that a request gets. */
export const MOST_A_PAGE = 1000;

/** The position in a listing, and the command that may continue it. */
export interface PageToken {
  readonly offset: number;
  /** Names from `$select`, in lower case; null for everything. */
  readonly select: readonly string[] | null;
  /** When its page was answered: epoch ms. */
  readonly created: number;
  /** An empty page came just before. */
  readonly afterEmpty: boolean;
  /** The command, so that no other command can continue the listing. */
  readonly command: number;
  /** The X-AnchorMailbox that routed the command; null where it had none. */
  readonly anchor: string | null;
}

/** An opaque token that names the server of the listing, as in the service. */
export function sealToken(token: PageToken): string {
  return Buffer.from(JSON.stringify({ server: 'AM9PR05MB8123', ...token })).toString('base64url');
}

export function openToken(text: string): PageToken | undefined {
  let value: Json;
  try {
    value = parseJson(Buffer.from(text, 'base64url').toString());
  } catch {
    return undefined;
  }
  const [offset, select, created, command, anchor] = ['offset', 'select', 'created', 'command', 'anchor'].map((name) =>
    property(value, name),
  );
  const afterEmpty = property(value, 'afterEmpty');
  if (typeof offset !== 'number' || typeof created !== 'number' || typeof command !== 'number') return undefined;
  if (typeof anchor !== 'string' && anchor !== null) return undefined;
  const names = Array.isArray(select) ? select.filter((name) => typeof name === 'string') : null;
  return { offset, select: names, created, command, anchor, afterEmpty: afterEmpty === true };
}

/** Identifies a body, regardless of the order of its members. */
export function commandMark(body: Json): number {
  return hashed(JSON.stringify(body));
}

/**
 * Whether an anchor routes a later request to the server of the listing: it must be the same, and the mailbox of
 * the system must be named at the tenant's ID or initial domain, not at another domain.
 */
export function routesTo(token: PageToken, anchor: string | undefined, realms: readonly string[]): boolean {
  if (anchor === undefined || token.anchor !== anchor) return false;
  const [, realm] = /SystemMailbox\{[0-9a-f-]{36}\}@(.+)$/i.exec(anchor) ?? [];
  return realm === undefined || realms.includes(realm.toLowerCase());
}

/** Rows per page: the value of `Prefer`, up to the limit of the service. */
export function pageSize(prefer: string | undefined, most: number): number {
  const [, size] = /odata\.maxpagesize\s*=\s*(\d{1,9})/i.exec(prefer ?? '') ?? [];
  return Math.min(most, Math.max(1, Number(size ?? MOST_A_PAGE)));
}
