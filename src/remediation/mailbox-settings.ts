import { property, type Json, type JsonObject } from '../json.ts';
import { toUtc } from '../reports/expressions/functions.ts';
import type { EpochMs } from '../text/numbers.ts';
import { isSame, settingIn, withSetting, type SettingChange } from './change.ts';

// What Graph requires of a change of mailboxSettings, and what it changes besides.
// https://learn.microsoft.com/graph/api/user-update-mailboxsettings

const REPLIES = 'automaticRepliesSetting';
const STATUS = `${REPLIES}.status`;
const DATES = [`${REPLIES}.scheduledStartDateTime`, `${REPLIES}.scheduledEndDateTime`] as const;
const HOURS = ['workingHours.startTime', 'workingHours.endTime'] as const;
const LOCALE = 'language.locale';
const FORMATS = ['dateFormat', 'timeFormat'] as const;

type Change = Pick<SettingChange, 'setting' | 'after'>;

/** Why Graph would refuse changes of one mailbox. */
export interface Problem {
  /** The settings that must not be written. */
  readonly settings: readonly string[];
  /** What is wrong, to complete "The mailbox": "would ...". */
  readonly text: string;
}

/** Why Graph would refuse changes of the settings of a mailbox, as just read; undefined if that is not known. */
export function problemOf(resource: JsonObject, changes: readonly Change[], now: EpochMs): Problem | undefined {
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

/** A schedule that is over is off: Graph refuses to write it, so `scheduled` becomes `disabled` where it has ended. */
export function withoutPastSchedule(
  resource: JsonObject,
  changes: readonly SettingChange[],
  now: EpochMs,
): readonly SettingChange[] {
  if (!isScheduleOver(changed(resource, changes), now)) return changes;
  return changes.map((change) => (change.setting === STATUS ? { ...change, after: 'disabled' } : change));
}

/**
 * The changes in the order of their requests: a change of the language moves the formats of dates and times, and it is not
 * documented which wins if one request has both.
 */
export function inSteps<T extends Change>(changes: readonly T[]): readonly (readonly T[])[] {
  const isFormat = ({ setting }: Change): boolean => FORMATS.some((format) => format === setting);
  const formats = changes.filter(isFormat);
  if (formats.length === 0 || !changes.some(({ setting }) => setting === LOCALE)) return [changes];
  return [changes.filter((change) => !isFormat(change)), formats];
}

/**
 * The formats of dates and times that a change of the language has moved ("recalculated based on changes to other property
 * values"), unless they are changes of their own.
 *
 * @param before the settings before the write
 * @param after as read back
 */
export function movedFormats(
  changes: readonly SettingChange[],
  before: JsonObject,
  after: JsonObject,
): readonly SettingChange[] {
  const language = changes.find(({ setting }) => setting === LOCALE);
  if (language === undefined) return [];
  return FORMATS.flatMap((setting) => {
    const [earlier, now] = [settingIn(before, setting), settingIn(after, setting)];
    const isOwn = changes.some((change) => change.setting === setting);
    return isOwn || isSame(setting, earlier, now) ? [] : [{ ...language, setting, before: earlier, after: now }];
  });
}

function isScheduleOver(resource: JsonObject, now: EpochMs): boolean {
  const status = settingIn(resource, STATUS);
  const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
  return isScheduled && instantOf(settingIn(resource, DATES[1])) <= now;
}

function changed(resource: JsonObject, changes: readonly Change[]): JsonObject {
  return changes.reduce((result, { setting, after }) => withSetting(result, setting.split('.'), after), resource);
}

/** Epoch ms of a `dateTimeTimeZone`; NaN if it is none, or its zone is unknown. */
function instantOf(value: Json): EpochMs {
  const [dateTime, timeZone] = [property(value, 'dateTime'), property(value, 'timeZone')];
  if (typeof dateTime !== 'string') return NaN;
  return Date.parse(toUtc(dateTime, typeof timeZone === 'string' ? timeZone : 'UTC') ?? '');
}
