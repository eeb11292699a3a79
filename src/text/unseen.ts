/**
 * Controls, line ends and the characters that turn the direction of text around or show nothing: in a log or a table they
 * make a text look like another. The joiners that Persian and emoji need are left.
 */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The same in a text of several lines. */
const UNSEEN_IN_LINES = /(?![\u200C\u200D])(?![\t\n])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text on one line, in which nothing is hidden: line ends and tabs are blanks, other unseen characters `\u{202e}`. */
export function visibleLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\t\r\n]+/g, ' ')
    .replace(UNSEEN, escaped);
}

/** A text of several lines, in which nothing else is hidden. */
export function visibleLines(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(UNSEEN_IN_LINES, escaped);
}

function escaped(unseen: string): string {
  return `\\u{${unseen.codePointAt(0)?.toString(16) ?? ''}}`;
}
