import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Crossing } from '../../../src/publish/crossing.ts';
import { Distribution } from '../../../src/publish/distribution.ts';
import { crossingChart, figure, unreadChart, valuesChart } from '../../../src/publish/html/figures.ts';
import { Tally } from '../../../src/publish/tally.ts';
import { parsedXml } from '../../support/junit-schema.ts';
import { unreadRow } from '../rows.ts';

const texts = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'UTC',
    'utc',
    'all others',
    '<script>',
    '"',
    ']]>',
    '&amp;',
    '\u0000',
    '\ud800',
    '__proto__',
  ),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function distributionOf(values: readonly string[]): Distribution {
  const distribution = new Distribution();
  for (const value of values) distribution.add(value);
  return distribution;
}

describe('a chart of values', () => {
  test('counts every mailbox once, in eleven rows at most', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 60 }), (values) => {
        const chart = valuesChart(distributionOf(values));
        expect(chart?.bars.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(chart?.rows.length).toBeLessThanOrEqual(11);
        expect(new Set(chart?.rows).size).toBe(chart?.rows.length);
      }),
    );
    expect(valuesChart(new Distribution())).toBeUndefined();
  });

  test('of replies counts every mailbox once, by state and audience, whatever their case', () => {
    const crossing = new Crossing();
    for (const [state, audience] of [
      ['disabled', 'all'],
      ['Disabled', 'All'],
      ['scheduled', 'ALL'],
      ['scheduled', 'none'],
    ]) {
      crossing.add(state ?? '', audience ?? '');
    }
    expect(crossingChart(crossing)).toMatchObject({
      rows: ['disabled', 'scheduled'],
      kinds: [{ name: 'all' }, { name: 'none' }],
      bars: [
        { row: 'disabled', kind: 'all', count: 2 },
        { row: 'scheduled', kind: 'all', count: 1 },
        { row: 'scheduled', kind: 'none', count: 1 },
      ],
    });
  });

  test('of replies stays small, whatever a tenant answers', () => {
    const crossing = new Crossing();
    for (let at = 0; at < 5_000; at++) crossing.add(`state ${at}`, `audience ${at}`);
    expect(crossing.rows.length).toBeLessThanOrEqual(21);
    expect(crossing.rows.reduce((sum, { total }) => sum + total, 0)).toBe(5_000);
    expect(crossing.rows[0]).toMatchObject({ value: 'others', total: 4_980 });
    const chart = crossingChart(crossing);
    expect(chart?.kinds.length).toBeLessThanOrEqual(8);
    expect(chart?.bars.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(5_000);
  });

  test('of causes names those that there are', () => {
    const tally = new Tally();
    expect(unreadChart(tally)).toBeUndefined();
    for (const status of ['not-found', 'failed', 'not-found'] as const) tally.add(unreadRow('a@b.c', status, ''));
    expect(unreadChart(tally)).toMatchObject({ rows: ['not-found', 'failed'], bars: [{ count: 2 }, { count: 1 }] });
  });
});

describe('a picture', () => {
  test('is XML in which nothing foreign has a meaning, and says the same in numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (values) => {
        const chart = valuesChart(distributionOf(values));
        const { text = '' } = (await figure('Time zones', chart)) ?? {};
        const [svg = ''] = /<svg[^]*<\/svg>/.exec(text) ?? [];
        await expect(parsedXml(svg)).resolves.toBeDefined();
        expect(svg).not.toMatch(/<(?:script|style|image|foreignObject|a)\b|\sstyle=|\son\w+=/i);
        expect(
          [...text.matchAll(/<td class="number">([\d,]+)<\/td>/g)].reduce((sum, [, count]) => sum + Number(count), 0),
        ).toBe(values.length);
      }),
      { numRuns: 25 },
    );
  });

  test('of nothing is none', async () => {
    expect(await figure('Nothing', undefined)).toBeUndefined();
  });
});
