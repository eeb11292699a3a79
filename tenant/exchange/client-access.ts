import type { ExchangeMailbox } from './mailbox.ts';
import type { Property } from './rows.ts';

function isOn(mailbox: ExchangeMailbox, protocol: string, share: number): boolean {
  return mailbox.chance(protocol).next() < share;
}

/** For most, the setting of the organisation applies. */
function smtpAuthDisabled(mailbox: ExchangeMailbox): boolean | null {
  const lot = mailbox.chance('SMTP AUTH').next();
  if (lot < 0.8) return null;
  return lot < 1 - mailbox.organisation.people.habits.smtpAuth;
}

/** What `Get-CASMailbox` returns of a mailbox. https://learn.microsoft.com/powershell/module/exchange/get-casmailbox */
export const CLIENT_ACCESS_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['EmailAddresses', 'list', (mailbox) => mailbox.emailAddresses],
  ['PrimarySmtpAddress', 'plain', (mailbox) => mailbox.primarySmtpAddress],
  ['DisplayName', 'plain', (mailbox) => mailbox.displayName],
  ['Name', 'plain', (mailbox) => mailbox.name],
  ['Identity', 'plain', (mailbox) => mailbox.name],
  ['Id', 'plain', (mailbox) => mailbox.name],
  ['DistinguishedName', 'plain', (mailbox) => mailbox.distinguishedName],
  ['Guid', 'guid', (mailbox) => mailbox.guid],
  ['ExternalDirectoryObjectId', 'plain', (mailbox) => mailbox.objectId],
  ['SmtpClientAuthenticationDisabled', 'plain', smtpAuthDisabled],
  ['ImapEnabled', 'plain', (mailbox) => isOn(mailbox, 'IMAP', mailbox.organisation.people.habits.imap)],
  ['PopEnabled', 'plain', (mailbox) => isOn(mailbox, 'POP', mailbox.organisation.people.habits.pop)],
  ['ActiveSyncEnabled', 'plain', (mailbox) => isOn(mailbox, 'ActiveSync', 0.9)],
  ['OWAEnabled', 'plain', (mailbox) => isOn(mailbox, 'OWA', 0.97)],
  ['ECPEnabled', 'plain', (mailbox) => isOn(mailbox, 'ECP', 0.98)],
  ['MAPIEnabled', 'plain', (mailbox) => isOn(mailbox, 'MAPI', 0.99)],
  ['EwsEnabled', 'plain', (mailbox) => (isOn(mailbox, 'EWS set', 0.4) ? isOn(mailbox, 'EWS', 0.7) : null)],
  ['OWAforDevicesEnabled', 'plain', () => true],
  ['UniversalOutlookEnabled', 'plain', () => true],
  ['OutlookMobileEnabled', 'plain', () => true],
  ['MacOutlookEnabled', 'plain', () => true],
  ['ActiveSyncAllowedDeviceIDs', 'list', () => []],
  ['ActiveSyncBlockedDeviceIDs', 'list', () => []],
  ['ActiveSyncMailboxPolicy', 'plain', () => 'Default'],
  ['OwaMailboxPolicy', 'plain', () => 'OwaMailboxPolicy-Default'],
  ['HasActiveSyncDevicePartnership', 'plain', (mailbox) => isOn(mailbox, 'device', 0.3)],
  ['PopUseProtocolDefaults', 'plain', () => true],
  ['ImapUseProtocolDefaults', 'plain', () => true],
  ['EwsAllowOutlook', 'plain', () => null],
  ['EwsApplicationAccessPolicy', 'plain', () => null],
  ['ServerName', 'plain', () => 'am9pr05mb8123'],
  ['ExchangeVersion', 'plain', () => '0.20 (15.0.0.0)'],
];
