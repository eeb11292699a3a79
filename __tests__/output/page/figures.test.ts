import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../../src/policy/verdict.ts';
import { PolicyTally } from '../../../src/policy/policy-tally.ts';
import { CrossTab } from '../../../src/output/cross-tab.ts';
import { Distribution } from '../../../src/output/distribution.ts';
import { fittedLabels } from '../../../src/output/page/charts.ts';
import { crossingChart, figure, rulesChart, unreadChart, valuesChart } from '../../../src/output/page/figures.ts';
import { Tally } from '../../../src/output/tally.ts';
import { parsedXml } from '../../support/junit-schema.ts';
import { findingOf, judgedOf, policyOf, ruleOf, verdictOf } from '../mailbox-results.ts';
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
      }),
    );
    expect(valuesChart(new Distribution())).toBeUndefined();
  });

  test('of replies counts every mailbox once, by state and audience, whatever their case', () => {
    const crossing = new CrossTab();
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
      kinds: [
        { name: 'none', colour: 'var(--bar-none)' },
        { name: 'all', colour: 'var(--bar-all)' },
      ],
      texts: ['2 mailboxes', '2 mailboxes'],
      notes: ['shares of each state'],
      bars: [
        { row: 0, kind: 'all', count: 2 },
        { row: 1, kind: 'all', count: 1 },
        { row: 1, kind: 'none', count: 1 },
      ],
    });
  });

  test('of long values keeps those apart that differ in their ends alone, also by audience', () => {
    const ends = ['one', 'two'].map((end) => `${'x'.repeat(200)}${end}`);
    expect(valuesChart(distributionOf(ends))?.rows).toEqual(ends.map((end) => expect.stringMatching(end.slice(-3))));
    const crossing = new CrossTab();
    for (const end of ends) crossing.add(end, 'all');
    expect(crossing.rows.map(({ total }) => total)).toEqual([1, 1]);
    for (const end of ends) crossing.add('on', end);
    expect(crossingChart(crossing)?.kinds).toHaveLength(3);
  });

  test('of replies stays small, whatever a tenant answers', () => {
    const crossing = new CrossTab();
    for (let at = 0; at < 5_000; at++) crossing.add(`state ${at}`, `audience ${at}`);
    expect(crossing.rows.length).toBeLessThanOrEqual(21);
    expect(crossing.rows.reduce((sum, { total }) => sum + total, 0)).toBe(5_000);
    expect(crossing.rows[0]).toMatchObject({ value: 'others', total: 4_980 });
    const chart = crossingChart(crossing);
    expect(chart?.kinds.length).toBeLessThanOrEqual(8);
    expect(chart?.bars.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(5_000);
  });

  test('of causes names those that there are, the most frequent first', () => {
    const tally = new Tally();
    expect(unreadChart(tally)).toBeUndefined();
    for (const status of ['failed', 'not-found', 'failed'] as const) tally.add(unreadRow('a@b.c', status, ''));
    expect(unreadChart(tally)).toMatchObject({ rows: ['failed', 'not-found'], bars: [{ count: 2 }, { count: 1 }] });
  });
});

describe('a chart of rules', () => {
  const rules = [1, 2, 3].map((at) => ruleOf(`a-rule-whose-name-begins-like-that-of-another-${at}`));
  const tally = new PolicyTally(policyOf(...rules));
  for (const [at, rule] of rules.entries()) {
    for (let mailbox = 0; mailbox <= at; mailbox += 1) {
      const address = `m${mailbox}@x.y`;
      tally.add(judgedOf(address, [verdictOf(rule, [findingOf(rule, address)])]).reports);
    }
  }

  test('has a bar for each, however alike their names are, the worst first', async () => {
    const chart = rulesChart(tally);
    expect(chart?.rows).toEqual(rules.map(({ id }) => id).reverse());
    expect(chart?.bars).toEqual([3, 2, 1].map((count, row) => ({ row, kind: 'failed', count })));
    const { text = '' } = (await figure('Rules by verdict', chart)) ?? {};
    expect([...text.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, count]) => count)).toEqual(['3', '2', '1']);
    expect(chart?.texts).toEqual(['3 of 3', '2 of 2', '1 of 1']);
  });

  test('is told in a sentence to those who do not see it', async () => {
    const { text = '' } = (await figure('Rules', rulesChart(tally))) ?? {};
    const [, name = ''] = /role="img" aria-label="([^"]*)"/.exec(text) ?? [];
    expect(name).toMatch(
      /^Rules, failed or warned, of all: a-rule-whose-[^;]*…[^;]*-3 3 of 3; [^;]* 2 of 2; [^;]* 1 of 1$/,
    );
  });

  test('shows each verdict, however few mailboxes have it', async () => {
    const rule = ruleOf('rule');
    const all = new PolicyTally(policyOf(rule));
    const verdicts = [
      ...Array<Verdict>(2_000).fill('pass'),
      'fail' as const,
      ...Array<Verdict>(200).fill('inconclusive'),
    ];
    for (const [at, verdict] of verdicts.entries()) {
      const findings = verdict === 'fail' ? [findingOf(rule, `m${at}@x.y`)] : [];
      all.add(judgedOf(`m${at}@x.y`, [verdictOf(rule, findings, verdict)]).reports);
    }
    const { text = '' } = (await figure('Rules by verdict', rulesChart(all))) ?? {};
    const [svg = ''] = /<svg[^]*?<\/svg>/.exec(text) ?? [];
    const drawn = [
      ...svg.matchAll(/aria-label="[^"]*"|<path[^>]*d="M([\d.]+),[\d.]+h([\d.]+)[^>]*fill="var\(--([\w-]+)\)"/g),
    ];
    const bars = drawn.flatMap(([, start, width, colour]) =>
      colour === undefined ? [] : [{ start: Number(start), end: Number(start) + Number(width), colour }],
    );
    // What is drawn later lies above.
    expect(bars.at(-1)).toMatchObject({ colour: 'bar-failed' });
    expect((bars.at(-1)?.end ?? 0) - (bars.at(-1)?.start ?? 0)).toBeGreaterThanOrEqual(3);
  });

  test('tells names apart that only end otherwise', async () => {
    const { text = '' } = (await figure('Rules by verdict', rulesChart(tally))) ?? {};
    const [svg = ''] = /<svg[^]*?<\/svg>/.exec(text) ?? [];
    for (const at of [1, 2, 3]) expect(svg).toMatch(new RegExp(`>a-rule-whose[^<]*…[^<]*-${at}<`));
  });

  test('names what its colours mean beside the picture, where it is not cut', async () => {
    const crossing = new CrossTab();
    for (const audience of ['all', 'none', 'contactsOnly']) crossing.add('scheduled', audience);
    const { text = '' } = (await figure('Replies', crossingChart(crossing))) ?? {};
    const [legend = ''] = /<ul class="legend"[^>]*>[^]*<\/ul>/.exec(text) ?? [];
    expect(
      legend
        .replace(/<[^>]*>/g, ' ')
        .split(/\s+/)
        .filter((word) => word !== ''),
    ).toEqual([...['none', 'contactsOnly', 'all']]);
  });
});

describe('labels', () => {
  test('are cut so that they stay different, wherever in them the difference stands', () => {
    const zones = ['Central Europe Standard Time', 'Central European Standard Time', 'Central Time'];
    const ends = ['x'.repeat(40) + 'one', 'x'.repeat(40) + 'two'];
    const middles = ['a', 'b'].map((one) => `${'x'.repeat(12)}${one}${'y'.repeat(18)}`);
    for (const labels of [zones, ends, middles]) {
      const cut = fittedLabels(labels, 120);
      expect(new Set(cut).size).toBe(labels.length);
      for (const label of cut) expect(label.length).toBeLessThan(28);
    }
  });

  test('that have room stay as they are, and those that are the same stay the same', () => {
    expect(fittedLabels(['UTC', 'UTC', 'Tokyo'], 120)).toEqual(['UTC', 'UTC', 'Tokyo']);
  });
});

describe('a picture', () => {
  test('is XML in which nothing foreign has a meaning, and says the same in numbers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { minLength: 1, maxLength: 20 }), async (values) => {
        const chart = valuesChart(distributionOf(values));
        const { text = '' } = (await figure('Time zones', chart)) ?? {};
        const drawn = [...text.matchAll(/<svg[^]*?<\/svg>/g)].map(([svg]) => svg);
        expect(drawn).toHaveLength(2);
        for (const svg of drawn) {
          await expect(parsedXml(svg)).resolves.toBeDefined();
          expect(svg).not.toMatch(/<(?:script|style|image|foreignObject|a)\b|\sstyle=|\son\w+=/i);
        }
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
