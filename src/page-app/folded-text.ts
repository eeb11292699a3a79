/** A text as it is compared: in small letters, and each letter with its accent as one character, however it was typed. */
export function foldedText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Letters that no accent parts from those of other keyboards. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', æ: 'ae', œ: 'oe', þ: 'th', '’': "'", '‘': "'" },
};

/** A folded text as it is typed on another keyboard: `müller` as `muller`, `straße` as `strasse`. */
export function withoutAccents(folded: string): string {
  // Most texts are of plain letters, and a table has many.
  if (!/[^\0-\x7f]/.test(folded)) return folded;
  // In other scripts a mark makes another letter.
  const plain = folded
    .normalize('NFD')
    .replace(/([\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu, '$1');
  return plain.normalize('NFC').replace(/[ßøłđæœþ’‘]/g, (letter) => OTHERWISE[letter] ?? letter);
}

/** A text as it is searched for. */
export function searchedText(text: string): string {
  return withoutAccents(foldedText(text));
}
