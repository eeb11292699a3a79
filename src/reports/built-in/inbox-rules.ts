import { MAILBOX } from '../corrections.ts';
import { objectWith, oneOf, TEXT, TEXTS, TRUTH, typedColumns, WHOLE_NUMBER } from './column-types.ts';
import { knownMembers } from '../../json.ts';
import { valueOf } from '../known.ts';
import { capitalized } from '../../text/display.ts';
import type { ColumnSentence, GraphReport } from '../definition.ts';

/**
 * Graph lists rules that it cannot show, such as client-only rules of Outlook: they are read-only, and have some or none of
 * their actions. A blank action of a read-only rule may be hidden.
 */
const READ_ONLY = 'isReadOnly';
const ACTIONS = [
  'forwardTo',
  'redirectTo',
  'forwardAsAttachmentTo',
  'delete',
  'permanentDelete',
  'moveToFolder',
  'copyToFolder',
  'markAsRead',
  'markImportance',
  'assignCategories',
  'stopProcessingRules',
];
const FORWARDS = '[actions.forwardTo, actions.redirectTo, actions.forwardAsAttachmentTo][]';
const HIDING = '(actions.delete || actions.permanentDelete || actions.moveToFolder && actions.markAsRead)';

/** The columns with all that a rule does. */
const ACTION_COLUMNS = ACTIONS.map(capitalized);

/** Also a rule of which Graph does not say whether it is enabled. */
const ENABLED = { not: { const: false } };

/** https://learn.microsoft.com/graph/api/resources/messagerulepredicates */
const PREDICATES = objectWith({
  importance: oneOf('low', 'normal', 'high'),
  sensitivity: oneOf('normal', 'personal', 'private', 'confidential'),
  messageActionFlag: oneOf(
    'any',
    'call',
    'doNotForward',
    'followUp',
    'fyi',
    'forward',
    'noResponseNecessary',
    'read',
    'reply',
    'replyToAll',
    'review',
  ),
});

/** An action that is not set; null if the rule is read-only, since then it may be hidden. */
function shown(action: string): string {
  return `${action} || (${READ_ONLY} ? \`null\` : ${action})`;
}

/** What a rule does, and what it means that the action is blank, false or an empty list. */
function doing(words: string, without: string): ColumnSentence {
  const not = `The rule "{RuleName}" ${without}`;
  return { '': not, false: not, '*': `The rule "{RuleName}" ${words}` };
}

/**
 * The rules of the inbox, in Graph's order; `Sequence` is the order in which they run. Delegates, forwarding of the mailbox
 * itself and hidden rules are not in Graph. https://learn.microsoft.com/graph/api/resources/messagerule
 */
export const inboxRules: GraphReport = {
  name: 'inbox-rules',
  answers: 'Which rules send mail outside, or hide it',
  unit: 'inbox rule',
  permissions: ['MailboxSettings.Read'],
  // The documentation does not list $top for rules, and an unsupported option would fail every mailbox.
  request: { path: 'mailFolders/inbox/messageRules', version: 'v1.0' },
  rows: 'value',
  inconclusive: READ_ONLY,
  // Graph leaves out actions that are not set, but never all of them together with "isReadOnly".
  members: {
    displayName: 'blank',
    sequence: 'value',
    isEnabled: 'value',
    hasError: 'value',
    [READ_ONLY]: 'value',
    actions: 'value',
    ...Object.fromEntries(ACTIONS.map((action) => [`actions.${action}`, 'optional'] as const)),
    conditions: 'optional',
    exceptions: 'optional',
  },
  item: ['RuleName'],
  row: ['Enabled', ...ACTION_COLUMNS, 'Conditions', 'Exceptions'],
  identity: ['id', 'actions'],
  ...typedColumns({
    RuleName: ['displayName', TEXT],
    Sequence: ['sequence', WHOLE_NUMBER],
    Enabled: ['isEnabled', TRUTH],
    HasError: ['hasError', TRUTH],
    ReadOnly: ['isReadOnly', TRUTH],
    ForwardTo: ['addresses(actions.forwardTo)', TEXTS],
    RedirectTo: ['addresses(actions.redirectTo)', TEXTS],
    ForwardAsAttachmentTo: ['addresses(actions.forwardAsAttachmentTo)', TEXTS],
    ExternalTargets: [
      `external(${FORWARDS}) || ((${READ_ONLY} || unresolved(${FORWARDS})) && 'inconclusive' || \`[]\`)`,
      TEXTS,
    ],
    UnresolvedTargets: [`unresolved(${FORWARDS})`, TEXTS],
    Hides: [`${HIDING} && \`true\` || (${READ_ONLY} ? 'inconclusive' : \`false\`)`, TRUTH],
    Delete: [shown('actions.delete'), TRUTH],
    PermanentDelete: [shown('actions.permanentDelete'), TRUTH],
    MoveToFolder: ['actions.moveToFolder', TEXT],
    CopyToFolder: ['actions.copyToFolder', TEXT],
    MarkAsRead: [shown('actions.markAsRead'), TRUTH],
    MarkImportance: ['actions.markImportance', oneOf('low', 'normal', 'high')],
    AssignCategories: ['actions.assignCategories == `null` ? `[]` : actions.assignCategories', TEXTS],
    StopProcessingRules: [shown('actions.stopProcessingRules'), TRUTH],
    Conditions: ['conditions', PREDICATES],
    Exceptions: ['exceptions', PREDICATES],
  }),
  sentences: {
    RuleName: { '': 'A rule has no name', '*': 'A rule is called "{RuleName}"' },
    Sequence: 'The rule "{RuleName}" is number {Sequence} in sequence',
    Enabled: { true: 'The rule "{RuleName}" is enabled', false: 'The rule "{RuleName}" is disabled' },
    HasError: { true: 'The rule "{RuleName}" has an error', false: 'The rule "{RuleName}" has no error' },
    ReadOnly: { true: 'The rule "{RuleName}" is read-only', false: 'The rule "{RuleName}" is not read-only' },
    ForwardTo: doing('forwards mail to {ForwardTo}', 'does not forward mail'),
    RedirectTo: doing('redirects mail to {RedirectTo}', 'does not redirect mail'),
    ForwardAsAttachmentTo: doing(
      'forwards mail as an attachment to {ForwardAsAttachmentTo}',
      'does not forward mail as an attachment',
    ),
    ExternalTargets: doing('sends mail outside, to {ExternalTargets}', 'sends no mail outside'),
    UnresolvedTargets: doing(
      'sends mail to {UnresolvedTargets}, which has no SMTP address',
      'sends mail only to SMTP addresses',
    ),
    Hides: doing('deletes mail, or moves it and marks it as read', 'does not hide mail'),
    Delete: doing('deletes mail', 'does not delete mail'),
    PermanentDelete: doing('deletes mail permanently', 'does not delete mail permanently'),
    MoveToFolder: doing('moves mail to a folder', 'does not move mail'),
    CopyToFolder: doing('copies mail to a folder', 'does not copy mail'),
    MarkAsRead: doing('marks mail as read', 'does not mark mail as read'),
    MarkImportance: doing('gives mail the importance {MarkImportance}', 'does not change the importance of mail'),
    AssignCategories: doing('assigns the categories {AssignCategories}', 'assigns no category'),
    StopProcessingRules: doing('stops processing more rules', 'does not stop processing more rules'),
    Conditions: doing('applies to mail with {Conditions}', 'applies to all mail'),
    Exceptions: doing('has the exceptions {Exceptions}', 'has no exceptions'),
  },
  inView: { title: 'Inbox rules', phrase: 'inbox-rule' },
  corrects: {
    target: 'inboxRule',
    settings: { isEnabled: { accepts: (value) => value === false, expected: 'false' } },
    removes: true,
    keptEntry: ({ cell }, { id, actions }) => {
      const [conditions, exceptions] = [valueOf(cell('Conditions')), valueOf(cell('Exceptions'))];
      return knownMembers({
        id,
        displayName: valueOf(cell('RuleName')),
        sequence: valueOf(cell('Sequence')),
        isEnabled: valueOf(cell('Enabled')),
        hasError: valueOf(cell('HasError')),
        isReadOnly: valueOf(cell('ReadOnly')),
        conditions,
        exceptions,
        // A rule whose conditions are not fully known could be given back for all mail.
        actions: conditions === undefined || exceptions === undefined ? undefined : actions,
      });
    },
    command: ({ isEnabled }) =>
      isEnabled === false ? ['Disable-InboxRule -Mailbox ', MAILBOX, ' -Identity ', { cell: 'RuleName' }] : undefined,
    note: 'Disable-InboxRule deletes the client-side rules of Outlook in the mailbox.',
  },
  namesOf: {
    MoveToFolder: { report: 'folders', column: 'FolderPath' },
    CopyToFolder: { report: 'folders', column: 'FolderPath' },
  },
  auditLog: {
    // Outlook records its changes as UpdateInboxRules.
    operations: [
      'New-InboxRule',
      'Set-InboxRule',
      'Remove-InboxRule',
      'Enable-InboxRule',
      'Disable-InboxRule',
      'UpdateInboxRules',
    ],
    parameters: { ExternalTargets: ['ForwardTo', 'ForwardAsAttachmentTo', 'RedirectTo'] },
    rowParameters: ['Name', 'RuleName', 'Identity'],
  },
  highlights: [
    {
      title: 'Rule forwards outside',
      topic: 'Forwarding',
      counted: ['mailbox forwards outside by rule', 'mailboxes forward outside by rule'],
      sends: 'inbox rule',
      when: { Enabled: ENABLED, ExternalTargets: { type: 'array', minItems: 1 } },
      columns: ['ExternalTargets', 'RuleName', 'Enabled'],
    },
    {
      title: 'Rule forwards to an unresolved target',
      topic: 'Forwarding',
      counted: [
        'mailbox forwards by rule to an unresolved target',
        'mailboxes forward by rule to an unresolved target',
      ],
      when: { Enabled: ENABLED, UnresolvedTargets: { type: 'array', minItems: 1 } },
      columns: ['UnresolvedTargets', 'ExternalTargets', 'RuleName'],
    },
    {
      title: 'Rule hides mail',
      topic: 'Forwarding',
      counted: ['mailbox hides mail by rule', 'mailboxes hide mail by rule'],
      when: { Enabled: ENABLED, Hides: { const: true } },
      columns: ['RuleName', 'Conditions', 'Delete', 'PermanentDelete', 'MoveToFolder', 'MarkAsRead'],
    },
  ],
};
