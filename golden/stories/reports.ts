import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../demo/runner.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import { mailboxesOf } from '../../__tests__/support/mailbox-rights.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { setTime } from '../fixed-time.ts';
import type { ActionStep, Recorder, StepRun } from '../recorder.ts';
import type { Story } from '../story.ts';
import { organisation, signIn } from './organisation.ts';

export const BUILT_IN = [
  'mailbox-settings',
  'automatic-replies',
  'inbox-rules',
  'calendar-permissions',
  'folders',
  'mailbox-properties',
  'client-access',
  'mailbox-permissions',
  'accounts',
  'mailbox-usage',
  'archives',
  'protocol-use',
  'access',
  'applications',
  'mailboxes',
  'organization',
  'deleted-mailboxes',
  'addresses',
];

/** Rules about every kind of report, of both severities, that some mailboxes violate. */
export const POLICY = `rules:
  - id: replies-stay-inside
    title: Automatic replies reach nobody outside
    help: https://learn.microsoft.com/exchange/mail-flow-best-practices/remote-domains/remote-domains
    when: { AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
  - id: zone
    severity: warning
    expect: { TimeZone: { const: UTC }, WorkingDays: { minItems: 5, maxItems: 5 } }
  - id: no-hiding
    report: inbox-rules
    when: { Enabled: { not: { const: false } } }
    expect: { Hides: { const: false }, ExternalTargets: { type: array, maxItems: 0 } }
    message: 'The rule "{RuleName}" hides mail or sends it outside'
  - id: calendars
    report: calendar-permissions
    severity: warning
    expect: { Role: { enum: [none, freeBusyRead, limitedRead] } }
  - id: no-forwarding
    report: mailbox-properties
    expect: { ExternalTargets: { type: array, maxItems: 0 }, AuditEnabled: { const: true } }
  - id: protocols
    report: client-access
    severity: warning
    expect: { ImapEnabled: { const: false }, PopEnabled: { const: false }, SmtpAuth: { const: disabled } }
  - id: no-full-access
    report: mailbox-permissions
    when: { Right: { const: FullAccess }, Deny: { const: false }, accounts.AccountEnabled: { const: true } }
    expect: { Inherited: { const: true } }
    message: '{Trustee} has full access to the mailbox of {accounts.DisplayName}'
  - id: dormant
    report: accounts
    severity: warning
    expect: { DaysSinceSignIn: { type: integer, maximum: 90 } }
  - id: quota
    report: mailbox-usage
    severity: warning
    expect: { QuotaPercent: { type: number, maximum: 50 } }
  - id: archive-full
    report: archives
    severity: warning
    expect: { ArchivePercent: { maximum: 75 } }
  - id: smtp-unused
    report: protocol-use
    expect: { SmtpUsed: { const: 'no' } }
  - id: inside
    report: access
    expect: { Inside: { const: true } }
  - id: applications
    report: applications
    expect: { CanReadMail: { type: array, maxItems: 1 } }
  - id: organization
    report: organization
    severity: warning
    expect: { ForwardingRules: { maxItems: 0 }, AutoForwarding: { const: 'off' } }
  - id: deleted-soon
    report: deleted-mailboxes
    severity: warning
    when: { KeptBy: { type: array, maxItems: 0 } }
    expect: { DaysLeft: { minimum: 20 } }
  - id: sends-outside
    report: mailboxes
    severity: warning
    expect: { SendsOutside: { type: array, maxItems: 0 }, OnHold: { const: 'yes' } }
`;

const REPORT_FILE = `name: zones
request: { path: mailboxSettings }
columns: { Zone: timeZone, Hours: workingHours }
`;

export const EXEMPTIONS = (address: string): string => `exemptions:
  - { rule: zone, mailboxes: ['room.*@*'], reason: Rooms, owner: o@contoso.com, expires: 2026-11-20 }
  - { rule: no-forwarding, mailboxes: [${address}], reason: Archive, owner: o@contoso.com, expires: 2099-12-31 }
  - { rule: quota, mailboxes: [${address}], reason: Old, owner: o@contoso.com, expires: 2026-01-31 }
`;

/** Controls of one's own: in two parts, about both subjects, and one that no report shows. */
const CONTROLS = `title: Our controls
source: https://intranet.contoso.com/controls
as-of: 2026-10-01
checked: 2026-11-01
controls:
  - id: '1'
    title: Mail stays inside
    parts:
      - { id: forwarding, subject: mailboxes, covered: whole }
      - { id: replies, subject: mailboxes, covered: effect, reason: The setting is one of the tenant. }
      - { id: tenant, subject: organization, covered: whole }
  - { id: '2', title: Mailboxes have a quota, parts: [{ subject: mailboxes, covered: whole }] }
  - { id: '3', title: Nobody prints mail, parts: [{ subject: organization, covered: 'no', reason: Printers do not tell. }] }
`;

/** Rules by their ids, and the control that each decides. */
const DECIDES = {
  'no-forwarding': '1#forwarding',
  'replies-stay-inside': '1#replies',
  organization: '1#tenant',
  quota: '2',
};

const POLICY_WITH_CONTROLS = Object.entries(DECIDES).reduce(
  (policy, [rule, control]) =>
    policy.replace(`  - id: ${rule}\n`, `  - id: ${rule}\n    controls: ['own-controls.yml/${control}']\n`),
  POLICY,
);

const SHARED = { policy: 'policy.yml', 'max-unreadable': '100%', formats: 'html, json, sarif, junit' };

/** The list as the admin center exports it. */
export function listOf({ addresses }: Pick<Tenant, 'addresses'>): string {
  const rows = addresses.map((address, at) => `Person ${at},${address},${at % 2 === 0 ? 'Sales' : ''}\n`);
  return `Display name,Email address,Team\n${rows.join('')}`;
}

/** A run of the report action in a run of the workflow, whose artifact later runs find. */
export async function nightRun(
  recorder: Recorder,
  tenant: Tenant,
  name: string,
  { inputs, env, ...step }: Pick<ActionStep, 'at' | 'inputs' | 'files' | 'env'>,
): Promise<StepRun> {
  if (step.at !== undefined) setTime(step.at);
  const { env: ofRun, runtimeToken } = await tenant.startRun({ conclusion: 'success' });
  const { inputs: credential, env: ofJob } = signIn(tenant);
  return recorder.action(name, {
    ...step,
    action: 'report',
    results: { runtimeToken, resultsUrl: tenant.resultsUrl },
    env: { ...ofRun, ...ofJob, ...env },
    inputs: { ...credential, 'github-token': tenant.githubToken, ...inputs },
  });
}

/** Changes of some days: of settings, rules, rights, protocols. */
export function change(tenant: Tenant): void {
  const [first = '', second = '', third = ''] = mailboxesOf(tenant);
  tenant.edit(first, {
    timeZone: 'UTC',
    automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'all' },
  });
  tenant.setRules(second, [
    {
      id: 'AQAAAAAAAAE=',
      displayName: '=HYPERLINK("x")',
      sequence: 1,
      isEnabled: true,
      hasError: false,
      isReadOnly: false,
      conditions: { sentToMe: true },
      actions: { delete: true, forwardTo: [{ emailAddress: { name: 'Out', address: 'out@fabrikam.com' } }] },
    },
  ]);
  tenant.editExchange(third, { ImapEnabled: true, ForwardingSmtpAddress: 'smtp:new@mail.example' });
}

async function make(recorder: Recorder): Promise<void> {
  setTime('2026-11-02T06:00:00Z');
  const tenant = await organisation();
  recorder.replaceOriginsOf(tenant);
  const list = listOf(tenant);
  const inputs = { ...SHARED, mailboxes: 'mailboxes.csv', report: BUILT_IN.join('\n') };
  const files = { 'mailboxes.csv': list, 'policy.yml': POLICY };
  try {
    const first = await nightRun(recorder, tenant, 'reports/first', { inputs, files });
    change(tenant);
    await nightRun(recorder, tenant, 'reports/second', {
      at: '2026-11-05T06:00:00Z',
      inputs: { ...inputs, 'extra-columns': 'Team', baseline: 'baseline.csv', 'fail-on': 'warning', unlisted: 'warn' },
      files: {
        ...files,
        'policy.yml': POLICY_WITH_CONTROLS + EXEMPTIONS(mailboxesOf(tenant)[1] ?? ''),
        'own-controls.yml': CONTROLS,
        'baseline.csv': await recorder.fileOf(first, 'baseline.csv'),
      },
    });
    await nightRun(recorder, tenant, 'reports/without-policy', {
      at: '2026-11-06T06:00:00Z',
      inputs: {
        mailboxes: 'all',
        report: 'mailbox-settings\nzones.yml',
        csv: 'excel-semicolon',
        summary: 'counts',
        'artifact-name': '',
        compare: 'off',
      },
      files: { 'zones.yml': REPORT_FILE },
    });
    await nightRun(recorder, tenant, 'reports/too-few-read', {
      inputs: {
        ...inputs,
        report: '',
        'max-unreadable': '1',
        'artifact-name': '',
        compare: 'off',
        unlisted: 'fail',
        policy: '',
      },
      files,
    });
    await shards(recorder, tenant, { inputs, files });
  } finally {
    await tenant.close();
  }
  await demo(recorder);
}

/** The organisation, the reports and the policy of the demo. */
async function demo(recorder: Recorder): Promise<void> {
  setTime('2026-11-02T06:00:00Z');
  const tenant = await organisation({ mailboxes: 40, seed: 1, habits: FRIENDLY });
  recorder.replaceOriginsOf(tenant);
  const { inputs, env } = signIn(tenant);
  try {
    await recorder.action('reports/demo', {
      action: 'report',
      env,
      inputs: {
        ...inputs,
        mailboxes: 'mailboxes.csv',
        report: 'mailbox-settings\ninbox-rules\nmailbox-permissions\naccess',
        policy: 'policy.yml',
        formats: 'html, json',
        'max-unreadable': '25%',
        'artifact-name': '',
        compare: 'off',
      },
      files: {
        'mailboxes.csv': listOf(tenant),
        'policy.yml': await readFile(path.join(ROOT, 'demo/policy.yml'), 'utf8'),
      },
    });
  } finally {
    await tenant.close();
  }
}

/** Two shards and their merge, in one run of the workflow. */
async function shards(
  recorder: Recorder,
  tenant: Tenant,
  { inputs, files }: Pick<ActionStep, 'inputs'> & Required<Pick<ActionStep, 'files'>>,
): Promise<void> {
  setTime('2026-11-08T06:00:00Z');
  const { env, runtimeToken } = await tenant.startRun({ conclusion: 'success' });
  const results = { runtimeToken, resultsUrl: tenant.resultsUrl };
  const { inputs: credential, env: ofJob } = signIn(tenant);
  const { policy, formats, ...reading } = inputs;
  for (const shard of ['1/2', '2/2']) {
    await recorder.action(`reports/shard-${shard.slice(0, 1)}`, {
      action: 'report',
      inputs: { ...credential, ...reading, policy, shard },
      files,
      env: { ...env, ...ofJob },
      results,
    });
  }
  await recorder.action('reports/merged', {
    action: 'merge',
    inputs: { policy, formats, report: inputs.report, 'max-unreadable': '100%', 'github-token': tenant.githubToken },
    files,
    env: { ...env, ...ofJob },
    results,
  });
}

export const reports: Story = {
  name: 'reports',
  runs: {
    first: 'report action',
    second: 'report action',
    'without-policy': 'report action',
    'too-few-read': 'report action',
    'shard-1': 'report action',
    'shard-2': 'report action',
    merged: 'merge action',
    demo: 'report action',
  },
  codes: ['VIOLATIONS'],
  make,
};
