import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { barChart, pieChart, slicesOf } from '../../../src/output/summary/mermaid.ts';
import { launchBrowser } from '../../../scripts/browser.ts';

const MERMAID = path.resolve(import.meta.dirname, '../../../node_modules/mermaid/dist/mermaid.min.js');

/** The label of the only slice of a chart. */
function labelOf(value: string): string {
  return slicesOf([{ value, count: 1 }], 0, 1)[0]?.label ?? '';
}

/** Characters with a meaning in Markdown, HTML and the two Mermaid grammars, and some without. */
const hostile = fc.string({
  unit: fc.constantFrom(
    ...'"\'`%;#<>&{}[]()|\\~^*_$@=:,.+-/\n\r\t aZ1'.split(''),
    ...['%%', '%%{init: {"securityLevel": "loose"}}%%', '#quot;', '#34;', '&quot;', '&lt', '```', '---', '\n```\n'],
    ...[
      'title',
      'accTitle: x',
      'accDescr {',
      'showData',
      'x-axis',
      'y-axis',
      'bar [1]',
      'line',
      'pie',
      '"]',
      '" : 1\n',
    ],
    ...['<img src=x onerror=alert(1)>', '</script>', '\u0000', '\u0007', '\u2028', '\u202E', '\u200B', '\uFEFF'],
    ...['\u3164', '\u00AD', '\u0308', '\u{E0041}', '\uD800', '漢', 'é', '😀', 'العربية'],
  ),
  maxLength: 30,
});
const texts = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 }));
const counted = fc.array(fc.record({ value: texts, count: fc.integer({ min: 1, max: 2_000_000 }) }), { maxLength: 30 });

/** The diagram text that GitHub passes to Mermaid. */
function inside(block: string): string {
  const [, text] = /^```mermaid\n(.*)\n```\n\n$/s.exec(block) ?? [];
  if (text === undefined || text.includes('```')) throw new Error(`not one fence: ${block}`);
  return text;
}

describe('a label', () => {
  test.each([
    ['W. Europe Standard Time', 'W. Europe Standard Time'],
    ['America/New_York', 'America/New_York'],
    ['(UTC-08:00) Pacific Time (US & Canada)', '(UTC-08:00) Pacific Time (US and Canada)'],
    ["Nuku'alofa", 'Nuku’alofa'],
    ['東京', '東京'],
    ['a"];\n%%{init}%% `b` #quot; <c>', 'a init b quot c'],
    ['a\u202Eb\u3164c\u200Bd', 'a b c d'],
    ['', '(not set)'],
    [' \n', '(not set)'],
    ['"%%;"', '(not shown)'],
    ['\u0308', '(not shown)'],
    ['\uD800', '(not shown)'],
    ['x'.repeat(41), `${'x'.repeat(26)}…${'x'.repeat(13)}`],
    ['x'.repeat(40), 'x'.repeat(40)],
  ])('for %j is %j', (text, label) => {
    expect(labelOf(text)).toBe(label);
  });

  test('for any text is plain, short and not empty', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const label = labelOf(text);
        expect(label.length).toBeGreaterThan(0);
        expect(label.length).toBeLessThanOrEqual(40);
        expect(label).not.toMatch(/["'`%;#<>&{}[\]|\\~^*$@=]|[\p{C}\p{Zl}\p{Zp}]|\p{Default_Ignorable_Code_Point}/u);
        expect(label).toBe(label.trim());
        expect(labelOf(label)).toBe(label);
      }),
    );
  });
});

describe('the slices of a chart', () => {
  test('are the most frequent values, and one for all others', () => {
    const values = ['a', 'b', 'c', 'd'].map((value, at) => ({ value, count: 10 - at }));
    expect(slicesOf(values, 5, 2)).toEqual([
      { label: 'a', count: 10 },
      { label: 'b', count: 9 },
      { label: 'all others', count: 20 },
    ]);
    expect(slicesOf(values, 0, 4)).toHaveLength(4);
  });

  test('with equal labels are merged, and sorted', () => {
    const values = [
      { value: 'a', count: 5 },
      { value: 'all others', count: 4 },
      { value: 'b;', count: 3 },
      { value: 'b#', count: 3 },
    ];
    expect(slicesOf(values, 2, 3)).toEqual([
      { label: 'b', count: 6 },
      { label: 'a', count: 5 },
      { label: 'all others', count: 6 },
    ]);
  });

  test('have the same sum as the values, and different labels', () => {
    fc.assert(
      fc.property(counted, fc.nat(9), (values, other) => {
        const slices = slicesOf(values, other, 10);
        expect(slices.length).toBeLessThanOrEqual(11);
        expect(new Set(slices.map(({ label }) => label)).size).toBe(slices.length);
        const sum = (all: readonly { readonly count: number }[]) => all.reduce((total, { count }) => total + count, 0);
        expect(sum(slices)).toBe(sum(values) + other);
      }),
    );
  });
});

describe('Mermaid', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
    page = await browser.newPage();
    await page.setContent('<!doctype html><title>Mermaid</title>');
    await page.addScriptTag({ path: MERMAID });
    await page.evaluate('mermaid.initialize({ startOnLoad: false, suppressErrorRendering: true })');
  });

  afterAll(() => browser.close());

  /** The source of a function and its arguments. This project has no DOM types. */
  function ask(source: string, argument: unknown): Promise<unknown> {
    return page.evaluate(`(${source})(${JSON.stringify(argument)})`);
  }

  test('parses every label as it was written', async () => {
    const cases = fc
      .sample(
        counted.filter(({ length }) => length > 0),
        200,
      )
      .map((values) => {
        const slices = slicesOf(values, 3, 10);
        const pie = inside(pieChart('Automatic replies', slices));
        return {
          pie,
          bars: inside(barChart('Time zones', 'Mailboxes', slices)),
          sections: slices.map((s) => [s.label, s.count]),
        };
      });
    const wrong = await ask(
      `async (cases) => {
        const wrong = [];
        for (const { pie, bars, sections } of cases) {
          try {
            const diagram = await mermaid.mermaidAPI.getDiagramFromText(pie);
            const read = [...diagram.db.getSections()];
            if (JSON.stringify(read) !== JSON.stringify(sections)) wrong.push({ pie, read });
            for (const [text, type] of [[pie, 'pie'], [bars, 'xychart']]) {
              const { diagramType } = await mermaid.parse(text);
              if (diagramType !== type) wrong.push({ text, diagramType });
            }
          } catch (error) {
            wrong.push({ pie, bars, error: String(error) });
          }
        }
        return wrong;
      }`,
      cases,
    );
    expect(wrong).toEqual([]);
  });

  test('draws every label', async () => {
    const values = ['W. Europe Standard Time', 'America/New_York', 'x"];<img src=x>', '', 'W'.repeat(50)];
    const slices = slicesOf(
      values.map((value, at) => ({ value, count: 9_000 - at })),
      7,
      10,
    );
    const draw = `async ([id, text]) => {
      const { svg } = await mermaid.render(id, text);
      const drawn = new DOMParser().parseFromString(svg, 'text/html');
      return { texts: [...drawn.querySelectorAll('text')].map((text) => text.textContent.trim()), images: drawn.images.length };
    }`;
    expect(await ask(draw, ['pie', inside(pieChart('Automatic replies', slices))])).toEqual({
      texts: expect.arrayContaining(['Automatic replies', ...slices.map(({ label, count }) => `${label} [${count}]`)]),
      images: 0,
    });
    expect(await ask(draw, ['bars', inside(barChart('Time zones', 'Mailboxes', slices))])).toEqual({
      texts: expect.arrayContaining([
        ...[
          'Time zones',
          'Mailboxes',
          'W. Europe Standard Time: 9,000',
          'America/New_York: 8,999',
          'x img src x: 8,998',
        ],
        ...['(not set): 8,997', 'all others: 7'],
      ]),
      images: 0,
    });
  });
});
