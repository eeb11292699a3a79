import { findIana } from 'windows-iana';
import { Chance } from './chance.ts';
import type { Culture } from './cultures.ts';
import { WELL_KNOWN } from './folder-names.ts';
import { folderId } from './folder-tree.ts';
import type { Habits, Kind } from './habits.ts';
import type { People } from './people.ts';

/** One property of `mailboxSettings` with its value as JSON text. */
export type Property = readonly [name: string, json: string];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Text that requires escaping in a spreadsheet, workflow log, summary or page. */
const HOSTILE = [
  `=cmd|' /C calc'!A0`,
  '::error file=app.js,line=1::not an error',
  '<script>alert(1)</script>',
  'first line\r\nsecond line\n::set-output name=x::y',
  '| a | b |\n|---|---|',
  '@SUM(1+1)*cmd',
  '"quoted", and; more',
  '<img src=x onerror=alert(1)>',
] as const;

const PURPOSES: Partial<Record<Kind, string>> = { shared: 'shared', room: 'room', equipment: 'equipment' };
const DELIVERY = [
  'sendToDelegateAndInformationToPrincipal',
  'sendToDelegateAndInformationToPrincipal',
  'sendToDelegateAndPrincipal',
  'sendToDelegateOnly',
] as const;
const WEEKDAYS = '["monday","tuesday","wednesday","thursday","friday"]';
/** Working days other than Monday to Friday. */
const OTHER_DAYS = [
  '["monday","tuesday","wednesday","thursday"]',
  '["tuesday","thursday"]',
  '["monday","tuesday","wednesday","thursday","friday","saturday"]',
] as const;
/** Cultures whose week starts on Sunday. */
const SUNDAY_LOCALES = new Set(['ar-SA', 'he-IL']);

/** The ID of the folder. Some have deleted it. */
function archiveFolder(seed: number, position: number, chance: Chance): string {
  return folderId(seed, position, chance.below(10) === 0 ? 1e6 : WELL_KNOWN.indexOf('archive') + 1);
}

/**
 * The settings of a mailbox in Graph, by property, as JSON text for speed: a benchmark requests a hundred
 * thousand mailboxes.
 * @param now epoch ms: absences are around this date
 */
export function mailboxSettings(people: People, position: number, seed: number, now: number): Property[] {
  const chance = new Chance(seed ^ 0x73657474, position);
  const { culture, displayName } = people.person(position);
  const { habits } = people;
  const kind = people.kind(position);
  const timeZone = pickTimeZone(culture, chance);
  const properties: Property[] = [
    ['archiveFolder', chance.next() < 0.3 ? '""' : `"${archiveFolder(seed, position, chance)}"`],
    ['timeZone', `"${timeZone}"`],
    ['delegateMeetingMessageDeliveryOptions', `"${cased(chance.pick(DELIVERY), chance, habits)}"`],
    ['dateFormat', `"${culture.dateFormat}"`],
    ['timeFormat', `"${culture.timeFormat}"`],
    ['userPurpose', purpose(kind, chance, habits)],
    ['automaticRepliesSetting', automaticReplies({ culture, displayName, kind, habits }, timeZone, now, chance)],
    ['language', `{"locale":"${culture.locale}","displayName":"${culture.language}"}`],
    ['workingHours', workingHours(culture, timeZone, chance)],
  ];
  // Most properties may be missing or blank: a mailbox that was never opened has no language yet, for example.
  if (chance.next() < 1 - habits.oddSettings) return properties;
  return properties.flatMap(([name, value]): Property[] => {
    const lot = chance.next();
    if (lot < 0.8 || name === 'automaticRepliesSetting') return [[name, value]];
    const blank = lot < 0.9 ? BLANK.get(name) : undefined;
    return blank === undefined ? [] : [[name, blank]];
  });
}

const BLANK: ReadonlyMap<string, string> = new Map([
  ['timeZone', '""'],
  ['dateFormat', '""'],
  ['timeFormat', '""'],
  ['language', '{"locale":null,"displayName":null}'],
]);

function pickTimeZone(culture: Culture, chance: Chance): string {
  return chance.next() < 0.75 ? culture.timeZones[0] : chance.pick(culture.timeZones);
}

/** Graph sometimes capitalises an enumeration value. */
function cased(word: string, chance: Chance, { oddSettings }: Habits): string {
  return chance.next() < oddSettings ? word.charAt(0).toUpperCase() + word.slice(1) : word;
}

function purpose(kind: Kind, chance: Chance, habits: Habits): string {
  const word = `"${cased(PURPOSES[kind] ?? 'user', chance, habits)}"`;
  return chance.next() < 0.1 ? `{"value":${word}}` : word;
}

interface Owner {
  readonly culture: Culture;
  readonly displayName: string;
  readonly kind: Kind;
  readonly habits: Habits;
}

function automaticReplies(owner: Owner, timeZone: string, now: number, chance: Chance): string {
  const lot = chance.next();
  const { kind, habits } = owner;
  const audience = cased(chance.pick(habits.replyAudiences), chance, habits);
  const hasReplies = habits.hasHostileTexts || kind === 'user' || kind === 'shared';
  const status =
    lot < habits.repliesOff || !hasReplies
      ? 'disabled'
      : lot < habits.repliesUnscheduled
        ? 'alwaysEnabled'
        : 'scheduled';
  // Without a schedule, Graph returns a date in the past. A schedule begins and ends hours away from now, so that replies are
  // active, or not, throughout a test. No zone here changes its clocks at these hours.
  const hourNow = (now / HOUR) % 24;
  const start =
    Math.floor(now / DAY) * DAY +
    (hourNow >= 10 && hourNow < 15 ? 18 : 12) * HOUR +
    (status === 'scheduled' ? chance.below(20) - 10 : -400 - chance.below(900)) * DAY;
  const end = start + (status === 'scheduled' ? 1 + chance.below(21) : 1) * DAY;
  // Exchange returns UTC by default. A Prefer header or an old client causes the zone of the mailbox.
  const zone = chance.next() < 0.9 ? 'UTC' : timeZone;
  const written = status !== 'disabled' || chance.next() < 0.1;
  const internal = written ? message(owner, chance) : '';
  const external = written && audience.toLowerCase() !== 'none' ? message(owner, chance) : '';
  return (
    `{"status":"${cased(status, chance, habits)}","externalAudience":"${audience}",` +
    `"internalReplyMessage":${JSON.stringify(internal)},"externalReplyMessage":${JSON.stringify(external)},` +
    `"scheduledStartDateTime":${dateTime(start, zone)},"scheduledEndDateTime":${dateTime(end, zone)}}`
  );
}

function dateTime(time: number, timeZone: string): string {
  const local = timeZone === 'UTC' ? new Date(time).toISOString().slice(0, 19) : localTime(time, timeZone);
  return `{"dateTime":"${local}.0000000","timeZone":"${timeZone}"}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The time on a clock of the zone: `2026-11-25T08:00:00`. */
export function localTime(time: number, windowsZone: string): string {
  const timeZone = findIana(windowsZone)[0] ?? windowsZone;
  const clock =
    clocks.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  clocks.set(timeZone, clock);
  return clock.format(time).replace(' ', 'T');
}

function message({ culture, displayName, habits }: Owner, chance: Chance): string {
  const text = chance.next() < 0.1 && habits.hasHostileTexts ? chance.pick(HOSTILE) : chance.pick(culture.away);
  const form = chance.next();
  if (form < 0.3) return `${text}\r\n\r\n${displayName}`;
  if (form < 0.4) return text;
  return `<html>\n<body>\n<div dir="auto">${text}</div>\n<div><br>\n</div>\n<div>${displayName}</div>\n</body>\n</html>\n`;
}

function workingHours(culture: Culture, timeZone: string, chance: Chance): string {
  const days = SUNDAY_LOCALES.has(culture.locale)
    ? '["sunday","monday","tuesday","wednesday","thursday"]'
    : chance.next() < 0.85
      ? WEEKDAYS
      : chance.pick(OTHER_DAYS);
  const start = chance.next() < 0.7 ? 8 : 6 + chance.below(5);
  const end = start + (chance.next() < 0.7 ? 9 : 4 + chance.below(7));
  const zone = chance.next() < 0.03 ? customTimeZone(chance) : `{"name":"${timeZone}"}`;
  return `{"daysOfWeek":${days},"startTime":"${hour(start)}","endTime":"${hour(end)}","timeZone":${zone}}`;
}

function hour(value: number): string {
  return `${String(value).padStart(2, '0')}:00:00.0000000`;
}

/** https://learn.microsoft.com/graph/api/resources/customtimezone */
function customTimeZone(chance: Chance): string {
  const bias = (chance.below(24) - 12) * 60;
  const change = (month: number, occurrence: number, offset: number): string =>
    `{"time":"02:00:00.0000000","dayOccurrence":${occurrence},"dayOfWeek":"sunday","month":${month},"year":0` +
    (offset === 0 ? '}' : `,"daylightBias":${offset}}`);
  return (
    `{"@odata.type":"#microsoft.graph.customTimeZone","name":"Customized Time Zone","bias":${bias},` +
    `"standardOffset":${change(11, 1, 0)},"daylightOffset":${change(3, 2, -60)}}`
  );
}
