import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailboxIds, MatchedMailboxes, MatchedObjects } from '../../src/exchange/matched-objects.ts';
import type { JsonObject } from '../../src/json.ts';
import { ListPositions } from '../../src/mailboxes/listed-objects.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';

function positionsOf(...addresses: string[]): ListPositions {
  return new ListPositions(mailboxList(addresses.map((address, at) => ({ address, file: 'a.txt', line: at + 1 }))));
}

/** The listing of mailboxes, of which only the names are kept. */
function mailboxesAt(
  positions: ListPositions,
  onUnmatched: (item: JsonObject) => number | undefined = () => undefined,
): MatchedMailboxes<unknown> {
  return new MatchedMailboxes({ positions, keep: ({ Name }) => Name, onUnmatched });
}

/** Another listing, of which only the names are kept. */
function objectsAt(...addresses: string[]): MatchedObjects<unknown> {
  return new MatchedObjects(positionsOf(...addresses), ({ Name }) => Name);
}

describe('an address of the list', () => {
  test('finds no mailbox by an address of another kind', () => {
    const listing = mailboxesAt(positionsOf('a@contoso.com'));
    listing.add([{ Name: 'other', EmailAddresses: ['SIP:a@contoso.com', 'x500:a@contoso.com'] }]);
    expect(listing.has(0)).toBe(false);
  });

  test('finds a mailbox by ID or user principal name rather than by primary address, and by that rather than by another', () => {
    const candidates = [
      { Name: 'ID', ExternalDirectoryObjectId: 'A@contoso.com' },
      { Name: 'primary', PrimarySmtpAddress: 'a@contoso.com' },
      { Name: 'other', EmailAddresses: ['smtp:a@contoso.com'] },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(candidates, { minLength: 1 }), (items) => {
        const listing = mailboxesAt(positionsOf('a@contoso.com'));
        listing.add(items);
        const [best] = candidates.filter((one) => items.includes(one));
        expect([listing.at(0), listing.isAmbiguous(0)]).toEqual([best?.Name, false]);
      }),
    );
  });
});

describe('a mailbox that another wins its address from', () => {
  const [principal, alias] = [
    { Name: 'principal', UserPrincipalName: 'a@contoso.com' },
    { Name: 'alias', UserPrincipalName: 'c@contoso.com', EmailAddresses: ['smtp:a@contoso.com'] },
  ];

  test('is not unlisted if another address finds it', () => {
    const unlisted: unknown[] = [];
    const listing = mailboxesAt(positionsOf('a@contoso.com', 'b@contoso.com'), (item) => {
      unlisted.push(item);
      return undefined;
    });
    listing.add([{ ...alias, EmailAddresses: ['smtp:a@contoso.com', 'smtp:b@contoso.com'] }, principal]);
    expect([listing.at(0), listing.at(1), unlisted]).toEqual(['principal', 'alias', []]);
  });

  test('is unlisted if no other address finds it', () => {
    const unlisted: unknown[] = [];
    const listing = mailboxesAt(positionsOf('a@contoso.com'), (item) => {
      unlisted.push(item);
      return undefined;
    });
    listing.add([alias, principal]);
    expect([listing.at(0), unlisted]).toEqual(['principal', [alias]]);
  });

  test('keeps its own address if the list is extended by it', () => {
    const positions = positionsOf('a@contoso.com');
    const listing = mailboxesAt(positions, ({ Name }) => {
      if (Name !== 'alias') return undefined;
      positions.add('c@contoso.com', 1);
      return 1;
    });
    listing.add([alias, principal, { Name: 'third', PrimarySmtpAddress: 'c@contoso.com' }]);
    expect([listing.at(0), listing.at(1)]).toEqual(['principal', 'alias']);
  });

  test('is ambiguous with another that has the address equally', () => {
    const listing = mailboxesAt(positionsOf('a@contoso.com'));
    listing.add([alias, alias]);
    expect(listing.isAmbiguous(0)).toBe(false);
    listing.add([{ ...alias, Name: 'third' }]);
    expect([listing.isAmbiguous(0), listing.at(0)]).toEqual([true, undefined]);
    listing.add([principal]);
    expect([listing.isAmbiguous(0), listing.at(0)]).toEqual([false, 'principal']);
  });
});

describe('a listing', () => {
  test('finds the object of a mailbox by its ids rather than by an address that another has too', () => {
    const own = { Guid: 'ID-1', EmailAddresses: ['smtp:a@contoso.com'], Name: 'own' };
    const other = { Guid: 'ID-2', EmailAddresses: ['smtp:a@contoso.com', 'smtp:b@contoso.com'], Name: 'other' };
    for (const items of [
      [own, other],
      [other, own],
    ]) {
      const listing = objectsAt('a@contoso.com', 'b@contoso.com');
      listing.add(items);
      expect(listing.at(0, mailboxIds({ Guid: 'ID-1' }))).toBe('own');
      expect(listing.at(1, mailboxIds({ Guid: 'ID-2' }))).toBe('other');
      expect(listing.at(0, mailboxIds({ Guid: 'ID-3' }))).toBeUndefined();
    }
  });

  test('finds an object without ids by its address, unless several have it', () => {
    const listing = objectsAt('a@contoso.com', 'b@contoso.com');
    listing.add([
      { Name: 'a', PrimarySmtpAddress: 'a@contoso.com' },
      { Name: 'b', PrimarySmtpAddress: 'b@contoso.com' },
      { Name: 'c', PrimarySmtpAddress: 'b@contoso.com' },
    ]);
    const ids = mailboxIds({ Guid: 'ID-1' });
    expect([listing.at(0, ids), listing.at(1, ids)]).toEqual(['a', undefined]);
  });

  test('finds the object of a mailbox by its ids if it has no address of the list', () => {
    const listing = objectsAt('a@contoso.com');
    const ids = { ExternalDirectoryObjectId: 'ID-1', Guid: 'ID-2', Identity: 'Megan' };
    listing.add([{ ...ids, Name: 'Megan' }]);
    for (const [name, id] of Object.entries(ids)) {
      expect(listing.at(0, mailboxIds({ [name]: id.toLowerCase() }))).toBe('Megan');
    }
    expect(listing.at(0, mailboxIds({ Identity: 'id-1' }))).toBeUndefined();
  });

  test('has no object of a mailbox if two differ that have its ID', () => {
    const listing = objectsAt();
    const ids = mailboxIds({ Guid: 'ID-1' });
    listing.add([
      { Guid: 'ID-1', Name: 'before' },
      { Guid: 'id-1', Name: 'before' },
    ]);
    expect(listing.at(0, ids)).toBe('before');
    listing.add([{ Guid: 'ID-1', Name: 'after' }]);
    expect(listing.at(0, ids)).toBeUndefined();
  });

  test('drops everything when it begins again', () => {
    const listing = objectsAt('a@contoso.com');
    listing.add([
      { PrimarySmtpAddress: 'a@contoso.com', Name: 'old' },
      { Identity: 'x', Name: 'other' },
    ]);
    listing.restart();
    expect([listing.count, listing.at(0, []), listing.at(0, mailboxIds({ Identity: 'x' }))]).toEqual([
      0,
      undefined,
      undefined,
    ]);
    listing.add([{ PrimarySmtpAddress: 'a@contoso.com', Name: 'new' }]);
    expect(listing.at(0, [])).toBe('new');
  });
});

describe('a listing with several objects a mailbox', () => {
  const grants = (): MatchedObjects<unknown> => new MatchedObjects(positionsOf(), ({ Trustee }) => Trustee, true);

  const of = (listing: MatchedObjects<unknown>, Identity: string): readonly unknown[] =>
    listing.allOf(mailboxIds({ Identity }));
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
          const page = isCut ? names.slice(0, howMany % names.length) : names;
          // A page comes in parts.
          listing.add(named(...page.slice(0, 1)));
          listing.add(named(...page.slice(1)));
          listing.endPage();
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
