import { findIana, findWindows } from 'windows-iana';
import { withValueAt, type Json, type JsonObject } from '../../json.ts';
import { powerShellValue, type CommandTemplate } from '../../text/power-shell.ts';
import {
  choiceOf,
  FOLLOWS,
  MAILBOX,
  matching,
  type Corrections,
  type SettingType,
  type SettingTypes,
  type SettingValues,
} from '../corrections.ts';
import type { AuditedChanges } from '../definition.ts';

const TEXT: SettingType = { accepts: (value) => typeof value === 'string', expected: 'a text' };
const FORMAT = matching(/^[dMyHhmst .,:/'-]{1,40}$/, 'a short date or time format, such as yyyy-MM-dd or HH:mm');
const TIME_ZONE: SettingType = {
  accepts: (value) => typeof value === 'string' && isTimeZone(value),
  expected: 'a Windows or IANA time zone, such as "W. Europe Standard Time" or Europe/Berlin',
};
const TIME_OF_DAY = matching(
  /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.0{1,7})?$/,
  "a time in quotes, such as '08:00:00'",
);
const LOCAL_DATE_TIME: SettingType = {
  accepts: (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?$/.test(value) &&
    !Number.isNaN(Date.parse(`${value.slice(0, 19)}Z`)),
  expected: "a date and time in quotes, such as '2027-01-04T08:00:00'",
};
const LOCALE = matching(
  /^[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\d{3}))?$/,
  'a language and region, such as de-DE',
);
const WEEKDAYS: readonly Json[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const DAYS: SettingType = {
  accepts: (value) =>
    Array.isArray(value) &&
    value.length > 0 &&
    new Set(value).size === value.length &&
    value.every((day) => WEEKDAYS.includes(day)),
  expected: 'a list of weekdays, such as [monday, tuesday]',
};

/**
 * The writable properties of Graph's `mailboxSettings`; `archiveFolder` and `userPurpose` are read-only.
 * https://learn.microsoft.com/graph/api/user-update-mailboxsettings
 * Parameters: https://learn.microsoft.com/powershell/module/exchange/set-mailboxautoreplyconfiguration
 */
const SETTINGS: SettingTypes = {
  'automaticRepliesSetting.status': {
    ...choiceOf('disabled', 'alwaysEnabled', 'scheduled'),
    // A schedule needs its times too.
    parameter: ['AutoReplyState', { disabled: 'Disabled', alwaysEnabled: 'Enabled' }],
  },
  'automaticRepliesSetting.externalAudience': {
    ...choiceOf('none', 'contactsOnly', 'all'),
    parameter: ['ExternalAudience', { none: 'None', contactsOnly: 'Known', all: 'All' }],
  },
  'automaticRepliesSetting.internalReplyMessage': TEXT,
  'automaticRepliesSetting.externalReplyMessage': TEXT,
  'automaticRepliesSetting.scheduledStartDateTime.dateTime': LOCAL_DATE_TIME,
  'automaticRepliesSetting.scheduledStartDateTime.timeZone': TIME_ZONE,
  'automaticRepliesSetting.scheduledEndDateTime.dateTime': LOCAL_DATE_TIME,
  'automaticRepliesSetting.scheduledEndDateTime.timeZone': TIME_ZONE,
  dateFormat: FORMAT,
  delegateMeetingMessageDeliveryOptions: choiceOf(
    'sendToDelegateAndInformationToPrincipal',
    'sendToDelegateAndPrincipal',
    'sendToDelegateOnly',
  ),
  'language.locale': LOCALE,
  timeFormat: FORMAT,
  timeZone: TIME_ZONE,
  'workingHours.daysOfWeek': DAYS,
  'workingHours.startTime': TIME_OF_DAY,
  'workingHours.endTime': TIME_OF_DAY,
  'workingHours.timeZone.name': TIME_ZONE,
};

/** What the cells of `mailbox-settings` and `automatic-replies` say about the settings. */
const KEPT: Corrections['keptSettings'] = {
  Language: FOLLOWS,
  Locale: setting('language.locale'),
  TimeZone: setting('timeZone'),
  AutomaticReplyStatus: setting('automaticRepliesSetting.status'),
  AutomaticReplyExternalAudience: setting('automaticRepliesSetting.externalAudience'),
  AutomaticReplyStart: (cell) => scheduled('Start', cell),
  AutomaticReplyEnd: (cell) => scheduled('End', cell),
  AutomaticReplyActive: FOLLOWS,
  InternalReply: (cell) => ({ 'automaticRepliesSetting.internalReplyMessage': htmlOf(cell) }),
  ExternalReply: (cell) => ({ 'automaticRepliesSetting.externalReplyMessage': htmlOf(cell) }),
  DateFormat: setting('dateFormat'),
  TimeFormat: setting('timeFormat'),
  WorkingDays: setting('workingHours.daysOfWeek'),
  WorkingHoursStart: setting('workingHours.startTime'),
  WorkingHoursEnd: setting('workingHours.endTime'),
  WorkingHoursTimeZone: (cell) => ({ 'workingHours.timeZone': { name: cell } }),
  DelegateMeetingMessages: setting('delegateMeetingMessageDeliveryOptions'),
};

function setting(path: string): (cell: Json) => SettingValues {
  return (cell) => ({ [path]: cell });
}

/** A time of the schedule, which the cell has in UTC. Without a schedule, the service keeps past times, which mean nothing. */
function scheduled(limit: 'Start' | 'End', cell: Json): SettingValues {
  if (typeof cell !== 'string') return {};
  const path = `automaticRepliesSetting.scheduled${limit}DateTime`;
  return { [`${path}.dateTime`]: cell.replace(/Z$/, ''), [`${path}.timeZone`]: 'UTC' };
}

/** The text of a reply as HTML. Its format is not kept. */
function htmlOf(cell: Json): Json {
  if (typeof cell !== 'string') return cell;
  return cell.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');
}

/** How the settings of a mailbox in Graph are corrected. */
export const GRAPH_SETTINGS: Corrections = {
  target: 'mailboxSettings',
  settings: SETTINGS,
  keptSettings: KEPT,
  command: (settings) => repliesCommand(settings) ?? requestCommand(settings),
};

/** The cmdlets by which Outlook and administrators change these settings. */
export const SETTINGS_AUDIT_LOG: AuditedChanges = {
  operations: [
    'Set-MailboxAutoReplyConfiguration',
    'Set-MailboxRegionalConfiguration',
    'Set-MailboxCalendarConfiguration',
  ],
  parameters: {
    AutomaticReplyStatus: ['AutoReplyState'],
    AutomaticReplyActive: ['AutoReplyState'],
    AutomaticReplyExternalAudience: ['ExternalAudience'],
    AutomaticReplyStart: ['StartTime'],
    AutomaticReplyEnd: ['EndTime'],
    InternalReply: ['InternalMessage'],
    ExternalReply: ['ExternalMessage'],
    Locale: ['Language'],
    WorkingDays: ['WorkDays'],
    WorkingHoursStart: ['WorkingHoursStartTime'],
    WorkingHoursEnd: ['WorkingHoursEndTime'],
    WorkingHoursTimeZone: ['WorkingHoursTimeZone'],
  },
};

/** A cmdlet of Exchange Online, if it is certain to have all settings. */
function repliesCommand(settings: SettingValues): CommandTemplate | undefined {
  const parameters = Object.entries(settings).map(([path, value]) => {
    const [name, values = {}] = SETTINGS[path]?.parameter ?? [];
    if (name === undefined || typeof value !== 'string' || !Object.hasOwn(values, value)) return undefined;
    return ` -${name} ${values[value]}`;
  });
  if (parameters.includes(undefined)) return undefined;
  return ['Set-MailboxAutoReplyConfiguration -Identity ', MAILBOX, parameters.join('')];
}

/** The request to Graph that the remediate action sends. */
function requestCommand(settings: SettingValues): CommandTemplate | undefined {
  const entries = Object.entries(settings);
  const body = entries.reduce<JsonObject>((whole, [path, value]) => withValueAt(whole, path.split('.'), value), {});
  const literal = powerShellValue(JSON.stringify(body));
  if (literal === undefined) return undefined;
  const url = ["'/v1.0/users/", { ...MAILBOX, isUrl: true }, "/mailboxSettings'"];
  return ['Invoke-MgGraphRequest -Method PATCH -Uri ', ...url, ` -Body ${literal}`];
}

/** Whether Exchange Online knows a time zone of this name. */
function isTimeZone(name: string): boolean {
  return name === 'UTC' || findIana(name).length > 0 || findWindows(name).length > 0;
}
