/** Texts as a sentence lists them: `none, contactsOnly or all`. */
export function listed(texts: readonly string[], word: 'and' | 'or' | 'nor'): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}
