import { isObject, property, type Json, type JsonObject } from '../json.ts';

/** Checks one page of a collection. `hasMore`: another page follows. Throws a TypeError if the response lacks items of a list. */
export type PageCheck = (page: JsonObject, hasMore: boolean) => void;

/** OData 4.01 allows names without `odata.`. */
const NEXT_LINK = /^(.*)@(?:odata\.)?nextlink$/i;
/** Graph's reader fails for a response that is nested deeper. */
const MAX_DEPTH = 200;
const COUNT = /^(.*)@(?:odata\.)?count$/i;
/** Also as OData 3 writes it. */
const PAGE_COUNT = /^(?:@(?:odata\.)?|odata\.)count$/i;

/**
 * Creates the check of a collection's pages: every item that the service counts has arrived, and no list within the pages
 * continues elsewhere, as `members` does beside `members@odata.nextLink`. The action follows only the link of a whole page.
 * https://docs.oasis-open.org/odata/odata-json-format/v4.01/odata-json-format-v4.01.html#sec_ControlInformationnextLinkodatanextLink
 */
export function newPageCheck({
  query = {},
  firstPageOnly,
}: {
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly firstPageOnly?: boolean | undefined;
}): PageCheck {
  const skipped = Number(query.$skip ?? 0);
  // The count of an expanded list is that before its own options.
  const countsMembers = !/\$(?:top|skip|filter)/i.test(query.$expand ?? '');
  let [arrived, counted] = [skipped, 0];
  return (page, hasMore) => {
    requireWholeLists(page, countsMembers);
    const { value } = page;
    arrived += Array.isArray(value) ? value.length : 0;
    for (const [name, count] of Object.entries(page)) {
      if (PAGE_COUNT.test(name)) counted = Math.max(counted, numberIn(count) ?? 0);
    }
    if (!hasMore && firstPageOnly !== true && counted > arrived) {
      throw new TypeError(`The response has ${arrived - skipped} of ${counted - skipped} items`);
    }
  };
}

/** A number, also as the text that IEEE754Compatible writes. */
function numberIn(value: Json): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' ? number : undefined;
}

function requireWholeLists(value: Json, countsMembers: boolean, depth = 0): void {
  if (depth > MAX_DEPTH) return;
  if (Array.isArray(value)) {
    for (const part of value) if (typeof part === 'object') requireWholeLists(part, countsMembers, depth + 1);
    return;
  }
  if (!isObject(value)) return;
  const isPage = depth === 0;
  for (const name in value) {
    const member = value[name] ?? null;
    if (name.includes('@')) requireWholeList(value, name, member, { countsMembers, isPage });
    else if (typeof member === 'object') requireWholeLists(member, countsMembers, depth + 1);
  }
}

function requireWholeList(
  owner: JsonObject,
  name: string,
  member: Json,
  { countsMembers, isPage }: { readonly countsMembers: boolean; readonly isPage: boolean },
): void {
  const continued = NEXT_LINK.exec(name)?.[1];
  if (continued !== undefined && member !== null && !(isPage && continued === '')) {
    throw new TypeError(`The response has only a part of a list: ${name} leads to the rest`);
  }
  const list = property(owner, COUNT.exec(name)?.[1] ?? '');
  const counted = numberIn(member);
  if (countsMembers && Array.isArray(list) && counted !== undefined && counted > list.length) {
    throw new TypeError(`The response has ${list.length} of ${counted} items that ${name} counts`);
  }
}
