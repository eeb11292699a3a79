import type { Json } from '../../json.ts';

/** How Exchange writes a size: `99 GB (106,300,440,576 bytes)`. */
const SIZE = /\(([\d,]+) bytes\)/;
/** How .NET writes a time span: `14.00:00:00`, `-1.00:00:00`, `08:30:00.5000000`. */
const TIME_SPAN = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;

/** The bytes of a size; null for `Unlimited` and for no size. A text of another form is returned as it is. */
export function byteCount(size: unknown): Json {
  if (isUnlimited(size) || typeof size !== 'string') return null;
  const [, digits] = SIZE.exec(size) ?? [];
  return digits === undefined ? size : Number(digits.replaceAll(',', ''));
}

/** The days of a time span, with a fraction; null for `Unlimited` and for none. A text of another form is returned as it is. */
export function dayCount(span: unknown): Json {
  if (isUnlimited(span) || typeof span !== 'string') return null;
  const [, sign, days = '0', hours, minutes, seconds] = TIME_SPAN.exec(span) ?? [];
  if (sign === undefined) return span;
  const count = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  return sign === '-' ? -count : count;
}

function isUnlimited(value: unknown): boolean {
  return typeof value === 'string' && value.toLowerCase() === 'unlimited';
}
