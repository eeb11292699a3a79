import { findIana } from 'windows-iana';
import { isRecord } from '../../src/json.ts';
import type { Expected } from '../../tenant/tenant.ts';

/**
 * The cells of a mailbox, read from what Graph answers without any code of the action, so that the two readings check
 * each other. Without `Status` and `Error`.
 */
export function expectedCells({ settings }: Expected): Readonly<Record<string, string>> {
  const replies = member(settings, 'automaticRepliesSetting');
  const hours = member(settings, 'workingHours');
  const scheduled = text(replies, 'status').toLowerCase() === 'scheduled';
  const days = member(hours, 'daysOfWeek');
  const purpose = member(settings, 'userPurpose');
  return {
    Language: text(member(settings, 'language'), 'displayName'),
    Locale: text(member(settings, 'language'), 'locale'),
    TimeZone: text(settings, 'timeZone'),
    AutomaticReplyStatus: text(replies, 'status'),
    AutomaticReplyExternalAudience: text(replies, 'externalAudience'),
    AutomaticReplyStart: scheduled ? instant(member(replies, 'scheduledStartDateTime')) : '',
    AutomaticReplyEnd: scheduled ? instant(member(replies, 'scheduledEndDateTime')) : '',
    DateFormat: text(settings, 'dateFormat'),
    TimeFormat: text(settings, 'timeFormat'),
    WorkingDays: Array.isArray(days) ? days.join('; ') : '',
    WorkingHoursStart: text(hours, 'startTime').slice(0, 8),
    WorkingHoursEnd: text(hours, 'endTime').slice(0, 8),
    WorkingHoursTimeZone: text(member(hours, 'timeZone'), 'name'),
    DelegateMeetingMessages: text(settings, 'delegateMeetingMessageDeliveryOptions'),
    UserPurpose: isRecord(purpose) ? text(purpose, 'value') : text(settings, 'userPurpose'),
  };
}

/** A row as the CSV must have it. The error's text is Graph's, so it is only whether there is one. */
export function expectedRow(address: string, expected: Expected): Readonly<Record<string, string>> {
  return { MailboxName: address, ...expectedCells(expected), Status: expected.status };
}

/** The same of a row that was read: whether `Error` is as blank as it should be is told by a mark. */
export function withoutError(row: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { Error: error = '', ...others } = row;
  const fits = (others.Status === 'ok') === (error === '');
  return fits ? others : { ...others, Error: `does not fit the status: ${error}` };
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function text(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

const QUARTER_HOUR = 900_000;

/** The first instant at which clocks of the zone show the local time: tried out, offset by offset. */
function instant(dateTimeTimeZone: unknown): string {
  const local = text(dateTimeTimeZone, 'dateTime').slice(0, 19);
  const zone = text(dateTimeTimeZone, 'timeZone');
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: findIana(zone)[0] ?? zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  const start = Date.parse(`${local}Z`) - 15 * 4 * QUARTER_HOUR;
  for (let quarter = 0; quarter <= 30 * 4; quarter++) {
    const tried = new Date(start + quarter * QUARTER_HOUR);
    if (clock.format(tried).replace(' ', 'T') === local) return tried.toISOString().replace('.000', '');
  }
  return '';
}
