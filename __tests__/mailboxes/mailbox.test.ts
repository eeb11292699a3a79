import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';

function listOf(addresses: readonly string[]) {
  return mailboxList(addresses.map((address, at) => ({ address, file: 'l.txt', line: at + 1 })));
}

function addressesOf(list: ReturnType<typeof listOf>): string[] {
  return Array.from({ length: list.length }, (_, position) => list.at(position).address);
}

test('keeps each address once, in order and as first written', () => {
  const addresses = fc.array(fc.tuple(fc.nat(50), fc.boolean()), { maxLength: 200 });
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
  );
});
