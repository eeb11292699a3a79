import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { runRemediate, type ActionOptions, type ActionRun, type StartedRun } from '../support/action-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { describeWithSignals } from '../support/platform.ts';
import { remediations, stateOf, withApplied, type RemediationRun } from '../support/remediation-run.ts';
import { until } from '../support/scenario.ts';
import { unzipped } from '../support/zip.ts';

const POLICY = `rules:
  - id: audience
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    set: { automaticRepliesSetting: { externalAudience: contactsOnly } }
  - id: no-hiding
    report: inbox-rules
    when: { Enabled: { const: true } }
    expect: { Hides: { const: false } }
    set: { isEnabled: false }
  - id: no-imap
    report: client-access
    expect: { ImapEnabled: { const: false } }
    set: { ImapEnabled: false }
`;

// The tests of `remediation` run the same code in their process.
const { credential, newTenant, run, apply, undo } = remediations(POLICY);

function remediate(tenant: Tenant, { inputs, files, ...options }: Omit<ActionOptions, 'tenant' | 'credential'> = {}) {
  return runRemediate({
    ...{ tenant, credential: credential(), ...options },
    inputs: { 'max-changes': '500', ...inputs },
    files: { 'policy.yml': POLICY, ...files },
  });
}

/** What became of a run, from the files that it left behind. */
async function filesOf({ outputs }: Pick<ActionRun, 'outputs'>): Promise<Pick<RemediationRun, 'applied' | 'undo'>> {
  const folder = outputs['output-directory'] ?? '';
  const [csv, json] = await Promise.all(
    ['applied.csv', 'undo.json'].map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  return { applied: parsedCsv(csv ?? ''), undo: json ?? '' };
}

test('plans, applies and undoes as three steps of a run', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const plan = await remediate(tenant);
  expect(plan).toMatchObject({ code: 0, stderr: '', errors: [], outputs: { result: 'planned' } });
  const planned = plan.rowsOf('plan');
  expect(new Set(planned.map(({ Rule }) => Rule))).toEqual(new Set(['audience', 'no-hiding', 'no-imap']));
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

  const applying = await remediate(tenant, { inputs: { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'] } });
  expect(applying).toMatchObject({
    ...{ code: 0, stderr: '', errors: [] },
    outputs: { result: 'applied', 'applied-count': String(planned.length), 'failed-count': '0' },
  });
  expect(applying.rowsOf('applied')).toEqual(planned.map((row) => ({ ...row, Status: 'applied', Error: '' })));
  const applied = await filesOf(applying);
  expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  // The plan has an artifact of the same run, which is kept.
  const artifact = tenant.artifacts().at(-1);
  expect(artifact).toMatchObject({ name: 'mailbox-remediation-2', id: Number(applying.outputs['artifact-id']) });
  expect([...unzipped(artifact?.bytes).keys()].sort()).toEqual(['applied.csv', 'plan.csv', 'undo.json']);

  const undoing = await remediate(tenant, {
    inputs: { mode: 'undo', 'undo-file': 'undo.json', mailboxes: undefined, policy: undefined },
    files: { 'undo.json': applied.undo },
  });
  expect(undoing).toMatchObject({
    ...{ code: 0, errors: [] },
    outputs: { result: 'applied', 'applied-count': String(planned.length) },
  });
  expect(stateOf(tenant)).toEqual(before);
});

describeWithSignals('an apply that is stopped in the middle', () => {
  /** Applies a plan, and does something after three writes. */
  async function stopped(tenant: Tenant, stop: (run: StartedRun) => void): Promise<[RemediationRun, ActionRun]> {
    const plan = await run(tenant);
    const applying = await remediate(tenant, {
      inputs: { mode: 'apply', 'plan-digest': plan.outputs['plan-digest'], 'internal-domains': 'contoso.com' },
      during: async (started) => {
        await until(() => tenant.counts.writes >= 3);
        stop(started);
      },
    });
    return [plan, applying];
  }

  test('by a cancellation, does not start another write, and its files say what was done', async () => {
    const tenant = await newTenant({ mailboxes: 16, latency: { batch: 40, exchange: 40 } });
    const before = stateOf(tenant);
    const [plan, applying] = await stopped(tenant, ({ kill }) => {
      kill('SIGINT');
    });
    expect(applying).toMatchObject({ code: 1, signal: null, outputs: { result: 'partial' } });
    expect(applying.errors.map(({ properties }) => properties.title)).toEqual(['CANCELLED']);
    const applied = await filesOf(applying);
    expect(applied.applied).toHaveLength(plan.planned.length);
    expect(new Set(applied.applied.map(({ Status }) => Status))).toEqual(new Set(['applied', 'cancelled']));
    expect(stateOf(tenant)).toEqual(withApplied(before, applied));
    const undone = await undo(tenant, { undo: applied.undo });
    expect(undone.outputs).toMatchObject({ result: 'applied' });
    expect(stateOf(tenant)).toEqual(before);
  });

  test('by a kill, has complete files up to the last finished write, and a second one finishes the rest', async () => {
    const tenant = await newTenant({ mailboxes: 16, latency: { batch: 40, exchange: 40 } });
    const before = stateOf(tenant);
    const [plan, killed] = await stopped(tenant, ({ kill }) => {
      kill('SIGKILL');
    });
    expect(killed).toMatchObject({ code: null, signal: 'SIGKILL' });
    expect(await readdir(killed.outputs['output-directory'] ?? '')).toEqual(['applied.csv', 'plan.csv', 'undo.json']);
    const left = await filesOf(killed);
    const entries = property(parseJson(left.undo), 'changes');
    const count = Array.isArray(entries) ? entries.length : 0;
    expect(left.applied.length).toBeGreaterThan(0);
    expect(new Set(left.applied.map(({ Status }) => Status))).toEqual(new Set(['applied']));
    // Only the write that was under way is in one of the files alone.
    expect(count).toBeGreaterThanOrEqual(left.applied.length);
    expect(count).toBeLessThan(plan.planned.length);
    const made = withApplied(before, left);
    const differing = stateOf(tenant).filter((mailbox, at) => JSON.stringify(mailbox) !== JSON.stringify(made[at]));
    expect(differing.length).toBeLessThanOrEqual(1);

    const rest = await run(tenant);
    expect(rest.planned.length).toBeLessThanOrEqual(plan.planned.length - left.applied.length);
    const second = await apply(tenant, rest);
    expect(second.outputs).toMatchObject({ result: 'applied', 'failed-count': '0' });
    expect(await run(tenant)).toMatchObject({ outputs: { result: 'unchanged' } });
    for (const each of [second, left]) await undo(tenant, each);
    expect(stateOf(tenant)).toEqual(before);
  });
});
