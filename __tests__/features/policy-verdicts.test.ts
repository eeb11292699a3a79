import { expect, test } from '@jest/globals';
import { ruleCounts, ruleTrends } from '../../src/features/policy-verdicts.ts';
import { panelHtml } from '../../src/outputs/page/panels.ts';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import type { PastRun } from '../../src/totals/past-run.ts';
import { findingOf, mailboxResultOf, policyOf, ruleOf, verdictOf } from '../outputs/mailbox-results.ts';

const [zone, soft, unread, passed] = [
  ruleOf('zone'),
  ruleOf('soft', { severity: 'warning' }),
  ruleOf('unread'),
  ruleOf('constructor'),
];

/** Two mailboxes violate the rule `zone`, one `soft`, none `constructor`, and `unread` cannot be decided. */
function policy() {
  const verdicts = new VerdictCounts(policyOf(zone, soft, unread, passed));
  for (const address of ['a@contoso.com', 'b@contoso.com']) {
    verdicts.add(
      mailboxResultOf(address, [
        verdictOf(zone, [findingOf(zone, address)]),
        verdictOf(soft, address.startsWith('a') ? [findingOf(soft, address, { verdict: 'warn' })] : []),
        verdictOf(unread, [findingOf(unread, address, { verdict: 'inconclusive' })]),
        verdictOf(passed, []),
      ]).reports,
    );
  }
  return { file: 'policy.yml', verdicts, exemptions: [] };
}

function runs(...all: readonly PastRun['counts'][]): readonly PastRun[] {
  return all.map((counts, at) => ({ url: undefined, started: new Date(Date.UTC(2026, 10, at + 1)), counts }));
}

test('a run keeps how many mailboxes violate each rule, and nothing of a rule that was not decided', () => {
  expect(ruleCounts(policy())).toEqual({ 'rule: zone': 2, 'rule: soft': 1, 'rule: constructor': 0 });
});

test('the rules with violations in a run have charts, the most violated first, with gaps where a run did not know', () => {
  const past = runs({ read: 2, 'rule: unread': 4 }, { read: 0, 'rule: zone': 0 }, { read: 2, ...ruleCounts(policy()) });
  const { text } = panelHtml({ title: '', folded: '', blocks: ruleTrends(policy(), past) });
  expect([...text.matchAll(/aria-label="([^"]* runs[^"]*)"/g)].map(([, label]) => label)).toEqual([
    'zone in 3 runs, between 2 and 2, not known of 2. Now 2',
    'soft in 3 runs, between 1 and 1, not known of 2. Now 1',
    'unread in 3 runs, between 4 and 4, not known of 2. Now not known in this run',
  ]);
  expect(text).toMatch(/<summary>Each rule over 3 runs<\/summary>/);
});

test('there is no chart without an earlier run, and without a violation in any', () => {
  expect(ruleTrends(policy(), runs(ruleCounts(policy())))).toEqual([]);
  expect(ruleTrends(policy(), runs({ 'rule: constructor': 0 }, {}))).toEqual([]);
});
