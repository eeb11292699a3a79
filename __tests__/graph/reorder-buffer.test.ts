import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ReorderBuffer } from '../../src/graph/reorder-buffer.ts';

test('returns results in order, each once, whatever order they arrive in', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 30 }),
      fc.infiniteStream(fc.nat()),
      (length, ahead, chance) => {
        const buffer = new ReorderBuffer<number>(length, ahead);
        const open: number[] = [];
        let fresh = 0;
        const given: number[] = [];
        while (!buffer.isDone) {
          while (fresh < buffer.end) open.push(fresh++);
          const [position] = open.splice((chance.next().value ?? 0) % open.length, 1);
          if (position !== undefined) buffer.add(position, position);
          given.push(...buffer.take(7));
        }
        expect(given).toEqual([...Array(length).keys()]);
        expect(buffer.received).toBe(length);
      },
    ),
  );
});

test('fills gaps with the fallback', () => {
  const buffer = new ReorderBuffer<string>(4, 4);
  buffer.add(2, 'two');
  expect(buffer.take(10)).toEqual([]);
  expect(buffer.take(3, (position) => `no ${position}`)).toEqual(['no 0', 'no 1', 'two']);
  expect(buffer.take(3, (position) => `no ${position}`)).toEqual(['no 3']);
  expect(buffer.received).toBe(4);
});

test('throws for a position that is out of range', () => {
  const buffer = new ReorderBuffer<string>(4, 2);
  expect(() => {
    buffer.add(2, 'x');
  }).toThrow(RangeError);
});
