/** A text as it is compared: in small letters, and each letter with its accent as one character, however it was typed. */
export function foldedText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** A folded text as it is typed on another keyboard: `müller` as `muller`, `straße` as `strasse`. */
export function withoutAccents(folded: string): string {
  // Most texts are of plain letters, and a table has many.
  if (!/[^\0-\x7f]/.test(folded)) return folded;
  return folded.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l');
}
