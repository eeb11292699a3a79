import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { AddressBytes } from '../../src/mailboxes/address-bytes.ts';

test('gives back every address by its position, whatever its length and letters', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.string({ minLength: 70_000, maxLength: 70_001 }),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (addresses) => {
      const bytes = new AddressBytes();
      for (const address of addresses) bytes.add(address);
      expect(bytes.length).toBe(addresses.length);
      expect(addresses.map((_, position) => bytes.at(position))).toEqual(addresses);
      expect([bytes.at(-1), bytes.at(addresses.length)]).toEqual([undefined, undefined]);
    }),
    { numRuns: 50 },
  );
});

test('grows with the list', () => {
  const bytes = new AddressBytes();
  for (let position = 0; position < 5_000; position++) bytes.add(`mailbox-${position}@contoso.com`);
  expect([0, 1023, 1024, 4_999].map((position) => bytes.at(position))).toEqual([
    'mailbox-0@contoso.com',
    'mailbox-1023@contoso.com',
    'mailbox-1024@contoso.com',
    'mailbox-4999@contoso.com',
  ]);
});
