import { builtInWith, reportsOfPolicy } from '../../../policy/load.ts';
import { requireValue } from '../../../errors.ts';
import type { AnyReport } from '../../../reports/table.ts';
import { SCHEMAS } from './action-version.ts';
import { ruleIds } from './edit/policy-edit.ts';
import { shippedExample } from './shipped-example.ts';

/** The policy with rules to begin with. */
export const POLICY_FILE = 'policy.yml';

/**
 * Rules to begin with, for each report that has some. They are rules of examples/policies, as warnings: a first run shows what they
 * find, and does not fail.
 */
export const STARTER_RULES: ReadonlyMap<string, string> = new Map([
  [
    'mailbox-settings',
    `  - id: replies-stay-inside
    title: Automatic replies reach nobody outside, or contacts only
    help: https://learn.microsoft.com/graph/api/resources/automaticrepliessetting
    severity: warning
    when:
      AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] }
      AutomaticReplyEnd: { not: { type: string, format: date-time, formatMaximum: now } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }
`,
  ],
  [
    'inbox-rules',
    `  - id: no-external-forwarding
    report: inbox-rules
    title: No rule sends mail outside
    help: https://www.cisecurity.org/benchmark/microsoft_365
    severity: warning
    when: { Enabled: { not: { const: false } } }
    expect: { ExternalTargets: { type: array, maxItems: 0 } }
    set: { isEnabled: false }

  - id: hides-mail
    report: inbox-rules
    title: No rule deletes mail, or moves it and marks it as read
    help: https://attack.mitre.org/techniques/T1564/008/
    severity: warning
    when: { Enabled: { not: { const: false } } }
    expect: { Hides: { const: false } }
`,
  ],
  [
    'mailbox-properties',
    `  - id: no-mailbox-forwarding
    report: mailbox-properties
    title: No mailbox forwards mail outside
    help: https://github.com/cisagov/ScubaGear/blob/main/PowerShell/ScubaGear/baselines/exo.md
    severity: warning
    expect: { ExternalTargets: { type: array, maxItems: 0 } }
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null }
`,
  ],
  [
    'client-access',
    `  - id: smtp-auth-off
    report: client-access
    title: SMTP AUTH is disabled
    help: https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission
    severity: warning
    expect: { SmtpAuth: { const: disabled } }
    set: { SmtpClientAuthenticationDisabled: true }
`,
  ],
  [
    'organization',
    `  - id: unified-audit-log-on
    report: organization
    title: The unified audit log is on
    help: https://learn.microsoft.com/purview/audit-log-enable-disable
    severity: warning
    expect: { UnifiedAuditLog: { const: 'on' } }

  - id: automatic-forwarding-off
    report: organization
    title: No outbound spam policy in force allows automatic forwarding
    help: https://learn.microsoft.com/defender-office-365/outbound-spam-policies-external-email-forwarding
    severity: warning
    expect: { AutoForwarding: { const: 'off' } }
    message: 'Automatic forwarding is allowed: {AutoForwardingPolicies}'

  - id: no-forwarding-rules
    report: organization
    title: No mail flow rule sends mail or copies outside
    help: https://learn.microsoft.com/exchange/security-and-compliance/mail-flow-rules/mail-flow-rules
    severity: warning
    expect: { ForwardingRules: { maxItems: 0 } }
`,
  ],
]);

const HEAD = `# yaml-language-server: $schema=${SCHEMAS}/policy.schema.json
#
# Rules to begin with. A rule with "severity: error" fails the workflow, a warning does not: change it when the report shows nothing
# that you accept. More rules: https://github.com/mailbox-report/mailbox-report/tree/main/examples/policies
rules:
`;

/** The reports of which rules to begin with are among those of a policy. */
export function starterReportsOf(ids: ReadonlySet<string>): readonly string[] {
  const hasOne = (rules: string): boolean => [...ruleIds(`rules:\n${rules}`)].some((id) => ids.has(id));
  return [...STARTER_RULES].filter(([, rules]) => hasOne(rules)).map(([report]) => report);
}

/** A policy for reports; undefined if none of them has rules to begin with. */
export function starterPolicy(reports: readonly string[]): string | undefined {
  const rules = [...STARTER_RULES].filter(([report]) => reports.includes(report)).map(([, text]) => text);
  return rules.length === 0 ? undefined : HEAD + rules.join('\n');
}

/** The starter policies of benchmarks, by file, with what they are about. */
export const BENCHMARK_POLICIES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'cis-m365-7.yml': 'CIS Microsoft 365 Foundations 7.0.0',
    'scuba-exo.yml': 'CISA SCuBA for Exchange Online',
  }),
);

/** The policy of a benchmark, with warnings as other rules to begin with; undefined for another file. */
export function benchmarkPolicy(file: string): string | undefined {
  if (!BENCHMARK_POLICIES.has(file)) return undefined;
  return shippedExample('policies', file).replaceAll('severity: error', 'severity: warning');
}

/** The reports that the policy of a benchmark needs. `listColumns`: those of mailbox lists, which reports carry. */
export async function reportsOfBenchmark(text: string, listColumns: readonly string[]): Promise<readonly AnyReport[]> {
  // Only a policy needs what reads it.
  const { parsePolicyFile } = await import('../../../policy/file/policy-file.ts');
  const available = new Map(builtInWith(listColumns).map((report) => [report.name, report]));
  const names = reportsOfPolicy(requireValue(parsePolicyFile(text, 'policy', [])), available);
  return [...available.values()].filter(({ name }) => names.has(name));
}
