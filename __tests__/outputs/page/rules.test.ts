import { describe, expect, test } from '@jest/globals';
import { pageRules } from '../../../src/outputs/page/rules.ts';
import type { Rule } from '../../../src/policy/policy-definition.ts';

describe('the settings of a rule', () => {
  const place = { file: 'policy.yml', line: 1, column: 1 };
  const settings = (rule: Pick<Rule, 'report' | 'expect'> & Partial<Rule>) =>
    pageRules({
      file: 'policy.yml',
      rules: [{ id: 'r', title: 'r', severity: 'error', when: {}, place, ...rule }],
      exemptions: [],
    })[0]?.settings;

  test('are those that it sets, or the only value that it accepts of a parameter', () => {
    const set = [{ path: 'timeZone', value: 'UTC' }];
    expect(settings({ report: 'mailbox-settings', expect: {}, set })).toEqual({ timeZone: 'UTC' });
    expect(settings({ report: 'mailbox-properties', expect: { AuditEnabled: { const: true } } })).toEqual({
      AuditEnabled: true,
    });
    expect(settings({ report: 'mailbox-properties', expect: { ExternalTargets: { maxItems: 0 } } })).toEqual({
      ForwardingAddress: null,
      ForwardingSmtpAddress: null,
    });
    expect(settings({ report: 'client-access', expect: { SmtpAuth: { enum: ['disabled'] } } })).toEqual({
      SmtpClientAuthenticationDisabled: true,
    });
  });

  test('do not exist if several values are accepted or a column is no parameter', () => {
    const expected = { AuditEnabled: { const: true }, RecipientTypeDetails: { const: 'UserMailbox' } };
    expect(settings({ report: 'mailbox-properties', expect: expected })).toBeUndefined();
    expect(settings({ report: 'mailbox-properties', expect: { AuditEnabled: { type: 'boolean' } } })).toBeUndefined();
    expect(settings({ report: 'inbox-rules', expect: { ExternalTargets: { maxItems: 0 } } })).toBeUndefined();
  });
});
