import type { CommandTemplate } from '../../text/power-shell.ts';
import type { ColumnSentence } from '../definition.ts';
import type { MadeTable } from '../table.ts';
import { typedColumns } from './column-types.ts';
import { COLUMNS as OF_SETTINGS } from './organization/columns.ts';
import { CONTROL_COLUMNS } from './organization/control-columns.ts';
import { hasMorePolicies } from './organization/outbound-mail.ts';

const ALL = { ResultSize: 'Unlimited' };

const COLUMNS = { ...OF_SETTINGS, ...CONTROL_COLUMNS };

/** The settings of the tenant that controls and the first questions of an incident are about, in one row. */
export const organization: MadeTable = {
  about: 'tenant',
  name: 'organization',
  answers: 'How the tenant is set up: auditing, forwarding, SMTP AUTH, external senders',
  source: 'cmdlets',
  permissions: ['Exchange.ManageAsApp'],
  cmdlets: {
    config: {
      cmdlet: 'Get-OrganizationConfig',
      select: [
        'Name',
        'AuditDisabled',
        'RejectDirectSend',
        'OAuth2ClientProfileEnabled',
        'EwsEnabled',
        'EwsAllowedAppIDs',
        'MailTipsAllTipsEnabled',
        'MailTipsExternalRecipientsTipsEnabled',
        'MailTipsGroupMetricsEnabled',
        'MailTipsLargeAudienceThreshold',
        'BookingsEnabled',
        'CustomerLockboxEnabled',
        'InPlaceHolds',
      ],
    },
    transport: { cmdlet: 'Get-TransportConfig', select: ['Name', 'SmtpClientAuthenticationDisabled'] },
    auditLog: { cmdlet: 'Get-AdminAuditLogConfig', select: ['Name', 'UnifiedAuditLogIngestionEnabled'] },
    bypasses: {
      cmdlet: 'Get-MailboxAuditBypassAssociation',
      select: ['Name', 'AuditBypassEnabled'],
      parameters: ALL,
      many: true,
    },
    domains: {
      cmdlet: 'Get-AcceptedDomain',
      select: ['DomainName', 'MatchSubDomains'],
      parameters: ALL,
      many: true,
    },
    outbound: {
      cmdlet: 'Get-HostedOutboundSpamFilterPolicy',
      select: [
        'Name',
        'IsDefault',
        'AutoForwardingMode',
        'RecipientLimitExternalPerHour',
        'RecipientLimitInternalPerHour',
        'RecipientLimitPerDay',
        'ActionWhenThresholdReached',
        'NotifyOutboundSpam',
        'NotifyOutboundSpamRecipients',
        'BccSuspiciousOutboundMail',
        'BccSuspiciousOutboundAdditionalRecipients',
      ],
      many: true,
    },
    outboundRules: {
      cmdlet: 'Get-HostedOutboundSpamFilterRule',
      select: [
        'HostedOutboundSpamFilterPolicy',
        'State',
        'Priority',
        'From',
        'FromMemberOf',
        'SenderDomainIs',
        'ExceptIfFrom',
        'ExceptIfFromMemberOf',
        'ExceptIfSenderDomainIs',
      ],
      many: true,
      onlyIf: hasMorePolicies,
    },
    remoteDomains: {
      cmdlet: 'Get-RemoteDomain',
      select: ['DomainName', 'AutoForwardEnabled'],
      parameters: ALL,
      many: true,
    },
    rules: {
      cmdlet: 'Get-TransportRule',
      select: [
        'Name',
        'State',
        'Mode',
        'ActivationDate',
        'ExpiryDate',
        'RedirectMessageTo',
        'BlindCopyTo',
        'CopyTo',
        'AddToRecipients',
        'SetSCL',
        'SenderDomainIs',
        'FromScope',
        'PrependSubject',
      ],
      parameters: ALL,
      many: true,
    },
    sharing: { cmdlet: 'Get-SharingPolicy', select: ['Name', 'Enabled', 'Domains'], many: true },
    externalTag: { cmdlet: 'Get-ExternalInOutlook', select: ['Identity', 'Enabled', 'AllowList'], many: true },
    owa: {
      cmdlet: 'Get-OwaMailboxPolicy',
      select: [
        'Name',
        'IsDefault',
        'AdditionalStorageProvidersAvailable',
        'PersonalAccountsEnabled',
        'PersonalAccountCalendarsEnabled',
        'BookingsMailboxCreationEnabled',
      ],
      many: true,
    },
    roles: { cmdlet: 'Get-RoleAssignmentPolicy', select: ['Name', 'IsDefault', 'AssignedRoles'], many: true },
    connectionFilters: {
      cmdlet: 'Get-HostedConnectionFilterPolicy',
      select: ['Name', 'EnableSafeList', 'IPAllowList'],
      many: true,
    },
    contentFilters: { cmdlet: 'Get-HostedContentFilterPolicy', select: ['Name', 'AllowedSenderDomains'], many: true },
  },
  made: Object.fromEntries(Object.entries(COLUMNS).map(([name, { cell }]) => [name, cell])),
  ...typedColumns(Object.fromEntries(Object.entries(COLUMNS).map(([name, { type }]) => [name, [name, type] as const]))),
  sentences: Object.fromEntries(Object.entries(COLUMNS).map(([name, { sentence }]) => [name, named(sentence, name)])),
  manual: Object.entries(COLUMNS).flatMap(([column, { commands = [] }]) =>
    commands.map(([value, text]) => {
      const command: CommandTemplate = [text];
      return { column, value, command };
    }),
  ),
};

/** A sentence about a column, of one about `{COLUMN}`. */
function named(sentence: ColumnSentence, column: string): ColumnSentence {
  if (typeof sentence === 'string') return sentence;
  return Object.fromEntries(
    Object.entries(sentence).map(([cell, text]): [string, string] => [cell, text.replace('{COLUMN}', `{${column}}`)]),
  );
}
