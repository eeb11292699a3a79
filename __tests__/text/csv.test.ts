import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defusedText } from '../../src/text/csv.ts';
import { cellText } from '../../src/text/display.ts';
import { csvCell, csvText } from '../support/csv-texts.ts';

describe('a defused text', () => {
  test('differs from the original text only by apostrophes', () => {
    fc.assert(
      fc.property(csvCell, (value) => {
        expect(defusedText(value).replaceAll("'", '')).toBe(cellText(value).replaceAll("'", ''));
      }),
    );
  });

  test('stays as it is when it is defused again', () => {
    fc.assert(
      fc.property(csvText, (original) => {
        const defused = defusedText(original);
        expect(defusedText(defused)).toBe(defused);
      }),
    );
  });

  test.each([',', '\t', ' ', ', ', '\t ', ' =', ',=', '\n-', ';"', '"', '\u200B', ',\u200B'])(
    'takes time linear in the length of a cell of 256 KiB of %j',
    (part) => {
      // In quadratic time, it takes minutes.
      const long = part.repeat((256 * 1024) / part.length);
      for (const cell of [long, `a${long}`, `\t${long}`, `${long}=`, `a,${long}=`]) {
        expect(defusedText(cell).length).toBeGreaterThanOrEqual(cell.length);
      }
    },
  );
});
