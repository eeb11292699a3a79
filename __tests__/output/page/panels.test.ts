import { describe, expect, test } from '@jest/globals';
import { PolicyTally } from '../../../src/policy/policy-tally.ts';
import { policyPanels } from '../../../src/output/page/panels.ts';
import { policyOf, ruleOf } from '../mailbox-results.ts';

describe('the panel of rules', () => {
  test.each([
    ['by id and title', {}, '<code>zone</code> Title of zone'],
    ['by the id alone where it is the title', { title: 'zone' }, '<code>zone</code> </th>'],
    [
      'with a link where there is help',
      { help: 'http://intranet/zones' },
      '<a href="http://intranet/zones" rel="noreferrer">Title of zone</a>',
    ],
    [
      'with a link where there is help, whatever the title',
      { title: 'zone', help: 'https://a.b/c' },
      '<a href="https://a.b/c" rel="noreferrer">zone</a>',
    ],
  ])('shows the verdict of a rule as %s', (_how, changed, shown) => {
    const tally = new PolicyTally(policyOf(ruleOf('zone', changed)));
    const [panel] = policyPanels({ file: 'policy.yml', tally, exemptions: [] });
    expect(panel?.text).toContain(shown);
  });
});
