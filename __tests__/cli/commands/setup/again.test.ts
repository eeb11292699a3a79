import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { VERSION } from '../../../../src/version.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { checkout, WORKFLOW } from './left-behind.ts';
import { planOf, setup } from './setup-run.ts';

const { newTenant } = scenarios();

const CONFIG = 'mailbox-report.yml';
const REPOSITORY = ['--repository', 'contoso/mailboxes', '--yes'];
const PINNED = 'mailbox-report/mailbox-report@0123456789012345678901234567890123456789 # main';

function edit(folder: string, file: string, change: (text: string) => string): void {
  writeFileSync(path.join(folder, file), change(readFileSync(path.join(folder, file), 'utf8')));
}

/** The step of the workflow that setup wrote before there was mailbox-report.yml. */
function withOldStep(workflow: string): string {
  return workflow.replace(
    `          config: ${CONFIG}\n`,
    '          mailboxes: all\n          report: |\n            mailbox-settings\n            inbox-rules\n          policy: policy.yml\n',
  );
}

test('changes keys, a time zone and a policy in files that people have edited, and nothing else in them', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, REPOSITORY);
  writeFileSync(
    path.join(folder, 'rules.yml'),
    'rules: [{ id: a, report: folders, expect: { Items: { maximum: 9 } } }]\n',
  );
  edit(folder, WORKFLOW, (text) =>
    text.replace(/mailbox-report\/mailbox-report@.*/, PINNED).replace('ubuntu-latest', 'ubuntu-24.04 # ours'),
  );
  edit(
    folder,
    CONFIG,
    (text) => `${text.replace('- inbox-rules', "- 'inbox-rules' # spies")}\n# until spring\nmax-unreadable: 3\n`,
  );
  const before = checkout(folder);

  const changes = [
    '--time-zone',
    'Europe/Berlin',
    '--policy',
    'rules.yml',
    '--report',
    'inbox-rules',
    'automatic-replies',
  ];
  const planned = await setup(tenant, folder, [...REPOSITORY, ...changes, '--dry-run']);
  expect(planned).toMatchObject({ code: 0, stderr: '' });
  expect(checkout(folder)).toEqual(before);
  expect(planOf(planned)).toEqual([
    'permission Mail.ReadBasic.All (reads folders, senders and subjects of every mailbox, not the text of mail)',
    'admin consent',
    `file ${WORKFLOW}`,
    `file ${CONFIG} (what was chosen)`,
  ]);
  const made = await setup(tenant, folder, [...REPOSITORY, ...changes]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/git add rules\.yml /);
  expect(checkout(folder)).toEqual({
    ...before,
    'mailbox-report-setup.json': expect.any(String),
    [WORKFLOW]: before[WORKFLOW]?.replace('Etc/UTC # or', 'Europe/Berlin # or'),
    [CONFIG]: before[CONFIG]?.replace('  - mailbox-settings\n', '')
      .replace('# spies\n', '# spies\n  - automatic-replies\n')
      .replace('policy.yml', 'rules.yml'),
  });

  const again = await setup(tenant, folder, REPOSITORY);
  expect(planOf(again)).toEqual([]);
  expect(again.stdout).not.toContain('may do more');
  const undone = await setup(tenant, folder, ['--undo', '--yes']);
  for (const file of [WORKFLOW, CONFIG]) expect(undone.stdout).toContain(`${file} is kept: it was changed since.`);
  expect(Object.keys(checkout(folder))).not.toContain('policy.yml');
});

test('names the rules that a policy which somebody has changed lacks, if there are some', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, REPOSITORY);
  // Before the first release, there is no tag.
  const published = `mailbox-report/${VERSION.startsWith('0.') ? 'main' : 'v1'}/schemas`;
  for (const file of ['policy.yml', CONFIG]) expect(checkout(folder)[file]).toContain(published);
  edit(folder, 'policy.yml', (text) => `${text}# ours\n`);
  const again = await setup(tenant, folder, REPOSITORY);
  expect([planOf(again), again.stdout]).toEqual([[], expect.not.stringContaining('is kept')]);
  const other = await setup(tenant, folder, [...REPOSITORY, '--report', 'inbox-rules', 'client-access']);
  expect(other.stdout).toContain('policy.yml is kept');
  expect(other.stdout).toContain('lacks rules of setup for the chosen reports: smtp-auth-off.');
});

test('asks for what a workflow cannot get by itself, and says how to change it', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, REPOSITORY);
  rmSync(path.join(folder, CONFIG));
  edit(folder, WORKFLOW, (text) => withOldStep(text).replace(/mailbox-report\/mailbox-report@.*/, PINNED));
  const workflow = checkout(folder)[WORKFLOW];
  const made = await setup(tenant, folder, [...REPOSITORY, '--report', 'mailbox-settings', 'folders']);
  expect(made.stdout).toContain(`${WORKFLOW} is kept`);
  expect(made.stdout).toContain('take mailboxes, report, policy out of it');
  expect(made.stdout).toContain('\n  -             inbox-rules\n');
  expect(made.stdout).toContain(`\n  +           config: ${CONFIG}\n`);
  expect(checkout(folder)[WORKFLOW]).toBe(workflow);
  const zone = await setup(tenant, folder, [...REPOSITORY, '--time-zone', 'Europe/Berlin']);
  expect(zone.stdout).not.toContain('is kept');
  expect(checkout(folder)[WORKFLOW]).toBe(workflow?.replace('Etc/UTC #', 'Europe/Berlin #'));
  expect(parse(checkout(folder)[CONFIG] ?? '')).toEqual({
    mailboxes: 'all',
    report: ['mailbox-settings', 'folders'],
    policy: 'policy.yml',
  });
});

test('the inputs of a workflow that setup wrote before go to mailbox-report.yml', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, [...REPOSITORY, '--report', 'inbox-rules']);
  const before = checkout(folder)[WORKFLOW] ?? '';
  const old = withOldStep(before).replace('            mailbox-settings\n', '');
  rmSync(path.join(folder, CONFIG));
  writeFileSync(path.join(folder, WORKFLOW), old);
  edit(folder, 'mailbox-report-setup.json', (text) => text.replace(hash('sha256', before), hash('sha256', old)));
  const again = await setup(tenant, folder, REPOSITORY);
  expect(planOf(again)).toEqual([`file ${WORKFLOW}, as setup wrote it before`, `file ${CONFIG} (what was chosen)`]);
  expect(checkout(folder)[WORKFLOW]).toBe(before);
  expect(parse(checkout(folder)[CONFIG] ?? '')).toEqual({
    mailboxes: 'all',
    report: 'inbox-rules',
    policy: 'policy.yml',
  });
});

test.each<[string, readonly string[], string, Readonly<Record<string, string>>]>([
  ['the policy has no such rule', ['no-external-forwardin'], 'Did you mean "no-external-forwarding"?', {}],
  ['there is no report', ['no-external-forwarding'], 'no completed run on main', {}],
  ['GitHub does not show the reports', [], 'gh auth login', { GH_TOKEN: '' }],
])('refuses --gate if %s', async (_, rules, text, env) => {
  const tenant = await newTenant({ mailboxes: 1 });
  const folder = newFolder();
  const early = await setup(tenant, folder, [...REPOSITORY, '--gate', ...rules], { env });
  expect(early).toMatchObject({ code: 2, stderr: expect.stringContaining('there is none yet') });
  await setup(tenant, folder, REPOSITORY);
  const before = checkout(folder);
  const refused = await setup(tenant, folder, [...REPOSITORY, '--gate', ...rules], { env });
  expect(refused.stderr).toContain(text);
  expect(refused.code).not.toBe(0);
  expect(checkout(folder)).toEqual(before);
});

test.each([
  ['Europe/Berln', 'Did you mean Europe/Berlin?'],
  ['+01:00', 'IANA name'],
])('refuses the time zone %s', async (zone, hint) => {
  const tenant = await newTenant({ mailboxes: 1 });
  const refused = await setup(tenant, newFolder(), [...REPOSITORY, '--time-zone', zone]);
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining(hint) });
});

test('refuses a file outside of the folder that a workflow names', async () => {
  const tenant = await newTenant({ mailboxes: 1 });
  const folder = newFolder();
  mkdirSync(path.join(folder, path.dirname(WORKFLOW)), { recursive: true });
  const step = '{ uses: mailbox-report/mailbox-report@v1, with: { config: ../other.yml } }';
  writeFileSync(path.join(folder, WORKFLOW), `on: push\njobs: { report: { steps: [${step}] } }\n`);
  const refused = await setup(tenant, folder, REPOSITORY);
  expect(refused).toMatchObject({ stderr: expect.stringMatching(/CONFIG_FILE: .*"\.\.\/other\.yml"/) });
});
