import { isObject, parseJson, property, type Json } from '../json.ts';

/** The id of an item: its position in the batch. */
const ID = /^(?:0|[1-9]\d?)$/;

/** The response to one item of a batch. */
export interface ItemResponse {
  readonly status: number;
  readonly body: Json;
  readonly retryAfter: string | undefined;
  readonly requestId: string | undefined;
}

/**
 * The responses of an OData batch by the position of their request, which is its id: one for each, unless the response is faulty.
 * Services return them in any order. Throws if the text is not a batch response.
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
