import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { benchmarkPolicy } from '../../../../src/cli/commands/setup/starter-policy.ts';
import { isRecord } from '../../../../src/json.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { textOf } from '../../../docs/repository.ts';
import { checkout } from './left-behind.ts';
import { planOf, setup } from './setup-run.ts';

const { newTenant } = scenarios();

const FILE = 'cis-m365-7.yml';
const REPOSITORY = ['--repository', 'contoso/mailboxes'];

/** Who may assign the role. */
const ADMINISTRATOR = {
  administrator: {
    scopes: [
      'Application.ReadWrite.All',
      'AppRoleAssignment.ReadWrite.All',
      'RoleManagement.ReadWrite.Directory',
      'User.Read',
    ],
  },
};

/** The rules of a policy, with one severity. */
function rulesOf(text: string): readonly unknown[] {
  const policy: unknown = parse(text);
  const rules = isRecord(policy) && Array.isArray(policy.rules) ? policy.rules.filter(isRecord) : [];
  return rules.map((rule) => ({ ...rule, severity: '' }));
}

test('the policy of a benchmark brings its file, its rules as warnings, and the permissions that they need', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const args = [...REPOSITORY, '--yes', '--policy', 'cis-m365-7'];
  const made = await setup(tenant, folder, args, ADMINISTRATOR);
  expect(made).toMatchObject({ code: 0 });
  const plan = planOf(made).join('\n');
  for (const needed of ['User.Read.All', 'Exchange.ManageAsApp', 'Global Reader', `file ${FILE} (CIS Microsoft 365`])
    expect(plan).toContain(needed);
  const files = checkout(folder);
  expect(parse(files['mailbox-report.yml'] ?? '')).toMatchObject({ policy: FILE });
  expect(Object.keys(files)).not.toContain('policy.yml');
  const text = files[FILE] ?? '';
  expect(text).not.toContain('severity: error');
  expect(rulesOf(text)).toEqual(rulesOf(textOf(`examples/policies/${FILE}`)));
  expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes'], ADMINISTRATOR))).toEqual([]);

  const undone = await setup(tenant, folder, ['--undo', '--yes'], ADMINISTRATOR);
  expect([undone.code, Object.keys(checkout(folder))]).toEqual([0, expect.not.arrayContaining([FILE])]);
});

test('keeps a policy of a benchmark that somebody has changed', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const own = (benchmarkPolicy(FILE) ?? '').replace('maximum: 500', 'maximum: 400');
  writeFileSync(path.join(folder, FILE), own);
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes', '--policy', FILE]);
  expect(made).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(folder, FILE), 'utf8')).toBe(own);
});

test('offers benchmarks for a new workflow, and asks again after a policy that does not exist', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const questions: string[] = [];
  const answers = ['scuba.yml', 'scuba-exo'];
  const ask = (question: string) => {
    questions.push(question);
    return Promise.resolve(question.startsWith('Which rules') ? answers.shift() : '');
  };
  const run = await setup(tenant, newFolder(), [...REPOSITORY, '--dry-run'], { terminal: { interactive: true, ask } });
  const offered = questions.filter((question) => question.startsWith('Which rules: usual, cis-m365-7.yml (CIS'));
  expect([run.code, offered.length]).toEqual([0, 2]);
  expect(run.stderr).toContain('There is no policy "scuba.yml"');
  expect(planOf(run).join('\n')).toMatch(/file scuba-exo\.yml \(CISA SCuBA for Exchange Online, as warnings\)/);
});
