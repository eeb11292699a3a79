import { isObject, type Json, type JsonObject } from '../json.ts';
import { DAY_MS } from '../text/numbers.ts';
import type { CellSchema } from './cell-schema.ts';
import { mapSubschemas } from './keywords.ts';
const RELATIVE = /^today(?:([+-])(\d{1,5})d)?$/;
const NOW = 'now';

/** The keywords that limit dates, and whether the limit is at the end of its day. */
const LIMITS = new Map([
  ['formatMinimum', false],
  ['formatExclusiveMaximum', false],
  ['formatMaximum', true],
  ['formatExclusiveMinimum', true],
]);
const FORMATS: ReadonlySet<Json | undefined> = new Set(['date', 'date-time', 'iso-date-time']);

/** Whether a keyword limits dates and times. */
export function isDateLimit(keyword: string): boolean {
  return LIMITS.has(keyword);
}

/** Whether a limit such as `today+30d` or `now` can be resolved for a format. A date cannot be `now`. */
export function isRelativeDate(limit: Json, format: Json | undefined): boolean {
  if (limit === NOW) return format !== 'date' && FORMATS.has(format);
  return typeof limit === 'string' && RELATIVE.test(limit) && FORMATS.has(format);
}

/**
 * A schema with limits such as `today+30d` replaced by dates. Days are in UTC. `formatMaximum: today` includes the whole
 * day, `formatExclusiveMinimum: today` excludes it. `now` is the exact time.
 *
 * @param now epoch ms
 */
export function resolveDates(schema: CellSchema, now: number): CellSchema {
  return typeof schema === 'boolean' ? schema : resolved(schema, now);
}

function resolved(schema: JsonObject, now: number): JsonObject {
  const { format } = schema;
  const entries = Object.entries(
    mapSubschemas(schema, (inside) => (isObject(inside) ? resolved(inside, now) : inside)),
  );
  return Object.fromEntries(
    entries.map(([keyword, limit]) => {
      const atEnd = LIMITS.get(keyword);
      if (atEnd === undefined || typeof limit !== 'string' || !isRelativeDate(limit, format)) return [keyword, limit];
      if (limit === NOW) return [keyword, new Date(now).toISOString()];
      const [, sign = '+', days = '0'] = RELATIVE.exec(limit) ?? [];
      const day = new Date((Math.floor(now / DAY_MS) + Number(sign + days)) * DAY_MS).toISOString().slice(0, 10);
      return [keyword, format === 'date' ? day : `${day}T${atEnd ? '23:59:59.999' : '00:00:00'}Z`];
    }),
  );
}
