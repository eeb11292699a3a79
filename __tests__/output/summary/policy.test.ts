import { describe, expect, test } from '@jest/globals';
import { PolicyTally } from '../../../src/policy/policy-tally.ts';
import type { ExemptionUse } from '../../../src/policy/exemptions.ts';
import { policySection } from '../../../src/output/summary/policy.ts';
import { exemptionOf, findingOf, judgedOf, policyOf, ruleOf, usedExemption, verdictOf } from '../mailbox-results.ts';

const zone = ruleOf('zone');
const soft = ruleOf('soft', { severity: 'warning', title: '<b>Soft</b> | rule' });

/** Mailboxes that violate both rules, and one that passes. */
function tallyOf(broken: number): PolicyTally {
  const tally = new PolicyTally(policyOf(zone, soft));
  for (let at = 0; at < broken; at++) {
    const address = `m${at}@contoso.com`;
    const { reports } = judgedOf(address, [
      verdictOf(zone, [findingOf(zone, address, { found: '::error::<img>' })]),
      verdictOf(soft, [findingOf(soft, address)]),
    ]);
    tally.add(reports);
  }
  tally.add(judgedOf('good@contoso.com', [verdictOf(zone, []), verdictOf(soft, [])]).reports);
  return tally;
}

function uses(): ExemptionUse[] {
  const exemption = exemptionOf(zone, 'For ceo@contoso.com', 'owner@contoso.com', '2027-01-31');
  if (exemption === undefined) throw new Error('no exemption');
  const use = usedExemption(exemption);
  return [
    use,
    { ...use, need: 'unused', covered: 0 },
    { ...use, need: 'unknown', covered: 0 },
    { ...use, endsSoon: true, daysLeft: 1 },
    { ...use, expired: true, daysLeft: -1 },
  ];
}

describe('the policy in the summary', () => {
  test('does not show a rule as passed if all its mailboxes are inconclusive or it applies to none', () => {
    const tally = new PolicyTally(policyOf(zone, soft));
    tally.add([{ verdict: { rows: [], rules: [{ rule: zone, verdict: 'inconclusive', findings: [] }] } }]);
    const text = policySection({ file: 'policy.yml', tally, exemptions: [] }, 'full');
    expect(text).toContain('| ❔ `zone`');
    expect(text).toContain('| ➖ `soft`');
  });

  test('has rules, the mailboxes with most violations, and exemptions with their state', () => {
    const text = policySection({ file: 'policy.yml', tally: tallyOf(30), exemptions: uses() }, 'full');
    expect(text).toContain('| ❌ `zone` Title of zone | 1 | 30 | 0 | 0 |');
    expect(text).toContain('| ⚠️ `soft` &#60;b&#62;Soft&#60;/b&#62; &#124; rule (warning) | 1 | 30 | 0 | 0 |');
    expect(text).toContain('`m0@contoso.com`');
    expect(text).toContain('and 10 more mailboxes: see violations.csv');
    expect(text).not.toContain('<img>');
    for (const state of [
      '| in use |',
      '| unused |',
      '| not known |',
      '| in use, **1 day left** |',
      '| **expired** |',
      '| `*@contoso.com`, `info@contoso.com` |',
    ]) {
      expect(text).toContain(state);
    }
  });

  test('shows the five rules with most failures, and the other rules and the exemptions in folds', () => {
    const text = policySection({ file: 'policy.yml', tally: tallyOf(30), exemptions: uses() }, 'full');
    expect(text).toMatch(
      /\n### Most violations\n\n\| Mailbox .*\n.*\n(?:\| `m[0-4]@.*\n){5}\n<details><summary>The next 15 mailboxes<\/summary>\n\n\| Mailbox .*\n.*\n(?:\| `m(?:[5-9]|1\d)@.*\n){15}\n<\/details>\n\nand 10 more/,
    );
    expect(text).toContain(
      '\n<details><summary>Exemptions: 5 (1 expired, 1 ending soon, 1 unused)</summary>\n\n| Exemption |',
    );
    expect(text).toMatch(/\|\n\n<\/details>\n\n$/);
  });

  test('has no fold for five rules, and no details of exemptions in use', () => {
    const [use] = uses();
    const exemptions = use === undefined ? [] : [use];
    const text = policySection({ file: 'policy.yml', tally: tallyOf(5), exemptions }, 'full');
    expect(text).not.toContain('The next');
    expect(text).not.toContain(' more');
    expect(text).toContain('<summary>Exemptions: 1</summary>');
  });

  test('has shorter lists with a limit, and counts the omitted entries', () => {
    const facts = { file: 'policy.yml', tally: tallyOf(30), exemptions: uses() };
    const some = policySection(facts, 'full', 3);
    expect(some).toContain('`m2@contoso.com`');
    expect(some).not.toContain('`m3@contoso.com`');
    expect(some).toContain('and 27 more mailboxes: see violations.csv');
    expect(some).toContain('\n\nand 2 more\n\n</details>');
    const none = policySection(facts, 'full', 0);
    expect(none).toContain('### Most violations\n\nand 30 more mailboxes');
    expect(none).toContain('</summary>\n\nand 5 more\n\n</details>');
  });

  test('names no mailbox with counts', () => {
    const text = policySection({ file: 'policy.yml', tally: tallyOf(3), exemptions: uses() }, 'counts');
    expect(text).toContain('`zone`');
    expect(text).not.toContain('contoso.com');
  });

  test('of very many rules shows the failed rules', () => {
    const many = Array.from({ length: 60 }, (_, at) => ruleOf(`r${at}`));
    const tally = new PolicyTally(policyOf(...many));
    const last = many.at(-1) ?? zone;
    tally.add(judgedOf('a@contoso.com', [verdictOf(last, [findingOf(last, 'a@contoso.com')])]).reports);
    const text = policySection({ file: 'policy.yml', tally, exemptions: [] }, 'full');
    const [open = '', folded = ''] = text.split('<details><summary>The next 40 rules</summary>');
    expect(open).toContain('`r59`');
    expect(open.match(/`r\d+`/g)).toHaveLength(10);
    expect(folded.split('</details>')[0]?.match(/`r\d+`/g)).toHaveLength(40);
    expect(folded).toContain('and 10 more\n\n</details>');
  });
});
