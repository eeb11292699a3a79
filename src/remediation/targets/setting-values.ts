import { findWindows } from 'windows-iana';
import { isObject, property, withValueAt, type Json, type JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { plainText } from '../../reports/expressions/plain-text.ts';
import { canonical } from '../../reports/row-identity.ts';
import { cellText, shortened, visibleLine } from '../../text/display.ts';

/** A setting and its new value. */
export interface SettingValue {
  readonly setting: string;
  readonly after: Json;
}

/** A property that a write has changed without a plan. */
export interface OtherChange extends SettingValue {
  readonly before: Json;
}

/** The value of a setting in a service's JSON; null if there is none. */
export function settingIn(resource: JsonObject, path: string): Json {
  let value: Json | undefined = resource;
  for (const name of path.split('.')) value = property(value, name);
  return value ?? null;
}

/** Case matters in formats, and in texts that people read. */
const EXACT = /^(?:dateFormat|timeFormat)$|Message$/;
const TIME = /Time$|\.dateTime$/;

/**
 * A value in a form in which equal settings are equal: Graph writes enumerations in any case, and fractions of seconds, and
 * Exchange Online the type of an address.
 */
export function comparable(setting: string, value: Json): Json {
  // Another rule may have taken the place of a rule, and a grantee another name.
  if (setting === WHOLE_ROW && isObject(value)) return comparable('', canonical({ ...value, sequence: null }, {}));
  if (typeof value === 'string') {
    if (EXACT.test(setting)) return value;
    if (setting === 'ForwardingSmtpAddress') return value.replace(/^smtp:/i, '').toLowerCase();
    return (TIME.test(setting) ? value.replace(/\.\d+$/, '') : value).toLowerCase();
  }
  if (Array.isArray(value)) return value.map((item) => comparable(setting, item)).sort();
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]): [string, Json] => [name, comparable(setting, member)]);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether two values of a setting are the same to the service. */
export function isSame(setting: string, one: Json, other: Json): boolean {
  return JSON.stringify(comparable(setting, one)) === JSON.stringify(comparable(setting, other));
}

/**
 * Whether a value is what the service makes of another: it wraps the text of a reply in HTML, and writes the Windows name of a
 * time zone. `loadPlainText` must have run.
 */
export function shows(setting: string, value: Json, other: Json): boolean {
  if (isSame(setting, value, other)) return true;
  if (setting === WHOLE_ROW) return false;
  if (isObject(value) && isObject(other)) return shows(`${setting}.name`, value.name ?? null, other.name ?? null);
  if (typeof value !== 'string' || typeof other !== 'string') return false;
  if (setting.endsWith('Message')) return plainText(value).text === plainText(other).text;
  return /timeZone(?:\.name)?$/i.test(setting) && windowsZone(value) === windowsZone(other);
}

function windowsZone(name: string): string {
  return (findWindows(name)[0] ?? name).toLowerCase();
}

/**
 * The smallest PATCH for some settings of one target: members of `automaticRepliesSetting` and `workingHours` that are left out
 * keep their values. A member with parts of its own, such as a date with its time zone, is sent whole.
 *
 * @param resource the settings or the inbox rule, as just read
 */
export function patchOf(resource: JsonObject, changes: readonly SettingValue[]): JsonObject {
  const patch: JsonObject = {};
  for (const { setting, after } of changes) {
    const [name = '', member, ...parts] = setting.split('.');
    if (member === undefined) {
      patch[name] = after;
      continue;
    }
    const inner = isObject(patch[name]) ? patch[name] : {};
    const whole = inner[member] ?? property(property(resource, name), member);
    patch[name] = { ...inner, [member]: parts.length === 0 ? after : withValueAt(whole, parts, after) };
  }
  return patch;
}

/** A resource with other values of some settings. */
export function changed(resource: JsonObject, changes: readonly SettingValue[]): JsonObject {
  const result = changes.reduce((whole, { setting, after }) => withValueAt(whole, setting.split('.'), after), resource);
  // Another recipient has another address, which only Exchange Online knows.
  return changes.some(({ setting }) => setting === 'ForwardingAddress')
    ? { ...result, recipientAddress: null }
    : result;
}

/** A value in an error. */
export function shownValue(value: Json): string {
  const text = cellText(value);
  return text === '' ? 'blank' : visibleLine(shortened(text, 200));
}
