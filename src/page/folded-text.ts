/** A text as it is compared: in small letters, and each letter with its accent as one character, however it was typed. */
export function foldedText(text: string): string {
  return text.normalize('NFC').toLowerCase();
}
