import { isObject, property, type JsonObject } from '../json.ts';

/** A least and a most that leave nothing between them. */
export interface CrossedBounds {
  /** The keyword of the least. */
  readonly keyword: string;
  /** The JSON type that the keywords are about: others meet them. */
  readonly type: 'number' | 'string' | 'array' | 'object';
  /** A clause: `no number is at least 5 and at most 3`. */
  readonly reason: string;
}

const PAIRS = [
  ['minLength', 'maxLength', 'string', 'no text has'],
  ['minItems', 'maxItems', 'array', 'no list has'],
  ['minProperties', 'maxProperties', 'object', 'no object has'],
] as const;

/** The bounds in a schema that rule each other out; what stands in schemas inside it does not count. */
export function crossedBounds(schema: JsonObject): readonly CrossedBounds[] {
  const found: CrossedBounds[] = [];
  const numbers = crossedNumbers([schema]);
  if (numbers !== undefined) found.push(numbers);
  for (const [least, most, type, none] of PAIRS) {
    const [low, high] = [numberUnder(schema, least), numberUnder(schema, most)];
    if (low === undefined || high === undefined || low <= high) continue;
    found.push({ keyword: least, type, reason: `${none} at least ${low} and at most ${high}` });
  }
  const contains = property(schema, 'contains');
  const [low, high] = [numberUnder(schema, 'minContains') ?? 1, numberUnder(schema, 'maxContains')];
  if (contains !== undefined && high !== undefined && low > high) {
    const keyword = property(schema, 'minContains') === undefined ? 'maxContains' : 'minContains';
    found.push({ keyword, type: 'array', reason: `no list contains at least ${low} and at most ${high}` });
  }
  return found;
}

/** The same of the numbers that several schemas ask for together. */
export function crossedNumbers(schemas: readonly JsonObject[], whole = false): CrossedBounds | undefined {
  const leasts = schemas.flatMap((schema) => bound(schema, 'minimum', 'exclusiveMinimum'));
  const mosts = schemas.flatMap((schema) => bound(schema, 'maximum', 'exclusiveMaximum'));
  for (const least of leasts) {
    for (const most of mosts) {
      if (!areCrossed(least, most, whole)) continue;
      const reason =
        `no ${whole ? 'whole number' : 'number'} is ${least.excluded ? 'above' : 'at least'} ${least.limit}` +
        ` and ${most.excluded ? 'below' : 'at most'} ${most.limit}`;
      return { keyword: least.keyword, type: 'number', reason };
    }
  }
  return undefined;
}

interface Bound {
  readonly keyword: string;
  readonly limit: number;
  readonly excluded: boolean;
}

function areCrossed(least: Bound, most: Bound, whole: boolean): boolean {
  if (least.limit > most.limit) return true;
  if (least.limit === most.limit) return least.excluded || most.excluded || (whole && !Number.isInteger(least.limit));
  if (!whole) return false;
  const first = least.excluded ? Math.floor(least.limit) + 1 : Math.ceil(least.limit);
  const last = most.excluded ? Math.ceil(most.limit) - 1 : Math.floor(most.limit);
  return Number.isSafeInteger(first) && Number.isSafeInteger(last) && first > last;
}

function bound(schema: JsonObject, included: string, excluded: string): readonly Bound[] {
  return [included, excluded].flatMap((keyword) => {
    const limit = numberUnder(schema, keyword);
    return limit === undefined ? [] : [{ keyword, limit, excluded: keyword === excluded }];
  });
}

/** The number under a keyword of a schema; undefined where there is none. */
export function numberUnder(schema: JsonObject, keyword: string): number | undefined {
  const found = isObject(schema) ? property(schema, keyword) : undefined;
  return typeof found === 'number' ? found : undefined;
}
