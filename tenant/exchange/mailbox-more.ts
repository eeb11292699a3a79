import { calendarFolderName } from '../folder-names.ts';
import { outsider } from '../recipients.ts';
import { objectNotFound, type ExchangeAnswer } from './errors.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { textOf, type ParameterValues } from './parameters.ts';
import { rowsOfMailbox } from './per-mailbox.ts';
import { accountSid } from './permissions.ts';
import { dateText, type Property, type RowSource } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

/** The rows about a calendar, which is named by its path, in the language of the mailbox, or by its ID. */
export function rowsOfFolder<T>(
  values: ParameterValues,
  surroundings: Surroundings,
  subjects: (mailbox: ExchangeMailbox) => readonly T[],
  properties: readonly Property<T>[],
): RowSource | ExchangeAnswer {
  const identity = textOf(values, 'Identity') ?? '';
  const [, address = identity, folder = ''] = /^([^:]*):(.*)$/.exec(identity) ?? [];
  const mailbox = surroundings.directory.find(address);
  const calendar = mailbox && foldersOf(mailbox).find(({ type }) => type === 'Calendar');
  const isNamed = folder.toLowerCase() === `\\${calendar?.name ?? ''}`.toLowerCase() || folder === calendar?.id;
  if (calendar === undefined || !isNamed) return objectNotFound(identity);
  return rowsOfMailbox(new Map([...values, ['Identity', address]]), surroundings, 'Identity', subjects, properties);
}

/** The name of the calendar in the language of the mailbox, which the folders of some mailboxes do not have. */
function calendarName(mailbox: ExchangeMailbox): string {
  const { culture } = mailbox.organisation.people.person(mailbox.position);
  return calendarFolderName(mailbox.chance('calendar name').next() < 0.7 ? culture.locale : 'en-US');
}

interface MailboxFolder {
  readonly mailbox: ExchangeMailbox;
  readonly name: string;
  readonly type: 'Root' | 'Inbox' | 'Calendar' | 'User Created';
  readonly id: string;
  readonly isOfCalendar: boolean;
}

/** The folders that have something to do with the calendar, and a few others. */
function foldersOf(mailbox: ExchangeMailbox): readonly MailboxFolder[] {
  const chance = mailbox.chance('folder ids');
  const folder = (name: string, type: MailboxFolder['type'], isOfCalendar: boolean): MailboxFolder => {
    const id = `LgAAAA${Buffer.from(chance.hex(66)).toString('base64')}AAAB`;
    return { mailbox, name, type, id, isOfCalendar };
  };
  return [
    folder('Top of Information Store', 'Root', false),
    folder('Inbox', 'Inbox', false),
    folder('Holidays', 'User Created', true),
    folder(calendarName(mailbox), 'Calendar', true),
  ];
}

/** @param scope such as `Calendar`; undefined: all folders */
export function foldersIn(mailbox: ExchangeMailbox, scope: string | undefined): readonly MailboxFolder[] {
  return foldersOf(mailbox).filter(({ isOfCalendar }) => isOfCalendar || scope === undefined);
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxfolderstatistics */
export const FOLDER_PROPERTIES: readonly Property<MailboxFolder>[] = [
  ['Name', 'plain', ({ name }) => name],
  ['Identity', 'plain', ({ mailbox, name }) => `${mailbox.name}\\${name}`],
  ['FolderPath', 'plain', ({ name }) => `/${name}`],
  ['FolderId', 'plain', ({ id }) => id],
  ['FolderType', 'plain', ({ type }) => type],
  ['ItemsInFolder', 'int32', ({ mailbox }) => mailbox.chance('calendar items').below(900)],
];

interface FolderGrant {
  readonly mailbox: ExchangeMailbox;
  readonly user: string;
  readonly rights: readonly string[];
}

/** Every folder has rights for all users of the organisation, and for anonymous ones. */
export function folderGrants(mailbox: ExchangeMailbox): FolderGrant[] {
  const chance = mailbox.chance('folder grants');
  const own: FolderGrant[] = [
    { mailbox, user: 'Default', rights: [chance.next() < 0.1 ? 'Reviewer' : 'AvailabilityOnly'] },
    { mailbox, user: 'Anonymous', rights: ['None'] },
  ];
  const { people } = mailbox.organisation;
  if (chance.next() < 1 - 1.6 * people.habits.calendarsOutside) return own;
  return [...own, { mailbox, user: outsider(people, chance).name, rights: ['Editor'] }];
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxfolderpermission */
export const FOLDER_GRANT_PROPERTIES: readonly Property<FolderGrant>[] = [
  ['Identity', 'plain', ({ user }) => user],
  ['FolderName', 'plain', ({ mailbox }) => calendarName(mailbox)],
  ['User', 'plain', ({ user }) => user],
  ['AccessRights', 'list', ({ rights }) => [...rights]],
  ['SharingPermissionFlags', 'plain', () => null],
];

/** https://learn.microsoft.com/powershell/module/exchange/get-mailboxcalendarfolder */
export const CALENDAR_FOLDER_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['Identity', 'plain', (mailbox) => `${mailbox.name}:\\${calendarName(mailbox)}`],
  [
    'PublishEnabled',
    'plain',
    (mailbox) => mailbox.chance('published').next() < mailbox.organisation.people.habits.publishedCalendars,
  ],
  ['DetailLevel', 'plain', () => 'AvailabilityOnly'],
  ['SearchableUrlEnabled', 'plain', () => false],
  ['PublishedCalendarUrl', 'plain', () => null],
];

/** A device or rule of a mailbox, by its number. */
interface Numbered {
  readonly mailbox: ExchangeMailbox;
  readonly at: number;
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mobiledevice */
export const MOBILE_DEVICE_PROPERTIES: readonly Property<Numbered>[] = [
  ['Identity', 'plain', ({ mailbox, at }) => `${mailbox.name}/ExchangeActiveSyncDevices/${at}`],
  ['FriendlyName', 'plain', ({ at }) => `Phone ${at}`],
  ['DeviceModel', 'plain', () => 'Outlook for iOS and Android'],
  ['DeviceOS', 'plain', () => 'iOS 19.1'],
  ['ClientType', 'plain', ({ at }) => (at === 1 ? 'Outlook' : 'EAS')],
  ['ClientVersion', 'plain', ({ mailbox, at }) => (at === 1 ? '1.0' : mailbox.chance('EAS').pick(['14.1', '16.1']))],
  ['DeviceAccessState', 'plain', () => 'Allowed'],
  ['FirstSyncTime', 'date', ({ mailbox }) => dateText(mailbox.organisation.today - 90 * 86_400_000)],
];

export function mobileDevices(mailbox: ExchangeMailbox): Numbered[] {
  return Array.from({ length: mailbox.chance('devices').below(3) }, (_, at) => ({ mailbox, at: at + 1 }));
}

/** https://learn.microsoft.com/powershell/module/exchange/get-sweeprule */
export const SWEEP_RULE_PROPERTIES: readonly Property<Numbered>[] = [
  ['Identity', 'plain', ({ mailbox, at }) => `${mailbox.exchangeGuid}\\${at}`],
  ['RuleId', 'plain', ({ at }) => String(at)],
  ['Name', 'plain', ({ at }) => `Sweep ${at}`],
  ['Enabled', 'plain', () => true],
  ['SourceFolder', 'plain', () => 'Inbox'],
  ['DestinationFolder', 'plain', () => 'Deleted Items'],
  ['KeepForDays', 'int32', () => 10],
];

export function sweepRules(mailbox: ExchangeMailbox): Numbered[] {
  return mailbox.chance('sweep').next() < 0.1 ? [{ mailbox, at: 1 }] : [];
}

/** https://learn.microsoft.com/powershell/module/exchange/get-user */
export const USER_PROPERTIES: readonly Property<ExchangeMailbox>[] = [
  ['Identity', 'plain', (mailbox) => mailbox.name],
  ['Guid', 'guid', (mailbox) => mailbox.guid],
  ['Sid', 'plain', (mailbox) => accountSid(mailbox)],
  ['ExternalDirectoryObjectId', 'plain', (mailbox) => mailbox.objectId],
  ['UserPrincipalName', 'plain', (mailbox) => mailbox.userPrincipalName],
  ['DisplayName', 'plain', (mailbox) => mailbox.displayName],
  ['Department', 'plain', (mailbox) => (mailbox.kind === 'user' ? 'Sales' : '')],
  ['Title', 'plain', () => ''],
  ['Manager', 'plain', () => null],
  ['AuthenticationPolicy', 'plain', () => null],
  ['IsDirSynced', 'plain', () => false],
];
