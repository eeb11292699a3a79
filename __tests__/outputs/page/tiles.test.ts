import { describe, expect, test } from '@jest/globals';
import { highlightPart } from '../../../src/features/highlights.ts';
import { summaryMarkdown } from '../../../src/outputs/job-summary.ts';
import { documentStart } from '../../../src/outputs/page/document.ts';
import { tilesList } from '../../../src/outputs/page/tiles.ts';
import { ReportCounts } from '../../../src/totals/report-counts.ts';
import type { RunSummary } from '../../../src/totals/run-summary.ts';
import { VerdictCounts } from '../../../src/totals/verdict-counts.ts';
import { MailboxCounts } from '../../../src/totals/mailbox-counts.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { findingOf, policyOf, ruleOf, verdictOf } from '../mailbox-results.ts';
import { marks, readRow, unreadableRow } from '../rows.ts';
import { runSummary } from '../../support/run-summary.ts';

const RULES: ReportDefinition = {
  name: 'rules',
  permissions: [],
  request: { path: 'rules', version: 'v1.0' },
  rows: 'value',
  unit: 'inbox rule',
  columns: { RuleName: 'name' },
  highlights: ['<b>Forwards</b>', 'Hides mail'].map((title) => ({ title, when: {}, columns: ['RuleName'] })),
};

const FORWARDS = [
  {
    title: 'Forwards',
    counted: ['mailbox forwards by rule', 'mailboxes forward by rule'] as const,
    when: { RuleName: {} },
    columns: ['RuleName'],
  },
];

function summaryOf(counts: MailboxCounts, ...reports: readonly ReportCounts[]): RunSummary {
  return runSummary({ mailboxes: counts, reports, parts: [highlightPart], durationMs: 1 });
}

/** The tiles as texts, with the fragments that they open. */
function tilesIn(text: string): readonly (readonly [text: string, fragment: string])[] {
  return [...text.matchAll(/<li class="[^"]*">([^]*?)<\/li>/g)].map(([, content = '']) => [
    content
      .replaceAll(/<[^>]*>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
    /href="([^"]*)"/.exec(content)?.[1] ?? '',
  ]);
}

test('a pass with unread mailboxes has another colour than one without', () => {
  const resultOf = (counts: MailboxCounts): string | undefined => {
    const data = {
      bom: false,
      delimiter: ',',
      when: 0,
      run: '',
      history: '',
      tables: [],
      rules: [],
      places: { columns: [], rows: 0 },
    } as const;
    const content = {
      summary: summaryOf(counts),
      data,
      tenant: 'contoso.com',
      cloud: 'global',
      reports: [],
      repository: undefined,
    };
    return /<p class="result [^]*?<\/p>/.exec(documentStart(content, { script: '', style: '' }))?.[0];
  };
  const counts = new MailboxCounts();
  counts.add(readRow('a@x.y', []));
  expect(resultOf(counts)).toBe('<p class="result result-pass">pass</p>');
  counts.add(unreadableRow('b@x.y', 'failed', ''));
  expect(resultOf(counts)).toBe('<p class="result result-incomplete">pass, 1 not read</p>');
});

describe('the tiles', () => {
  test('count mailboxes and items of each highlight, and list those that were not found', () => {
    const [counts, report, same] = [new MailboxCounts(), new ReportCounts(RULES), new ReportCounts(RULES)];
    for (const one of [report, same]) {
      one.add([readRow('a@x.y', ['one']), readRow('a@x.y', ['two'])], marks([0], [0]));
      one.add([readRow('b@x.y', ['one'])], marks([0]));
    }
    for (const address of ['a@x.y', 'b@x.y']) counts.add(readRow(address, []));
    counts.add(unreadableRow('c@x.y', 'failed', ''));
    const { text } = tilesList(summaryOf(counts, report, same));
    expect(tilesIn(text)).toEqual([
      ['3 mailboxes in the list', ''],
      ['2 mailboxes: &lt;b&gt;Forwards&lt;/b&gt; 3 inbox rules', '#report=rules&amp;highlight=0'],
      ['1 mailbox could not be read', '#view=unreadable'],
    ]);
    expect(text).toMatch(/<summary>Checked, nothing found: 1<\/summary>\s*<p class="hint">Hides mail\.<\/p>/);
  });

  test('count mailboxes that the list lacks among all mailboxes only if they are read too', () => {
    const counts = new MailboxCounts();
    for (const address of ['a@x.y', 'b@x.y']) counts.add(readRow(address, []));
    const summary = { ...summaryOf(counts), unlistedCount: 2 };
    const firstTiles = (includesUnlisted: boolean) =>
      tilesIn(tilesList({ ...summary, includesUnlisted }).text)
        .map(([text]) => text)
        .slice(0, 2);
    expect(firstTiles(false)).toEqual(['2 mailboxes are not in the list', '2 mailboxes in the list']);
    expect(firstTiles(true)).toEqual(['2 mailboxes are not in the list', '2 mailboxes']);
  });

  test('have no link and no colour if they count nothing', () => {
    const { text } = tilesList(summaryOf(new MailboxCounts(), new ReportCounts(RULES)));
    expect(tilesIn(text)).toEqual([['0 mailboxes could not be read', '']]);
    expect(text).not.toMatch(/tone-|Checked/);
  });

  test('have the result of the rule, and the summary leaves out a highlight, if rules find all its rows by its columns', () => {
    const rule = ruleOf('rule');
    const shown = '1 mailbox forwards by rule 2 inbox rules';
    const ruled = `${shown}; rule rule: 1 failed`;
    const tilesOf = (...violating: readonly string[]) => {
      const report = new ReportCounts({ ...RULES, highlights: FORWARDS });
      const rows = [readRow('a@x.y', ['one']), readRow('a@x.y', ['two'])] as const;
      const findings = violating.map((column, at) => ({ ...findingOf(rule, 'a@x.y', { column }), row: rows[at] }));
      const verdict = { rows: [], rules: [verdictOf(rule, findings)] };
      report.add(rows, marks([0], [0]), verdict);
      const verdicts = new VerdictCounts(policyOf(rule));
      verdicts.add([{ verdict }]);
      const policy = { file: 'policy.yml', verdicts, exemptions: [] };
      const summary = { ...summaryOf(new MailboxCounts(), report), policy };
      const tiles = tilesIn(tilesList(summary).text).map(([text]) => text);
      expect(summaryMarkdown(summary, 'full').includes('| Forwards |')).toBe(tiles.includes(shown));
      return tiles;
    };
    expect(tilesOf()).toContain(shown);
    expect(tilesOf('RuleName')).toContain(shown);
    expect(tilesOf('RuleName', 'Other')).toContain(shown);
    expect(tilesOf('RuleName', 'RuleName')).toContain(ruled);
  });
});
