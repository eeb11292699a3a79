import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import { baselineKey, sortedEntries, writtenText } from '../../../src/policy/baseline/baseline-entry.ts';
import type { Baseline, PlacedEntry } from '../../../src/policy/baseline/baseline-file.ts';
import { compilePolicy, type PolicyJudge } from '../../../src/policy/judge.ts';
import type { Exemption, Rule } from '../../../src/policy/policy-definition.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import type { MailboxRows, Row } from '../../../src/reports/rows.ts';
import { readRow, unreadableRow } from '../../outputs/rows.ts';
import { exemptionOf, NOW, policyOf, ruleOf, THING, THINGS } from '../judge-policy.ts';

const RULE = ruleOf({ expect: { Flag: { const: true }, Count: { maximum: 3 } } });

/** Nothing but its name defines a row. */
const REPORT: ReportDefinition = { ...THINGS, row: [] };

/** An entry about the column `Flag` of ann@x.y, by default. */
function entryOf(line: number, parts: Partial<PlacedEntry> = {}): PlacedEntry {
  return {
    rule: 'a-rule',
    address: 'ann@x.y',
    item: 'one',
    column: 'Flag',
    found: 'false',
    row: '',
    addedOn: '2026-01-01',
    line,
    ...parts,
  };
}

function rowOf(cells: { name?: string; count?: Json; flag?: Json } = {}, parts: Partial<Row> = {}): Row {
  const { name = 'one', count = 1, flag = false } = cells;
  return { ...readRow('ann@x.y', [name, 'none', [], count, flag, null, null]), ...parts };
}

interface Given {
  readonly entries: readonly PlacedEntry[];
  readonly rules?: readonly Rule[];
  readonly exemptions?: readonly Exemption[];
}

function judgeWith({ entries, rules = [RULE], exemptions = [] }: Given): PolicyJudge {
  const baseline: Baseline = { file: 'baseline.csv', entries };
  return compilePolicy(policyOf(rules, exemptions), [REPORT], NOW, baseline);
}

function verdictsOf(judge: PolicyJudge, ...rows: MailboxRows) {
  const verdict = judge.judgeOf('things')?.(rows);
  if (verdict === undefined) throw new Error('no rule is about the report');
  return {
    rows: verdict.rows,
    rule: verdict.rules[0]?.verdict,
    findings: verdict.rules.flatMap(({ findings }) => findings.map(({ column, verdict: one }) => `${column} ${one}`)),
    stale: judge.baseline?.stale.map(({ line }) => line),
    kept: [...(judge.baseline?.kept() ?? [])].map(({ found }) => found),
  };
}

describe('a violation', () => {
  test('is known if the baseline has it, and does not fail', () => {
    const found = verdictsOf(judgeWith({ entries: [entryOf(2)] }), rowOf());
    expect(found).toMatchObject({ rule: 'known', findings: ['Flag known'], stale: [], kept: ['false'] });
    expect(found.rows).toEqual([{ verdict: 'known', violations: ['a-rule'] }]);
  });

  test('has the date of its entry', () => {
    const verdict = judgeWith({ entries: [entryOf(2)] }).judgeOf('things')?.([rowOf()]);
    expect(verdict?.rules[0]?.findings[0]).toMatchObject({ verdict: 'known', addedOn: '2026-01-01' });
  });

  test.each<[string, Partial<PlacedEntry>]>([
    ['rule', { rule: 'b-rule' }],
    ['mailbox', { address: 'bob@x.y' }],
    ['item', { item: 'One' }],
    ['column', { column: 'Count' }],
    ['value', { found: 'False' }],
  ])('is not known with another %s', (_, parts) => {
    expect(verdictsOf(judgeWith({ entries: [entryOf(2, parts)] }), rowOf()).findings).toEqual(['Flag fail']);
  });

  test('is known whatever the case of the mailbox', () => {
    expect(verdictsOf(judgeWith({ entries: [entryOf(2, { address: 'Ann@X.y' })] }), rowOf()).rule).toBe('known');
  });

  test('of severity warning is known as well', () => {
    const rules = [{ ...RULE, severity: 'warning' as const }];
    expect(verdictsOf(judgeWith({ entries: [entryOf(2)], rules }), rowOf()).rule).toBe('known');
  });

  test('is compared by the text of the cell, with any line ends', () => {
    const rules = [ruleOf({ expect: { Free: { const: 'x' } } })];
    const row = rowOf();
    const text = { ...row, cells: row.cells.with(5, ['a\r\nb', 'c\rd']) };
    const entries = [entryOf(2, { column: 'Free', found: 'a\nb; c\nd' })];
    expect(verdictsOf(judgeWith({ entries, rules }), text).rule).toBe('known');
  });

  test('is compared in written form, in which formulas are defused', () => {
    const rules = [ruleOf({ expect: { Free: { const: 'x' } } })];
    const row = rowOf();
    const text = { ...row, cells: row.cells.with(5, '=1;-2') };
    const entries = [entryOf(2, { column: 'Free', found: "'=1;'-2" })];
    expect(verdictsOf(judgeWith({ entries, rules }), text).rule).toBe('known');
  });

  test('is known whatever value was accepted, and found, in a column that changes by itself', () => {
    const rule = ruleOf({ report: 'thing', expect: { Count: { maximum: 3 }, Flag: { const: true } } });
    const report = { ...THING, compare: { ignore: ['Count'] } };
    const accepted = [
      entryOf(2, { item: '', column: 'Count', found: '120' }),
      entryOf(3, { item: '', found: 'other' }),
    ];
    const judge = compilePolicy(policyOf([rule]), [report], NOW, { file: 'baseline.csv', entries: accepted });
    const found = judge.judgeOf('thing')?.([rowOf({ count: 121 })]).rules[0]?.findings ?? [];
    expect(found.map(({ column, verdict }) => `${column} ${verdict}`)).toEqual(['Count known', 'Flag fail']);
    expect([...(judge.baseline?.kept() ?? [])]).toMatchObject([{ column: 'Count', found: '', addedOn: '2026-01-01' }]);
  });

  test('that is exempt stays exempt, and keeps its entry', () => {
    const exemptions = [exemptionOf('a-rule', ['ann@x.y'])];
    const found = verdictsOf(judgeWith({ entries: [entryOf(2)], exemptions }), rowOf());
    expect(found).toMatchObject({ rule: 'exempt', stale: [], kept: ['false'] });
  });

  test('that is new makes the row and the mailbox fail beside known ones', () => {
    const entries = [entryOf(2)];
    const oneRow = verdictsOf(judgeWith({ entries }), rowOf({ count: 5 }));
    expect(oneRow).toMatchObject({ rule: 'fail', findings: ['Flag known', 'Count fail'] });
    expect(oneRow.rows).toMatchObject([{ verdict: 'fail' }]);
    const twoRows = verdictsOf(judgeWith({ entries }), rowOf(), rowOf({ name: 'two' }));
    expect(twoRows).toMatchObject({ rule: 'fail', findings: ['Flag known', 'Flag fail'] });
    expect(twoRows.rows.map(({ verdict }) => verdict)).toEqual(['known', 'fail']);
  });

  test('that is known outweighs rows that pass, are exempt or inconclusive, and no others', () => {
    const entries = [entryOf(2)];
    expect(verdictsOf(judgeWith({ entries }), rowOf(), rowOf({ flag: true })).rule).toBe('known');
    const unknown = rowOf({ flag: null }, { incomplete: new Set([4]) });
    expect(verdictsOf(judgeWith({ entries }), rowOf(), unknown).rule).toBe('known');
    const rules = [RULE, ruleOf({ id: 'soft', severity: 'warning', expect: { Name: { const: 'x' } } })];
    expect(verdictsOf(judgeWith({ entries, rules }), rowOf()).rows).toMatchObject([{ verdict: 'warn' }]);
  });
});

describe('an entry', () => {
  test('is stale if its mailbox was read and no longer violates the rule in this way', () => {
    const entries = [entryOf(2), entryOf(3, { found: 'other' }), entryOf(4, { address: 'bob@x.y', found: 'bob' })];
    expect(verdictsOf(judgeWith({ entries }), rowOf())).toMatchObject({ stale: [3], kept: ['false', 'bob'] });
    expect(verdictsOf(judgeWith({ entries }), rowOf({ flag: true }))).toMatchObject({ stale: [2, 3], kept: ['bob'] });
  });

  test('is stale if the rule no longer applies to the mailbox', () => {
    const rules = [{ ...RULE, when: { Name: { const: 'other' } } }];
    expect(verdictsOf(judgeWith({ entries: [entryOf(2)], rules }), rowOf()).stale).toEqual([2]);
  });

  test('stays if the mailbox was not read', () => {
    const row = unreadableRow('ann@x.y', 'failed', 'x', 1, 7);
    expect(verdictsOf(judgeWith({ entries: [entryOf(2)] }), row)).toMatchObject({ stale: [], kept: ['false'] });
  });

  test('stays if a row or a cell of the rule is not fully known', () => {
    const entries = [entryOf(2, { column: 'Count', found: '9' })];
    const unknown = rowOf({ count: null, flag: true }, { incomplete: new Set([3]) });
    expect(verdictsOf(judgeWith({ entries }), unknown).stale).toEqual([]);
    const violating = rowOf({ count: null }, { incomplete: new Set([3]) });
    expect(verdictsOf(judgeWith({ entries }), violating)).toMatchObject({ rule: 'fail', stale: [] });
  });
});

test('entries are sorted by their keys, of equal ones the first stays', () => {
  const entry = {
    rule: 'r',
    address: 'Ann@X.y',
    item: writtenText('a\0b\r\n'),
    column: 'C',
    found: '',
    row: '',
    addedOn: 'd',
  };
  expect(entry.item).toBe('a\uFFFDb\n');
  const later = { ...entry, item: `${entry.item}\u0001` };
  const again = { ...entry, address: 'ANN@x.Y', addedOn: 'e' };
  expect(baselineKey(entry) < baselineKey(later)).toBe(true);
  expect(baselineKey(entry)).toBe(baselineKey(again));
  expect(sortedEntries([later, entry, again])).toEqual([entry, later]);
});
