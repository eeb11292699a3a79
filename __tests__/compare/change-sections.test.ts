import { describe, expect, test } from '@jest/globals';
import { ChangeCounts } from '../../src/compare/change-counts.ts';
import type { Finding } from '../../src/policy/verdict.ts';
import type { Change } from '../../src/run/mailbox-result.ts';
import { foldedSection, openSection } from '../../src/outputs/markdown.ts';
import type { View } from '../../src/run/section.ts';
import { panelHtml } from '../../src/outputs/page/panels.ts';
import { ruleOf } from '../policy/judge-policy.ts';
import {
  ageText,
  changeSections,
  changeTiles,
  differenceText,
  type Differences,
} from '../../src/compare/change-sections.ts';

function changeOf(mailbox: string, more: Partial<Change>): Change {
  return { kind: 'changed', report: 'inbox-rules', mailbox, item: '', column: '', before: null, after: null, ...more };
}

const FULL: View = { detail: 'full', hasPage: true };
const SOURCE = { kind: 'path', path: 'earlier' } as const;
const REST = { ageMs: undefined, comparesViolations: true, notes: [], removed: () => [] };

describe('the section of changes', () => {
  test('names new and resolved violations, and each column that changed, with links on the page', () => {
    const counts = new ChangeCounts();
    const rule = 'zone';
    const found = '<b>GMT</b>';
    const finding = {
      rule: ruleOf({ id: rule }),
      verdict: 'fail',
      item: '',
      rowDigest: '',
      column: 'TimeZone',
      found,
    } as const;
    const findingOf = (address: string): Finding => ({
      ...finding,
      subject: { kind: 'mailbox', mailbox: { address, file: 'list.txt', line: 1 } },
      expected: 'UTC',
      novelty: 'new',
      message: `The time zone is ${found}`,
    });
    for (let at = 0; at < 7; at += 1) {
      counts.add({
        reports: [
          {
            verdict: {
              rows: [],
              rules: [{ rule: finding.rule, verdict: 'fail', findings: [findingOf(`m${at}@x.y`)] }],
            },
          },
        ],
        changes: [
          changeOf(`m${at}@x.y`, { kind: 'new-violation', rule, column: 'TimeZone', after: found, verdict: 'fail' }),
          changeOf(`m${at}@x.y`, { column: 'Enabled', item: 'Rule', before: true, after: false }),
        ],
      });
    }
    const resolved = { kind: 'resolved', rule, column: 'TimeZone', before: 'GMT', since: '<2026>-11-01' } as const;
    for (const verdict of ['fail', 'warn', 'known'] as const) {
      counts.add({ changes: [changeOf(`${verdict}@x.y`, { ...resolved, verdict })] });
    }
    const differences: Differences = {
      source: { kind: 'run', number: 41, url: 'https://github.com/o/r/actions/runs/1', started: new Date(0) },
      ageMs: 86_400_000,
      counts,
      comparesViolations: true,
      notes: ['<Not> compared.'],
      removed: () => [],
    };
    const onPage = changeSections(differences, FULL).filter(({ page }) => page !== undefined);
    const [newViolations = '', text = ''] = onPage.map(({ section }) => (section ? panelHtml(section).text : ''));
    const [open = '', folded = ''] = newViolations.split('<details');
    expect(text).toMatch(/Compared with <a href="https:\/\/github\.com\/o\/r\/actions\/runs\/1"[^>]*>run #41<\/a>/);
    expect(text).toContain('since &lt;2026&gt;-11-01');
    expect(text).toMatch(/<code>[a-z -]+ history ADDRESS<\/code>/);
    expect(text).toContain(' (1 day ago): new: 7 violations; resolved: 1 violation, 1 warning, 1 known violation; ');
    const counted = changeSections(differences, { detail: 'counts', hasPage: false })
      .map(({ section }) => (section ? foldedSection(section, 100) : ''))
      .join('');
    expect(counted).toContain('| Enabled | inbox-rules | 7 |');
    expect(counted).not.toContain('x.y');
    expect(open).toContain('<a href="#report=violations&amp;view=new">New: 7 violations</a>');
    expect(open.match(/href="#mailbox=m\d@x.y"/g)).toHaveLength(5);
    expect(folded).toContain('The next 2 rows');
    expect(text).toContain(
      '<a href="#report=changes&amp;view=mailbox-changed&amp;is.Report=inbox-rules&amp;is.Column=Enabled">Enabled</a>',
    );
    expect(text).toContain(
      '<a href="#report=changes&amp;view=resolved">Resolved: 1 violation, 1 warning, 1 known violation</a>',
    );
    expect(open).toContain('The time zone is &lt;b&gt;GMT&lt;/b&gt;');
    expect(text).toContain('&lt;Not&gt; compared.');
  });
});

test('new violations and warnings are counted apart, and violations are the first rows', () => {
  const counts = new ChangeCounts();
  for (const [at, verdict] of (['warn', 'fail', 'warn'] as const).entries()) {
    const change = changeOf(`m${at}@x.y`, {
      kind: 'new-violation',
      rule: verdict,
      column: 'Pop',
      after: 'yes',
      verdict,
    });
    counts.add({ changes: [change, { ...change, item: 'of the same rule' }] });
  }
  const differences: Differences = { source: SOURCE, counts, ...REST };
  expect(differenceText(counts, true)).toBe(
    'new: 1 violation, 2 warnings; resolved: 0 violations; 0 mailboxes changed',
  );
  const section = changeSections(differences, FULL).find(({ page }) => page === 'new')?.section;
  expect(section?.blocks).toMatchObject([
    { heading: { about: 'New: 1 violation, 2 warnings' } },
    { table: { rows: ['fail', 'fail', 'warn', 'warn', 'warn', 'warn'].map((tone) => ({ tone })) } },
  ]);
  expect(changeTiles(differences).slice(0, 3)).toMatchObject([
    { number: 1, tone: 'bad', rows: { conditions: [{ column: 'Verdict', is: 'fail' }] } },
    { number: 2, tone: 'warn', rows: { conditions: [{ column: 'Verdict', is: 'warn' }] } },
    { number: 0 },
  ]);
});

test('all new violations that are not listed are counted, with where they are', () => {
  const counts = new ChangeCounts();
  for (let at = 0; at < 643; at += 1) {
    const verdict = at < 430 ? 'fail' : 'warn';
    counts.add({
      changes: [changeOf(`m${at}@x.y`, { kind: 'new-violation', rule: verdict, column: 'Pop', after: 'yes', verdict })],
    });
  }
  const sectionOf = (view: View) =>
    changeSections({ source: SOURCE, counts, ...REST }, view).find(({ page }) => page === 'new')?.section;
  const [summary, withoutPage] = [sectionOf(FULL), sectionOf({ detail: 'full', hasPage: false })];
  expect(summary && openSection(summary, 20)).toContain('and 623 more: see the page');
  expect(withoutPage && openSection(withoutPage, 20)).toContain('and 623 more: see changes.csv');
  expect(summary && panelHtml(summary).text).toMatch(/The next 95 rows[^]*and 543 more/);
});

test.each([
  ['the end of a long text', `${'x'.repeat(200)}1`, `${'x'.repeat(200)}2`, `…${'x'.repeat(30)}1`],
  ['the start', 'GMT', 'UTC', 'GMT'],
  ['a text that goes on', 'é'.repeat(120), 'é'.repeat(300), `…${'é'.repeat(30)}`],
])('values that differ only in %s are shown with their difference', (_, before, after, shown) => {
  const counts = new ChangeCounts();
  counts.add({ changes: [changeOf('a@x.y', { column: 'Name', before, after })] });
  const [group] = counts.groups;
  expect(group?.first.before).toBe(shown);
  expect(group?.first.after).not.toBe(shown);
});

test.each([
  [undefined, ''],
  [-5_000, ' (0 minutes ago)'],
  [59_999, ' (0 minutes ago)'],
  [60_000, ' (1 minute ago)'],
  [3_599_999, ' (59 minutes ago)'],
  [3_600_000, ' (1 hour ago)'],
  [86_399_999, ' (23 hours ago)'],
  [172_800_000, ' (2 days ago)'],
])('an age of %s ms is shown as "%s"', (ageMs, text) => {
  expect(ageText(ageMs)).toBe(text);
});
