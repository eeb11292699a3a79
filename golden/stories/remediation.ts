import { hash } from 'node:crypto';
import { everyone, permission } from '../../__tests__/support/calendar-permission.ts';
import { grantTo, mailboxesOf, setRights } from '../../__tests__/support/mailbox-rights.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { setTime } from '../fixed-time.ts';
import type { Recorder, StepRun } from '../recorder.ts';
import type { Story } from '../story.ts';
import { organisation, signIn, signInAtTerminal, WRITING_ROLES } from './organisation.ts';

/** Rules about everything that can be written: settings, both cmdlets, rights, calendars and inbox rules. */
const POLICY = `rules:
  - id: audience
    when: { AutomaticReplyStatus: { enum: [alwaysEnabled, scheduled] } }
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }
  - id: format
    severity: warning
    expect: { DateFormat: { const: yyyy-MM-dd }, TimeFormat: { const: 'HH:mm' }, Locale: { const: en-US } }
    set: { dateFormat: yyyy-MM-dd, timeFormat: 'HH:mm', language: { locale: en-US } }
  - id: hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }
  - id: sending
    report: inbox-rules
    expect: { ExternalTargets: { maxItems: 0 } }
    set: remove
  - id: forwarding
    report: mailbox-properties
    expect: { ExternalTargets: { maxItems: 0 } }
    set: { ForwardingSmtpAddress: null, ForwardingAddress: null, DeliverToMailboxAndForward: false }
  - id: audit
    report: mailbox-properties
    expect: { AuditEnabled: { const: true } }
    set: { AuditEnabled: true }
  - id: protocols
    report: client-access
    expect: { ImapEnabled: { const: false }, SmtpAuth: { const: disabled } }
    set: { ImapEnabled: false, SmtpClientAuthenticationDisabled: true }
  - id: no-access
    report: mailbox-permissions
    when: { Right: { pattern: '^(Full|Send)' } }
    expect: { Trustee: { enum: [nobody] } }
    set: remove
  - id: calendars
    report: calendar-permissions
    when: { GrantedToAddress: { type: string } }
    expect: { Role: { enum: [none, freeBusyRead] } }
    set: remove
  - id: everyone
    report: calendar-permissions
    when: { GrantedToAddress: { const: null } }
    expect: { Role: { enum: [none, freeBusyRead] } }
    set: { role: none }
`;

/** The reports that show what can be written. */
const RESTORABLE = [
  'mailbox-settings',
  'automatic-replies',
  'inbox-rules',
  'calendar-permissions',
  'mailbox-properties',
  'client-access',
  'mailbox-permissions',
];

/** A tenant in which everything can be changed, and a mailbox whose calendar everyone inside can read. */
async function writableOrganisation(): Promise<Tenant> {
  const tenant = await organisation({
    roles: WRITING_ROLES,
    exchange: { directoryRoles: ['Exchange Administrator'] },
  });
  for (const address of mailboxesOf(tenant)) tenant.editExchange(address, { IsExchangeCloudManaged: true });
  const [mailbox = '', person = '', other = ''] = mailboxesOf(tenant);
  tenant.setCalendarPermissions(mailbox, [
    permission(person, 'write'),
    permission('out@fabrikam.com', 'read'),
    everyone('read'),
  ]);
  setRights(
    tenant,
    other,
    [
      grantTo(tenant, person, 'FullAccess, ReadPermission', { inheritance: 'Descendents' }),
      grantTo(tenant, 'Sales', 'FullAccess'),
      grantTo(tenant, 'S-1-5-21-1-2-3-4', 'FullAccess', { sid: 'S-1-5-21-1-2-3-4' }),
      grantTo(tenant, mailbox, 'FullAccess', { isInherited: true }),
    ],
    [grantTo(tenant, person, 'SendAs')],
    [tenant.account(mailbox)?.identity ?? ''],
  );
  return tenant;
}

async function make(recorder: Recorder): Promise<void> {
  setTime('2026-11-02T06:00:00Z');
  const tenant = await writableOrganisation();
  recorder.replaceOriginsOf(tenant);
  try {
    const report = await keptReport(recorder, tenant);
    const applied = await planAndApply(recorder, tenant);
    await restore(recorder, tenant, report);
    await undo(recorder, tenant, applied);
    await atTerminal(recorder, tenant);
  } finally {
    await tenant.close();
  }
}

/** A run of the action, whose run of the workflow an environment approved. */
async function remediate(
  recorder: Recorder,
  tenant: Tenant,
  name: string,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>> = {},
): Promise<StepRun> {
  const reviews = [{ environment: 'remediation', state: 'approved', login: 'octocat' }] as const;
  const { env, runtimeToken } = await tenant.startRun({ conclusion: 'success', reviews });
  const { inputs: credential, env: ofJob } = signIn(tenant);
  return recorder.action(`remediation/${name}`, {
    action: 'remediate',
    results: { runtimeToken, resultsUrl: tenant.resultsUrl },
    env: { ...env, ...ofJob },
    files: { 'list.txt': `${tenant.addresses.join('\n')}\n`, 'policy.yml': POLICY, ...files },
    inputs: { ...credential, 'max-changes': '1000', 'github-token': tenant.githubToken, ...inputs },
  });
}

const BY_POLICY = { mailboxes: 'list.txt', policy: 'policy.yml', 'max-unreadable': '100%' };

async function keptReport(recorder: Recorder, tenant: Tenant): Promise<string> {
  const { inputs, env } = signIn(tenant);
  const { folder } = await recorder.action('remediation/report', {
    action: 'report',
    env,
    files: { 'list.txt': `${tenant.addresses.join('\n')}\n` },
    inputs: {
      ...inputs,
      mailboxes: 'list.txt',
      report: RESTORABLE.join('\n'),
      'max-unreadable': '100%',
      'artifact-name': '',
      formats: 'csv',
      compare: 'off',
    },
  });
  return folder;
}

async function planAndApply(recorder: Recorder, tenant: Tenant): Promise<StepRun> {
  setTime('2026-11-03T06:00:00Z');
  const plan = await remediate(recorder, tenant, 'plan', { mode: 'plan', ...BY_POLICY });
  await remediate(recorder, tenant, 'plan-too-large', {
    mode: 'plan',
    ...BY_POLICY,
    'max-changes': '3',
    summary: 'counts',
  });
  const files = { 'plan.json': await recorder.fileOf(plan, 'plan.json') };
  const approved = {
    mode: 'apply',
    ...BY_POLICY,
    'plan-file': 'plan.json',
    'plan-digest': plan.outputs['plan-digest'] ?? '',
  };
  setTime('2026-11-04T06:00:00Z');
  await remediate(recorder, tenant, 'apply-other-plan', { ...approved, 'plan-digest': '0'.repeat(64) }, files);
  await remediate(recorder, tenant, 'apply-too-large', { ...approved, 'max-changes': '3' }, files);
  await remediate(recorder, tenant, 'apply-first', { ...approved, limit: '2' }, files);
  const [, , third = ''] = mailboxesOf(tenant);
  tenant.edit(third, { dateFormat: 'dd/MM/yyyy', timeFormat: 'h:mm tt' });
  const applied = await remediate(recorder, tenant, 'apply-rest', approved, files);
  await remediate(recorder, tenant, 'apply-again', approved, files);
  await remediate(recorder, tenant, 'plan-after-apply', { mode: 'plan', ...BY_POLICY });
  setTime('2026-11-20T06:00:00Z');
  await remediate(recorder, tenant, 'apply-expired', approved, files);
  return applied;
}

/** Back to the report of before the changes. */
async function restore(recorder: Recorder, tenant: Tenant, report: string): Promise<void> {
  setTime('2026-11-21T06:00:00Z');
  const inputs = { mailboxes: 'list.txt', policy: '', restore: report, 'max-unreadable': '100%' };
  const plan = await remediate(recorder, tenant, 'restore-plan', { mode: 'plan', ...inputs });
  await remediate(recorder, tenant, 'restore-plan-with-policy', { mode: 'plan', ...inputs, policy: 'policy.yml' });
  await remediate(recorder, tenant, 'restore-plan-only-rights', {
    mode: 'plan',
    ...inputs,
    only: 'rights',
    'auto-mapping': 'false',
  });
  await remediate(
    recorder,
    tenant,
    'restore-apply',
    { mode: 'apply', ...inputs, 'plan-file': 'plan.json', 'plan-digest': plan.outputs['plan-digest'] ?? '' },
    { 'plan.json': await recorder.fileOf(plan, 'plan.json') },
  );
}

/** An undo of the apply, of which a restore left little. */
async function undo(recorder: Recorder, tenant: Tenant, applied: StepRun): Promise<void> {
  setTime('2026-11-22T06:00:00Z');
  const again = await remediate(recorder, tenant, 'second-plan', { mode: 'plan', ...BY_POLICY });
  const approved = { 'plan-file': 'plan.json', 'plan-digest': again.outputs['plan-digest'] ?? '' };
  const second = await remediate(
    recorder,
    tenant,
    'second-apply',
    { mode: 'apply', ...BY_POLICY, ...approved },
    {
      'plan.json': await recorder.fileOf(again, 'plan.json'),
    },
  );
  for (const [name, from] of [
    ['second', second],
    ['first', applied],
  ] as const) {
    const undoFile = { 'undo.json': await recorder.fileOf(from, 'undo.json') };
    const plan = await remediate(
      recorder,
      tenant,
      `undo-plan-of-${name}`,
      { mode: 'plan', 'undo-file': 'undo.json' },
      undoFile,
    );
    if (plan.outputs.result !== 'planned') continue;
    await remediate(
      recorder,
      tenant,
      `undo-of-${name}`,
      {
        mode: 'undo',
        'undo-file': 'undo.json',
        'plan-file': 'plan.json',
        'plan-digest': plan.outputs['plan-digest'] ?? '',
      },
      { ...undoFile, 'plan.json': await recorder.fileOf(plan, 'plan.json') },
    );
  }
}

async function atTerminal(recorder: Recorder, tenant: Tenant): Promise<void> {
  setTime('2026-11-25T06:00:00Z');
  const { args, env } = await signInAtTerminal(tenant);
  const folder = await recorder.newFolder();
  const files = { 'list.txt': `${tenant.addresses.join('\n')}\n`, 'policy.yml': POLICY };
  const what = [
    '--mailboxes',
    'list.txt',
    '--policy',
    'policy.yml',
    '--max-unreadable',
    '100%',
    '--max-changes',
    '1000',
  ];
  const run = (name: string, more: readonly string[]): Promise<StepRun> =>
    recorder.command(`remediation/${name}`, { folder, files, env, args: ['remediate', ...more, ...args] });
  await run('terminal-plan', ['plan', ...what, '--output-directory', 'plan']);
  const plan = await run('terminal-plan-json', ['plan', ...what, '--output-directory', 'plan-json', '--json']);
  const digest = hash('sha256', await recorder.fileOf(plan, 'plan-json/plan.json'));
  const approved = ['--plan-file', 'plan-json/plan.json', '--plan-digest', digest];
  await run('terminal-apply-without-digest', ['apply', ...what, '--plan-file', 'plan-json/plan.json']);
  tenant.setFaults({ writes: [{ addresses: tenant.addresses.slice(2, 4), status: 403, commits: false }] });
  await run('terminal-apply', [
    'apply',
    ...what,
    ...approved,
    '--max-failures',
    '100',
    '--output-directory',
    'applied',
    '--json',
  ]);
  tenant.setFaults({});
  const undo = ['--undo-file', 'applied/undo.json'];
  const undoPlan = await run('terminal-undo-plan', ['plan', ...undo, '--output-directory', 'undo-plan', '--json']);
  const undoDigest = hash('sha256', await recorder.fileOf(undoPlan, 'undo-plan/plan.json'));
  const planned = ['--plan-file', 'undo-plan/plan.json', '--plan-digest', undoDigest];
  await run('terminal-undo', ['undo', ...undo, ...planned, '--output-directory', 'undone']);
}

const ACTION = 'remediate action';

export const remediation: Story = {
  name: 'remediation',
  runs: {
    report: 'report action',
    plan: ACTION,
    'plan-too-large': ACTION,
    'apply-other-plan': ACTION,
    'apply-too-large': ACTION,
    'apply-first': ACTION,
    'apply-rest': ACTION,
    'apply-again': ACTION,
    'plan-after-apply': ACTION,
    'apply-expired': ACTION,
    'restore-plan': ACTION,
    'restore-plan-with-policy': ACTION,
    'restore-plan-only-rights': ACTION,
    'restore-apply': ACTION,
    'second-plan': ACTION,
    'second-apply': ACTION,
    'undo-plan-of-second': ACTION,
    'undo-of-second': ACTION,
    'undo-plan-of-first': ACTION,
    'terminal-plan': 'remediate plan',
    'terminal-plan-json': 'remediate plan',
    'terminal-apply-without-digest': 'remediate apply',
    'terminal-apply': 'remediate apply',
    'terminal-undo-plan': 'remediate plan',
    'terminal-undo': 'remediate undo',
  },
  codes: ['PLAN_CHANGED', 'PLAN_EXPIRED', 'PLAN_TOO_LARGE', 'CHANGES_FAILED', 'WRITE_DENIED'],
  make,
};
