import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MailboxListBuilder } from '../../src/mailboxes/mailbox.ts';

function listOf(addresses: readonly string[]) {
  const builder = new MailboxListBuilder();
  for (const [at, address] of addresses.entries()) builder.add({ address, file: 'l.txt', line: at + 1 });
  return builder.build(['l.txt']);
}

function addressesOf(list: ReturnType<typeof listOf>): string[] {
  return Array.from({ length: list.length }, (_, position) => list.at(position).address);
}

test('distinguishes addresses with the same hash, and finds the duplicates of both', () => {
  // Their local parts have the same 32-bit FNV-1a.
  const [one, other] = ['costarring@contoso.com', 'liquid@contoso.com'];
  const list = listOf([one, other, other.toUpperCase(), one.toUpperCase(), 'liquids@contoso.com']);
  expect(addressesOf(list)).toEqual([one, other, 'liquids@contoso.com']);
  expect(list.duplicates.map(({ mailbox, firstAt }) => [mailbox.line, firstAt.line])).toEqual([
    [3, 2],
    [4, 1],
  ]);
});

test('keeps each address once, in order and as first written, whatever the length of the list', () => {
  const addresses = fc.array(fc.tuple(fc.nat(2_000), fc.boolean()), { maxLength: 4_000, size: 'max' });
  fc.assert(
    fc.property(addresses, (numbers) => {
      const all = numbers.map(([number, upper]) => (upper ? `U${number}ÄÖ@x.com` : `u${number}äö@x.com`));
      const first = new Map<string, string>();
      for (const address of all) if (!first.has(address.toLowerCase())) first.set(address.toLowerCase(), address);
      const list = listOf(all);
      expect(addressesOf(list)).toEqual([...first.values()]);
      expect(list.duplicateCount).toBe(all.length - first.size);
      expect(() => list.at(list.length)).toThrow(RangeError);
    }),
    { numRuns: 20 },
  );
});
