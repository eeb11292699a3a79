import { charactersOf, escapedCodePoint } from './escaped-characters.ts';

const ESCAPE = '\\\\(?:[pP]\\{[^}]*\\}|u\\{[^}]*\\}|u[dD][89abAB]..\\\\u[dD][c-fC-F]..|u....|x..|c.|k<[^>]*>|.)';
const OUTSIDE_CLASS = new RegExp(`${ESCAPE}|\\[\\^?\\]?|\\(\\?(?:<[^=!][^>]*>|.)|\\{\\d+(?:,\\d*)?\\}|.`, 'suy');
const IN_CLASS = new RegExp(`${ESCAPE}|.`, 'suy');
const NOT_A_LINE_END = '[^\\n\\r\\x{2028}\\x{2029}]';
const EVERYTHING = '\\x{0}-\\x{10ffff}';

/**
 * A regular expression of JavaScript with the flag `u`, written so that RE2 takes the same texts. RE2 knows fewer blanks
 * and line ends, by which a mailbox owner could slip through, and other names of scripts and categories. Undefined for
 * what RE2 has no way to do: lookaround, references back, and flags within.
 * https://github.com/google/re2/wiki/Syntax, https://tc39.es/ecma262/#sec-patterns
 */
export function re2Source(pattern: string): string | undefined {
  let source = '';
  let inClass = false;
  for (let at = 0; at < pattern.length;) {
    const signs: RegExp = inClass ? IN_CLASS : OUTSIDE_CLASS;
    signs.lastIndex = at;
    const [sign = ''] = signs.exec(pattern) ?? [];
    const written = inClass ? inClassOf(sign) : outsideOf(sign);
    if (sign === '' || written === undefined) return undefined;
    source += written;
    inClass = inClass ? sign !== ']' : sign === '[' || sign === '[^';
    at += sign.length;
  }
  return source;
}

function outsideOf(sign: string): string | undefined {
  if (sign.startsWith('\\')) {
    if (/^\\[1-9k]/.test(sign)) return undefined;
    if (/^\\[bB]$/.test(sign)) return sign;
    const characters = charactersOf(sign);
    if (characters === '') return `[^${EVERYTHING}]`;
    return characters === undefined ? escaped(sign) : `[${characters}]`;
  }
  // What is in a group is never asked for, and RE2 takes fewer names.
  if (sign.startsWith('(?')) return sign === '(?:' || sign.endsWith('>') ? '(?:' : undefined;
  // Of 02 RE2 reads the braces as such.
  if (/^\{\d/.test(sign)) return sign.replace(/\d+/g, (count) => String(Number(count)));
  if (sign === '.') return NOT_A_LINE_END;
  if (sign === '[]') return `[^${EVERYTHING}]`;
  if (sign === '[^]') return `[${EVERYTHING}]`;
  return sign;
}

function inClassOf(sign: string): string | undefined {
  // RE2 has classes with names in there, such as [:alpha:].
  if (sign === '[') return '\\[';
  if (!sign.startsWith('\\')) return sign;
  const characters = charactersOf(sign);
  // RE2 knows no class of nothing.
  if (characters === '') return undefined;
  return sign === '\\b' ? '\\x{8}' : (characters ?? escaped(sign));
}

/** An escape of one character, or of a class that RE2 has under the same name. */
function escaped(sign: string): string {
  const codePoint = escapedCodePoint(sign);
  return codePoint === undefined ? sign : `\\x{${codePoint.toString(16)}}`;
}
