import { describe, expect, test } from '@jest/globals';
import type { PlannedChange } from '../../src/remediation/change.ts';
import { remediationSummary } from '../../src/remediation/outcome.ts';
import { storedPlan } from '../support/stored-plan.ts';

const CHANGE: PlannedChange = {
  address: 'm@contoso.com',
  target: 'mailboxSettings',
  entry: null,
  rules: ['audience'],
  title: 'Replies stay inside',
  item: '',
  setting: 'automaticRepliesSetting.externalAudience',
  before: 'all',
  after: 'none',
  cells: [],
  found: 'AutomaticReplyExternalAudience: all',
  expected: 'AutomaticReplyExternalAudience: none',
};

const RUN = { repository: 'contoso/mailboxes', run: { id: '42', attempt: 1, url: '' }, actor: 'hubot' };

test('the job summary of an apply has what failed, also if it has no room for all', () => {
  const long = '<'.repeat(400);
  const statuses = ['applied', 'cancelled', 'stale', 'not-verified', 'failed'] as const;
  const results = statuses.flatMap((status) =>
    Array.from({ length: 100 }, () => {
      const change = { ...CHANGE, item: long, before: long, after: long };
      return { change, status, error: long, isWritten: false };
    }),
  );
  const outcome = { result: 'partial' as const, reason: undefined };
  const run = {
    outcome,
    mode: 'apply' as const,
    plan: storedPlan([]),
    warnings: [],
    artifact: undefined,
    folder: '/reports',
    run: RUN,
  };
  const summary = remediationSummary({ ...run, results }, 'full');
  expect(Buffer.byteLength(summary)).toBeLessThan(1024 * 1024);
  expect(summary).toContain('The plan is of run 41 of contoso/mailboxes, started by octocat, made on 2027-01-30 06:41');
  expect(summary).toContain('by run 42 of contoso/mailboxes, started by hubot, who approved it is not known');
  expect([...summary.matchAll(/^### (.+)$/gm)].map(([, status]) => status).slice(0, 2)).toEqual([
    'failed',
    'not-verified',
  ]);
});

function summaryOf(changes: readonly PlannedChange[], detail: 'full' | 'counts'): string {
  const outcome = { result: 'planned' as const, reason: undefined };
  const left = [{ mailbox: 'skipped@contoso.com', item: 'a', rule: 'audience', reason: 'it is not clear' }];
  const plan = storedPlan(changes, left);
  const run = { outcome, mode: 'plan' as const, plan, warnings: [], artifact: undefined, folder: '/reports', run: RUN };
  return remediationSummary({ ...run, results: [] }, detail);
}

describe('the job summary of a plan', () => {
  test('starts with how many changes there are of each kind, then lists each with its evidence and what is skipped', () => {
    const disabled = { ...CHANGE, after: 'disabled', rules: ['off'], title: 'No replies' };
    const addresses = Array.from({ length: 103 }, (_, at) => `m${at}@contoso.com`);
    const changes = [disabled, ...addresses.map((address) => ({ ...CHANGE, address }))];
    const summary = summaryOf(changes, 'full');
    expect(summary).toContain('104 changes planned.');
    expect([...summary.matchAll(/^\| (audience|off) \|.*\| (\d+) \|$/gm)].map((match) => match.slice(1))).toEqual([
      ['audience', '103'],
      ['off', '1'],
    ]);
    expect(summary.indexOf('### Replies stay inside')).toBeLessThan(summary.indexOf('### No replies'));
    for (const address of [...addresses, 'skipped@contoso.com']) expect(summary).toContain(`\`${address}\``);
    expect(summary.match(/AutomaticReplyExternalAudience: all/g)).toHaveLength(104);
  });

  test('counts the changes that it has no room for', () => {
    const found = 'x'.repeat(300);
    const changes = Array.from({ length: 3_000 }, (_, at) => ({ ...CHANGE, address: `m${at}@contoso.com`, found }));
    const summary = summaryOf(changes, 'full');
    expect(Buffer.byteLength(summary)).toBeLessThan(900 * 1024);
    const shown = summary.match(/`m\d+@contoso\.com`/g)?.length ?? 0;
    expect(shown).toBeGreaterThan(250);
    expect(summary.split('\n').length).toBeLessThan(350);
    // What is left has lines of its own.
    expect(summary).toContain('skipped@contoso.com');
    expect(summary).toContain(`and ${(3_000 - shown).toLocaleString('en-US')} more: see plan.csv`);
  });

  test('names no mailbox and no value with counts', () => {
    const summary = summaryOf([CHANGE, CHANGE], 'counts');
    expect(summary).toContain('2 changes planned.');
    expect(summary).toMatch(/^\| audience \| automaticRepliesSetting\.externalAudience \| 2 \|$/m);
    expect(summary).not.toMatch(/@|all|none/);
  });

  test('shows hostile text as text', () => {
    const hostile = '| <img src=x> [a](http://b) @team ```\n# x';
    const summary = summaryOf([{ ...CHANGE, item: hostile, found: hostile, before: hostile, title: hostile }], 'full');
    expect(summary).not.toMatch(/<img|\]\(http|^# x/m);
  });
});
