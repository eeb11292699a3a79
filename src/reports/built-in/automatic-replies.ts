import type { GraphReport, ReportHighlight } from '../definition.ts';
import { oneOf, TEXT, TIME } from './column-types.ts';

const ON = { enum: ['alwaysEnabled', 'scheduled'] };

/** Start and end are blank unless the replies are scheduled. */
export const REPLIES_OUTSIDE: ReportHighlight = {
  title: 'Replies to everyone outside now',
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
  when: { AutomaticReplyStatus: ON, AutomaticReplyEnd: { const: null } },
  columns: ['AutomaticReplyStatus', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
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

/**
 * The automatic replies of a mailbox with both messages as plain text.
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
export const automaticReplies: GraphReport = {
  name: 'automatic-replies',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings/automaticRepliesSetting', version: 'v1.0' },
  members: REPLIES,
  columns: {
    AutomaticReplyStatus: 'status',
    AutomaticReplyExternalAudience: 'externalAudience',
    // If nothing is scheduled, Graph returns dates in the past, which would look like a planned absence.
    AutomaticReplyStart: "same(status, 'scheduled') && utc(scheduledStartDateTime) || `null`",
    AutomaticReplyEnd: "same(status, 'scheduled') && utc(scheduledEndDateTime) || `null`",
    InternalReply: 'plain_text(internalReplyMessage)',
    ExternalReply: 'plain_text(externalReplyMessage)',
  },
  types: {
    AutomaticReplyStatus: oneOf('disabled', 'alwaysEnabled', 'scheduled'),
    AutomaticReplyExternalAudience: oneOf('none', 'contactsOnly', 'all'),
    AutomaticReplyStart: TIME,
    AutomaticReplyEnd: TIME,
    InternalReply: TEXT,
    ExternalReply: TEXT,
  },
  highlights: [REPLIES_OUTSIDE, ENDLESS_REPLIES],
};
