import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json } from '../../src/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import {
  editedPlan,
  remediations,
  stateOf,
  withApplied,
  type RemediationOptions,
  type RemediationRun,
} from '../support/remediation-run.ts';
import { describeOnPosix } from '../support/platform.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { newFolder } from '../support/new-folder.ts';

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
const HEX = /^[0-9a-f]{64}$/;
const DELIVERY = 'delegateMeetingMessageDeliveryOptions';

const { run, apply, planUndo, undo, newTenant } = remediations(POLICY);

/** The changes of a `plan.json`. */
function changesIn(plan: string): readonly Json[] {
  const changes = property(parseJson(plan), 'changes');
  return Array.isArray(changes) ? changes : [];
}

function failing(message: string): () => void {
  return () => {
    throw new Error(message);
  };
}

/** An edited plan, approved by its own digest. */
function withDigest(plan: string): RemediationOptions {
  return { files: { 'plan.json': plan }, inputs: editedPlan(plan).outputs };
}

test('a plan changes nothing, and its file has its tenant, its expiry and the evidence for each change', async () => {
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
  expect(plan.outputs['plan-digest']).toBe(createHash('sha256').update(plan.plan).digest('hex'));
  const file = parseJson(plan.plan);
  expect(file).toMatchObject({
    format: 'mailbox-report-plan',
    version: 2,
    kind: 'policy',
    tenant: tenant.tenantId,
    cloud: 'global',
    digests: { list: expect.stringMatching(HEX), policy: expect.stringMatching(HEX) },
    counts: { mailboxes: 18 },
  });
  const [expires = NaN, created = NaN] = ['expires', 'created'].map((name) =>
    Date.parse(JSON.stringify(property(file, name)).slice(1, -1)),
  );
  expect(expires - created).toBe(7 * 24 * 60 * 60 * 1000);
  const audience = changesIn(plan.plan).find((change) => isDeepStrictEqual(property(change, 'rules'), ['audience']));
  expect(audience).toMatchObject({
    mailboxId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    setting: 'automaticRepliesSetting.externalAudience',
    after: 'contactsOnly',
    found: expect.stringMatching(/^AutomaticReplyExternalAudience: all$/i),
    expected: 'AutomaticReplyExternalAudience: none or contactsOnly',
    cells: [{ report: 'mailbox-settings', column: 'AutomaticReplyExternalAudience', value: expect.anything() }],
  });
  const again = await run(tenant, { files: { 'list.txt': tenant.addresses.toReversed().join('\n') } });
  expect(changesIn(again.plan)).toEqual(changesIn(plan.plan));
  expect(stateOf(tenant)).toEqual(before);
  expect(tenant.counts.writes).toBe(0);
});

/** A plan that no test applies. */
let unapplied: Promise<{ readonly tenant: Tenant; readonly plan: RemediationRun }> | undefined;
const planned = () =>
  (unapplied ??= newTenant({ mailboxes: 12 }).then(async (tenant) => ({ tenant, plan: await run(tenant) })));

describe('an apply', () => {
  test.each<[string, (plan: RemediationRun) => RemediationOptions, string]>([
    ['the digest of another plan', () => ({ inputs: { 'plan-digest': 'a'.repeat(64) } }), 'PLAN_CHANGED'],
    [
      'a plan that was edited',
      ({ plan }) => ({ files: { 'plan.json': plan.replace('contactsOnly', 'all') } }),
      'PLAN_CHANGED',
    ],
    ['a plan that is cut', ({ plan }) => withDigest(plan.slice(0, -40)), 'PLAN_FILE'],
    ['a file that is no plan', () => withDigest('{}'), 'PLAN_FILE'],
    ['a plan of an earlier version', ({ plan }) => withDigest(plan.replace('"version":2', '"version":1')), 'PLAN_FILE'],
    ['a plan of a later version', ({ plan }) => withDigest(plan.replace('"version":2', '"version":3')), 'PLAN_FILE'],
    ['the plan of an undo', ({ plan }) => withDigest(plan.replace('"kind":"policy"', '"kind":"undo"')), 'PLAN_FILE'],
    ['another list', () => ({ files: { 'list.txt': 'megan@contoso.com' } }), 'PLAN_CHANGED'],
    ['another policy', () => ({ files: { 'policy.yml': POLICY.replace('[none, ', '[') } }), 'PLAN_CHANGED'],
    [
      'another tenant',
      ({ plan }) => withDigest(plan.replace(/"tenant":"[^"]+"/, '"tenant":"6b7ed4a2-6c1d-4f0f-8b59-4f0b7a1c8c11"')),
      'PLAN_CHANGED',
    ],
    [
      'another baseline',
      () => ({
        files: { 'baseline.csv': 'Rule,MailboxName,Item,Column,Found,Row,AddedOn\n' },
        inputs: { baseline: 'baseline.csv' },
      }),
      'PLAN_CHANGED',
    ],
    ['another cloud', ({ plan }) => withDigest(plan.replace('"cloud":"global"', '"cloud":"china"')), 'PLAN_CHANGED'],
    ['an expired plan', ({ plan }) => withDigest(plan.replace(/"expires":"\d{4}/, '"expires":"2025')), 'PLAN_EXPIRED'],
    [
      'a value that the policy does not set',
      ({ plan }) => withDigest(plan.replace('"contactsOnly"', '"none"')),
      'PLAN_FILE',
    ],
    [
      'a rule that does not set it',
      ({ plan }) => withDigest(plan.replace('["audience"]', '["delivery"]')),
      'PLAN_FILE',
    ],
    ['a change of no rule', ({ plan }) => withDigest(plan.replace('["audience"]', '[]')), 'PLAN_FILE'],
    [
      'a mailbox outside the list',
      ({ plan }) => withDigest(plan.replace(/("changes":[^]*?"mailbox":)"[^"]+"/, '$1"someone@contoso.com"')),
      'PLAN_FILE',
    ],
    ['more changes than max-changes', () => ({ inputs: { 'max-changes': '2' } }), 'PLAN_TOO_LARGE'],
  ])('changes nothing with %s', async (_, options, code) => {
    const { tenant, plan } = await planned();
    const applied = await apply(tenant, plan, options(plan));
    expect(applied).toMatchObject({ fails: true, codes: [code], outputs: { result: 'error' }, applied: [] });
    expect(tenant.counts.writes).toBe(0);
  });

  test('does not write to a mailbox that an edited plan names by the ID of another', async () => {
    const tenant = await newTenant({ mailboxes: 12 });
    const plan = await run(tenant);
    const [first, second] = [...new Set(plan.plan.match(/"mailboxId":"[^"]+"/g))];
    const edited = withDigest(plan.plan.replace(first ?? '', second ?? ''));
    const { applied } = await apply(tenant, plan, edited);
    expect(applied.filter(({ Error }) => Error?.includes('is another mailbox'))).toEqual([
      expect.objectContaining({ Status: 'stale', MailboxName: plan.planned[0]?.MailboxName }),
    ]);
  });

  test('names the missing permission before it plans', async () => {
    const tenant = await newTenant({ roles: ['MailboxSettings.Read', 'User.Read.All'] });
    const plan = await run(tenant);
    const applied = await apply(tenant, plan);
    expect(plan.outputs).toMatchObject({ result: 'planned' });
    expect(applied).toMatchObject({ codes: ['WRITE_DENIED'], outputs: { result: 'error' }, planned: [] });
    expect(applied.errors.join()).toContain('MailboxSettings.ReadWrite');
    expect(tenant.counts.writes).toBe(0);
  });

  test('needs to read the accounts that the plan names by ID', async () => {
    const { plan } = await planned();
    const tenant = await newTenant({ mailboxes: 12, roles: ['MailboxSettings.ReadWrite'] });
    const applied = await apply(tenant, plan);
    expect(applied).toMatchObject({ codes: ['WRITE_DENIED'], outputs: { result: 'error' } });
    expect(applied.errors.join()).toContain('User.Read.All');
    expect(tenant.counts.writes).toBe(0);
  });

  test.each([
    ['the mailboxes', 'mailboxSettings$|messageRules/', 403],
    ['the mailboxes', 'mailboxSettings$|messageRules/', 503],
    ['the accounts', 'proxyAddresses', 403],
  ])('stops after max-failures if it cannot read %s (%s, HTTP %d), and writes nothing', async (_, request, status) => {
    const tenant = await newTenant({ mailboxes: 12 });
    const plan = await run(tenant);
    const body = { error: { code: status === 403 ? 'ErrorAccessDenied' : 'ServiceUnavailable', message: 'No.' } };
    tenant.setFaults({ altered: [{ request, status, body }] });
    const applied = await apply(tenant, plan, { time: new VirtualTime(), inputs: { 'max-failures': '2' } });
    expect(applied).toMatchObject({ codes: ['CHANGES_FAILED'], outputs: { result: 'partial' } });
    const failed = applied.applied.filter(({ Status }) => Status === 'failed');
    expect(failed.length).toBeGreaterThanOrEqual(2);
    expect(failed.length).toBeLessThan(6);
    expect(new Set(applied.applied.map(({ Status }) => Status))).toEqual(new Set(['failed', 'pending']));
    expect(tenant.counts.writes).toBe(0);
  });

  test('warns that its undo record is soon deleted', async () => {
    const tenant = await newTenant({ mailboxes: 12 });
    const plan = await run(tenant);
    const { warnings } = await apply(tenant, plan, { inputs: { 'retention-days': '7', 'artifact-name': 'a' } });
    expect(warnings.join()).toContain('retention-days');
  });

  test('reports a change that the service ignored as not verified, and a second one finishes the rest', async () => {
    const tenant = await newTenant();
    const plan = await run(tenant);
    const ruled = new Set(plan.planned.filter(({ Item }) => Item !== '').map((row) => row.MailboxName));
    const { MailboxName = '' } = plan.planned.find((row) => !ruled.has(row.MailboxName ?? '')) ?? {};
    tenant.setFaults({ lostWrites: { addresses: [MailboxName] } });
    const lost = await apply(tenant, plan, { time: new VirtualTime() });
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
    const { tenant, plan } = await planned();
    const before = stateOf(tenant);
    const stopped = await apply(tenant, plan, { inputs: { 'output-directory': 'list.txt' } });
    expect(stopped).toMatchObject({ fails: true, codes: ['OUTPUT_UNWRITABLE'] });
    expect(stateOf(tenant)).toEqual(before);
    expect(tenant.counts.writes).toBe(0);
  });

  test.each([
    ['an apply without a plan', { mode: 'apply', 'plan-digest': 'a'.repeat(64) }, 'INPUT_MISSING'],
    ['an apply without a digest', { mode: 'apply', 'plan-file': 'policy.yml' }, 'INPUT_MISSING'],
    ['a digest that is none', { mode: 'apply', 'plan-file': 'policy.yml', 'plan-digest': 'abc' }, 'INPUT_INVALID'],
    ['another mode', { mode: 'destroy' }, 'INPUT_INVALID'],
    [
      'an undo without a file',
      { mode: 'undo', 'plan-file': 'policy.yml', 'plan-digest': 'a'.repeat(64) },
      'INPUT_MISSING',
    ],
    ['an undo file that is none', { mode: 'plan', 'undo-file': 'policy.yml' }, 'UNDO_FILE'],
  ])('refuses %s before it signs in', async (_, inputs, code) => {
    const { tenant } = await planned();
    const { tokens } = tenant.counts;
    expect(await run(tenant, { inputs })).toMatchObject({ fails: true, codes: [code], outputs: { result: 'error' } });
    expect(tenant.counts.tokens).toBe(tokens);
  });
});

test('an undo leaves values that were changed after the apply, and after its plan', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const applied = await apply(tenant, await run(tenant));
  expect(stateOf(tenant)).toEqual(withApplied(before, applied));
  const rows = applied.applied.filter(({ Rule }) => Rule === 'delivery');
  const [first = '', second = ''] = rows.map(({ MailboxName = '' }) => MailboxName);
  const own = { [DELIVERY]: 'sendToDelegateAndPrincipal' };
  tenant.edit(first, own);
  const plan = await planUndo(tenant, applied);
  expect(plan.warnings.join()).toContain('1 change is not undone: the setting changed since');
  expect(plan.planned).toHaveLength(applied.applied.length - 1);
  tenant.edit(second, own);
  const undone = await undo(tenant, applied, { inputs: {}, plan });
  expect(undone).toMatchObject({ fails: true, outputs: { result: 'partial', 'failed-count': '1' } });
  expect(undone.applied.filter(({ Status }) => Status === 'stale')).toEqual([
    expect.objectContaining({ MailboxName: second, Setting: DELIVERY }),
  ]);
  for (const address of [first, second]) expect(tenant.expected(address).settings).toMatchObject(own);
});

test('an undo file of another tenant or cloud is refused, also for its plan', async () => {
  const tenant = await newTenant({ mailboxes: 12 });
  const { undo: text } = await apply(tenant, await run(tenant));
  const { writes } = tenant.counts;
  const undoPlan = await planUndo(tenant, { undo: text });
  const forgeries = [
    text.replace(/"tenant":"[^"]+"/, '"tenant":"6b7ed4a2-6c1d-4f0f-8b59-4f0b7a1c8c11"'),
    text.replace('"cloud":"global"', '"cloud":"china"'),
  ];
  for (const forged of forgeries) {
    const { codes, plan } = await planUndo(tenant, { undo: forged });
    expect([codes, plan]).toEqual([['UNDO_FILE'], '']);
    const other = await undo(tenant, { undo: forged }, { plan: undoPlan });
    expect(other).toMatchObject({ fails: true, codes: ['PLAN_CHANGED'], outputs: { result: 'error' } });
  }
  expect(tenant.counts.writes).toBe(writes);
});

test('an undo leaves mailboxes whose addresses have other accounts now, and undoes the others', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const applied = await apply(tenant, await run(tenant));
  const between = stateOf(tenant);
  const [first = '', second = ''] = [...new Set(applied.applied.map(({ MailboxName = '' }) => MailboxName))];
  const swapped = applied.undo.replaceAll(first, '?').replaceAll(second, first).replaceAll('?', second);
  const undone = await undo(tenant, { undo: swapped });
  expect(undone.outputs).toMatchObject({ result: 'applied', 'failed-count': '0' });
  const plan = await planUndo(tenant, { undo: swapped });
  expect(plan).toMatchObject({ codes: [], outputs: { result: 'unchanged' } });
  expect(plan.warnings.join()).toMatch(/changes are not undone: .*address is another.s now/);
  const isLeft = (each: Json): boolean => [first, second].some((address) => property(each, 'address') === address);
  expect(stateOf(tenant)).toEqual(before.map((each, at) => (isLeft(each) ? (between[at] ?? null) : each)));
});

test('an undo leaves a mailbox whose address is not known any more, and plans the others', async () => {
  const tenant = await newTenant({ mailboxes: 12 });
  const applied = await apply(tenant, await run(tenant));
  const { MailboxName = '' } = applied.applied[0] ?? {};
  const plan = await planUndo(tenant, { undo: applied.undo.replaceAll(MailboxName, 'renamed@contoso.com') });
  expect(plan).toMatchObject({ codes: [], outputs: { result: 'planned' } });
  const others = applied.applied.filter((row) => row.MailboxName !== MailboxName);
  expect(plan.planned).toHaveLength(others.length);
  expect(plan.warnings.join()).toMatch(/changes? (?:is|are) not undone/);
});

test('the plan of an undo says what it undoes, and why it was changed', async () => {
  const tenant = await newTenant({ mailboxes: 12 });
  const env = { GITHUB_REPOSITORY: 'contoso/mailboxes', GITHUB_RUN_ID: '42', GITHUB_ACTOR: 'octocat' };
  const plan = await run(tenant, { env });
  const applied = await apply(tenant, plan, { env });
  expect(applied.summary).toContain('The plan is of run 42 of contoso/mailboxes, started by octocat, made on 20');
  expect(applied.summary).toContain(plan.outputs['plan-digest']);
  const undoPlan = await planUndo(tenant, applied, { env: { ...env, GITHUB_RUN_ID: '43' } });
  const day = /"applied":"([\d-]+)T/.exec(applied.undo)?.[1];
  const heading = `undo planned, undoes run 42 of contoso/mailboxes, applied on ${day}`;
  expect(undoPlan.summary.split('\n', 1)).toEqual([`## Mailbox Report: ${heading}`]);
  const reasons = ({ planned: rows }: RemediationRun) =>
    new Set(rows.map(({ MailboxName, Title, Found, Expected }) => [MailboxName, Title, Found, Expected].join()));
  expect(reasons(undoPlan)).toEqual(reasons(plan));
  const undone = await undo(tenant, applied, { env, plan: undoPlan });
  expect(undone.summary).toContain(`undo applied, undoes run 42 of contoso/mailboxes, applied on ${day}`);
});

test('an undo file of another repository is refused in a workflow, and accepted at a terminal', async () => {
  const tenant = await newTenant({ mailboxes: 12 });
  const applied = await apply(tenant, await run(tenant), { env: { GITHUB_REPOSITORY: 'contoso/mailboxes' } });
  for (const text of [applied.undo, applied.undo.replace('"contoso/mailboxes"', '""')]) {
    const other = await planUndo(tenant, { undo: text }, { env: { GITHUB_REPOSITORY: 'contoso/other' } });
    expect(other).toMatchObject({ codes: ['UNDO_FILE'], outputs: { result: 'error' }, plan: '' });
  }
  expect((await planUndo(tenant, applied, { env: { GITHUB_REPOSITORY: '' } })).outputs.result).toBe('planned');
});

test('the plan of an undo stops if the mailboxes cannot be read', async () => {
  const tenant = await newTenant({ mailboxes: 12 });
  const applied = await apply(tenant, await run(tenant));
  const body = { error: { code: 'ErrorAccessDenied', message: 'Access is denied.' } };
  tenant.setFaults({ altered: [{ request: 'mailboxSettings$', status: 403, body }] });
  const plan = await planUndo(tenant, applied, { inputs: { 'max-failures': '2' } });
  expect(plan).toMatchObject({ codes: ['INCOMPLETE'], outputs: { result: 'error' }, plan: '' });
});

describe('the undo record', () => {
  test('is an artifact before the first write, and never replaced', async () => {
    const tenant = await newTenant();
    const plan = await run(tenant);
    const writes: number[] = [];
    const applied = await apply(tenant, plan, {
      onUpload: (name) => {
        writes.push(tenant.counts.writes);
        if (name === 'mailbox-remediation')
          throw new Error('(409) Conflict: an artifact with this name already exists');
      },
    });
    expect(applied).toMatchObject({ codes: [], outputs: { result: 'applied' } });
    expect(writes).toEqual([0, tenant.counts.writes, tenant.counts.writes]);
    expect(applied.artifacts.map(({ name, files }) => [name, Object.keys(files).sort()])).toEqual([
      ['mailbox-remediation-record', ['undo.json']],
      ['mailbox-remediation-2', ['applied.csv', 'plan.csv', 'undo.json']],
    ]);
    const [record, final] = applied.artifacts.map(({ files }) => parseJson(files['undo.json'] ?? ''));
    const { 'plan-digest': digest } = plan.outputs;
    expect(record).toMatchObject({ tenant: tenant.tenantId, cloud: 'global', plan: digest });
    expect(property(record, 'changes')).toHaveLength(plan.planned.length);
    expect(property(final, 'changes')).toHaveLength(plan.planned.length);
  });

  test.each<[string, RemediationOptions, string]>([
    ['fails', { onUpload: failing('the service is down') }, 'ARTIFACT_FAILED'],
    ['finds every name taken', { onUpload: failing('(409) Conflict') }, 'ARTIFACT_NAME_TAKEN'],
    ['has no service', { env: { GITHUB_SERVER_URL: 'https://github.contoso.com' } }, 'ARTIFACT_GHES'],
    ['has no token', { env: { ACTIONS_RUNTIME_TOKEN: '' } }, 'ARTIFACT_UNAVAILABLE'],
    ['has no name', { inputs: { 'artifact-name': '' } }, 'INPUT_INVALID'],
  ])('whose upload %s prevents every write, and has outputs', async (_, options, code) => {
    const { tenant, plan } = await planned();
    const failed = await apply(tenant, plan, options);
    expect(failed).toMatchObject({ fails: true, codes: [code], outputs: { result: 'error' } });
    expect(failed.errors.join()).toMatch(/nothing (?:was|is) changed/i);
    expect(tenant.counts.writes).toBe(0);
  });

  test('that cannot be written at the end stays whole, and the outputs count what was changed', async () => {
    const tenant = await newTenant({ mailboxes: 12 });
    const plan = await run(tenant);
    const folder = newFolder();
    const full = await apply(tenant, plan, {
      inputs: { 'output-directory': folder },
      // A folder stands where the file is written first.
      onLine: (line) => {
        if (line.endsWith(': applied')) mkdirSync(path.join(folder, 'undo.json.new'), { recursive: true });
      },
    });
    expect(full).toMatchObject({ fails: true, codes: ['OUTPUT_UNWRITABLE'], outputs: { result: 'partial' } });
    expect(full.outputs).toMatchObject({ 'applied-count': String(plan.planned.length), 'failed-count': '0' });
    const [record, final] = full.artifacts.map(({ files }) => files['undo.json']);
    expect(final).toBe(record);
  });

  test('has another artifact if the last upload fails, which the error names', async () => {
    const tenant = await newTenant();
    const applied = await apply(tenant, await run(tenant), {
      onUpload: (name) => {
        if (name.endsWith('-record')) throw new Error('(409) Conflict');
        if (!name.includes('-record')) throw new Error('the service is down');
      },
    });
    expect(applied).toMatchObject({ codes: ['ARTIFACT_FAILED'], outputs: { result: 'partial', 'failed-count': '0' } });
    expect(applied.errors.join()).toContain('mailbox-remediation-record-2');
  });
});

test('undo.json and summary name who started and approved the run, and whether the changed mailboxes still violate', async () => {
  const tenant = await newTenant({ mailboxes: 12 });
  const plan = await run(tenant);
  const review = { environment: 'remediation', state: 'approved' } as const;
  const reviews = [{ ...review, login: 'octocat' }, { ...review, state: 'rejected', login: 'monalisa' } as const];
  const { env, id } = await tenant.startRun({ reviews });
  const own = { ...env, GITHUB_ACTOR: 'hubot' };
  const inputs = { 'github-token': tenant.githubToken, limit: '2' };
  const applied = await apply(tenant, plan, { env: own, inputs });
  expect(parseJson(applied.undo)).toMatchObject({
    run: { id: String(id) },
    actor: 'hubot',
    approvers: ['octocat'],
    plan: plan.outputs['plan-digest'],
  });
  expect(applied.summary).toContain(`by run ${id} of contoso/mailboxes, started by hubot, approved by octocat.`);
  expect(applied.summary).toContain('judged again: 0 of 2 still violate.');
  expect(applied.warnings.join()).not.toContain('judged again');
  const refused = await apply(tenant, plan, { env: own, inputs: { ...inputs, 'github-token': 'other' } });
  expect(refused.outputs.result).toBe('applied');
  expect(refused.summary).toContain('who approved it is not known');
  expect(property(parseJson(refused.undo), 'approvers')).toBeUndefined();
});

test.each<[string, (tenant: Tenant, address: string) => void, RegExp]>([
  [
    'still violate',
    (tenant, address) => {
      tenant.edit(address, { automaticRepliesSetting: { externalAudience: 'all' } });
    },
    /judged again: 1 of \d+ still violate: \S+@\S+\.$/,
  ],
  [
    'cannot be read',
    (tenant, address) => {
      const [name] = address.split('@');
      const body = { error: { code: 'ErrorAccessDenied', message: 'No.' } };
      tenant.setFaults({ altered: [{ request: `users/${name}.*mailboxSettings`, status: 403, body }] });
    },
    /judged again: 0 of \d+ still violate\. Of 1 it is not known\.$/,
  ],
])('an apply warns of mailboxes that %s after it', async (_, change, sentence) => {
  const tenant = await newTenant();
  const plan = await run(tenant);
  let isDone = false;
  const applied = await apply(tenant, plan, {
    onLine: (line) => {
      const [, address] = /^(\S+) automaticRepliesSetting\.externalAudience: .*: applied$/.exec(line) ?? [];
      if (address === undefined || isDone) return;
      isDone = true;
      change(tenant, address);
    },
  });
  expect(applied.outputs.result).toBe('applied');
  expect(applied.warnings).toContainEqual(expect.stringMatching(sentence));
});

test('with counts, neither the log nor the summary names a mailbox', async () => {
  const tenant = await newTenant();
  const inputs = { summary: 'counts' };
  const plan = await run(tenant, { inputs });
  const [{ MailboxName = '' } = {}] = plan.planned.filter(({ Rule }) => Rule === 'delivery');
  tenant.edit(MailboxName, { [DELIVERY]: 'sendToDelegateAndPrincipal' });
  const applied = await apply(tenant, plan, { inputs });
  tenant.edit(MailboxName, { [DELIVERY]: 'sendToDelegateAndInformationToPrincipal' });
  const undone = await undo(tenant, applied, { inputs });
  const conflict = await run(tenant, {
    inputs,
    files: { 'policy.yml': POLICY.replace('Options: sendToDelegateOnly', 'Options: sendToDelegateAndPrincipal') },
  });
  expect([plan, applied, undone].map(({ outputs }) => outputs.result)).toEqual(['planned', 'partial', 'applied']);
  expect(conflict.codes).toEqual(['SET_REFUSED']);
  for (const { lines, summary, warnings, errors } of [plan, applied, undone, conflict]) {
    expect([...lines, summary, ...warnings, ...errors].join('\n')).not.toContain('@contoso.com');
  }
});

describeOnPosix('the files of a remediation', () => {
  test('are for their owner alone, also where others were', async () => {
    const tenant = await newTenant({ mailboxes: 12 });
    const folder = newFolder();
    for (const name of ['plan.json', 'plan.csv']) writeFileSync(path.join(folder, name), 'x', { mode: 0o644 });
    const plan = await run(tenant, { inputs: { 'output-directory': folder } });
    await apply(
      tenant,
      { ...plan, plan: readFileSync(path.join(folder, 'plan.json'), 'utf8') },
      { inputs: { 'output-directory': folder } },
    );
    const modes = readdirSync(folder).map((name) => [name, statSync(path.join(folder, name)).mode & 0o777]);
    expect(modes.sort()).toEqual(['applied.csv', 'plan.csv', 'plan.json', 'undo.json'].map((name) => [name, 0o600]));
  });
});

test('a plan is applied in waves, and the summary and annotations name what failed first', async () => {
  const tenant = await newTenant();
  const before = stateOf(tenant);
  const plan = await run(tenant);
  const first = await apply(tenant, plan, { inputs: { limit: '4' } });
  const mailboxes = [...new Set(plan.planned.map((row) => row.MailboxName))].slice(0, 4);
  const { length } = plan.planned.filter((row) => mailboxes.includes(row.MailboxName));
  expect(length).toBeGreaterThan(4);
  const left = String(plan.planned.length - length);
  expect(first).toMatchObject({
    fails: false,
    outputs: { result: 'applied', 'applied-count': String(length), 'pending-count': left },
  });
  expect(property(parseJson(first.undo), 'changes')).toHaveLength(length);
  const { MailboxName = '' } = plan.planned.findLast(({ Item }) => Item === '') ?? {};
  tenant.setFaults({ writes: [{ addresses: [MailboxName], status: 400, commits: false }] });
  const second = await apply(tenant, plan);
  expect(second).toMatchObject({ codes: ['CHANGES_FAILED'], outputs: { result: 'partial', 'pending-count': '0' } });
  expect(second.applied.filter(({ Status }) => Status === 'unchanged')).toHaveLength(length);
  expect(second.warnings.join()).toContain(MailboxName);
  expect(second.summary.split('###')[1]).toContain(MailboxName);
  expect(second.summary.split('###')[1]).toMatch(/^ failed/);
  tenant.setFaults({});
  // The record of the first wave has the whole plan.
  const [record] = first.artifacts;
  await undo(tenant, { undo: record?.files['undo.json'] ?? '' });
  expect(stateOf(tenant)).toEqual(before);
});
