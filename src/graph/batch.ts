import { isObject, parseJson, property, type Json } from '../json.ts';

/** Graph takes at most so many requests in one batch. */
export const BATCH_SIZE = 20;

/** As `batchBody` writes them. */
const ID = /^(?:0|[1-9]\d?)$/;

/** The answer to one item of a batch. */
export interface ItemAnswer {
  readonly status: number;
  readonly body: Json;
  readonly retryAfter: string | undefined;
  readonly requestId: string | undefined;
}

/**
 * The path of a request to one mailbox, relative to the version. An address goes into a URL percent-encoded; one that
 * begins with `$` is taken for a query option unless it stands in quotes, which are doubled inside.
 * https://learn.microsoft.com/graph/api/user-get (user principal names that begin with `$`)
 */
export function mailboxUrl(address: string, path: string): string {
  if (!address.startsWith('$')) return `/users/${percentEncoded(address)}/${path}`;
  return `/users('${percentEncoded(address.replaceAll("'", "''"))}')/${path}`;
}

/** Also the marks that `encodeURIComponent` leaves alone and OData gives a meaning. */
function percentEncoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** The body of a `$batch` request of GETs. The ids are the positions, from 0. */
export function batchBody(urls: readonly string[]): string {
  return JSON.stringify({ requests: urls.map((url, id) => ({ id: String(id), method: 'GET', url })) });
}

/**
 * The answers of a batch by the position of their request; an item that Graph left out is undefined. Answers come in any
 * order, so they are told apart by id alone. Throws where the text is no answer to a batch.
 */
export function batchAnswers(text: string, size: number): (ItemAnswer | undefined)[] {
  const responses = property(parseJson(text), 'responses');
  if (!Array.isArray(responses)) throw new Error('no "responses" in the answer to a batch');
  const answers = new Array<ItemAnswer | undefined>(size).fill(undefined);
  for (const response of responses) {
    const written = property(response, 'id');
    const id = typeof written === 'string' && ID.test(written) ? Number(written) : size;
    const status = property(response, 'status');
    if (id >= size || typeof status !== 'number') continue;
    const headers = property(response, 'headers');
    answers[id] ??= {
      status,
      body: property(response, 'body') ?? null,
      retryAfter: status < 400 ? undefined : header(headers, 'retry-after'),
      requestId: status < 400 ? undefined : header(headers, 'request-id'),
    };
  }
  return answers;
}

function header(headers: Json | undefined, name: string): string | undefined {
  if (!isObject(headers)) return undefined;
  const value = Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
