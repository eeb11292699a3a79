import { isObject, type Json, type JsonObject } from '../json.ts';
import { missingParameter, notSimulated, unknownParameters, unsuitableValue, type ExchangeAnswer } from './errors.ts';

/**
 * The type of a parameter. `size`: a number of results or `Unlimited`. `text or null` and `truth or null`: null clears a
 * property. `changes`: a hashtable of what to add to a list and to remove from it. `other`: not supported by the tenant.
 */
export type ParameterType =
  'text' | 'texts' | 'switch' | 'size' | 'truth' | 'truth or null' | 'text or null' | 'changes' | 'other';
/** The parameters of a cmdlet, by name. */
export type ParameterTypes = Readonly<Record<string, ParameterType>>;
/** The values of a command, by the names that the cmdlet has for them. */
export type ParameterValues = ReadonlyMap<string, Json>;

/** The parameter values of a command, or the error. Names are case-insensitive. */
export function bindParameters(
  given: Json | undefined,
  types: ParameterTypes,
  mandatory: string | undefined,
): ParameterValues | ExchangeAnswer {
  if (!isObject(given)) return unsuitableValue('Parameters', 'The value must be an object.');
  const names = new Map(Object.keys(types).map((name) => [name.toLowerCase(), name]));
  const unknown = Object.keys(given).filter((name) => !names.has(name.toLowerCase()));
  if (unknown.length > 0) return unknownParameters(unknown);
  const values = new Map<string, Json>();
  for (const [written, value] of entries(given)) {
    const name = names.get(written.toLowerCase()) ?? written;
    const type = types[name] ?? 'other';
    if (type === 'other') return notSimulated(`The parameter '${name}'`);
    // An identity that is blank is none: the cmdlet then returns every object. Documented as a caution of Get-AcceptedDomain.
    if (value === '' || (value === null && !KEEP_NULL.has(type))) continue;
    const reason = unsuitable(value, type);
    if (reason !== undefined) return unsuitableValue(name, reason);
    values.set(name, value);
  }
  return mandatory === undefined || values.has(mandatory) ? values : missingParameter(mandatory);
}

/** Types whose parameters do something with null, or refuse it. */
const KEEP_NULL: ReadonlySet<ParameterType> = new Set(['truth', 'truth or null', 'text or null']);

function entries(given: JsonObject): [string, Json][] {
  return Object.entries(given).filter(([name]) => !name.includes('@'));
}

function unsuitable(value: Json, type: ParameterType): string | undefined {
  const shown = JSON.stringify(value);
  switch (type) {
    case 'text':
      return typeof value === 'string' ? undefined : `Cannot convert value ${shown} to type "System.String".`;
    case 'texts':
      return textsIn(value) === undefined ? `Cannot convert value ${shown} to type "System.String[]".` : undefined;
    case 'text or null':
      return value === null ? undefined : unsuitable(value, 'text');
    case 'truth or null':
      return value === null ? undefined : unsuitable(value, 'truth');
    case 'truth':
      return typeof value === 'boolean' ? undefined : `Cannot convert value ${shown} to type "System.Boolean".`;
    case 'switch':
      return typeof value === 'boolean'
        ? undefined
        : `Cannot convert value ${shown} to type "System.Management.Automation.SwitchParameter".`;
    case 'size':
      return resultSize(value) === undefined
        ? `Cannot convert value ${shown} to type "Microsoft.Exchange.Data.Unlimited\`1[System.UInt32]".`
        : undefined;
    case 'changes':
      return isHashtable(value)
        ? undefined
        : 'Cannot convert value "Newtonsoft.Json.Linq.JObject" to type "Microsoft.Exchange.Configuration.PswsHashtable".';
    case 'other':
      return undefined;
  }
}

/** An object needs its type, else it is no hashtable. Its texts are added to a list, or removed from it. */
function isHashtable(value: Json): boolean {
  if (!isObject(value) || value['@odata.type'] !== '#Exchange.GenericHashTable') return false;
  return entries(value).every(([name, one]) => /^(?:add|remove)$/i.test(name) && textsIn(one) !== undefined);
}

/** The most results on a page; Infinity for `Unlimited`, undefined for no such value. */
export function resultSize(value: Json | undefined): number | undefined {
  if (typeof value === 'string' && value.toLowerCase() === 'unlimited') return Infinity;
  const number = typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number > 0 ? number : undefined;
}

/** One text, or several. */
export function textsIn(value: Json | undefined): readonly string[] | undefined {
  const list = Array.isArray(value) ? value : [value];
  const texts = list.filter((one) => typeof one === 'string');
  return texts.length === list.length ? texts : undefined;
}

export function textOf(values: ParameterValues, name: string): string | undefined {
  const value = values.get(name);
  return typeof value === 'string' ? value : undefined;
}

export function isSet(values: ParameterValues, name: string): boolean {
  return values.get(name) === true;
}
