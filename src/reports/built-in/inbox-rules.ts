import { objectWith, oneOf, TEXT, TEXTS, TRUTH, WHOLE_NUMBER } from './column-types.ts';
import type { ReportDefinition } from '../definition.ts';

/**
 * Graph lists rules that it cannot show, such as those made for Outlook alone: read-only, and nothing of what they do.
 * A property that is there and says nothing counts as missing.
 */
const KEPT_BACK = 'isReadOnly && !(values(actions || `{}`)[?@])';

/** https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
const PREDICATES = objectWith({
  importance: oneOf('low', 'normal', 'high'),
  sensitivity: oneOf('normal', 'personal', 'private', 'confidential'),
  messageActionFlag: oneOf(
    ...['any', 'call', 'doNotForward', 'followUp', 'fyi', 'forward', 'noResponseNecessary', 'read', 'reply'],
    ...['replyToAll', 'review'],
  ),
});

/** What a rule does, which of one that is kept back is not known to be nothing. */
function ifShown(action: string): string {
  return `(${KEPT_BACK}) ? \`null\` : ${action}`;
}

/**
 * The rules of the inbox, in no order but Graph's; `Sequence` is the order in which they run. Delegates, forwarding of the
 * mailbox itself and hidden rules are not in Graph. https://learn.microsoft.com/graph/api/resources/messagerule
 */
export const inboxRules: ReportDefinition = {
  name: 'inbox-rules',
  permission: 'MailboxSettings.Read',
  // The documentation promises no $top for rules, and a refused option would fail every mailbox.
  request: { path: 'mailFolders/inbox/messageRules', version: 'v1.0' },
  rows: 'value',
  inconclusive: KEPT_BACK,
  columns: {
    RuleName: 'displayName',
    Sequence: 'sequence',
    Enabled: 'isEnabled',
    HasError: 'hasError',
    ReadOnly: 'isReadOnly',
    ForwardTo: 'addresses(actions.forwardTo)',
    RedirectTo: 'addresses(actions.redirectTo)',
    ForwardAsAttachmentTo: 'addresses(actions.forwardAsAttachmentTo)',
    ExternalTargets:
      `(${KEPT_BACK}) ? 'inconclusive' ` +
      ': external([actions.forwardTo, actions.redirectTo, actions.forwardAsAttachmentTo][])',
    Hides:
      `(${KEPT_BACK}) ? 'inconclusive' ` +
      ': (actions.delete || actions.permanentDelete || actions.moveToFolder && actions.markAsRead) ? `true` : `false`',
    Delete: ifShown('actions.delete'),
    PermanentDelete: ifShown('actions.permanentDelete'),
    MoveToFolder: 'actions.moveToFolder',
    CopyToFolder: 'actions.copyToFolder',
    MarkAsRead: ifShown('actions.markAsRead'),
    MarkImportance: 'actions.markImportance',
    AssignCategories: 'actions.assignCategories',
    StopProcessingRules: ifShown('actions.stopProcessingRules'),
    Conditions: 'conditions',
    Exceptions: 'exceptions',
  },
  types: {
    RuleName: TEXT,
    Sequence: WHOLE_NUMBER,
    Enabled: TRUTH,
    HasError: TRUTH,
    ReadOnly: TRUTH,
    ForwardTo: TEXTS,
    RedirectTo: TEXTS,
    ForwardAsAttachmentTo: TEXTS,
    ExternalTargets: TEXTS,
    Hides: TRUTH,
    Delete: TRUTH,
    PermanentDelete: TRUTH,
    MoveToFolder: TEXT,
    CopyToFolder: TEXT,
    MarkAsRead: TRUTH,
    MarkImportance: oneOf('low', 'normal', 'high'),
    AssignCategories: TEXTS,
    StopProcessingRules: TRUTH,
    Conditions: PREDICATES,
    Exceptions: PREDICATES,
  },
};
