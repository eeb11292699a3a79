import { expect, test } from '@jest/globals';
import { history } from '../../src/compare/run-history.ts';
import { outsideSenders } from '../../src/features/outside-senders.ts';
import { policyPart } from '../../src/features/policy-verdicts.ts';
import { panelHtml } from '../../src/outputs/page/panels.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import type { PastRun } from '../../src/totals/past-run.ts';
import type { RunSummary } from '../../src/totals/run-summary.ts';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import { policyOf } from '../outputs/mailbox-results.ts';
import { readRow } from '../outputs/rows.ts';
import { runSummary } from '../support/run-summary.ts';

const ALL = { mailboxes: 9, read: 9, unreadable: 0 };
const PAST: readonly PastRun[] = [
  // Without a policy.
  ALL,
  // Before the counts of new violations were split.
  { ...ALL, violations: 5, warnings: 2, newViolations: 3, resolved: 1 },
  { mailboxes: 9, read: 0, unreadable: 9, violations: 0, warnings: 0, 'sendingOutside: inbox-rules': 0 },
  {
    ...ALL,
    violations: 4,
    warnings: 0,
    newViolations: 1,
    newWarnings: 2,
    resolved: 0,
    'sendingOutside: inbox-rules': 3,
  },
  { ...ALL, violations: 4, warnings: 0, 'sendingOutside: inbox-rules, mailbox-properties': 8 },
].map((counts, at) => ({
  url: at === 0 ? undefined : `https://github.example/runs/${at}`,
  started: new Date(Date.UTC(2026, 10, at + 1)),
  counts,
}));

function summaryOf(past: readonly PastRun[]): RunSummary {
  const reports = [...builtInReports.values()].filter(({ name }) => name === 'inbox-rules');
  const summary = runSummary({
    history: past,
    parts: [policyPart, outsideSenders(reports)].filter((part) => part !== undefined),
    policy: { file: 'policy.yml', verdicts: new VerdictCounts(policyOf()), exemptions: [] },
    started: Date.UTC(2026, 10, 9),
  });
  summary.mailboxes.add(readRow('a@x.y', []));
  return summary;
}

function sectionOf(past: readonly PastRun[]): string {
  return (history.sections?.(summaryOf(past), { detail: 'full', hasPage: true }) ?? [])
    .flatMap(({ section }) => (section === undefined ? [] : [panelHtml(section).text]))
    .join('');
}

test('the history has a chart for each count, and a table in which counts that a run did not read are not known', () => {
  const text = sectionOf(PAST);
  expect([...text.matchAll(/role="img" aria-label="([^"]*)"/g)].map(([, label]) => label)).toEqual([
    'Violations in 6 runs, between 0 and 5, not known of 2. Now 0, 5 fewer than on 2026-11-02',
    'Warnings in 6 runs, between 0 and 2, not known of 2. Now 0, 2 fewer than on 2026-11-02',
    // Numbers by other ways do not compare.
    'Mailboxes that send mail outside, by inbox rule in 6 runs, between 0 and 3, not known of 4. Now 0, 3 fewer than on 2026-11-04',
    'Not read in 6 runs, between 0 and 9. Now 0, as on 2026-11-01',
  ]);
  const rows = [...text.matchAll(/<tr[^>]*>([^]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[dh][^>]*>([^]*?)<\/t[dh]>/g)]
      .map(([, cell = '']) => cell.replaceAll(/<[^>]*>/g, '').trim())
      .join(' | '),
  );
  expect(rows).toEqual([
    'Run | Violations | Warnings | Mailboxes that send mail outside, by inbox rule | Not read | New | Resolved',
    '2026-11-09 00:00 UTC | 0 | 0 | 0 | 0 | not known | not known',
    '2026-11-05 00:00 UTC | 4 | 0 | not known | 0 | not known | not known',
    '2026-11-04 00:00 UTC | 4 | 0 | 3 | 0 | 1 violation, 2 warnings | 0',
    '2026-11-03 00:00 UTC | not known | not known | not known | 9 | not known | not known',
    '2026-11-02 00:00 UTC | 5 | 2 | not known | 0 | 3 | 1',
    '2026-11-01 00:00 UTC | not known | not known | not known | 0 | not known | not known',
  ]);
  expect(text).toContain('<a href="https://github.example/runs/4" rel="noreferrer">2026-11-05 00:00 UTC</a>');
});

test('a run without an earlier report has no history', () => {
  expect(sectionOf([])).toBe('');
});
