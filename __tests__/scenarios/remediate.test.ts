import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { jsonOrUndefined, property, type Json } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { runRemediate, type ActionOptions, type ActionRun, type StartedRun } from '../support/action-run.ts';
import { describeWithSignals, describeWithSmallDisks } from '../support/platform.ts';
import { remediations, stateOf, withApplied } from '../support/remediation-run.ts';
import { until } from '../support/scenario.ts';
import { unzipped } from '../support/zip.ts';

const POLICY = `rules:
  - id: no-imap
    report: client-access
    expect: { ImapEnabled: { const: false } }
    set: { ImapEnabled: false }
  - id: no-hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }
  - id: format
    expect: { DateFormat: { const: yyyy-MM-dd } }
    set: { dateFormat: yyyy-MM-dd }
`;

const { credential, newTenant, run, apply, undo } = remediations(POLICY);

/** Runs the packaged action. */
function remediate(tenant: Tenant, { inputs, files, ...options }: Omit<ActionOptions, 'tenant' | 'credential'> = {}) {
  return runRemediate({
    tenant,
    credential: credential(),
    ...options,
    inputs: {
      mailboxes: 'list.txt',
      'max-changes': '1000',
      'max-unreadable': '100',
      'internal-domains': 'contoso.com',
      ...inputs,
    },
    files: { 'policy.yml': POLICY, 'list.txt': tenant.addresses.join('\n'), ...files },
  });
}

/** Applies a plan by the packaged action. */
function applied(
  tenant: Tenant,
  { plan, outputs }: { readonly plan: string; readonly outputs: Readonly<Record<string, string>> },
  { inputs, files, ...options }: Omit<ActionOptions, 'tenant' | 'credential'> = {},
): Promise<ActionRun> {
  return remediate(tenant, {
    ...options,
    inputs: { mode: 'apply', 'plan-file': 'plan.json', 'plan-digest': outputs['plan-digest'], ...inputs },
    files: { 'plan.json': plan, ...files },
  });
}

/** The text of a file of a run, '' without one. */
function textOf({ outputs }: Pick<ActionRun, 'outputs'>, name: string): Promise<string> {
  return readFile(path.join(outputs['output-directory'] ?? '', name), 'utf8').catch(() => '');
}

/** The settings in an undo record, by mailbox. */
function recorded(text: string): ReadonlySet<string> {
  const changes = property(jsonOrUndefined(text), 'changes');
  expect(Array.isArray(changes)).toBe(true);
  return new Set(
    (Array.isArray(changes) ? changes : []).map((entry) =>
      keyOf(property(entry, 'mailbox'), property(entry, 'setting')),
    ),
  );
}

function keyOf(...parts: readonly (Json | undefined)[]): string {
  return JSON.stringify(parts).toLowerCase();
}

/** The settings that were changed in the tenant, by mailbox. */
function changed(tenant: Tenant): readonly string[] {
  return tenant.writes.flatMap(({ address, after }) => Object.keys(after).map((name) => keyOf(address, name)));
}

test('plans, applies, plans to undo and undoes as four steps of a run', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const plan = await remediate(tenant);
  expect(plan).toMatchObject({ code: 0, stderr: '', errors: [], outputs: { result: 'planned' } });
  const planned = plan.rowsOf('plan');
  expect(new Set(planned.map(({ Rule }) => Rule))).toEqual(new Set(['format', 'no-hiding', 'no-imap']));
  expect(Object.keys(planned[0] ?? {})).toEqual([
    'MailboxName',
    'Rule',
    'Title',
    'Item',
    'Setting',
    'Before',
    'After',
    'Found',
    'Expected',
  ]);
  expect(plan.summary).toContain(`Plan digest: \`${plan.outputs['plan-digest']}\``);
  expect(tenant.counts.writes).toBe(0);

  const applying = await applied(tenant, { plan: await textOf(plan, 'plan.json'), outputs: plan.outputs });
  expect(applying).toMatchObject({
    code: 0,
    stderr: '',
    errors: [],
    outputs: { result: 'applied', 'applied-count': String(planned.length), 'failed-count': '0', 'pending-count': '0' },
  });
  expect(applying.rowsOf('applied')).toEqual(planned.map((row) => ({ ...row, Status: 'applied', Error: '' })));
  const undoText = await textOf(applying, 'undo.json');
  expect(stateOf(tenant)).toEqual(withApplied(before, { applied: applying.rowsOf('applied'), undo: undoText }));
  // The plan has an artifact of the same run, which is kept.
  expect(tenant.artifacts().map(({ name }) => name)).toEqual([
    'mailbox-remediation',
    'mailbox-remediation-record',
    'mailbox-remediation-2',
  ]);
  const artifact = tenant.artifacts().at(-1);
  expect(artifact).toMatchObject({ id: Number(applying.outputs['artifact-id']) });
  expect([...unzipped(artifact?.bytes).keys()].sort()).toEqual(['applied.csv', 'plan.csv', 'undo.json']);

  const undo = { 'undo-file': 'undo.json', mailboxes: undefined, policy: undefined };
  const files = { 'undo.json': undoText };
  const undoPlan = await remediate(tenant, { inputs: undo, files });
  expect(undoPlan).toMatchObject({ code: 0, outputs: { result: 'planned', 'change-count': String(planned.length) } });
  const undone = await applied(
    tenant,
    { plan: await textOf(undoPlan, 'plan.json'), outputs: undoPlan.outputs },
    { inputs: { mode: 'undo', ...undo }, files },
  );
  expect(undone).toMatchObject({ code: 0, errors: [], outputs: { result: 'applied' } });
  expect(stateOf(tenant)).toEqual(before);
});

describeWithSignals('an apply', () => {
  test('that is killed before, at or after any write has its undo record as an artifact and on the disk, and can be continued and undone', async () => {
    // The mailboxes of all tenants are the same, so that a plan fits each of them.
    const planner = await newTenant({ mailboxes: 12 });
    const { planned } = await run(planner);
    // One change in each service.
    const list = ['dateFormat', 'ImapEnabled'].map(
      (name) => planned.find(({ Setting }) => Setting === name)?.MailboxName,
    );
    const files = { 'list.txt': list.join('\n') };
    const plan = await run(planner, { files });
    for (let point = 1, isKilled = true; isKilled; point += 1) {
      const tenant = await newTenant({ mailboxes: 12 });
      const before = stateOf(tenant);
      let started: StartedRun | undefined;
      let points = 0;
      let last = 'write';
      tenant.watch(({ kind }) => {
        // Further reads before or after a write change nothing.
        const isPoint = kind === 'write' || last === 'write';
        last = kind;
        if (isPoint && ++points === point) started?.kill('SIGKILL');
      });
      const killed = await applied(tenant, plan, {
        files,
        during: (each) => {
          started = each;
          return Promise.resolve();
        },
      });
      tenant.watch(undefined);
      isKilled = killed.signal === 'SIGKILL';
      expect([point, killed.code, killed.stderr]).toEqual([point, isKilled ? null : 0, '']);
      expectRecorded(tenant, await textOf(killed, 'undo.json'));
      const onDisk = await textOf(killed, 'undo.json');
      const rest = await apply(tenant, plan, { files });
      expect([point, rest.outputs.result]).toEqual([point, 'applied']);
      await undo(tenant, rest);
      if (onDisk !== '') await undo(tenant, { undo: onDisk });
      expect([point, stateOf(tenant)]).toEqual([point, before]);
    }
  });

  test('that is cancelled while a write waits for 60 s sends no other, and uploads its record within seconds', async () => {
    const tenant = await newTenant({ mailboxes: 12 });
    const plan = await run(tenant);
    tenant.setFaults({ writes: [{ rate: 1, commits: false, status: 429, retryAfter: 60 }] });
    const cancelled = await applied(tenant, plan, {
      during: async ({ kill }) => {
        await until(() => tenant.writes.length > 0);
        kill('SIGINT');
      },
    });
    expect(cancelled).toMatchObject({ code: 1, signal: null, outputs: { result: 'partial', 'applied-count': '0' } });
    expect(cancelled.errors.map(({ properties }) => properties.title)).toEqual(['CANCELLED']);
    expect(new Set(cancelled.rowsOf('applied').map(({ Status }) => Status))).toEqual(new Set(['cancelled']));
    expect(tenant.writes).toHaveLength(1);
    expect(tenant.artifacts().map(({ name }) => name)).toEqual(['mailbox-remediation-record', 'mailbox-remediation']);
    // The runner kills it after ten.
    expect(cancelled.endedAt - cancelled.startedAt).toBeLessThan(30_000);
  });
});

describeWithSmallDisks('an apply on a disk', () => {
  test.each([
    ['too small for an undo record has no write', 16, 'error'],
    ['too small for the other files keeps an undo record of each write', 28, 'partial'],
  ])('%s, with outputs', async (_, size, result) => {
    const tenant = await newTenant({ mailboxes: 24 });
    const plan = await run(tenant);
    const full = await applied(tenant, plan, {
      inputs: { 'output-directory': 'out' },
      shell:
        `mkdir out; exec unshare -rm bash -c 'mount -t tmpfs -o size=${size}k tmpfs out; "$0" "$1"; ` +
        'code=$?; cp -r out kept; exit $code\' "$0" "$1"',
    });
    expect(full).toMatchObject({ code: 1, stderr: '' });
    expect(full.errors.map(({ properties }) => properties.title)).toEqual(['OUTPUT_UNWRITABLE']);
    expect([full.outputs.result, tenant.writes.length > 0]).toEqual([result, result === 'partial']);
    expectRecorded(tenant, await readFile(path.join(full.workspace, 'kept', 'undo.json'), 'utf8').catch(() => ''));
  });
});

/** Each change in the tenant is in the undo record on the disk, and was in its artifact before it. */
function expectRecorded(tenant: Tenant, onDisk: string): void {
  if (changed(tenant).length === 0) return;
  const record = tenant.artifacts().find(({ name }) => name === 'mailbox-remediation-record');
  for (const text of [onDisk, unzipped(record?.bytes).get('undo.json')?.toString('utf8') ?? '']) {
    expect([...recorded(text)]).toEqual(expect.arrayContaining([...changed(tenant)]));
  }
}
