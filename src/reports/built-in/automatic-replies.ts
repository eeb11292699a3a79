import { GRAPH_SETTINGS, SETTINGS_AUDIT_LOG } from './graph-settings.ts';
import type { GraphReport } from '../definition.ts';
import type { CountedCells, ReportHighlight } from '../highlight.ts';
import { oneOf, TEXT, TIME, typedColumns } from './column-types.ts';

const ON = { enum: ['alwaysEnabled', 'scheduled'] };

/** Start and end are blank unless the replies are scheduled. */
export const REPLIES_OUTSIDE: ReportHighlight = {
  title: 'Replies to everyone outside now',
  topic: 'Replies',
  counted: ['mailbox replies to everyone outside now', 'mailboxes reply to everyone outside now'],
  when: {
    AutomaticReplyStatus: ON,
    AutomaticReplyExternalAudience: { const: 'all' },
    AutomaticReplyStart: { format: 'date-time', formatMaximum: 'now' },
    AutomaticReplyEnd: { format: 'date-time', formatExclusiveMinimum: 'now' },
  },
  columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd'],
};

export const ENDLESS_REPLIES: ReportHighlight = {
  title: 'Replies without an end',
  topic: 'Replies',
  counted: ['mailbox has replies without an end', 'mailboxes have replies without an end'],
  when: { AutomaticReplyStatus: ON, AutomaticReplyEnd: { const: null } },
  columns: ['AutomaticReplyStatus', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
};

export const AWAY: ReportHighlight = {
  title: 'Away now',
  topic: 'Replies',
  counted: ['mailbox is away now', 'mailboxes are away now'],
  view: { key: 'away', label: 'Away now', meaning: 'Automatic replies were on when the run began, {started}' },
  when: {
    AutomaticReplyStatus: ON,
    AutomaticReplyStart: { format: 'date-time', formatMaximum: 'now' },
    AutomaticReplyEnd: { format: 'date-time', formatExclusiveMinimum: 'now' },
  },
  columns: ['AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
};

export const REPLIES_ON: ReportHighlight = {
  title: 'Replies on',
  view: {
    key: 'replies',
    label: 'Replies on or scheduled',
    meaning: 'Automatic replies are on, or scheduled and not over',
  },
  when: {
    AutomaticReplyStatus: ON,
    AutomaticReplyEnd: { not: { type: 'string', format: 'date-time', formatMaximum: 'now' } },
  },
  columns: AWAY.columns,
};

export const REPLY_COUNTS: CountedCells = {
  values: [
    { column: 'AutomaticReplyStatus', title: 'Automatic replies', order: 1, group: 'replies' },
    {
      column: 'AutomaticReplyExternalAudience',
      title: 'Automatic replies to people outside',
      order: 2,
      group: 'replies',
    },
  ],
  replies: { view: 'replies', status: 'AutomaticReplyStatus', audience: 'AutomaticReplyExternalAudience' },
};

/** What Graph says about automatic replies. It returns dates also if nothing is scheduled, and null for no message. */
export const REPLIES: NonNullable<GraphReport['members']> = {
  status: 'value',
  externalAudience: 'value',
  scheduledStartDateTime: 'value',
  'scheduledStartDateTime.dateTime': 'value',
  'scheduledStartDateTime.timeZone': 'value',
  scheduledEndDateTime: 'value',
  'scheduledEndDateTime.dateTime': 'value',
  'scheduledEndDateTime.timeZone': 'value',
  internalReplyMessage: 'blank',
  externalReplyMessage: 'blank',
};

/** `REPLIES` in words. The audience is set also while replies are off. */
export const REPLY_SENTENCES: NonNullable<GraphReport['sentences']> = {
  AutomaticReplyStatus: {
    disabled: 'Automatic replies are off',
    alwaysEnabled: 'Automatic replies are on, without an end',
    scheduled: 'Automatic replies are scheduled from {AutomaticReplyStart} to {AutomaticReplyEnd}',
  },
  AutomaticReplyExternalAudience: {
    '': 'Who outside gets automatic replies is not set',
    none: 'Automatic replies are set to answer nobody outside',
    contactsOnly: 'Automatic replies are set to answer contacts outside',
    all: 'Automatic replies are set to answer everyone outside',
  },
  AutomaticReplyStart: {
    '': 'Automatic replies have no start',
    '*': 'Automatic replies start at {AutomaticReplyStart}',
  },
  AutomaticReplyEnd: { '': 'Automatic replies have no end', '*': 'Automatic replies end at {AutomaticReplyEnd}' },
};

/**
 * The automatic replies of a mailbox with both messages as plain text.
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
export const automaticReplies: GraphReport = {
  name: 'automatic-replies',
  answers: 'What automatic replies say',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings/automaticRepliesSetting', version: 'v1.0' },
  members: REPLIES,
  ...typedColumns({
    AutomaticReplyStatus: ['status', oneOf('disabled', 'alwaysEnabled', 'scheduled')],
    AutomaticReplyExternalAudience: ['externalAudience', oneOf('none', 'contactsOnly', 'all')],
    // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
    AutomaticReplyStart: ["same(status, 'scheduled') && utc(scheduledStartDateTime) || `null`", TIME],
    AutomaticReplyEnd: ["same(status, 'scheduled') && utc(scheduledEndDateTime) || `null`", TIME],
    InternalReply: ['plain_text(internalReplyMessage)', TEXT],
    ExternalReply: ['plain_text(externalReplyMessage)', TEXT],
  }),
  sentences: {
    ...REPLY_SENTENCES,
    InternalReply: { '': 'There is no reply to people inside', '*': 'People inside get the reply "{InternalReply}"' },
    ExternalReply: { '': 'There is no reply to people outside', '*': 'People outside get the reply "{ExternalReply}"' },
  },
  corrects: GRAPH_SETTINGS,
  auditLog: SETTINGS_AUDIT_LOG,
  counts: REPLY_COUNTS,
  highlights: [REPLIES_OUTSIDE, ENDLESS_REPLIES, AWAY, REPLIES_ON],
};
