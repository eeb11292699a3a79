import { describe, expect, test } from '@jest/globals';
import { chartHtml } from '../../../src/outputs/page/chart.ts';

/** The chart of a count in runs, by their days of November. */
function chart(...counts: readonly (readonly [day: number, count: number | undefined])[]): string {
  const points = counts.map(([day, count]) => ({ when: new Date(Date.UTC(2026, 10, day)), count }));
  return chartHtml({ name: 'Violations', points }).text;
}

function lineOf(text: string): string {
  return /class="curve" d="([^"]*)"/.exec(text)?.[1] ?? '';
}

function texts(text: string): readonly string[] {
  return [...text.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, content = '']) => content);
}

describe('a chart', () => {
  test('begins at zero, whatever the counts, and places runs by their time', () => {
    const text = chart([1, 100], [2, 98], [5, 100]);
    expect(lineOf(text)).toBe('M48,24L118.5,25.5L330,24');
    expect(texts(text).slice(0, 4)).toEqual(['100', '0', '2026-11-01', '2026-11-05']);
    expect(lineOf(chart([1, 0], [2, 0]))).toBe('M48,98L330,98');
  });

  test('has a gap where a count is not known, and never a zero', () => {
    const text = chart([1, 4], [2, undefined], [3, 4], [4, 2], [5, undefined]);
    expect(lineOf(text)).toBe('M48,38.8M189,38.8L259.5,68.4');
    expect(text.match(/<circle/g)).toHaveLength(3);
    expect(texts(text).slice(4)).toEqual([
      '2026-11-01 00:00 UTC: 4',
      '2026-11-02 00:00 UTC: not known',
      '2026-11-03 00:00 UTC: 4',
      '2026-11-04 00:00 UTC: 2',
      '2026-11-05 00:00 UTC: not known',
    ]);
  });

  test.each([
    [[9, undefined, 2], '2, 7 fewer than on 2026-11-01', 'between 2 and 9, not known of 1'],
    [[undefined, 2, 1002], '1,002, 1,000 more than on 2026-11-02', 'between 2 and 1,002, not known of 1'],
    [[3, 9, 3], '3, as on 2026-11-01', 'between 3 and 9'],
    [[undefined, undefined, 3], '3', 'between 3 and 3, not known of 2'],
    [[3, 3, undefined], 'not known in this run', 'between 3 and 3, not known of 1'],
  ])('of %j says in words how the count developed', (counts, development, range) => {
    const text = chart(...counts.map((count, at) => [at + 1, count] as const));
    expect(/<span[^>]*>([^<]*)<\/span>/.exec(text)?.[1]).toBe(development);
    expect(text).toContain(`role="img" aria-label="Violations in 3 runs, ${range}. Now ${development}"`);
  });

  test('shows runs of one time side by side', () => {
    expect(lineOf(chart([1, 1], [1, 0], [1, 1]))).toBe('M48,24L189,98L330,24');
  });
});
