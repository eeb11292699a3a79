import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { ReportCounts } from '../../../src/totals/report-counts.ts';
import { foldedSection } from '../../../src/outputs/markdown.ts';
import { panelHtml } from '../../../src/outputs/page/panels.ts';
import { repliesSection, valueSections } from '../../../src/outputs/sections/settings.ts';
import type { Section } from '../../../src/run/section.ts';
import { anyCodePoint } from '../../support/code-point.ts';
import type { GraphReport } from '../../../src/reports/definition.ts';
import { REPLIES_ON } from '../../../src/reports/built-in/automatic-replies.ts';
import { marks, readRow } from '../rows.ts';

const REPORT: GraphReport = {
  name: 'mailbox-settings',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { TimeZone: 'timeZone', AutomaticReplyStatus: 'status' },
  counts: {
    values: [
      { column: 'AutomaticReplyStatus', title: 'Automatic replies', order: 1, group: 'replies', countsValues: true },
      { column: 'TimeZone', title: 'Time zones', order: 2, group: 'settings' },
    ],
    replies: { view: 'replies', status: 'AutomaticReplyStatus', audience: 'AutomaticReplyExternalAudience' },
  },
  highlights: [REPLIES_ON],
};

/** A report of mailboxes with these time zones and states of automatic replies. */
function reportOf(
  settings: readonly (readonly [string | null, string | null])[],
  changed: Partial<GraphReport> = {},
): ReportCounts {
  const report = new ReportCounts({ ...REPORT, ...changed });
  for (const cells of settings) report.add([readRow('a@x.y', cells)]);
  return report;
}

/** The tables of the summary. */
const tablesOf = (reports: readonly ReportCounts[]): string =>
  valueSections(reports)
    .map((section) => foldedSection(section, 100))
    .join('');

/** The panels of the page. */
function panelOf(section: Section | undefined): string {
  return section === undefined ? '' : panelHtml(section).text;
}

/** All tokens of a Markdown text, including nested tokens. */
function tokensOf(markdown: string): Token[] {
  const tokens: Token[] = [];
  const marked = new Marked({ gfm: true, walkTokens: (token) => void tokens.push(token) });
  marked.parse(markdown, { async: false });
  return tokens;
}

describe('the tables of settings', () => {
  const report = reportOf([
    ['UTC', 'disabled'],
    ['GMT', 'disabled'],
  ]);
  const sections = tablesOf([report]);

  test('are in folds, with the number of values in the title', () => {
    expect(sections).toContain(
      '<details><summary>Automatic replies: 1 value</summary>\n\n' +
        '| Automatic replies | Mailboxes | Share |\n| --- | ---: | ---: |\n| disabled | 2 | 100% |\n\n</details>\n\n',
    );
    expect(sections).toContain('<details><summary>Time zones: 2</summary>\n\n|');
  });

  test('are rendered as tables inside their folds', () => {
    const types = tokensOf(sections).map(({ type }) => type);
    expect(types.filter((type) => type === 'table')).toHaveLength(2);
    expect(types.filter((type) => type === 'html')).toHaveLength(4);
  });

  test('state that there are more values than were counted', () => {
    const many = reportOf(Array.from({ length: 600 }, (_, at) => [`Zone ${at}`, null] as const));
    expect(tablesOf([many])).toContain('<summary>Time zones: over 500</summary>');
  });
});

test('contain hostile text without adding code or HTML', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '<img src=x>',
      '</details>',
      '<',
      '>',
      '```',
      '\n',
      '`',
      '~~~',
      '|',
      '"',
      ']',
      'a',
      '漢',
      ' ',
    ),
    maxLength: 20,
  });
  fc.assert(
    fc.property(fc.array(fc.tuple(hostile, hostile), { maxLength: 20 }), (settings) => {
      const reports = [reportOf(settings)];
      const tokens = tokensOf(tablesOf(reports));
      expect(tokens.filter(({ type }) => type === 'code')).toEqual([]);
      const html = tokens.filter(({ type }) => type === 'html').map(({ raw }) => raw.trim());
      const folds = /^(?:<details><summary>[\w :]+<\/summary>|<\/details>)$/;
      expect(html.filter((raw) => !folds.test(raw))).toEqual([]);
    }),
  );
});

function countsOf(rows: readonly (readonly string[])[]): ReportCounts {
  const columns = { ...REPORT.columns, AutomaticReplyExternalAudience: 'audience' };
  const counts = new ReportCounts({ ...REPORT, columns });
  for (const [at, cells] of rows.entries()) {
    counts.add([readRow(`m${at}@x.y`, [...cells])], marks(cells[1] === 'disabled' ? [] : [0]));
  }
  return counts;
}

function numbersIn(text = ''): readonly number[] {
  return [...text.matchAll(/<td [^>]*class="number"[^>]*>([\d,]+)<\/td>/g)].map(([, digits]) =>
    Number(digits?.replaceAll(',', '')),
  );
}

describe('the panel of automatic replies', () => {
  test('counts the mailboxes that reply by audience, case-insensitively, the largest first', () => {
    const counts = countsOf([
      ['UTC', 'disabled', 'all'],
      ['UTC', 'scheduled', 'none'],
      ['UTC', 'Scheduled', 'All'],
      ['UTC', 'alwaysEnabled', 'all'],
    ]);
    const text = panelOf(repliesSection([counts]));
    expect(numbersIn(text)).toEqual([1, 1, 0, 1]);
    expect(text).toContain('>3 mailboxes</a>');
    expect(text).toMatch(
      /href="#report=mailbox-settings&amp;view=replies&amp;is\.AutomaticReplyExternalAudience=none"/,
    );
    expect(repliesSection([countsOf([['UTC', 'disabled', 'all']])])).toBeUndefined();
  });
});

test('a title that several reports have is that of the first by order', () => {
  const column = (order: number) => ({ column: 'TimeZone', title: 'Types', order, group: 'types' as const });
  const [one, other] = [2, 1].map((order) =>
    reportOf([[`Zone ${order}`, null]], { counts: { values: [column(order)] } }),
  );
  if (one === undefined || other === undefined) throw new Error('no reports');
  expect(valueSections([one, other], ['types']).map(panelOf).join('')).toMatch(/Zone 1(?!.*Zone 2)/s);
  expect(valueSections([one, other])).toEqual([]);
});

describe('the panels of values', () => {
  const texts = fc.oneof(
    fc.constantFrom('', ' ', 'UTC', 'utc', '<script>', '"', '&amp;', '\u0000', '\ud800', '__proto__', 'x'.repeat(300)),
    fc.string({ unit: anyCodePoint, maxLength: 60 }),
  );

  test('counts every mailbox once, in 16 rows at most, and escapes the values', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 60 }), (zones) => {
        const text = valueSections([countsOf(zones.map((zone) => [zone, '', '']))], ['settings'])
          .map(panelOf)
          .join('');
        const numbers = numbersIn(text);
        expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(zones.length);
        expect(numbers.length).toBeLessThanOrEqual(16);
        expect(text).not.toContain('<script');
        expect(text).not.toContain('\0');
      }),
      { numRuns: 50 },
    );
    expect(valueSections([countsOf([])])).toEqual([]);
  });
});
