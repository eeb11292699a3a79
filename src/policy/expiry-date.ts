import type { FileProblems } from '../yaml/problems.ts';
import { shownText } from '../text/display.ts';
import { scalarText, type YamlValue } from '../yaml/value.ts';

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** `2027-1-31`, `2027/01/31`, `31.01.2027`, and with a time of day. Which of 1/2/2027 is the month cannot be told. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** A day such as 2027-01-31, in quotes or not. Anything else is added to the problems, and gives undefined. */
export function lastDay(value: YamlValue, problems: FileProblems): string | undefined {
  const written = scalarText(value, problems)?.trim();
  if (written === undefined || isDay(written)) return written;
  const meant = meantDay(written);
  const [, year, month, day] = DAY.exec(written) ?? [];
  const noSuchDay = year === undefined ? '' : lengthOfMonth(Number(year), Number(month), Number(day));
  problems.add(
    value.offset,
    `${shownText(value.name)} cannot be ${shownText(written)}.`,
    `${meant === undefined ? noSuchDay : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`,
  );
  return undefined;
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function lengthOfMonth(year: number, month: number, day: number): string {
  if (month < 1 || month > 12) return `There is no month ${month}. `;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 ? '' : `That month has ${days} days. `;
}

function meantDay(written: string): string | undefined {
  const [, year, month, day] = YEAR_FIRST.exec(written) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day);
  const [, first, second, ending] = DAY_FIRST.exec(written) ?? [];
  if (first === undefined || second === undefined || ending === undefined) return undefined;
  const days = [dayOf(ending, second, first), dayOf(ending, first, second)].filter((found) => found !== undefined);
  return days.length === 1 || days[0] === days[1] ? days[0] : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : undefined;
}
