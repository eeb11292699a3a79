import { describe, expect, test } from '@jest/globals';
import { remediations, stateOf, withApplied } from '../support/remediation-run.ts';

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
const DELIVERY = 'delegateMeetingMessageDeliveryOptions';

const { run, apply, undo, newTenant } = remediations(POLICY);

test('a plan changes nothing, and has the same digest for a list in another order', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const plan = await run(tenant);
  expect(plan).toMatchObject({ fails: false, codes: [], outputs: { result: 'planned' } });
  expect(plan.outputs['change-count']).toBe(String(plan.planned.length));
  expect(new Set(plan.planned.map(({ Rule }) => Rule))).toEqual(new Set(['audience', 'delivery', 'no-hiding']));
  const exempt = plan.planned.filter(
    ({ Rule, MailboxName }) => Rule === 'delivery' && MailboxName?.endsWith('0@contoso.com'),
  );
  expect(exempt).toEqual([]);
  const again = await run(tenant, { files: { 'list.txt': tenant.addresses.toReversed().join('\n') } });
  expect(again.outputs['plan-digest']).toBe(plan.outputs['plan-digest']);
  expect(again.planned).toEqual(plan.planned);
  expect(stateOf(tenant)).toEqual(before);
  expect(tenant.counts.writes).toBe(0);
});

describe('an apply', () => {
  test('changes nothing if the plan differs from the approved one, or is larger than max-changes', async () => {
    const tenant = await newTenant();
    const plan = await run(tenant);
    const large = await apply(tenant, plan, { inputs: { 'max-changes': '2' } });
    expect(large).toMatchObject({ fails: true, codes: ['PLAN_TOO_LARGE'], outputs: { result: 'error' } });
    const [address = ''] = tenant.addresses.filter((each) => tenant.expected(each).status === 'ok');
    tenant.edit(address, { automaticRepliesSetting: { status: 'alwaysEnabled', externalAudience: 'none' } });
    tenant.edit(address, { [DELIVERY]: 'sendToDelegateOnly' });
    const changed = await apply(tenant, plan);
    expect(changed).toMatchObject({ fails: true, codes: ['PLAN_CHANGED'], outputs: { result: 'stale' }, applied: [] });
    expect(tenant.counts.writes).toBe(0);
  });

  test('names the missing permission before it plans', async () => {
    const tenant = await newTenant({ roles: ['MailboxSettings.Read'] });
    const plan = await run(tenant);
    const applied = await apply(tenant, plan);
    expect(plan.outputs).toMatchObject({ result: 'planned' });
    expect(applied).toMatchObject({ codes: ['WRITE_DENIED'], outputs: { result: 'error' }, planned: [] });
    expect(applied.errors.join()).toContain('MailboxSettings.ReadWrite');
    expect(tenant.counts.writes).toBe(0);
  });

  test('skips what its owner changed since the plan', async () => {
    const tenant = await newTenant();
    const plan = await run(tenant);
    const { MailboxName = '' } =
      plan.planned.find(({ Rule, Before }) => Rule === 'delivery' && !/ToDelegateAndPrincipal$/i.test(Before ?? '')) ??
      {};
    // The plan reads each mailbox twice: settings and inbox rules.
    const settings = { [DELIVERY]: 'sendToDelegateAndPrincipal' };
    tenant.setFaults({ ownerEdits: { addresses: [MailboxName], afterReads: 2, settings } });
    const applied = await apply(tenant, plan);
    expect(applied).toMatchObject({ fails: true, outputs: { result: 'partial', 'failed-count': '1' } });
    expect(applied.applied.filter(({ Status }) => Status === 'stale')).toEqual([
      expect.objectContaining({
        ...{ MailboxName, Rule: 'delivery', Error: expect.stringContaining('sendToDelegateAndPrincipal') },
      }),
    ]);
    expect(tenant.expected(MailboxName).settings).toMatchObject(settings);
  });

  test('reports a change that the service ignored as not verified, and a second one finishes the rest', async () => {
    const tenant = await newTenant();
    const plan = await run(tenant);
    const ruled = new Set(plan.planned.filter(({ Item }) => Item !== '').map((row) => row.MailboxName));
    const { MailboxName = '' } = plan.planned.find((row) => !ruled.has(row.MailboxName ?? '')) ?? {};
    tenant.setFaults({ lostWrites: { addresses: [MailboxName] } });
    const lost = await apply(tenant, plan);
    expect(lost).toMatchObject({ fails: true, outputs: { result: 'partial' } });
    for (const row of lost.applied) {
      expect(row.Status).toBe(row.MailboxName === MailboxName ? 'not-verified' : 'applied');
    }
    tenant.setFaults({});
    const rest = await run(tenant);
    expect(new Set(rest.planned.map((row) => row.MailboxName))).toEqual(new Set([MailboxName]));
    expect((await apply(tenant, rest)).outputs).toMatchObject({ result: 'applied' });
  });

  test('changes nothing if its files cannot be written', async () => {
    const tenant = await newTenant();
    const before = stateOf(tenant);
    const plan = await run(tenant);
    const inputs = { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] ?? '' };
    const stopped = await run(tenant, {
      inputs: { ...inputs, 'output-directory': 'list.txt' },
    });
    expect(stopped).toMatchObject({ fails: true, codes: ['OUTPUT_UNWRITABLE'] });
    expect(stateOf(tenant)).toEqual(before);
    expect(tenant.counts.writes).toBe(0);
  });

  test.each([
    ['an apply without a digest', { mode: 'apply' }, 'INPUT_MISSING'],
    ['a digest that is none', { mode: 'apply', 'plan-digest': 'abc' }, 'INPUT_INVALID'],
    ['another mode', { mode: 'destroy' }, 'INPUT_INVALID'],
    ['an undo without a file', { mode: 'undo' }, 'INPUT_MISSING'],
    ['an undo file that is none', { mode: 'undo', 'undo-file': 'policy.yml' }, 'UNDO_FILE'],
  ])('refuses %s before it signs in', async (_, inputs, code) => {
    const tenant = await newTenant();
    expect(await run(tenant, { inputs })).toMatchObject({ fails: true, codes: [code], outputs: { result: 'error' } });
    expect(tenant.counts.tokens).toBe(0);
  });
});

test('an undo leaves a value that was changed after the apply', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const applied = await apply(tenant, await run(tenant));
  expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  const { MailboxName = '' } = applied.applied.find(({ Rule }) => Rule === 'delivery') ?? {};
  tenant.edit(MailboxName, { [DELIVERY]: 'sendToDelegateAndPrincipal' });
  const undone = await undo(tenant, applied);
  expect(undone).toMatchObject({ fails: true, outputs: { result: 'partial', 'failed-count': '1' } });
  expect(undone.applied.filter(({ Status }) => Status === 'stale')).toEqual([
    expect.objectContaining({ MailboxName, Setting: DELIVERY }),
  ]);
  expect(tenant.expected(MailboxName).settings).toMatchObject({ [DELIVERY]: 'sendToDelegateAndPrincipal' });
});
