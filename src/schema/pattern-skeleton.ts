/** What is written with signs that mean something else when they stand alone: escapes and classes. */
const ONE_CHARACTER = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<[^>]*>|c.|.)|\[(?:\\.|[^\]\\])*\]/gisu;

/**
 * A regular expression with a letter for each escape and class, so that the signs of repetition and choice that are left
 * are what they look like: of `\p{L}+[*{]\+` it is `x+xx`.
 */
export function patternSkeleton(pattern: string): string {
  return pattern.replace(ONE_CHARACTER, 'x');
}
