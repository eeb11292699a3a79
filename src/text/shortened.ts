/**
 * The first characters of a text, with an ellipsis where some were cut off. What is kept is a copy: a slice would hold
 * the whole of a long text in memory.
 */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${Buffer.from(text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')).toString()}…`;
}
