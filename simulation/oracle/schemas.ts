import { asText, isObject, itemsOf } from './cells.ts';
import type { Json, JsonObject } from './facts.ts';

const DAY = 86_400_000;

/** How the values of a column are compared, and what dates are relative to. */
export interface Comparison {
  /** Columns with values that the documents list, and `MailboxName`. */
  readonly ignoresCase: boolean;
  /** Epoch ms: the start of the run. */
  readonly now: number;
}

/** Whether a value fits a schema of JSON Schema draft 2020-12, with the keywords that docs/policy.md lists. */
export function fits(schema: Json, value: Json, comparison: Comparison): boolean {
  if (typeof schema === 'boolean') return schema;
  if (!isObject(schema)) throw new Error('a schema is an object');
  return Object.entries(schema).every(([keyword, argument]) => {
    if (ANNOTATIONS.has(keyword)) return true;
    const check = KEYWORDS[keyword];
    if (check === undefined) throw new Error(`the oracle has no keyword ${keyword}`);
    return check(argument, value, comparison, schema);
  });
}

/** They say nothing of values. */
const ANNOTATIONS = new Set([
  'title',
  'description',
  '$comment',
  'default',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'contentEncoding',
  'contentMediaType',
  'contentSchema',
]);

type Keyword = (argument: Json, value: Json, comparison: Comparison, schema: JsonObject) => boolean;

/** Of items after those of `prefixItems`. */
const furtherItems: Keyword = (argument, value, comparison, { prefixItems = [] }) =>
  itemsOf(value)
    .slice(itemsOf(prefixItems).length)
    .every((item) => fits(argument, item, comparison));

/** Of members that neither `properties` nor `patternProperties` name. */
const furtherMembers: Keyword = (argument, value, comparison, { properties, patternProperties }) =>
  membersOf(value).every(
    ([name, own]) =>
      membersOf(properties).some(([named]) => named === name) ||
      membersOf(patternProperties).some(([pattern]) => patternOf(pattern).test(name)) ||
      fits(argument, own, comparison),
  );

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  const: (argument, value, comparison) => isSame(argument, value, comparison),
  enum: (argument, value, comparison) => itemsOf(argument).some((one) => isSame(one, value, comparison)),
  type: (argument, value) =>
    (typeof argument === 'string' ? [argument] : itemsOf(argument)).some((name) => isOfType(value, name)),
  pattern: (argument, value) => typeof value !== 'string' || patternOf(argument).test(value),
  // Characters, not UTF-16 units.
  minLength: (argument, value) => typeof value !== 'string' || codePoints(value) >= Number(argument),
  maxLength: (argument, value) => typeof value !== 'string' || codePoints(value) <= Number(argument),
  minimum: (argument, value) => typeof value !== 'number' || value >= Number(argument),
  maximum: (argument, value) => typeof value !== 'number' || value <= Number(argument),
  exclusiveMinimum: (argument, value) => typeof value !== 'number' || value > Number(argument),
  exclusiveMaximum: (argument, value) => typeof value !== 'number' || value < Number(argument),
  minItems: (argument, value) => !Array.isArray(value) || value.length >= Number(argument),
  maxItems: (argument, value) => !Array.isArray(value) || value.length <= Number(argument),
  multipleOf: (argument, value) => typeof value !== 'number' || Number.isInteger(value / Number(argument)),
  contains: (argument, value, comparison, { minContains = 1, maxContains = Infinity }) => {
    if (!Array.isArray(value)) return true;
    const { length } = itemsOf(value).filter((item) => fits(argument, item, comparison));
    return length >= Number(minContains) && length <= Number(maxContains);
  },
  minContains: () => true,
  maxContains: () => true,
  prefixItems: (argument, value, comparison) =>
    itemsOf(value).every((item, at) => fits(itemsOf(argument)[at] ?? true, item, comparison)),
  items: furtherItems,
  // Worlds have it beside `prefixItems` alone.
  unevaluatedItems: furtherItems,
  uniqueItems: (argument, value, comparison) =>
    argument !== true ||
    !Array.isArray(value) ||
    itemsOf(value).every((item, at, all) => all.findIndex((other) => isSame(other, item, comparison)) === at),
  required: (argument, value) =>
    !isObject(value) || itemsOf(argument).every((name) => Object.hasOwn(value, asText(name))),
  minProperties: (argument, value) => !isObject(value) || Object.keys(value).length >= Number(argument),
  maxProperties: (argument, value) => !isObject(value) || Object.keys(value).length <= Number(argument),
  propertyNames: (argument, value, comparison) =>
    !isObject(value) || Object.keys(value).every((name) => fits(argument, name, comparison)),
  patternProperties: (argument, value, comparison) =>
    membersOf(value).every(([name, own]) =>
      membersOf(argument).every(([pattern, schema]) => !patternOf(pattern).test(name) || fits(schema, own, comparison)),
    ),
  additionalProperties: furtherMembers,
  // Worlds have it beside `properties` alone.
  unevaluatedProperties: furtherMembers,
  dependentRequired: (argument, value) =>
    membersOf(argument).every(
      ([name, others]) =>
        !isObject(value) ||
        !Object.hasOwn(value, name) ||
        itemsOf(others).every((other) => Object.hasOwn(value, asText(other))),
    ),
  dependentSchemas: (argument, value, comparison) =>
    membersOf(argument).every(
      ([name, schema]) => !isObject(value) || !Object.hasOwn(value, name) || fits(schema, value, comparison),
    ),
  properties: (argument, value, comparison) =>
    !isObject(value) ||
    !isObject(argument) ||
    Object.entries(argument).every(([name, schema]) => {
      const own = value[name];
      return own === undefined || fits(schema, own, comparison);
    }),
  if: (argument, value, comparison, { then = true, else: otherwise = true }) =>
    fits(fits(argument, value, comparison) ? then : otherwise, value, comparison),
  then: () => true,
  else: () => true,
  not: (argument, value, comparison) => !fits(argument, value, comparison),
  allOf: (argument, value, comparison) => itemsOf(argument).every((one) => fits(one, value, comparison)),
  anyOf: (argument, value, comparison) => itemsOf(argument).some((one) => fits(one, value, comparison)),
  oneOf: (argument, value, comparison) => itemsOf(argument).filter((one) => fits(one, value, comparison)).length === 1,
  // A format alone requires nothing of texts that have it: all times of reports do.
  format: (argument, value) =>
    argument !== 'date-time' || typeof value !== 'string' || !Number.isNaN(Date.parse(value)),
  formatMinimum: bound((time, limit) => time >= limit),
  formatMaximum: bound((time, limit) => time <= limit),
  formatExclusiveMinimum: bound((time, limit) => time > limit),
  formatExclusiveMaximum: bound((time, limit) => time < limit),
};

function bound(holds: (time: number, limit: number) => boolean): Keyword {
  return (argument, value, { now }) =>
    typeof value !== 'string' || holds(Date.parse(value), instant(asText(argument), now));
}

/** `today`, `today+30d`, `now` or a date, in UTC. */
function instant(text: string, now: number): number {
  if (text === 'now') return now;
  const [, sign = '+', days = '0'] = /^today(?:([+-])(\d+)d)?$/.exec(text) ?? [];
  if (!text.startsWith('today')) return Date.parse(text);
  return Math.floor(now / DAY) * DAY + (sign === '-' ? -1 : 1) * Number(days) * DAY;
}

function isOfType(value: Json, name: Json): boolean {
  if (name === 'null') return value === null;
  if (name === 'array') return Array.isArray(value);
  if (name === 'object') return isObject(value);
  return name === 'integer' ? Number.isInteger(value) : typeof value === name;
}

function membersOf(value: Json | undefined): readonly (readonly [name: string, value: Json])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function codePoints(text: string): number {
  return Array.from(text).length;
}

/** RE2, as far as worlds use it: its syntax for case is a flag of JavaScript. */
function patternOf(argument: Json): RegExp {
  const pattern = asText(argument);
  return pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'iu') : new RegExp(pattern, 'u');
}

function isSame(one: Json, other: Json, { ignoresCase }: Comparison): boolean {
  return canonical(one, ignoresCase) === canonical(other, ignoresCase);
}

function canonical(value: Json, ignoresCase: boolean): string {
  if (typeof value === 'string') return JSON.stringify(ignoresCase ? value.toLowerCase() : value);
  if (Array.isArray(value))
    return `[${itemsOf(value)
      .map((item) => canonical(item, ignoresCase))
      .join(',')}]`;
  if (!isObject(value)) return asText(value);
  const members = Object.keys(value).sort();
  return `{${members.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null, ignoresCase)}`).join(',')}}`;
}
