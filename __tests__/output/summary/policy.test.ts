import { describe, expect, test } from '@jest/globals';
import { PolicyTally } from '../../../src/policy/policy-tally.ts';
import type { ExemptionUse } from '../../../src/policy/exemptions.ts';
import { annotateFindings, MOST_MARKED } from '../../../src/output/annotations.ts';
import { policySection } from '../../../src/output/summary/policy.ts';
import { exemptionOf, findingOf, judgedOf, policyOf, ruleOf, usedExemption, verdictOf } from '../mailbox-results.ts';

const zone = ruleOf('zone');
const soft = ruleOf('soft', { severity: 'warning', title: '<b>Soft</b> | rule' });

/** So many mailboxes that break both rules, and one that keeps them. */
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
  test('ticks no rule of which nothing is known, or that concerns nobody', () => {
    const tally = new PolicyTally(policyOf(zone, soft));
    tally.add([{ verdict: { rows: [], rules: [{ rule: zone, verdict: 'inconclusive', findings: [] }] } }]);
    const text = policySection({ file: 'policy.yml', tally, exemptions: [] }, 'full');
    expect(text).toContain('| ❔ `zone`');
    expect(text).toContain('| ➖ `soft`');
  });

  test('has rules, the worst, and exemptions with their state', () => {
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

  test('has the five worst open, the others and the exemptions folded', () => {
    const text = policySection({ file: 'policy.yml', tally: tallyOf(30), exemptions: uses() }, 'full');
    expect(text).toMatch(
      /\n### Most violations\n\n\| Mailbox .*\n.*\n(?:\| `m[0-4]@.*\n){5}\n<details><summary>The next 15 mailboxes<\/summary>\n\n\| Mailbox .*\n.*\n(?:\| `m(?:[5-9]|1\d)@.*\n){15}\n<\/details>\n\nand 10 more/,
    );
    expect(text).toContain(
      '\n<details><summary>Exemptions: 5 (1 expired, 1 ending soon, 1 unused)</summary>\n\n| Exemption |',
    );
    expect(text).toMatch(/\|\n\n<\/details>\n\n$/);
  });

  test('folds nothing where there are five, and says no more of exemptions that are in use', () => {
    const [use] = uses();
    const exemptions = use === undefined ? [] : [use];
    const text = policySection({ file: 'policy.yml', tally: tallyOf(5), exemptions }, 'full');
    expect(text).not.toContain('The next');
    expect(text).not.toContain(' more');
    expect(text).toContain('<summary>Exemptions: 1</summary>');
  });

  test('has shorter lists where that is asked for, and says how many more there are', () => {
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

  test('names nobody under counts', () => {
    const text = policySection({ file: 'policy.yml', tally: tallyOf(3), exemptions: uses() }, 'counts');
    expect(text).toContain('`zone`');
    expect(text).not.toContain('contoso.com');
  });

  test('of very many rules shows those that do not hold', () => {
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

describe('findings as annotations', () => {
  function annotated(tally: PolicyTally, detail: 'full' | 'counts', failing: boolean, before = 0) {
    const said: string[] = [];
    const say = (level: string) => (message: string) => void said.push(`${level} ${message}`);
    const silent = (): void => undefined;
    const core = { error: say('error'), warning: say('warning'), notice: silent, info: say('info') };
    const told = annotateFindings({ ...core, debug: silent, startGroup: silent, endGroup: silent }, tally, {
      detail,
      failing,
      warned: before,
      most: MOST_MARKED,
    });
    return { said, ...told };
  }

  test('are errors where the step fails of them, and ten in all', () => {
    const { said, ...told } = annotated(tallyOf(30), 'full', true);
    expect(said.filter((line) => line.startsWith('error'))).toHaveLength(5);
    expect(said.at(-1)).toBe(
      'info The policy found 30 violations and 30 warnings; 10 of them are marked at the list. See violations.csv.',
    );
    expect(told).toEqual({ marked: 10, warnings: 5 });
  });

  test('leave one error to say why the step fails', () => {
    const tally = new PolicyTally(policyOf(zone, ruleOf('second')));
    for (let at = 0; at < 12; at += 1) {
      tally.add(judgedOf(`m${at}@x.y`, [verdictOf(zone, [findingOf(zone, `m${at}@x.y`)])]).reports);
    }
    expect(annotated(tally, 'full', true)).toMatchObject({ marked: 9, warnings: 0 });
  });

  test('leave room for what was said before, and one at least has it', () => {
    expect(annotated(tallyOf(30), 'full', false, 7).warnings).toBe(3);
    expect(annotated(tallyOf(30), 'full', false, 40).warnings).toBe(1);
  });

  test('tell once of a mailbox that breaks a rule often', () => {
    const finding = findingOf(zone, 'a@x.y');
    const tally = new PolicyTally(policyOf(zone));
    tally.add(judgedOf('a@x.y', [verdictOf(zone, [finding, finding, finding])]).reports);
    const { said } = annotated(tally, 'full', true);
    expect(said).toHaveLength(2);
    expect(said[0]).toMatch(/^error a@x.y: .*, and 2 more$/);
    expect(said[1]).toBe('info The policy found 1 violation; 1 of them is marked at the list. See violations.csv.');
  });

  test('are warnings where it does not', () => {
    expect(annotated(tallyOf(2), 'full', false)).toMatchObject({ warnings: 4 });
  });

  test('are one warning under counts, and none where there is nothing', () => {
    expect(annotated(tallyOf(2), 'counts', true)).toEqual({
      said: ['warning The policy found 2 violations and 2 warnings.'],
      warnings: 1,
      marked: 0,
    });
    expect(annotated(tallyOf(0), 'full', true)).toEqual({ said: [], warnings: 0, marked: 0 });
  });
});
