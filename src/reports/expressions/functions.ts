import { register, TYPE_ANY, TYPE_STRING } from '@jmespath-community/jmespath';
import { isRecord, type Json } from '../../json.ts';
import { activeContext, type EvaluationContext } from './evaluation.ts';
import { byteCount, dayCount } from './measures.ts';
import { plainText } from './plain-text.ts';
import { addressesOf, outsideAddresses, unresolvedRecipients } from './recipients.ts';
import { toUtc } from './utc.ts';

interface AddedFunction {
  /** The number of arguments. */
  readonly takes: number;
  readonly of: (values: readonly unknown[], context: EvaluationContext) => Json;
}

/**
 * The functions that expressions have in addition to JMESPath's own:
 * - `same(a, b)`: whether two words are equal without case, since the case of Graph's enum values varies;
 * - `utc(dateTimeTimeZone)`: the instant as `2026-11-25T08:00:00Z`;
 * - `time(timeOfDay)`: `08:00:00.0000000` as `08:00:00`;
 * - `plain_text(html)`: the text of a message; marks the cell as incomplete if the text is cut;
 * - `addresses(recipients)`: the addresses of recipients;
 * - `external(recipients)`: the SMTP addresses that are not inside;
 * - `unresolved(recipients)`: the recipients without an SMTP address;
 * - `bytes(size)`: the bytes of `99 GB (106,300,440,576 bytes)`; null for `Unlimited`;
 * - `days(time_span)`: the days of `14.00:00:00`; null for `Unlimited`.
 */
export const addedFunctions: Readonly<Record<string, AddedFunction>> = {
  same: { takes: 2, of: ([a, b]) => typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b) },
  utc: { takes: 1, of: ([value]) => utc(value) },
  time: { takes: 1, of: ([value]) => (typeof value === 'string' ? value.replace(/\.0+$/, '') : null) },
  plain_text: { takes: 1, of: ([html], context) => (typeof html === 'string' ? textOf(html, context) : null) },
  addresses: { takes: 1, of: ([recipients]) => addressesOf(recipients) },
  external: { takes: 1, of: ([recipients], context) => outsideAddresses(recipients, context.internalDomains) },
  unresolved: { takes: 1, of: ([recipients], context) => unresolvedRecipients(recipients, context.internalDomains) },
  bytes: { takes: 1, of: ([size]) => byteCount(size) },
  days: { takes: 1, of: ([span]) => dayCount(span) },
};

for (const [name, { takes, of }] of Object.entries(addedFunctions)) {
  const signature = Array.from({ length: takes }, () => ({ types: [TYPE_ANY] }));
  register<string>(name, (values) => of(values, activeContext()), signature);
}

/** The library's own functions use a regular expression that takes a minute for a text of 128 KiB. */
function trimmed([text, characters]: readonly unknown[], atStart: boolean, atEnd: boolean): Json {
  if (typeof text !== 'string') return null;
  const isTrimmed = (at: number): boolean =>
    typeof characters === 'string' && characters !== ''
      ? characters.includes(text.charAt(at))
      : /[\s\x85]/.test(text.charAt(at));
  let [start, end] = [0, text.length];
  while (atStart && start < end && isTrimmed(start)) start += 1;
  while (atEnd && end > start && isTrimmed(end - 1)) end -= 1;
  return text.slice(start, end);
}

const TRIM_SIGNATURE = [{ types: [TYPE_STRING] }, { types: [TYPE_STRING], optional: true }];
register<string>('trim', (values) => trimmed(values, true, true), TRIM_SIGNATURE, { override: true });
register<string>('trim_left', (values) => trimmed(values, true, false), TRIM_SIGNATURE, { override: true });
register<string>('trim_right', (values) => trimmed(values, false, true), TRIM_SIGNATURE, { override: true });

function fold(word: string): string {
  return word.toLowerCase();
}

function textOf(html: string, context: EvaluationContext): string {
  const { text, complete } = plainText(html);
  if (!complete) context.markIncomplete();
  return text;
}

/** If the time zone is unknown, the local time and the zone's name, so that the cell is not mistaken for UTC. */
function utc(value: unknown): Json {
  if (!isRecord(value) || typeof value.dateTime !== 'string') return null;
  const timeZone = typeof value.timeZone === 'string' ? value.timeZone : 'UTC';
  return toUtc(value.dateTime, timeZone) ?? `${value.dateTime} ${timeZone}`;
}
