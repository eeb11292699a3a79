import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailboxList, type MailboxList } from '../../src/mailboxes/mailbox.ts';
import { shardRange, shareOf } from '../../src/mailboxes/shard.ts';

function listOf(length: number): MailboxList {
  const mailboxes = Array.from({ length }, (_, at) => ({
    address: `user${at}@contoso.com`,
    file: at < length / 2 ? 'a.txt' : 'b.txt',
    line: at + 1,
  }));
  return mailboxList(mailboxes, ['a.txt', 'b.txt']);
}

test('the shards of a list are contiguous, cover it, and differ in size by at most one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 14_000_000 }), fc.integer({ min: 1, max: 256 }), (length, of) => {
      const ranges = Array.from({ length: of }, (_, at) => shardRange(length, { number: at + 1, of }));
      let next = 0;
      for (const { start, end } of ranges) {
        expect(start).toBe(next);
        expect(end - start).toBeGreaterThanOrEqual(Math.floor(length / of));
        expect(end - start).toBeLessThanOrEqual(Math.ceil(length / of));
        next = end;
      }
      expect(next).toBe(length);
    }),
    { numRuns: 30 },
  );
});

test('a shard has the mailboxes of its positions, with their places', () => {
  const list = listOf(10);
  const addresses = [1, 2, 3].flatMap((number) => {
    const share = shareOf(list, { number, of: 3 });
    return Array.from({ length: share.length }, (_, at) => share.at(at));
  });
  expect(addresses).toEqual(Array.from({ length: 10 }, (_, at) => list.at(at)));
});

test('a shard throws beyond its end, although the list has more mailboxes', () => {
  const share = shareOf(listOf(10), { number: 1, of: 2 });
  expect(() => share.at(5)).toThrow(RangeError);
  expect(() => share.at(-1)).toThrow(RangeError);
});
