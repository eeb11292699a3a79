import { isObject, type Json } from '../json.ts';

const MOST_LOOPS = 3;
const MOST_CHOICES = 10;

/**
 * Whether a schema holds a regular expression that could take for ever on a short text, by a look that errs on that side:
 * a group that is repeated, or many loops. What checks files of a fork tries no such out.
 */
export function hasSlowPattern(schema: Json): boolean {
  if (Array.isArray(schema)) return schema.some(hasSlowPattern);
  if (!isObject(schema)) return false;
  return Object.entries(schema).some(([key, value]) => {
    if (key === 'pattern' && typeof value === 'string' && isSlow(value)) return true;
    if (key === 'patternProperties' && isObject(value) && Object.keys(value).some(isSlow)) return true;
    return hasSlowPattern(value);
  });
}

function isSlow(pattern: string): boolean {
  const loops = pattern.match(/[*+{]/g)?.length ?? 0;
  const choices = pattern.match(/[?|]/g)?.length ?? 0;
  return /\)[*+{]/.test(pattern) || loops > MOST_LOOPS || choices > MOST_CHOICES;
}
