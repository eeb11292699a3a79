import { isObject, type Json, type JsonObject } from '../../src/json.ts';

/** What a service answers about a mailbox, by the path of the request below it; '' is that of the report. */
export type Answer = JsonObject;

const recipient = (address: string | null, name = 'Somebody'): JsonObject => ({ emailAddress: { name, address } });
const instant = (dateTime: string, timeZone = 'UTC'): JsonObject => ({ dateTime, timeZone });

const replies = (status: string): JsonObject => ({
  status,
  externalAudience: 'all',
  scheduledStartDateTime: instant('2026-11-20T17:00:00.0000000'),
  scheduledEndDateTime: instant('2026-12-04T07:00:00.0000000', 'W. Europe Standard Time'),
  internalReplyMessage: '<p>away</p>',
  externalReplyMessage: '<p>call +49 30 1234567</p>',
});

const settings = (status: string, userPurpose: Json): JsonObject => ({
  archiveFolder: 'AAMk',
  timeZone: 'Pacific Standard Time (Mexico)',
  automaticRepliesSetting: replies(status),
  language: { locale: 'nl-NL', displayName: 'Nederlands' },
  workingHours: {
    daysOfWeek: ['sunday', 'monday'],
    startTime: '03:00:00.0000000',
    endTime: '23:30:00.0000000',
    timeZone: { name: 'Customized Time Zone' },
  },
  dateFormat: 'dd.MM.yyyy',
  timeFormat: 'HH:mm',
  delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly',
  userPurpose,
});

const rule = (actions: JsonObject, more: JsonObject = {}): JsonObject => ({
  id: 'AQAAAJ5dZqA=',
  displayName: '..',
  sequence: 2,
  isEnabled: true,
  hasError: false,
  isReadOnly: false,
  actions,
  ...more,
});

const grant = (address: string, role: string): JsonObject => ({
  id: 'QWRlbGU=',
  isRemovable: true,
  isInsideOrganization: false,
  role,
  allowedRoles: ['freeBusyRead', 'read'],
  emailAddress: { name: 'Eve', address },
});

const folder = (id: string, displayName: string, childFolderCount: number): JsonObject => ({
  id,
  displayName,
  childFolderCount,
  totalItemCount: 7,
  unreadItemCount: 2,
  isHidden: false,
});

const MAILBOX: JsonObject = {
  RecipientTypeDetails: 'SharedMailbox',
  PrimarySmtpAddress: 'megan@contoso.com',
  ForwardingAddress: 'Eve',
  ForwardingSmtpAddress: 'smtp:eve@evil.example',
  DeliverToMailboxAndForward: false,
  AccountDisabled: false,
  LitigationHoldEnabled: false,
  InPlaceHolds: ['mbx1'],
  LitigationHoldDate: '2026-01-02T03:04:05.0000000+01:00',
  LitigationHoldOwner: 'legal@contoso.com',
  LitigationHoldDuration: 'Unlimited',
  RetentionHoldEnabled: false,
  ComplianceTagHoldApplied: false,
  DelayHoldApplied: false,
  DelayReleaseHoldApplied: false,
  RetentionPolicy: 'Default MRM Policy',
  SingleItemRecoveryEnabled: false,
  RetainDeletedItemsFor: '14.00:00:00',
  AuditEnabled: false,
  HiddenFromAddressListsEnabled: false,
  IsDirSynced: false,
  ArchiveStatus: 'None',
  ProhibitSendReceiveQuota: '50 GB (53,687,091,200 bytes)',
  ArchiveQuota: '100 GB (107,374,182,400 bytes)',
  RecoverableItemsQuota: '30 GB (32,212,254,720 bytes)',
  GrantSendOnBehalfTo: ['Lee'],
  MessageCopyForSentAsEnabled: false,
  WhenCreated: '2024-09-21T08:07:47.0000000+02:00',
  AuditAdmin: ['Update'],
  AuditDelegate: ['Update', 'SendAs'],
  AuditOwner: ['MailboxLogin'],
  AutoExpandingArchiveEnabled: false,
  RecipientLimits: '500',
  MaxSendSize: '35 MB (36,700,160 bytes)',
  MaxReceiveSize: '36 MB (37,748,736 bytes)',
  MessageCopyForSendOnBehalfEnabled: false,
  RoleAssignmentPolicy: 'Default Role Assignment Policy',
  recipientAddress: 'eve@partner.example',
  DisplayName: 'Megan',
  organization: { config: { Identity: 'contoso', AuditDisabled: false } },
  bypass: [{ AuditBypassEnabled: true }],
};

const protocols = (disabled: boolean | null): JsonObject => ({
  SmtpClientAuthenticationDisabled: disabled,
  ImapEnabled: true,
  PopEnabled: true,
  ActiveSyncEnabled: true,
  OWAEnabled: true,
  MAPIEnabled: true,
  EwsEnabled: true,
  OwaMailboxPolicy: 'OwaMailboxPolicy-Default',
  organization: {
    transport: { Identity: 'Transport Settings', SmtpClientAuthenticationDisabled: false },
    config: { Identity: 'contoso', EwsEnabled: true, EwsAllowedAppIDs: ['x'] },
  },
});

/** Answers that violate rules, by report. */
export const ANSWERS: Readonly<Record<string, readonly Answer[]>> = {
  'mailbox-settings': [
    { '': settings('scheduled', 'shared') },
    { '': settings('AlwaysEnabled', { value: 'user' }) },
    { '': settings('disabled', 'user') },
  ],
  'automatic-replies': [{ '': replies('scheduled') }, { '': replies('alwaysEnabled') }],
  'inbox-rules': [
    { '': { value: [rule({ forwardTo: [recipient('eve@evil.example'), recipient('pat@contoso.com')] })] } },
    { '': { value: [rule({ delete: true, redirectTo: [recipient(null, 'Old contact')] })] } },
    { '': { value: [rule({ moveToFolder: 'AAMk', markAsRead: true, copyToFolder: 'x', markImportance: 'low' })] } },
    { '': { value: [rule({ permanentDelete: true, stopProcessingRules: true, assignCategories: ['red'] })] } },
    { '': { value: [rule({ forwardAsAttachmentTo: [recipient('eve@evil.example')] }, { isReadOnly: true })] } },
    { '': { value: [rule({}, { isReadOnly: true, actions: null })] } },
  ],
  'calendar-permissions': [
    { '': { value: [grant('eve@evil.example', 'write')] } },
    {
      '': {
        value: [
          {
            ...grant('', 'read'),
            isRemovable: false,
            isInsideOrganization: true,
            emailAddress: { name: 'My Organization' },
          },
        ],
      },
    },
  ],
  folders: [
    {
      '': { value: [folder('i', 'Inbox', 2)] },
      'mailFolders/i/childFolders': { value: [folder('p', 'Projects', 1), folder('q', 'Q/A', 0)] },
      'mailFolders/p/childFolders': { value: [folder('e', 'To evil.example', 0)] },
    },
  ],
  'mailbox-properties': [{ '': MAILBOX }],
  archives: [
    {
      '': {
        value: [
          {
            TotalItemSize: '95 GB (102,005,473,280 bytes)',
            TotalDeletedItemSize: '1 GB (1,073,741,824 bytes)',
          },
        ],
        mailbox: [
          {
            ArchiveStatus: 'Active',
            ArchiveGuid: 'a0c41e00-5a4b-4c1e-9f3b-2d7c1a9e8b10',
            ArchiveQuota: '100 GB (107,374,182,400 bytes)',
            AutoExpandingArchiveEnabled: false,
            RecoverableItemsQuota: '30 GB (32,212,254,720 bytes)',
            LitigationHoldEnabled: true,
            InPlaceHolds: [],
            ComplianceTagHoldApplied: false,
            DelayHoldApplied: false,
            DelayReleaseHoldApplied: false,
          },
        ],
        primary: [{ TotalDeletedItemSize: '28 GB (30,064,771,072 bytes)' }],
        organization: { config: { Identity: 'contoso', AutoExpandingArchiveEnabled: false } },
      },
    },
  ],
  accounts: [
    {
      '': {
        id: '1',
        displayName: 'Megan',
        userPrincipalName: 'megan@contoso.com',
        accountEnabled: true,
        userType: 'Member',
        department: 'Sales',
        jobTitle: 'Manager',
        assignedLicenses: [{ skuId: '2' }],
        createdDateTime: '2024-02-01T08:00:00Z',
        lastPasswordChangeDateTime: '2026-02-01T08:00:00Z',
      },
    },
  ],
  'mailbox-usage': [
    {
      '': {
        reportRefreshDate: '2026-11-26',
        lastActivityDate: '2026-11-25',
        hasArchive: true,
        itemCount: 7,
        storageUsedInBytes: 2 ** 30,
        deletedItemSizeInBytes: 2 ** 29,
        prohibitSendReceiveQuotaInBytes: 2 ** 31,
      },
    },
  ],
  'protocol-use': [
    { '': { reportRefreshDate: '2026-11-26', smtpApp: ['Undetermined'], imap4App: ['Undetermined'], pop3App: [] } },
  ],
  'client-access': [{ '': protocols(false) }, { '': protocols(null) }, { '': protocols(true) }],
  'mailbox-permissions': [
    {
      '': {
        value: [
          {
            User: 'eve@evil.example',
            UserSid: 'S-1-5-21-1',
            AccessRights: ['FullAccess'],
            IsInherited: false,
            Deny: false,
          },
        ],
        sendAs: [
          {
            Trustee: 'kim@contoso.com',
            TrusteeSidString: 'S-1-5-21-2',
            AccessRights: ['SendAs'],
            AccessControlType: 'Allow',
          },
        ],
        mailbox: [{ GrantSendOnBehalfTo: ['Lee'] }],
        recipientAddresses: { Lee: 'lee@contoso.com' },
      },
    },
  ],
};

/** Values that are answers, by the path of the member: services document them, or are seen to send them. */
interface Allowed {
  readonly report: RegExp;
  readonly path: RegExp;
  readonly values: readonly ('left out' | 'blank' | 'empty list' | 'empty object')[];
}

const ALLOWED: readonly Allowed[] = [
  // Blank until somebody has opened the mailbox.
  {
    report: /^mailbox-settings$/,
    path: /^(?:language|language\.\w+|timeZone|dateFormat|timeFormat|archiveFolder)$/,
    values: ['blank'],
  },
  { report: /^mailbox-settings$/, path: /^workingHours\.daysOfWeek$/, values: ['blank', 'empty list'] },
  { report: /^mailbox-settings$|^automatic-replies$/, path: /ReplyMessage$/, values: ['blank'] },
  // Graph leaves out what a rule does not do. https://learn.microsoft.com/graph/api/resources/messagerule
  { report: /^inbox-rules$/, path: /^value\.\*\.actions\.\w+$/, values: ['left out', 'blank', 'empty list'] },
  { report: /^inbox-rules$/, path: /^value\.\*\.actions$/, values: ['empty object'] },
  { report: /^inbox-rules$/, path: /^value\.\*\.displayName$/, values: ['blank'] },
  { report: /^calendar-permissions$/, path: /\.emailAddress\.name$/, values: ['blank'] },
  {
    report: /^mailbox-properties$/,
    path: /^(?:DisplayName|Forwarding\w+|(?:Retention|RoleAssignment)Policy|LitigationHold(?:Date|Owner))$/,
    values: ['blank'],
  },
  {
    report: /^mailbox-properties$/,
    path: /^(?:InPlaceHolds|GrantSendOnBehalfTo|Audit(?:Admin|Delegate|Owner))$/,
    values: ['blank', 'empty list'],
  },
  {
    report: /^client-access$/,
    path: /^(?:SmtpClientAuthenticationDisabled|OwaMailboxPolicy|(?:organization\.config\.)?EwsEnabled)$/,
    values: ['blank'],
  },
  { report: /^client-access$/, path: /EwsAllowedAppIDs$/, values: ['blank', 'empty list'] },
  { report: /^mailbox-permissions$/, path: /GrantSendOnBehalfTo$/, values: ['blank', 'empty list'] },
  { report: /^accounts$/, path: /^(?:displayName|department|jobTitle|lastPasswordChangeDateTime)$/, values: ['blank'] },
  { report: /^accounts$/, path: /^assignedLicenses$/, values: ['empty list'] },
  // Nobody has used the mailbox.
  { report: /^mailbox-usage$/, path: /^lastActivityDate$/, values: ['blank'] },
  { report: /^protocol-use$/, path: /App$/, values: ['empty list'] },
  // A mailbox without such items. What cuts a list short is another property.
  { report: /./, path: /^(?:value|sendAs|mailbox)$/, values: ['empty list'] },
];

/** Whether a value, or undefined for one that is left out, is an answer in its place rather than a missing one. */
export function isAnAnswer(report: string, path: string, value: Json | undefined): boolean {
  const kind =
    value === undefined
      ? 'left out'
      : value === null || value === ''
        ? 'blank'
        : Array.isArray(value) && value.length === 0
          ? 'empty list'
          : isObject(value) && Object.keys(value).length === 0
            ? 'empty object'
            : undefined;
  // Not an answer: the action joins it.
  if (path.startsWith('recipientAddresses')) return true;
  // As a number, the limit is the same value as in a text.
  if (path === 'RecipientLimits' && typeof value === 'number') return true;
  if (path === 'userPurpose' && typeof value === 'string' && value !== '') return true;
  return ALLOWED.some(
    (allowed) =>
      kind !== undefined && allowed.report.test(report) && allowed.path.test(path) && allowed.values.includes(kind),
  );
}
