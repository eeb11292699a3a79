import { known, member, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Json, MailboxFacts } from '../facts.ts';
import { utcCell } from './times.ts';

/** The row of the report file `regional`: a property that `$select` names and the answer lacks is unknown, and any other one null. */
export function regionalRow({ settings }: MailboxFacts): Row {
  const { language, timeZone, automaticRepliesSetting: replies, workingHours: hours } = settings;
  const locale = member(language, 'locale') ?? null;
  const days = member(hours, 'daysOfWeek') ?? null;
  return {
    Locale: unless(language, locale),
    Zone: unless(timeZone, timeZone ?? null),
    Replies: wordOf(replies, member(replies, 'status') ?? null),
    RepliesEnd: replies === undefined ? UNKNOWN : utcCell(member(replies, 'scheduledEndDateTime')),
    Begins: unless(hours, asText(member(hours, 'startTime'))),
    Days: unless(hours, days),
    DayCount: unless(hours, Array.isArray(days) ? days.length : 0),
    InEnglish: unless(language, locale === 'en-US'),
    Hours: unless(hours, hours ?? null),
  };
}

function unless(property: Json | undefined, value: Json): Cell {
  return property === undefined ? UNKNOWN : known(value);
}

/** A value of another type than the report file has is shown, and unknown to rules. */
function wordOf(property: Json | undefined, value: Json): Cell {
  return value === null || typeof value === 'string' ? unless(property, value) : { is: 'unknown', shown: value };
}

/** A time of day without its fraction. */
function asText(time: Json | undefined): Json {
  return typeof time === 'string' ? time.slice(0, 8) : null;
}
