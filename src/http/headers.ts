/** The headers of a response, as undici has them: a list if a header was sent more than once. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The first value of a header. */
export function firstValue(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}

/** The three HTTP date formats: IMF-fixdate, the obsolete RFC 850 format, and asctime, which has no time zone. */
const HTTP_DATE =
  /^(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{5,8}, \d{2}-[A-Z][a-z]{2}-\d{2} \d{2}:\d{2}:\d{2} GMT|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4})$/;

/**
 * The wait that a `Retry-After` header asks for, in ms from `now` (epoch ms). Supports whole seconds and HTTP dates
 * (RFC 9110, section 10.2.3), and fractions of a second, which Graph sends. Returns 0 for a date in the past, and undefined
 * for a missing or invalid value. Callers set the upper limit.
 */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,12}(?:\.\d*)?$|^\.\d+$/.test(text)) return Math.ceil(Number(text) * 1000);
  if (!HTTP_DATE.test(text)) return undefined;
  const date = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The time of a response (epoch ms): by its `Date` header, since the local clock may be wrong, else `now`. */
export function serverTime({ date }: Headers, now: number): number {
  const time = Date.parse(firstValue(date) ?? '');
  return Number.isNaN(time) ? now : time;
}
