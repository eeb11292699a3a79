import { findIana } from 'windows-iana';
import { known, member, UNKNOWN, type Cell } from '../cells.ts';
import type { Json } from '../facts.ts';

const QUARTER_HOUR = 900_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** `{dateTime, timeZone}` as UTC, found by trying offsets: the first instant at which clocks of the zone show the local time. */
export function utcOf(dateTimeTimeZone: Json | undefined): string | null {
  const dateTime = member(dateTimeTimeZone, 'dateTime');
  const zone = member(dateTimeTimeZone, 'timeZone');
  if (typeof dateTime !== 'string' || typeof zone !== 'string') return null;
  const local = dateTime.slice(0, 19);
  const clock = clockOf(zone);
  const start = Date.parse(`${local}Z`) - 15 * 4 * QUARTER_HOUR;
  for (let quarter = 0; quarter <= 30 * 4; quarter += 1) {
    const tried = new Date(start + quarter * QUARTER_HOUR);
    if (clock.format(tried).replace(' ', 'T') === local) return tried.toISOString().replace('.000', '');
  }
  return null;
}

/** The same as a cell: without its date or its zone, a time is unknown. */
export function utcCell(dateTimeTimeZone: Json | undefined): Cell {
  const [dateTime, zone] = ['dateTime', 'timeZone'].map((name) => member(dateTimeTimeZone, name));
  const isTime = typeof dateTimeTimeZone === 'object' && dateTimeTimeZone !== null;
  const lacksPart = isTime && (dateTime === undefined || (typeof dateTime === 'string' && typeof zone !== 'string'));
  return lacksPart ? UNKNOWN : known(utcOf(dateTimeTimeZone));
}

function clockOf(zone: string): Intl.DateTimeFormat {
  const timeZone = findIana(zone)[0] ?? zone;
  const clock =
    clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(zone, clock);
  return clock;
}
