import { isObject, type Json, type JsonObject } from '../json.ts';

/** A cmdlet of Exchange Online PowerShell with its parameters, as the admin API runs it. */
export interface Command {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, Json>>;
  /** The properties to return. Without them, a mailbox has more than 300, some 15 KB. */
  readonly select: readonly string[];
}

/** The body of a request that runs a command. */
export function commandBody({ cmdlet, parameters }: Command): JsonObject {
  return { CmdletInput: { CmdletName: cmdlet, Parameters: parameters } };
}

/** `?$select=A,B`: the query of a request; '' for a command that returns no object. */
export function selectQuery({ select }: Pick<Command, 'select'>): string {
  if (select.length === 0) return '';
  return `?$select=${select.map(encodeURIComponent).join(',')}`;
}

/**
 * The selected properties of an object of an answer, in the spelling of `select`: the service answers in its own, and may
 * add properties and annotations. A property that the service leaves out is left out here too: it is unknown, not false.
 */
export function selectedProperties(item: JsonObject, select: readonly string[]): JsonObject {
  const found: JsonObject = {};
  let folded: Map<string, Json> | undefined;
  for (const name of select) {
    if (Object.hasOwn(item, name)) found[name] = item[name] ?? null;
    else {
      folded ??= new Map(Object.entries(item).map(([key, value]) => [key.toLowerCase(), value]));
      const value = folded.get(name.toLowerCase());
      if (value !== undefined) found[name] = value;
    }
  }
  return found;
}

/** The objects of an answer. Throws if the answer has another shape, which must not look like an answer without objects. */
export function objectsOf(body: JsonObject): JsonObject[] {
  const { value } = body;
  if (!Array.isArray(value) || !value.every(isObject)) throw new TypeError('The answer has no list of objects "value"');
  return value;
}

/** The selected properties of the objects of an answer. Throws as `objectsOf` does, and for an object that has none of them. */
export function selectedObjects(body: JsonObject, { select }: Pick<Command, 'select'>): JsonObject[] {
  const items = objectsOf(body).map((item) => selectedProperties(item, select));
  // Any property may be missing, but not all of them.
  if (items.some((item) => Object.keys(item).length === 0)) throw new TypeError('An object has none of the properties');
  return items;
}
