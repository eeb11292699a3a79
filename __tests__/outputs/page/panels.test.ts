import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bar } from '../../../src/outputs/page/panels.ts';

interface Drawn {
  readonly kind: string;
  readonly x: number;
  readonly width: number;
}

function drawn(text: string): readonly Drawn[] {
  return [...text.matchAll(/<rect class="(\w+)" x="([\d.]+)%" width="([\d.]+)%"/g)].map(([, kind = '', x, width]) => ({
    kind,
    x: Number(x),
    width: Number(width),
  }));
}

describe('a bar', () => {
  test('is as long as its share of the longest, with segments in proportion', () => {
    const segments = [
      { kind: 'failed', count: 10 },
      { kind: 'warned', count: 0 },
      { kind: 'passed', count: 30 },
    ];
    expect(drawn(bar({ segments, longest: 80 }).text)).toEqual([
      { kind: 'failed', x: 0, width: 12.5 },
      { kind: 'passed', x: 12.5, width: 37.5 },
    ]);
    expect(drawn(bar({ segments: [], longest: 10 }).text)).toEqual([]);
    expect(drawn(bar({ segments: [{ kind: 'failed', count: 0 }], longest: 0 }).text)).toEqual([]);
  });

  test('shows every segment, in its room', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200_000), { maxLength: 6 }), fc.nat(1_000_000), (counts, more) => {
        const longest = counts.reduce((sum, one) => sum + one, 0) + more;
        const segments = counts.map((count, at) => ({ kind: `kind${at}`, count }));
        const { text } = bar({ segments, longest });
        const parts = drawn(text);
        expect(parts.map(({ kind }) => kind)).toEqual(counts.flatMap((one, at) => (one > 0 ? [`kind${at}`] : [])));
        let end = 0;
        for (const { x, width } of parts) {
          expect(width).toBeGreaterThan(1);
          expect(Math.abs(x - end)).toBeLessThan(0.1);
          end = x + width;
        }
        expect(end).toBeLessThan(100.1);
      }),
    );
  });
});
