const MOST_LOOPS = 1;
const MOST_CHOICES = 10;

/**
 * Whether JavaScript's engine could take for ever with a regular expression on a short text, by a look that errs on that
 * side: a group that is repeated, or loops that can share a text among them.
 */
export function isSlow(pattern: string): boolean {
  const loops = pattern.match(/[*+{]/g)?.length ?? 0;
  const choices = pattern.match(/[?|]/g)?.length ?? 0;
  return /\)[*+{]/.test(pattern) || loops > MOST_LOOPS || choices > MOST_CHOICES;
}
