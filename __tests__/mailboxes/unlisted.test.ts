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
      { address: 'new@contoso.com', type: 'SharedMailbox', created: '2022-09-21T06:07:47Z', account: '' },
    ]);
  });

  test('is left out if Exchange keeps it for itself', () => {
    const unlisted = new Unlisted('fail');
    for (const type of ['DiscoveryMailbox', 'arbitrationMailbox', 'SharedMailbox'])
      unlisted.add({ ...NEW, UserPrincipalName: `${type}@contoso.com`, RecipientTypeDetails: type });
    expect(unlisted.mailboxes.map(({ type }) => type)).toEqual(['SharedMailbox']);
  });

  test('has a place behind the list if it is read too, and keeps it when the listing begins again', () => {
    const unlisted = new Unlisted('all', 7);
    const added = ['a@contoso.com', 'b@contoso.com'].map((UserPrincipalName) => unlisted.add({ UserPrincipalName }));
    expect(added).toEqual([7, 8]);
    expect(added.map((position) => unlisted.addressAt(position ?? 0))).toEqual(['a@contoso.com', 'b@contoso.com']);
    unlisted.restart();
    expect(unlisted.add({ UserPrincipalName: 'A@contoso.com' })).toBeUndefined();
    expect(unlisted.count).toBe(2);
  });

  test('is forgotten when the listing begins again, unless it is read too', () => {
    const unlisted = new Unlisted('warn');
    expect(unlisted.add(NEW)).toBeUndefined();
    unlisted.restart();
    expect(unlisted.count).toBe(0);
  });

  test('has blanks for what Exchange leaves out', () => {
    const unlisted = new Unlisted('warn');
    unlisted.add({ PrimarySmtpAddress: 'a@contoso.com', WhenCreated: 'soon' });
    expect(unlisted.mailboxes).toEqual([{ address: 'a@contoso.com', type: '', created: '', account: '' }]);
  });

  test('must have an address, since it cannot be counted otherwise', () => {
    expect(() => new Unlisted('fail').add({ RecipientTypeDetails: 'UserMailbox' })).toThrow(/no address/);
  });
});
