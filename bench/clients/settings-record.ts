import { graphError } from '../../src/graph/graph-outcome.ts';
import { property, type Json } from '../../src/json.ts';
import { toUtc } from '../../src/reports/expressions/functions.ts';

/** The header of the action's CSV of mailbox settings. */
export const HEADER = [
  'MailboxName',
  'Language',
  'Locale',
  'TimeZone',
  'AutomaticReplyStatus',
  'AutomaticReplyExternalAudience',
  'AutomaticReplyStart',
  'AutomaticReplyEnd',
  'AutomaticReplyActive',
  'DateFormat',
  'TimeFormat',
  'WorkingDays',
  'WorkingHoursStart',
  'WorkingHoursEnd',
  'WorkingHoursTimeZone',
  'DelegateMeetingMessages',
  'ArchiveFolder',
  'UserPurpose',
  'Status',
  'Error',
] as const;

/**
 * The record of one mailbox as a script would write it, property by property: for the clients that the action is
 * compared with, and to hold the action's rows against.
 */
export function settingsRecord(address: string, status: number, body: Json): string[] {
  if (status !== 200) return unreadableRecord(address, status, body);
  const { language, automaticRepliesSetting: replies, workingHours: hours } = members(body);
  const scheduled = text(property(replies, 'status')).toLowerCase() === 'scheduled';
  const start = scheduled ? utc(property(replies, 'scheduledStartDateTime')) : '';
  const end = scheduled ? utc(property(replies, 'scheduledEndDateTime')) : '';
  const days = property(hours, 'daysOfWeek');
  const purpose = property(body, 'userPurpose');
  return [
    address,
    text(property(language, 'displayName')),
    text(property(language, 'locale')),
    text(property(body, 'timeZone')),
    text(property(replies, 'status')),
    text(property(replies, 'externalAudience')),
    start,
    end,
    isActive(text(property(replies, 'status')), start, end),
    text(property(body, 'dateFormat')),
    text(property(body, 'timeFormat')),
    Array.isArray(days) ? days.map(text).join('; ') : '',
    text(property(hours, 'startTime')).replace(/\.0+$/, ''),
    text(property(hours, 'endTime')).replace(/\.0+$/, ''),
    text(property(property(hours, 'timeZone'), 'name')),
    text(property(body, 'delegateMeetingMessageDeliveryOptions')),
    // Graph returns the ID of the archive folder. Its name needs a request more, which no client makes.
    '',
    text(property(purpose, 'value') ?? purpose),
    'ok',
    '',
  ];
}

/** The tenant's schedules begin and end hours away from now. */
function isActive(status: string, start: string, end: string): string {
  if (status.toLowerCase() !== 'scheduled') return status === '' ? '' : /^disabled$/i.test(status) ? 'no' : 'yes';
  const now = new Date().toISOString();
  return start <= now && now < end ? 'yes' : 'no';
}

function unreadableRecord(address: string, status: number, body: Json): string[] {
  const { code = '', message = '' } = graphError(body) ?? {};
  const blanks = new Array<string>(HEADER.length - 3).fill('');
  return [address, ...blanks, wordFor(status, code), `${code}: ${message}`];
}

function wordFor(status: number, code: string): string {
  if (status === 404) return code === 'ErrorInvalidUser' ? 'not-found' : 'no-mailbox';
  return status === 403 ? 'access-denied' : 'failed';
}

function members(body: Json): Readonly<Record<'language' | 'automaticRepliesSetting' | 'workingHours', Json>> {
  return {
    language: property(body, 'language') ?? null,
    automaticRepliesSetting: property(body, 'automaticRepliesSetting') ?? null,
    workingHours: property(body, 'workingHours') ?? null,
  };
}

function utc(value: Json | undefined): string {
  const dateTime = text(property(value, 'dateTime'));
  const timeZone = text(property(value, 'timeZone'));
  return toUtc(dateTime, timeZone) ?? `${dateTime} ${timeZone}`;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
