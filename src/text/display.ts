import type { Json } from '../json.ts';

/**
 * Control characters, line ends, invisible characters and those that change the direction of text: in a log or a table
 * they make one text look like another. The joiners that Persian and emoji need stay.
 */
const HIDDEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The same, except for tabs and newlines. */
const HIDDEN_IN_LINES = /(?![\u200C\u200D])(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Control and invisible characters, and any white space other than the space. */
const HIDDEN_IN_QUOTES = /[\p{Cc}\p{Cf}\p{Cs}]|[^\S ]/gu;

const MAX_QUOTED = 60;

/** A text on one line: line ends and tabs become spaces, other hidden characters are escaped as `\u{202e}`. */
export function visibleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\r\n]+/g, ' ')
    .replace(HIDDEN, escaped);
}

/** A text of several lines with `\n` between them, in which other hidden characters are escaped. */
export function visibleLines(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(HIDDEN_IN_LINES, escaped);
}

/** User input as an error message quotes it: in double quotes, at most 60 characters, hidden characters as `\u{9}`. */
export function shownText(text: string): string {
  const cut = text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED).toWellFormed()}…` : text;
  return `"${cut.replace(HIDDEN_IN_QUOTES, escaped)}"`;
}

/** The id of a folder of Exchange, also an immutable one, in base64. */
const FOLDER_ID = /^A[AQ](?:Mk|kA)[\w+/=-]{16,}$/;

/** A cell as people read it: the id of a folder, whose name only a run of the report `folders` has, is `a folder`. */
export function withoutId(text: string): string {
  return FOLDER_ID.test(text) ? 'a folder' : text;
}

function escaped(hidden: string): string {
  return `\\u{${hidden.codePointAt(0)?.toString(16) ?? ''}}`;
}

/** A text in lower case with hyphens between its words. Accents and letters of other scripts are dropped. */
export function hyphenated(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** A text with its first letter in upper case. */
export function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The first characters of a text, at most `length` UTF-16 units including the ellipsis that replaces the rest. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${copyOf(text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, ''))}…`;
}

/** As `shortened`, but a third of the length shows the end of the text: many texts differ only there. */
export function shortenedInside(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  const end = text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '');
  return `${shortened(text, length - tail)}${copyOf(end)}`;
}

/** V8 implements a slice as a reference to the whole text, which would stay in memory for as long as the slice. */
export function copyOf(slice: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(slice));
}

/**
 * A cell as text: null and undefined are blank, the elements of an array are joined by `; `, objects are JSON. The text
 * is hostile until it is escaped for its destination.
 */
export function cellText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(elementText).join('; ');
  return scalarOrJson(value);
}

function elementText(element: Json): string {
  if (typeof element === 'string') return element;
  return element === null ? '' : scalarOrJson(element);
}

function scalarOrJson(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
