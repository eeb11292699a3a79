import { oneOf, TEXT, TIME } from './column-types.ts';
import type { GraphReport } from '../definition.ts';
import { REPLY_HIGHLIGHTS } from './reply-highlights.ts';

/**
 * The automatic replies of a mailbox with both messages as plain text.
 * https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
 */
export const automaticReplies: GraphReport = {
  name: 'automatic-replies',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings/automaticRepliesSetting', version: 'v1.0' },
  responseObjects: ['scheduledStartDateTime', 'scheduledEndDateTime'],
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
  highlights: REPLY_HIGHLIGHTS,
};
