const LONGEST = 60;
/** Whatever a terminal would not show as itself: controls, invisible characters, and blanks other than the space. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}]|[^\S ]/gu;

/** A piece of a list as an error message quotes it: in double quotes, cut at 60 characters, unseen characters as `\u{9}`. */
export function shownText(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
  return `"${cut.replace(UNSEEN, (unseen) => `\\u{${(unseen.codePointAt(0) ?? 0).toString(16)}}`)}"`;
}
