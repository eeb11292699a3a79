import type { Json } from '../json.ts';
import { contactAt, contactCount, type Contact } from './contacts.ts';
import { addressOf, guidOf, objectIdOf, type RecipientOptions } from './more-recipients.ts';
import { GROUP_ID, GROUP_NAME, type TenantGroup } from '../groups.ts';
import { distinguishedName, type ExchangeMailbox, type Organisation } from './mailbox.ts';
import type { Property } from './rows.ts';

/** Anything that the organisation's directory lists as a target of mail. */
export interface Recipient {
  readonly name: string;
  readonly alias: string;
  readonly guid: string;
  readonly displayName: string;
  readonly type: string;
  readonly primarySmtpAddress: string;
  readonly emailAddresses: readonly string[];
  /** With its prefix `SMTP:`; null for a recipient inside. */
  readonly externalAddress: string | null;
  readonly distinguishedName: string;
  readonly objectId: string;
  readonly isHidden: boolean;
  /** Of a group that the organisation was given. */
  readonly group?: TenantGroup;
}

export function mailboxRecipient(mailbox: ExchangeMailbox, isHidden = mailbox.isHiddenFromLists): Recipient {
  return {
    name: mailbox.name,
    alias: mailbox.alias,
    guid: mailbox.guid,
    displayName: mailbox.displayName,
    type: mailbox.recipientTypeDetails,
    primarySmtpAddress: mailbox.primarySmtpAddress,
    emailAddresses: mailbox.emailAddresses,
    externalAddress: null,
    distinguishedName: mailbox.distinguishedName,
    objectId: mailbox.objectId,
    isHidden,
  };
}

/** Whether a text is an identity of a recipient. https://learn.microsoft.com/powershell/module/exchange/get-recipient#-identity */
export function isNamed(
  { name, alias, distinguishedName: path, primarySmtpAddress, objectId, guid }: Recipient,
  identity: string,
): boolean {
  const names = [name, alias, path, primarySmtpAddress, objectId || name, guid];
  return names.some((one) => one.toLowerCase() === identity.toLowerCase());
}

/** By the groups, which are replaced as a whole if one changes. */
const OTHERS = new WeakMap<Organisation['groups']['all'], readonly Recipient[]>();

/** All recipients of the organisation without a mailbox, made once: a report may ask for thousands of them by name. */
export function otherRecipients(organisation: Organisation): readonly Recipient[] {
  const known = OTHERS.get(organisation.groups.all) ?? makeOthers(organisation);
  OTHERS.set(organisation.groups.all, known);
  return known;
}

function makeOthers(organisation: Organisation): Recipient[] {
  const { initialDomain, people, groups, recipients } = organisation;
  const group: Recipient = {
    ...namedGroup(GROUP_NAME, `all.staff@${people.domain}`, initialDomain),
    objectId: GROUP_ID,
  };
  const contacts = Array.from({ length: contactCount(organisation) }, (_, at) =>
    contactRecipient(contactAt(organisation, at), initialDomain),
  );
  return [
    ...contacts,
    group,
    ...groups.all.map((one) => groupRecipient(one, initialDomain)),
    ...recipients.map((one) => otherRecipient(one, initialDomain)),
  ];
}

/** A group that cmdlets which read do not show to the application: they look in a narrower scope than those that write (inferred). */
export function hiddenRecipient({ initialDomain, people }: Organisation): Recipient {
  return namedGroup('Hidden recipient', `hidden@${people.domain}`, initialDomain);
}

function namedGroup(name: string, address: string, initialDomain: string): Recipient {
  return {
    name,
    alias: aliasOf(name),
    guid: guidOf(name),
    displayName: name,
    type: 'MailUniversalDistributionGroup',
    primarySmtpAddress: address,
    emailAddresses: [`SMTP:${address}`],
    externalAddress: null,
    distinguishedName: distinguishedName(name, initialDomain),
    objectId: '',
    isHidden: false,
  };
}

/** The directory has no dynamic distribution groups. */
function groupRecipient(group: TenantGroup, initialDomain: string): Recipient {
  const { name, type, address, id, isHiddenFromLists: isHidden = false } = group;
  return {
    ...namedGroup(name, address, initialDomain),
    guid: guidOf(id),
    type,
    objectId: type === 'DynamicDistributionGroup' ? '' : id,
    isHidden,
    group,
  };
}

function otherRecipient(recipient: RecipientOptions, initialDomain: string): Recipient {
  const { name, type, externalAddress, otherAddresses = [], isHidden = false } = recipient;
  const address = addressOf(recipient);
  return {
    ...namedGroup(name, address, initialDomain),
    type,
    emailAddresses: [`SMTP:${address}`, ...otherAddresses],
    externalAddress: externalAddress === undefined ? null : `SMTP:${externalAddress}`,
    objectId: objectIdOf(recipient),
    isHidden,
  };
}

function contactRecipient({ name, displayName, externalAddress }: Contact, initialDomain: string): Recipient {
  return {
    name,
    alias: aliasOf(name),
    guid: guidOf(name),
    displayName,
    type: 'MailContact',
    primarySmtpAddress: externalAddress,
    emailAddresses: [`SMTP:${externalAddress}`],
    externalAddress: `SMTP:${externalAddress}`,
    distinguishedName: distinguishedName(name, initialDomain),
    objectId: '',
    isHidden: false,
  };
}

function aliasOf(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9.-]/g, '');
}

/** https://learn.microsoft.com/powershell/module/exchange/get-recipient */
export const RECIPIENT_PROPERTIES: readonly Property<Recipient>[] = [
  ['Identity', 'plain', ({ name }) => name],
  ['Id', 'plain', ({ name }) => name],
  ['Name', 'plain', ({ name }) => name],
  ['Alias', 'plain', ({ alias }) => alias],
  ['Guid', 'guid', ({ guid }) => guid],
  ['DisplayName', 'plain', ({ displayName }) => displayName],
  ['DistinguishedName', 'plain', ({ distinguishedName: name }) => name],
  ['ExternalDirectoryObjectId', 'plain', ({ objectId }) => objectId],
  ['PrimarySmtpAddress', 'plain', ({ primarySmtpAddress }) => primarySmtpAddress],
  ['EmailAddresses', 'list', ({ emailAddresses }): Json => [...emailAddresses]],
  ['ExternalEmailAddress', 'plain', ({ externalAddress }) => externalAddress],
  ['RecipientTypeDetails', 'plain', ({ type }) => type],
  ['HiddenFromAddressListsEnabled', 'plain', ({ isHidden }) => isHidden],
];
