import { findIana, findWindows } from 'windows-iana';
import { CULTURES } from './cultures.ts';
import { isObject, parseJson, type Json, type JsonObject } from './json.ts';
import { localTime, type Property } from './mailbox-settings.ts';

/** The reason for which Graph rejects a change. */
export interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

const STATUSES = ['disabled', 'alwaysEnabled', 'scheduled'];
const AUDIENCES = ['none', 'contactsOnly', 'all'];
const DELIVERY = [
  'sendToDelegateAndInformationToPrincipal',
  'sendToDelegateAndPrincipal',
  'sendToDelegateOnly',
] as const;
const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DATE = { dateTime: '2016-01-01T00:00:00.0000000', timeZone: 'UTC' };
/** The default of each property of `automaticRepliesSetting`. */
const REPLIES: JsonObject = {
  status: 'disabled',
  externalAudience: 'all',
  internalReplyMessage: '',
  externalReplyMessage: '',
  scheduledStartDateTime: DATE,
  scheduledEndDateTime: DATE,
};
const HOURS = ['daysOfWeek', 'startTime', 'endTime', 'timeZone'];
const READ_ONLY = ['archiveFolder', 'userPurpose'];

/** The body of a request as an object, or the error of Graph. */
export function changesIn(body: string | undefined): JsonObject | Refusal {
  try {
    const value = parseJson(body ?? '');
    if (isObject(value)) return value;
  } catch {
    // Refused below.
  }
  return refused('BadRequest', 'Unable to read JSON request payload. Please ensure it is valid JSON.');
}

export function isRefusal(value: JsonObject | Refusal): value is Refusal {
  return 'status' in value && typeof value.status === 'number' && 'code' in value;
}

/**
 * The settings of a mailbox after a PATCH, or the error of Graph. What a PATCH leaves out keeps its value or is "recalculated
 * based on changes to other property values": a change of the language moves the formats, also if the PATCH has them.
 * https://learn.microsoft.com/graph/api/user-update-mailboxsettings
 *
 * @param now epoch ms: schedules must be after it
 */
export function editedSettings(
  properties: readonly Property[],
  changes: JsonObject,
  now: number,
): readonly Property[] | Refusal {
  const edited = new Map(properties);
  for (const [name, value] of Object.entries(changes)) {
    if (name.startsWith('@odata.')) continue;
    const current = edited.get(name);
    const changed = editedProperty(name, value, current === undefined ? {} : parseJson(current), now);
    if (typeof changed !== 'string') return changed;
    edited.set(name, changed);
  }
  const [before, after] = [new Map(properties), edited].map((settings) => settings.get('language') ?? '');
  const culture = before === after ? undefined : CULTURES.find(({ locale }) => after?.includes(`"${locale}"`));
  if (culture !== undefined) {
    edited.set('dateFormat', JSON.stringify(culture.dateFormat));
    edited.set('timeFormat', JSON.stringify(culture.timeFormat));
  }
  return [...edited];
}

/** The new value as JSON text, or the error. */
function editedProperty(name: string, value: Json, current: Json, now: number): string | Refusal {
  switch (name) {
    case 'timeZone':
      return isTimeZone(value) ? JSON.stringify(windowsZone(value)) : invalidTimeZone();
    case 'dateFormat':
    case 'timeFormat':
      return typeof value === 'string' && value !== '' ? JSON.stringify(value) : invalid(name);
    case 'delegateMeetingMessageDeliveryOptions':
      return isOneOf(value, DELIVERY) ? JSON.stringify(value) : invalid(name);
    case 'language':
      return editedLanguage(value);
    case 'automaticRepliesSetting':
      return editedReplies(value, current, now);
    case 'workingHours':
      return editedHours(value, current);
    default:
      return READ_ONLY.includes(name)
        ? refused('ErrorInvalidRequest', `The property '${name}' is read-only.`)
        : unknown(name, 'mailboxSettings');
  }
}

/** "You can set such notifications for only a future date range": no date of a PATCH may be over, nor the schedule. */
function editedReplies(value: Json, current: Json, now: number): string | Refusal {
  if (!isObject(value)) return invalid('automaticRepliesSetting');
  for (const [name, part] of Object.entries(value)) {
    if (!Object.hasOwn(REPLIES, name)) return unknown(name, 'automaticRepliesSetting');
    if (name.startsWith('scheduled')) {
      if (!isObject(part) || typeof part.dateTime !== 'string' || Number.isNaN(Date.parse(part.dateTime))) {
        return invalid(name);
      }
      if (!isTimeZone(part.timeZone ?? null)) return invalidTimeZone();
      if (instantOf(part) <= now) return invalidSchedule();
    } else if (typeof part !== 'string') return invalid(name);
    if (name === 'status' && !isOneOf(part, STATUSES)) return invalid(name);
    if (name === 'externalAudience' && !isOneOf(part, AUDIENCES)) return invalid(name);
  }
  const edited = { ...REPLIES, ...(isObject(current) ? current : {}), ...value };
  for (const name of ['internalReplyMessage', 'externalReplyMessage'] as const) {
    if (Object.hasOwn(value, name)) edited[name] = asHtml(edited[name]);
  }
  const isScheduled = typeof edited.status === 'string' && edited.status.toLowerCase() === 'scheduled';
  const setsSchedule = 'status' in value || Object.keys(value).some((name) => name.startsWith('scheduled'));
  if (isScheduled && setsSchedule) {
    const [start, end] = [instantOf(edited.scheduledStartDateTime), instantOf(edited.scheduledEndDateTime)];
    if (end <= now || start >= end) return invalidSchedule();
  }
  return JSON.stringify(edited);
}

/** Epoch ms of a `dateTimeTimeZone`; NaN if it is none. */
function instantOf(value: Json | undefined): number {
  if (!isObject(value) || typeof value.dateTime !== 'string') return NaN;
  const asIfUtc = Date.parse(`${value.dateTime.slice(0, 19)}Z`);
  const { timeZone } = value;
  if (typeof timeZone !== 'string' || timeZone === 'UTC') return asIfUtc;
  const offsetAt = (time: number): number => Date.parse(`${localTime(time, timeZone)}Z`) - time;
  return asIfUtc - offsetAt(asIfUtc - offsetAt(asIfUtc));
}

/** The code that Exchange Web Services document for a schedule that does not end in the future. */
function invalidSchedule(): Refusal {
  return refused('ErrorInvalidScheduledOofDuration', 'The specified schedule is not valid: it must end in the future.');
}

function editedLanguage(value: Json): string | Refusal {
  const locale = isObject(value) ? value.locale : undefined;
  if (typeof locale !== 'string' || !/^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/.test(locale)) {
    return refused('ErrorInvalidLocale', 'The locale is not supported.');
  }
  const displayName = new Intl.DisplayNames(['en'], { type: 'language', languageDisplay: 'standard' }).of(locale);
  return JSON.stringify({ locale, displayName: displayName ?? locale });
}

function editedHours(value: Json, current: Json): string | Refusal {
  if (!isObject(value)) return invalid('workingHours');
  for (const [name, part] of Object.entries(value)) {
    if (!HOURS.includes(name)) return unknown(name, 'workingHours');
    const isTime = name === 'startTime' || name === 'endTime';
    if (isTime && !(typeof part === 'string' && /^\d\d:\d\d:\d\d(?:\.\d+)?$/.test(part))) return invalid(name);
    if (name === 'daysOfWeek' && !(Array.isArray(part) && part.every((day) => isOneOf(day, DAYS)))) {
      return invalid(name);
    }
    const isCustom = isObject(part) && part['@odata.type'] === '#microsoft.graph.customTimeZone';
    if (name === 'timeZone' && !isCustom && !isTimeZone(isObject(part) ? (part.name ?? null) : null)) {
      return invalidTimeZone();
    }
  }
  const edited = { ...(isObject(current) ? current : {}), ...value };
  for (const name of ['startTime', 'endTime']) {
    const time = edited[name];
    if (typeof time === 'string') edited[name] = `${time.slice(0, 8)}.0000000`;
  }
  if (isObject(edited.timeZone)) edited.timeZone = { ...edited.timeZone, name: windowsZone(edited.timeZone.name) };
  const { startTime, endTime } = edited;
  if (typeof startTime === 'string' && typeof endTime === 'string' && startTime > endTime) {
    return refused('ErrorInvalidTimeSettings', 'Work hours start time should be before the end time.');
  }
  return JSON.stringify(edited);
}

/**
 * An inbox rule after a PATCH, or the error of Graph.
 * https://learn.microsoft.com/graph/api/messagerule-update
 */
export function editedRule(rule: JsonObject, changes: JsonObject): JsonObject | Refusal {
  if (rule.isReadOnly === true) {
    return refused('ErrorInvalidRequest', 'The rule is read-only and cannot be modified through this API.');
  }
  const { isEnabled, ...others } = changes;
  const [name] = Object.keys(others);
  if (name !== undefined) return unknown(name, 'messageRule');
  return typeof isEnabled === 'boolean' ? { ...rule, isEnabled } : invalid('isEnabled');
}

/** Exchange keeps replies as HTML, and returns a text that is none in a document of its own. */
function asHtml(message: Json | undefined): Json {
  if (typeof message !== 'string' || message === '' || /^\s*<html/i.test(message)) return message ?? null;
  return `<html>\n<body>\n${message}\n</body>\n</html>\n`;
}

/** Exchange keeps the Windows name of a time zone. */
function windowsZone(name: Json | undefined): Json {
  return typeof name === 'string' && name !== 'UTC' ? (findWindows(name)[0] ?? name) : (name ?? null);
}

/** The case of enumerations in Graph varies. */
function isOneOf(value: Json, choices: readonly string[]): boolean {
  return typeof value === 'string' && choices.some((choice) => choice.toLowerCase() === value.toLowerCase());
}

function isTimeZone(value: Json): boolean {
  return typeof value === 'string' && (value === 'UTC' || findIana(value).length + findWindows(value).length > 0);
}

export function refused(code: string, message: string): Refusal {
  return { status: 400, code, message };
}

function invalidTimeZone(): Refusal {
  return refused('InvalidTimeZone', 'The time zone is not supported.');
}

function invalid(name: string): Refusal {
  return refused('ErrorInvalidRequest', `The value of the property '${name}' is invalid.`);
}

export function unknown(name: string, type: string): Refusal {
  const message = `The property '${name}' does not exist on type 'microsoft.graph.${type}'. Make sure to only use property names that are defined by the type.`;
  return refused('RequestBodyRead', message);
}
