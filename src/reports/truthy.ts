import type { Json } from '../json.ts';

/** What JMESPath takes for true: all but null, false, and empty texts, arrays and objects. https://jmespath.site */
export function isTruthy(value: Json): boolean {
  if (value === null || value === false || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
