import { describe, expect, test } from '@jest/globals';
import { covers, isSameRole, roleWarning } from '../../src/auth/app-roles.ts';

const settings = { name: 'mailbox-settings', permissions: ['MailboxSettings.Read'] };
const folders = { name: 'folders', permissions: ['Mail.ReadBasic.All'] };
const rules = { name: 'inbox-rules', permissions: ['MailboxSettings.Read'] };
const CONSENT = 'https://login.microsoftonline.com/t/adminconsent?client_id=c';

describe('a permission', () => {
  test.each([
    ['MailboxSettings.Read', 'MailboxSettings.Read'],
    ['MailboxSettings.ReadWrite', 'MailboxSettings.Read'],
    ['Calendars.ReadBasic.All', 'Calendars.ReadBasic'],
    ['Calendars.Read', 'Calendars.ReadBasic'],
    ['Mail.ReadBasic', 'Mail.ReadBasic.All'],
    ['Mail.ReadWrite', 'Mail.ReadBasic.All'],
    ['Mail.Send', 'Mail.Send'],
  ])('%s covers %s', (role, permission) => {
    expect(covers(['User.Read.All', role], permission)).toBe(true);
  });

  test.each([
    ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'],
    ['Calendars.ReadBasic', 'Calendars.Read'],
    ['Calendars.ReadWrite', 'Mail.ReadBasic.All'],
    ['Mail.ReadWrite', 'Mail.Send'],
    ['Mail.Send', 'Mail.Read'],
    ['MailboxFolder.Read', 'Mail.Read'],
  ])('%s does not cover %s', (role, permission) => {
    expect(covers([role], permission)).toBe(false);
  });

  test('may be named with and without .All', () => {
    expect(isSameRole('Calendars.ReadBasic.All', 'Calendars.ReadBasic')).toBe(true);
    expect(isSameRole('Calendars.Read', 'Calendars.ReadBasic')).toBe(false);
  });
});

describe('app roles', () => {
  test.each([[['MailboxSettings.Read', 'Mail.Read']], [undefined]])('%j will do, or cannot be told', (roles) => {
    expect(roleWarning(roles, [settings, folders, rules], CONSENT)).toBeUndefined();
  });

  test('that lack permissions are one warning of every report, with where to consent', () => {
    const warning = roleWarning([], [settings, folders], CONSENT);
    expect(warning).toMatch(
      /no app role at all; the report "mailbox-settings" needs MailboxSettings\.Read, the report "folders" needs Mail\.ReadBasic\.All\. /,
    );
    expect(warning).toContain(CONSENT);
  });

  test('that lack one of two permissions of a report name the one that is missing', () => {
    const accounts = { name: 'accounts', permissions: ['User.Read.All', 'AuditLog.Read.All'] };
    expect(roleWarning(['User.Read.All'], [accounts], CONSENT)).toContain('"accounts" needs AuditLog.Read.All.');
    expect(roleWarning([], [accounts], CONSENT)).toContain('"accounts" needs User.Read.All and AuditLog.Read.All.');
  });

  test('that lack one name the report that needs it alone', () => {
    const warning = roleWarning(['MailboxSettings.ReadWrite'], [settings, folders, rules], CONSENT);
    expect(warning).toMatch(
      /^The token carries only MailboxSettings\.ReadWrite; the report "folders" needs Mail\.ReadBasic\.All\. /,
    );
  });
});
