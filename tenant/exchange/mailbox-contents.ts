import type { Json } from '../json.ts';
import { objectNotFound, type ExchangeAnswer } from './errors.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { archiveGuid, isArchived } from './mailbox-properties.ts';
import { isSet, textOf, type ParameterValues } from './parameters.ts';
import { rowsOfMailbox } from './per-mailbox.ts';
import { dateText, sizeText, type Property, type RowSource } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

function items(mailbox: ExchangeMailbox): number {
  return mailbox.chance('items').below(80_000);
}

/** When somebody last used the mailbox, up to a year ago; null if nobody ever did. */
function lastUse(mailbox: ExchangeMailbox): string | null {
  const chance = mailbox.chance('last use');
  return chance.next() < 0.1 ? null : dateText(mailbox.organisation.today - chance.below(365) * 86_400_000);
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxstatistics */
const STATISTICS_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
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

const ARCHIVE_SIZES: Readonly<Record<string, (mailbox: ExchangeMailbox) => Json>> = {
  // Some are nearly full: the usual quota is 100 GB.
  TotalItemSize: (mailbox) => sizeText(mailbox.chance('archive size').below(102_000) * 2 ** 20),
  TotalDeletedItemSize: (mailbox) => sizeText(mailbox.chance('archive deleted').below(31_000) * 2 ** 20),
  Identity: archiveGuid,
  MailboxGuid: archiveGuid,
  IsArchiveMailbox: () => true,
};

/** Of an archive, which a mailbox need not have. */
const ARCHIVE_PROPERTIES = STATISTICS_PROPERTIES.map(([name, type, value]): Property<ExchangeMailbox> => [
  name,
  type,
  ARCHIVE_SIZES[name] ?? value,
]);

export function mailboxStatistics(values: ParameterValues, surroundings: Surroundings): RowSource | ExchangeAnswer {
  const ofArchive = isSet(values, 'Archive');
  const identity = textOf(values, 'Identity') ?? '';
  const mailbox = surroundings.directory.find(identity);
  if (ofArchive && mailbox !== undefined && !hasArchive(mailbox, surroundings)) return objectNotFound(identity);
  const properties = ofArchive ? ARCHIVE_PROPERTIES : STATISTICS_PROPERTIES;
  return rowsOfMailbox(values, surroundings, 'Identity', (one) => [one], properties);
}

function hasArchive(mailbox: ExchangeMailbox, { directory }: Surroundings): boolean {
  const edited = directory.edited(mailbox, 'ArchiveStatus');
  return edited === undefined ? isArchived(mailbox) : edited === 'Active';
}

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
