import { expect, test } from '@jest/globals';
import type { Policy } from '../../src/policy/definition.ts';
import { policyFileProblems } from '../../src/policy/policy-file.ts';
import { policyWarnings } from '../../src/policy/policy-warnings.ts';

const NOW = Date.parse('2026-11-25T12:00:00Z');

function policyOf(...exemptions: readonly (readonly [patterns: string, expires: string])[]): Policy {
  const written = exemptions.map(
    ([patterns, expires]) => `  - { rule: r, mailboxes: ${patterns}, reason: R, owner: o@x.y, expires: ${expires} }\n`,
  );
  const text =
    'rules:\n  - id: r\n    title: T\n    expect: { TimeZone: { const: UTC } }\nexemptions:\n' + written.join('');
  const read = policyFileProblems(text, 'policy.yml', []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.policy;
}

function ruled(rule: string): Policy {
  const read = policyFileProblems(`rules:\n  - { id: r, ${rule} }\n`, 'policy.yml', []);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.policy;
}

function warningsOf(policy: Policy, addresses?: readonly string[]): string[] {
  return policyWarnings(policy, { addresses, now: NOW }).map(({ code, message, place }) =>
    [code, place?.line, message].join(' '),
  );
}

test.each([
  ['2026-11-24', 'EXEMPTION_EXPIRED 6 The exemption from "r" expired after 2026-11-24: the rule bites again.'],
  ['2026-11-25', 'EXEMPTION_ENDS 6 The exemption from "r" ends today, on 2026-11-25.'],
  ['2026-11-26', 'EXEMPTION_ENDS 6 The exemption from "r" ends tomorrow, on 2026-11-26.'],
  ['2026-12-25', 'EXEMPTION_ENDS 6 The exemption from "r" ends in 30 days, on 2026-12-25.'],
])('an exemption until %s', (expires, warning) => {
  expect(warningsOf(policyOf(["['*']", expires]))).toEqual([warning]);
});

test('one that lasts is not told of', () => {
  expect(warningsOf(policyOf(["['*']", '2026-12-26']))).toEqual([]);
});

test('patterns that match nobody in the list are told of, each at its place', () => {
  const policy = policyOf(["['A@x.y', '*@z.y']", '2099-12-31'], ["['b?@x.y', 'c@x.y']", '2099-12-31']);
  expect(warningsOf(policy, ['a@X.y', 'bb@x.y'])).toEqual([
    'EXEMPTION_UNUSED 6 No mailbox of the list is "*@z.y".',
    'EXEMPTION_UNUSED 7 No mailbox of the list is "c@x.y".',
  ]);
  expect(warningsOf(policy)).toEqual([]);
});

test.each([
  ['DateFormat: { not: { pattern: M/d } }', 'string'],
  ['WorkingDays: { not: { contains: { const: sunday } } }', 'array'],
  ['DateFormat: { not: { type: string, pattern: M/d } }', undefined],
  ['DateFormat: { type: string, not: { pattern: M/d } }', undefined],
  ['DateFormat: { not: { const: M/d } }', undefined],
  ["MailboxName: { not: { pattern: '^room-' } }", undefined],
])('a rule that blank cells break by its "not" is told of, as { %s } is', (columns, type) => {
  const [warning, ...more] = policyWarnings(ruled(`expect: { ${columns} }`), { addresses: undefined, now: NOW });
  expect(more).toEqual([]);
  expect(warning?.code).toBe(type === undefined ? undefined : 'BLANK_CELLS');
  expect(warning?.hint ?? '').toContain(type === undefined ? '' : `not: { type: ${type}, ... }`);
});

test.each([
  ["{ pattern: '^room-' }", ['RULE_UNUSED 2 The rule "r" concerns no mailbox of the list.']],
  ["{ pattern: '^ANN@' }", []],
  ['{ const: Ann@X.Y }', []],
  ['{ enum: [bob@x.y] }', ['RULE_UNUSED 2 The rule "r" concerns no mailbox of the list.']],
])('a rule for mailboxes that are not in the list is told of: %s', (schema, warnings) => {
  const policy = ruled(`when: { MailboxName: ${schema} }, expect: { TimeZone: { const: UTC } }`);
  expect(warningsOf(policy, ['aNN@x.y'])).toEqual(warnings);
  expect(warningsOf(policy)).toEqual([]);
});
