import { expect, test } from '@jest/globals';
import { planText } from '../../../../src/cli/commands/remediate/remediation-plan-text.ts';
import type { PlannedChange } from '../../../../src/remediation/change.ts';
import { storedPlan } from '../../../support/stored-plan.ts';

function shown(more: Partial<PlannedChange>): string {
  const change: PlannedChange = {
    address: 'm@contoso.com',
    target: 'inboxRule',
    entry: { kind: 'settings', id: 'AQ==' },
    rules: ['off'],
    title: 'Off',
    item: 'A rule',
    setting: 'isEnabled',
    before: true,
    after: false,
    cells: [],
    found: 'Enabled: true',
    expected: 'Enabled: false',
    ...more,
  };
  const plan = storedPlan([change]);
  return planText(plan, { now: () => plan.created + 2 * 3_600_000, style: (_, text) => text });
}

test('shows a plan with its tenant, its age and its tables', () => {
  const text = shown({});
  expect(text).toContain('Tenant   11111111-2222-3333-4444-555555555555 (global)');
  expect(text).toContain('Made     2027-01-30 06:41 UTC, 2 h ago');
  expect(text).toMatch(/^ {2}off {3}isEnabled {2}true {4}false {2}1$/m);
  expect(text).toMatch(/^ {2}m@contoso\.com {2}A rule {2}true {4}Enabled: true {2}Enabled: false$/m);
});

test('shows hostile text without control characters and workflow commands', () => {
  const item = '| `a` &#99999999999; https://x.example/&#99999999999;y <b> \u001b[31m ::error::no';
  const text = shown({ item });
  expect(text).toContain('| `a` &#99999999999; https://x.example/&#99999999999;y <b> ');
  expect(text).not.toContain('\u001b');
  expect(text).not.toMatch(/^::/m);
});
