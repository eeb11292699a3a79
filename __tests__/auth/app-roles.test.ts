import { describe, expect, test } from '@jest/globals';
import { consentUrl, covers, isSameRole, lackText } from '../../src/auth/app-roles.ts';

const settings = { name: 'mailbox-settings', permissions: ['MailboxSettings.Read'] };
const folders = { name: 'folders', permissions: ['Mail.ReadBasic.All'] };
const rules = { name: 'inbox-rules', permissions: ['MailboxSettings.Read'] };

describe('a permission', () => {
  test.each([
    ['MailboxSettings.Read', 'MailboxSettings.Read'],
    ['MailboxSettings.ReadWrite', 'MailboxSettings.Read'],
    ['Calendars.ReadBasic.All', 'Calendars.ReadBasic'],
    ['Calendars.Read', 'Calendars.ReadBasic'],
    ['Mail.ReadBasic', 'Mail.ReadBasic.All'],
    ['Mail.ReadWrite', 'Mail.ReadBasic.All'],
    ['Mail.Send', 'Mail.Send'],
    ['Directory.Read.All', 'User.Read.All'],
    ['Directory.Read.All', 'User.ReadBasic.All'],
    ['Directory.ReadWrite.All', 'Group.Read.All'],
    ['Directory.Read.All', 'GroupMember.Read.All'],
    ['Group.Read.All', 'GroupMember.Read.All'],
    ['Group.ReadWrite.All', 'GroupMember.Read.All'],
  ])('%s covers %s', (role, permission) => {
    expect(covers(['Files.Read.All', role], permission)).toBe(true);
  });

  test.each([
    ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
    ['Calendars.ReadBasic', 'Calendars.Read'],
    ['Calendars.ReadWrite', 'Mail.ReadBasic.All'],
    ['Mail.ReadWrite', 'Mail.Send'],
    ['Mail.Send', 'Mail.Read'],
    ['MailboxFolder.Read', 'Mail.Read'],
    ['Directory.Read.All', 'MailboxSettings.Read'],
    ['Directory.Read.All', 'AuditLog.Read.All'],
    ['Directory.ReadWrite.All', 'User.ReadWrite.All'],
    ['GroupMember.Read.All', 'Group.Read.All'],
    ['Group.Read.All', 'User.Read.All'],
  ])('%s does not cover %s', (role, permission) => {
    expect(covers([role], permission)).toBe(false);
  });

  test('may be named with and without .All', () => {
    expect(isSameRole('Calendars.ReadBasic.All', 'Calendars.ReadBasic')).toBe(true);
    expect(isSameRole('Calendars.Read', 'Calendars.ReadBasic')).toBe(false);
  });
});

describe('app roles', () => {
  test.each([[['MailboxSettings.Read', 'Mail.Read']], [undefined]])(
    '%j suffice or are unknown, so there is no warning',
    (roles) => {
      expect(lackText(roles, [settings, folders, rules])).toBeUndefined();
    },
  );

  test('without permissions give one warning that names every report', () => {
    const warning = lackText([], [settings, folders]);
    expect(warning).toMatch(
      /no app role; the report "mailbox-settings" requires MailboxSettings\.Read, the report "folders" requires Mail\.ReadBasic\.All\.$/,
    );
  });

  test('without one of two permissions of a report give a warning about the missing one', () => {
    const accounts = { name: 'accounts', permissions: ['User.Read.All', 'AuditLog.Read.All'] };
    expect(lackText(['User.Read.All'], [accounts])).toContain('"accounts" requires AuditLog.Read.All.');
    expect(lackText([], [accounts])).toContain('"accounts" requires User.Read.All and AuditLog.Read.All.');
  });

  test('without one permission give a warning about its report alone', () => {
    const warning = lackText(['MailboxSettings.ReadWrite'], [settings, folders, rules]);
    expect(warning).toMatch(
      /^The token has only the app roles MailboxSettings\.ReadWrite; the report "folders" requires Mail\.ReadBasic\.All\.$/,
    );
  });
});

test('the consent page is a URL of the authority, with encoded names', () => {
  const names = { authorityHost: 'https://login.microsoftonline.us', tenantId: 'contoso.com', clientId: 'a&b' };
  expect(consentUrl(names)).toBe('https://login.microsoftonline.us/contoso.com/adminconsent?client_id=a%26b');
});
