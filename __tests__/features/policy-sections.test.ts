import { describe, expect, test } from '@jest/globals';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import type { ExemptionUse } from '../../src/policy/exemptions.ts';
import { blocksMarkdown, foldedSection, openSection } from '../../src/outputs/markdown.ts';
import { panelHtml } from '../../src/outputs/page/panels.ts';
import { correction, exemptionsSection, rulesSection, violatingSection } from '../../src/features/policy-sections.ts';
import { highlightsSection } from '../../src/features/highlights.ts';
import { highlightsOf } from '../../src/totals/highlight-list.ts';
import type { Rule } from '../../src/policy/policy-definition.ts';
import type { Detail, Section } from '../../src/run/section.ts';
import type { PolicySummary } from '../../src/totals/run-summary.ts';
import { ReportCounts } from '../../src/totals/report-counts.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import {
  exemptionOf,
  findingOf,
  mailboxResultOf,
  policyOf,
  ruleOf,
  usedExemption,
  verdictOf,
} from '../outputs/mailbox-results.ts';
import { marks, readRow } from '../outputs/rows.ts';

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

function summaryOf(verdicts: VerdictCounts, exemptions: readonly ExemptionUse[] = []): PolicySummary {
  return { file: 'policy.yml', verdicts, exemptions };
}

/** The rules in the summary. */
const tableOf = (verdicts: VerdictCounts, detail: Detail = 'counts'): string =>
  blocksMarkdown(rulesSection(summaryOf(verdicts), detail).blocks, 100);

/** The rules on the page. */
const panelOf = (verdicts: VerdictCounts): string => panelHtml(rulesSection(summaryOf(verdicts), 'full')).text;

/** The exemptions in the summary. */
function exemptionsOf(exemptions: readonly ExemptionUse[], detail: 'full' | 'counts', max = 100): string {
  const section = exemptionsSection(summaryOf(new VerdictCounts(policyOf(zone)), exemptions), detail);
  return section === undefined ? '' : foldedSection(section, max);
}

/** The mailboxes with most violations in the summary. */
function violatingOf(verdicts: VerdictCounts, max = 100): string {
  const section: Section | undefined = violatingSection(summaryOf(verdicts), undefined);
  return section === undefined ? '' : openSection(section, max);
}

describe('the rules and highlights of the summary', () => {
  test('does not show a rule as passed if all its mailboxes are inconclusive or it applies to none', () => {
    const counts = new VerdictCounts(policyOf(zone, soft));
    counts.add([{ verdict: { rows: [], rules: [{ rule: zone, verdict: 'inconclusive', findings: [] }] } }]);
    const text = tableOf(counts);
    expect(text).toContain('| ❔ `zone` Title of zone | 1 inconclusive |');
    expect(text).toContain('| ➖ `soft` ');
    expect(text).toContain('| applies to no mailbox |');
    expect(text).toContain('<summary>1 rule applies to no mailbox</summary>');
  });

  test('has each rule with the mailboxes that fail and pass', () => {
    const text = tableOf(countsOf(30));
    expect(text).toContain('| ❌ `zone` Title of zone | **30 mailboxes fail**, 1 passed |');
    expect(text).toContain(
      '| ⚠️ `soft` &#60;b&#62;Soft&#60;/b&#62; &#124; rule (warning) | **30 mailboxes fail**, 1 passed |',
    );
    expect(text).not.toContain('<details>');
    expect(tableOf(countsOf(30), 'full')).toContain(
      '| **30 mailboxes fail**, 1 passed<br>`m0@contoso.com`, `m1@contoso.com`, `m2@contoso.com` |',
    );
  });

  test('say how to correct what has a command or a plan, and nothing of other rules', () => {
    const replies = { report: 'mailbox-properties', expect: { HiddenFromAddressLists: { type: 'boolean' } } } as const;
    const none = ruleOf('none', replies);
    const audit = ruleOf('audit', { ...replies, expect: { AuditEnabled: { const: true } } });
    const planned = ruleOf('planned', { ...replies, set: [{ path: 'AuditEnabled', value: true }] });
    const textOf = (...rules: readonly Rule[]): string => {
      const counts = new VerdictCounts(policyOf(...rules));
      const verdicts = rules.map((rule) => verdictOf(rule, [findingOf(rule, 'a@contoso.com')]));
      counts.add(mailboxResultOf('a@contoso.com', verdicts).reports);
      return blocksMarkdown(correction(summaryOf(counts), 'summary'), 100);
    };
    expect(textOf(none)).toBe('');
    expect(textOf(audit)).toBe(
      'To correct all violations of a rule, select the rule on the report page, and copy its script.\n\n',
    );
    expect(textOf(none, audit, planned)).toBe(
      'To correct all violations of `audit`, `planned`, select the rule on the report page, and copy its script. ' +
        'Remediation plans `planned`, and can undo them.\n\n',
    );
  });

  test('of very many rules shows the failed rules', () => {
    const many = Array.from({ length: 160 }, (_, at) => ruleOf(`r${at}`));
    const counts = new VerdictCounts(policyOf(...many));
    const last = many.at(-1) ?? zone;
    counts.add(mailboxResultOf('a@contoso.com', [verdictOf(last, [findingOf(last, 'a@contoso.com')])]).reports);
    const [open = '', folded = ''] = tableOf(counts).split('<details><summary>159 rules apply to no mailbox</summary>');
    expect(open).toContain('`r159`');
    expect(open.match(/`r\d+`/g)).toHaveLength(1);
    expect(folded.split('</details>')[0]?.match(/`r\d+`/g)).toHaveLength(99);
    expect(folded).toContain('and 60 more\n\n</details>');
  });

  test('has highlights without a policy, with their units, and lists those without rows', () => {
    const report: ReportDefinition = {
      name: 'inbox-rules',
      permissions: [],
      request: { path: 'rules', version: 'v1.0' },
      columns: { A: 'a' },
      rows: 'value',
      unit: 'inbox rule',
      highlights: ['Forwards <b>', 'Hides', 'Never'].map((title) => ({ title, when: {}, columns: [] })),
    };
    const rules = new ReportCounts(report);
    rules.add([readRow('a@x.y', ['a']), readRow('a@x.y', ['b'])], marks([0, 1], [0]));
    rules.add([readRow('b@x.y', ['a'])], marks([0]));
    const settings = new ReportCounts({ ...report, name: 'settings', rows: undefined, unit: undefined });
    settings.add([readRow('a@x.y', ['a'])], marks([0]));
    const unread = new ReportCounts({ ...report, name: 'unread' });
    const { all, missing } = highlightsOf([rules, settings, unread]);
    expect(blocksMarkdown(highlightsSection(all).blocks, 100)).toBe(
      '| Highlight | Found |\n| --- | --- |\n' +
        '| Forwards &#60;b&#62; | 2 mailboxes, 3 inbox rules |\n' +
        '| Hides | 1 mailbox, 1 inbox rule |\n' +
        '| Forwards &#60;b&#62; | 1 mailbox |\n\n',
    );
    expect(missing).toEqual(['Never']);
  });
});

describe('the worst mailboxes and the exemptions in the summary', () => {
  test('are twenty mailboxes with their violations, ten of them folded', () => {
    const text = violatingOf(countsOf(30));
    expect(text).toMatch(
      /^### Mailboxes with most violations\n\n\| Mailbox .*\n.*\n(?:\| `m\d@contoso\.com` .*\n){10}\n<details><summary>The next 10 mailboxes</,
    );
    expect(text).not.toContain('<img>');
    expect(text).toContain('and 10 more: see violations.csv');
    expect(violatingOf(countsOf(5))).not.toContain(' more');
    expect(violatingOf(countsOf(30), 3)).toContain('and 27 more: see violations.csv');
  });

  test('have exemptions with their state in a fold', () => {
    const text = exemptionsOf(uses(), 'full');
    expect(text).toContain('<details><summary>Exemptions: 5 (1 expired, 1 ending soon, 1 unused)</summary>\n');
    expect(text).toContain('\n| Exemption | Last day | State | Covers | Mailboxes | Reason | Owner |\n');
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
    expect(exemptionsOf(uses(), 'full', 3)).toContain('\n\nand 2 more\n\n</details>');
    expect(exemptionsOf(uses().slice(0, 1), 'full')).toContain('<summary>Exemptions: 1</summary>');
    const counts = exemptionsOf(uses(), 'counts');
    expect(counts).toContain('\n| Exemption | Last day | State | Covers |\n');
    expect(counts).not.toContain('contoso.com');
  });
});

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
    expect(panelOf(counts).replaceAll(/\s*</g, '<')).toContain(shown);
    const link = '<a href="#report=violations&amp;view=fail&amp;is.Rule=zone"><code>zone</code>';
    expect(panelOf(counts)).not.toContain(link);
    counts.add(mailboxResultOf('a@x.y', [verdictOf(rule, [findingOf(rule, 'a@x.y')])]).reports);
    expect(panelOf(counts)).toContain(link);
  });

  test('names the colours of its bars', () => {
    const names = [...panelOf(countsOf(3)).matchAll(/<rect class="(\w+)"[^>]*\/><\/svg>\s*(\w+)\s*<\/li>/g)];
    expect(names.map(([, kind, name]) => [kind, name])).toEqual([
      ['failed', 'failed'],
      ['warned', 'warned'],
      ['passed', 'passed'],
    ]);
  });

  test('has a column for each result that occurs, and folds all but the first ten rules', () => {
    const rules = Array.from({ length: 12 }, (_, at) => ruleOf(`rule-${at}`));
    const counts = new VerdictCounts(policyOf(...rules));
    for (const rule of rules)
      counts.add(mailboxResultOf('a@x.y', [verdictOf(rule, [findingOf(rule, 'a@x.y')])]).reports);
    const [open = '', next = ''] = panelOf(counts).split('<details');
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
