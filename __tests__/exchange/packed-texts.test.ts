import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { PackedTexts } from '../../src/exchange/packed-texts.ts';

const anyTexts = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 40 });

test('gives every text back by its number, whatever its characters are and however many there are', () => {
  fc.assert(
    fc.property(anyTexts, fc.integer({ min: 1, max: 100 }), (some, times) => {
      const texts = Array.from({ length: times }, () => some).flat();
      const packed = new PackedTexts();
      const numbers = texts.map((text) => packed.add(text));
      expect(numbers.map((number) => packed.at(number))).toEqual(texts);
    }),
    { numRuns: 50 },
  );
});
