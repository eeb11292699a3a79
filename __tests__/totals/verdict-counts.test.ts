import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Rule } from '../../src/policy/policy-definition.ts';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import type { Finding, ReportVerdict, RuleVerdict, Verdict } from '../../src/policy/verdict.ts';
import { policyOf, ruleOf } from '../policy/judge-policy.ts';

const errors = ['e0', 'e1', 'e2', 'e3'].map((id) => ruleOf({ id }));
const warnings = ['w0', 'w1'].map((id) => ruleOf({ id, severity: 'warning' }));
const [first = ruleOf({}), second = first] = errors;
const [warned = first] = warnings;

interface Parts {
  readonly line?: number;
  readonly findings?: number;
}

function verdictFor(rule: Rule, verdict: Verdict | undefined, parts: Parts = {}): RuleVerdict {
  const { line = 1, findings = 1 } = parts;
  if (verdict === undefined || verdict === 'pass') return { rule, verdict, findings: [] };
  const mailbox = { address: `m${line}@x.y`, file: 'list.txt', line };
  const made = Array.from({ length: findings }, (_, at): Finding => {
    const cell = { item: '', rowDigest: '', column: `C${at}`, found: 'x', expected: 'y' };
    return { rule, verdict, subject: { kind: 'mailbox', mailbox }, ...cell, message: `message ${at}` };
  });
  return { rule, verdict, findings: made };
}

function report(...rules: RuleVerdict[]): { readonly verdict: ReportVerdict } {
  return { verdict: { rows: [{ verdict: 'pass', violations: [] }], rules } };
}

const newCounts = (rules = [...errors, ...warnings]): VerdictCounts => new VerdictCounts(policyOf(rules));

describe('the counts of a policy', () => {
  test('are of mailboxes by rule and verdict, without mailboxes that the rule does not apply to', () => {
    const counts = newCounts([first, warned]);
    counts.add([report(verdictFor(first, 'pass')), report(verdictFor(warned, 'warn')), { verdict: undefined }]);
    counts.add([report(verdictFor(first, 'fail', { findings: 9 }), verdictFor(warned, 'exempt'))]);
    counts.add([report(verdictFor(first, 'exempt'), verdictFor(warned, 'inconclusive'))]);
    counts.add([report(verdictFor(first, undefined), verdictFor(warned, undefined))]);
    counts.add([report(verdictFor(first, 'fail'), verdictFor(warned, 'warn'))]);
    expect(counts.rules).toEqual([
      { rule: first, passed: 1, failed: 2, warned: 0, known: 0, exempt: 1, inconclusive: 0, inapplicable: 1 },
      { rule: warned, passed: 0, failed: 0, warned: 2, known: 0, exempt: 1, inconclusive: 1, inapplicable: 1 },
    ]);
    // A mailbox may violate a rule several times.
    expect(counts.findings('failed')).toBe(10);
    expect([
      counts.total('failed'),
      counts.total('warned'),
      counts.total('exempt'),
      counts.total('inconclusive'),
    ]).toEqual([2, 2, 2, 1]);
    expect([counts.violating.count, counts.rulesWith('failed'), counts.rulesWith('warned')]).toEqual([
      3,
      [{ rule: 'e0', mailboxes: 2 }],
      [{ rule: 'w0', mailboxes: 2 }],
    ]);
  });
});

describe('the mailboxes with most violations', () => {
  test('are sorted by violated rules, then by warnings, then by place in the list', () => {
    const mailboxes = fc.array(fc.tuple(fc.nat(errors.length), fc.nat(warnings.length)), { maxLength: 80 });
    fc.assert(
      fc.property(mailboxes, (all) => {
        const counts = newCounts();
        for (const [at, [failed, warns]] of all.entries()) {
          const line = at + 1;
          counts.add([
            report(...errors.map((rule, which) => verdictFor(rule, which < failed ? 'fail' : 'pass', { line }))),
            report(...warnings.map((rule, which) => verdictFor(rule, which < warns ? 'warn' : 'exempt', { line }))),
          ]);
        }
        const wanted = all
          .map(([failed, warns], at) => ({ failed, warned: warns, line: at + 1 }))
          .filter((one) => one.failed + one.warned > 0)
          .sort((a, b) => b.failed - a.failed || b.warned - a.warned || a.line - b.line);
        const shown = counts.violating.worst.map(({ failed, warned: warns, line }) => ({
          failed,
          warned: warns,
          line,
        }));
        expect(shown).toEqual(wanted.slice(0, 20));
        expect(counts.violating.count).toBe(wanted.length);
      }),
    );
  });

  test('have at most five findings, the first of each rule before others, and failures before warnings', () => {
    const counts = newCounts();
    counts.add([
      report(verdictFor(warned, 'warn', { line: 7 }), verdictFor(first, 'fail', { findings: 900, line: 7 })),
      report(verdictFor(second, 'fail', { findings: 2, line: 7 }), verdictFor(ruleOf({ ...errors[2] }), undefined)),
    ]);
    const [offender] = counts.violating.worst;
    expect(offender).toMatchObject({ address: 'm7@x.y', file: 'list.txt', line: 7, failed: 2, warned: 1 });
    expect(offender?.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'e0 message 0',
      'e1 message 0',
      'w0 message 0',
      'e0 message 1',
      'e1 message 1',
    ]);
    expect(offender?.findingCount).toBe(903);
  });

  test('do not include exempt or inconclusive findings', () => {
    const counts = newCounts();
    const { findings } = verdictFor(first, 'inconclusive');
    const mixed = { ...verdictFor(first, 'fail', { findings: 2 }) };
    counts.add([report({ ...mixed, findings: [...findings, ...mixed.findings] }, verdictFor(second, 'exempt'))]);
    const [offender] = counts.violating.worst;
    expect(offender?.findings.map(({ rule, verdict }) => [rule, verdict])).toEqual([
      ['e0', 'fail'],
      ['e0', 'fail'],
    ]);
    expect(offender?.findingCount).toBe(2);
    expect(counts.examples).toMatchObject([{ rule: { id: 'e0' }, more: 1 }]);
  });

  test('have messages of at most 300 characters', () => {
    const counts = newCounts();
    const verdict = verdictFor(first, 'fail');
    const findings = verdict.findings.map((finding) => ({ ...finding, message: 'a'.repeat(10_000) }));
    counts.add([report({ ...verdict, findings })]);
    expect(counts.violating.worst.map((mailbox) => mailbox.findings)).toEqual([
      [{ rule: 'e0', verdict: 'fail', message: `${'a'.repeat(299)}…` }],
    ]);
  });
});

describe('highlights', () => {
  test('begin with new violations, also if others of the rule come before them', () => {
    const counts = newCounts();
    const add = (rule: Rule, line: number, novelty: 'new' | 'unchanged'): void => {
      const verdict = verdictFor(rule, 'fail', { line });
      counts.add([report({ ...verdict, findings: verdict.findings.map((finding) => ({ ...finding, novelty })) })]);
    };
    for (let line = 1; line <= 30; line += 1) add(first, line, line === 25 ? 'new' : 'unchanged');
    add(second, 40, 'unchanged');
    add(second, 41, 'new');
    expect(counts.examples.slice(0, 4).map(({ line, isNew }) => [line, isNew])).toEqual([
      [25, true],
      [41, true],
      [1, false],
      [40, false],
    ]);
    expect(counts.examples.filter(({ rule }) => rule === first)).toHaveLength(10);
  });

  test('are at most twenty, ten per rule, the first of each rule before others, and a mailbox once', () => {
    const counts = newCounts();
    for (let line = 1; line <= 3_000; line++)
      counts.add([report(verdictFor(first, 'fail', { line }), verdictFor(warned, 'warn', { line }))]);
    counts.add([report(verdictFor(second, 'fail', { line: 3_001, findings: 3 }))]);
    expect(counts.examples.map(({ rule, line }) => `${rule.id} ${line}`)).toEqual([
      'e0 1',
      'e1 3001',
      'w0 1',
      ...Array.from({ length: 9 }, (_, at) => [`e0 ${at + 2}`, `w0 ${at + 2}`])
        .flat()
        .slice(0, 17),
    ]);
    expect(counts.examples[1]?.more).toBe(2);
    expect(counts.examples[0]).toEqual({
      rule: first,
      verdict: 'fail',
      subject: 'm1@x.y',
      address: 'm1@x.y',
      file: 'list.txt',
      line: 1,
      message: 'message 0',
      more: 0,
      isNew: false,
    });
  });
});
