import { expect, test } from '@jest/globals';
import { nextSteps } from '../../src/features/next-steps.ts';
import { panelHtml } from '../../src/outputs/page/panels.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { runSummary } from '../support/run-summary.ts';

const SUMMARY = runSummary({ durationMs: 1 });
const reportsOf = (...names: readonly string[]) =>
  [...builtInReports.values()].filter(({ name }) => names.includes(name));

test('a run without a policy names the reports for which it has the permissions, a policy and a schedule', () => {
  const [placed] =
    nextSteps(reportsOf('mailbox-settings'), false)?.sections?.(SUMMARY, { detail: 'full', hasPage: true }) ?? [];
  expect(placed).toMatchObject({ page: 'next-steps', section: { title: 'What to add next' } });
  const text = placed?.section === undefined ? '' : panelHtml(placed.section).text;
  expect(text).toContain('<code>inbox-rules</code>');
  expect(text).not.toContain('calendar-permissions');
  expect(text).toMatch(/docs\/policy\.md[^]*docs\/first-month\.md/);
});

test('a run with a policy names nothing to add', () => {
  expect(nextSteps(reportsOf('mailbox-settings'), true)).toBeUndefined();
});
