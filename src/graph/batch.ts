import { isObject, parseJson, property, type Json } from '../json.ts';

/** Graph accepts at most 20 requests in a batch. https://learn.microsoft.com/graph/json-batching */
export const BATCH_SIZE = 20;

/** An id as `batchBody` writes it. */
const ID = /^(?:0|[1-9]\d?)$/;

/** The response to one item of a batch. */
export interface ItemResponse {
  readonly status: number;
  readonly body: Json;
  readonly retryAfter: string | undefined;
  readonly requestId: string | undefined;
}

/**
 * The URL of a request to one mailbox, relative to the version. The address is percent-encoded. An address that starts
 * with `$` would be read as a query option, so it is quoted, and quotes inside it are doubled.
 * https://learn.microsoft.com/graph/api/user-get (user principal names that begin with `$`)
 */
export function mailboxUrl(address: string, path: string, root: 'users' | 'groups' = 'users'): string {
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

/**
 * The responses of a batch by the position of their request: one for each, unless the response is faulty. Graph returns
 * them in any order; only the id identifies them. Throws if the text is not a batch response.
 */
export function parseBatchResponse(text: string, size: number): (readonly ItemResponse[])[] {
  const responses = property(parseJson(text), 'responses');
  if (!Array.isArray(responses)) throw new Error('no "responses" in the answer to a batch');
  const items = new Array<readonly ItemResponse[]>(size).fill([]);
  for (const response of responses) {
    const id = property(response, 'id');
    const position = typeof id === 'string' && ID.test(id) ? Number(id) : size;
    const status = property(response, 'status');
    if (position >= size || typeof status !== 'number') continue;
    const headers = property(response, 'headers');
    const item = {
      status,
      body: property(response, 'body') ?? null,
      retryAfter: status < 400 ? undefined : header(headers, 'retry-after'),
      requestId: status < 400 ? undefined : header(headers, 'request-id'),
    };
    items[position] = [...(items[position] ?? []), item];
  }
  return items;
}

function header(headers: Json | undefined, name: string): string | undefined {
  if (!isObject(headers)) return undefined;
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
