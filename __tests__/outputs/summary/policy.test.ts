import { describe, expect, test } from '@jest/globals';
import { VerdictCounts } from '../../../src/totals/verdict-counts.ts';
import type { ExemptionUse } from '../../../src/policy/exemptions.ts';
import { findingsTable } from '../../../src/outputs/summary/findings.ts';
import { exemptionsTable, offendersSection } from '../../../src/outputs/summary/policy.ts';
import { ReportCounts } from '../../../src/totals/report-counts.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import {
  exemptionOf,
  findingOf,
  mailboxResultOf,
  policyOf,
  ruleOf,
  usedExemption,
  verdictOf,
} from '../mailbox-results.ts';
import { readRow } from '../rows.ts';

const zone = ruleOf('zone');
const soft = ruleOf('soft', { severity: 'warning', title: '<b>Soft</b> | rule' });

/** Mailboxes that violate both rules, and one that passes. */
function countsOf(broken: number): VerdictCounts {
  const counts = new VerdictCounts(policyOf(zone, soft));
  for (let at = 0; at < broken; at++) {
    const address = `m${at}@contoso.com`;
    const { reports } = mailboxResultOf(address, [
      verdictOf(zone, [findingOf(zone, address, { found: '::error::<img>' })]),
      verdictOf(soft, [findingOf(soft, address)]),
    ]);
    counts.add(reports);
  }
  counts.add(mailboxResultOf('good@contoso.com', [verdictOf(zone, []), verdictOf(soft, [])]).reports);
  return counts;
}

function uses(): ExemptionUse[] {
  const exemption = exemptionOf(zone, 'For ceo@contoso.com', 'owner@contoso.com', '2027-01-31');
  if (exemption === undefined) throw new Error('no exemption');
  const use = usedExemption(exemption);
  return [
    use,
    { ...use, usage: 'unused', covered: 0 },
    { ...use, usage: 'unknown', covered: 0 },
    { ...use, endsSoon: true, daysLeft: 1 },
    { ...use, expired: true, daysLeft: -1 },
  ];
}

/** The table of a policy without other findings. */
const tableOf = (counts: VerdictCounts): string =>
  findingsTable({ policy: { file: 'policy.yml', verdicts: counts, exemptions: [] }, reports: [] });

describe('the table of rules and highlights', () => {
  test('does not show a rule as passed if all its mailboxes are inconclusive or it applies to none', () => {
    const counts = new VerdictCounts(policyOf(zone, soft));
    counts.add([{ verdict: { rows: [], rules: [{ rule: zone, verdict: 'inconclusive', findings: [] }] } }]);
    const text = tableOf(counts);
    expect(text).toContain('| ❔ `zone` Title of zone | 1 inconclusive |');
    expect(text).toContain('| ➖ `soft` ');
    expect(text).toContain('| applies to no mailbox |');
  });

  test('has each rule with the mailboxes that fail and pass', () => {
    const text = tableOf(countsOf(30));
    expect(text).toContain('| ❌ `zone` Title of zone | **30 mailboxes fail**, 1 passed |');
    expect(text).toContain(
      '| ⚠️ `soft` &#60;b&#62;Soft&#60;/b&#62; &#124; rule (warning) | **30 mailboxes fail**, 1 passed |',
    );
    expect(text).not.toContain('<details>');
  });

  test('of very many rules shows the failed rules', () => {
    const many = Array.from({ length: 60 }, (_, at) => ruleOf(`r${at}`));
    const counts = new VerdictCounts(policyOf(...many));
    const last = many.at(-1) ?? zone;
    counts.add(mailboxResultOf('a@contoso.com', [verdictOf(last, [findingOf(last, 'a@contoso.com')])]).reports);
    const [open = '', folded = ''] = tableOf(counts).split('<details><summary>The next 40 rules</summary>');
    expect(open).toContain('`r59`');
    expect(open.match(/`r\d+`/g)).toHaveLength(10);
    expect(folded.split('</details>')[0]?.match(/`r\d+`/g)).toHaveLength(40);
    expect(folded).toContain('and 10 more\n\n</details>');
  });

  test('has highlights without a policy, with their units, and lists those without rows', () => {
    const report: ReportDefinition = {
      ...{ name: 'inbox-rules', permissions: [], request: { path: 'rules', version: 'v1.0' }, columns: { A: 'a' } },
      ...{ rows: 'value', unit: 'inbox rule' },
      highlights: ['Forwards <b>', 'Hides', 'Never'].map((title) => ({ title, when: {}, columns: [] })),
    };
    const rules = new ReportCounts(report, 0);
    rules.add([readRow('a@x.y', ['a']), readRow('a@x.y', ['b'])], [[0, 1], [0]]);
    rules.add([readRow('b@x.y', ['a'])], [[0]]);
    const settings = new ReportCounts({ ...report, name: 'settings', rows: undefined, unit: undefined }, 0);
    settings.add([readRow('a@x.y', ['a'])], [[0]]);
    const unread = new ReportCounts({ ...report, name: 'unread' }, 0);
    expect(findingsTable({ reports: [rules, settings, unread] })).toBe(
      '| Highlight | Found |\n| --- | --- |\n' +
        '| Forwards &#60;b&#62; | 2 mailboxes, 3 inbox rules |\n' +
        '| Hides | 1 mailbox, 1 inbox rule |\n' +
        '| Forwards &#60;b&#62; | 1 mailbox |\n\n' +
        'Not found: Never; Hides; Never.\n\n',
    );
  });
});

describe('the worst mailboxes and the exemptions in the summary', () => {
  test('are ten mailboxes with their violations', () => {
    const text = offendersSection(countsOf(30));
    expect(text).toMatch(
      /^### Most violations\n\n\| Mailbox .*\n.*\n(?:\| `m\d@contoso\.com` .*\n){10}\nand 20 more mailboxes/,
    );
    expect(text).not.toContain('<img>');
    expect(offendersSection(countsOf(5))).not.toContain(' more');
    expect(offendersSection(countsOf(30), 3)).toContain('and 27 more mailboxes: see violations.csv');
    expect(offendersSection(countsOf(30), 0)).toBe(
      '### Most violations\n\nand 30 more mailboxes: see violations.csv\n\n',
    );
  });

  test('have exemptions with their state in a fold', () => {
    const text = exemptionsTable(uses(), 'full');
    expect(text).toMatch(
      /^<details><summary>Exemptions: 5 \(1 expired, 1 ending soon, 1 unused\)<\/summary>\n\n\| Exemption \|/,
    );
    for (const state of [
      '| in use |',
      '| unused |',
      '| not known |',
      '| in use, **1 day left** |',
      '| **expired** |',
      '| `*@contoso.com`, `info@contoso.com` | For `ceo@contoso.com` | `owner@contoso.com` |',
    ]) {
      expect(text).toContain(state);
    }
    expect(exemptionsTable(uses(), 'full', 3)).toContain('\n\nand 2 more\n\n</details>');
    expect(exemptionsTable(uses(), 'full', 0)).toContain('</summary>\n\nand 5 more\n\n</details>');
    expect(exemptionsTable(uses().slice(0, 1), 'full')).toContain('<summary>Exemptions: 1</summary>');
    expect(exemptionsTable(uses(), 'counts')).not.toContain('contoso.com');
  });
});
