import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import type { Tenant, WriteFault } from '../../tenant/tenant.ts';
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

/** A plan that is to be applied. Each mailbox has a change in one service. */
async function planned(mailboxes = 12) {
  const time = new VirtualTime();
  const tenant = await newTenant({ mailboxes, clock: time.now });
  for (const address of tenant.addresses.filter((each) => 'ForwardingSmtpAddress' in tenant.exchangeProperties(each))) {
    tenant.editExchange(address, { ForwardingSmtpAddress: 'smtp:a@fabrikam.com', ForwardingAddress: null });
    if (tenant.addresses.indexOf(address) % 2 === 0) tenant.edit(address, { [DELIVERY]: 'sendToDelegateOnly' });
    else tenant.editExchange(address, { ForwardingSmtpAddress: null });
  }
  const plan = await run(tenant, { time });
  expect(plan.codes).toEqual([]);
  const changesOf = (address: string | undefined) => plan.planned.filter((row) => row.MailboxName === address);
  return {
    tenant,
    time,
    plan,
    before: stateOf(tenant),
    /** A mailbox with a change in the service alone: the first one, or another. */
    mailbox: (service: Service, at = 0): string => {
      const alone = plan.planned.filter(
        ({ MailboxName, Setting }) => Setting === SERVICES[service].setting && changesOf(MailboxName).length === 1,
      );
      const { MailboxName = '' } = alone[at] ?? {};
      expect(MailboxName).not.toBe('');
      return MailboxName;
    },
  };
}

function valueOf(tenant: Tenant, address: string, service: Service): Json | undefined {
  if (service === 'Exchange Online') return tenant.exchangeProperties(address).ForwardingSmtpAddress;
  return property(parseJson(JSON.stringify(tenant.expected(address).settings)), DELIVERY);
}

/** The status codes of the writes to a mailbox. */
function statusesOf(tenant: Tenant, address: string, service: Service): readonly number[] {
  return tenant.writes.flatMap((write) =>
    write.address === address.toLowerCase() && write.resource === SERVICES[service].writes ? [write.status] : [],
  );
}

function statusOf({ applied }: RemediationRun, address: string): string | undefined {
  return applied.find((row) => row.MailboxName === address)?.Status;
}

/** The entries of a mailbox in the undo record. */
function entriesOf({ undo: text }: RemediationRun, address: string): readonly Json[] {
  const changes = property(parseJson(text), 'changes');
  return (Array.isArray(changes) ? changes : []).filter((entry) => property(entry, 'mailbox') === address);
}

function without(state: readonly Json[], addresses: readonly string[]): readonly Json[] {
  return state.filter((each) => !addresses.some((address) => property(each, 'address') === address));
}

/** What happens to a write, and whether a person changes the setting. */
interface Case {
  readonly fault?: Omit<WriteFault, 'addresses' | 'rate'>;
  readonly edit?: 'after the plan' | 'while it waits';
  readonly statuses: readonly number[];
  readonly status: 'applied' | 'failed' | 'stale';
  readonly entries: number;
}

const THROTTLED = { times: 1, commits: false, status: 429 } as const;
const APPLIED = { status: 'applied', entries: 1 } as const;
/** A look finds the value of the person; the write may have been made before it. */
const STALE = { edit: 'while it waits', status: 'stale', entries: 1 } as const;
const CASES: Readonly<Record<string, Case>> = {
  'takes effect and is answered 503 is not sent again': {
    fault: { times: 1, commits: true, status: 503 },
    statuses: [503],
    ...APPLIED,
  },
  'takes effect and is answered 503 for 30 s is not sent again': {
    fault: { times: 1, commits: true, status: 503, retryAfter: 30 },
    statuses: [503],
    ...APPLIED,
  },
  'takes effect and has no answer is not sent again': {
    fault: { times: 1, commits: true, status: 0 },
    statuses: [0],
    ...APPLIED,
  },
  'has neither effect nor answer is sent again': {
    fault: { times: 1, commits: false, status: 0 },
    statuses: [0, 200],
    ...APPLIED,
  },
  'is throttled for 3 s is sent again': { fault: { ...THROTTLED, retryAfter: 3 }, statuses: [429, 200], ...APPLIED },
  'is throttled for 60 s is sent again': { fault: { ...THROTTLED, retryAfter: 60 }, statuses: [429, 200], ...APPLIED },
  // Only a refusal says that a write had no effect.
  'is throttled for 150 s is not waited for': {
    fault: { ...THROTTLED, retryAfter: 150 },
    statuses: [429],
    status: 'failed',
    entries: 1,
  },
  'is refused is not sent again, and leaves nothing to undo': {
    fault: { commits: false, status: 403 },
    statuses: [403],
    status: 'failed',
    entries: 0,
  },
  'a person makes before is not sent': { edit: 'after the plan', statuses: [], status: 'stale', entries: 0 },
  'a person makes while it waits for 3 s is not sent again': {
    fault: { ...THROTTLED, retryAfter: 3 },
    statuses: [429],
    ...STALE,
  },
  'a person makes while it waits for 150 s is not sent again': {
    fault: { ...THROTTLED, retryAfter: 150 },
    statuses: [429],
    ...STALE,
  },
  'a person makes after the answer 503 is not sent again': {
    fault: { ...THROTTLED, status: 503 },
    statuses: [503],
    ...STALE,
  },
};

describe('a write that', () => {
  const places = NAMES.flatMap((service) =>
    Object.entries(CASES).map(([title, each], at) => ({ service, title, at, ...each })),
  );
  let started: Awaited<ReturnType<typeof planned>>;
  let applied: RemediationRun;
  let undone: RemediationRun;
  let between: readonly Json[];
  /** What a person sets, by address. */
  const own = new Map<string, Json>();
  let values: readonly (Json | undefined)[];
  let statuses: readonly (readonly number[])[];

  beforeAll(async () => {
    started = await planned(60);
    const { tenant, time, plan, mailbox } = started;
    const targets = places.map((place) => ({ ...place, address: mailbox(place.service, place.at) }));
    const edits = targets.flatMap(({ edit, address, service }) => {
      if (edit === undefined) return [];
      const edited = editedBy(tenant, address, service);
      own.set(address, edited.value);
      return [{ edit, address, edited, resource: SERVICES[service].writes }];
    });
    for (const { edit, edited } of edits) if (edit === 'after the plan') edited();
    tenant.setFaults({
      writes: targets.flatMap(({ fault, address }) =>
        fault === undefined ? [] : [{ addresses: [address], ...fault }],
      ),
    });
    tenant.watch(({ kind, address, resource }) => {
      if (kind !== 'write') return;
      for (const each of edits) if (each.address.toLowerCase() === address && each.resource === resource) each.edited();
    });
    applied = await apply(tenant, plan, { time, inputs: { 'max-failures': '100' } });
    tenant.watch(undefined);
    statuses = targets.map(({ address, service }) => statusesOf(tenant, address, service));
    between = stateOf(tenant);
    undone = await undo(tenant, applied, { time });
    values = targets.map(({ address, service }) => valueOf(tenant, address, service));
  });

  test.each(places.map((place, number) => ({ ...place, number })))('$title, in $service', (place) => {
    const { service, number, at, status, entries } = place;
    const address = started.mailbox(service, at);
    expect([statusOf(applied, address), statuses[number]]).toEqual([status, place.statuses]);
    expect(entriesOf(applied, address)).toHaveLength(entries);
    expect(own.has(address) ? values[number] : undefined).toEqual(own.get(address));
  });

  test('was made is undone, and what a person made is not', () => {
    expect(applied).toMatchObject({ fails: true, outputs: { result: 'partial' } });
    expect(undone).toMatchObject({ fails: false, outputs: { result: 'applied' } });
    const edited = [...own.keys()];
    expect(without(between, edited)).toEqual(without(withApplied(started.before, applied), edited));
    expect(without(stateOf(started.tenant), edited)).toEqual(without(started.before, edited));
  });

  test('is not waited for is made by the next run of the plan', async () => {
    const { tenant, time, plan, mailbox } = await planned();
    const addresses = NAMES.map((service) => mailbox(service));
    tenant.setFaults({ writes: addresses.map((each) => ({ addresses: [each], ...THROTTLED, retryAfter: 150 })) });
    expect((await apply(tenant, plan, { time })).outputs).toMatchObject({ result: 'partial', 'failed-count': '2' });
    expect(Math.max(...time.waits)).toBeLessThan(60_000);
    expect((await apply(tenant, plan, { time })).outputs).toMatchObject({ result: 'applied', 'applied-count': '2' });
  });

  test.each([
    ['2 reads', { reads: 2 }, 'applied'],
    ['15 s', { ms: 15_000 }, 'applied'],
    ['45 s', { ms: 45_000 }, 'applied'],
    ['65 s', { ms: 65_000 }, 'applied'],
    ['an hour', { ms: 3_600_000 }, 'not-verified'],
  ])('reads lag behind by %s is not sent again', async (_, lag, status) => {
    const { tenant, time, plan, mailbox } = await planned();
    const addresses = NAMES.map((service) => mailbox(service));
    tenant.setFaults({ staleReads: { addresses, ...lag }, exchangeStaleReads: { addresses, ...lag } });
    const lagging = await apply(tenant, plan, { time });
    expect(lagging.fails).toBe(status !== 'applied');
    expect(lagging.summary.includes('not-verified')).toBe(status !== 'applied');
    expect(lagging.outputs['failed-count']).toBe(status === 'applied' ? '0' : '2');
    expect(lagging.applied.map(({ Error: error }) => error === '')).toEqual(
      lagging.applied.map(({ Status }) => Status === 'applied'),
    );
    for (const service of NAMES) {
      const address = mailbox(service);
      expect([statusOf(lagging, address), statusesOf(tenant, address, service)]).toEqual([status, [200]]);
      expect(valueOf(tenant, address, service)).toBe(SERVICES[service].after);
      // It may be there, so that it must be possible to undo it.
      expect(entriesOf(lagging, address)).toHaveLength(1);
    }
    if (status === 'applied') return;
    await time.sleep(3_600_000);
    expect((await apply(tenant, plan, { time })).outputs.result).toBe('applied');
    for (const service of NAMES) expect(statusesOf(tenant, mailbox(service), service)).toEqual([200]);
  });

  test('is verified only at the end does not hide that others were not tried', async () => {
    const { tenant, time, plan, mailbox } = await planned();
    const addresses = NAMES.map((service) => mailbox(service));
    const lag = { addresses, ms: 45_000 };
    tenant.setFaults({ staleReads: lag, exchangeStaleReads: lag });
    const lagging = await apply(tenant, plan, { time, inputs: { 'max-failures': '1' } });
    expect(lagging).toMatchObject({ codes: ['CHANGES_FAILED'], outputs: { result: 'partial', 'failed-count': '0' } });
    expect(lagging.errors.join()).toContain('verified only at the end');
    expect(new Set(lagging.applied.map(({ Status }) => Status))).toEqual(new Set(['applied', 'pending']));
    expect((await apply(tenant, plan, { time })).outputs.result).toBe('applied');
  });

  test.each(NAMES)('waits for 60 s is not sent once the run is cancelled, in %s', async (service) => {
    const { tenant, time, plan, before, mailbox } = await planned();
    const address = mailbox(service);
    tenant.setFaults({ writes: [{ addresses: [address], commits: false, status: 429, retryAfter: 60 }] });
    const stop = new AbortController();
    time.onWait = (ms) => {
      if (ms >= 59_000) stop.abort(new Error('cancelled'));
    };
    const cancelled = await apply(tenant, plan, { time, signal: stop.signal });
    expect(cancelled).toMatchObject({ fails: true, codes: ['CANCELLED'] });
    expect([statusOf(cancelled, address), statusesOf(tenant, address, service)]).toEqual(['cancelled', [429]]);
    expect(entriesOf(cancelled, address)).toHaveLength(1);
    expect(stateOf(tenant)).toEqual(withApplied(before, cancelled));
  });

  test('another program makes at the same time is neither made twice nor lost in the undo records', async () => {
    const { tenant, time, plan, before } = await planned();
    const [one, other] = await Promise.all([apply(tenant, plan, { time }), apply(tenant, plan, { time })]);
    for (const each of [one, other]) {
      expect(each.outputs).toMatchObject({ result: 'applied', 'failed-count': '0' });
      expect(each.applied).toHaveLength(plan.planned.length);
    }
    expect(stateOf(tenant)).not.toEqual(before);
    for (const row of plan.planned) {
      const made = [one, other].filter(({ applied: rows }) =>
        rows.some(
          (done) => done.MailboxName === row.MailboxName && done.Setting === row.Setting && done.Status === 'applied',
        ),
      );
      expect(made.length).toBeGreaterThan(0);
    }
    for (const each of [one, other]) await undo(tenant, each, { time });
    expect(stateOf(tenant)).toEqual(before);
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

test('a change that a person makes between read and write to another setting stays, and is reported and recorded', async () => {
  const { tenant, time, plan, mailbox } = await planned();
  const address = mailbox('Graph');
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
  expect([isWritten, statusOf(applied, address)]).toEqual([true, 'applied']);
  const automaticRepliesSetting = { internalReplyMessage: internalReplyMessage(last) };
  expect(tenant.expected(address).settings).toMatchObject({
    automaticRepliesSetting,
    [DELIVERY]: 'sendToDelegateOnly',
  });
  expect(JSON.stringify(entriesOf(applied, address))).toContain(`Away ${last}`);
  expect(applied.lines.join('\n')).toContain('automaticRepliesSetting.internalReplyMessage');
});

describe('a write that loses parts of an inbox rule', () => {
  const LOSSES: readonly (readonly [string, JsonObject])[] = [
    ['conditions', { conditions: {} }],
    ['a condition', { conditions: { subjectContains: ['invoice'] } }],
    ['exceptions', { exceptions: {} }],
    ['actions', { actions: { stopProcessingRules: true } }],
  ];
  const RULE: JsonObject = {
    id: 'AQAAAAAAAAE=',
    displayName: 'Hide invoices',
    sequence: 1,
    isEnabled: true,
    hasError: false,
    isReadOnly: false,
    conditions: { subjectContains: ['invoice'], senderContains: ['fabrikam'] },
    exceptions: { senderContains: ['adele'] },
    actions: { delete: true, stopProcessingRules: true },
  };
  const policy = `rules:
  - id: hiding
    report: inbox-rules
    expect: { Delete: { not: { const: true } } }
    when: { Enabled: { const: true } }
    set: { isEnabled: false }
`;

  test.each(LOSSES)('is seen, and not undone: %s', async (_part, lost) => {
    const time = new VirtualTime();
    const tenant = await newTenant({ mailboxes: 12, clock: time.now });
    const address = tenant.addresses.find((each) => tenant.expected(each).status === 'ok') ?? '';
    tenant.setRules(address, [RULE]);
    const files = { 'list.txt': address, 'policy.yml': policy };
    const plan = await run(tenant, { time, files });
    expect(plan.planned).toHaveLength(1);
    tenant.watch(({ kind }) => {
      if (kind === 'write') tenant.setRules(address, [{ ...RULE, isEnabled: false, ...lost }]);
    });
    const applied = await apply(tenant, plan, { time, files });
    tenant.watch(undefined);
    const [part = ''] = Object.keys(lost);
    expect(applied.applied[0]).toMatchObject({ Status: 'applied', Error: expect.stringContaining(`${part}.`) });
    expect(applied.warnings.join()).toContain('also changed something that the plan does not have');
    expect(applied.summary.indexOf(part)).toBeGreaterThan(0);
    const undone = await undo(tenant, applied, { time, files });
    expect(tenant.expected(address).rules?.[0]).toMatchObject({ isEnabled: false });
    expect(undone.outputs['applied-count'] ?? '0').toBe('0');
  });

  test('is undone if only the case of a text differs', async () => {
    const time = new VirtualTime();
    const tenant = await newTenant({ mailboxes: 12, clock: time.now });
    const address = tenant.addresses.find((each) => tenant.expected(each).status === 'ok') ?? '';
    tenant.setRules(address, [RULE]);
    const files = { 'list.txt': address, 'policy.yml': policy };
    const applied = await apply(tenant, await run(tenant, { time, files }), { time, files });
    tenant.setRules(address, [{ ...RULE, isEnabled: false, exceptions: { senderContains: ['ADELE'] } }]);
    expect((await undo(tenant, applied, { time, files })).outputs).toMatchObject({ 'applied-count': '1' });
    expect(tenant.expected(address).rules?.[0]).toMatchObject({ isEnabled: true });
  });
});
