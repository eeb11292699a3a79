import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReorderBuffer } from '../../src/graph/reorder-buffer.ts';

test('gives out in order what comes in any order, each once, through a window', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 30 }),
      fc.infiniteStream(fc.nat()),
      (length, ahead, chance) => {
        const order = new ReorderBuffer<number>(length, ahead);
        const open: number[] = [];
        let fresh = 0;
        const given: number[] = [];
        while (!order.done) {
          while (fresh < order.end) open.push(fresh++);
          const [position] = open.splice((chance.next().value ?? 0) % open.length, 1);
          if (position !== undefined) order.place(position, position);
          given.push(...order.take(7));
        }
        expect(given).toEqual([...Array(length).keys()]);
        expect(order.placed).toBe(length);
      },
    ),
  );
});

test('fills gaps once told with what', () => {
  const order = new ReorderBuffer<string>(4, 4);
  order.place(2, 'two');
  expect(order.take(10)).toEqual([]);
  expect(order.take(3, (position) => `no ${position}`)).toEqual(['no 0', 'no 1', 'two']);
  expect(order.take(3, (position) => `no ${position}`)).toEqual(['no 3']);
  expect(order.placed).toBe(4);
});

test('refuses a position outside its window', () => {
  const order = new ReorderBuffer<string>(4, 2);
  expect(() => {
    order.place(2, 'x');
  }).toThrow(RangeError);
});
