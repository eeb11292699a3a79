import { isObject, property, type Json, type JsonObject } from '../../json.ts';
import { toUtc } from '../../reports/expressions/functions.ts';
import type { EpochMs } from '../../text/numbers.ts';
import { graphObject } from './graph-service.ts';
import { changed, isSame, settingIn, type OtherChange, type SettingValue } from './setting-values.ts';
import { hasOnly, settingsOf, type Problem, type WriteTarget } from './target.ts';

// What Graph requires of a change of mailboxSettings, and its side effects.
// https://learn.microsoft.com/graph/api/user-update-mailboxsettings

const REPLIES = 'automaticRepliesSetting';
const STATUS = `${REPLIES}.status`;
const DATES = [`${REPLIES}.scheduledStartDateTime`, `${REPLIES}.scheduledEndDateTime`] as const;
const HOURS = ['workingHours.startTime', 'workingHours.endTime'] as const;
const LOCALE = 'language.locale';
const FORMATS = ['dateFormat', 'timeFormat'] as const;

type Change = SettingValue;

const NAME = 'mailboxSettings';
export const SETTINGS_PERMISSION = 'MailboxSettings.ReadWrite';
/** A custom time zone has more than a name, so the zone is set as a whole. */
export const ZONE = 'workingHours.timeZone';
const ZONE_NAME = `${ZONE}.name`;

/** The settings of a mailbox in Graph. */
export const mailboxSettings: WriteTarget<null> = {
  name: NAME,
  service: 'graph',
  needs: { permission: SETTINGS_PERMISSION },
  restoredAs: 'settings',
  ofRow: (_, { isWhole }) => (isWhole ? 'hidden' : { entry: null }),
  keyOf: () => [],
  toFile: () => ({}),
  fromFile: (members) => (hasOnly(members) ? null : undefined),
  takes: ({ setting }) => setting === ZONE || Object.hasOwn(settingsOf(NAME), setting),
  canSet: (setting, value) => {
    const types = settingsOf(NAME);
    if (setting === ZONE) return types[ZONE_NAME]?.accepts(property(value, 'name') ?? null) === true;
    // The change of a language moves formats.
    return isFormat({ setting }) ? typeof value === 'string' : types[setting]?.accepts(value) === true;
  },
  open: ({ graph }) => graphObject<null>(graph, () => 'mailboxSettings'),
  problemOf,
};

/** Why Graph would refuse changes of the settings of a mailbox, as just read; undefined if that is not known. */
function problemOf(resource: JsonObject, changes: readonly Change[], now: EpochMs): Problem | undefined {
  const after = changed(resource, changes);
  const sets = (path: string): boolean =>
    changes.some(({ setting }) => setting === path || setting.startsWith(`${path}.`));
  const [start, end] = HOURS.map((path) => settingIn(after, path));
  if (HOURS.some(sets) && typeof start === 'string' && typeof end === 'string' && start > end) {
    return { settings: HOURS, text: `would have working hours that start at ${start}, after they end at ${end}` };
  }
  const past = DATES.filter((path) => sets(path) && instantOf(settingIn(after, path)) <= now);
  if (past.length > 0) return { settings: past, text: `would have a schedule of automatic replies that is past` };
  return isScheduleOver(after, now) && sets(STATUS)
    ? { settings: [STATUS], text: 'would have automatic replies on a schedule that is over' }
    : undefined;
}

/**
 * Whether a change to `scheduled` is done, because the replies are off and the schedule is over: Graph refuses to write it, and
 * it would change nothing.
 */
export function isOff(resource: JsonObject, changes: readonly Change[], now: EpochMs): (change: Change) => boolean {
  const isDisabled = isSame(STATUS, settingIn(resource, STATUS), 'disabled');
  const isOver = isDisabled && isScheduleOver(changed(resource, changes), now);
  return ({ setting }) => isOver && setting === STATUS;
}

/**
 * The changes in the order of their requests: a change of the language moves the formats of dates and times, and it is not
 * documented which wins if one request has both.
 */
export function inSteps<T extends Change>(changes: readonly T[]): readonly (readonly T[])[] {
  if (changes.length === 0) return [];
  const formats = changes.filter(isFormat);
  if (formats.length === 0 || !changes.some(isLanguage)) return [changes];
  return [changes.filter((change) => !isFormat(change)), formats];
}

function isFormat({ setting }: Pick<Change, 'setting'>): boolean {
  return FORMATS.some((format) => format === setting);
}

export function isLanguage({ setting }: Pick<Change, 'setting'>): boolean {
  return setting === LOCALE;
}

/**
 * The formats of dates and times that a change of the language has moved ("recalculated based on changes to other property
 * values"), unless they are changes of their own.
 *
 * @param before the settings before the write
 * @param after as read back
 */
export function movedFormats<C extends Change>(
  changes: readonly C[],
  before: JsonObject,
  after: JsonObject,
): readonly (C & OtherChange)[] {
  const language = changes.find(isLanguage);
  if (language === undefined) return [];
  return FORMATS.flatMap((setting) => {
    const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
    const isOwn = changes.some((change) => change.setting === setting);
    return isOwn || isSame(setting, earlier, now) ? [] : [{ ...language, setting, before: earlier, after: now }];
  });
}

/** The properties of a resource that differ after a write although they were not set, also those that it has lost. */
export function otherDifferences(
  changes: readonly Change[],
  before: JsonObject,
  after: JsonObject,
): readonly OtherChange[] {
  const isOwn = (path: string): boolean =>
    changes.some(
      ({ setting }) => `${path}.`.startsWith(`${setting}.`) || (setting === LOCALE && path.startsWith('language.')),
    );
  return [...new Set([...leavesOf(before), ...leavesOf(after)])].flatMap((setting) => {
    const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
    return isOwn(setting) || isSame(setting, earlier, now) ? [] : [{ setting, before: earlier, after: now }];
  });
}

/** The paths of the values of an object, without annotations of OData. */
function leavesOf(object: JsonObject, prefix = ''): readonly string[] {
  return Object.entries(object).flatMap(([name, value]) => {
    if (name.includes('@')) return [];
    return isObject(value) ? leavesOf(value, `${prefix}${name}.`) : [prefix + name];
  });
}

function isScheduleOver(resource: JsonObject, now: EpochMs): boolean {
  const status = settingIn(resource, STATUS);
  const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
  return isScheduled && instantOf(settingIn(resource, DATES[1])) <= now;
}

/** Epoch ms of a `dateTimeTimeZone`; NaN if it is none, or its zone is unknown. */
function instantOf(value: Json): EpochMs {
  const [dateTime, timeZone] = [property(value, 'dateTime'), property(value, 'timeZone')];
  if (typeof dateTime !== 'string') return NaN;
  return Date.parse(toUtc(dateTime, typeof timeZone === 'string' ? timeZone : '') ?? '');
}
