import { findIana } from 'windows-iana';
import { register, TYPE_ANY, TYPE_STRING } from '@jmespath-community/jmespath';
import { isAppUsed } from '../../graph/usage-csv.ts';
import { isRecord, type Json } from '../../json.ts';
import { bytesIn, DAY_MS } from '../../text/numbers.ts';
import { activeContext } from './evaluation.ts';
import { plainText } from './plain-text.ts';
import { addressesOf, hasUnaddressed, outsideAddresses, unresolvedRecipients } from './recipients.ts';

/** A function that expressions have in addition to JMESPath's own. */
interface AddedFunction {
  /** Names of the arguments, as documents show them. */
  readonly takes: readonly string[];
  /** In words of the documents, as Markdown. */
  readonly result: string;
  readonly call: (...values: unknown[]) => Json;
}

/**
 * The functions by name. An argument of a type that a function does not read is unknown, as what the service did not say. These mark the
 * cell as incomplete besides: `utc` for an unknown time zone, `replies_active` if it is unknown, `plain_text` if the text is cut,
 * `addresses` if a recipient has no address, `external` if others are unresolved or it is not known what is inside, `app_used` for a
 * word that does not say it, and `part_numbers` if it has to return IDs.
 */
export const addedFunctions: Readonly<Record<string, AddedFunction>> = {
  // The case of Graph's enum values varies.
  same: { takes: ['a', 'b'], result: 'Whether two texts are equal, ignoring case', call: isSame },
  utc: {
    takes: ['dateTimeTimeZone'],
    result: '`{dateTime, timeZone}` as UTC: `2026-11-25T08:00:00Z`; unknown without zone',
    call: utc,
  },
  replies_active: {
    takes: ['status', 'start', 'end'],
    result: 'Whether automatic replies are sent at the start of the run, `yes` or `no`',
    call: repliesActive,
  },
  time: {
    takes: ['timeOfDay'],
    result: '`08:00:00.0000000` as `08:00:00`',
    call: (value) => textWith(value, (text) => text.replace(/\.0+$/, '')),
  },
  plain_text: { takes: ['html'], result: 'Text of HTML', call: (html) => textWith(html, textOf) },
  addresses: {
    takes: ['recipients'],
    result: 'Addresses of `{emailAddress: {name, address}}`, or else names',
    call: namedTargets,
  },
  external: { takes: ['recipients'], result: 'Those that are external, without duplicates', call: externalTargets },
  unresolved: {
    takes: ['recipients'],
    result: 'Those without an SMTP address',
    call: (recipients) => unresolvedRecipients(recipients, activeContext().internalDomains),
  },
  bytes: {
    takes: ['size'],
    result: 'Bytes of `99 GB (106,300,440,576 bytes)`; blank for `Unlimited`',
    call: byteCount,
  },
  megabytes: {
    takes: ['size'],
    result: 'The same in MB of 2^20 bytes, with at most two decimals',
    call: (size) => sizeIn(size, 2 ** 20),
  },
  gigabytes: {
    takes: ['size'],
    result: 'The same in GB of 2^30 bytes, with at most two decimals',
    call: (size) => sizeIn(size, 2 ** 30),
  },
  bytes_to_gigabytes: {
    takes: ['bytes'],
    result: 'A number of bytes in GB of 2^30 bytes, with at most two decimals',
    call: (bytes) => percentage(bytes, 100 * 2 ** 30),
  },
  percent: {
    takes: ['part', 'whole'],
    result: 'With at most two decimals; blank if the whole is 0',
    call: percentage,
  },
  days: { takes: ['timeSpan'], result: 'Days of `14.00:00:00`; blank for `Unlimited`', call: dayCount },
  days_since: { takes: ['time'], result: 'Whole days from a time to the start of the run', call: daysSince },
  app_used: {
    takes: ['cell'],
    result: '`yes` or `no`, of a cell of `getEmailAppUsageUserDetail`',
    call: appUsed,
  },
  part_numbers: {
    takes: ['licenses', 'skus'],
    result: 'Part numbers of `assignedLicenses`, by `subscribedSkus`; else IDs',
    call: partNumbers,
  },
};

for (const [name, { takes, call }] of Object.entries(addedFunctions)) {
  const signature = takes.map(() => ({ types: [TYPE_ANY] }));
  register<string>(name, (values) => call(...values), signature);
}

/** The library's own functions use a regular expression that takes a minute for a text of 128 KiB. */
function trimmed([text, characters]: readonly unknown[], atStart: boolean, atEnd: boolean): Json {
  if (typeof text !== 'string') return null;
  const isTrimmed = (index: number): boolean =>
    typeof characters === 'string' && characters !== ''
      ? characters.includes(text.charAt(index))
      : /[\s\x85]/.test(text.charAt(index));
  let [start, end] = [0, text.length];
  while (atStart && start < end && isTrimmed(start)) start += 1;
  while (atEnd && end > start && isTrimmed(end - 1)) end -= 1;
  return text.slice(start, end);
}

const TRIM_SIGNATURE = [{ types: [TYPE_STRING] }, { types: [TYPE_STRING], optional: true }];
register<string>('trim', (values) => trimmed(values, true, true), TRIM_SIGNATURE, { override: true });
register<string>('trim_left', (values) => trimmed(values, true, false), TRIM_SIGNATURE, { override: true });
register<string>('trim_right', (values) => trimmed(values, false, true), TRIM_SIGNATURE, { override: true });

/** Null for null. */
function textWith(value: unknown, convert: (text: string) => Json): Json {
  if (typeof value === 'string') return convert(value);
  if (value !== null && value !== undefined) activeContext().markAbsent();
  return null;
}

function isSame(a: unknown, b: unknown): boolean {
  const [one, other] = [a, b].map((value) => textWith(value, (text) => text.toLowerCase()));
  return one !== null && one === other;
}

function namedTargets(recipients: unknown): string[] {
  if (hasUnaddressed(recipients)) activeContext().markIncomplete();
  return addressesOf(recipients);
}

function externalTargets(recipients: unknown): string[] {
  const context = activeContext();
  const inside = context.internalDomains;
  if (unresolvedRecipients(recipients, inside).length > 0) context.markIncomplete();
  const addresses = outsideAddresses(recipients, inside);
  if (inside !== undefined || addresses.length === 0) return addresses;
  context.markIncomplete();
  return [];
}

function textOf(html: string): string {
  const { text, complete } = plainText(html);
  if (!complete) activeContext().markIncomplete();
  return text;
}

/** Graph's status stays `scheduled` after the end of a schedule, and its case varies. */
function repliesActive(status: unknown, start: unknown, end: unknown): Json {
  const context = activeContext();
  const now = context.now ?? NaN;
  const folded = typeof status === 'string' ? status.toLowerCase() : '';
  if (folded === 'disabled') return 'no';
  if (folded === 'alwaysenabled') return 'yes';
  const [from, until] = [start, end].map((time) => (typeof time === 'string' ? Date.parse(time) : NaN));
  if (folded === 'scheduled' && from !== undefined && until !== undefined) {
    if (until <= now || from > now) return 'no';
    if (from <= now && now < until) return 'yes';
  }
  context.markIncomplete();
  return null;
}

/**
 * If the time zone is unknown, the local time and the zone's name, so that the cell is not mistaken for UTC. Without a zone, only a text
 * that has its offset is known.
 */
function utc(value: unknown): Json {
  if (value === null || value === undefined) return null;
  const { dateTime, timeZone } = isRecord(value) ? value : {};
  if (isRecord(value) && (dateTime === null || dateTime === '')) return null;
  const instant =
    typeof dateTime === 'string' ? toUtc(dateTime, typeof timeZone === 'string' ? timeZone : '') : undefined;
  if (instant !== undefined) return instant;
  if (typeof dateTime !== 'string' || typeof timeZone !== 'string') {
    activeContext().markAbsent();
    return null;
  }
  activeContext().markIncomplete();
  return `${dateTime} ${timeZone}`;
}

/** How .NET writes a time span: `14.00:00:00`, `-1.00:00:00`, `08:30:00.5000000`. */
const TIME_SPAN = /^(-?)(?:(\d+)\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.\d+)?$/;

/** The bytes of a size; null for `Unlimited` and for no size. A text of another form is returned as it is. */
function byteCount(size: unknown): Json {
  return textWith(size, (text) => {
    const bytes = bytesIn(text);
    return bytes === undefined ? text : bytes;
  });
}

/** A size in units of so many bytes, rounded to two decimals; otherwise as `byteCount`. */
function sizeIn(size: unknown, unit: number): Json {
  const bytes = byteCount(size);
  return typeof bytes === 'number' ? Math.round((bytes / unit) * 100) / 100 : bytes;
}

function percentage(part: unknown, whole: unknown): Json {
  if (typeof part === 'number' && typeof whole === 'number') {
    return whole > 0 ? Math.round((part / whole) * 10_000) / 100 : null;
  }
  if ((part ?? null) !== null && (whole ?? null) !== null) activeContext().markAbsent();
  return null;
}

/** Blank for a blank time. */
function daysSince(time: unknown): Json {
  return textWith(time, (text) => {
    const { now = NaN } = activeContext();
    const elapsed = text === '' ? undefined : now - Date.parse(text);
    if (elapsed === undefined) return null;
    // A time of today may be after the start of the run. A clock that is days ahead says nothing.
    if (elapsed > -DAY_MS) return Math.max(0, Math.floor(elapsed / DAY_MS));
    activeContext().markIncomplete();
    return null;
  });
}

function appUsed(cell: unknown): Json {
  const isUsed = cell === null || typeof cell === 'string' ? isAppUsed(cell) : undefined;
  if (isUsed === undefined) activeContext().markIncomplete();
  return isUsed === undefined ? null : isUsed ? 'yes' : 'no';
}

/** https://learn.microsoft.com/graph/api/resources/assignedlicense and its subscribedSku. */
function partNumbers(licenses: unknown, skus: unknown): Json {
  if (!Array.isArray(licenses)) {
    activeContext().markAbsent();
    return null;
  }
  const names: unknown[] = Array.isArray(skus) ? skus : [];
  return licenses.map((license: unknown): Json => {
    const id = isRecord(license) ? license.skuId : undefined;
    const sku = names.find((one) => isRecord(one) && isSame(one.skuId, id));
    if (isRecord(sku) && typeof sku.skuPartNumber === 'string') return sku.skuPartNumber;
    activeContext().markIncomplete();
    return typeof id === 'string' ? id : null;
  });
}

/** The days of a time span, with a fraction; null for `Unlimited` and for none. A text of another form is returned as it is. */
function dayCount(span: unknown): Json {
  return textWith(span, (text) => {
    const [, sign, days = '0', hours, minutes, seconds] = TIME_SPAN.exec(text) ?? [];
    if (sign === undefined) return isUnlimited(text) ? null : text;
    const count = Number(days) + (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
    return sign === '-' ? -count : count;
  });
}

function isUnlimited(text: string): boolean {
  return text.toLowerCase() === 'unlimited';
}

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
  if (offset !== undefined && offset !== 'Z') return iso(Date.parse(local + offset));
  const asIfUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asIfUtc)) return undefined;
  if (offset === 'Z' || timeZone.toUpperCase() === 'UTC') return `${local}Z`;
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
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** The zone's offset from UTC at an instant, in ms. The format ends with `GMT-05:00`, before 1900 with `GMT+00:53:28`. */
function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const [, sign, hours, minutes, seconds = 0] =
    /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(instant)) ?? [];
  if (sign === undefined) return 0;
  const ms = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === '-' ? -ms : ms;
}
