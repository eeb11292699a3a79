import { findIana } from 'windows-iana';
import { isRecord } from '../../src/json.ts';
import type { Expected } from '../../tenant/tenant.ts';

/**
 * The cells of a mailbox, read from the response of Graph without code of the action, so that the two readings check
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
    AutomaticReplyActive: active(replies),
    DateFormat: text(settings, 'dateFormat'),
    TimeFormat: text(settings, 'timeFormat'),
    WorkingDays: Array.isArray(days) ? days.join('; ') : '',
    WorkingHoursStart: text(hours, 'startTime').slice(0, 8),
    WorkingHoursEnd: text(hours, 'endTime').slice(0, 8),
    WorkingHoursTimeZone: text(member(hours, 'timeZone'), 'name'),
    DelegateMeetingMessages: text(settings, 'delegateMeetingMessageDeliveryOptions'),
    // The name of the folder is known only where the run reads folders.
    ArchiveFolder: '',
    UserPurpose: isRecord(purpose) ? text(purpose, 'value') : text(settings, 'userPurpose'),
  };
}

/** The expected CSV row. The text of the error comes from Graph, so only its presence is compared. */
export function expectedRow(address: string, expected: Expected): Readonly<Record<string, string>> {
  return { MailboxName: address, ...expectedCells(expected), Status: expected.status };
}

/** The actual row in the same form. A mark shows an `Error` that should be blank. */
export function withoutError(row: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { Error: error = '', ...others } = row;
  const fits = (others.Status === 'ok') === (error === '');
  return fits ? others : { ...others, Error: `does not fit the status: ${error}` };
}

/** The tenant's schedules begin and end hours away from now. */
function active(replies: unknown): string {
  const status = text(replies, 'status').toLowerCase();
  if (status !== 'scheduled') return status === '' ? '' : status === 'disabled' ? 'no' : 'yes';
  const [start, end] = [member(replies, 'scheduledStartDateTime'), member(replies, 'scheduledEndDateTime')].map(
    instant,
  );
  const now = new Date().toISOString();
  return start !== undefined && end !== undefined && start <= now && now < end ? 'yes' : 'no';
}

function member(value: unknown, name: string): unknown {
  return isRecord(value) ? value[name] : undefined;
}

function text(value: unknown, name: string): string {
  const found = member(value, name);
  return typeof found === 'string' ? found : '';
}

const QUARTER_HOUR = 900_000;
const clocks = new Map<string, Intl.DateTimeFormat>();
const instants = new Map<string, string>();

/** The first instant at which clocks of the zone show the local time, found by trying offsets. */
function instant(dateTimeTimeZone: unknown): string {
  const local = text(dateTimeTimeZone, 'dateTime').slice(0, 19);
  const zone = text(dateTimeTimeZone, 'timeZone');
  const key = `${local} ${zone}`;
  const found = instants.get(key) ?? search(local, clockOf(zone));
  instants.set(key, found);
  return found;
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const timeZone = findIana(zone)[0] ?? zone;
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  return clock;
}

function search(local: string, clock: Intl.DateTimeFormat): string {
  const start = Date.parse(`${local}Z`) - 15 * 4 * QUARTER_HOUR;
  for (let quarter = 0; quarter <= 30 * 4; quarter++) {
    const tried = new Date(start + quarter * QUARTER_HOUR);
    if (clock.format(tried).replace(' ', 'T') === local) return tried.toISOString().replace('.000', '');
  }
  return '';
}
