import type { Exemption, Policy, Rule } from '../../src/policy/policy-definition.ts';
import { compilePolicy, type PolicyJudge } from '../../src/policy/judge.ts';
import type { ReportVerdict } from '../../src/policy/verdict.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { MailboxRows } from '../../src/reports/rows.ts';

export const PLACE = { file: 'policy.yml', line: 1, column: 1 };

/** 2026-11-25, in the afternoon. */
export const NOW = Date.UTC(2026, 10, 25, 15, 30);

/** A report with many rows per mailbox and a column of each type. */
export const THINGS: ReportDefinition = {
  name: 'things',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'things', version: 'v1.0' },
  rows: 'value',
  columns: {
    Name: 'name',
    Audience: 'audience',
    Days: 'days',
    Count: 'count',
    Flag: 'flag',
    Free: 'free',
    Marks: 'marks',
  },
  types: {
    Name: { type: 'string' },
    Audience: { enum: ['none', 'contactsOnly', 'all'] },
    Days: { type: 'array', items: { enum: ['monday', 'tuesday', 'friday'] } },
    Count: { type: 'integer' },
    Flag: { type: 'boolean' },
    Marks: { type: 'object', properties: { importance: { enum: ['low', 'high'] } } },
  },
};

/** The same with one row per mailbox. */
export const THING: ReportDefinition = { ...THINGS, name: 'thing', rows: undefined };

export function ruleOf(parts: Partial<Rule>): Rule {
  const expect = { Flag: { const: true } };
  return {
    id: 'a-rule',
    report: 'things',
    title: 'A rule',
    severity: 'error',
    when: {},
    expect,
    place: PLACE,
    ...parts,
  };
}

export function exemptionOf(rule: string, mailboxes: readonly string[], expires = '2027-01-31'): Exemption {
  const patterns = mailboxes.map((pattern) => ({ pattern, place: PLACE }));
  return { rule, mailboxes: patterns, reason: 'Agreed', owner: 'it@x.y', expires, place: PLACE };
}

export function policyOf(rules: readonly Rule[], exemptions: readonly Exemption[] = []): Policy {
  return { file: 'policy.yml', rules, exemptions };
}

export function judgeOf(rules: readonly Rule[], exemptions: readonly Exemption[] = [], things = THINGS): PolicyJudge {
  return compilePolicy(policyOf(rules, exemptions), [things, THING], NOW);
}

/** The verdicts of the rules of one report for a mailbox. */
export function verdictsOf(
  rules: readonly Rule[],
  rows: MailboxRows,
  exemptions: readonly Exemption[] = [],
  things = THINGS,
): ReportVerdict {
  const judge = judgeOf(rules, exemptions, things).judgeOf(rules[0]?.report ?? '');
  if (judge === undefined) throw new Error('no rule is about the report');
  return judge(rows);
}
