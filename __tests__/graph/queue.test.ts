import { expect, test } from '@jest/globals';
import { AskQueue } from '../../src/graph/queue.ts';

const positions = (batch: readonly { position: number }[]): number[] => batch.map(({ position }) => position);
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

test('batches of twenty in order, up to where answers may be ahead', () => {
  const queue = new AskQueue();
  expect(positions(queue.next(0, 30))).toEqual(upTo(0, 20));
  expect(positions(queue.next(0, 30))).toEqual(upTo(20, 30));
  expect(queue.next(0, 30)).toEqual([]);
});

test('those to ask again come first, filled up with fresh ones', () => {
  const queue = new AskQueue();
  const [first, second] = queue.next(0, 100);
  if (first === undefined || second === undefined) throw new Error('no batch');
  queue.again(second);
  queue.again(first, 500);
  expect(positions(queue.next(0, 100))).toEqual([1, ...upTo(20, 39)]);
  expect(queue.nextDue).toBe(500);
  expect(positions(queue.next(499, 39))).toEqual([]);
  expect(positions(queue.next(500, 39))).toEqual([0]);
  expect(queue.nextDue).toBe(Infinity);
});

test('one that must be asked for alone is', () => {
  const queue = new AskQueue();
  const batch = queue.next(0, 3);
  for (const asked of batch) {
    asked.alone = true;
    queue.again(asked);
  }
  expect([queue.next(0, 3), queue.next(0, 3), queue.next(0, 3)].map(positions)).toEqual([[0], [1], [2]]);
});
