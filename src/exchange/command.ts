import { isObject, property, type Json, type JsonObject } from '../json.ts';

/** A cmdlet of Exchange Online PowerShell with its parameters, as the admin API runs it. */
export interface Command {
  readonly cmdlet: string;
  readonly parameters: Readonly<Record<string, Json>>;
  /** The properties to return. Without them, a mailbox has more than 300, some 15 KB. */
  readonly select: readonly string[];
  /**
   * The most objects of a page, for a listing that is repeated with fewer after a time-out: a time-out is then not retried.
   * Undefined: 1000.
   */
  readonly pageSize?: number | undefined;
  /** Whether to request all properties: the service may not know one of `select`, and reject the request. */
  readonly requestsAll?: boolean | undefined;
}

/** The body of a request that runs a command. */
export function commandBody({ cmdlet, parameters }: Command): JsonObject {
  return { CmdletInput: { CmdletName: cmdlet, Parameters: parameters } };
}

/** `?$select=A,B`: the query of a request; '' for a command that returns no object, or whole ones. */
export function selectQuery({ select, requestsAll }: Pick<Command, 'select' | 'requestsAll'>): string {
  if (select.length === 0 || requestsAll === true) return '';
  return `?$select=${select.map(encodeURIComponent).join(',')}`;
}

/**
 * The selected properties of the objects of an answer, in the spelling of `select`: the service answers in its own, and may
 * add properties and annotations. A property that the service leaves out is left out here too: it is unknown, not false.
 *
 * @param names of all properties of the objects
 */
export function selectedProperties(
  items: readonly JsonObject[],
  select: readonly string[],
  names = namesIn(items),
): JsonObject[] {
  const spellings = spellingsIn(names, select);
  return items.map((item) => {
    const found: JsonObject = {};
    for (const [name, others] of spellings) {
      const key = Object.hasOwn(item, name) ? name : others.find((other) => Object.hasOwn(item, other));
      if (key !== undefined) found[name] = item[key] ?? null;
    }
    return found;
  });
}

/** The names of all properties of objects. */
function namesIn(items: readonly JsonObject[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const item of items) for (const name of Object.keys(item)) names.add(name);
  return names;
}

/** The selected names, each with its other spellings among the names that occur. */
function spellingsIn(names: ReadonlySet<string>, select: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const isSelected = new Set(select);
  const others = [...names].filter((name) => !isSelected.has(name));
  return new Map(
    select.map((name) => [name, others.filter((other) => other.toLowerCase() === name.toLowerCase())] as const),
  );
}

/** The property of a page that links to the next one, whatever precedes the word. */
export const LINK_NAME = /^@?[^@]*nextlink$/i;
/** The property that links to the rest of a list within an object. */
const NESTED_LINK_NAME = /^.+@(?:odata\.)?nextlink$/i;
/** How many objects there are on all pages, or items in a list of an object. It was never seen in an answer, but OData allows it. */
const COUNT_NAME = /^(.*)@(?:odata\.)?count$/i;

/** The objects of an answer. Throws if the answer has another shape, which must not look like an answer without objects. */
export function objectsOf(body: JsonObject): JsonObject[] {
  const { value } = body;
  if (!Array.isArray(value) || !value.every(isObject)) throw new TypeError('The answer has no list of objects "value"');
  return value;
}

/** The selected properties of the objects of an answer. Throws as `objectsOf` does, and for an object that has none of them. */
export function selectedObjects(body: JsonObject, { select }: Pick<Command, 'select'>): JsonObject[] {
  const objects = objectsOf(body);
  const names = namesIn(objects);
  for (const name of names) {
    if (NESTED_LINK_NAME.test(name))
      throw new TypeError(`An object has only a part of a list: ${name} leads to the rest`);
    const list = COUNT_NAME.exec(name)?.[1] ?? '';
    if (list !== '' && objects.some((item) => isShort(property(item, list), property(item, name)))) {
      throw new TypeError(`An object has only a part of a list: ${name} is above its length`);
    }
  }
  const items = selectedProperties(objects, select, names);
  // Any property may be missing, but not all of them.
  if (items.some((item) => Object.keys(item).length === 0)) throw new TypeError('An object has none of the properties');
  return items;
}

function isShort(list: Json | undefined, count: Json | undefined): boolean {
  return Array.isArray(list) && typeof count === 'number' && count > list.length;
}

/** How many objects a page says that the whole listing has; 0 if it does not say. */
export function statedCount(page: JsonObject): number {
  const counts = Object.entries(page).map(([name, count]) => (COUNT_NAME.exec(name)?.[1] === '' ? Number(count) : 0));
  return Math.max(0, ...counts.filter((count) => !Number.isNaN(count)));
}

/** The link to the next page of a listing; undefined after the last page. Throws if there is a link that is no text. */
export function nextLink(page: JsonObject): string | undefined {
  const [found, other] = Object.entries(page).filter(([name, link]) => LINK_NAME.test(name) && link !== null);
  if (found === undefined) return undefined;
  if (other !== undefined) throw new TypeError('There are two links to the next page');
  const [, link] = found;
  if (typeof link !== 'string' || link === '') throw new TypeError('The link to the next page is no text');
  return link;
}

/** Whether an answer has all objects. Throws as `objectsOf` does. */
export function isWhole(body: JsonObject): boolean {
  const hasLink = Object.entries(body).some(([name, link]) => LINK_NAME.test(name) && link !== null);
  return !hasLink && !isCutShort(body) && statedCount(body) <= objectsOf(body).length;
}

/** `There are more results available than are currently displayed`, `Only the first 1000 items are returned`. */
const CUT_SHORT = /\bmore results\b|\bonly (?:the )?first\b|\bfirst [\d.,]+ (?:items|objects|results)\b|\btruncated\b/i;

/** Whether a page has the warning that it is not the last, although it has no link. */
export function isCutShort(page: JsonObject): boolean {
  const warnings = property(page, '@adminapi.warnings');
  return Array.isArray(warnings) && warnings.some((text) => typeof text === 'string' && CUT_SHORT.test(text));
}
