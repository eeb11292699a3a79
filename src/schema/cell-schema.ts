import type { Json } from '../json.ts';
import { compilePattern, syntaxProblem, type Pattern } from './pattern.ts';
import type { Format } from 'ajv';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** A JSON Schema of draft 2020-12 for a cell. https://json-schema.org/draft/2020-12 */
export type CellSchema = boolean | Readonly<Record<string, Json>>;

/**
 * A validator of draft 2020-12 that stops at the first error. Patterns and formats take time linear in the text.
 *
 * @param flags of patterns; `i`: case does not count
 */
export function newAjv(flags: '' | 'i' = ''): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    strictTypes: false,
    strictTuples: false,
    strictRequired: false,
    allowMatchingProperties: true,
    allowUnionTypes: true,
    logger: false,
    // Members such as `constructor` are not part of a cell.
    ownProperties: true,
    // checkSchema() has validated the schema. Optimizing the generated code takes longer than running it.
    validateSchema: false,
    code: { optimize: false, regExp: Object.assign((source: string) => compilePattern(source, flags), { code: '' }) },
    formats: linearFormats(),
  });
  for (const [keyword, isWithin] of DATE_LIMITS) {
    const compile = (limit: string) => {
      const end = instantOf(limit);
      return (text: string) => isWithin(instantOf(text), end);
    };
    ajv.addKeyword({ keyword, type: 'string', schemaType: 'string', dependencies: ['format'], compile });
  }
  return ajv;
}

/** Keywords that limit dates and times. Nothing is within a limit if one of the two cannot be read: NaN. */
const DATE_LIMITS: ReadonlyMap<string, (instant: number, limit: number) => boolean> = new Map([
  ['formatMinimum', (instant, limit) => instant >= limit],
  ['formatMaximum', (instant, limit) => instant <= limit],
  ['formatExclusiveMinimum', (instant, limit) => instant > limit],
  ['formatExclusiveMaximum', (instant, limit) => instant < limit],
]);

const DATE_AND_TIME =
  /^(?=\d)(?:(\d{4}-\d\d-\d\d)(?:[T\s]|$))?(?:(\d\d):(\d\d):(\d\d(?:\.\d{1,30})?)(?:Z|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/** A date, a time or both in epoch ms; a leap second is the start of the next minute. NaN for any other text. */
function instantOf(text: string): number {
  const [match, date = '1970-01-01', hours = 0, minutes = 0, seconds = 0, zone = '+00', zoneMinutes = 0] =
    DATE_AND_TIME.exec(text) ?? [];
  if (match === undefined) return NaN;
  const offset = Number(zone) * 60 + (zone.startsWith('-') ? -1 : 1) * Number(zoneMinutes);
  const time = (Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds);
  return Date.parse(`${date}T00:00:00Z`) + time * 1000;
}

/** By flags. */
const validators = new Map<'' | 'i', Ajv2020>();
/** By flags and schema: compiling takes longest in a large policy, whose rules have many schemas in common. */
const compiled = new Map<string, (cell: Json) => boolean>();

/**
 * Whether a cell meets a schema, as a function. Throws for an invalid schema; those of policy files have been checked.
 *
 * @param flags of patterns; `i`: case does not count, as in addresses
 */
export function compileCell(schema: CellSchema, flags: '' | 'i' = ''): (cell: Json) => boolean {
  const key = `${flags} ${JSON.stringify(schema)}`;
  const earlier = compiled.get(key);
  if (earlier !== undefined) return earlier;
  const ajv = validators.get(flags) ?? newAjv(flags);
  validators.set(flags, ajv);
  const validate = ajv.compile(schema);
  const accepts = (cell: Json): boolean => validate(cell);
  compiled.set(key, accepts);
  return accepts;
}

/**
 * The formats of ajv-formats, each in time linear in the text. Those that ajv-formats writes as regular expressions run on
 * RE2; those that RE2 cannot express, or that backtrack, are written anew.
 */
export function linearFormats(): Readonly<Record<string, Format>> {
  const formats = Object.entries(fullFormats).map(([name, format]): [string, Format] => {
    const rewritten = Object.hasOwn(REWRITTEN, name) ? REWRITTEN[name] : undefined;
    return [name, rewritten ?? (format instanceof RegExp ? onRe2(format.source, format.flags) : format)];
  });
  return Object.fromEntries(formats);
}

const reference = fullFormats['uri-reference'];
const isReference = onRe2(reference instanceof RegExp ? reference.source : '', 'i');
const isDuration = onRe2('^P(?:\\d+W|(?:\\d+Y)?(?:\\d+M)?(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+S)?)?)$', '');
const isHostname = onRe2('^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*\\.?$', 'i');

const REWRITTEN: Readonly<Record<string, (text: string) => boolean>> = {
  uri: (text) => /^[a-z][a-z0-9+.-]*:/i.test(text) && isReference(text),
  url: (text) => /^(?:https?|ftp):\/\/\S+$/iu.test(text) && URL.canParse(text),
  duration: (text) => !/[PT]$/.test(text) && isDuration(text),
  hostname: (text) => text.length <= 254 && isHostname(text) && text.replace(/\.$/, '').length <= 253,
  byte: onRe2('^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$', ''),
  regex: (text) => text.length <= 1000 && syntaxProblem(text) === undefined,
};

/** Compiles at the first text: most formats are never used. */
function onRe2(source: string, flags: string): (text: string) => boolean {
  let pattern: Pattern | undefined;
  return (text) => {
    pattern ??= compilePattern(source, flags.includes('i') ? 'i' : '');
    return pattern.test(text);
  };
}
