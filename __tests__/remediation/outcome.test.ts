import { describe, expect, test } from '@jest/globals';
import type { SettingChange } from '../../src/remediation/change.ts';
import { remediationSummary } from '../../src/remediation/outcome.ts';

function summaryOf(changeCount: number, detail: 'full' | 'counts'): string {
  const changes = Array.from({ length: changeCount }, (_, at): SettingChange => ({
    ...{ address: `m${at}@contoso.com`, inboxRule: undefined, rules: ['audience'], item: '' },
    ...{ setting: 'automaticRepliesSetting.externalAudience', before: 'all', after: 'none' },
  }));
  const outcome = { result: 'planned' as const, reason: undefined };
  const run = { outcome, mode: 'plan' as const, digest: 'd1', warnings: [], artifact: undefined, folder: '/reports' };
  return remediationSummary({ ...run, changes, countOf: () => 0 }, detail);
}

describe('the job summary of a plan', () => {
  test('lists the first hundred changes, and counts the others', () => {
    const summary = summaryOf(103, 'full');
    expect(summary).toContain('103 changes planned.');
    expect(summary.match(/`m\d+@contoso\.com`/g)).toHaveLength(100);
    expect(summary).toContain('\nand 3 more: see plan.csv\n');
    expect(summaryOf(100, 'full')).not.toContain('more: see');
  });

  test('names no mailbox with counts', () => {
    const summary = summaryOf(103, 'counts');
    expect(summary).toContain('103 changes planned.');
    expect(summary).not.toContain('contoso.com');
  });
});
