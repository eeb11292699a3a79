import { isAddress } from '../../mailboxes/address.ts';
import { cmdletCommand, FOLLOWS, MANUAL_TRUTH, signInCommands, TRUE_OR_FALSE } from '../corrections.ts';
import type { ExchangeReport } from '../definition.ts';
import { NUMBER, oneOf, TEXT, TEXTS, TIME, TRUTH, typedColumns, WHOLE_NUMBER } from './column-types.ts';
import { NO_HOLD } from './mailbox-holds.ts';

/** https://learn.microsoft.com/powershell/module/exchange/get-mailbox */
export const MAILBOX_TYPES = [
  'UserMailbox',
  'SharedMailbox',
  'RoomMailbox',
  'EquipmentMailbox',
  'SchedulingMailbox',
  'TeamMailbox',
  'LinkedMailbox',
  'LinkedRoomMailbox',
  'LegacyMailbox',
  'DiscoveryMailbox',
  'GroupMailbox',
  'PublicFolderMailbox',
];

/** Without those that are not set. */
const SET = "[?@ != `null` && @ != '']";
/** A recipient of the directory whose address is not known has only its name. */
const TARGETS = '[ForwardingSmtpAddress, recipientAddress || ForwardingAddress && { name: ForwardingAddress }]' + SET;
/** Mailboxes that auditing by default covers, whatever their `AuditEnabled`. */
const AUDITED_TYPES = 'contains(`["UserMailbox", "SharedMailbox", "GroupMailbox"]`, RecipientTypeDetails)';
const UNAUDITED_TYPES = 'contains(`["RoomMailbox", "EquipmentMailbox", "PublicFolderMailbox"]`, RecipientTypeDetails)';
/** Without auditing by default, nothing is audited. What a user does who bypasses it is not. */
const NOT_AUDITED = `bypass[0].AuditBypassEnabled == \`true\` || (${UNAUDITED_TYPES} && AuditEnabled == \`false\`) || organization.config.AuditDisabled == \`true\``;
const AUDITED = `organization.config.AuditDisabled == \`false\` && bypass[0].AuditBypassEnabled == \`false\` && (${AUDITED_TYPES} || AuditEnabled == \`true\`)`;

/**
 * What Exchange Online knows about a mailbox and Graph does not show: forwarding, holds, auditing, quotas. Exchange ignores
 * `ForwardingSmtpAddress` while `ForwardingAddress` is set, but it applies as soon as the other is cleared, so
 * `ExternalTargets` has both. What decides on auditing: https://learn.microsoft.com/purview/audit-mailboxes
 */
export const mailboxProperties: ExchangeReport = {
  name: 'mailbox-properties',
  answers: 'Which mailboxes are forwarded outside, on hold, audited; of which type they are',
  source: 'exchange',
  permissions: ['Exchange.ManageAsApp'],
  request: {
    cmdlet: 'Get-Mailbox',
    select: [
      'DisplayName',
      'RecipientTypeDetails',
      'PrimarySmtpAddress',
      'ForwardingAddress',
      'ForwardingSmtpAddress',
      'DeliverToMailboxAndForward',
      'AccountDisabled',
      'LitigationHoldEnabled',
      'InPlaceHolds',
      'LitigationHoldDate',
      'LitigationHoldOwner',
      'LitigationHoldDuration',
      'RetentionHoldEnabled',
      'ComplianceTagHoldApplied',
      'DelayHoldApplied',
      'DelayReleaseHoldApplied',
      'RetentionPolicy',
      'SingleItemRecoveryEnabled',
      'RetainDeletedItemsFor',
      'AuditEnabled',
      'HiddenFromAddressListsEnabled',
      'IsDirSynced',
      'ArchiveStatus',
      'ProhibitSendReceiveQuota',
      'ArchiveQuota',
      'RecoverableItemsQuota',
      'GrantSendOnBehalfTo',
      'MessageCopyForSentAsEnabled',
      'WhenCreated',
      'AuditAdmin',
      'AuditDelegate',
      'AuditOwner',
      'AutoExpandingArchiveEnabled',
      'RecipientLimits',
      'MaxSendSize',
      'MaxReceiveSize',
      'MessageCopyForSendOnBehalfEnabled',
      'RoleAssignmentPolicy',
    ],
    resolves: 'ForwardingAddress',
    organization: {
      config: { cmdlet: 'Get-OrganizationConfig', select: ['Identity', 'AuditDisabled', 'InPlaceHolds'] },
    },
    beside: {
      bypass: { cmdlet: 'Get-MailboxAuditBypassAssociation', select: ['AuditBypassEnabled'], isOptional: true },
    },
  },
  members: {
    organization: 'value',
    'organization.config': 'value',
    'organization.config.AuditDisabled': 'value',
    RecipientTypeDetails: 'value',
    PrimarySmtpAddress: 'value',
    DeliverToMailboxAndForward: 'value',
    AccountDisabled: 'value',
    LitigationHoldEnabled: 'value',
    LitigationHoldDuration: 'value',
    RetentionHoldEnabled: 'value',
    ComplianceTagHoldApplied: 'value',
    DelayHoldApplied: 'value',
    DelayReleaseHoldApplied: 'value',
    SingleItemRecoveryEnabled: 'value',
    RetainDeletedItemsFor: 'value',
    AuditEnabled: 'value',
    HiddenFromAddressListsEnabled: 'value',
    IsDirSynced: 'value',
    ArchiveStatus: 'value',
    ProhibitSendReceiveQuota: 'value',
    ArchiveQuota: 'value',
    RecoverableItemsQuota: 'value',
    MessageCopyForSentAsEnabled: 'value',
    WhenCreated: 'value',
    AutoExpandingArchiveEnabled: 'value',
    RecipientLimits: 'value',
    MaxSendSize: 'value',
    MaxReceiveSize: 'value',
    MessageCopyForSendOnBehalfEnabled: 'value',
  },
  identity: ['recipientId'],
  ...typedColumns({
    DisplayName: ['DisplayName', TEXT],
    RecipientTypeDetails: ['RecipientTypeDetails', oneOf(...MAILBOX_TYPES)],
    PrimarySmtpAddress: ['PrimarySmtpAddress', TEXT],
    ForwardingAddress: ['ForwardingAddress', TEXT],
    ForwardingSmtpAddress: [`addresses([ForwardingSmtpAddress]${SET})[0]`, TEXT],
    DeliverToMailboxAndForward: ['DeliverToMailboxAndForward', TRUTH],
    ExternalTargets: [`external(${TARGETS}) || (unresolved(${TARGETS}) && 'inconclusive' || \`[]\`)`, TEXTS],
    AccountDisabled: ['AccountDisabled', TRUTH],
    LitigationHoldEnabled: ['LitigationHoldEnabled', TRUTH],
    InPlaceHolds: ['InPlaceHolds', TEXTS],
    LitigationHoldDate: ["utc({ dateTime: LitigationHoldDate, timeZone: 'UTC' })", TIME],
    LitigationHoldOwner: ['LitigationHoldOwner', TEXT],
    LitigationHoldDuration: ['LitigationHoldDuration', TEXT],
    RetentionHoldEnabled: ['RetentionHoldEnabled', TRUTH],
    ComplianceTagHoldApplied: ['ComplianceTagHoldApplied', TRUTH],
    DelayHoldApplied: ['DelayHoldApplied', TRUTH],
    DelayReleaseHoldApplied: ['DelayReleaseHoldApplied', TRUTH],
    RetentionPolicy: ['RetentionPolicy', TEXT],
    SingleItemRecoveryEnabled: ['SingleItemRecoveryEnabled', TRUTH],
    RetainDeletedItemsFor: ['days(RetainDeletedItemsFor)', NUMBER],
    AuditEnabled: ['AuditEnabled', TRUTH],
    Audited: [`(${NOT_AUDITED}) && 'no' || (${AUDITED}) && 'yes' || 'inconclusive'`, oneOf('yes', 'no')],
    HiddenFromAddressListsEnabled: ['HiddenFromAddressListsEnabled', TRUTH],
    IsDirSynced: ['IsDirSynced', TRUTH],
    ArchiveStatus: ['ArchiveStatus', oneOf('Active', 'None')],
    ProhibitSendReceiveQuotaGB: ['gigabytes(ProhibitSendReceiveQuota)', NUMBER],
    ArchiveQuotaGB: ['gigabytes(ArchiveQuota)', NUMBER],
    RecoverableItemsQuotaGB: ['gigabytes(RecoverableItemsQuota)', NUMBER],
    GrantSendOnBehalfTo: ['GrantSendOnBehalfTo', TEXTS],
    MessageCopyForSentAsEnabled: ['MessageCopyForSentAsEnabled', TRUTH],
    WhenCreated: ["utc({ dateTime: WhenCreated, timeZone: 'UTC' })", TIME],
    AuditAdmin: ['AuditAdmin', TEXTS],
    AuditDelegate: ['AuditDelegate', TEXTS],
    AuditOwner: ['AuditOwner', TEXTS],
    AutoExpandingArchiveEnabled: ['AutoExpandingArchiveEnabled', TRUTH],
    RecipientLimits: [
      "to_number(RecipientLimits) || !same(RecipientLimits, 'Unlimited') && 'inconclusive' || `null`",
      WHOLE_NUMBER,
    ],
    MaxSendSizeMB: ['megabytes(MaxSendSize)', NUMBER],
    MaxReceiveSizeMB: ['megabytes(MaxReceiveSize)', NUMBER],
    MessageCopyForSendOnBehalfEnabled: ['MessageCopyForSendOnBehalfEnabled', TRUTH],
    RoleAssignmentPolicy: ['RoleAssignmentPolicy', TEXT],
  }),
  sentences: {
    DisplayName: 'The display name is {DisplayName}',
    RecipientTypeDetails: 'The mailbox is a {RecipientTypeDetails}',
    PrimarySmtpAddress: 'The primary address is {PrimarySmtpAddress}',
    ForwardingAddress: { '': 'No recipient is set to forward to', '*': 'Mail is forwarded to {ForwardingAddress}' },
    ForwardingSmtpAddress: {
      '': 'No address is set to forward to',
      '*': 'Mail is forwarded to {ForwardingSmtpAddress}',
    },
    DeliverToMailboxAndForward: {
      true: 'The mailbox keeps a copy of mail that is forwarded',
      false: 'The mailbox keeps no copy of mail that is forwarded',
    },
    ExternalTargets: { '': 'No mail is forwarded outside', '*': 'Mail is forwarded outside, to {ExternalTargets}' },
    AccountDisabled: { true: 'Sign-in to the account is blocked', false: 'The account can sign in' },
    LitigationHoldEnabled: {
      true: 'The mailbox is on litigation hold',
      false: 'The mailbox is not on litigation hold',
    },
    InPlaceHolds: {
      '': 'No hold or policy names the mailbox',
      '*': 'These holds and policies name the mailbox, or exclude it (-): {InPlaceHolds}',
    },
    LitigationHoldDate: {
      '': 'There is no date of a litigation hold',
      '*': 'The litigation hold is from {LitigationHoldDate}',
    },
    LitigationHoldOwner: {
      '': 'Nobody is named for a litigation hold',
      '*': 'The litigation hold was set by {LitigationHoldOwner}',
    },
    LitigationHoldDuration: {
      Unlimited: 'A litigation hold keeps items without a limit',
      '*': 'A litigation hold keeps items for {LitigationHoldDuration} (days.hours:minutes:seconds)',
    },
    RetentionHoldEnabled: {
      true: 'The retention policy is suspended (retention hold)',
      false: 'The retention policy is not suspended',
    },
    ComplianceTagHoldApplied: {
      true: 'A retention label holds items of the mailbox',
      false: 'No retention label holds items of the mailbox',
    },
    DelayHoldApplied: {
      true: 'A hold was removed less than 30 days ago and still delays deletion',
      false: 'No delay hold applies',
    },
    DelayReleaseHoldApplied: {
      true: 'A hold of other applications was removed less than 30 days ago and still delays deletion',
      false: 'No delay hold of other applications applies',
    },
    RetentionPolicy: { '': 'There is no retention policy', '*': 'The retention policy is {RetentionPolicy}' },
    SingleItemRecoveryEnabled: { true: 'Single item recovery is enabled', false: 'Single item recovery is disabled' },
    RetainDeletedItemsFor: 'Deleted items are kept for {RetainDeletedItemsFor} days',
    AuditEnabled: { true: 'AuditEnabled of the mailbox is true', false: 'AuditEnabled of the mailbox is false' },
    Audited: { yes: 'Access to the mailbox is logged', no: 'Access to the mailbox is not logged' },
    HiddenFromAddressListsEnabled: {
      true: 'The mailbox is hidden from address lists',
      false: 'The mailbox is in address lists',
    },
    IsDirSynced: {
      true: 'The mailbox is synchronized from Active Directory',
      false: 'The mailbox is not synchronized',
    },
    ArchiveStatus: 'The status of the archive is {ArchiveStatus}',
    ProhibitSendReceiveQuotaGB: { '': 'The size is not limited', '*': 'The quota is {ProhibitSendReceiveQuotaGB} GB' },
    ArchiveQuotaGB: { '': 'The archive is not limited', '*': 'The quota of the archive is {ArchiveQuotaGB} GB' },
    RecoverableItemsQuotaGB: {
      '': 'Recoverable items are not limited',
      '*': 'The quota of recoverable items is {RecoverableItemsQuotaGB} GB',
    },
    GrantSendOnBehalfTo: {
      '': 'Nobody can send on behalf of the mailbox',
      '*': '{GrantSendOnBehalfTo} can send on behalf of the mailbox',
    },
    MessageCopyForSentAsEnabled: {
      true: 'The mailbox gets a copy of mail sent as it',
      false: 'The mailbox gets no copy of mail sent as it',
    },
    WhenCreated: 'The mailbox was created at {WhenCreated}',
    AuditAdmin: {
      '': 'No action of administrators is logged',
      '*': 'Of administrators, these actions are logged: {AuditAdmin}',
    },
    AuditDelegate: {
      '': 'No action of delegates is logged',
      '*': 'Of delegates, these actions are logged: {AuditDelegate}',
    },
    AuditOwner: { '': 'No action of the owner is logged', '*': 'Of the owner, these actions are logged: {AuditOwner}' },
    AutoExpandingArchiveEnabled: { true: 'The archive expands by itself', false: 'The archive does not expand' },
    RecipientLimits: {
      '': 'The number of recipients of a message is not limited',
      '*': 'A message can have {RecipientLimits} recipients',
    },
    MaxSendSizeMB: {
      '': 'The size of sent messages is not limited',
      '*': 'A sent message can have {MaxSendSizeMB} MB',
    },
    MaxReceiveSizeMB: {
      '': 'The size of received messages is not limited',
      '*': 'A received message can have {MaxReceiveSizeMB} MB',
    },
    MessageCopyForSendOnBehalfEnabled: {
      true: 'The mailbox gets a copy of mail sent on its behalf',
      false: 'The mailbox gets no copy of mail sent on its behalf',
    },
    RoleAssignmentPolicy: {
      '': 'There is no role assignment policy',
      '*': 'The role assignment policy is {RoleAssignmentPolicy}',
    },
  },
  // https://learn.microsoft.com/powershell/module/exchange/set-mailbox
  manual: signInCommands('AccountDisabled', false),
  corrects: {
    target: 'Set-Mailbox',
    settings: {
      ForwardingSmtpAddress: {
        accepts: (value) => value === null || (typeof value === 'string' && isAddress(value.replace(/^smtp:/i, ''))),
        expected: 'null, which clears it, or an SMTP address',
      },
      ForwardingAddress: {
        accepts: (value) => value === null || (typeof value === 'string' && /^(?=.*\S)[^\p{Cc}]{1,1000}$/u.test(value)),
        expected: 'null, which clears it, or the name of a recipient as the report shows it',
      },
      DeliverToMailboxAndForward: TRUE_OR_FALSE,
      AuditEnabled: TRUE_OR_FALSE,
      MessageCopyForSentAsEnabled: TRUE_OR_FALSE,
      HiddenFromAddressListsEnabled: TRUE_OR_FALSE,
      LitigationHoldEnabled: MANUAL_TRUTH,
      SingleItemRecoveryEnabled: MANUAL_TRUTH,
    },
    // GrantSendOnBehalfTo is a right, which another report has.
    keptSettings: { ExternalTargets: FOLLOWS, Audited: FOLLOWS, GrantSendOnBehalfTo: FOLLOWS },
    columns: [{ column: 'ExternalTargets', value: [], set: { ForwardingAddress: null, ForwardingSmtpAddress: null } }],
    command: cmdletCommand('Set-Mailbox'),
  },
  counts: {
    values: [{ column: 'RecipientTypeDetails', title: 'Mailbox types', order: 5, group: 'types' }],
  },
  auditLog: {
    operations: ['Set-Mailbox', 'Enable-Mailbox', 'Disable-Mailbox'],
    parameters: {
      ExternalTargets: ['ForwardingSmtpAddress', 'ForwardingAddress'],
      Audited: ['AuditEnabled'],
      RecipientTypeDetails: ['Type'],
      ArchiveStatus: ['Archive'],
      ProhibitSendReceiveQuotaGB: ['ProhibitSendReceiveQuota'],
      ArchiveQuotaGB: ['ArchiveQuota'],
      RecoverableItemsQuotaGB: ['RecoverableItemsQuota'],
      MaxSendSizeMB: ['MaxSendSize'],
      MaxReceiveSizeMB: ['MaxReceiveSize'],
    },
  },
  highlights: [
    {
      title: 'Mailbox forwards outside',
      topic: 'Forwarding',
      counted: ['mailbox forwards outside by its settings', 'mailboxes forward outside by their settings'],
      sends: 'forwarding of the mailbox',
      when: { ExternalTargets: { type: 'array', minItems: 1 } },
      columns: ['ExternalTargets', 'DeliverToMailboxAndForward', 'ForwardingAddress', 'ForwardingSmtpAddress'],
    },
    {
      title: 'Shared mailbox can sign in',
      topic: 'Access',
      counted: ['shared mailbox can sign in', 'shared mailboxes can sign in'],
      when: { RecipientTypeDetails: { const: 'SharedMailbox' }, AccountDisabled: { const: false } },
      columns: ['RecipientTypeDetails', 'AccountDisabled'],
    },
    {
      title: 'Mailbox is on hold, and no hold is named',
      counted: ['mailbox is on a hold that is not named', 'mailboxes are on a hold that is not named'],
      when: {
        LitigationHoldEnabled: { const: false },
        InPlaceHolds: { anyOf: [{ type: 'null' }, { items: { pattern: NO_HOLD } }] },
      },
      any: [
        { ComplianceTagHoldApplied: { const: true } },
        { DelayHoldApplied: { const: true } },
        { DelayReleaseHoldApplied: { const: true } },
      ],
      columns: ['ComplianceTagHoldApplied', 'DelayHoldApplied', 'DelayReleaseHoldApplied', 'RetentionHoldEnabled'],
    },
    {
      title: 'Access is not audited',
      topic: 'Access',
      counted: ['mailbox is not audited', 'mailboxes are not audited'],
      when: { Audited: { const: 'no' } },
      columns: ['Audited', 'AuditEnabled'],
    },
  ],
};
