import { known, member, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Json, JsonObject, MailboxFacts } from '../facts.ts';
import { utcCell, utcOf } from './times.ts';

/** The row of `mailbox-settings`. @param now epoch ms: the start of the run */
export function settingsRow({ settings, folders }: MailboxFacts, now: number, readsFolders: boolean): Row {
  const language = settings.language;
  const hours = settings.workingHours;
  return {
    Language: within(language, 'displayName'),
    Locale: within(language, 'locale'),
    TimeZone: textCell(settings, 'timeZone'),
    ...repliesCells(settings.automaticRepliesSetting),
    AutomaticReplyActive: active(settings.automaticRepliesSetting, now),
    DateFormat: textCell(settings, 'dateFormat'),
    TimeFormat: textCell(settings, 'timeFormat'),
    WorkingDays: hours === undefined ? UNKNOWN : known(member(hours, 'daysOfWeek') ?? null),
    WorkingHoursStart: timeOfDay(hours, 'startTime'),
    WorkingHoursEnd: timeOfDay(hours, 'endTime'),
    WorkingHoursTimeZone: hours === undefined ? UNKNOWN : textCell(member(hours, 'timeZone'), 'name'),
    DelegateMeetingMessages: textCell(settings, 'delegateMeetingMessageDeliveryOptions'),
    ArchiveFolder: archive(settings, folders, readsFolders),
    UserPurpose: purpose(settings.userPurpose),
  };
}

/** The row of `automatic-replies`, without the texts of the messages. */
export function repliesRow({ settings }: MailboxFacts): Row {
  const setting = settings.automaticRepliesSetting;
  return {
    ...repliesCells(setting),
    InternalReply: message(setting, 'internalReplyMessage'),
    ExternalReply: message(setting, 'externalReplyMessage'),
  };
}

function repliesCells(setting: Json | undefined): Row {
  const status = member(setting, 'status');
  const isScheduled = typeof status === 'string' && status.toLowerCase() === 'scheduled';
  const time = (name: string): Cell => {
    if (typeof status !== 'string') return UNKNOWN;
    return isScheduled ? utcCell(member(setting, name)) : known(null);
  };
  return {
    AutomaticReplyStatus: textCell(setting, 'status'),
    AutomaticReplyExternalAudience: textCell(setting, 'externalAudience'),
    AutomaticReplyStart: time('scheduledStartDateTime'),
    AutomaticReplyEnd: time('scheduledEndDateTime'),
  };
}

function active(setting: Json | undefined, now: number): Cell {
  const status = member(setting, 'status');
  if (typeof status !== 'string') return UNKNOWN;
  const word = status.toLowerCase();
  if (word === 'disabled' || word === 'alwaysenabled') return known(word === 'disabled' ? 'no' : 'yes');
  if (word !== 'scheduled') return UNKNOWN;
  const [start, end] = ['scheduledStartDateTime', 'scheduledEndDateTime'].map((name) => utcOf(member(setting, name)));
  if (typeof start !== 'string' || typeof end !== 'string') return UNKNOWN;
  return known(Date.parse(start) <= now && now < Date.parse(end) ? 'yes' : 'no');
}

/** Text of HTML, as its words: what is left when scripts and tags are removed, which is enough for the messages of worlds. */
function message(setting: Json | undefined, name: string): Cell {
  const html = member(setting, name);
  if (typeof html !== 'string') return UNKNOWN;
  const text = html
    .replaceAll(/<script>.*?<\/script>/g, '')
    .replaceAll(/<[a-z/][^>]*>/gi, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
  return known(text === '' ? null : text);
}

function within(object: Json | undefined, name: string): Cell {
  return object === undefined ? UNKNOWN : textCell(object, name);
}

function timeOfDay(hours: Json | undefined, name: string): Cell {
  const cell = within(hours, name);
  return cell.is === 'known' && typeof cell.value === 'string' ? known(cell.value.slice(0, 8)) : cell;
}

/** The value itself, or an object with it. */
function purpose(value: Json | undefined): Cell {
  if (value === undefined) return UNKNOWN;
  const word = typeof value === 'string' ? value : (member(value, 'value') ?? null);
  return known(word === '' ? null : word);
}

function archive(settings: JsonObject, folders: MailboxFacts['folders'], readsFolders: boolean): Cell {
  const id = settings.archiveFolder;
  if (id === undefined) return UNKNOWN;
  if (id === '' || id === null) return known(null);
  if (!readsFolders) return UNKNOWN;
  const found = folders.find(({ folder }) => folder.id === id);
  return found === undefined ? UNKNOWN : known(found.path.join('/'));
}
