import { isGuid } from '../json.ts';

/** The longest mailbox address: 64 characters, `@`, and 255 of a domain. https://www.rfc-editor.org/rfc/rfc3696#section-3 */
export const MAX_ADDRESS_LENGTH = 320;

/**
 * Local part: no white space, no control, invisible or replacement characters, no quotes, none of the specials of RFC
 * 5322, and no dot at either end, as in Exchange. Domain: labels of letters, digits and hyphens of any script.
 */
const ADDRESS =
  /^(?!\.)[^\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\@]+(?<!\.)@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;

/**
 * Whether a trimmed text can be a user principal name or the SMTP address of a mailbox. Lenient: user principal names
 * allow more than email addresses (`user_x.com#EXT#@contoso.onmicrosoft.com`, `$x@y`), and Graph decides whether a
 * mailbox exists.
 */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}

/** What keeps a text from being an address, after "it": `it has a comma`. Undefined if the text resembles none. */
export function addressFault(text: string): string | undefined {
  const [local = '', domain, ...rest] = text.split('@');
  if (domain === undefined) return undefined;
  if (text.length > MAX_ADDRESS_LENGTH) return `it is longer than ${MAX_ADDRESS_LENGTH} characters`;
  if (/@[^@]*[,;\s]/.test(text) && rest.length > 0) return 'write one address a line';
  const [mark] = /[\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\]/u.exec(text) ?? [];
  if (mark !== undefined)
    return `it contains ${MARKS.get(mark) ?? (mark.trim() === '' ? 'white space' : markText(mark))}`;
  if (rest.length > 0) return 'it contains more than one @';
  if (local === '' || domain === '') return `nothing is ${local === '' ? 'before' : 'after'} the @`;
  if (/^\.|\.$/.test(local)) return 'a dot is at the start or end of the part before the @';
  if (/^\.|\.$|\.\./.test(domain)) return 'a part between dots of the domain is empty';
  return `the domain contains "${/[^\p{L}\p{M}\p{N}.-]/u.exec(domain)?.[0] ?? domain}"`;
}

const MARKS: ReadonlyMap<string, string> = new Map([
  [' ', 'a space'],
  [',', 'a comma'],
  [';', 'a semicolon'],
  [':', 'a colon'],
]);

function markText(mark: string): string {
  const code = (mark.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return /[\p{Cc}\p{Cf}\p{Cs}\ufffd]/u.test(mark) ? `the character U+${code}` : mark;
}

/**
 * Whether a trimmed text can identify a mailbox in a list: an address, or the object ID of its user in Entra ID.
 * https://learn.microsoft.com/graph/api/user-get (`/users/{id | userPrincipalName}`)
 */
export function isMailboxId(text: string): boolean {
  return isGuid(text) || isAddress(text);
}

/** The domain of an address as written; undefined for an object ID. */
export function domainOf(address: string): string | undefined {
  const position = address.lastIndexOf('@');
  return position === -1 ? undefined : address.slice(position + 1);
}

/** A text of a service with `(address)` instead of each mail address in it. */
export function withoutAddresses(text: string): string {
  // By words, since a search for the part before the `@` takes quadratic time.
  return text.replace(/[^\s<>()[\]{}`|,;:"']+/g, (word) => word.replace(/^[^@]+@.*[^.!?]/, '(address)'));
}
