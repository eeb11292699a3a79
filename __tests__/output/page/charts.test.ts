import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../../../src/policy/verdict.ts';
import { PolicyTally } from '../../../src/policy/policy-tally.ts';
import { CrossTab, Distribution } from '../../../src/output/distribution.ts';
import { fittedLabels } from '../../../src/output/page/bar-chart.ts';
import { crossTabChart, figure, rulesChart, unreadableChart, valuesChart } from '../../../src/output/page/charts.ts';
import { Tally } from '../../../src/output/tally.ts';
import { parsedXml } from '../../support/junit-schema.ts';
import { findingOf, judgedOf, policyOf, ruleOf, verdictOf } from '../mailbox-results.ts';
import { unreadableRow } from '../rows.ts';

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
        expect(chart?.segments.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
        expect(chart?.rows.length).toBeLessThanOrEqual(11);
      }),
    );
    expect(valuesChart(new Distribution())).toBeUndefined();
  });

  test('of replies counts every mailbox once, by state and audience, case-insensitively', () => {
    const crossTab = new CrossTab();
    for (const [state, audience] of [
      ['disabled', 'all'],
      ['Disabled', 'All'],
      ['scheduled', 'ALL'],
      ['scheduled', 'none'],
    ]) {
      crossTab.add(state ?? '', audience ?? '');
    }
    expect(crossTabChart(crossTab)).toMatchObject({
      rows: ['disabled', 'scheduled'],
      categories: [
        { name: 'none', colour: 'var(--bar-none)' },
        { name: 'all', colour: 'var(--bar-all)' },
      ],
      texts: ['2 mailboxes', '2 mailboxes'],
      notes: ['shares of each state'],
      segments: [
        { row: 0, category: 'all', count: 2 },
        { row: 1, category: 'all', count: 1 },
        { row: 1, category: 'none', count: 1 },
      ],
    });
  });

  test('of long values distinguishes values that differ only at the end, also by audience', () => {
    const ends = ['one', 'two'].map((end) => `${'x'.repeat(200)}${end}`);
    expect(valuesChart(distributionOf(ends))?.rows).toEqual(ends.map((end) => expect.stringMatching(end.slice(-3))));
    const crossTab = new CrossTab();
    for (const end of ends) crossTab.add(end, 'all');
    expect(crossTab.rows.map(({ total }) => total)).toEqual([1, 1]);
    for (const end of ends) crossTab.add('on', end);
    expect(crossTabChart(crossTab)?.categories).toHaveLength(3);
  });

  test('of replies has a limited size', () => {
    const crossTab = new CrossTab();
    for (let at = 0; at < 5_000; at++) crossTab.add(`state ${at}`, `audience ${at}`);
    expect(crossTab.rows.length).toBeLessThanOrEqual(21);
    expect(crossTab.rows.reduce((sum, { total }) => sum + total, 0)).toBe(5_000);
    expect(crossTab.rows[0]).toMatchObject({ value: 'others', total: 4_980 });
    const chart = crossTabChart(crossTab);
    expect(chart?.categories.length).toBeLessThanOrEqual(8);
    expect(chart?.segments.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(5_000);
  });

  test('of causes has the most frequent first', () => {
    const tally = new Tally();
    expect(unreadableChart(tally)).toBeUndefined();
    for (const status of ['failed', 'not-found', 'failed'] as const) tally.add(unreadableRow('a@b.c', status, ''));
    expect(unreadableChart(tally)).toMatchObject({
      rows: ['failed', 'not-found'],
      segments: [{ count: 2 }, { count: 1 }],
    });
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

  test('has a bar for each rule, most failures first, also for similar names', async () => {
    const chart = rulesChart(tally);
    expect(chart?.rows).toEqual(rules.map(({ id }) => id).reverse());
    expect(chart?.segments).toEqual([3, 2, 1].map((count, row) => ({ row, category: 'failed', count })));
    const { text = '' } = (await figure('Rules by verdict', chart)) ?? {};
    expect([...text.matchAll(/<td class="number">(\d+)<\/td>/g)].map(([, count]) => count)).toEqual(['3', '2', '1']);
    expect(chart?.texts).toEqual(['3 of 3', '2 of 2', '1 of 1']);
  });

  test('has a sentence for screen readers', async () => {
    const { text = '' } = (await figure('Rules', rulesChart(tally))) ?? {};
    const [, name = ''] = /role="img" aria-label="([^"]*)"/.exec(text) ?? [];
    expect(name).toMatch(
      /^Rules, failed or warned, of all: a-rule-whose-[^;]*…[^;]*-3 3 of 3; [^;]* 2 of 2; [^;]* 1 of 1$/,
    );
  });

  test('shows every verdict, even of a single mailbox', async () => {
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
    // Later segments cover earlier ones.
    expect(bars.at(-1)).toMatchObject({ colour: 'bar-failed' });
    expect((bars.at(-1)?.end ?? 0) - (bars.at(-1)?.start ?? 0)).toBeGreaterThanOrEqual(3);
  });

  test('shortens names that differ at the end to different labels', async () => {
    const { text = '' } = (await figure('Rules by verdict', rulesChart(tally))) ?? {};
    const [svg = ''] = /<svg[^]*?<\/svg>/.exec(text) ?? [];
    for (const at of [1, 2, 3]) expect(svg).toMatch(new RegExp(`>a-rule-whose[^<]*…[^<]*-${at}<`));
  });

  test('has an unshortened legend beside it', async () => {
    const crossTab = new CrossTab();
    for (const audience of ['all', 'none', 'contactsOnly']) crossTab.add('scheduled', audience);
    const { text = '' } = (await figure('Replies', crossTabChart(crossTab))) ?? {};
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
  test('are shortened so that they stay different, wherever they differ', () => {
    const zones = ['Central Europe Standard Time', 'Central European Standard Time', 'Central Time'];
    const ends = ['x'.repeat(40) + 'one', 'x'.repeat(40) + 'two'];
    const middles = ['a', 'b'].map((one) => `${'x'.repeat(12)}${one}${'y'.repeat(18)}`);
    for (const labels of [zones, ends, middles]) {
      const cut = fittedLabels(labels, 120);
      expect(new Set(cut).size).toBe(labels.length);
      for (const label of cut) expect(label.length).toBeLessThan(28);
    }
  });

  test('are unchanged if they fit, and equal ones stay equal', () => {
    expect(fittedLabels(['UTC', 'UTC', 'Tokyo'], 120)).toEqual(['UTC', 'UTC', 'Tokyo']);
  });
});

describe('a figure', () => {
  test('is XML with escaped texts, and has the same numbers in a table', async () => {
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

  test('is omitted without a chart', async () => {
    expect(await figure('Nothing', undefined)).toBeUndefined();
  });
});
