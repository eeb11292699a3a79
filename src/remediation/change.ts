import { findWindows } from 'windows-iana';
import { isGuid, isObject, property, type Json, type JsonObject } from '../json.ts';
import { isMailboxId } from '../mailboxes/address.ts';
import { writableSettings } from '../policy/file/settings.ts';
import { plainText } from '../reports/expressions/plain-text.ts';
import { cellText, shortened, visibleLine } from '../text/display.ts';

/** What a change writes to: the settings of a mailbox in Graph or in Exchange Online, or one of its inbox rules. */
export interface Target {
  readonly address: string;
  /** The id of the inbox rule; undefined: the settings of the mailbox. */
  readonly inboxRule: string | undefined;
  /** Undefined: Graph. */
  readonly exchange?: ExchangeTarget | undefined;
  /** The object ID of the mailbox's account in Entra ID, if it is known. Addresses can change, and name another mailbox then. */
  readonly mailboxId?: string | undefined;
}

/** The properties of a mailbox that a cmdlet of Exchange Online changes. */
export interface ExchangeTarget {
  readonly cmdlet: SetCmdlet;
  /** GUID of the mailbox in Exchange's directory: addresses and names can change. */
  readonly identity: string;
}

const SET_CMDLETS = ['Set-Mailbox', 'Set-CASMailbox'] as const;
export type SetCmdlet = (typeof SET_CMDLETS)[number];

/** The reports whose rows have these properties, by the cmdlet. */
const EXCHANGE_REPORTS: Readonly<Record<SetCmdlet, string>> = {
  'Set-Mailbox': 'mailbox-properties',
  'Set-CASMailbox': 'client-access',
};

/** The cmdlet for the properties of a report; undefined for a report of Graph. */
export function setCmdletOf(report: string): SetCmdlet | undefined {
  return SET_CMDLETS.find((cmdlet) => EXCHANGE_REPORTS[cmdlet] === report);
}

/** The report whose rows show what a target is changed to. */
export function reportOf({ inboxRule, exchange }: Pick<Target, 'inboxRule' | 'exchange'>): string {
  if (exchange !== undefined) return EXCHANGE_REPORTS[exchange.cmdlet];
  return inboxRule === undefined ? 'mailbox-settings' : 'inbox-rules';
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

/** A change of a plan, with the reasons for it. */
export interface PlannedChange extends SettingChange {
  /** The titles of its rules, for people: `Automatic replies stay inside; No replies`. */
  readonly title: string;
  /** The violating cells in words: `AutomaticReplyExternalAudience: all`. Hostile text until escaped. */
  readonly found: string;
  /** What the rules expect of these cells, in words. */
  readonly expected: string;
  /** The cells that its rules read. Empty in the plan of an undo, which no policy judges. */
  readonly cells: readonly PlannedCell[];
}

/** A cell of the row that a change is about. */
export interface PlannedCell {
  readonly report: string;
  readonly column: string;
  readonly value: Json;
  /** Whether the service did not say it, or not all of it. */
  readonly isUnknown?: boolean;
}

/** The columns of `plan.csv`, and the first of `applied.csv`. */
export const CHANGE_COLUMNS = [
  ...['MailboxName', 'Rule', 'Title', 'Item', 'Setting', 'Before', 'After', 'Found', 'Expected'],
] as const;

/** A change as the cells of a record. */
export function changeCells(change: SettingChange & Partial<PlannedChange>): readonly Json[] {
  const { address, rules, title = '', item, setting, before, after, found = '', expected = '' } = change;
  return [address, rules.join('; '), title, item, setting, before, after, found, expected];
}

/**
 * The change that an object of a `plan.json` or an `undo.json` describes, in the form of `storedChange`. Undefined unless it is of a
 * setting that a policy can set.
 */
export function changeIn(entry: Json): SettingChange | undefined {
  if (!isObject(entry)) return undefined;
  const { mailbox, mailboxId, rules, item, inboxRule, setting, before, after } = entry;
  if (typeof mailbox !== 'string' || !isMailboxId(mailbox) || typeof item !== 'string') return undefined;
  if (mailboxId !== undefined && !isGuid(mailboxId)) return undefined;
  if (typeof setting !== 'string' || before === undefined || after === undefined) return undefined;
  if (inboxRule !== undefined && (typeof inboxRule !== 'string' || /^\.*$/.test(inboxRule))) return undefined;
  if (!Array.isArray(rules)) return undefined;
  const exchange = exchangeTargetIn(entry.exchange);
  if (exchange === undefined && entry.exchange !== undefined) return undefined;
  // An object as the value of a parameter can make a cmdlet do something else.
  const hasObject = [before, after].some((value) => typeof value === 'object' && value !== null);
  if (exchange !== undefined && (inboxRule !== undefined || hasObject)) return undefined;
  const report = reportOf({ inboxRule, exchange });
  const isWholeZone = report === 'mailbox-settings' && setting === 'workingHours.timeZone';
  if (!Object.hasOwn(writableSettings(report) ?? {}, setting) && !isWholeZone) return undefined;
  const ids = rules.filter((rule) => typeof rule === 'string');
  return { address: mailbox, mailboxId, rules: ids, item, inboxRule, exchange, setting, before, after };
}

function exchangeTargetIn(value: Json | undefined): ExchangeTarget | undefined {
  const identity = property(value, 'identity');
  const cmdlet = SET_CMDLETS.find((name) => name === property(value, 'cmdlet'));
  return cmdlet === undefined || !isGuid(identity) ? undefined : { cmdlet, identity };
}

/** A change in the form that `changeIn` reads. Members that are undefined are left out of its JSON. */
export function storedChange(change: SettingChange): Readonly<Record<string, unknown>> {
  const { address: mailbox, mailboxId, rules, item, inboxRule, exchange, setting, before, after } = change;
  return { mailbox, mailboxId, rules, item, inboxRule, exchange, setting, before, after };
}

/** The text of a `plan.json` or an `undo.json`, with a line for each change. */
export function changesFile(header: object, changes: readonly object[]): string {
  const lines = changes.map((change) => JSON.stringify(change));
  return `${JSON.stringify(header).slice(0, -1)},"changes":[\n${lines.join(',\n')}\n]}\n`;
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

/**
 * Whether a value of a setting is one that Graph returns and does not accept: none, or a blank that is no text for people. In Exchange
 * Online, null clears a property.
 */
export function isUnset({ setting, exchange }: Pick<SettingChange, 'setting' | 'exchange'>, value: Json): boolean {
  return exchange === undefined && (value === null || (value === '' && !setting.endsWith('Message')));
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
function withSetting(whole: Json | undefined, [name = '', ...deeper]: readonly string[], value: Json): JsonObject {
  const object = isObject(whole) ? whole : {};
  return { ...object, [name]: deeper.length === 0 ? value : withSetting(object[name], deeper, value) };
}

/** A resource with other values of some settings. */
export function changed(
  resource: JsonObject,
  changes: readonly Pick<PlannedChange, 'setting' | 'after'>[],
): JsonObject {
  const result = changes.reduce((whole, { setting, after }) => withSetting(whole, setting.split('.'), after), resource);
  // Another recipient has another address, which only Exchange Online knows.
  return changes.some(({ setting }) => setting === 'ForwardingAddress')
    ? { ...result, recipientAddress: null }
    : result;
}

/** A setting with the name of its inbox rule. */
export function settingName({ item, setting }: Pick<SettingChange, 'item' | 'setting'>): string {
  return item === '' ? setting : `${item}: ${setting}`;
}

/** A change on one line. Hostile text until escaped. `longest`: of each value. */
export function changeText(change: SettingChange, longest = Infinity): string {
  const [before, after] = [change.before, change.after].map((value) => shortened(cellText(value), longest) || 'blank');
  return `${change.address} ${settingName(change)}: ${before} -> ${after}`;
}

/** A value in an error. */
export function shownValue(value: Json): string {
  const text = cellText(value);
  return text === '' ? 'blank' : visibleLine(shortened(text, 200));
}
