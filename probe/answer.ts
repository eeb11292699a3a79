import type { Headers } from '../src/http/headers.ts';
import { isObject, property, type Json, type JsonObject } from '../src/json.ts';

/** A response of a service, or one item of a batch. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Undefined if the body is not JSON. */
  readonly json: Json | undefined;
  /** From the request to the end of the response; that of the whole batch for an item. */
  readonly ms: number;
}

/** Ends a check that cannot decide. The reason contains no value of the tenant. */
export class NotChecked extends Error {
  override readonly name = 'NotChecked';
}

/** Ends a check whose assumption does not hold. Neither text contains a value of the tenant. */
export class Differs extends Error {
  override readonly name = 'Differs';
  readonly expected: string;
  readonly found: string;

  constructor(expected: string, actual: string) {
    super(`expected ${expected}, found ${actual}`);
    this.expected = expected;
    this.found = actual;
  }
}

/** Throws Differs unless a condition holds. */
export function must(condition: boolean, expected: string, actual: string): void {
  if (!condition) throw new Differs(expected, actual);
}

/** Throws NotChecked unless a condition holds. */
export function needs(condition: boolean, reason: string): void {
  if (!condition) throw new NotChecked(reason);
}

const BUSY = new Set([408, 421, 429, 500, 502, 503, 504]);

/** The answer, if the service is not busy and the token may ask. Throws NotChecked. */
export function decided(answer: Answer): Answer {
  const { status } = answer;
  needs(!BUSY.has(status), `The service was busy or failed (HTTP ${status}).`);
  needs(status !== 401 && status !== 403, `The application has no permission or role for it (HTTP ${status}).`);
  return answer;
}

/** Throws Differs unless the answer has the status and, if it is an error, one of the codes. Throws NotChecked as `decided` does. */
export function mustAnswer(answer: Answer, status: number, ...codes: readonly string[]): void {
  const isExpected = decided(answer).status === status && (codes.length === 0 || codes.includes(codeOf(answer) ?? ''));
  must(isExpected, [`HTTP ${status}`, codes.join(' or ')].filter(Boolean).join(', '), statusText(answer));
}

/** The answer, if it has status 200. Throws as `mustAnswer` does. */
export function readable(answer: Answer): Answer {
  mustAnswer(answer, 200);
  return answer;
}

/** The objects of the list `value` of an answer. Throws as `readable` does. */
export function rowsOf(answer: Answer): JsonObject[] {
  const value = property(readable(answer).json, 'value');
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw new Differs('a list "value" of objects', `"value": ${typeOf(value)}`);
}

/**
 * Error codes of Graph, Entra and GitHub, and exceptions of Exchange Online, that a result may name. Any other text of an error
 * could be a value of the tenant.
 */
const KNOWN_CODES: ReadonlySet<string> = new Set([
  'BadRequest',
  'Request_BadRequest',
  'Request_ResourceNotFound',
  'Authorization_RequestDenied',
  'ResourceNotFound',
  'ErrorInvalidUser',
  'ErrorAccessDenied',
  'ErrorItemNotFound',
  'ErrorNonExistentMailbox',
  'NotFound',
  'MailboxNotEnabledForRESTAPI',
  'MailboxNotSupportedForRESTAPI',
  'MailboxInfoStale',
  'UnknownError',
  'InvalidAuthenticationToken',
  'ApplicationThrottled',
  'TooManyRequests',
  'RequestBodyRead',
  'InvalidArguments',
]);
const KNOWN_EXCEPTIONS: ReadonlySet<string> = new Set([
  'ManagementObjectNotFoundException',
  'ManagementObjectAmbiguousException',
  'CommandNotFoundException',
  'AmbiguousParameterSetException',
  'ParameterBindingException',
  'ParameterTransformationException',
  'ODataServiceException',
  'NullReferenceException',
  'InvalidOperationException',
]);

/** The code of an error; of Exchange Online the last part of the name of its exception. Undefined if there is none. */
export function codeOf({ json }: Answer): string | undefined {
  const error = property(json, 'error');
  const code = property(error, 'code');
  return exceptionIn(error) ?? (typeof code === 'string' ? code : undefined);
}

function exceptionIn(error: Json | undefined): string | undefined {
  const type = property(property(property(error, 'innererror'), 'internalexception'), 'type');
  return typeof type === 'string' ? type.split('.').at(-1) : undefined;
}

/** `HTTP 404, ErrorInvalidUser`: the status of an answer with the code of its error, if that is a known one. */
export function statusText(answer: Answer): string {
  const code = codeOf(answer);
  if (code === undefined) return `HTTP ${answer.status}`;
  const isException = exceptionIn(property(answer.json, 'error')) !== undefined;
  const isKnown = (isException ? KNOWN_EXCEPTIONS : KNOWN_CODES).has(code);
  return `HTTP ${answer.status}, ${isKnown ? code : `another ${isException ? 'exception' : 'error code'}`}`;
}

type JsonType = 'absent' | 'null' | 'boolean' | 'number' | 'text' | 'list' | 'object';

export function typeOf(value: Json | undefined): JsonType {
  if (value === undefined) return 'absent';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'boolean') return 'boolean';
  return typeof value === 'number' ? 'number' : 'object';
}

/**
 * Checks the JSON types of properties of objects: `{ Enabled: 'boolean absent' }` allows both. Names are compared without case.
 * Throws NotChecked if there is no object.
 */
export function typed(objects: readonly JsonObject[], expected: Readonly<Record<string, string>>): void {
  needs(objects.length > 0, 'The mailboxes that were read have no such object.');
  for (const [name, types] of Object.entries(expected)) {
    const foundTypes = new Set(objects.map((object) => typeOf(member(object, name))));
    const allowed = types.split(' ');
    must(
      [...foundTypes].every((type) => allowed.includes(type)),
      `${name}: ${allowed.join(' or ')}`,
      `${name}: ${[...foundTypes].join(' and ')}`,
    );
  }
}

/** A property by its name without case, as Exchange Online answers in its own spelling. */
export function member(object: Json | undefined, name: string): Json | undefined {
  if (!isObject(object)) return undefined;
  const key = Object.keys(object).find((one) => one.toLowerCase() === name.toLowerCase());
  return key === undefined ? undefined : object[key];
}

/** The texts of a property, also those in lists. */
export function textsOf(objects: readonly JsonObject[], name: string): string[] {
  return objects
    .flatMap((object) => member(object, name) ?? [])
    .filter((value) => typeof value === 'string')
    .filter((text) => text !== '');
}

/** Checks the texts of a property. `expected` describes what the pattern matches. Throws NotChecked if there is none. */
export function allMatch(objects: readonly JsonObject[], name: string, pattern: RegExp, expected: string): void {
  const texts = textsOf(objects, name);
  needs(texts.length > 0, `The mailboxes that were read have no ${name}.`);
  const mismatches = texts.filter((text) => !pattern.test(text)).length;
  must(mismatches === 0, `${name}: ${expected}`, `${name}: ${mismatches} of ${texts.length} texts have another form`);
}

/** The responses of a batch by id, with all that a faulty batch has to one id. Throws as `readable` does. */
export function itemsOf(answer: Answer): ReadonlyMap<string, readonly Answer[]> {
  const responses = property(readable(answer).json, 'responses');
  if (!Array.isArray(responses)) throw new Differs('a list "responses"', `"responses": ${typeOf(responses)}`);
  const items = new Map<string, Answer[]>();
  for (const response of responses) {
    const [id, status, headers] = ['id', 'status', 'headers'].map((name) => property(response, name));
    if (typeof id !== 'string' || typeof status !== 'number') {
      throw new Differs('an "id" and a "status" in each response', `"id": ${typeOf(id)}, "status": ${typeOf(status)}`);
    }
    const item = { status, headers: textHeaders(headers), json: property(response, 'body'), ms: answer.ms };
    items.set(id, [...(items.get(id) ?? []), item]);
  }
  return items;
}

function textHeaders(headers: Json | undefined): Headers {
  if (!isObject(headers)) return {};
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), typeof value === 'string' ? value : '']),
  );
}

/** Checks that a batch has one response to each of the ids from 0. */
export function oneEach(answer: Answer, size: number): void {
  const items = itemsOf(answer);
  const single = [...Array(size).keys()].filter((id) => items.get(String(id))?.length === 1).length;
  must(single === size && items.size === size, `one response to each of ${size} ids`, `one response to ${single} ids`);
}

/** What a result may show of an answer: no value of it. */
export interface Shape {
  readonly status: number;
  readonly headers: string;
  /** Paths by JSON types, such as `'boolean null': 'value[].EwsEnabled value[].PopEnabled'`; of a list, how many items it has. */
  readonly properties: Readonly<Record<string, string>>;
}

const MAX_PATHS = 200;
const MAX_DEPTH = 6;
/** Names as services define them. Others may be data, such as the name of a header or property that an administrator chose. */
const PROPERTY_NAME = /^(?:(?:adminapi\.)?[A-Za-z][A-Za-z-]{0,60})?(?:@(?:odata|data|adminapi)\.[A-Za-z]{1,30})?$/;
const HEADER_NAME = /^[a-z][a-z-]{0,60}$/;
const OTHER = '(other)';

/** The shape of an answer. */
export function shapeOf({ status, headers, json }: Answer): Shape {
  const types = new Map<string, Set<JsonType>>();
  const counts = new Map<string, number>();
  const visit = (value: Json, path: string, depth: number): void => {
    if (types.size >= MAX_PATHS || depth > MAX_DEPTH) return;
    if (Array.isArray(value)) {
      counts.set(path, (counts.get(path) ?? 0) + value.length);
      for (const each of value) {
        note(`${path}[]`, each);
        visit(each, `${path}[]`, depth + 1);
      }
      return;
    }
    if (!isObject(value)) return;
    for (const [name, each] of Object.entries(value)) {
      const safeName = PROPERTY_NAME.test(name) && name !== '' ? name : OTHER;
      const below = path === '' ? safeName : `${path}.${safeName}`;
      note(below, each);
      visit(each, below, depth + 1);
    }
  };
  const note = (path: string, value: Json): void => {
    const pathTypes = types.get(path) ?? new Set();
    types.set(path, pathTypes.add(typeOf(value)));
  };
  if (json !== undefined) visit(json, '', 0);
  const names = Object.keys(headers).map((name) => (HEADER_NAME.test(name) ? name : OTHER));
  const typeText = (path: string, pathTypes: ReadonlySet<JsonType>): string => {
    const count = counts.get(path);
    return [...pathTypes].sort().join(' ') + (count === undefined ? '' : ` (${count})`);
  };
  const paths = Map.groupBy(types.keys(), (path) => typeText(path, types.get(path) ?? new Set()));
  return {
    status,
    headers: [...new Set(names)].sort().join(' '),
    properties: Object.fromEntries([...paths].map(([type, ofType]) => [type, ofType.join(' ')])),
  };
}
