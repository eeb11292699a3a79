import { describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json } from '../../src/json.ts';
import type { Faults, Tenant, WriteFault } from '../../tenant/tenant.ts';
import { remediations, stateOf, withApplied, type RemediationRun } from '../support/remediation-run.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const DELIVERY = 'delegateMeetingMessageDeliveryOptions';
const POLICY = `rules:
  - id: delivery
    when: { UserPurpose: { const: user }, DelegateMeetingMessages: { type: string } }
    expect: { DelegateMeetingMessages: { const: sendToDelegateOnly } }
    set: { ${DELIVERY}: sendToDelegateOnly }
  - id: no-forwarding
    report: mailbox-properties
    expect: { ForwardingSmtpAddress: { const: null } }
    set: { ForwardingSmtpAddress: null }
`;

const { run, apply, undo, newTenant } = remediations(POLICY);

/** The services, by how a change of each looks. */
const SERVICES = {
  Graph: { setting: DELIVERY, after: 'sendToDelegateOnly', writes: 'mailboxSettings' },
  'Exchange Online': { setting: 'ForwardingSmtpAddress', after: null, writes: 'Set-Mailbox' },
} as const;
type Service = keyof typeof SERVICES;
const NAMES: readonly Service[] = ['Graph', 'Exchange Online'];

/** A plan that is to be applied, and a mailbox of it with a change in the service and none in the other. */
async function planned(service: Service) {
  const time = new VirtualTime();
  const tenant = await newTenant({ mailboxes: 12, clock: time.now });
  for (const address of tenant.addresses.filter((each) => 'ForwardingSmtpAddress' in tenant.exchangeProperties(each))) {
    tenant.editExchange(address, { ForwardingSmtpAddress: 'smtp:a@fabrikam.com', ForwardingAddress: null });
    if (tenant.addresses.indexOf(address) % 2 === 0) tenant.edit(address, { [DELIVERY]: 'sendToDelegateOnly' });
    else tenant.editExchange(address, { ForwardingSmtpAddress: null });
  }
  const plan = await run(tenant, { time });
  expect(plan.codes).toEqual([]);
  const { setting, writes } = SERVICES[service];
  const isAlone = ({ MailboxName: name }: Readonly<Record<string, string>>) =>
    plan.planned.filter((row) => row.MailboxName === name).length === 1;
  const { MailboxName: address = '' } = plan.planned.find((row) => row.Setting === setting && isAlone(row)) ?? {};
  expect(address).not.toBe('');
  return {
    ...{ tenant, time, plan, address, before: stateOf(tenant) },
    /** The value in the tenant. */
    value: (): Json | undefined => valueOf(tenant, address, service),
    /** The status codes of the writes to the mailbox. */
    statuses: (): readonly number[] =>
      tenant.writes.flatMap((write) =>
        write.address === address.toLowerCase() && write.resource === writes ? [write.status] : [],
      ),
    fails: (...faults: readonly Omit<WriteFault, 'addresses' | 'rate'>[]): Faults => ({
      writes: faults.map((fault) => ({ addresses: [address], ...fault })),
    }),
    statusOf: ({ applied }: RemediationRun): string | undefined =>
      applied.find((row) => row.MailboxName === address && row.Setting === setting)?.Status,
    /** Its entries in the undo record. */
    entries: ({ undo: text }: RemediationRun): readonly Json[] => {
      const changes = property(parseJson(text), 'changes');
      const all = Array.isArray(changes) ? changes : [];
      return all.filter((entry) => property(entry, 'mailbox') === address && property(entry, 'setting') === setting);
    },
  };
}

function valueOf(tenant: Tenant, address: string, service: Service): Json | undefined {
  if (service === 'Exchange Online') return tenant.exchangeProperties(address).ForwardingSmtpAddress;
  return property(parseJson(JSON.stringify(tenant.expected(address).settings)), DELIVERY);
}

describe.each(NAMES)('in %s, a write', (service) => {
  test.each<[string, Omit<WriteFault, 'addresses' | 'rate'>, readonly number[]]>([
    ['takes effect and is answered 503', { times: 1, commits: true, status: 503 }, [503]],
    ['takes effect and is answered 503 for 30 s', { times: 1, commits: true, status: 503, retryAfter: 30 }, [503]],
    ['takes effect and has no answer', { times: 1, commits: true, status: 0 }, [0]],
    ['has neither effect nor answer', { times: 1, commits: false, status: 0 }, [0, 200]],
    ['is throttled for 3 s', { times: 1, commits: false, status: 429, retryAfter: 3 }, [429, 200]],
    ['is throttled for 60 s', { times: 1, commits: false, status: 429, retryAfter: 60 }, [429, 200]],
  ])('that %s is applied, and sent again only if it has no effect', async (_, fault, expected) => {
    const { tenant, time, plan, before, statuses, fails } = await planned(service);
    tenant.setFaults(fails(fault));
    const applied = await apply(tenant, plan, { time });
    expect(applied).toMatchObject({ fails: false, outputs: { result: 'applied', 'failed-count': '0' } });
    expect(stateOf(tenant)).toEqual(withApplied(before, applied));
    expect(statuses()).toEqual(expected);
    expect((await undo(tenant, applied, { time })).outputs).toMatchObject({ result: 'applied' });
    expect(stateOf(tenant)).toEqual(before);
  });

  test('that is throttled for 150 s is not waited for, and the next run of the plan makes it', async () => {
    const { tenant, time, plan, statuses, fails, statusOf, entries } = await planned(service);
    tenant.setFaults(fails({ times: 1, commits: false, status: 429, retryAfter: 150 }));
    const applied = await apply(tenant, plan, { time });
    expect(applied).toMatchObject({ fails: true, outputs: { result: 'partial', 'failed-count': '1' } });
    expect(statusOf(applied)).toBe('failed');
    // Only a refusal says that a write had no effect.
    expect(entries(applied)).toHaveLength(1);
    expect(Math.max(...time.waits)).toBeLessThan(60_000);
    const again = await apply(tenant, plan, { time });
    expect(again).toMatchObject({ outputs: { result: 'applied', 'applied-count': '1' } });
    expect(statuses()).toEqual([429, 200]);
  });

  test('that is refused is not sent again, and leaves nothing to undo', async () => {
    const { tenant, time, plan, before, statuses, fails, statusOf, entries, address } = await planned(service);
    tenant.setFaults(fails({ commits: false, status: 403 }));
    const applied = await apply(tenant, plan, { time, inputs: { 'max-failures': '100' } });
    expect(applied).toMatchObject({ fails: true, outputs: { result: 'partial' } });
    expect([statusOf(applied), entries(applied), statuses()]).toEqual(['failed', [], [403]]);
    expect(valueOf(tenant, address, service)).toEqual(valueIn(before, address, service));
  });

  test.each([
    ['2 reads', { reads: 2 }, 'applied'],
    ['15 s', { ms: 15_000 }, 'applied'],
    ['an hour', { ms: 3_600_000 }, 'not-verified'],
  ])('that reads lag behind by %s is not sent again', async (_, lag, status) => {
    const { tenant, time, plan, value, statuses, statusOf, entries, address } = await planned(service);
    const fault = { addresses: [address], ...lag };
    tenant.setFaults({ staleReads: fault, exchangeStaleReads: fault });
    const applied = await apply(tenant, plan, { time });
    expect([statusOf(applied), statuses(), value()]).toEqual([status, [200], SERVICES[service].after]);
    // It may be there, so that it must be possible to undo it.
    expect(entries(applied)).toHaveLength(1);
    expect(applied.fails).toBe(status !== 'applied');
    if (status === 'applied') return;
    await time.sleep(3_600_000);
    const again = await apply(tenant, plan, { time });
    expect([again.outputs.result, statuses()]).toEqual(['applied', [200]]);
  });

  test('is not sent where a person has changed the setting, before it or while it waits', async () => {
    for (const [when, fault] of [
      ['after the plan', undefined],
      ['while it waits', { times: 1, commits: false, status: 429, retryAfter: 3 } as const],
      ['while it waits', { times: 1, commits: false, status: 429, retryAfter: 150 } as const],
      ['while it waits', { times: 1, commits: false, status: 503 } as const],
    ] as const) {
      const { tenant, time, plan, address, value, statusOf, statuses, fails } = await planned(service);
      const { writes } = SERVICES[service];
      const edited = editedBy(tenant, address, service);
      if (when === 'after the plan') edited();
      if (fault !== undefined) tenant.setFaults(fails(fault));
      tenant.watch(({ kind, address: of, resource }) => {
        if (kind === 'write' && of === address.toLowerCase() && resource === writes) edited();
      });
      const own = edited.value;
      const applied = await apply(tenant, plan, { time });
      expect([when, statusOf(applied), value()]).toEqual([when, 'stale', own]);
      expect(statuses()).toEqual(fault === undefined ? [] : [fault.status]);
      const undone = await undo(tenant, applied, { time });
      expect([when, undone.fails, value()]).toEqual([when, false, own]);
    }
  });

  test('is not sent once the run is cancelled while an earlier one waits for 60 s', async () => {
    const { tenant, time, plan, before, statuses, fails, statusOf, entries } = await planned(service);
    tenant.setFaults(fails({ commits: false, status: 429, retryAfter: 60 }));
    const stop = new AbortController();
    time.onWait = (ms) => {
      if (ms >= 59_000) stop.abort(new Error('cancelled'));
    };
    const applied = await apply(tenant, plan, { time, signal: stop.signal });
    expect(applied).toMatchObject({ fails: true, codes: ['CANCELLED'] });
    expect([statusOf(applied), statuses()]).toEqual(['cancelled', [429]]);
    expect(entries(applied)).toHaveLength(1);
    expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  });

  test('of another program at the same time is neither made twice nor lost in the undo records', async () => {
    const { tenant, time, plan, before } = await planned(service);
    const [one, other] = await Promise.all([apply(tenant, plan, { time }), apply(tenant, plan, { time })]);
    for (const each of [one, other]) {
      expect(each.outputs).toMatchObject({ result: 'applied', 'failed-count': '0' });
      expect(each.applied).toHaveLength(plan.planned.length);
    }
    const changed = stateOf(tenant);
    for (const row of plan.planned) {
      const made = [one, other].filter(({ applied }) =>
        applied.some(
          (done) => done.MailboxName === row.MailboxName && done.Setting === row.Setting && done.Status === 'applied',
        ),
      );
      expect(made.length).toBeGreaterThan(0);
    }
    for (const each of [one, other]) await undo(tenant, each, { time });
    expect(stateOf(tenant)).toEqual(before);
    expect(changed).not.toEqual(before);
  });
});

/** Changes a setting as its owner or another administrator does, and has the value that they chose. */
function editedBy(tenant: Tenant, address: string, service: Service): (() => void) & { readonly value: Json } {
  const { setting } = SERVICES[service];
  if (service === 'Exchange Online') {
    const value = 'smtp:b@fabrikam.com';
    return Object.assign(
      () => {
        tenant.editExchange(address, { [setting]: value });
      },
      { value },
    );
  }
  const before = valueOf(tenant, address, service);
  const value =
    typeof before === 'string' && before.toLowerCase() === 'sendtodelegateandprincipal'
      ? 'sendToDelegateAndInformationToPrincipal'
      : 'sendToDelegateAndPrincipal';
  return Object.assign(
    () => {
      tenant.edit(address, { [setting]: value });
    },
    { value },
  );
}

function valueIn(state: readonly Json[], address: string, service: Service): Json | undefined {
  const mailbox = state.find((each) => property(each, 'address') === address);
  const { setting } = SERVICES[service];
  return property(property(mailbox, service === 'Graph' ? 'settings' : 'exchange'), setting);
}

test('a change that a person makes between read and write to another setting stays, and is reported and recorded', async () => {
  const { tenant, time, plan, address, statusOf, entries } = await planned('Graph');
  let isWritten = false;
  const internalReplyMessage = (number: number): string => `<html>Away ${number}</html>`;
  let last = 0;
  tenant.watch(({ kind, address: of, resource, number }) => {
    if (of !== address.toLowerCase() || resource !== 'mailboxSettings') return;
    isWritten ||= kind === 'write';
    if (!isWritten)
      tenant.edit(address, { automaticRepliesSetting: { internalReplyMessage: internalReplyMessage(number) } });
    if (!isWritten) last = number;
  });
  const applied = await apply(tenant, plan, { time });
  expect([isWritten, statusOf(applied)]).toEqual([true, 'applied']);
  const automaticRepliesSetting = { internalReplyMessage: internalReplyMessage(last) };
  expect(tenant.expected(address).settings).toMatchObject({
    automaticRepliesSetting,
    [DELIVERY]: 'sendToDelegateOnly',
  });
  expect(JSON.stringify(entries(applied))).toContain(`Away ${last}`);
  expect(applied.lines.join('\n')).toContain('automaticRepliesSetting.internalReplyMessage');
});
