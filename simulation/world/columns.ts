/** What the documents say about a column, as far as rules about it are concerned. */
export type ColumnKind =
  | { readonly type: 'text'; readonly samples: readonly string[] }
  /** The documents list its values, which are case-insensitive. */
  | { readonly type: 'word'; readonly values: readonly string[] }
  | { readonly type: 'utc' }
  | { readonly type: 'number'; readonly samples: readonly number[] }
  | { readonly type: 'flag' }
  /** Lists of `values` are case-insensitive. */
  | { readonly type: 'list'; readonly samples: readonly string[]; readonly values?: readonly string[] }
  /** A list of reasons: only whether there are any is documented. */
  | { readonly type: 'reasons' }
  | { readonly type: 'object' };

/** A report as its page describes it. */
export interface ReportColumns {
  /** A row a mailbox, many rows a mailbox, or a table of the tenant with one row or many. */
  readonly rows: 'one' | 'many' | 'table' | 'table of many';
  readonly source: 'graph' | 'listing' | 'exchange' | 'derived' | 'tenant';
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

const text = (...samples: readonly string[]): ColumnKind => ({ type: 'text', samples });
const word = (...values: readonly string[]): ColumnKind => ({ type: 'word', values });
const number = (...samples: readonly number[]): ColumnKind => ({ type: 'number', samples });
const list = (...samples: readonly string[]): ColumnKind => ({ type: 'list', samples });
const listOf = (...values: readonly string[]): ColumnKind => ({ type: 'list', samples: values, values });
const utc: ColumnKind = { type: 'utc' };
const flag: ColumnKind = { type: 'flag' };
const object: ColumnKind = { type: 'object' };

const STATUS = word('disabled', 'alwaysEnabled', 'scheduled');
const AUDIENCE = word('none', 'contactsOnly', 'all');
const YES_NO = word('yes', 'no');
const ON_OFF = word('enabled', 'disabled');
const TYPES = word(
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
);
const ROLES = [
  'none',
  'freeBusyRead',
  'limitedRead',
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
  'custom',
];
const TARGETS = list('alex@fabrikam.com', 'info@mail.example', 'megan@contoso.com');
const ADDRESSES = text('megan@contoso.com', 'alex@fabrikam.com');

/** Whether a report is about the tenant. */
export function isTable(name: string): boolean {
  return REPORTS[name]?.source === 'tenant';
}

/** Every built-in report, in the order of docs/reports.md. */
export const REPORTS: Readonly<Record<string, ReportColumns>> = {
  'mailbox-settings': {
    rows: 'one',
    source: 'graph',
    columns: {
      Language: text('German (Germany)', 'English (United States)', 'français (France)'),
      Locale: text('de-DE', 'en-US', 'fr-FR', 'ja-JP'),
      TimeZone: text('W. Europe Standard Time', 'Pacific Standard Time', 'Europe/Berlin', 'UTC'),
      AutomaticReplyStatus: STATUS,
      AutomaticReplyExternalAudience: AUDIENCE,
      AutomaticReplyStart: utc,
      AutomaticReplyEnd: utc,
      AutomaticReplyActive: YES_NO,
      DateFormat: text('dd.MM.yyyy', 'M/d/yyyy', 'yyyy-MM-dd'),
      TimeFormat: text('HH:mm', 'h:mm tt'),
      WorkingDays: listOf('sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'),
      WorkingHoursStart: text('08:00:00', '09:00:00'),
      WorkingHoursEnd: text('17:00:00', '18:00:00'),
      WorkingHoursTimeZone: text('W. Europe Standard Time', 'UTC'),
      DelegateMeetingMessages: word(
        'sendToDelegateAndInformationToPrincipal',
        'sendToDelegateAndPrincipal',
        'sendToDelegateOnly',
      ),
      ArchiveFolder: text('Archive', 'Archiv'),
      UserPurpose: word('user', 'linked', 'shared', 'room', 'equipment', 'others', 'unknownFutureValue'),
    },
  },
  'automatic-replies': {
    rows: 'one',
    source: 'graph',
    columns: {
      AutomaticReplyStatus: STATUS,
      AutomaticReplyExternalAudience: AUDIENCE,
      AutomaticReplyStart: utc,
      AutomaticReplyEnd: utc,
      InternalReply: text('vacation', 'alert'),
      ExternalReply: text('vacation', 'alert'),
    },
  },
  'inbox-rules': {
    rows: 'many',
    source: 'graph',
    columns: {
      RuleName: text('Newsletter', 'Forward'),
      Sequence: number(1, 2, 3),
      Enabled: flag,
      HasError: flag,
      ReadOnly: flag,
      ForwardTo: TARGETS,
      RedirectTo: TARGETS,
      ForwardAsAttachmentTo: TARGETS,
      ExternalTargets: TARGETS,
      UnresolvedTargets: list('Megan', '/O=EXCHANGELABS'),
      Hides: flag,
      Delete: flag,
      PermanentDelete: flag,
      MoveToFolder: text('AAMk', 'Archive'),
      CopyToFolder: text('AAMk'),
      MarkAsRead: flag,
      MarkImportance: word('low', 'normal', 'high'),
      AssignCategories: list('Red category', 'Important'),
      StopProcessingRules: flag,
      Conditions: object,
      Exceptions: object,
    },
  },
  'calendar-permissions': {
    rows: 'many',
    source: 'graph',
    columns: {
      GrantedTo: text('My Organization', 'Megan'),
      GrantedToAddress: ADDRESSES,
      Role: word(...ROLES),
      AllowedRoles: listOf(...ROLES),
      InsideOrganization: flag,
      Removable: flag,
    },
  },
  folders: {
    rows: 'many',
    source: 'graph',
    columns: {
      FolderPath: text('Inbox', 'Archive/'),
      Folder: text('Inbox', 'Posteingang'),
      Items: number(0, 10, 1000),
      UnreadItems: number(0, 5),
      ChildFolders: number(0, 1, 3),
      SearchFolder: flag,
    },
  },
  'mailbox-properties': {
    rows: 'one',
    source: 'exchange',
    columns: {
      DisplayName: text('Megan', ' '),
      RecipientTypeDetails: TYPES,
      PrimarySmtpAddress: ADDRESSES,
      ForwardingAddress: ADDRESSES,
      ForwardingSmtpAddress: ADDRESSES,
      DeliverToMailboxAndForward: flag,
      ExternalTargets: TARGETS,
      AccountDisabled: flag,
      LitigationHoldEnabled: flag,
      InPlaceHolds: list('UniH', 'mbx'),
      LitigationHoldDate: utc,
      LitigationHoldOwner: text('admin'),
      LitigationHoldDuration: text('Unlimited', '2555.00:00:00'),
      RetentionHoldEnabled: flag,
      ComplianceTagHoldApplied: flag,
      DelayHoldApplied: flag,
      DelayReleaseHoldApplied: flag,
      RetentionPolicy: text('Default MRM Policy'),
      SingleItemRecoveryEnabled: flag,
      RetainDeletedItemsFor: number(14, 30),
      AuditEnabled: flag,
      Audited: YES_NO,
      HiddenFromAddressListsEnabled: flag,
      IsDirSynced: flag,
      ArchiveStatus: word('Active', 'None'),
      ProhibitSendReceiveQuotaGB: number(50, 99, 100),
      ArchiveQuotaGB: number(50, 100),
      RecoverableItemsQuotaGB: number(30, 100),
      GrantSendOnBehalfTo: list('megan', 'alex'),
      MessageCopyForSentAsEnabled: flag,
      WhenCreated: utc,
      AuditAdmin: list('Update', 'Move', 'SendAs'),
      AuditDelegate: list('Update', 'SendAs'),
      AuditOwner: list('Update', 'MailboxLogin'),
      AutoExpandingArchiveEnabled: flag,
      RecipientLimits: number(500, 1000),
      MaxSendSizeMB: number(35, 150),
      MaxReceiveSizeMB: number(36, 150),
      MessageCopyForSendOnBehalfEnabled: flag,
      RoleAssignmentPolicy: text('Default Role Assignment Policy'),
    },
  },
  'client-access': {
    rows: 'one',
    source: 'exchange',
    columns: {
      SmtpAuth: ON_OFF,
      SmtpClientAuthenticationDisabled: flag,
      ImapEnabled: flag,
      PopEnabled: flag,
      ActiveSyncEnabled: flag,
      OWAEnabled: flag,
      MAPIEnabled: flag,
      EwsEnabled: flag,
      Ews: word('blocked', 'allow-listed', 'allowed'),
      OwaMailboxPolicy: text('OwaMailboxPolicy-Default'),
    },
  },
  'mailbox-permissions': {
    rows: 'many',
    source: 'exchange',
    columns: {
      Right: text('FullAccess', 'SendAs', 'SendOnBehalf', 'ReadPermission'),
      Trustee: ADDRESSES,
      Inherited: flag,
      Deny: flag,
    },
  },
  accounts: {
    rows: 'one',
    source: 'listing',
    columns: {
      DisplayName: text('Megan', ' '),
      UserPrincipalName: ADDRESSES,
      AccountEnabled: flag,
      UserType: word('Member', 'Guest'),
      Department: text('Sales', 'R&D'),
      JobTitle: text('Manager', 'Engineer'),
      Licenses: list('SPE_E3', 'ENTERPRISEPACK'),
      CreatedOn: utc,
      LastSignIn: utc,
      LastNonInteractiveSignIn: utc,
      LastSuccessfulSignIn: utc,
      DaysSinceSignIn: number(7, 30, 90),
      MfaRegistered: flag,
      MfaCapable: flag,
      LastPasswordChange: utc,
    },
  },
  'mailbox-usage': {
    rows: 'one',
    source: 'listing',
    columns: {
      UsedGB: number(1, 10, 50),
      Items: number(100, 10_000),
      DeletedItemsGB: number(1),
      QuotaGB: number(50, 99, 100),
      QuotaPercent: number(10, 75, 90),
      LastActivityDate: text('2026-11-30', '2027-03-01'),
      HasArchive: flag,
      ReportDate: text('2026-11-30', '2027-03-01'),
    },
  },
  archives: {
    rows: 'one',
    source: 'exchange',
    columns: {
      ArchiveGB: number(0, 10, 50),
      ArchiveQuotaGB: number(50, 100),
      ArchivePercent: number(10, 75, 90),
      RecoverableItemsGB: number(0, 10, 20),
      RecoverableItemsQuotaGB: number(30, 100),
    },
  },
  'protocol-use': {
    rows: 'one',
    source: 'listing',
    columns: {
      SmtpAuthSetting: ON_OFF,
      SmtpAuthLastUsed: utc,
      SmtpAuthUses30d: number(0, 3),
      SmtpUsed: YES_NO,
      ImapUsed: YES_NO,
      PopUsed: YES_NO,
      Source: word('sign-ins', 'app-usage'),
    },
  },
  access: {
    rows: 'many',
    source: 'derived',
    columns: {
      Trustee: ADDRESSES,
      TrusteeName: text('Megan', ' '),
      Right: text('FullAccess', 'SendAs', 'SendOnBehalf', 'Calendar: write', 'Forwarding', 'InboxRule'),
      Through: text('direct', 'Sales Team'),
      Inside: flag,
    },
  },
  applications: {
    rows: 'one',
    source: 'derived',
    columns: {
      CanReadMail: list('Backup', 'CRM'),
      CanWriteMail: list('Backup', 'CRM'),
      CanSend: list('Backup', 'CRM'),
      CanChangeSettings: list('Backup', 'CRM'),
      CanUseCalendar: list('Backup', 'CRM'),
      Through: list('Backup', 'CRM'),
      AppIds: list('00000003-0000-0000-c000-000000000000'),
      Delegated: list('Backup', 'CRM'),
      ConsentedByPerson: list('Backup', 'CRM'),
      Unknown: { type: 'reasons' },
    },
  },
  mailboxes: {
    rows: 'one',
    source: 'derived',
    columns: {
      DisplayName: text('Megan', ' '),
      PrimarySmtpAddress: ADDRESSES,
      Type: TYPES,
      AccountEnabled: flag,
      Licenses: list('SPE_E3', 'ENTERPRISEPACK'),
      Department: text('Sales', 'R&D'),
      UsedGB: number(1, 10),
      QuotaPercent: number(75, 90),
      Archive: YES_NO,
      OnHold: YES_NO,
      LastActivityDate: text('2026-11-30', '2027-03-01'),
      DaysSinceSignIn: number(30, 90),
      SendsOutside: TARGETS,
      HidesMail: YES_NO,
      Delegates: number(0, 1, 3),
      OutsideAccess: TARGETS,
      SmtpAuth: ON_OFF,
      SmtpAuthUsed: YES_NO,
      Imap: ON_OFF,
      Pop: ON_OFF,
      AutomaticReply: YES_NO,
      MfaRegistered: flag,
      HiddenFromAddressLists: flag,
      IsDirSynced: flag,
    },
  },
  organization: {
    rows: 'table',
    source: 'tenant',
    columns: {
      Name: text('contoso.onmicrosoft.com'),
      Audited: YES_NO,
      UnifiedAuditLog: word('on', 'off'),
      AuditBypass: list('svc'),
      AutoForwarding: word('off', 'automatic', 'on'),
      OutboundExternalPerHour: number(0, 400),
      OutboundInternalPerHour: number(0, 1000),
      OutboundPerDay: number(0, 1000),
      OutboundAction: text('BlockUser', 'Alert'),
      RemoteDomainForwarding: list('*', 'fabrikam.com'),
      DirectSend: word('rejected', 'allowed'),
      SmtpAuth: word('on', 'off'),
      Ews: word('blocked', 'allow-listed', 'allowed'),
      ModernAuth: word('on', 'off'),
      OwaStorageProviders: word('on', 'off'),
      OwaPersonalAccounts: word('on', 'off'),
      OwaPersonalCalendars: word('on', 'off'),
      AddIns: list('My Custom Apps', 'My Marketplace Apps'),
      Bookings: word('on', 'off'),
      SharedBookings: word('on', 'off'),
      SafeList: word('on', 'off'),
      AllowedIps: list('192.0.2.10', '203.0.113.0/24'),
      AllowedSenderDomains: list('news.example'),
      AutoForwardingNotOff: list('Default: on', 'Partners: automatic'),
      ExternalTagAllowList: list('fabrikam.com'),
      MailTipsAll: flag,
      MailTipsExternal: flag,
      MailTipsGroupMetrics: flag,
      MailTipsLargeAudience: number(10, 25),
      CustomerLockbox: word('on', 'off'),
      ExternalTag: word('on', 'off'),
      Holds: list('mbx'),
    },
  },
  addresses: {
    rows: 'table of many',
    source: 'tenant',
    columns: {
      Address: ADDRESSES,
      Owner: ADDRESSES,
      OwnerName: text('Outer List', 'Partner Desk', 'Megan'),
      OwnerType: text('UserMailbox', 'SharedMailbox', 'MailContact', 'MailUniversalDistributionGroup'),
      Primary: YES_NO,
      Domain: text('contoso.com', 'fabrikam.com', 'contoso.onmicrosoft.com'),
      DomainAccepted: YES_NO,
      Hidden: YES_NO,
      Lands: list('nowhere', 'desk@fabrikam.com', 'former@adatum.com'),
      Route: { type: 'reasons' },
      OutsideSenders: word('accepted', 'refused'),
    },
  },
  'applications-of-tenant': {
    rows: 'table of many',
    source: 'tenant',
    columns: {
      Application: text('Backup', 'CRM'),
      AppId: text('a11ca700', '00000003-0000-0000-c000-000000000000'),
      Publisher: text('Contoso', 'Fabrikam'),
      VerifiedPublisher: text('Fabrikam'),
      FirstParty: flag,
      Permission: list('Mail.Read', 'Mail.Send', 'Exchange.ManageAsApp'),
      Scope: list('tenant-wide', 'delegated', 'rights on mailboxes'),
      GrantedOn: list('2026-12-02', '2027-03-01'),
      LastSignIn: text('2026', '2027'),
      Owners: list('megan@contoso.com', 'Backup'),
      CredentialExpiresOn: text('2026', '2027'),
      Enabled: flag,
    },
  },
  'deleted-mailboxes': {
    rows: 'table of many',
    source: 'tenant',
    columns: {
      Address: ADDRESSES,
      DisplayName: text('Megan', ' '),
      Kind: word('soft-deleted', 'inactive'),
      Type: TYPES,
      DeletedOn: utc,
      DaysLeft: number(7, 15, 30),
      KeptBy: list('litigation hold', 'delay hold', 'UniH', 'organization-wide'),
      ArchiveStatus: text('Active', 'None'),
      ExchangeGuid: text('0', 'a'),
    },
  },
  // Those of report files, which worlds have with these names.
  regional: {
    rows: 'one',
    source: 'graph',
    columns: {
      Locale: text('de-DE', 'en-US', 'fr-FR', 'ja-JP'),
      Zone: text('W. Europe Standard Time', 'Europe/Berlin', 'UTC'),
      Replies: STATUS,
      RepliesEnd: utc,
      Begins: text('08:00:00', '09:00:00'),
      Days: list('monday', 'friday', 'sunday'),
      DayCount: number(0, 4, 5),
      InEnglish: flag,
      Hours: object,
    },
  },
  'remote-domains': {
    rows: 'table of many',
    source: 'tenant',
    columns: { Domain: text('*', 'fabrikam.com'), Forwards: flag },
  },
};
