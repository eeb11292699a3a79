import type { JsonObject } from '../json.ts';
import { ABSENT, membersAt, withAbsent, type Presence } from '../reports/expressions/absent.ts';
import { unknownBecause, type UnknownValue } from '../reports/known.ts';

/**
 * Why it is not known what an object of an answer means: it leaves out a member that decides this. Undefined if it has all of them.
 *
 * @param what the object, with an article
 */
export function unsaidBy(
  object: JsonObject,
  what: string,
  members: Readonly<Record<string, Presence>>,
): UnknownValue<never> | undefined {
  const read = withAbsent(object, membersAt(members));
  const name = Object.keys(members).find((one) => read[one] === ABSENT);
  return name === undefined ? undefined : unknownBecause('not-in-the-answer', `${what} has no ${name}`);
}
