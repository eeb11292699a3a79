import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parseJson, property } from '../../../../src/json.ts';
import type { Terminal } from '../../../../src/cli/terminal.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { scenarios } from '../../../support/scenario.ts';
import { stateOf } from '../../../support/remediation-run.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';

const POLICY = `rules:
  - id: delivery
    when: { UserPurpose: { const: user } }
    expect: { DelegateMeetingMessages: { const: sendToDelegateOnly } }
    set: { delegateMeetingMessageDeliveryOptions: sendToDelegateOnly }
`;

const { credential, newTenant } = scenarios();
const home = newFolder();

beforeAll(() => {
  writeFileSync(path.join(home, 'report.pfx'), Buffer.from(credential().pfx, 'base64'));
  writeFileSync(path.join(home, 'policy.yml'), POLICY);
});

const NEWER = {
  id: 'newer',
  displayName: 'Newer',
  sequence: 9,
  isEnabled: true,
  hasError: false,
  isReadOnly: false,
  actions: { markAsRead: true },
};

function remediate(tenant: Tenant, mode: string, ...more: readonly string[]): Promise<ProgramRun> {
  return remediateAsking(tenant, mode, more, () => Promise.resolve(undefined));
}

async function remediateAsking(
  tenant: Tenant,
  mode: string,
  more: readonly string[],
  ask: Terminal['ask'],
): Promise<ProgramRun> {
  const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'report.pfx'];
  const hosts = ['--endpoints', endpointLines(tenant)];
  writeFileSync(path.join(home, 'list.txt'), tenant.addresses.join('\n'));
  const isUndo = more.includes('--undo-file');
  const policy = more.includes('--restore') ? [] : ['--policy', 'policy.yml'];
  const files = isUndo ? [] : ['--mailboxes', 'list.txt', ...policy];
  if (mode === 'plan' && !isUndo) files.push('--max-unreadable', '100%');
  const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
  const shown: string[] = [];
  const progress = (text: string): void => void shown.push(text);
  const run = await runProgram(['remediate', mode, ...signIn, ...hosts, ...files, ...more], env, home, {
    ask,
    progress,
  });
  // Each change is printed once.
  const printed = run.stdout.split('\n').flatMap((line) => /^applied (.*)$/.exec(line)?.[1] ?? []);
  expect(shown.filter((line) => printed.some((text) => line.startsWith(text.slice(0, 60))))).toEqual([]);
  expect(`${run.stdout}${run.stderr}`).not.toContain(credential().password);
  return run;
}

test('plans, applies and undoes, and never overwrites an undo file', async () => {
  const tenant = await newTenant({ mailboxes: 15, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] });
  const before = stateOf(tenant);
  const plan = await remediate(tenant, 'plan', '--output-directory', 'plan');
  const [, digest = ''] = /digest ([0-9a-f]{64})/.exec(plan.stdout) ?? [];
  expect(plan.code).toBe(0);
  // The tables of the summary.
  expect(plan.stdout).toMatch(/^ {2}Violations of +Planned +Exempt +Known +Inconclusive +Not changeable$/m);
  expect(plan.stdout).toMatch(/^ {2}delivery +delegateMeetingMessageDeliveryOptions +\w+ +sendToDelegateOnly +\d+$/m);
  expect(plan.stdout).toMatch(
    /^ {2}\S+@contoso\.com +\w+ +DelegateMeetingMessages: .+ +DelegateMeetingMessages: \w+$/m,
  );
  expect(plan.stdout).not.toMatch(/&#|`|\| ---/);

  const file = ['--plan-file', path.join('plan', 'plan.json'), '--max-unreadable', '100%'];
  const other = await remediate(tenant, 'apply', ...file, '--plan-digest', '0'.repeat(64));
  expect(other.code).toBe(1);
  expect(other.stderr).toContain('error: PLAN_CHANGED: ');
  expect(tenant.counts.writes).toBe(0);

  const approved = [...file, '--plan-digest', digest];
  const apply = await remediate(tenant, 'apply', ...approved, '--output-directory', 'out', '--json');
  expect(apply.code).toBe(0);
  const json = parseJson(apply.stdout);
  expect(json).toMatchObject({ ok: true, result: 'applied', digest });
  const changes = property(json, 'changes');
  expect(changes).toEqual(expect.arrayContaining([expect.objectContaining({ status: 'applied', error: '' })]));
  expect(tenant.counts.writes).toBe(Array.isArray(changes) ? changes.length : 0);

  const again = await remediate(tenant, 'apply', ...approved, '--output-directory', 'out');
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('undo.json of an earlier apply') });
  expect((await remediate(tenant, 'plan')).stdout).toMatch(/^unchanged: 0 changes/m);

  const undoFile = ['--undo-file', path.join('out', 'undo.json')];
  const back = await remediate(tenant, 'plan', ...undoFile, '--output-directory', 'back');
  const [, backDigest = ''] = /digest ([0-9a-f]{64})/.exec(back.stdout) ?? [];
  const backFile = ['--plan-file', path.join('back', 'plan.json'), '--plan-digest', backDigest];
  const undo = await remediate(tenant, 'undo', ...undoFile, ...backFile);
  expect(undo.code).toBe(0);
  expect(undo.stdout).toMatch(
    /^applied \S+@contoso\.com delegateMeetingMessageDeliveryOptions: sendToDelegateOnly -> /m,
  );
  expect(stateOf(tenant)).toEqual(before);
});

test('brings mailboxes back to an earlier report, and says what it leaves as it is', async () => {
  const tenant = await newTenant({ mailboxes: 15, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] });
  const before = stateOf(tenant);
  const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'report.pfx'];
  writeFileSync(path.join(home, 'list.txt'), tenant.addresses.join('\n'));
  const report = [
    '--mailboxes',
    'list.txt',
    '--report',
    'mailbox-settings,inbox-rules,accounts',
    '--output-directory',
    'earlier',
  ];
  const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
  await runProgram(['report', ...signIn, '--endpoints', endpointLines(tenant), ...report], env, home);
  const [address = ''] = tenant.addresses.filter((one) => tenant.expected(one).status === 'ok');
  const { settings } = tenant.expected(address);
  const zone = JSON.stringify(settings).includes('"timeZone":"UTC"') ? 'Pacific Standard Time' : 'UTC';
  tenant.edit(address, { timeZone: zone });
  tenant.setRules(address, [...(tenant.expected(address).rules ?? []), NEWER]);
  const restore = ['--restore', 'earlier'];
  const plan = await remediate(tenant, 'plan', ...restore, '--output-directory', 'restore');
  expect(plan.stdout).toMatch(/^ {2}Restores +the report of 20\d\d-\d\d-\d\d$/m);
  expect(plan.stdout).toMatch(/^ {2}\S+ +Newer +it is newer than the report$/m);
  const json = await remediate(tenant, 'plan', ...restore, '--only', 'rules', '--json');
  expect(parseJson(json.stdout)).toMatchObject({
    result: 'unchanged',
    left: expect.arrayContaining([{ mailbox: address, item: 'Newer', reason: 'it is newer than the report' }]),
  });
  const file = ['--plan-file', path.join('restore', 'plan.json'), '--max-unreadable', '100%'];
  const apply = await remediateAsking(tenant, 'apply', [...restore, ...file], () => Promise.resolve('apply'));
  expect(apply).toMatchObject({ code: 0, stdout: expect.stringContaining(`applied ${address} timeZone: ${zone} ->`) });
  tenant.setRules(
    address,
    (tenant.expected(address).rules ?? []).filter(({ id }) => id !== NEWER.id),
  );
  expect(stateOf(tenant)).toEqual(before);
});

test('shows the plan and asks, where no digest was approved', async () => {
  const tenant = await newTenant({ mailboxes: 15, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] });
  const before = stateOf(tenant);
  await remediate(tenant, 'plan', '--output-directory', 'asked');
  const file = ['--plan-file', path.join('asked', 'plan.json'), '--max-unreadable', '100%'];
  const answers = ['no', 'apply', 'undo'];
  const questions: string[] = [];
  const asked = (mode: string, ...more: readonly string[]) =>
    remediateAsking(tenant, mode, more, (question) => {
      questions.push(question);
      return Promise.resolve(answers.shift());
    });
  const unasked = await remediate(tenant, 'apply', ...file);
  expect(unasked).toMatchObject({ code: 2, stderr: expect.stringContaining('NO_TERMINAL') });
  expect(await asked('apply', ...file)).toMatchObject({ code: 1, stderr: expect.stringContaining('CANCELLED') });
  expect(tenant.counts.writes).toBe(0);
  expect(questions).toHaveLength(1);
  // What does not fit is an error before the question.
  const other = path.join(home, 'asked', 'other.json');
  const text = readFileSync(path.join(home, 'asked', 'plan.json'), 'utf8');
  writeFileSync(other, text.replace(/"tenant":"[^"]+"/, '"tenant":"6b7ed4a2-6c1d-4f0f-8b59-4f0b7a1c8c11"'));
  const misfit = await asked('apply', '--plan-file', path.join('asked', 'other.json'), '--max-unreadable', '100%');
  expect(misfit).toMatchObject({ code: 1, stderr: expect.stringContaining('PLAN_CHANGED') });
  expect(questions).toHaveLength(1);
  const apply = await asked('apply', ...file, '--output-directory', 'asked-apply');
  expect(apply.code).toBe(0);
  const [question = '', done = ''] = apply.stdout.split(/(?=^applied )/m);
  expect(question).toContain(`Tenant   ${tenant.tenantId} (global)`);
  expect(question).toMatch(/^ {2}Made +20.+(?:ago|just now)$/m);
  expect(question).toContain('Violations of');
  expect(done).toMatch(/^applied \S+@contoso\.com /);
  const undo = await asked('undo', '--undo-file', path.join('asked-apply', 'undo.json'));
  expect(undo).toMatchObject({ code: 0, stdout: expect.stringContaining('\napplied: ') });
  expect(questions.at(-1)).toMatch(/^Type "undo" to make \d+ changes?: $/);
  expect(stateOf(tenant)).toEqual(before);
});

test('reads the options that are not given from mailbox-report.yml, but not the folder of a report', async () => {
  const tenant = await newTenant({ mailboxes: 15, roles: ['MailboxSettings.ReadWrite', 'User.Read.All'] });
  const folder = newFolder();
  const { tenantId, clientId, addresses } = tenant;
  const file = {
    'tenant-id': tenantId,
    'client-id': clientId,
    mailboxes: 'list.txt',
    policy: 'policy.yml',
    'max-unreadable': '100%',
    'output-directory': 'report',
    unlisted: 'warn',
  };
  writeFileSync(path.join(folder, 'list.txt'), addresses.join('\n'));
  writeFileSync(path.join(folder, 'policy.yml'), POLICY);
  writeFileSync(path.join(folder, 'own.yml'), JSON.stringify(file));
  const hosts = ['--endpoints', endpointLines(tenant)];
  const options = ['--config', 'own.yml', '--pfx', path.join(home, 'report.pfx'), ...hosts];
  const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
  const plan = await runProgram(['remediate', 'plan', ...options], env, folder);
  expect(plan).toMatchObject({ code: 0, stdout: expect.stringMatching(/^planned: \d+ changes/m) });
  expect(readdirSync(folder)).toContainEqual(expect.stringMatching(/^remediation-plan-/));
  const strict = await runProgram(['remediate', 'plan', ...options, '--max-unreadable', '0'], env, folder);
  expect(strict).toMatchObject({ code: 1, stderr: expect.stringContaining('--max-unreadable') });
});

test.each([
  [['plan', '--mailboxes', 'c', '--policy', 'd'], 2, '--tenant-id <id>, --client-id <id>, a credential (--pfx <file>'],
  [['plan', '--tenant-id', 'a', '--client-id', 'b', '--mailboxes', 'c', '--policy', 'd'], 2, '--pfx <file>'],
])('names what %j lacks', async (args, code, text) => {
  const run = await runProgram(['remediate', ...args]);
  expect(run.code).toBe(code);
  expect(run.stderr).toContain(text);
});
