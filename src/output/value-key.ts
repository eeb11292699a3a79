import { createHash } from 'node:crypto';

const LONGEST_KEY = 100;

/**
 * What tells a value from all others in little memory: the value itself, or of a long one a hash. A hash is longer than any
 * value that stands for itself.
 */
export function valueKey(value: string): string {
  return value.length <= LONGEST_KEY ? value : createHash('sha512').update(value).digest('hex');
}
