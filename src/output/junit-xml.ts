/** Outside of https://www.w3.org/TR/xml/#charsets: no reference brings them into a document. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** Line ends and tabs too: as characters of an attribute they are read as blanks. https://www.w3.org/TR/xml/#AVNormalize */
const MARKS = /[&<>"'\t\n\r]/g;

/** Nearly every address is such a text. */
const PLAIN = /^[\w.@ :-]*$/;

/**
 * Foreign text for XML 1.0, in an element or an attribute. It reads back as it was, but for characters that XML forbids,
 * which are written visibly: `\u{1}`.
 */
export function xmlText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(FORBIDDEN, (unit) => `\\u{${unit.codePointAt(0)?.toString(16) ?? ''}}`)
    .replace(MARKS, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** Attributes with a blank before each. */
export function xmlAttributes(attributes: Readonly<Record<string, string | number>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join('');
}
