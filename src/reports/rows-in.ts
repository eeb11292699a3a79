import type { Json } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { compileExpression } from './expression.ts';

/** A path that finds an array in each page by itself: any other expression must see all pages at once. */
export const PLAIN_ROWS = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** The array that a report's `rows` finds in an answer; empty where there is none. What it gives throws on anything else. */
export function compileRows(rows: string, inside: InternalDomains | undefined): (answer: Json) => Json[] {
  const expression = compileExpression(rows, inside);
  return (answer) => {
    const found = expression(answer);
    if (found === null) return [];
    if (!Array.isArray(found)) throw new TypeError(`"rows" finds no array in the answer: ${rows}`);
    return found;
  };
}
