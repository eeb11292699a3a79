import { expect, test } from '@jest/globals';
import { consentedPermission, isDelegatedMail, rolePermissions } from '../../src/applications/permissions.ts';

const READ = ['read'];
const CHANGE = ['read', 'write'];
const ALL = ['read', 'write', 'send', 'settings', 'calendar'];

/**
 * What a consent to a permission opens, whether access policies confine it, and the rights of which it needs one, as Microsoft
 * documents it: https://learn.microsoft.com/graph/permissions-reference, https://learn.microsoft.com/exchange/permissions-exo/application-rbac
 */
const GRAPH: readonly (readonly [names: string, abilities: readonly string[], isConfined: boolean])[] = [
  ['Mail.Read', READ, true],
  ['Mail.ReadWrite', CHANGE, true],
  ['Mail.Send', ['send'], true],
  ['MailboxSettings.ReadWrite', ['settings'], true],
  ['Calendars.Read Calendars.ReadWrite', ['calendar'], true],
  ['Mail.ReadBasic Mail.ReadBasic.All MailboxSettings.Read Contacts.Read Contacts.ReadWrite', [], true],
  ['Mail-Advanced.ReadWrite.All', CHANGE, false],
  ['MailboxItem.Read.All MailboxItem.Export.All', ['read', 'calendar'], false],
  ['MailboxItem.ReadWrite.All MailboxItem.ImportExport.All', [...CHANGE, 'calendar'], false],
  ['MailboxConfigItem.ReadWrite', ['settings'], false],
  ['Calendars.ReadBasic.All MailboxConfigItem.Read MailboxFolder.Read.All MailboxFolder.ReadWrite.All', [], false],
  ['MailTips.ReadBasic.All', [], false],
];

test.each(GRAPH.flatMap(([names, ...opens]) => names.split(' ').map((name) => [name, ...opens] as const)))(
  'says what %s of Graph opens, by consent and as a role',
  (name, abilities, isConfined) => {
    const consent = consentedPermission('graph', name);
    expect({ abilities: consent?.abilities, isConfined: consent?.isConfined === true }).toEqual({
      abilities,
      isConfined,
    });
    expect(consent).not.toHaveProperty('opens');
    // Access policies do not confine a role.
    expect(rolePermissions(`Application ${name}`)).toEqual([[name, { abilities }]]);
  },
);

test.each([
  ['full_access_as_app', { abilities: ALL, isConfined: true }],
  ['EWS.AccessAsApp', { abilities: ALL }],
  ['IMAP.AccessAsApp', { abilities: CHANGE, rights: ['FullAccess'] }],
  ['POP.AccessAsApp', { abilities: CHANGE, rights: ['FullAccess'] }],
  ['SMTP.SendAsApp', { abilities: ['send'], rights: ['SendAs', 'FullAccess'] }],
  ['Exchange.ManageAsApp', { abilities: [], opens: 'roles' }],
  ['Exchange.ManageAsAppV2', { abilities: [], opens: 'roles' }],
  ['Mail.ReadWrite', { abilities: [], opens: 'nothing' }],
  ['Calendars.Read.All', { abilities: [], opens: 'nothing' }],
  ['Mailbox.Migration', { abilities: [], opens: 'undocumented' }],
])('says what %s of Exchange Online opens', (name, permission) => {
  expect(consentedPermission('exchange', name)).toEqual(permission);
});

test('knows no other permission, and does not know what a new one of mailboxes opens', () => {
  for (const name of ['User.Read.All', 'Files.ReadWrite.All', 'Group.Read.All', 'constructor'])
    expect(consentedPermission('graph', name)).toBeUndefined();
  const undocumented = { abilities: [], opens: 'undocumented' };
  expect(consentedPermission('graph', 'Mail.Transcribe.All')).toEqual(undocumented);
  expect(rolePermissions('Application Mail.Transcribe')).toEqual([['Mail.Transcribe', undocumented]]);
  expect(rolePermissions('Application constructor')).toEqual([['constructor', undocumented]]);
});

test('splits composite roles, and lets the scope of a role take the place of rights', () => {
  const namesOf = (role: string): readonly string[] => rolePermissions(role).map(([name]) => name);
  expect(namesOf('Application Mail Full Access')).toEqual(['Mail.ReadWrite', 'Mail.Send']);
  expect(namesOf('Application Exchange Full Access').join(' ')).toBe(
    'Mail.ReadWrite Mail.Send MailboxSettings.ReadWrite Calendars.ReadWrite Contacts.ReadWrite',
  );
  expect(rolePermissions('Application SMTP.SendAsApp')).toEqual([['SMTP.SendAsApp', { abilities: ['send'] }]]);
  expect(rolePermissions('Application EWS.AccessAsApp')).toEqual([['EWS.AccessAsApp', { abilities: ALL }]]);
});

test.each([
  ['Mail.Read', true],
  ['Mail.Send.Shared', true],
  ['MailboxSettings.ReadWrite', true],
  ['MailboxItem.Read', true],
  ['Mail-Advanced.ReadWrite', true],
  ['EWS.AccessAsUser.All', true],
  ['IMAP.AccessAsUser.All', true],
  ['full_access_as_user', true],
  ['Calendars.Read', false],
  ['User.Read', false],
  ['email', false],
])('takes the delegated %s for a permission to mail: %j', (scope, isMail) => {
  expect(isDelegatedMail(scope)).toBe(isMail);
});
