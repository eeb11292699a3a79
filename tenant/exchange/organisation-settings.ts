import { ExchangeMailbox } from './mailbox.ts';
import type { Property } from './rows.ts';

/** The organisation's settings that mailboxes fall back on. https://learn.microsoft.com/powershell/module/exchange/get-transportconfig */
export const TRANSPORT_PROPERTIES: readonly Property<undefined>[] = [
  ['AdminDisplayName', 'plain', () => ''],
  ['Identity', 'plain', () => 'Transport Settings'],
  ['Name', 'plain', () => 'Transport Settings'],
  ['SmtpClientAuthenticationDisabled', 'plain', () => true],
  ['AllowLegacyTLSClients', 'plain', () => null],
  ['ExternalPostmasterAddress', 'plain', () => null],
  ['HeaderPromotionModeSetting', 'plain', () => 'NoCreate'],
  ['InternalSMTPServers', 'list', () => []],
  ['MaxReceiveSize', 'plain', () => 'Unlimited'],
  ['MaxRecipientEnvelopeLimit', 'plain', () => 'Unlimited'],
  ['MaxSendSize', 'plain', () => 'Unlimited'],
  ['MessageExpiration', 'plain', () => '1.00:00:00'],
  ['ReplyAllStormProtectionEnabled', 'plain', () => true],
  ['Rfc2231EncodingEnabled', 'plain', () => false],
];

/** https://learn.microsoft.com/powershell/module/exchange/get-accepteddomain */
export interface AcceptedDomain {
  readonly name: string;
  readonly isDefault: boolean;
  readonly isInitial: boolean;
  readonly type: 'Authoritative' | 'InternalRelay';
  readonly matchSubDomains: boolean;
}

export const DOMAIN_PROPERTIES: readonly Property<AcceptedDomain>[] = [
  ['DomainName', 'plain', ({ name }) => name],
  ['CatchAllRecipientID', 'plain', () => null],
  ['DomainType', 'plain', ({ type }) => type],
  ['MatchSubDomains', 'plain', ({ matchSubDomains }) => matchSubDomains],
  ['Default', 'plain', ({ isDefault }) => isDefault],
  ['InitialDomain', 'plain', ({ isInitial }) => isInitial],
  ['AuthenticationType', 'plain', () => 'Managed'],
  ['EmailOnly', 'plain', () => false],
  ['OutboundOnly', 'plain', () => false],
  ['Name', 'plain', ({ name }) => name],
  ['Identity', 'plain', ({ name }) => name],
  ['Id', 'plain', ({ name }) => name],
];

/** https://learn.microsoft.com/powershell/module/exchange/get-organizationconfig */
export const ORGANISATION_PROPERTIES: readonly Property<undefined>[] = [
  ['Identity', 'plain', () => 'contoso.onmicrosoft.com'],
  ['Name', 'plain', () => 'contoso.onmicrosoft.com'],
  ['AuditDisabled', 'plain', () => false],
  ['EwsEnabled', 'plain', () => true],
  ['EwsAllowedAppIDs', 'plain', () => '9e2f2f9b-5f0a-4a0c-8d0e-3a1b6c7d8e9f'],
  // Of all mailboxes, a policy that only deletes; of all groups, one that keeps.
  ['InPlaceHolds', 'list', () => ['mbx7cfb30345d454ac0a989ab3041051209:1', 'grp1a0a132ee8944501a4bb6a452ec31171:3']],
  ['MailTipsAllTipsEnabled', 'plain', () => true],
  ['MailTipsExternalRecipientsTipsEnabled', 'plain', () => false],
  ['MailTipsGroupMetricsEnabled', 'plain', () => true],
  ['MailTipsLargeAudienceThreshold', 'int32', () => 25],
  ['OAuth2ClientProfileEnabled', 'plain', () => true],
  ['RejectDirectSend', 'plain', () => false],
  ['BookingsEnabled', 'plain', () => true],
  ['CustomerLockboxEnabled', 'plain', () => false],
  ['AutoExpandingArchiveEnabled', 'plain', () => false],
  ['EwsApplicationAccessPolicy', 'plain', () => null],
  ['DefaultAuthenticationPolicy', 'plain', () => null],
  ['PublicFoldersEnabled', 'plain', () => 'Local'],
  ['ActivityBasedAuthenticationTimeoutInterval', 'plain', () => '06:00:00'],
  ['ConnectorsEnabled', 'plain', () => true],
  ['MessageRecallEnabled', 'plain', () => null],
  ['IsDehydrated', 'plain', () => false],
  ['IPListBlocked', 'list', () => []],
  ['SendFromAliasEnabled', 'plain', () => false],
];

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxauditbypassassociation */
export const AUDIT_BYPASS_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['ObjectId', 'plain', (mailbox) => mailbox.name],
  ['AuditBypassEnabled', 'plain', (mailbox) => mailbox.chance('audit bypass').next() < 0.02],
  ['Name', 'plain', (mailbox) => mailbox.name],
  ['Identity', 'plain', (mailbox) => mailbox.name],
  ['Id', 'plain', (mailbox) => mailbox.name],
  ['Guid', 'guid', (mailbox) => mailbox.guid],
  ['DistinguishedName', 'plain', (mailbox) => mailbox.distinguishedName],
  ['WhenCreated', 'plain', () => undefined],
];

/** https://learn.microsoft.com/powershell/module/exchange/get-managementrole */
export const ROLE_PROPERTIES: readonly Property<string>[] = [
  ['Name', 'plain', (name) => name],
  ['RoleType', 'plain', (name) => name.replaceAll(' ', '')],
  ['Identity', 'plain', (name) => name],
  ['IsRootRole', 'plain', () => true],
];
