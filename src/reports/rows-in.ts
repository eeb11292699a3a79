import { property, type Json } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { compileExpression } from './expression.ts';

/** A path that finds an array in each page by itself: any other expression must see all pages at once. */
export const PLAIN_ROWS = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** What Graph calls the array of a collection's page. */
const OF_COLLECTION = /^value\b/;

/**
 * The array that a report's `rows` finds in an answer; empty where there is none. What it gives throws on anything else, and
 * on a page of a collection that has no `value`: nobody shall seem to have no rules because of half an answer.
 */
export function compileRows(rows: string, inside: InternalDomains | undefined): (answer: Json) => Json[] {
  const expression = compileExpression(rows, inside);
  const ofCollection = OF_COLLECTION.test(rows);
  return (answer) => {
    if (ofCollection && !Array.isArray(property(answer, 'value'))) throw new TypeError('a page without "value"');
    const found = expression(answer);
    if (found === null) return [];
    if (!Array.isArray(found)) throw new TypeError(`"rows" finds no array in the answer: ${rows}`);
    return found;
  };
}
