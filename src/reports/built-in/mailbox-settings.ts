import { GRAPH_SETTINGS, SETTINGS_AUDIT_LOG } from './graph-settings.ts';
import { oneOf, someOf, TEXT, TIME, TIME_OF_DAY, typedColumns } from './column-types.ts';
import type { GraphReport } from '../definition.ts';
import {
  AWAY,
  ENDLESS_REPLIES,
  REPLIES,
  REPLIES_ON,
  REPLIES_OUTSIDE,
  REPLY_COUNTS,
  REPLY_SENTENCES,
} from './automatic-replies.ts';

function ofSchedule(limit: 'Start' | 'End'): string {
  return `same(status, 'scheduled') && utc(scheduled${limit}DateTime)`;
}

/**
 * The settings of a mailbox: the columns of `Get-MailboxSettingsReport` in its order, then the other properties of Graph's
 * `mailboxSettings`. Any property may be missing, and `userPurpose` is a string or `{"value": string}`.
 * https://learn.microsoft.com/graph/api/resources/mailboxsettings
 */
export const mailboxSettings: GraphReport = {
  name: 'mailbox-settings',
  answers: 'Who replies automatically, and to whom; language, time zone, working hours',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  // Language, time zone and formats are blank until somebody has opened the mailbox.
  members: {
    language: 'blank',
    'language.displayName': 'blank',
    'language.locale': 'blank',
    timeZone: 'blank',
    dateFormat: 'blank',
    timeFormat: 'blank',
    automaticRepliesSetting: 'value',
    ...Object.fromEntries(
      Object.entries(REPLIES).map(([path, presence]) => [`automaticRepliesSetting.${path}`, presence]),
    ),
    workingHours: 'value',
    'workingHours.daysOfWeek': 'blank',
    'workingHours.startTime': 'value',
    'workingHours.endTime': 'value',
    'workingHours.timeZone': 'value',
    'workingHours.timeZone.name': 'value',
    delegateMeetingMessageDeliveryOptions: 'value',
    archiveFolder: 'blank',
    userPurpose: 'value',
  },
  ...typedColumns({
    Language: ['language.displayName', TEXT],
    Locale: ['language.locale', TEXT],
    TimeZone: ['timeZone', TEXT],
    AutomaticReplyStatus: ['automaticRepliesSetting.status', oneOf('disabled', 'alwaysEnabled', 'scheduled')],
    AutomaticReplyExternalAudience: ['automaticRepliesSetting.externalAudience', oneOf('none', 'contactsOnly', 'all')],
    // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
    AutomaticReplyStart: [`automaticRepliesSetting | ${ofSchedule('Start')} || \`null\``, TIME],
    AutomaticReplyEnd: [`automaticRepliesSetting | ${ofSchedule('End')} || \`null\``, TIME],
    AutomaticReplyActive: [
      `automaticRepliesSetting | replies_active(status, ${ofSchedule('Start')}, ${ofSchedule('End')})`,
      oneOf('yes', 'no'),
    ],
    DateFormat: ['dateFormat', TEXT],
    TimeFormat: ['timeFormat', TEXT],
    WorkingDays: [
      'workingHours.daysOfWeek',
      someOf('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'),
    ],
    WorkingHoursStart: ['time(workingHours.startTime)', TIME_OF_DAY],
    WorkingHoursEnd: ['time(workingHours.endTime)', TIME_OF_DAY],
    WorkingHoursTimeZone: ['workingHours.timeZone.name', TEXT],
    DelegateMeetingMessages: [
      'delegateMeetingMessageDeliveryOptions',
      oneOf('sendToDelegateAndInformationToPrincipal', 'sendToDelegateAndPrincipal', 'sendToDelegateOnly'),
    ],
    ArchiveFolder: ['archiveFolder', TEXT],
    UserPurpose: [
      'userPurpose.value || userPurpose',
      oneOf('user', 'linked', 'shared', 'room', 'equipment', 'others', 'unknownFutureValue'),
    ],
  }),
  sentences: {
    ...REPLY_SENTENCES,
    Language: 'The language is {Language}',
    Locale: 'The language is {Locale}',
    TimeZone: 'The time zone is {TimeZone}',
    AutomaticReplyActive: { yes: 'Automatic replies are sent now', no: 'No automatic replies are sent now' },
    DateFormat: 'The date format is {DateFormat}',
    TimeFormat: 'The time format is {TimeFormat}',
    WorkingDays: { '': 'There are no working days', '*': 'The working days are {WorkingDays}' },
    WorkingHoursStart: 'The start of the working hours is {WorkingHoursStart}',
    WorkingHoursEnd: 'The end of the working hours is {WorkingHoursEnd}',
    WorkingHoursTimeZone: 'The time zone of the working hours is {WorkingHoursTimeZone}',
    DelegateMeetingMessages: {
      sendToDelegateOnly: 'Meeting messages go to delegates only',
      sendToDelegateAndPrincipal: 'Meeting messages go to delegates and to the mailbox',
      sendToDelegateAndInformationToPrincipal: 'Meeting messages go to delegates, and to the mailbox for information',
    },
    ArchiveFolder: { '': 'There is no archive folder', '*': 'The archive folder is {ArchiveFolder}' },
    UserPurpose: 'The purpose of the mailbox is {UserPurpose}',
  },
  corrects: GRAPH_SETTINGS,
  auditLog: SETTINGS_AUDIT_LOG,
  takes: { ArchiveFolder: { report: 'folders', column: 'Folder', isById: true } },
  counts: {
    ...REPLY_COUNTS,
    values: [
      ...(REPLY_COUNTS.values ?? []),
      { column: 'TimeZone', title: 'Time zones', order: 3, group: 'settings' },
      { column: 'Language', title: 'Languages', order: 4, group: 'settings' },
      { column: 'UserPurpose', title: 'Mailbox types', order: 6, group: 'types' },
    ],
  },
  highlights: [
    {
      ...REPLIES_OUTSIDE,
      when: { AutomaticReplyActive: { const: 'yes' }, AutomaticReplyExternalAudience: { const: 'all' } },
      columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyActive', 'AutomaticReplyStatus', 'AutomaticReplyEnd'],
    },
    ENDLESS_REPLIES,
    { ...AWAY, when: { AutomaticReplyActive: { const: 'yes' } }, columns: ['AutomaticReplyActive', ...AWAY.columns] },
    { ...REPLIES_ON, columns: ['AutomaticReplyActive', ...REPLIES_ON.columns] },
  ],
};
