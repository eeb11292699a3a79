import fc from 'fast-check';
import { anyCodePoint } from './code-point.ts';

/** Texts with everything that has a meaning in a CSV or a spreadsheet. */
export const csvText = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: anyCodePoint }),
  fc.string({
    unit: fc.constantFrom(
      '=',
      '+',
      '-',
      '@',
      '＝',
      '＋',
      '"',
      "'",
      ',',
      ';',
      '(',
      '!',
      '|',
      '\t',
      '\r',
      '\n',
      ' ',
      '\0',
      '\u0001',
      '\u00A0',
      '\u200B',
      '\uFEFF',
      'a',
      'é',
      '1',
    ),
  }),
);

/** Cells of every JSON type but objects. */
export const csvCell = fc.oneof(
  csvText,
  fc.double({ noNaN: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(csvText),
);
