import type { Json } from '../json.ts';
import type { ValueType } from './rows.ts';

const SERVER = 'AM9PR05MB8123';
const FOREST = 'EURPR05A010.PROD.OUTLOOK.COM';
const ORGANISATION = `${FOREST}/Microsoft Exchange Hosted Organizations/contoso.onmicrosoft.com`;
const GROUP = `/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)`;
const NO_GUID = '00000000-0000-0000-0000-000000000000';

const AUDIT_ADMIN = [
  ...['Update', 'MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'SendAs', 'SendOnBehalf', 'Create'],
  ...[
    'UpdateFolderPermissions',
    'UpdateInboxRules',
    'UpdateCalendarDelegation',
    'ApplyRecord',
    'MailItemsAccessed',
    'Send',
  ],
];
const AUDIT_DELEGATE = [
  ...['Update', 'MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'SendAs', 'SendOnBehalf', 'Create'],
  ...['UpdateFolderPermissions', 'UpdateInboxRules', 'ApplyRecord', 'MailItemsAccessed'],
];
const AUDIT_OWNER = [
  ...['Update', 'MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'UpdateFolderPermissions', 'UpdateInboxRules'],
  ...['UpdateCalendarDelegation', 'ApplyRecord', 'MailItemsAccessed', 'Send'],
];

/** The actions that are audited by default. */
export const AUDIT_ACTIONS = { Admin: AUDIT_ADMIN, Delegate: AUDIT_DELEGATE, Owner: AUDIT_OWNER };

const FALSE = [
  ...[
    'AntispamBypassEnabled',
    'ArchiveRelease',
    'AuxMailboxParentObjectIdValue',
    'CalendarRepairDisabled',
    'DeliverToForwardingSet',
  ],
  ...['DisabledMailboxLocations', 'ElcProcessingDisabled', 'EmailAddressPolicyEnabled', 'EndDateForRetentionHoldSet'],
  ...['HasPicture', 'HasSnackyAppData', 'HasSpokenName', 'HiddenGroupMembershipEnabled', 'IncludeInGarbageCollection'],
  ...['IsExcludedFromServingHierarchy', 'IsLinked', 'IsMachineToPersonTextMessagingEnabled', 'IsMonitoringMailbox'],
  ...[
    'IsPersonToPersonTextMessagingEnabled',
    'IsRootPublicFolderMailbox',
    'IsSoftDeletedByDisable',
    'IsSoftDeletedByRemove',
  ],
  ...[
    'IsHierarchyReady',
    'IsHierarchySyncEnabled',
    'IsValidSecurityPrincipal',
    'ModerationEnabled',
    'MessageTrackingReadStatusDisabled',
  ],
  ...[
    'NonCompliantDevices',
    'OrphanSoftDeleteTrackingDisabled',
    'PersistedCapabilitiesChanged',
    'QueryBaseDNRestrictionEnabled',
  ],
  ...[
    'RemotePowerShellBlocked',
    'RequireSenderAuthenticationEnabled',
    'ResetPasswordOnNextLogon',
    'RoomMailboxAccountEnabled',
  ],
  ...[
    'SKUAssigned',
    'SchedulerAssistant',
    'StsRefreshTokensReset',
    'UseDatabaseQuotaDefaults',
    'UseDatabaseRetentionDefaults',
  ],
  ...['WasInactiveMailbox', 'AccountDisabledForMigration', 'DataEncryptionPolicyApplied', 'AutoSubscribeNewMembers'],
];
const BLANK = [
  ...[
    'AddressBookPolicyName',
    'ArchiveDomain',
    'ArchiveDatabase',
    'CustomAttribute1',
    'CustomAttribute2',
    'CustomAttribute3',
  ],
  ...[
    'CustomAttribute4',
    'CustomAttribute5',
    'CustomAttribute6',
    'CustomAttribute7',
    'CustomAttribute8',
    'CustomAttribute9',
  ],
  ...[
    'CustomAttribute10',
    'CustomAttribute11',
    'CustomAttribute12',
    'CustomAttribute13',
    'CustomAttribute14',
    'CustomAttribute15',
  ],
  ...['ImmutableId', 'LinkedMasterAccount', 'MicrosoftOnlineServicesID', 'NetID', 'Notes', 'Office', 'OriginalNetID'],
  ...[
    'RetentionComment',
    'RetentionUrl',
    'SamAccountName',
    'SimpleDisplayName',
    'TenantUpgradeStatus',
    'UnifiedMailbox',
  ],
];
const NULL = [
  ...[
    'AddressBookPolicy',
    'AdminDisplayVersion',
    'ArchiveLogonTime',
    'AuxMailboxParentObjectId',
    'DataEncryptionPolicy',
  ],
  ...['DefaultPublicFolderMailbox', 'DisabledArchiveDatabase', 'DisabledArchiveGuid', 'EffectivePublicFolderMailbox'],
  ...['EndDateForRetentionHold', 'ExternalOofOptions', 'InformationBarrierMode', 'LastExchangeChangedTime', 'MailTip'],
  ...[
    'MailboxContainerGuid',
    'MailboxMoveRemoteHostName',
    'MailboxMoveSourceMDB',
    'MailboxMoveTargetMDB',
    'MailboxPlan',
  ],
  ...[
    'MailboxProvisioningConstraint',
    'MailboxRelease',
    'ManagedFolderMailboxPolicy',
    'OfflineAddressBook',
    'OrphanSoftDeleteTime',
  ],
  ...[
    'PitrEnabled',
    'PreviousRecipientTypeDetails',
    'ReconciliationId',
    'RejectMessagesFromGroup',
    'RemoteAccountPolicy',
  ],
  ...[
    'SharingPolicyName',
    'SiloName',
    'StartDateForRetentionHold',
    'StsRefreshTokensValidFrom',
    'ThrottlingPolicy',
    'UMDtmfMap',
  ],
];
const EMPTY = [
  ...[
    'AcceptMessagesOnlyFrom',
    'AcceptMessagesOnlyFromDLMembers',
    'AcceptMessagesOnlyFromSendersOrMembers',
    'AdministrativeUnits',
  ],
  ...[
    'AggregatedMailboxGuids',
    'BypassModerationFromSendersOrMembers',
    'ExtensionCustomAttribute1',
    'ExtensionCustomAttribute2',
  ],
  ...['ExtensionCustomAttribute3', 'ExtensionCustomAttribute4', 'ExtensionCustomAttribute5', 'Extensions', 'Languages'],
  ...['MailTipTranslations', 'ModeratedBy', 'ObjectClassValues', 'ProtocolSettings', 'RejectMessagesFrom'],
  ...[
    'RejectMessagesFromDLMembers',
    'RejectMessagesFromSendersOrMembers',
    'ResourceCustom',
    'UMAddresses',
    'PoliciesExcluded',
  ],
  ...[
    'PersistedCapabilities',
    'MailboxRegionSuffixes',
    'DelegateListLink',
    'DirectReportsLink',
    'AuthenticationFactors',
  ],
];

type Constant = readonly [name: string, type: ValueType, value: Json];

/** The rest of the some 170 properties of `Get-Mailbox`, which with their annotations make up 15 KB of a mailbox. */
export const OTHER_PROPERTIES: readonly Constant[] = [
  ...FALSE.map((name): Constant => [name, 'plain', false]),
  ...BLANK.map((name): Constant => [name, 'plain', '']),
  ...NULL.map((name): Constant => [name, 'plain', null]),
  ...EMPTY.map((name): Constant => [name, 'list', []]),
  [
    'AddressListMembership',
    'list',
    [
      '\\Mailboxes(VLV)',
      '\\All Mailboxes(VLV)',
      '\\All Recipients(VLV)',
      '\\Default Global Address List',
      '\\All Users',
    ],
  ],
  ['ArchiveQuota', 'plain', '100 GB (107,374,182,400 bytes)'],
  ['ArchiveWarningQuota', 'plain', '90 GB (96,636,764,160 bytes)'],
  ['CalendarLoggingQuota', 'plain', '6 GB (6,442,450,944 bytes)'],
  ['CalendarVersionStoreDisabled', 'plain', false],
  ['ComplianceTagHoldState', 'int32', 0],
  ['Database', 'plain', 'EURPR05DG204-db031'],
  ['DatabaseGuid', 'guid', '6a1f7b36-0d1f-4f5e-b8a3-91d4c1f9b0aa'],
  ['ExchangeObjectId', 'guid', 'e45d1c0a-5c35-4c31-9c8e-0d2a8a0f6c11'],
  ['ExchangeSecurityDescriptor', 'plain', 'System.Security.AccessControl.RawSecurityDescriptor'],
  ['ExchangeUserAccountControl', 'plain', 'None'],
  ['ExchangeVersion', 'plain', '0.20 (15.0.0.0)'],
  ['AdminDisplayName', 'plain', ''],
  ['ForwardingOptions', 'int16', 0],
  ['JournalArchiveAddress', 'plain', ''],
  ['LegacyExchangeDN', 'plain', `${GROUP}/cn=Recipients/cn=9f2c7a4d1e6b4c5aa0d3b7e1f8c26d54-mailbox`],
  [
    'MailboxLocations',
    'list',
    [`1;6a1f7b36-0d1f-4f5e-b8a3-91d4c1f9b0aa;Primary;${FOREST};7c7b2f5e-3c39-4d2b-8e15-2f6e4f3a9b10`],
  ],
  ['MailboxMoveBatchName', 'plain', ''],
  ['MailboxMoveFlags', 'plain', 'None'],
  ['MailboxMoveStatus', 'plain', 'None'],
  ['MaxBlockedSenders', 'int32', 500],
  ['MaxSafeSenders', 'int32', 1024],
  ['ObjectCategory', 'plain', `${FOREST}/Configuration/Schema/Person`],
  ['ObjectClass', 'list', ['top', 'person', 'organizationalPerson', 'user']],
  ['ObjectState', 'plain', 'Changed'],
  ['OrganizationId', 'plain', `${ORGANISATION} - ${FOREST}/ConfigurationUnits/contoso.onmicrosoft.com/Configuration`],
  ['OrganizationalUnit', 'plain', ORGANISATION],
  ['OriginatingServer', 'plain', `AM7PR05A010DC04.${FOREST}`],
  ['PoliciesIncluded', 'list', ['0b5e7a0f-7f0c-4c83-9a5d-1ad2f6d7fb9d', '{26491cfc-9e50-4857-861b-0cb8df22b5d7}']],
  ['QueryBaseDN', 'plain', ''],
  ['RecoverableItemsQuota', 'plain', '30 GB (32,212,254,720 bytes)'],
  ['RecoverableItemsWarningQuota', 'plain', '20 GB (21,474,836,480 bytes)'],
  ['RoleAssignmentPolicy', 'plain', 'Default Role Assignment Policy'],
  ['RulesQuota', 'plain', '256 KB (262,144 bytes)'],
  ['SCLDeleteEnabled', 'plain', null],
  ['SCLDeleteThreshold', 'int32', null],
  ['SCLJunkEnabled', 'plain', null],
  ['SCLQuarantineEnabled', 'plain', null],
  ['SCLRejectEnabled', 'plain', null],
  ['SendModerationNotifications', 'plain', 'Always'],
  ['ServerLegacyDN', 'plain', `${GROUP}/cn=Configuration/cn=Servers/cn=${SERVER}`],
  ['ServerName', 'plain', SERVER.toLowerCase()],
  ['SharingPolicy', 'plain', 'Default Sharing Policy'],
  ['SourceAnchor', 'plain', ''],
  ['UsageLocation', 'plain', 'Germany'],
  ['UserCertificate', 'list', []],
  ['UserSMimeCertificate', 'list', []],
  ['UnifiedGroupGuid', 'guid', NO_GUID],
];
