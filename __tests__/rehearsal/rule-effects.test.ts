import { expect, test } from '@jest/globals';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import type { PolicyState } from '../../src/rehearsal/policy-state.ts';
import { RuleEffects } from '../../src/rehearsal/rule-effects.ts';
import { builtInReports } from '../../src/reports/built-in.ts';

const POLICY = 'rules: [{ id: r, report: client-access, expect: { PopEnabled: { const: false } } }]';
const state: PolicyState = {
  policy: parsePolicyFile(POLICY, 'policy.yml', [...builtInReports.values()]).value,
  baseline: undefined,
  reports: builtInReports,
  addresses: undefined,
  listCellsOf: () => undefined,
  unknownColumns: [],
};
const violation = {
  rule: 'r',
  verdict: 'fail',
  item: '',
  column: 'TimeZone',
  row: '',
  found: 'x',
  since: undefined,
} as const;

test('a violation is not fewer where the report that the rule is about now could not be read', () => {
  const effects = new RuleEffects(state, undefined, new Set(), new Set());
  effects.add('read@contoso.com', [], [violation], true, new Set(['mailbox-settings']));
  effects.add('unread@contoso.com', [], [violation], true, new Set(['client-access']));
  expect(effects.all()).toMatchObject([
    {
      rule: 'r',
      by: { error: { before: 2, after: 0, resolved: { addresses: ['read@contoso.com'] } } },
      noLongerFails: { count: 2 },
    },
  ]);
});
