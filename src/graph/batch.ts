/** Graph accepts at most 20 requests in a batch. https://learn.microsoft.com/graph/json-batching */
export const BATCH_SIZE = 20;

/**
 * The URL of a request to one mailbox, relative to the version. The address is percent-encoded. An address that starts
 * with `$` would be read as a query option, so it is quoted, and quotes inside it are doubled.
 * https://learn.microsoft.com/graph/api/user-get (user principal names that begin with `$`)
 */
export function mailboxUrl(
  address: string,
  path: string,
  root: 'users' | 'groups' | 'servicePrincipals' | 'applications' = 'users',
): string {
  const user = address.startsWith('$')
    ? `/${root}('${percentEncoded(address.replaceAll("'", "''"))}')`
    : `/${root}/${percentEncoded(address)}`;
  return path === '' || path.startsWith('?') ? user + path : `${user}/${path}`;
}

/** Also encodes the characters that `encodeURIComponent` keeps and OData gives a meaning. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** A GET in a batch. */
export interface ItemRequest {
  readonly url: string;
}

/** The body of a `$batch` request. The ids are the positions, from 0. */
export function batchBody(requests: readonly ItemRequest[]): string {
  return JSON.stringify({ requests: requests.map(({ url }, id) => ({ id: String(id), method: 'GET', url })) });
}
