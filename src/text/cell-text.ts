import type { Json } from '../json.ts';

/**
 * A cell as text: null and a missing value are blank, the elements of an array stand with `; ` between, objects are
 * JSON. Hostile text until escaped for where it goes.
 */
export function cellText(value: Json | undefined): string {
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(elementText).join('; ');
  return scalarOrJson(value);
}

function elementText(element: Json): string {
  if (typeof element === 'string') return element;
  return element === null ? '' : scalarOrJson(element);
}

function scalarOrJson(value: Json): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
