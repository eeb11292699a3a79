import { isObject, parseJson, type Json, type JsonObject } from './json.ts';

/** A response that differs from what Microsoft and GitHub send today, to test what notices it. */
export interface Alteration {
  /**
   * A regular expression of the request: `Get-Mailbox {"ResultSize":1} $select=Name` for a command of Exchange and
   * `GET v1.0/<tenant>/EXOModuleFile` for its other routes, `GET /users/a@b.c` for Graph and `$batch 20` for its batches,
   * `token` and `claims` for Entra, and the path for GitHub.
   */
  readonly request: string;
  readonly status?: number;
  /** Instead of the body. */
  readonly body?: Json;
  /** In place of every text of the body but the ids of a batch. */
  readonly texts?: string;
  /** Only in objects that have these values. Changes `set` alone. */
  readonly where?: JsonObject;
  /** Values of properties, wherever the body has a property of the name. */
  readonly set?: JsonObject;
  /** Properties that the body lacks, at every depth. */
  readonly without?: readonly string[];
}

/** A response, or the part of one that may be altered. */
interface Alterable {
  readonly status: number;
  readonly body: string | Buffer;
}

/** A response with the alterations for its request. */
export function altered<T extends Alterable>(answer: T, request: string, alterations: readonly Alteration[] = []): T {
  const own = alterations.filter((alteration) => new RegExp(alteration.request).test(request));
  return own.reduce((before, { status = before.status, body, ...changes }) => {
    if (body !== undefined) return { ...before, status, body: JSON.stringify(body) };
    const { texts, set, without } = changes;
    if (texts === undefined && set === undefined && without === undefined) return { ...before, status };
    const text = before.body.toString();
    return { ...before, status, body: text === '' ? text : JSON.stringify(alteredJson(parseJson(text), changes)) };
  }, answer);
}

/** JSON with the alterations for the request that it answers. */
export function alteredObject(
  object: JsonObject,
  request: string,
  alterations: readonly Alteration[] = [],
): JsonObject {
  const { body } = altered({ status: 200, body: JSON.stringify(object) }, request, alterations);
  const json = parseJson(body);
  return isObject(json) ? json : object;
}

function alteredJson(value: Json, changes: Pick<Alteration, 'texts' | 'where' | 'set' | 'without'>): Json {
  const { set = {}, where = {}, without = [], texts } = changes;
  if (typeof value === 'string') return texts ?? value;
  if (Array.isArray(value)) return value.map((each) => alteredJson(each, changes));
  if (!isObject(value)) return value;
  const isMeant = Object.entries(where).every(([name, wanted]) => value[name] === wanted);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !without.includes(name))
      .map(([name, each]) => {
        if (isMeant && Object.hasOwn(set, name)) return [name, set[name] ?? null];
        return [name, name === 'id' ? each : alteredJson(each, changes)];
      }),
  );
}
