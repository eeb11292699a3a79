import type { ReportHighlight } from '../definition.ts';

const ON = { enum: ['alwaysEnabled', 'scheduled'] };

/** The highlights of automatic replies. Start and end are blank unless the replies are scheduled. */
export const REPLY_HIGHLIGHTS: readonly ReportHighlight[] = [
  {
    title: 'Replies to everyone outside now',
    when: {
      AutomaticReplyStatus: ON,
      AutomaticReplyExternalAudience: { const: 'all' },
      AutomaticReplyStart: { format: 'date-time', formatMaximum: 'now' },
      AutomaticReplyEnd: { format: 'date-time', formatExclusiveMinimum: 'now' },
    },
    columns: ['AutomaticReplyExternalAudience', 'AutomaticReplyStatus', 'AutomaticReplyStart', 'AutomaticReplyEnd'],
  },
  {
    title: 'Replies without an end',
    when: { AutomaticReplyStatus: ON, AutomaticReplyEnd: { const: null } },
    columns: ['AutomaticReplyStatus', 'AutomaticReplyEnd', 'AutomaticReplyExternalAudience'],
  },
];
