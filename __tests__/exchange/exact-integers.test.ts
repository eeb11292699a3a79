import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { withExactIntegers } from '../../src/exchange/exchange-client.ts';
import { parseJson } from '../../src/json.ts';

describe('whole numbers beyond 2^53', () => {
  test('become strings, so that no digit is lost', () => {
    const text = String.raw`{"RuleIdentity": 15394007230974001153, "Both": [-9007199254740993,9007199254740991], "Text": "a:15394007230974001153,\"", "Share": 0.1234567890123456, "Large": 1234567890123456.5}`;
    expect(parseJson(withExactIntegers(text))).toEqual({
      RuleIdentity: '15394007230974001153',
      Both: ['-9007199254740993', 9_007_199_254_740_991],
      Text: 'a:15394007230974001153,"',
      Share: 0.1234567890123456,
      Large: 1234567890123456.5,
    });
  });

  test('are the only values that change', () => {
    const isExact = (value: unknown): boolean => !/[:,[]-?\d{16,}[,\]}]/.test(JSON.stringify([value]));
    fc.assert(
      fc.property(fc.jsonValue().filter(isExact), fc.nat(), (value, number) => {
        const text = JSON.stringify([value, { number }]).replace(/\}\]$/, `,"more":1${'0'.repeat(20)}}]`);
        expect(parseJson(withExactIntegers(text))).toEqual(
          parseJson(JSON.stringify([value, { number, more: `1${'0'.repeat(20)}` }])),
        );
      }),
    );
  });
});
