import { register, TYPE_ANY, type compile } from '@jmespath-community/jmespath';
import { isRecord, type Json } from '../../json.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';
import { plainText } from './plain-text.ts';
import { addressesOf, outsideAddresses } from './recipients.ts';
import { toUtc } from './utc.ts';

interface AddedFunction {
  /** How many arguments an expression gives it. */
  readonly takes: number;
  readonly of: (values: readonly unknown[]) => Json;
}

/**
 * The functions that expressions have besides JMESPath's own:
 * - `same(a, b)`: whether two words are equal without case, as Graph's enum values must be compared;
 * - `utc(dateTimeTimeZone)`: the instant as `2026-11-25T08:00:00Z`;
 * - `time(timeOfDay)`: `08:00:00.0000000` as `08:00:00`;
 * - `plain_text(html)`: the text of a message;
 * - `addresses(recipients)`: their addresses;
 * - `external(recipients)`: those addresses that do not lead to an inside mailbox.
 */
export const addedFunctions: Readonly<Record<string, AddedFunction>> = {
  same: { takes: 2, of: ([a, b]) => typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b) },
  utc: { takes: 1, of: ([value]) => utc(value) },
  time: { takes: 1, of: ([value]) => (typeof value === 'string' ? value.replace(/\.0+$/, '') : null) },
  plain_text: { takes: 1, of: ([html]) => (typeof html === 'string' ? plainText(html) : null) },
  addresses: { takes: 1, of: ([recipients]) => addressesOf(recipients) },
  external: { takes: 1, of: ([recipients, key]) => outsideAddresses(recipients, insideBehind(key)) },
};

let registered = false;

/** Makes them known to the library, which has one set of functions for the whole process. */
export function registerFunctions(): void {
  if (registered) return;
  registered = true;
  for (const [name, { takes, of }] of Object.entries(addedFunctions)) {
    const signature = Array.from({ length: takes }, () => ({ types: [TYPE_ANY] }));
    register<string>(name, of, name === 'external' ? [...signature, { types: [TYPE_ANY] }] : signature);
  }
}

const insides = new WeakMap<object, InternalDomains>();

/**
 * The argument that tells `external` which domains are inside: compiling adds it to every call, since a function of the
 * library is the same for all expressions, whereas the domains belong to the run.
 */
export function insideArgument(inside: InternalDomains | undefined): ReturnType<typeof compile> {
  const key: Json[] = [];
  if (inside !== undefined) insides.set(key, inside);
  return { type: 'Literal', value: key };
}

function insideBehind(key: unknown): InternalDomains | undefined {
  return typeof key === 'object' && key !== null ? insides.get(key) : undefined;
}

function fold(word: string): string {
  return word.toLowerCase();
}

/** A zone that nobody can place is kept beside the local time, so that the cell misleads nobody. */
function utc(value: unknown): Json {
  if (!isRecord(value) || typeof value.dateTime !== 'string') return null;
  const timeZone = typeof value.timeZone === 'string' ? value.timeZone : 'UTC';
  return toUtc(value.dateTime, timeZone) ?? `${value.dateTime} ${timeZone}`;
}
