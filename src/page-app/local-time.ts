import { element } from './element.ts';

const FORMAT: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'short',
};

/** A time in UTC of a cell or `time` element, in the reader's zone. Empty if the text is no such time, or the zone is UTC. */
export function localTime(text: string): readonly (HTMLElement | string)[] {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z$/.test(text)) return [];
  const time = new Date(text);
  if (Number.isNaN(time.getTime()) || time.getTimezoneOffset() === 0) return [];
  return [' ', element('span', { class: 'note local-time' }, time.toLocaleString('en-GB', FORMAT))];
}

/** Adds the time in the reader's zone to each time of the document. */
export function addLocalTimes(): void {
  for (const time of document.querySelectorAll('time')) time.after(...localTime(time.dateTime));
}
