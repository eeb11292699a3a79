import { findIana, findWindows } from 'windows-iana';
import type { Json } from '../../json.ts';
import { isAddress } from '../../mailboxes/address.ts';

interface SettingType {
  readonly accepts: (value: Json) => boolean;
  /** In words, to complete "Use ...". */
  readonly expected: string;
  /** The values to suggest for a misspelt value. */
  readonly choices?: readonly string[];
}

/** The settings that can be written, by their path. */
export type WritableSettings = Readonly<Record<string, SettingType>>;

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
 */
const MAILBOX_SETTINGS: WritableSettings = {
  'automaticRepliesSetting.status': oneOf('disabled', 'alwaysEnabled', 'scheduled'),
  'automaticRepliesSetting.externalAudience': oneOf('none', 'contactsOnly', 'all'),
  'automaticRepliesSetting.internalReplyMessage': TEXT,
  'automaticRepliesSetting.externalReplyMessage': TEXT,
  'automaticRepliesSetting.scheduledStartDateTime.dateTime': LOCAL_DATE_TIME,
  'automaticRepliesSetting.scheduledStartDateTime.timeZone': TIME_ZONE,
  'automaticRepliesSetting.scheduledEndDateTime.dateTime': LOCAL_DATE_TIME,
  'automaticRepliesSetting.scheduledEndDateTime.timeZone': TIME_ZONE,
  dateFormat: FORMAT,
  delegateMeetingMessageDeliveryOptions: oneOf(
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

/** A policy may only disable an inbox rule. */
const INBOX_RULE: WritableSettings = { isEnabled: { accepts: (value) => value === false, expected: 'false' } };

const TRUTH: SettingType = { accepts: (value) => typeof value === 'boolean', expected: 'true or false' };

/** Parameters of `Set-Mailbox`. https://learn.microsoft.com/powershell/module/exchange/set-mailbox */
const MAILBOX: WritableSettings = {
  ForwardingSmtpAddress: {
    accepts: (value) => value === null || (typeof value === 'string' && isAddress(value.replace(/^smtp:/i, ''))),
    expected: 'null, which clears it, or an SMTP address',
  },
  ForwardingAddress: {
    accepts: (value) => value === null || (typeof value === 'string' && /^(?=.*\S)[^\p{Cc}]{1,1000}$/u.test(value)),
    expected: 'null, which clears it, or the name of a recipient as the report shows it',
  },
  DeliverToMailboxAndForward: TRUTH,
  AuditEnabled: TRUTH,
  MessageCopyForSentAsEnabled: TRUTH,
  HiddenFromAddressListsEnabled: TRUTH,
};

/** Parameters of `Set-CASMailbox`. https://learn.microsoft.com/powershell/module/exchange/set-casmailbox */
const CLIENT_ACCESS: WritableSettings = {
  SmtpClientAuthenticationDisabled: {
    accepts: (value) => value === null || typeof value === 'boolean',
    expected: 'true, false, or null for the setting of the organization',
  },
  ImapEnabled: TRUTH,
  PopEnabled: TRUTH,
  ActiveSyncEnabled: TRUTH,
  OWAEnabled: TRUTH,
};

const WRITABLE: ReadonlyMap<string, WritableSettings> = new Map([
  ['mailbox-settings', MAILBOX_SETTINGS],
  ['automatic-replies', MAILBOX_SETTINGS],
  ['inbox-rules', INBOX_RULE],
  ['mailbox-properties', MAILBOX],
  ['client-access', CLIENT_ACCESS],
]);

/** The reports whose rules can set something. */
export const WRITABLE_REPORTS: readonly string[] = [...WRITABLE.keys()];

/** What the rules about a report can set; undefined if the report only reads. */
export function writableSettings(report: string): WritableSettings | undefined {
  return WRITABLE.get(report);
}

/** Whether Exchange Online knows a time zone of this name. */
function isTimeZone(name: string): boolean {
  return name === 'UTC' || findIana(name).length > 0 || findWindows(name).length > 0;
}

function matching(pattern: RegExp, expected: string): SettingType {
  return { accepts: (value) => typeof value === 'string' && pattern.test(value), expected };
}

function oneOf(...choices: string[]): SettingType {
  return {
    accepts: (value) => typeof value === 'string' && choices.includes(value),
    expected: choices.map((choice) => `"${choice}"`).join(' or '),
    choices,
  };
}
