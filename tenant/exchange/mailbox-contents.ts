import type { Chance } from '../chance.ts';
import { outsider } from '../recipients.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { dateText, sizeText, type Property } from './rows.ts';

function items(mailbox: ExchangeMailbox): number {
  return mailbox.chance('items').below(80_000);
}

/** When somebody last used the mailbox, up to a year ago; null if nobody ever did. */
function lastUse(mailbox: ExchangeMailbox): string | null {
  const chance = mailbox.chance('last use');
  return chance.next() < 0.1 ? null : dateText(mailbox.organisation.today - chance.below(365) * 86_400_000);
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxstatistics */
export const STATISTICS_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['DisplayName', 'plain', (mailbox) => mailbox.displayName],
  ['MailboxGuid', 'guid', (mailbox) => mailbox.exchangeGuid],
  ['Identity', 'plain', (mailbox) => mailbox.exchangeGuid],
  ['ItemCount', 'int32', items],
  ['DeletedItemCount', 'int32', (mailbox) => mailbox.chance('deleted').below(4000)],
  ['TotalItemSize', 'plain', (mailbox) => sizeText(items(mailbox) * 75_123)],
  ['TotalDeletedItemSize', 'plain', (mailbox) => sizeText(mailbox.chance('deleted').below(4000) * 60_321)],
  // Background assistants log on to every mailbox, so the time is that of today even if nobody uses it.
  ['LastLogonTime', 'date', ({ organisation }) => dateText(organisation.today - 3_600_000)],
  ['LastInteractionTime', 'date', lastUse],
  ['LastUserActionTime', 'date', lastUse],
  ['MailboxTypeDetail', 'plain', (mailbox) => mailbox.recipientTypeDetails],
  ['IsArchiveMailbox', 'plain', () => false],
];

/** https://learn.microsoft.com/powershell/module/exchange/get-calendarprocessing */
export const CALENDAR_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['Identity', 'plain', (mailbox) => mailbox.name],
  ['MailboxOwnerId', 'plain', (mailbox) => mailbox.name],
  ['AutomateProcessing', 'plain', (mailbox) => (isResource(mailbox) ? 'AutoAccept' : 'AutoUpdate')],
  ['AllowConflicts', 'plain', () => false],
  ['AllowRecurringMeetings', 'plain', () => true],
  ['BookingType', 'plain', () => 'Standard'],
  ['BookingWindowInDays', 'int32', () => 180],
  ['MaximumDurationInMinutes', 'int32', () => 1440],
  ['ProcessExternalMeetingMessages', 'plain', (mailbox) => mailbox.chance('external meetings').next() < 0.15],
  ['AddOrganizerToSubject', 'plain', () => true],
  ['DeleteSubject', 'plain', () => true],
  ['RemovePrivateProperty', 'plain', () => true],
  ['ResourceDelegates', 'list', () => []],
];

function isResource({ kind }: ExchangeMailbox): boolean {
  return kind === 'room' || kind === 'equipment';
}

/** An inbox rule as Exchange shows it. */
export interface InboxRule {
  readonly mailbox: ExchangeMailbox;
  readonly name: string;
  /** Larger than the safe integers of JavaScript. */
  readonly id: string;
  readonly priority: number;
  readonly isEnabled: boolean;
  readonly isHidden: boolean;
  readonly forwardTo: string | undefined;
  readonly redirectTo: string | undefined;
  readonly forwardAsAttachmentTo: string | undefined;
  readonly deletes: boolean;
}

/** The rules of a mailbox; each mailbox has the hidden one of the junk filter. */
export function inboxRules(mailbox: ExchangeMailbox): InboxRule[] {
  const chance = mailbox.chance('inbox rules');
  const rule = (name: string, priority: number): InboxRule => ({
    mailbox,
    name,
    id: `1${String(chance.below(10 ** 9)).padStart(9, '0')}${String(chance.below(10 ** 9)).padStart(9, '0')}1`,
    priority,
    isEnabled: chance.next() < 0.9,
    isHidden: chance.next() < 0.2,
    forwardTo: chance.next() < 0.3 ? target(mailbox, chance) : undefined,
    redirectTo: chance.next() < 0.1 ? target(mailbox, chance) : undefined,
    forwardAsAttachmentTo: chance.next() < 0.1 ? target(mailbox, chance) : undefined,
    deletes: chance.next() < 0.2,
  });
  const count = chance.next() < 0.4 ? 0 : 1 + chance.below(3);
  const rules = Array.from({ length: count }, (_, at) => rule(`Rule ${at + 1}`, at + 1));
  const junk = { ...rule('Junk E-Mail Rule', count + 1), isEnabled: true, isHidden: true, deletes: false };
  return [...rules, { ...junk, forwardTo: undefined, redirectTo: undefined, forwardAsAttachmentTo: undefined }];
}

/** A recipient of the organisation is named without an SMTP address, unlike others. */
function target({ organisation }: ExchangeMailbox, chance: Chance): string {
  if (chance.next() < 0.4) {
    const { name, address } = outsider(organisation.people, chance);
    return `"${name}" [SMTP:${address}]`;
  }
  const { displayName } = organisation.people.person(chance.below(organisation.people.addresses.length));
  const place = '/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=';
  return `"${displayName}" [EX:${place}${chance.hex(32)}]`;
}

/** https://learn.microsoft.com/powershell/module/exchange/get-inboxrule */
export const INBOX_RULE_PROPERTIES: readonly Property<InboxRule>[] = [
  ['Name', 'plain', ({ name }) => name],
  ['Identity', 'plain', ({ mailbox, id }) => `${mailbox.exchangeGuid}\\${id}`],
  ['RuleIdentity', 'plain', ({ id }) => id],
  ['MailboxOwnerId', 'plain', ({ mailbox }) => mailbox.name],
  ['Enabled', 'plain', ({ isEnabled }) => isEnabled],
  ['Priority', 'int32', ({ priority }) => priority],
  ['InError', 'plain', () => false],
  ['SupportedByTask', 'plain', ({ isHidden }) => !isHidden],
  ['ForwardTo', 'list', ({ forwardTo }) => (forwardTo === undefined ? null : [forwardTo])],
  ['RedirectTo', 'list', ({ redirectTo }) => (redirectTo === undefined ? null : [redirectTo])],
  ['ForwardAsAttachmentTo', 'list', ({ forwardAsAttachmentTo: target }) => (target === undefined ? null : [target])],
  ['DeleteMessage', 'plain', ({ deletes }) => deletes],
  ['MoveToFolder', 'plain', ({ name }) => (name === 'Junk E-Mail Rule' ? 'Junk Email' : null)],
];
