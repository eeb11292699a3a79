import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { ReportCounts } from '../../../src/totals/report-counts.ts';
import { foldedSection } from '../../../src/outputs/markdown.ts';
import { blockHtml, panelHtml } from '../../../src/outputs/page/panels.ts';
import { repliesSection, settingsSection, valueTables } from '../../../src/outputs/sections/settings.ts';
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
      { column: 'AutomaticReplyStatus', title: 'Automatic replies', order: 1, group: 'replies' },
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

/** The settings in the summary. */
function settingsOf(reports: readonly ReportCounts[]): string {
  const section = settingsSection(reports);
  return section === undefined ? '' : foldedSection(section, 100);
}

/** The tables of the page. */
const tablesOf = (reports: readonly ReportCounts[], group: 'settings' | 'types'): string =>
  valueTables(reports, [group])
    .map((table) => blockHtml({ table }).text)
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

describe('the settings in the summary', () => {
  test('are a list for each, in one fold', () => {
    const zones = ['UTC', 'UTC', ...Array.from({ length: 6 }, (_, at) => `Zone ${at}`)];
    const text = settingsOf([reportOf(zones.map((zone) => [zone, zone === 'UTC' ? 'disabled' : null]))]);
    expect(text).toBe(
      '<details><summary>Settings: automatic replies and time zones</summary>\n\n' +
        '| Automatic replies | Time zones |\n| --- | --- |\n' +
        '| (not set): 6 (75.0%)<br>disabled: 2 (25.0%) ' +
        '| UTC: 2 (25.0%)<br>Zone 0: 1 (12.5%)<br>Zone 1: 1 (12.5%)<br>Zone 2: 1 (12.5%)<br>Zone 3: 1 (12.5%)<br>all others: 2 (25.0%) |\n\n' +
        '</details>\n\n',
    );
    expect(settingsSection([reportOf([])])).toBeUndefined();
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
      const tokens = tokensOf(settingsOf(reports));
      expect(tokens.filter(({ type }) => type === 'code')).toEqual([]);
      const html = tokens.filter(({ type }) => type === 'html').map(({ raw }) => raw.trim());
      const folds = /^(?:<details><summary>[\w :]+<\/summary>|<\/details>|<br>)$/;
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
  expect(tablesOf([one, other], 'types')).toMatch(/Zone 1(?!.*Zone 2)/s);
  expect(tablesOf([one, other], 'settings')).toBe('');
});

describe('the tables of values', () => {
  const texts = fc.oneof(
    fc.constantFrom('', ' ', 'UTC', 'utc', '<script>', '"', '&amp;', '\u0000', '\ud800', '__proto__', 'x'.repeat(300)),
    fc.string({ unit: anyCodePoint, maxLength: 60 }),
  );

  test('counts every mailbox once, in 16 rows at most, and escapes the values', () => {
    fc.assert(
      fc.property(fc.array(texts, { minLength: 1, maxLength: 60 }), (zones) => {
        const text = tablesOf([countsOf(zones.map((zone) => [zone, '', '']))], 'settings');
        const numbers = numbersIn(text);
        expect(numbers.reduce((sum, one) => sum + one, 0)).toBe(zones.length);
        expect(numbers.length).toBeLessThanOrEqual(16);
        expect(text).not.toContain('<script');
        expect(text).not.toContain('\0');
      }),
      { numRuns: 50 },
    );
    expect(tablesOf([countsOf([])], 'settings')).toBe('');
  });
});
