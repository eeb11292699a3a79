import { findIana } from 'windows-iana';

const LOCAL_DATE_TIME = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?$/;
const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/**
 * Graph's `dateTimeTimeZone` as ISO 8601 in UTC, `2026-11-25T08:00:00Z`. The zone is `UTC`, an IANA name or a Windows
 * name; undefined for any other zone, since a guessed instant would be worse than none.
 * https://learn.microsoft.com/graph/api/resources/datetimetimezone
 */
export function toUtc(dateTime: string, timeZone: string): string | undefined {
  const [, local, offset] = LOCAL_DATE_TIME.exec(dateTime) ?? [];
  if (local === undefined) return undefined;
  if (offset !== undefined) return iso(Date.parse(local + offset));
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  if (timeZone.toUpperCase() === 'UTC') return `${local}Z`;
  const format = formatFor(timeZone);
  if (format === undefined) return undefined;
  // The offset depends on the instant, so it is looked up again for the first guess: the clocks may change between them.
  const guess = asIfUtc - offsetAt(format, asIfUtc);
  return iso(asIfUtc - offsetAt(format, guess));
}

function iso(instant: number): string | undefined {
  return Number.isNaN(instant) ? undefined : `${new Date(instant).toISOString().slice(0, 19)}Z`;
}

function formatFor(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!formats.has(timeZone)) formats.set(timeZone, newFormat(findIana(timeZone)[0] ?? timeZone));
  return formats.get(timeZone);
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    return undefined;
  }
}

/** The zone's offset from UTC at an instant, in ms. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const part = new Map(format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const field = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  const local = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return local - Math.floor(instant / 1000) * 1000;
}
