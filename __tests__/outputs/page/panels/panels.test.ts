import { describe, expect, test } from '@jest/globals';
import { VerdictCounts } from '../../../../src/totals/verdict-counts.ts';
import { policyPanels } from '../../../../src/outputs/page/panels/panels.ts';
import { findingOf, mailboxResultOf, policyOf, ruleOf, verdictOf } from '../../mailbox-results.ts';

describe('the panel of rules', () => {
  test.each([
    ['by id and title', {}, '<code>zone</code> Title of zone'],
    ['by the id alone where it is the title', { title: 'zone' }, '<code>zone</code><'],
    [
      'with a link where there is help',
      { help: 'http://intranet/zones' },
      '<a href="http://intranet/zones" rel="noreferrer">help',
    ],
  ])('shows a rule %s', (_how, changed, shown) => {
    const rule = ruleOf('zone', changed);
    const counts = new VerdictCounts(policyOf(rule));
    const summary = { file: 'policy.yml', verdicts: counts, exemptions: [] };
    expect(policyPanels(summary)[0]?.text.replaceAll(/\s*</g, '<')).toContain(shown);
    const link = '<a href="#report=violations&amp;is.Rule=zone"><code>zone</code>';
    expect(policyPanels(summary)[0]?.text).not.toContain(link);
    counts.add(mailboxResultOf('a@x.y', [verdictOf(rule, [findingOf(rule, 'a@x.y')])]).reports);
    expect(policyPanels(summary)[0]?.text).toContain(link);
  });

  test('has a column for each result that occurs, and folds all but the first ten rules', () => {
    const rules = Array.from({ length: 12 }, (_, at) => ruleOf(`rule-${at}`));
    const counts = new VerdictCounts(policyOf(...rules));
    for (const rule of rules)
      counts.add(mailboxResultOf('a@x.y', [verdictOf(rule, [findingOf(rule, 'a@x.y')])]).reports);
    const [panel] = policyPanels({ file: 'policy.yml', verdicts: counts, exemptions: [] });
    const [open = '', next = ''] = panel?.text.split('<details') ?? [];
    expect([...open.matchAll(/role="columnheader"[^>]*>(\w[^<]*)</g)].map(([, name]) => name)).toEqual([
      'Rule',
      'Mailboxes by result',
      'Failed',
      'Passed',
    ]);
    expect(open.match(/rowheader/g)).toHaveLength(10);
    expect(next.match(/rowheader/g)).toHaveLength(2);
  });
});
