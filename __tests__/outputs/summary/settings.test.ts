import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { ReportCounts } from '../../../src/totals/report-counts.ts';
import { settingTables } from '../../../src/outputs/summary/settings.ts';
import type { GraphReport } from '../../../src/reports/definition.ts';
import { readRow } from '../rows.ts';

const REPORT: GraphReport = {
  name: 'mailbox-settings',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { TimeZone: 'timeZone', AutomaticReplyStatus: 'status' },
};

/** A report of mailboxes with these time zones and states of automatic replies. */
function reportOf(
  settings: readonly (readonly [string | null, string | null])[],
  changed: Partial<GraphReport> = {},
): ReportCounts {
  const report = new ReportCounts({ ...REPORT, ...changed }, 0);
  for (const cells of settings) report.add([readRow('a@x.y', cells)]);
  return report;
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
  const sections = settingTables([report]);

  test('are in folds, with the number of values in the title', () => {
    expect(sections).toContain(
      '<details><summary>Automatic replies: 1 value</summary>\n\n' +
        '|  | Mailboxes | Share |\n| --- | ---: | ---: |\n| disabled | 2 | 100% |\n\n</details>\n\n',
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
    expect(settingTables([many])).toContain('<summary>Time zones: over 500</summary>');
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
      const tokens = tokensOf(settingTables(reports));
      expect(tokens.filter(({ type }) => type === 'code')).toEqual([]);
      const html = tokens.filter(({ type }) => type === 'html').map(({ raw }) => raw.trim());
      const folds = /^(?:<details><summary>[\w :]+<\/summary>|<\/details>)$/;
      expect(html.filter((raw) => !folds.test(raw))).toEqual([]);
    }),
  );
});
