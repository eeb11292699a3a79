import { isObject, property, type Json, type JsonObject } from '../json.ts';

/** What a change writes to: the settings of a mailbox in Graph or in Exchange Online, or one of its inbox rules. */
export interface Target {
  readonly address: string;
  /** The id of the inbox rule; undefined: the settings of the mailbox. */
  readonly inboxRule: string | undefined;
  /** Undefined: Graph. */
  readonly exchange?: ExchangeTarget | undefined;
}

/** The properties of a mailbox that a cmdlet of Exchange Online changes. */
export interface ExchangeTarget {
  readonly cmdlet: SetCmdlet;
  /** GUID of the mailbox in Exchange's directory: addresses and names can change. */
  readonly identity: string;
}

export type SetCmdlet = 'Set-Mailbox' | 'Set-CASMailbox';

/** The reports whose rows have these properties, by the cmdlet. */
const EXCHANGE_REPORTS: Readonly<Record<SetCmdlet, string>> = {
  'Set-Mailbox': 'mailbox-properties',
  'Set-CASMailbox': 'client-access',
};

export function isSetCmdlet(text: string): text is SetCmdlet {
  return Object.hasOwn(EXCHANGE_REPORTS, text);
}

/** The cmdlet for the properties of a report; undefined for a report of Graph. */
export function setCmdletOf(report: string): SetCmdlet | undefined {
  return Object.keys(EXCHANGE_REPORTS)
    .filter(isSetCmdlet)
    .find((cmdlet) => EXCHANGE_REPORTS[cmdlet] === report);
}

/** The report whose rows show what a target is changed to. */
export function reportOf({ inboxRule, exchange }: Pick<Target, 'inboxRule' | 'exchange'>): string {
  if (exchange !== undefined) return EXCHANGE_REPORTS[exchange.cmdlet];
  return inboxRule === undefined ? 'mailbox-settings' : 'inbox-rules';
}

export function isGuid(text: Json | undefined): text is string {
  return typeof text === 'string' && /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(text);
}

/** One setting of a target, before and after. */
export interface SettingChange extends Target {
  /** Ids of the rules of the policy that require it. */
  readonly rules: readonly string[];
  /** The name of the inbox rule, else ''. Hostile text until escaped. */
  readonly item: string;
  /** As the service names it: `automaticRepliesSetting.externalAudience`, `ForwardingSmtpAddress`. */
  readonly setting: string;
  /** Null if the mailbox has no value. */
  readonly before: Json;
  readonly after: Json;
}

/** The columns of `plan.csv`, and the first of `applied.csv`. */
export const CHANGE_COLUMNS = ['MailboxName', 'Rule', 'Item', 'Setting', 'Before', 'After'] as const;

/** A change as the cells of a record. */
export function changeCells({ address, rules, item, setting, before, after }: SettingChange): readonly Json[] {
  return [address, rules.join('; '), item, setting, before, after];
}

/** Identifies the target of a change. Addresses compare without case; in Exchange Online, a mailbox can have several. */
export function targetKey({ address, inboxRule = '', exchange }: Target): string {
  if (exchange !== undefined) return JSON.stringify([exchange.identity.toLowerCase(), exchange.cmdlet]);
  return JSON.stringify([address.toLowerCase(), inboxRule]);
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

/** Whether two values of a setting are the same to Exchange Online. */
export function isSame(setting: string, one: Json, other: Json): boolean {
  return JSON.stringify(comparable(setting, one)) === JSON.stringify(comparable(setting, other));
}

/**
 * The smallest PATCH for some settings of one target: members of `automaticRepliesSetting` and `workingHours` that are left out
 * keep their values. A member with parts of its own, such as a date with its time zone, is sent whole.
 *
 * @param resource the settings or the inbox rule, as just read
 */
export function patchOf(
  resource: JsonObject,
  changes: readonly Pick<SettingChange, 'setting' | 'after'>[],
): JsonObject {
  const patch: JsonObject = {};
  for (const { setting, after } of changes) {
    const [name = '', member, ...parts] = setting.split('.');
    if (member === undefined) {
      patch[name] = after;
      continue;
    }
    const written = isObject(patch[name]) ? patch[name] : {};
    const whole = written[member] ?? property(property(resource, name), member);
    patch[name] = { ...written, [member]: parts.length === 0 ? after : withSetting(whole, parts, after) };
  }
  return patch;
}

/** An object with another value under a path. */
export function withSetting(
  whole: Json | undefined,
  [name = '', ...deeper]: readonly string[],
  value: Json,
): JsonObject {
  const object = isObject(whole) ? whole : {};
  return { ...object, [name]: deeper.length === 0 ? value : withSetting(object[name], deeper, value) };
}
