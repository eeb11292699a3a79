import { describe, expect, test } from '@jest/globals';
import { ListPositions, mailboxIds, MatchedObjects } from '../../src/exchange/matched-objects.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';

function positionsOf(...addresses: string[]): ListPositions {
  return new ListPositions(mailboxList(addresses.map((address, at) => ({ address, file: 'a.txt', line: at + 1 }))));
}

describe('an address of the list', () => {
  test.each([
    ['its user principal name', { UserPrincipalName: 'A@contoso.com' }],
    ['its primary address', { PrimarySmtpAddress: 'a@Contoso.com' }],
    ['another SMTP address', { EmailAddresses: ['SIP:b@contoso.com', 'smtp:a@contoso.com'] }],
    ['its object ID', { ExternalDirectoryObjectId: 'a@contoso.com' }],
  ])('finds its mailbox by %s', (_case, keys) => {
    const listing = new MatchedObjects({ positions: positionsOf('x@contoso.com', 'a@contoso.com'), hold: ['Name'] });
    listing.add([{ Name: 'found', ...keys }]);
    expect([listing.at(0), listing.at(1)]).toEqual([undefined, { Name: 'found' }]);
  });

  test('finds the mailbox with it as user principal name rather than as another address, in any order', () => {
    const items = [
      { Name: 'alias', EmailAddresses: ['smtp:a@contoso.com'] },
      { Name: 'principal', UserPrincipalName: 'a@contoso.com' },
      { Name: 'primary', PrimarySmtpAddress: 'a@contoso.com' },
    ];
    for (const order of [items, items.toReversed()]) {
      const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['Name'] });
      listing.add(order);
      expect(listing.at(0)).toEqual({ Name: 'principal' });
    }
  });

  test('finds no mailbox by an address of another kind', () => {
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['Name'] });
    listing.add([{ Name: 'other', EmailAddresses: ['SIP:a@contoso.com', 'x500:a@contoso.com'] }]);
    expect(listing.at(0)).toBeUndefined();
  });
});

describe('a listing', () => {
  test('keeps a property that was left out apart from null and false', () => {
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['A', 'B', 'C', 'D'] });
    listing.add([{ UserPrincipalName: 'a@contoso.com', A: null, B: false, D: ['x', 'y\nz'] }]);
    expect(listing.at(0)).toEqual({ A: null, B: false, D: ['x', 'y\nz'] });
  });

  test('finds the object of a mailbox by its ids if it has no address of the list', () => {
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['ImapEnabled'] });
    const ids = { ExternalDirectoryObjectId: 'ID-1', Guid: 'ID-2', Identity: 'Megan' };
    listing.add([{ ...ids, ImapEnabled: true }]);
    for (const [name, id] of Object.entries(ids)) {
      expect(listing.at(0, mailboxIds({ [name]: id.toLowerCase() }))).toEqual({ ImapEnabled: true });
    }
    expect(listing.at(0, mailboxIds({ Identity: 'id-1' }))).toBeUndefined();
  });

  test('drops everything when it begins again', () => {
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['Name'] });
    listing.add([
      { UserPrincipalName: 'a@contoso.com', Name: 'old' },
      { Identity: 'x', Name: 'other' },
    ]);
    listing.restart();
    expect([listing.count, listing.at(0), listing.at(0, ['name:x'])]).toEqual([0, undefined, undefined]);
    listing.add([{ PrimarySmtpAddress: 'a@contoso.com', Name: 'new' }]);
    expect(listing.at(0)).toEqual({ Name: 'new' });
  });
});

describe('a listing with several objects a mailbox', () => {
  const grants = (): MatchedObjects => new MatchedObjects({ positions: positionsOf(), hold: ['Trustee'], many: true });

  test('returns all of them', () => {
    const listing = grants();
    listing.add([{ Identity: 'Megan', Trustee: 'a' }]);
    listing.add([
      { Identity: 'Pat', Trustee: 'b' },
      { Identity: 'megan', Trustee: 'c' },
    ]);
    expect(listing.allOf(mailboxIds({ Identity: 'MEGAN' }))).toEqual([{ Trustee: 'a' }, { Trustee: 'c' }]);
  });

  test('is an error if an object does not name its mailbox', () => {
    expect(() => {
      grants().add([{ Trustee: 'a' }]);
    }).toThrow(/does not name its mailbox/);
  });
});
