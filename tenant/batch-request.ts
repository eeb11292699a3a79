import { isObject, parseJson, property, type Json } from './json.ts';

/** One request in a batch. */
export interface BatchItem {
  readonly id: string;
  readonly method: string;
  /** Relative to the version. */
  readonly url: string;
  /** JSON text; undefined if there is none. */
  readonly body: string | undefined;
  /** The header Prefer; empty if there is none. */
  readonly prefer: string;
  /** Ids of items that must succeed first. */
  readonly dependsOn: readonly string[];
}

/** https://learn.microsoft.com/graph/json-batching */
const MOST_ITEMS = 20;

/** The items of a `$batch` body, or, where the batch as a whole is refused, why. */
export function parseBatch(body: string): readonly BatchItem[] | string {
  let batch: Json;
  try {
    batch = parseJson(body);
  } catch {
    return 'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';
  }
  const requests = property(batch, 'requests');
  if (!Array.isArray(requests) || requests.length === 0) return 'Invalid batch payload format.';
  if (requests.length > MOST_ITEMS) return `Number of batch request steps exceeds the maximum value of ${MOST_ITEMS}.`;
  const items: BatchItem[] = [];
  const ids = new Set<string>();
  for (const request of requests) {
    if (!isObject(request)) return 'Invalid batch payload format.';
    const { id, method, url, headers, body: content, dependsOn } = request;
    if (typeof id !== 'string' || id === '') return "Invalid batch payload format. 'id' must be a non-empty string.";
    if (typeof method !== 'string' || typeof url !== 'string' || url === '') {
      return `Invalid batch payload format. The request with id '${id}' needs 'method' and 'url'.`;
    }
    if (ids.has(id.toLowerCase())) return `Invalid batch payload format. The id '${id}' is repeated.`;
    ids.add(id.toLowerCase());
    if (/^[a-z][a-z0-9+.-]*:/i.test(url) || url.startsWith('//')) {
      return `Invalid batch payload format. The url of the request with id '${id}' must be relative.`;
    }
    if (headers !== undefined && !isObject(headers)) return 'Invalid batch payload format.';
    if (content !== undefined && !Object.keys(headers ?? {}).some((name) => name.toLowerCase() === 'content-type')) {
      return `Invalid batch payload format. The request with id '${id}' has a body and no Content-Type header.`;
    }
    const needed = dependsOn === undefined ? [] : idsIn(dependsOn);
    if (needed === undefined || needed.some((one) => !ids.has(one.toLowerCase()) || one === id)) {
      return `Invalid batch payload format. 'dependsOn' of the request with id '${id}' must list ids of requests before it.`;
    }
    items.push({
      id,
      method: method.toUpperCase(),
      url,
      dependsOn: needed,
      prefer: headerIn(headers, 'prefer'),
      body: content === undefined ? undefined : JSON.stringify(content),
    });
  }
  return items;
}

function headerIn(headers: Json | undefined, name: string): string {
  const [, value] = Object.entries(isObject(headers) ? headers : {}).find(([one]) => one.toLowerCase() === name) ?? [];
  return typeof value === 'string' ? value : '';
}

function idsIn(value: Json): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids = value.filter((id) => typeof id === 'string');
  return ids.length === value.length ? ids : undefined;
}
