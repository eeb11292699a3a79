import type { Json, JsonObject } from '../../tenant/json.ts';

/** A rule of a policy as its file has it. */
export interface RemediationRule {
  readonly id: string;
  readonly report: string;
  readonly severity: 'error' | 'warning';
  readonly when?: JsonObject;
  readonly expect: JsonObject;
  /** Undefined: the rule only judges. */
  readonly set?: Json;
  /** A rule that takes its place. */
  readonly unless?: string;
}

const BLANK = { const: null };

/** Whether a rule is about what the register of the policy says. */
export function namesRegister({ expect }: RemediationRule): boolean {
  return 'Registered' in expect;
}

/** Rules about every kind of target. What each sets complies with it. */
export const REMEDIATION_RULES: readonly RemediationRule[] = [
  {
    id: 'audience',
    report: 'mailbox-settings',
    severity: 'error',
    when: { AutomaticReplyStatus: { enum: ['alwaysEnabled', 'scheduled'] } },
    expect: { AutomaticReplyExternalAudience: { enum: ['none', 'contactsOnly'] } },
    set: { automaticRepliesSetting: { externalAudience: 'contactsOnly' } },
  },
  {
    id: 'off',
    report: 'automatic-replies',
    severity: 'error',
    when: { AutomaticReplyStatus: { const: 'scheduled' } },
    expect: { AutomaticReplyStatus: { const: 'disabled' } },
    set: { automaticRepliesSetting: { status: 'disabled' } },
  },
  {
    id: 'format',
    report: 'mailbox-settings',
    severity: 'warning',
    expect: { DateFormat: { const: 'yyyy-MM-dd' }, TimeFormat: { const: 'HH:mm' } },
    set: { dateFormat: 'yyyy-MM-dd', timeFormat: 'HH:mm' },
  },
  {
    id: 'weekdays',
    report: 'mailbox-settings',
    severity: 'error',
    expect: { WorkingDays: { minItems: 5, maxItems: 5 } },
    set: { workingHours: { daysOfWeek: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] } },
  },
  {
    id: 'zone',
    report: 'mailbox-settings',
    severity: 'error',
    expect: { TimeZone: { const: 'nowhere' } },
  },
  {
    id: 'hiding',
    report: 'inbox-rules',
    severity: 'error',
    when: { Enabled: { const: true } },
    expect: { Hides: { const: false } },
    set: { isEnabled: false },
    unless: 'no-deletion',
  },
  {
    id: 'no-deletion',
    report: 'inbox-rules',
    severity: 'error',
    expect: { Delete: { enum: [false, null] } },
    set: 'remove',
  },
  {
    id: 'forwarding',
    report: 'mailbox-properties',
    severity: 'error',
    expect: { ForwardingSmtpAddress: BLANK },
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null },
  },
  {
    id: 'audit',
    report: 'mailbox-properties',
    severity: 'warning',
    expect: { AuditEnabled: { const: true } },
    set: { AuditEnabled: true },
  },
  {
    id: 'protocols',
    report: 'client-access',
    severity: 'error',
    expect: { ImapEnabled: { const: false }, SmtpAuth: { const: 'disabled' } },
    set: { ImapEnabled: false, SmtpAuth: { SmtpClientAuthenticationDisabled: true } },
  },
  {
    id: 'no-rights',
    report: 'mailbox-permissions',
    severity: 'error',
    expect: { Trustee: { enum: ['nobody'] } },
    set: 'remove',
  },
  {
    id: 'no-full-access',
    report: 'mailbox-permissions',
    severity: 'error',
    when: { Right: { const: 'FullAccess' } },
    expect: { Trustee: { enum: ['nobody'] } },
    set: 'remove',
    unless: 'no-rights',
  },
  {
    id: 'no-sharing',
    report: 'calendar-permissions',
    severity: 'error',
    when: { GrantedToAddress: { type: 'string' } },
    expect: { Role: { enum: ['none'] } },
    set: 'remove',
  },
  {
    id: 'registered',
    report: 'mailbox-permissions',
    severity: 'error',
    expect: { Registered: { enum: ['yes', 'due'] } },
    set: 'remove',
  },
  {
    id: 'registered-sharing',
    report: 'calendar-permissions',
    severity: 'warning',
    expect: { Registered: { const: 'yes' } },
    set: 'remove',
  },
];
