import { listed } from './numbers.ts';

/** A column of addresses that only the view of a mailbox shows: the names of the columns of the row that are not known, or not whole. */
export const UNKNOWN_COLUMN = 'Unknown';

/**
 * The end of a sentence about mail: `ends at a@x.y and b@x.y, and perhaps elsewhere`. Undefined if nothing is known.
 *
 * @param ends the cell `Lands`: addresses, or `nowhere`. What it shows is certain.
 * @param isWhole whether mail certainly ends nowhere else
 */
export function endsPhrase(ends: readonly string[], isWhole: boolean): string | undefined {
  if (ends.length === 0) return undefined;
  const where = ends.length === 1 && ends[0] === 'nowhere' ? 'nowhere' : `at ${listed(ends, 'and')}`;
  return `ends ${where}${isWhole ? '' : ', and perhaps elsewhere'}`;
}
