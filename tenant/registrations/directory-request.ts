import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../json.ts';
import type { Caller } from './callers.ts';
import type { DirectoryPath } from './directory-path.ts';

/** A request for objects of the directory. */
export interface DirectoryRequest {
  readonly path: DirectoryPath;
  readonly method: string;
  /** JSON text; undefined if there is none. */
  readonly body: string | undefined;
  /** The header Prefer; empty if there is none. */
  readonly prefer: string;
  readonly caller: Caller;
  /** Origin and version, such as `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  /** Epoch ms. */
  readonly now: number;
}

/** The object in the body of a request, or the refusal of the body. */
export function bodyOf({ body, now }: DirectoryRequest): JsonObject | GraphAnswer {
  let value: Json | undefined;
  try {
    value = parseJson(body ?? '');
  } catch {
    // Refused below.
  }
  if (isObject(value)) return value;
  const message =
    'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.';
  return graphError(400, 'BadRequest', message, now);
}

export function isAnswer(value: unknown): value is GraphAnswer {
  return typeof value === 'object' && value !== null && 'status' in value && 'body' in value;
}

export function found(status: 200 | 201, object: JsonObject, { root }: DirectoryRequest, type: string): GraphAnswer {
  const body = { '@odata.context': `${root}/$metadata#${type}/$entity`, ...object };
  return { status, body: JSON.stringify(body) };
}

export const NO_CONTENT: GraphAnswer = { status: 204, body: '' };

/** https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/3108 */
export function notPresent(id: string, now: number): GraphAnswer {
  const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
  return graphError(404, 'Request_ResourceNotFound', message, now);
}

export function refused(message: string, now: number): GraphAnswer {
  return graphError(400, 'Request_BadRequest', message, now);
}

export function methodNotAllowed(now: number): GraphAnswer {
  return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', now);
}

/** A required text of a body; undefined if it is missing or no text. */
export function textIn(body: JsonObject, name: string): string | undefined {
  const value = property(body, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function isGuid(value: Json | undefined): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

/** The first name in a body that a type does not have or that cannot be set, as a refusal. */
export function unknownProperty(
  body: JsonObject,
  {
    type,
    writable,
    readOnly,
  }: { readonly type: string; readonly writable: readonly string[]; readonly readOnly: readonly string[] },
  now: number,
): GraphAnswer | undefined {
  for (const name of Object.keys(body)) {
    if (writable.includes(name) || name.startsWith('@odata.')) continue;
    if (readOnly.includes(name)) return refused(`Property '${name}' is read-only and cannot be set.`, now);
    const message = `Invalid property '${name}'. The property '${name}' does not exist on type 'microsoft.graph.${type}' or is not simulated by the embedded tenant.`;
    return graphError(400, 'BadRequest', message, now);
  }
  return undefined;
}
