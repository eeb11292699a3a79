/** The longest mailbox address: 64 characters, `@`, and 255 of a domain. https://www.rfc-editor.org/rfc/rfc3696#section-3 */
export const MAX_ADDRESS_LENGTH = 320;

/**
 * Left of the `@`: no blanks, no control, invisible or replacement characters, no quotes and none of RFC 5322's specials, and no dot at
 * either end, as Exchange has it. Right of it: labels of letters, digits and hyphens of any script.
 */
const ADDRESS =
  /^(?!\.)[^\s\p{Cc}\p{Cf}\p{Cs}\ufffd"<>()[\],;:\\@]+(?<!\.)@[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;

/**
 * Whether a trimmed text can be the address of a mailbox. Lenient on purpose: user principal names hold more than mail
 * addresses do (`user_x.com#EXT#@contoso.onmicrosoft.com`, `$x@y`), and whether a mailbox exists is for Graph to say.
 */
export function isAddress(text: string): boolean {
  return text.length <= MAX_ADDRESS_LENGTH && ADDRESS.test(text);
}
