import { describe, expect, test } from '@jest/globals';
import { Unlisted } from '../../src/mailboxes/unlisted.ts';

const NEW = {
  UserPrincipalName: 'new@contoso.com',
  PrimarySmtpAddress: 'other@contoso.com',
  RecipientTypeDetails: 'SharedMailbox',
  WhenCreated: '2022-09-21T08:07:47.0000000+02:00',
};

describe('a mailbox that the list lacks', () => {
  test('is named as Graph finds it too, once, with its type and the time of its creation in UTC', () => {
    const unlisted = new Unlisted('warn');
    unlisted.add(NEW);
    unlisted.add({ ...NEW, UserPrincipalName: 'NEW@contoso.com' });
    expect(unlisted.mailboxes).toEqual([
      { address: 'new@contoso.com', type: 'SharedMailbox', created: '2022-09-21T06:07:47Z' },
    ]);
  });

  test('has blanks for what Exchange leaves out', () => {
    const unlisted = new Unlisted('warn');
    unlisted.add({ PrimarySmtpAddress: 'a@contoso.com', WhenCreated: 'soon' });
    expect(unlisted.mailboxes).toEqual([{ address: 'a@contoso.com', type: '', created: '' }]);
  });

  test('must have an address, since it cannot be counted otherwise', () => {
    expect(() => new Unlisted('fail').add({ RecipientTypeDetails: 'UserMailbox' })).toThrow(/no address/);
  });
});
