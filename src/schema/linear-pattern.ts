import { RE2JS, RE2JSSyntaxException } from 're2js';
import { patternSkeleton } from './pattern-skeleton.ts';
import { re2Source } from './re2-source.ts';

const MOST_LOOPS = 1;
const MOST_CHOICES = 10;

/** Tries a text against a pattern. */
export interface PatternEngine {
  test(text: string): boolean;
}

/**
 * A pattern that takes a time in proportion to the text. Mailbox owners name rules and write replies, and JavaScript's own
 * engine may try a crafted one for ever. What RE2 has no way to do, lookaround and references back, is left to JavaScript
 * where it looks harmless. Throws where the pattern is none, or could be slow (`isBounded`).
 *
 * @param flags `i` where case does not count
 */
export function linearPattern(pattern: string, flags: '' | 'i'): PatternEngine {
  const own = new RegExp(pattern, `u${flags}`);
  if (isHarmless(pattern)) return own;
  const linear = inLinearTime(pattern, flags);
  if (linear !== undefined) return linear;
  if (isSlow(pattern)) throw new RangeError('the pattern could take for ever on some texts');
  return own;
}

/** Whether a pattern, which must be one of JavaScript, can be held against any text. */
export function isBounded(pattern: string): boolean {
  return isHarmless(pattern) || inLinearTime(pattern, '') !== undefined || !isSlow(pattern);
}

/**
 * Whether any engine is quick with it: it repeats nothing, or is tied to the start and repeats one thing that is no group,
 * so that there is one way to try it.
 */
function isHarmless(pattern: string): boolean {
  const skeleton = patternSkeleton(pattern);
  const loops = skeleton.match(/[*+{]/g)?.length ?? 0;
  if (choicesOf(skeleton) > MOST_CHOICES) return false;
  const unending = skeleton.match(/[*+]|\{\d+,\}/g)?.length ?? 0;
  if (loops === 0) return true;
  return skeleton.startsWith('^') && unending <= 1 && loops <= 3 && !/[|]|\)[*+{]|\d{3}/.test(skeleton);
}

/** Whether JavaScript's engine could take for ever on a short text, by a look that errs on that side. */
function isSlow(pattern: string): boolean {
  const skeleton = patternSkeleton(pattern);
  const loops = skeleton.match(/[*+{]/g)?.length ?? 0;
  return /\)[*+{]/.test(skeleton) || loops > MOST_LOOPS || choicesOf(skeleton) > MOST_CHOICES;
}

/** Each doubles the ways to try a text. */
function choicesOf(skeleton: string): number {
  return skeleton.replaceAll('(?', '(').match(/[?|]/g)?.length ?? 0;
}

function inLinearTime(pattern: string, flags: '' | 'i'): PatternEngine | undefined {
  const source = re2Source(pattern);
  if (source === undefined) return undefined;
  try {
    const compiled = RE2JS.compile(source, flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0);
    return { test: (text) => compiled.matcher(text).find() };
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return undefined;
    throw error;
  }
}
