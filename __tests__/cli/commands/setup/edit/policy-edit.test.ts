import { describe, expect, test } from '@jest/globals';
import { applyEdits, diffOf } from '../../../../../src/cli/commands/setup/edit/line-edits.ts';
import { failingRules, severityEdits } from '../../../../../src/cli/commands/setup/edit/policy-edit.ts';

const TEXT = `# ours
rules:
  - id: a # first
    severity: warning # for now
    expect: { Language: { const: severity } }
  - { id: 'b', "severity": "warning", expect: { TimeZone: { const: UTC } } }

  - id: c
    expect: { TimeZone: { const: UTC } }
exemptions:
  - rule: a
    severity: warning
`;

test('turns the severity of rules to error, and nothing else', () => {
  const edits = severityEdits(TEXT, new Set(['a', 'b', 'c'])) ?? [];
  expect(diffOf(TEXT, edits).filter((line) => /^[-+]/.test(line))).toEqual([
    '-     severity: warning # for now',
    '+     severity: error # for now',
    `-   - { id: 'b', "severity": "warning", expect: { TimeZone: { const: UTC } } }`,
    `+   - { id: 'b', "severity": error, expect: { TimeZone: { const: UTC } } }`,
  ]);
  expect(failingRules(TEXT)).toEqual(new Set(['c']));
  expect(failingRules(applyEdits(TEXT, edits))).toEqual(new Set(['a', 'b', 'c']));
});

describe('a policy is left alone if', () => {
  test.each([
    ['two rules share a severity', 'rules:\n  - { id: a, severity: &s warning }\n  - { id: b, severity: *s }\n'],
    ['two rules are on one line', 'rules: [{ id: a, severity: warning }, { id: d, severity: warning }]\n'],
    ['it is not YAML', 'rules: [\n'],
  ])('%s', (_, text) => {
    expect(severityEdits(text, new Set(['a', 'd']))).toBeUndefined();
  });
});
