import { isOfCalendar, type MailboxResource } from './mailbox-path.ts';

const SETTINGS = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
/** https://learn.microsoft.com/graph/api/user-list-mailfolders and, for the application role without All, /graph/permissions-reference */
const FOLDERS = ['Mail.ReadBasic.All', 'Mail.ReadBasic', 'Mail.Read', 'Mail.ReadWrite'];
/**
 * https://learn.microsoft.com/graph/api/calendar-list-calendarpermissions names Calendars.ReadBasic, which is no application
 * role: that is Calendars.ReadBasic.All.
 */
const CALENDARS = ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'];
/** https://learn.microsoft.com/graph/api/user-list-contacts */
const CONTACTS = ['Contacts.Read', 'Contacts.ReadWrite'];
/** https://learn.microsoft.com/graph/api/user-list-people */
const PEOPLE = ['People.Read.All'];
/** https://learn.microsoft.com/graph/api/user-get */
const USERS = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];

/** The app role for changes of a resource. https://learn.microsoft.com/graph/api/calendarpermission-delete */
export function writingRoleFor(resource: MailboxResource): string {
  return isOfCalendar(resource) ? 'Calendars.ReadWrite' : 'MailboxSettings.ReadWrite';
}

/** The app roles for reading a resource. One of them is enough. */
export function rolesFor(resource: MailboxResource): readonly string[] {
  if (resource.kind === 'mailboxSettings' || resource.kind === 'messageRule') return SETTINGS;
  if (resource.kind === 'mailFolder') return FOLDERS;
  if (resource.kind === 'user') return USERS;
  if (resource.kind === 'calendarPermission') return CALENDARS;
  switch (resource.collection.name) {
    case 'mailFolders':
      return FOLDERS;
    case 'calendarPermissions':
      return CALENDARS;
    case 'messageRules':
    case 'masterCategories':
      return SETTINGS;
    case 'contacts':
      return CONTACTS;
    case 'people':
      return PEOPLE;
  }
}
