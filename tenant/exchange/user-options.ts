import { parseJson, property, type Json } from '../json.ts';
import { mailboxSettings } from '../mailbox-settings.ts';
import { outsider } from '../recipients.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { dateText, type Property } from './rows.ts';

/** The properties that all of these cmdlets have. */
const OWNER: readonly Property<ExchangeMailbox>[] = [
  ['MailboxOwnerId', 'plain', (mailbox) => mailbox.name],
  ['Identity', 'plain', (mailbox) => mailbox.name],
  ['IsValid', 'plain', () => true],
  ['ObjectState', 'plain', () => 'Unchanged'],
];

/** A setting as Graph returns it before any change; null for one that was never set. */
function graphSetting({ organisation, position }: ExchangeMailbox, name: string): Json {
  const { people, seed, today } = organisation;
  const found = mailboxSettings(people, position, seed, today).find(([key]) => key === name);
  return found === undefined ? null : parseJson(found[1]);
}

function textIn(value: Json, name: string): string {
  const text = property(value, name);
  return typeof text === 'string' ? text : '';
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxregionalconfiguration */
export const REGIONAL_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['DateFormat', 'plain', (mailbox) => graphSetting(mailbox, 'dateFormat')],
  ['Language', 'plain', (mailbox) => textIn(graphSetting(mailbox, 'language'), 'locale') || null],
  ['DefaultFolderNameMatchingUserLanguage', 'plain', () => false],
  ['TimeFormat', 'plain', (mailbox) => graphSetting(mailbox, 'timeFormat')],
  ['TimeZone', 'plain', (mailbox) => graphSetting(mailbox, 'timeZone')],
  ...OWNER,
];

function someOutsiders(mailbox: ExchangeMailbox, topic: string): string[] {
  const chance = mailbox.chance(topic);
  const count = chance.next() < 0.7 ? 0 : 1 + chance.below(3);
  return Array.from({ length: count }, () => {
    const { address } = outsider(mailbox.organisation.people, chance);
    return chance.next() < 0.5 ? address : address.slice(address.lastIndexOf('@') + 1);
  });
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxjunkemailconfiguration */
export const JUNK_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['Enabled', 'plain', (mailbox) => mailbox.chance('junk rule').next() < 0.9],
  ['TrustedListsOnly', 'plain', (mailbox) => mailbox.chance('trusted lists').next() < 0.03],
  ['ContactsTrusted', 'plain', (mailbox) => mailbox.chance('trusted contacts').next() < 0.2],
  ['SenderScreeningEnabled', 'plain', () => false],
  ['TrustedSendersAndDomains', 'list', (mailbox) => someOutsiders(mailbox, 'trusted senders')],
  ['BlockedSendersAndDomains', 'list', (mailbox) => someOutsiders(mailbox, 'blocked senders')],
  ['TrustedRecipientsAndDomains', 'list', () => []],
  ...OWNER,
];

const STATES: Readonly<Record<string, string>> = { alwaysenabled: 'Enabled', scheduled: 'Scheduled' };
const AUDIENCES: Readonly<Record<string, string>> = { none: 'None', contactsonly: 'Known' };

/** Noon of a day of the schedule, whose zone Graph may have changed. */
function dayOf(replies: Json, name: string): string {
  return dateText(Date.parse(`${textIn(property(replies, name) ?? null, 'dateTime').slice(0, 19)}Z`));
}

function replies(mailbox: ExchangeMailbox): Json {
  return graphSetting(mailbox, 'automaticRepliesSetting');
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxautoreplyconfiguration */
export const AUTO_REPLY_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['AutoDeclineFutureRequestsWhenOOF', 'plain', () => false],
  ['AutoReplyState', 'plain', (mailbox) => STATES[textIn(replies(mailbox), 'status').toLowerCase()] ?? 'Disabled'],
  ['CreateOOFEvent', 'plain', () => false],
  ['DeclineAllEventsForScheduledOOF', 'plain', () => false],
  ['DeclineEventsForScheduledOOF', 'plain', () => false],
  ['EventsToDeleteIDs', 'list', () => null],
  ['EndTime', 'date', (mailbox) => dayOf(replies(mailbox), 'scheduledEndDateTime')],
  [
    'ExternalAudience',
    'plain',
    (mailbox) => AUDIENCES[textIn(replies(mailbox), 'externalAudience').toLowerCase()] ?? 'All',
  ],
  ['ExternalMessage', 'plain', (mailbox) => textIn(replies(mailbox), 'externalReplyMessage')],
  ['InternalMessage', 'plain', (mailbox) => textIn(replies(mailbox), 'internalReplyMessage')],
  ['DeclineMeetingMessage', 'plain', () => ''],
  ['OOFEventSubject', 'plain', () => ''],
  ['StartTime', 'date', (mailbox) => dayOf(replies(mailbox), 'scheduledStartDateTime')],
  ...OWNER,
];

function signature(mailbox: ExchangeMailbox): string {
  return hasSignature(mailbox) ? mailbox.displayName : '';
}

function hasSignature(mailbox: ExchangeMailbox): boolean {
  return mailbox.chance('signature').next() < 0.4;
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxmessageconfiguration */
export const MESSAGE_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['AfterMoveOrDeleteBehavior', 'plain', () => 'OpenNextItem'],
  ['AlwaysShowBcc', 'plain', () => false],
  ['AlwaysShowFrom', 'plain', () => false],
  ['AutoAddSignature', 'plain', hasSignature],
  ['AutoAddSignatureOnMobile', 'plain', () => false],
  ['AutoAddSignatureOnReply', 'plain', hasSignature],
  ['CheckForForgottenAttachments', 'plain', () => true],
  ['ConversationSortOrder', 'plain', () => 'ChronologicalNewestOnTop'],
  ['DefaultFontColor', 'plain', () => '#000000'],
  ['DefaultFontFlags', 'plain', () => 'Normal'],
  ['DefaultFontName', 'plain', () => 'Calibri'],
  ['DefaultFontSize', 'int32', () => 3],
  ['DefaultFormat', 'plain', (mailbox) => (mailbox.chance('format').next() < 0.95 ? 'Html' : 'PlainText')],
  ['EmailComposeMode', 'plain', () => 'Inline'],
  ['EmptyDeletedItemsOnLogoff', 'plain', (mailbox) => mailbox.chance('empty deleted items').next() < 0.05],
  ['HideDeletedItems', 'plain', () => false],
  ['IsReplyAllTheDefaultResponse', 'plain', () => false],
  ['LinkPreviewEnabled', 'plain', () => true],
  ['NewItemNotification', 'plain', () => 'All'],
  ['PreviewMarkAsReadBehavior', 'plain', () => 'OnSelectionChange'],
  ['PreviewMarkAsReadDelaytime', 'int32', () => 5],
  ['ReadReceiptResponse', 'plain', () => 'DoNotAutomaticallySend'],
  ['SendAddressDefault', 'plain', () => ''],
  ['ShowConversationAsTree', 'plain', () => false],
  ['SignatureHtml', 'plain', (mailbox) => (hasSignature(mailbox) ? `<div>${mailbox.displayName}</div>` : '')],
  ['SignatureText', 'plain', signature],
  ['SignatureTextOnMobile', 'plain', () => ''],
  ['UseDefaultSignatureOnMobile', 'plain', () => true],
  ...OWNER,
];
