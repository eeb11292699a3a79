import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { MailboxNumbers } from '../../../src/store/csv/mailbox-numbers.ts';
import { readBackText } from '../../../src/text/csv.ts';

test('mailboxes are numbered in the order of their first occurrence, without case', () => {
  const address = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'A', 'ä', 'Ä', 'İ', '=', '\u{1f600}'), minLength: 1, maxLength: 3 }),
    fc.integer({ min: 0, max: 3_000 }).map((number) => `User${number}@Contoso.com`),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }),
  );
  fc.assert(
    fc.property(fc.array(address, { maxLength: 3_000 }), (addresses) => {
      const numbers = new MailboxNumbers(10_000);
      const model = new Map<string, number>();
      for (const one of addresses) {
        const key = readBackText(one).toLowerCase();
        expect(numbers.get(one)).toBe(model.get(key));
        if (!model.has(key)) model.set(key, model.size);
        expect(numbers.number(Buffer.from(readBackText(one)))).toBe(model.get(key));
      }
      expect(numbers.size).toBe(model.size);
      for (const one of addresses)
        expect(numbers.get(one.toUpperCase())).toBe(model.get(readBackText(one.toUpperCase()).toLowerCase()));
      expect([...numbers.numbers()]).toEqual([...model.values()]);
    }),
    { numRuns: 20 },
  );
});
