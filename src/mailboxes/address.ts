/** The longest mailbox address: 64 characters, `@`, and 255 of a domain. https://www.rfc-editor.org/rfc/rfc3696#section-3 */
export const MAX_ADDRESS_LENGTH = 320;

/**
 * Local part: no white space, no control, invisible or replacement characters, no quotes, none of the specials of RFC
 * 5322, and no dot at either end, as in Exchange. Domain: labels of letters, digits and hyphens of any script.
 */
const ADDRESS =
  /^(?!\.)[^\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\@]+(?<!\.)@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;

const OBJECT_ID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * Whether a trimmed text can be a user principal name or the SMTP address of a mailbox. Lenient: user principal names
 * allow more than email addresses (`user_x.com#EXT#@contoso.onmicrosoft.com`, `$x@y`), and Graph decides whether a
 * mailbox exists.
 */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}

/**
 * Whether a trimmed text can identify a mailbox in a list: an address, or the object ID of its user in Entra ID.
 * https://learn.microsoft.com/graph/api/user-get (`/users/{id | userPrincipalName}`)
 */
export function isMailboxId(text: string): boolean {
  return OBJECT_ID.test(text) || isAddress(text);
}

/** The domain of an address as written; undefined for an object ID. */
export function domainOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  return at === -1 ? undefined : address.slice(at + 1);
}

/** A text of a service with `(address)` instead of each mail address in it. */
export function withoutAddresses(text: string): string {
  // By words, since a search for the part before the `@` takes quadratic time.
  return text.replace(/[^\s<>()[\]{}`|,;:"']+/g, (word) => word.replace(/^[^@]+@.*[^.!?]/, '(address)'));
}
