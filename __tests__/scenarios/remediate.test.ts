import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { runRemediate, type ActionOptions, type ActionRun } from '../support/action-run.ts';
import { describeWithSignals } from '../support/platform.ts';
import { scenarios, until } from '../support/scenario.ts';
import { unzipped } from '../support/zip.ts';

const { credential, newTenant } = scenarios();

const POLICY = `rules:
  - id: audience
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }
  - id: delivery
    severity: warning
    when: { UserPurpose: { const: user }, DelegateMeetingMessages: { type: string } }
    expect: { DelegateMeetingMessages: { const: sendToDelegateOnly } }
    set: { delegateMeetingMessageDeliveryOptions: sendToDelegateOnly }
  - id: no-hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }
exemptions:
  - { rule: delivery, mailboxes: ['*0@contoso.com'], reason: Test, owner: me, expires: 2099-12-31 }
`;

type RunOptions = Omit<ActionOptions, 'tenant' | 'credential'>;

function remediate(tenant: Tenant, { inputs, files, ...options }: RunOptions = {}): Promise<ActionRun> {
  return runRemediate({
    ...{ tenant, credential: credential(), ...options },
    inputs: { 'max-changes': '500', ...inputs },
    files: { 'policy.yml': POLICY, ...files },
  });
}

/** Plans, and applies the plan with its digest. */
async function planAndApply(tenant: Tenant, options: RunOptions = {}, betweenRuns = (): void => undefined) {
  const plan = await remediate(tenant);
  betweenRuns();
  const inputs = { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'], ...options.inputs };
  return { plan, apply: await remediate(tenant, { ...options, inputs }) };
}

function writable(options: TenantOptions = {}): Promise<Tenant> {
  return newTenant({ mailboxes: 30, roles: ['MailboxSettings.ReadWrite'], ...options });
}

/** All that the tenant holds of its mailboxes. */
function stateOf(tenant: Tenant): string {
  return JSON.stringify(
    tenant.addresses.map((address) => {
      const { status, settings, rules } = tenant.expected(address);
      return { address, status, settings, rules };
    }),
  );
}

function settingOf(tenant: Tenant, address: string, setting: string): Json | undefined {
  let value: Json | undefined = parseJson(JSON.stringify(tenant.expected(address).settings));
  for (const name of setting.split('.')) value = property(value, name);
  return value;
}

function undoFileOf({ outputs }: ActionRun): Promise<string> {
  return readFile(path.join(outputs['output-directory'] ?? '', 'undo.json'), 'utf8');
}

function titles({ errors }: ActionRun): (string | undefined)[] {
  return errors.map(({ properties }) => properties.title);
}

test('plans, applies exactly the plan, and restores every byte', async () => {
  const tenant = await writable();
  const before = stateOf(tenant);

  const plan = await remediate(tenant);
  expect(plan).toMatchObject({ code: 0, stderr: '', errors: [], outputs: { result: 'planned' } });
  expect(stateOf(tenant)).toBe(before);
  const planned = plan.rowsOf('plan');
  expect(plan.outputs['change-count']).toBe(String(planned.length));
  expect(new Set(planned.map(({ Rule }) => Rule))).toEqual(new Set(['audience', 'delivery', 'no-hiding']));
  expect(
    planned.filter(({ Rule, MailboxName }) => Rule === 'delivery' && (MailboxName ?? '').endsWith('0@contoso.com')),
  ).toEqual([]);
  expect(Object.keys(planned[0] ?? {})).toEqual(['MailboxName', 'Rule', 'Item', 'Setting', 'Before', 'After']);
  expect(plan.summary).toContain(`Plan digest: \`${plan.outputs['plan-digest']}\``);

  // Another list order gives the same plan.
  const reversed = { 'mailboxes.txt': tenant.addresses.toReversed().join('\n') };
  const again = await remediate(tenant, { files: reversed });
  expect(again.outputs['plan-digest']).toBe(plan.outputs['plan-digest']);
  expect(again.rowsOf('plan')).toEqual(planned);

  const apply = await remediate(tenant, { inputs: { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] } });
  expect(apply).toMatchObject({
    ...{ code: 0, stderr: '', errors: [] },
    outputs: { result: 'applied', 'applied-count': String(planned.length), 'failed-count': '0' },
  });
  const applied = apply.rowsOf('applied');
  expect(applied).toEqual(planned.map((row) => ({ ...row, Status: 'applied', Error: '' })));
  expect(stateOf(tenant)).toBe(withChanges(before, planned));
  // The plans have artifacts of the same run, which are kept.
  const artifact = tenant.artifacts().at(-1);
  expect(artifact).toMatchObject({ name: 'mailbox-remediation-3', id: Number(apply.outputs['artifact-id']) });
  const files = unzipped(artifact?.bytes);
  expect([...files.keys()].sort()).toEqual(['applied.csv', 'plan.csv', 'undo.json']);

  const none = await remediate(tenant);
  expect(none).toMatchObject({ code: 0, outputs: { result: 'unchanged', 'change-count': '0' } });

  const undo = await remediate(tenant, {
    inputs: { mode: 'undo', 'undo-file': 'undo.json', mailboxes: undefined, policy: undefined },
    files: { 'undo.json': await undoFileOf(apply) },
  });
  expect(undo).toMatchObject({
    ...{ code: 0, errors: [] },
    outputs: { result: 'applied', 'applied-count': String(planned.length) },
  });
  expect(stateOf(tenant)).toBe(before);
});

/** The state with the settings of a plan, and nothing else, changed. */
function withChanges(state: string, planned: readonly Readonly<Record<string, string>>[]): string {
  const mailboxes = parseJson(state);
  if (!Array.isArray(mailboxes)) throw new TypeError('no mailboxes');
  for (const { MailboxName, Rule, Item = '', Setting = '', After = '' } of planned) {
    const mailbox = mailboxes.find((each) => property(each, 'address') === MailboxName);
    const settings = property(mailbox, 'settings');
    if (!isObject(settings)) throw new TypeError('no settings');
    if (Rule === 'no-hiding') {
      const rules = property(mailbox, 'rules');
      const rule = (Array.isArray(rules) ? rules : []).find(
        (each) =>
          property(each, 'displayName') === Item.replace(/^'/, '') &&
          property(each, 'isEnabled') === true &&
          hides(each),
      );
      if (!isObject(rule)) throw new TypeError(`no rule ${Item}`);
      rule.isEnabled = false;
    } else {
      const [name = '', part] = Setting.split('.');
      const whole = settings[name];
      if (part === undefined) settings[name] = After;
      else if (isObject(whole)) whole[part] = After;
    }
  }
  return JSON.stringify(mailboxes);
}

function hides(rule: Json): boolean {
  const action = (name: string): Json | undefined => property(property(rule, 'actions'), name);
  const moves = action('moveToFolder') !== undefined && action('markAsRead') === true;
  return (
    property(rule, 'isReadOnly') !== true && (action('delete') === true || action('permanentDelete') === true || moves)
  );
}

describe('applying', () => {
  test('changes nothing if the plan is not the approved one', async () => {
    const tenant = await writable();
    const { apply } = await planAndApply(tenant, {}, () => {
      const [address = ''] = tenant.addresses.filter((each) => tenant.expected(each).status === 'ok');
      tenant.edit(address, { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'none' } });
      tenant.edit(address, { delegateMeetingMessageDeliveryOptions: 'sendToDelegateOnly' });
    });
    expect(apply).toMatchObject({ code: 1, outputs: { result: 'stale' } });
    expect(titles(apply)).toEqual(['PLAN_CHANGED']);
    expect(apply.rowsOf('applied')).toEqual([]);
    expect(tenant.counts.writes).toBe(0);
  });

  test('changes nothing if the plan has more changes than max-changes', async () => {
    const tenant = await writable();
    const { apply } = await planAndApply(tenant, { inputs: { 'max-changes': '2' } });
    expect(apply).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(titles(apply)).toEqual(['PLAN_TOO_LARGE']);
    expect(tenant.counts.writes).toBe(0);
  });

  test('names the missing permission before it plans', async () => {
    const tenant = await newTenant({ mailboxes: 30, roles: ['MailboxSettings.Read'] });
    const { plan, apply } = await planAndApply(tenant);
    expect(plan.outputs.result).toBe('planned');
    expect(apply).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(titles(apply)).toEqual(['WRITE_DENIED']);
    expect(apply.errors[0]?.message).toContain('MailboxSettings.ReadWrite');
    expect(tenant.counts.writes).toBe(0);
  });

  test('skips what its owner changed since the plan', async () => {
    const tenant = await writable();
    // Without the sample that confirms the domains of the list, a plan reads each mailbox twice: settings and inbox rules.
    const inputs = { 'internal-domains': 'contoso.com' };
    const plan = await remediate(tenant, { inputs });
    const settings = { delegateMeetingMessageDeliveryOptions: 'sendToDelegateAndPrincipal' };
    const { MailboxName = '' } =
      plan
        .rowsOf('plan')
        .find(({ Rule, Before }) => Rule === 'delivery' && !/ToDelegateAndPrincipal$/i.test(Before ?? '')) ?? {};
    tenant.setFaults({ ownerEdits: { addresses: [MailboxName], afterReads: 2, settings } });
    const apply = await remediate(tenant, {
      inputs: { ...inputs, mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] },
    });
    expect(apply).toMatchObject({ code: 1, outputs: { result: 'partial', 'failed-count': '1' } });
    const stale = apply.rowsOf('applied').filter(({ Status }) => Status === 'stale');
    expect(stale).toEqual([
      expect.objectContaining({
        MailboxName,
        Rule: 'delivery',
        Error: expect.stringContaining('sendToDelegateAndPrincipal'),
      }),
    ]);
    expect(settingOf(tenant, MailboxName, 'delegateMeetingMessageDeliveryOptions')).toBe('sendToDelegateAndPrincipal');
  });

  test('reports a write that was lost as not verified, and a second run finishes the rest', async () => {
    const tenant = await writable();
    const plan = await remediate(tenant);
    const { MailboxName = '' } = plan.rowsOf('plan')[0] ?? {};
    tenant.setFaults({ lostWrites: { addresses: [MailboxName] } });
    const apply = await remediate(tenant, { inputs: { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] } });
    expect(apply).toMatchObject({ code: 1, outputs: { result: 'partial' } });
    for (const row of apply.rowsOf('applied')) {
      expect(row.Status).toBe(row.MailboxName === MailboxName ? 'not-verified' : 'applied');
    }
    tenant.setFaults({});
    const { plan: rest, apply: second } = await planAndApply(tenant);
    expect(new Set(rest.rowsOf('plan').map((row) => row.MailboxName))).toEqual(new Set([MailboxName]));
    expect(second.outputs.result).toBe('applied');
  });

  test('applies each change once under throttling and failing responses', async () => {
    const tenant = await writable();
    const plan = await remediate(tenant);
    tenant.setFaults({
      itemThrottle: { rate: 0.05, retryAfter: 0.1 },
      item503: { rate: 0.03 },
      reset: { every: 20 },
    });
    const apply = await remediate(tenant, { inputs: { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] } });
    expect(apply).toMatchObject({ code: 0, outputs: { result: 'applied' } });
    expect(apply.rowsOf('applied')).toHaveLength(plan.rowsOf('plan').length);
  });

  test.each([
    ['an apply without a digest', { mode: 'apply' }, 'INPUT_MISSING'],
    ['a digest that is none', { mode: 'apply', 'plan-digest': 'abc' }, 'INPUT_INVALID'],
    ['another mode', { mode: 'destroy' }, 'INPUT_INVALID'],
    ['an undo without a file', { mode: 'undo' }, 'INPUT_MISSING'],
    ['an undo file that is none', { mode: 'undo', 'undo-file': 'policy.yml' }, 'UNDO_FILE'],
  ])('refuses %s before it signs in', async (_, inputs, code) => {
    const tenant = await writable();
    const result = await remediate(tenant, { inputs });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(titles(result)).toEqual([code]);
    expect(tenant.counts.tokens).toBe(0);
  });
});

describeWithSignals('an apply that is cancelled', () => {
  test('stops before the next write, and its files say what was done', async () => {
    const tenant = await writable({ latency: { batch: 60 } });
    const before = stateOf(tenant);
    const plan = await remediate(tenant);
    const apply = await remediate(tenant, {
      inputs: { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] },
      during: async ({ kill }) => {
        await until(() => tenant.counts.writes >= 3);
        kill('SIGINT');
      },
    });
    expect(apply).toMatchObject({ code: 1, signal: null, outputs: { result: 'partial' } });
    expect(titles(apply)).toEqual(['CANCELLED']);
    const rows = apply.rowsOf('applied');
    expect(rows).toHaveLength(plan.rowsOf('plan').length);
    const applied = rows.filter(({ Status }) => Status === 'applied');
    expect(applied.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ Status }) => Status))).toEqual(new Set(['applied', 'cancelled']));
    expect(stateOf(tenant)).toBe(withChanges(before, applied));
    const undo = await remediate(tenant, {
      inputs: { mode: 'undo', 'undo-file': 'undo.json' },
      files: { 'undo.json': await undoFileOf(apply) },
    });
    expect(undo.outputs).toMatchObject({ result: 'applied', 'applied-count': String(applied.length) });
    expect(stateOf(tenant)).toBe(before);
  });
});

test('an undo leaves a value that was changed after the apply', async () => {
  const tenant = await writable();
  const { apply } = await planAndApply(tenant);
  const { MailboxName = '' } = apply.rowsOf('applied').find(({ Rule }) => Rule === 'delivery') ?? {};
  tenant.edit(MailboxName, { delegateMeetingMessageDeliveryOptions: 'sendToDelegateAndPrincipal' });
  const undo = await remediate(tenant, {
    inputs: { mode: 'undo', 'undo-file': 'undo.json' },
    files: { 'undo.json': await undoFileOf(apply) },
  });
  expect(undo).toMatchObject({ code: 1, outputs: { result: 'partial', 'failed-count': '1' } });
  expect(undo.rowsOf('applied').filter(({ Status }) => Status === 'stale')).toEqual([
    expect.objectContaining({ MailboxName, Setting: 'delegateMeetingMessageDeliveryOptions' }),
  ]);
  expect(settingOf(tenant, MailboxName, 'delegateMeetingMessageDeliveryOptions')).toBe('sendToDelegateAndPrincipal');
});
