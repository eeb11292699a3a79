/** Milliseconds since 1970-01-01 UTC. */
export type EpochMs = number;

export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The bytes of a size as Exchange writes it: `99 GB (106,300,440,576 bytes)`. Null for `Unlimited`, undefined for another text. */
export function bytesIn(size: string): number | null | undefined {
  const [, digits] = /\(([\d,]+) bytes\)/.exec(size) ?? [];
  if (digits !== undefined) return Number(digits.replaceAll(',', ''));
  return size.toLowerCase() === 'unlimited' ? null : undefined;
}

/** Whole days from a time until a day, or the first day of a month, in UTC. Negative after it; NaN if `day` is not a date. */
export function daysUntil(day: string, now: EpochMs): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY_MS - Math.floor(now / DAY_MS);
}

/** A time to the minute: `2026-11-28 06:30 UTC`. */
export function utcText(when: EpochMs): string {
  return `${new Date(when).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** A count with thousands separators: `12,400`. */
export function count(number: number): string {
  return Math.round(number).toLocaleString('en-US');
}

/** Texts as a list in a sentence: `none, contactsOnly or all`. */
export function listed(texts: readonly string[], word: 'and' | 'or' | 'nor'): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** The default for `someNames`: longer lists are not read. */
export const MAX_NAMES = 20;

/** Names on one line, each as `nameText` returns it: the first `max`, and how many more there are. */
export function someNames(all: readonly string[], nameText: (name: string) => string, max = MAX_NAMES): string {
  const names = all.slice(0, max).map(nameText);
  if (all.length > names.length) names.push(`and ${count(all.length - names.length)} more`);
  return names.join(', ');
}

/** A count with its noun: `1 mailbox`, `12,400 mailboxes`. */
export function counted(number: number, singular: string, plural: string): string {
  return `${count(number)} ${number === 1 ? singular : plural}`;
}

/** The unit of violations, which have a finding for each row: singular and plural. */
export const PAIRS = ['pair of mailbox and rule', 'pairs of mailbox and rule'] as const;

/** The plural of an English noun that follows the rules: `mailboxes`, `categories`, `inbox rules`. */
export function pluralOf(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/i.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/i.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

/** A duration in ms in its two largest units: `22 s`, `3 min 10 s`, `2 h 5 min`. Anything under a second is `1 s`. */
export function duration(ms: number): string {
  const seconds = ms <= 0 ? 0 : Math.max(1, Math.round(ms / 1000));
  const minutes = Math.floor(seconds / 60);
  if (minutes === 0) return `${seconds} s`;
  if (minutes < 60) return joined(`${minutes} min`, seconds % 60, 's');
  const wholeMinutes = Math.round(seconds / 60);
  return joined(`${count(Math.floor(wholeMinutes / 60))} h`, wholeMinutes % 60, 'min');
}

function joined(larger: string, smaller: number, unit: string): string {
  return smaller === 0 ? larger : `${larger} ${smaller} ${unit}`;
}

/** A share in percent. Rounding never gives `0%` or `100%`, which would hide a mailbox. */
export function percentage(part: number, whole: number): string {
  if (part === 0 || whole === 0) return '0%';
  if (part === whole) return '100%';
  const percent = (part / whole) * 100;
  if (percent < 0.1) return 'under 0.1%';
  return `${Math.min(percent, 99.9).toFixed(1)}%`;
}
