import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RowDecoder, RowEncoder, type PageCell } from '../../../src/outputs/page/data.ts';
import { anyCodePoint } from '../../support/code-point.ts';

const cell: fc.Arbitrary<PageCell> = fc.oneof(
  fc.constantFrom('', 'UTC', '5', '-1', '[1]', '"', '\u2028', '=1+1'),
  fc.string({ unit: anyCodePoint }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
);

const highlights = fc.uniqueArray(fc.nat({ max: 19 }), { maxLength: 4 });

test('rows are decoded as they were encoded, with texts, numbers and highlights', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ cells: fc.array(cell, { minLength: 3, maxLength: 3 }), highlights })), (rows) => {
      const encoder = new RowEncoder(3);
      const decoder = new RowDecoder(3);
      const lines = rows.map((row) => encoder.encode(row.cells, row.highlights));
      for (const line of lines) expect(line).not.toContain('\n');
      expect(lines.map((line) => decoder.decode(line))).toEqual(rows);
    }),
  );
});

test('a repeated text is encoded as a number, except after a thousand texts', () => {
  const encoder = new RowEncoder(1);
  const decoder = new RowDecoder(1);
  const texts = Array.from({ length: 1_500 }, (_, at) => `t${at}`);
  const lines = [...texts, ...texts].map((text) => encoder.encode([text]));
  expect(lines.map((line) => decoder.decode(line).cells[0])).toEqual([...texts, ...texts]);
  expect([lines[1_500], lines[2_499], lines[2_500]]).toEqual(['[0]', '[999]', '["t1000"]']);
});

test('a long text is encoded each time', () => {
  const encoder = new RowEncoder(1);
  const long = 'a'.repeat(201);
  expect([long, long, 'b', 'b'].map((text) => encoder.encode([text]))).toEqual([
    JSON.stringify([long]),
    JSON.stringify([long]),
    '["b"]',
    '[0]',
  ]);
});

test('missing cells are blank, and a malformed line is an error', () => {
  expect(new RowDecoder(2).decode(new RowEncoder(2).encode(['a'])).cells).toEqual(['a', '']);
  expect(() => new RowDecoder(1).decode('{}')).toThrow('not an array');
  expect(() => new RowDecoder(1).decode('[7]')).toThrow('unknown text');
  expect(() => new RowDecoder(1).decode('[true]')).toThrow('neither text nor number');
});
