import { property, type Json, type JsonObject } from '../../../json.ts';
import type { ColumnSentence } from '../../definition.ts';
import { atLeast, known, NOT_KNOWN, shownOf, type Known } from '../../known.ts';
import { NUMBER, oneOf, TEXT, TEXTS, TRUTH } from '../column-types.ts';
import {
  anyIs,
  choice,
  itemsOf,
  nameIf,
  nameOf,
  numberIn,
  ofDefault,
  ofObject,
  textsIn,
  wordIn,
  type Cell,
} from './cells.ts';
import { forwardingRules, spamBypassRules, subjectTagRules } from './mail-flow-rules.ts';
import { autoForwarding, autoForwardingPolicies, FORWARDING_MODES, outboundNotices } from './outbound-mail.ts';

/** A column, and the commands that give its cell a value, for people. */
export interface Column {
  readonly type: JsonObject;
  readonly cell: Cell;
  readonly sentence: ColumnSentence;
  readonly commands?: readonly (readonly [value: Json, command: string])[];
}

const ON_OFF = oneOf('on', 'off');
/** Roles of add-ins that CIS 6.3.1 takes from people. */
const ADD_INS = ['My Custom Apps', 'My Marketplace Apps', 'My ReadWriteMailbox Apps'];

/** The domains of a sharing policy, each with what it may see. */
function sharedWith(policy: JsonObject): Known<string[]> {
  const [name, isEnabled, domains] = [nameOf(policy), property(policy, 'Enabled'), textsIn(policy, 'Domains')];
  if (domains.isKnown && domains.value.length === 0) return domains;
  const shown = shownOf(domains);
  if (shown === undefined || name === '' || typeof isEnabled !== 'boolean') return NOT_KNOWN;
  const items = shown.map((text) => `${name}${isEnabled ? '' : ' (disabled)'}: ${text.replace(':', ': ')}`);
  return domains.isKnown ? known(items) : atLeast(items);
}

/** As the column of `client-access`, without a mailbox's own setting. */
function ews(config: JsonObject): Known<Json> {
  const [setting, applications] = [property(config, 'EwsEnabled'), property(config, 'EwsAllowedAppIDs')];
  if (setting === false) return known('blocked');
  if (setting === null) return known('allowed');
  if (setting !== true || applications === undefined) return NOT_KNOWN;
  const isNone =
    applications === null || applications === '' || (Array.isArray(applications) && applications.length === 0);
  if (isNone) return known('blocked');
  return typeof applications === 'string' || Array.isArray(applications) ? known('allow-listed') : NOT_KNOWN;
}

function addInRoles(policy: JsonObject): Known<Json> {
  const roles = textsIn(policy, 'AssignedRoles');
  const shown = (shownOf(roles) ?? []).map((role) => role.toLowerCase());
  const found = ADD_INS.filter((role) => shown.includes(role.toLowerCase()));
  return roles.isKnown ? known(found) : atLeast(found);
}

/** A setting of the organization: true is `on`. */
function organizationSetting(setting: string, ofOn: string, ofOff: string): Column {
  return {
    type: ON_OFF,
    cell: choice('config', setting, 'on', 'off'),
    sentence: { on: ofOn, off: ofOff },
    commands: [
      ['on', `Set-OrganizationConfig -${setting} $true`],
      ['off', `Set-OrganizationConfig -${setting} $false`],
    ],
  };
}

function mailTips(setting: string, what: string): Column {
  return {
    type: TRUTH,
    cell: choice('config', setting, true, false),
    sentence: { true: `${what} are shown`, false: `${what} are not shown` },
    commands: [
      [true, `Set-OrganizationConfig -${setting} $true`],
      [false, `Set-OrganizationConfig -${setting} $false`],
    ],
  };
}

/** A setting of the policies of Outlook on the web: on if any of them has it. */
function owaSetting(setting: string, what: string): Column {
  return {
    type: ON_OFF,
    cell: anyIs('owa', setting, true, 'on', 'off'),
    sentence: {
      on: `A policy of Outlook on the web allows ${what}`,
      off: `No policy of Outlook on the web allows ${what}`,
    },
    commands: [['off', `Set-OwaMailboxPolicy -Identity NAME -${setting} $false`]],
  };
}

/** A limit of the default outbound spam policy. */
function outboundLimit(setting: string, what: string, most: number): Column {
  return {
    type: NUMBER,
    cell: ofDefault('outbound', (policy) => numberIn(policy, setting)),
    sentence: {
      '0': `There is no limit of ${what}, only that of the service`,
      '*': `The limit of ${what} is {COLUMN}`,
    },
    commands: [[most, `Set-HostedOutboundSpamFilterPolicy -Identity Default -${setting} ${most}`]],
  };
}

/** A list that is best empty. */
function list(cell: Cell, ifNone: string, ifAny: string, command?: string): Column {
  return {
    type: TEXTS,
    cell,
    sentence: { '': ifNone, '*': `${ifAny}: {COLUMN}` },
    ...(command === undefined ? {} : { commands: [[[], command]] }),
  };
}

const NO_FORWARDING = 'Set-HostedOutboundSpamFilterPolicy -Identity NAME -AutoForwardingMode Off';
const NO_RULE = 'Remove-TransportRule -Identity NAME';

/** https://learn.microsoft.com/powershell/module/exchange has a page of each cmdlet and its settings. */
export const COLUMNS: Readonly<Record<string, Column>> = {
  Name: { type: TEXT, cell: ofObject('config', (config) => wordIn(config, 'Name')), sentence: 'The tenant is {Name}' },
  Audited: {
    type: oneOf('yes', 'no'),
    cell: choice('config', 'AuditDisabled', 'no', 'yes'),
    sentence: { yes: 'Mailboxes are audited by default', no: 'Auditing of mailboxes is off' },
    commands: [['yes', 'Set-OrganizationConfig -AuditDisabled $false']],
  },
  UnifiedAuditLog: {
    type: ON_OFF,
    cell: choice('auditLog', 'UnifiedAuditLogIngestionEnabled', 'on', 'off'),
    sentence: { on: 'The unified audit log is on', off: 'The unified audit log is off' },
    commands: [['on', 'Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true']],
  },
  AuditBypass: list(
    itemsOf('bypasses', nameIf('AuditBypassEnabled', 'Name')),
    'No account bypasses auditing',
    'These accounts bypass auditing',
    'Set-MailboxAuditBypassAssociation -Identity NAME -AuditBypassEnabled $false',
  ),
  AutoForwarding: {
    type: oneOf(...FORWARDING_MODES),
    cell: autoForwarding,
    sentence: {
      off: 'Automatic forwarding outside is off',
      automatic: 'Microsoft decides on automatic forwarding outside, which may be on',
      on: 'Automatic forwarding outside is on',
    },
    commands: [['off', NO_FORWARDING]],
  },
  AutoForwardingPolicies: list(
    autoForwardingPolicies,
    'There is no outbound spam policy',
    'Outbound spam policies decide on automatic forwarding',
    NO_FORWARDING,
  ),
  OutboundExternalPerHour: outboundLimit('RecipientLimitExternalPerHour', 'recipients outside an hour', 500),
  OutboundInternalPerHour: outboundLimit('RecipientLimitInternalPerHour', 'recipients inside an hour', 1000),
  OutboundPerDay: outboundLimit('RecipientLimitPerDay', 'recipients a day', 1000),
  OutboundAction: {
    type: TEXT,
    cell: ofDefault('outbound', (policy) => wordIn(policy, 'ActionWhenThresholdReached')),
    sentence: 'The action at a limit of outbound mail is {OutboundAction}',
    commands: [
      ['BlockUser', 'Set-HostedOutboundSpamFilterPolicy -Identity Default -ActionWhenThresholdReached BlockUser'],
    ],
  },
  OutboundNotices: list(
    outboundNotices,
    'No notice of outbound spam is sent',
    'Notices of outbound spam',
    'Set-HostedOutboundSpamFilterPolicy -Identity Default -NotifyOutboundSpam $true -NotifyOutboundSpamRecipients ADDRESS',
  ),
  RemoteDomainForwarding: list(
    itemsOf('remoteDomains', nameIf('AutoForwardEnabled', 'DomainName')),
    'No remote domain allows automatic forwarding',
    'Automatic forwarding is allowed to these remote domains',
    'Set-RemoteDomain -Identity NAME -AutoForwardEnabled $false',
  ),
  ForwardingRules: list(
    forwardingRules,
    'No mail flow rule sends mail outside',
    'Mail flow rules send mail outside',
    NO_RULE,
  ),
  SpamBypassRules: list(
    spamBypassRules,
    'No mail flow rule lets domains bypass the spam filter',
    'Mail flow rules let domains bypass the spam filter',
    NO_RULE,
  ),
  SubjectTagRules: {
    ...list(
      subjectTagRules,
      'No mail flow rule tags the subject of mail from outside',
      'Mail flow rules tag the subject of mail from outside',
    ),
    commands: [[[], "New-TransportRule -Name NAME -FromScope NotInOrganization -PrependSubject '[EXTERNAL] '"]],
  },
  CalendarSharing: list(
    itemsOf('sharing', sharedWith),
    'No sharing policy shares calendars',
    'Sharing policies share calendars',
    'Set-SharingPolicy -Identity NAME -Enabled $false',
  ),
  ExternalTag: {
    type: ON_OFF,
    cell: anyIs('externalTag', 'Enabled', false, 'off', 'on'),
    sentence: { on: 'Outlook tags mail from outside', off: 'Outlook does not tag mail from outside' },
    commands: [['on', 'Set-ExternalInOutlook -Enabled $true']],
  },
  ExternalTagAllowList: list(
    itemsOf('externalTag', (tag) => textsIn(tag, 'AllowList')),
    'Outlook tags mail of all senders outside',
    'Outlook does not tag mail of these senders',
    "Set-ExternalInOutlook -AllowList @{Remove='SENDER'}",
  ),
  DirectSend: {
    type: oneOf('rejected', 'allowed'),
    cell: choice('config', 'RejectDirectSend', 'rejected', 'allowed'),
    sentence: { rejected: 'Direct Send is rejected', allowed: 'Direct Send to the tenant is allowed' },
    commands: [['rejected', 'Set-OrganizationConfig -RejectDirectSend $true']],
  },
  ModernAuth: organizationSetting(
    'OAuth2ClientProfileEnabled',
    'Outlook can use modern authentication',
    'Outlook cannot use modern authentication',
  ),
  SmtpAuth: {
    type: ON_OFF,
    cell: choice('transport', 'SmtpClientAuthenticationDisabled', 'off', 'on'),
    sentence: { on: 'SMTP AUTH is on in the organization', off: 'SMTP AUTH is off in the organization' },
    commands: [['off', 'Set-TransportConfig -SmtpClientAuthenticationDisabled $true']],
  },
  Ews: {
    type: oneOf('allowed', 'allow-listed', 'blocked'),
    cell: ofObject('config', ews),
    sentence: {
      allowed: 'EWS is allowed',
      'allow-listed': 'EWS is allowed for the applications of the allow list',
      blocked: 'EWS is blocked',
    },
    commands: [['blocked', 'Set-OrganizationConfig -EwsEnabled $false']],
  },
  MailTipsAll: mailTips('MailTipsAllTipsEnabled', 'MailTips'),
  MailTipsExternal: mailTips('MailTipsExternalRecipientsTipsEnabled', 'MailTips about recipients outside'),
  MailTipsGroupMetrics: mailTips('MailTipsGroupMetricsEnabled', 'MailTips about the size of groups'),
  MailTipsLargeAudience: {
    type: NUMBER,
    cell: ofObject('config', (config) => numberIn(config, 'MailTipsLargeAudienceThreshold')),
    sentence: 'A MailTip is shown from {MailTipsLargeAudience} recipients',
    commands: [[25, 'Set-OrganizationConfig -MailTipsLargeAudienceThreshold 25']],
  },
  OwaStorageProviders: owaSetting('AdditionalStorageProvidersAvailable', 'storage of other providers'),
  OwaPersonalAccounts: owaSetting('PersonalAccountsEnabled', 'personal accounts'),
  OwaPersonalCalendars: owaSetting('PersonalAccountCalendarsEnabled', 'calendars of personal accounts'),
  AddIns: list(
    ofDefault('roles', addInRoles),
    'People cannot add add-ins of Outlook',
    'People can add add-ins of Outlook, by these roles',
    "Remove-ManagementRoleAssignment -Identity 'My Custom Apps-Default Role Assignment Policy'",
  ),
  Bookings: organizationSetting('BookingsEnabled', 'Bookings is on', 'Bookings is off'),
  SharedBookings: owaSetting('BookingsMailboxCreationEnabled', 'shared pages of Bookings'),
  SafeList: {
    type: ON_OFF,
    cell: anyIs('connectionFilters', 'EnableSafeList', true, 'on', 'off'),
    sentence: { on: 'Mail of the safe list skips the spam filter', off: 'The safe list is off' },
    commands: [['off', 'Set-HostedConnectionFilterPolicy -Identity Default -EnableSafeList $false']],
  },
  AllowedIps: list(
    itemsOf('connectionFilters', (filter) => textsIn(filter, 'IPAllowList')),
    'No IP address skips the spam filter',
    'Mail of these IP addresses skips the spam filter',
    "Set-HostedConnectionFilterPolicy -Identity Default -IPAllowList @{Remove='ADDRESS'}",
  ),
  AllowedSenderDomains: list(
    itemsOf('contentFilters', (filter) => textsIn(filter, 'AllowedSenderDomains')),
    'No domain skips the spam filter',
    'Mail of these domains skips the spam filter',
    "Set-HostedContentFilterPolicy -Identity NAME -AllowedSenderDomains @{Remove='DOMAIN'}",
  ),
  CustomerLockbox: organizationSetting(
    'CustomerLockboxEnabled',
    'Microsoft needs approval to see content (Customer Lockbox)',
    'Customer Lockbox is off',
  ),
  Holds: list(
    ofObject('config', (config) => textsIn(config, 'InPlaceHolds')),
    'No retention policy applies to the whole organization',
    'These retention policies apply to the whole organization',
  ),
};
