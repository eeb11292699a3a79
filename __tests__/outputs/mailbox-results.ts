import type { Exemption, Policy, Rule } from '../../src/policy/policy-definition.ts';
import type { ExemptionUse } from '../../src/policy/exemptions.ts';
import { violationMessage } from '../../src/policy/finding-message.ts';
import { worst, type Finding, type RuleVerdict, type Verdict } from '../../src/policy/verdict.ts';
import type { MailboxResult } from '../../src/run/mailbox-result.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { Row } from '../../src/reports/rows.ts';
import { readRow } from './rows.ts';

/** A report of one column. */
export const REPORT: ReportDefinition = {
  name: 'mailbox-settings',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { TimeZone: 'timeZone' },
};

export function ruleOf(id: string, more: Partial<Rule> = {}): Rule {
  return {
    id,
    report: REPORT.name,
    title: `Title of ${id}`,
    severity: 'error',
    when: {},
    expect: { TimeZone: { const: 'UTC' } },
    place: { file: 'policy.yml', line: 1, column: 1 },
    ...more,
  };
}

export function policyOf(...rules: readonly Rule[]): Policy {
  return { file: 'policy.yml', rules, exemptions: [] };
}

/** A finding for a mailbox on a line of mailboxes.txt. */
export function findingOf(rule: Rule, address: string, more: Partial<Finding> = {}): Finding {
  const finding: Omit<Finding, 'message'> = {
    rule,
    verdict: rule.severity === 'error' ? 'fail' : 'warn',
    subject: { kind: 'mailbox', mailbox: { address, file: 'mailboxes.txt', line: 1 } },
    item: '',
    rowDigest: '',
    column: 'TimeZone',
    found: 'GMT',
    expected: 'UTC',
    ...more,
  };
  const ofRule = { rule, report: REPORT, reports: [REPORT] };
  const message = violationMessage(finding, ofRule, readRow(address, [finding.found]), () => undefined);
  return { message, ...finding };
}

export function exemptionOf(rule: Rule, reason: string, owner: string, expires: string): Finding['exemption'] {
  const place = { file: 'policy.yml', line: 9, column: 1 };
  return {
    rule: rule.id,
    mailboxes: ['*@contoso.com', 'info@contoso.com'].map((pattern) => ({ pattern, place })),
    reason,
    owner,
    expires,
    place,
  };
}

/** The use of an exemption that covers two mailboxes and has not expired. */
export function usedExemption(exemption: Exemption): ExemptionUse {
  return {
    exemption,
    daysLeft: 60,
    expired: false,
    endsSoon: false,
    covered: 2,
    missed: 0,
    usage: 'in-use',
    isMatched: true,
  };
}

/** The verdict of a rule: the given one, or the worst of its findings. */
export function verdictOf(rule: Rule, findings: readonly Finding[], verdict?: Verdict): RuleVerdict {
  return { rule, verdict: verdict ?? worst(findings.map((finding) => finding.verdict)), findings };
}

/** A mailbox with one row of the report, and the verdicts of its rules. */
export function mailboxResultOf(
  address: string,
  rules: readonly RuleVerdict[],
  row: Row = readRow(address, ['GMT']),
): MailboxResult {
  const verdict = worst(rules.flatMap((rule) => rule.verdict ?? []));
  const broken = rules.filter((rule) => ['fail', 'warn', 'exempt'].includes(rule.verdict ?? ''));
  const rowVerdict = { verdict, violations: broken.map(({ rule }) => rule.id) };
  return {
    mailbox: row.mailbox,
    status: row.status,
    error: row.error,
    reports: [{ definition: REPORT, rows: [row], verdict: { rows: [rowVerdict], rules } }],
  };
}
