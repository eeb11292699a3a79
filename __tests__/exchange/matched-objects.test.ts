import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListPositions, mailboxIds, MatchedObjects } from '../../src/exchange/matched-objects.ts';
import type { JsonObject } from '../../src/json.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';

function positionsOf(...addresses: string[]): ListPositions {
  return new ListPositions(mailboxList(addresses.map((address, at) => ({ address, file: 'a.txt', line: at + 1 }))));
}

describe('an address of the list', () => {
  test('finds no mailbox by an address of another kind', () => {
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['Name'] });
    listing.add([{ Name: 'other', EmailAddresses: ['SIP:a@contoso.com', 'x500:a@contoso.com'] }]);
    expect(listing.at(0)).toBeUndefined();
  });
});

describe('a mailbox that another wins its address from', () => {
  const [principal, alias] = [
    { Name: 'principal', UserPrincipalName: 'a@contoso.com' },
    { Name: 'alias', UserPrincipalName: 'c@contoso.com', EmailAddresses: ['smtp:a@contoso.com'] },
  ];

  test('is not unlisted if another address finds it', () => {
    const unlisted: unknown[] = [];
    const onUnmatched = (item: JsonObject): undefined => {
      unlisted.push(item);
    };
    const positions = positionsOf('a@contoso.com', 'b@contoso.com');
    const listing = new MatchedObjects({ positions, hold: ['Name'], onUnmatched });
    listing.add([{ ...alias, EmailAddresses: ['smtp:a@contoso.com', 'smtp:b@contoso.com'] }, principal]);
    expect([listing.at(0)?.Name, listing.at(1)?.Name, unlisted]).toEqual(['principal', 'alias', []]);
  });

  test('keeps its own address if the list is extended by it', () => {
    const positions = positionsOf('a@contoso.com');
    const onUnmatched = ({ Name }: JsonObject): number | undefined => {
      if (Name !== 'alias') return undefined;
      positions.add('c@contoso.com', 1);
      return 1;
    };
    const listing = new MatchedObjects({ positions, hold: ['Name'], onUnmatched });
    listing.add([alias, principal, { Name: 'third', PrimarySmtpAddress: 'c@contoso.com' }]);
    expect([listing.at(0)?.Name, listing.at(1)?.Name]).toEqual(['principal', 'alias']);
  });

  test('is ambiguous with another that has the address equally', () => {
    const onUnmatched = (): undefined => undefined;
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['Name'], onUnmatched });
    listing.add([alias, alias]);
    expect(listing.isAmbiguous(0)).toBe(false);
    listing.add([{ ...alias, Name: 'third' }]);
    expect(listing.isAmbiguous(0)).toBe(true);
    listing.add([principal]);
    expect([listing.isAmbiguous(0), listing.at(0)]).toEqual([false, { Name: 'principal' }]);
  });
});

describe('a listing', () => {
  test('keeps a property that was left out apart from null and false', () => {
    const listing = new MatchedObjects({ positions: positionsOf('a@contoso.com'), hold: ['A', 'B', 'C', 'D'] });
    listing.add([{ UserPrincipalName: 'a@contoso.com', A: null, B: false, D: ['x', 'y\nz'] }]);
    expect(listing.at(0)).toEqual({ A: null, B: false, D: ['x', 'y\nz'] });
  });

  test('finds the object of a mailbox by its ids rather than by an address that another has too', () => {
    const own = { Guid: 'ID-1', EmailAddresses: ['smtp:a@contoso.com'], ImapEnabled: true };
    const other = { Guid: 'ID-2', EmailAddresses: ['smtp:a@contoso.com', 'smtp:b@contoso.com'], ImapEnabled: false };
    for (const items of [
      [own, other],
      [other, own],
    ]) {
      const listing = new MatchedObjects({
        positions: positionsOf('a@contoso.com', 'b@contoso.com'),
        hold: ['ImapEnabled'],
      });
      listing.add(items);
      expect(listing.at(0, mailboxIds({ Guid: 'ID-1' }))).toEqual({ ImapEnabled: true });
      expect(listing.at(1, mailboxIds({ Guid: 'ID-2' }))).toEqual({ ImapEnabled: false });
      expect(listing.at(0, mailboxIds({ Guid: 'ID-3' }))).toBeUndefined();
    }
  });

  test('finds an object without ids by its address, unless several have it', () => {
    const listing = new MatchedObjects({
      positions: positionsOf('a@contoso.com', 'b@contoso.com'),
      hold: ['Name'],
    });
    listing.add([
      { Name: 'a', PrimarySmtpAddress: 'a@contoso.com' },
      { Name: 'b', PrimarySmtpAddress: 'b@contoso.com' },
      { Name: 'c', PrimarySmtpAddress: 'b@contoso.com' },
    ]);
    const ids = mailboxIds({ Guid: 'ID-1' });
    expect([listing.at(0, ids), listing.at(1, ids)]).toEqual([{ Name: 'a' }, undefined]);
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

  const of = (listing: MatchedObjects, Identity: string): unknown[] =>
    listing.allOf(mailboxIds({ Identity })).map(({ Trustee }) => Trustee);
  const named = (...names: string[]): JsonObject[] => names.map((Identity, at) => ({ Identity, Trustee: at }));

  test('returns all of them', () => {
    const listing = grants();
    listing.add(named('Adele', 'Megan', 'megan', 'Pat'));
    expect([of(listing, 'MEGAN'), of(listing, 'Adele')]).toEqual([[1, 2], [0]]);
  });

  test('returns none at all if objects of a mailbox do not follow one another, since any may be missing at the end', () => {
    const listing = grants();
    listing.add(named('A', 'B', 'A', 'C', 'D'));
    expect([of(listing, 'A'), of(listing, 'B'), of(listing, 'C')]).toEqual([[], [], []]);
  });

  test('returns all objects of a mailbox or none, wherever a page is cut', () => {
    const anyPages = fc.tuple(
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(anyPages, fc.nat(), fc.nat(), ([counts, size], whichPage, howMany) => {
        const all = counts.flatMap((count, at) => Array.from({ length: count }, () => `M${at}`));
        const pages = Array.from({ length: Math.ceil(all.length / size) }, (_, at) =>
          all.slice(at * size, (at + 1) * size),
        );
        const listing = grants();
        for (const [at, names] of pages.entries()) {
          const isCut = at === whichPage % pages.length;
          listing.add(named(...(isCut ? names.slice(0, howMany % names.length) : names)));
        }
        for (const [at, count] of counts.entries()) expect([0, count]).toContain(of(listing, `M${at}`).length);
      }),
    );
  });

  test('is an error if an object does not name its mailbox', () => {
    expect(() => {
      grants().add([{ Trustee: 'a' }]);
    }).toThrow(/does not name its mailbox/);
  });
});
