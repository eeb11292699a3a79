/** A collection of a mailbox that Graph serves page by page. */
export type Collection =
  | { readonly name: 'messageRules'; readonly folder: string }
  /** `parent`: the id or well-known name of the folder whose children are asked for; undefined for the top. */
  | { readonly name: 'mailFolders'; readonly parent: string | undefined }
  | { readonly name: 'calendarPermissions' }
  | { readonly name: 'masterCategories' }
  | { readonly name: 'contacts' }
  | { readonly name: 'people' };

/** One inbox rule, by the id of its folder and its own. */
export interface SingleRule {
  readonly folder: string;
  readonly rule: string;
}

/** One permission of the calendar, by its id. */
export interface SinglePermission {
  readonly permission: string;
}

/** OData writes a key as a segment of its own or in brackets. https://docs.oasis-open.org/odata/odata/v4.01/ */
const KEYED = /^([a-z]+)\('((?:[^']|'')+)'\)$/i;

/**
 * The collection at decoded segments below a mailbox, the folder, inbox rule or calendar permission that they name, or the segment behind which
 * there is nothing.
 */
export function collectionAt(
  segments: readonly string[],
): Collection | { readonly single: string } | SingleRule | SinglePermission | { readonly missing: string } {
  const names = segments.flatMap((segment) => {
    const [, name, key] = KEYED.exec(segment) ?? [];
    return name === undefined || key === undefined ? [segment] : [name, key.replaceAll("''", "'")];
  });
  // Documentation writes `mailFolders/?includeHiddenFolders=true`.
  if (names.length > 1 && names.at(-1) === '') names.pop();
  const [first = '', second, third, fourth, fifth] = names;
  switch (first.toLowerCase()) {
    case 'mailfolders':
      if (second === undefined) return { name: 'mailFolders', parent: undefined };
      if (fourth !== undefined) {
        const isRule = third?.toLowerCase() === 'messagerules' && fifth === undefined;
        return isRule ? { folder: second, rule: fourth } : { missing: fifth ?? fourth };
      }
      if (third?.toLowerCase() === 'childfolders') return { name: 'mailFolders', parent: second };
      if (third?.toLowerCase() === 'messagerules') return { name: 'messageRules', folder: second };
      return third === undefined ? { single: second } : { missing: third };
    case 'calendar':
      if (second?.toLowerCase() !== 'calendarpermissions') return { missing: second ?? first };
      if (third === undefined) return { name: 'calendarPermissions' };
      return fourth === undefined ? { permission: third } : { missing: fourth };
    case 'outlook':
      if (second?.toLowerCase() !== 'mastercategories') return { missing: second ?? first };
      return third === undefined ? { name: 'masterCategories' } : { missing: third };
    case 'contacts':
      return second === undefined ? { name: 'contacts' } : { missing: second };
    case 'people':
      return second === undefined ? { name: 'people' } : { missing: second };
    default:
      return { missing: first };
  }
}
