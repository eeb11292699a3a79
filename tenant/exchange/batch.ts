import { isObject, property, type Json } from '../json.ts';
import { badRequest, type ExchangeAnswer } from './errors.ts';
import type { Command } from './invocation.ts';

/** The batch size of the module and other clients. The limit of the service is not documented. */
const MOST_ITEMS = 10;

export interface BatchItem {
  readonly id: string;
  /** Its own header: that of the batch does not apply to it. */
  readonly authorization: string | undefined;
  /** The command of the item, or its error. */
  readonly command: Command | ExchangeAnswer;
}

/**
 * The items of a batch, or the error of the whole batch.
 * @param commandPath the required path of an item
 */
export function batchItems(body: Json, commandPath: RegExp): readonly BatchItem[] | ExchangeAnswer {
  const requests = property(body, 'requests');
  if (!Array.isArray(requests) || requests.length === 0) return badRequest('The batch must contain requests.');
  if (requests.length > MOST_ITEMS) return badRequest(`A batch must not contain more than ${MOST_ITEMS} requests.`);
  const items: BatchItem[] = [];
  const ids = new Set<string>();
  for (const request of requests) {
    const id = property(request, 'id');
    if (typeof id !== 'string' || id === '') return badRequest('Each request of a batch must have an id.');
    if (ids.has(id.toLowerCase())) return badRequest(`The id '${id}' is repeated in the batch.`);
    ids.add(id.toLowerCase());
    const authorization = headerOf(property(request, 'headers'), 'authorization');
    items.push({ id, authorization, command: commandOf(request, commandPath) });
  }
  return items;
}

function commandOf(request: Json, commandPath: RegExp): Command | ExchangeAnswer {
  const [method, url, body, headers] = ['method', 'url', 'body', 'headers'].map((name) => property(request, name));
  if (method !== 'POST' || typeof url !== 'string')
    return badRequest('A request of a batch must be a POST with a url.');
  if (!URL.canParse(url, 'https://outlook.office365.com')) return badRequest('The url of a request is malformed.');
  const { pathname, searchParams } = new URL(url, 'https://outlook.office365.com');
  if (!commandPath.test(pathname) || body === undefined) return badRequest('A request of a batch must be a command.');
  return {
    body,
    query: searchParams,
    anchor: headerOf(headers, 'x-anchormailbox'),
    prefer: headerOf(headers, 'prefer'),
  };
}

function headerOf(headers: Json | undefined, name: string): string | undefined {
  if (!isObject(headers)) return undefined;
  const [, value] = Object.entries(headers).find(([one]) => one.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : undefined;
}

/** One response in that of a batch, as JSON text. A body that is not JSON becomes text. */
export function itemText(id: string, { status, body, headers }: ExchangeAnswer): string {
  const text = typeof body === 'string' ? body : body.toString('latin1');
  const isJson = headers?.['Content-Type']?.startsWith('application/json') === true && typeof body === 'string';
  const content = text === '' ? '' : `,"body":${isJson ? text : JSON.stringify(text)}`;
  return `{"id":${JSON.stringify(id)},"status":${status},"headers":${JSON.stringify(headers ?? {})}${content}}`;
}
