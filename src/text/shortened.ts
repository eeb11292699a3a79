/**
 * The first characters of a text, with an ellipsis where some were cut off. What is kept is a copy: a slice would hold
 * the whole of a long text in memory.
 */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${Buffer.from(text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')).toString()}…`;
}

/**
 * The same with its last characters kept too, a third of all: texts that differ in their ends alone mostly still do. A copy
 * as well.
 */
export function shortenedInside(text: string, length: number): string {
  if (text.length <= length) return text;
  const tail = Math.floor((length - 1) / 3);
  const end = text.slice(-tail).replace(/^[\uDC00-\uDFFF]/, '');
  return `${shortened(text, length - tail)}${Buffer.from(end).toString()}`;
}
