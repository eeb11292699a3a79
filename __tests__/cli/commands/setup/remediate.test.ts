import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { parse } from 'yaml';
import { isRecord, textIn, type Json } from '../../../../src/json.ts';
import { ISSUER_OF_GITHUB } from '../../../../tenant/oidc.ts';
import type { RepositoryOptions, Tenant } from '../../../../tenant/tenant.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { textOf } from '../../../docs/repository.ts';
import { checkout, WORKFLOW } from './left-behind.ts';
import { inDirectory, madeApplication, planOf, post, setup } from './setup-run.ts';

const { newTenant } = scenarios();

const REPORT = ['--repository', 'contoso/mailboxes', '--yes'];
const REMEDIATE = ['--remediate', '--yes'];
const PREFIX = 'repo:contoso@5113/mailboxes@81264';
const ENVIRONMENT = '/repos/contoso/mailboxes/environments/remediation';
const FILE = '.github/workflows/remediate.yml';
const BY_HAND = '.github/workflows/remediate-by-hand.yml';

/** A tenant and a folder after a first `setup`. */
async function reported(repository: RepositoryOptions = { plan: 'enterprise' }, args: readonly string[] = []) {
  const tenant = await newTenant({ mailboxes: 5, certificates: [], repository });
  const folder = newFolder();
  expect(await setup(tenant, folder, [...REPORT, ...args])).toMatchObject({ code: 0 });
  return { tenant, folder };
}

/** The files of a folder without the record, whose members can have another order. */
function filesIn(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(checkout(folder)).filter(([file]) => file !== 'mailbox-report-setup.json'));
}

function writer(tenant: Tenant): Promise<Json | undefined> {
  return inDirectory(tenant, "/applications(uniqueName='mailbox-remediation')");
}

/** Sends a request to GitHub as the account that sets up. Returns the status. */
async function ask(tenant: Tenant, method: 'PUT' | 'DELETE', below: string, body: object): Promise<number> {
  const headers = { authorization: `Bearer ${tenant.githubAccountToken}`, 'user-agent': 'test' };
  const { statusCode, body: answer } = await request(tenant.githubUrl + below, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  await answer.dump();
  return statusCode;
}

/** The steps of remediation in a workflow: what is passed to each, and the version of the action. */
function stepsIn(
  text: string,
): readonly { readonly uses: string; readonly inputs: Readonly<Record<string, unknown>> }[] {
  const workflow: unknown = parse(text);
  const jobs = isRecord(workflow) && isRecord(workflow.jobs) ? Object.values(workflow.jobs) : [];
  const steps = jobs.flatMap((job): readonly unknown[] => (isRecord(job) && Array.isArray(job.steps) ? job.steps : []));
  return steps.filter(isRecord).flatMap(({ uses, with: inputs }) => {
    const isOne = typeof uses === 'string' && uses.includes('/remediate@') && isRecord(inputs);
    return isOne ? [{ uses, inputs }] : [];
  });
}

function next(stdout: string): readonly string[] {
  return [...stdout.matchAll(/^ {2}\d\. (.*)$/gm)].map(([, line = '']) => line);
}

test('makes an application that writes, an environment with reviewers, and their workflow, and takes them away', async () => {
  const { tenant, folder } = await reported();
  const before = filesIn(folder);
  const made = await setup(tenant, folder, REMEDIATE);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(planOf(made)).toEqual([
    'environment remediation in contoso/mailboxes: the reviewer alex-admin, the branch main only',
    'application Mailbox Remediation',
    'permission MailboxSettings.ReadWrite (changes settings and rules of every mailbox, and reads no mail)',
    'permission User.Read.All (reads the profiles of all users)',
    'service principal (enterprise application)',
    'admin consent',
    `federated credential ${PREFIX}:environment:remediation, issuer ${ISSUER_OF_GITHUB}`,
    'variable WRITER_CLIENT_ID in contoso/mailboxes',
    `file ${FILE} (plan, approval, apply, undo)`,
  ]);
  // The first application stays as it was.
  expect(tenant.variables().WRITER_CLIENT_ID).toBe(textIn(await writer(tenant), 'appId'));
  expect(tenant.variables().CLIENT_ID).toBe(textIn(await madeApplication(tenant), 'appId'));
  expect(next(made.stdout).length).toBeLessThanOrEqual(5);
  const [id] = tenant.environments().map((one) => JSON.stringify(one.id));
  expect(made.stdout).toContain(`git add ${FILE} mailbox-report.yml policy.yml mailbox-report-setup.json`);
  expect(made.stdout).toContain(`'environment_ids[]=${id ?? ''}'`);

  expect(planOf(await setup(tenant, folder, REMEDIATE))).toEqual([]);
  expect(planOf(await setup(tenant, folder, REPORT))).toEqual([]);

  const undone = await setup(tenant, folder, [...REMEDIATE, '--undo', '--forever']);
  expect(undone).toMatchObject({ code: 0, stderr: '' });
  expect(undone.stdout).toContain('  - environment remediation in contoso/mailboxes');
  expect(filesIn(folder)).toEqual(before);
  expect(tenant.environments()).toEqual([]);
  expect(await writer(tenant)).toBeUndefined();
  expect(planOf(await setup(tenant, folder, REPORT))).toEqual([]);
});

test('the workflow is the example, with what the report reads', async () => {
  const { tenant, folder } = await reported();
  mkdirSync(path.join(folder, 'rules'));
  writeFileSync(path.join(folder, 'rules/all.yml'), readFileSync(path.join(folder, 'policy.yml')));
  writeFileSync(
    path.join(folder, 'mailbox-report.yml'),
    'mailboxes: all\nreport: mailbox-settings\npolicy: rules/all.yml\nbaseline: known.csv\ninternal-domains: [a.example, b.example]\nfail-on: never\n',
  );
  const file = path.join(folder, WORKFLOW);
  const sha = '0123456789012345678901234567890123456789';
  const own = readFileSync(file, 'utf8')
    .replace('Etc/UTC', 'Europe/Berlin')
    .replace(/mailbox-report@\S+/, `mailbox-report@${sha}`);
  writeFileSync(file, own);
  expect(await setup(tenant, folder, REMEDIATE)).toMatchObject({ code: 0 });
  const written = readFileSync(path.join(folder, FILE), 'utf8');
  const example = textOf('examples/workflows/remediate.yml');
  const steps = stepsIn(written);
  const examples = stepsIn(example);
  expect(steps.map(({ uses }) => uses)).toEqual(examples.map(() => `mailbox-report/mailbox-report/remediate@${sha}`));
  expect(steps.map(({ inputs }) => inputs)).toEqual(
    examples.map(({ inputs }) => ({
      ...inputs,
      mailboxes: 'all',
      policy: 'rules/all.yml',
      'internal-domains': 'a.example\nb.example\n',
      baseline: "${{ hashFiles('known.csv') && 'known.csv' }}",
    })),
  );
  expect(parse(written)).toMatchObject({ on: { schedule: [{ timezone: 'Europe/Berlin' }] } });
  // Everything else is as in the example.
  const lines = (text: string): readonly string[] => text.split('\n');
  const others = lines(example).filter((line) => !/^#|timezone|mailboxes:|policy:|baseline:|\/remediate@/.test(line));
  expect(others.filter((line) => !lines(written).includes(line))).toEqual([]);
  expect(written).not.toMatch(/^# Set up/m);
});

test('reads the mailbox list as the report does', async () => {
  const { tenant, folder } = await reported();
  writeFileSync(path.join(folder, 'list.csv'), 'Mail,Owner,Department\nadele@contoso.com,bob@contoso.com,Sales\n');
  writeFileSync(
    path.join(folder, 'mailbox-report.yml'),
    'mailboxes: list.csv\naddress-column: Mail\nextra-columns: Department\npolicy: policy.yml\n',
  );
  const rule =
    '{ id: a, when: { Department: { const: Sales } }, expect: { TimeZone: { const: UTC } }, set: { timeZone: UTC } }';
  writeFileSync(path.join(folder, 'policy.yml'), `rules: [${rule}]\n`);
  expect(await setup(tenant, folder, REMEDIATE)).toMatchObject({ code: 0, stderr: '' });
  const [first] = stepsIn(readFileSync(path.join(folder, FILE), 'utf8'));
  expect(first?.inputs).toMatchObject({ 'address-column': 'Mail', 'extra-columns': 'Department' });
});

describe('without GitHub Enterprise', () => {
  test.each<[string, RepositoryOptions]>([
    ['of the plan Team', { plan: 'team' }],
    ['of the plan Free', { plan: 'free' }],
  ])('a private repository %s gets a workflow by hand, and no environment', async (_, repository) => {
    const { tenant, folder } = await reported(repository);
    const made = await setup(tenant, folder, REMEDIATE);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toContain('required reviewers in private repositories need GitHub Enterprise');
    expect(tenant.environments()).toEqual([]);
    expect(Object.keys(checkout(folder))).toContain(BY_HAND);
    expect(Object.keys(checkout(folder))).not.toContain(FILE);
    const path = `/applications/${textIn(await writer(tenant), 'id')}/federatedIdentityCredentials`;
    expect(await inDirectory(tenant, path)).toMatchObject({ value: [{ subject: `${PREFIX}:ref:refs/heads/main` }] });
    expect(next(made.stdout).length).toBeLessThanOrEqual(5);
    expect(made.stdout).toContain('--field plan-run=RUN_ID --field digest=DIGEST --field limit=20');
    const again = await setup(tenant, folder, REMEDIATE);
    expect(planOf(again)).toEqual([]);
    expect(again.stdout).toContain('--remediate --undo');
    await setup(tenant, folder, ['--undo', '--forever', '--yes']);
    expect(checkout(folder)).toEqual({});
  });

  test('an application with the credential of an environment that is gone is not set up by hand', async () => {
    const repository: { plan: 'enterprise' | 'team' } = { plan: 'enterprise' };
    const { tenant, folder } = await reported(repository);
    await setup(tenant, folder, REMEDIATE);
    await ask(tenant, 'DELETE', ENVIRONMENT, {});
    repository.plan = 'team';
    const { code, stderr } = await setup(tenant, folder, REMEDIATE);
    expect([code, stderr]).toEqual([1, expect.stringContaining('a job of any branch can use it')]);
    expect(tenant.environments()).toEqual([]);
    await setup(tenant, folder, [...REMEDIATE, '--undo', '--forever']);
    expect(await setup(tenant, folder, REMEDIATE)).toMatchObject({ code: 0, stderr: '' });
    expect(Object.keys(checkout(folder))).toContain(BY_HAND);
  });

  test('an internal repository has reviewers', async () => {
    const { tenant, folder } = await reported({ plan: 'free', visibility: 'internal' });
    const made = await setup(tenant, folder, REMEDIATE);
    expect(made.code).toBe(0);
    expect(tenant.environments()).toMatchObject([{ protection_rules: [{ type: 'required_reviewers' }, {}] }]);
  });
});

test.each(['--dry-run', '--print'])('%s changes nothing', async (flag) => {
  const { tenant, folder } = await reported();
  const before = filesIn(folder);
  const shown = await setup(tenant, folder, ['--remediate', flag]);
  expect([shown.code, shown.stderr]).toEqual([0, '']);
  expect(planOf(shown)).toHaveLength(9);
  expect(shown.stdout.includes('gh api repos/contoso/mailboxes/environments/remediation --method PUT')).toBe(
    flag === '--print',
  );
  expect([filesIn(folder), tenant.environments(), await writer(tenant)]).toEqual([before, [], undefined]);
});

describe('refuses, and makes nothing,', () => {
  async function expectRefusal(tenant: Tenant, folder: string, texts: readonly string[], env = {}): Promise<void> {
    const before = filesIn(folder);
    const refused = await setup(tenant, folder, REMEDIATE, { env });
    expect(refused.code).toBe(1);
    for (const text of texts) expect(refused.stderr).toContain(text);
    expect([await writer(tenant), filesIn(folder)]).toEqual([undefined, before]);
  }

  test('an environment of others without reviewers', async () => {
    const { tenant, folder } = await reported();
    expect(await ask(tenant, 'PUT', ENVIRONMENT, {})).toBe(200);
    await expectRefusal(tenant, folder, ['SETUP_REFUSED', 'without required reviewers']);
    expect(tenant.environments()).toHaveLength(1);
  });

  test('a token that may not make environments', async () => {
    const { tenant, folder } = await reported({ plan: 'enterprise', scopes: 'fine-grained', administration: 'none' });
    await expectRefusal(tenant, folder, ['SETUP_GITHUB', 'HTTP 403', 'Administration write']);
    expect(tenant.environments()).toEqual([]);
  });

  test('without a token of GitHub', async () => {
    const { tenant, folder } = await reported();
    await expectRefusal(tenant, folder, ['SETUP_REFUSED', 'no token of GitHub'], { GH_TOKEN: '', PATH: '' });
  });

  test('subjects of OIDC tokens that do not name the environment', async () => {
    const { tenant, folder } = await reported({ plan: 'enterprise', claimKeys: ['repo'] });
    await expectRefusal(tenant, folder, ['SETUP_REFUSED', 'does not name the environment']);
    expect(tenant.environments()).toEqual([]);
  });

  test('a policy without "set"', async () => {
    const { tenant, folder } = await reported();
    const rule = 'rules: [{ id: a, expect: { TimeZone: { const: UTC } } }]\n';
    writeFileSync(path.join(folder, 'policy.yml'), rule);
    await expectRefusal(tenant, folder, ['SETUP_REFUSED', 'No rule of "policy.yml" has "set"']);
  });

  test('a folder in which setup has made no report', async () => {
    const { tenant, folder } = await reported();
    await setup(tenant, folder, ['--undo', '--forever', '--yes']);
    writeFileSync(path.join(folder, 'mailbox-report.yml'), 'mailboxes: all\npolicy: policy.yml\n');
    const rule = 'rules: [{ id: a, expect: { TimeZone: { const: UTC } }, set: { timeZone: UTC } }]\n';
    writeFileSync(path.join(folder, 'policy.yml'), rule);
    await expectRefusal(tenant, folder, ['SETUP_REFUSED', 'names no application that reports']);
  });

  test('the application that reports', async () => {
    const { tenant, folder } = await reported();
    const appId = textIn(await madeApplication(tenant), 'appId');
    const refused = await setup(tenant, folder, [...REMEDIATE, '--adopt', appId]);
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining(`${appId} reports`)]);
    expect(tenant.environments()).toEqual([]);
  });
});

test('the commands name no mailbox-report.yml that is not there', async () => {
  const { tenant, folder } = await reported();
  rmSync(path.join(folder, 'mailbox-report.yml'));
  const file = path.join(folder, WORKFLOW);
  writeFileSync(file, readFileSync(file, 'utf8').replace('config: mailbox-report.yml', 'policy: policy.yml'));
  const made = await setup(tenant, folder, REMEDIATE);
  expect(made.stdout).toContain(`git add ${FILE} policy.yml mailbox-report-setup.json &&`);
});

test('refuses a public repository, in which everybody could download the plan', async () => {
  const { tenant, folder } = await reported({ plan: 'free', visibility: 'public' }, ['--allow-public']);
  const { code, stderr } = await setup(tenant, folder, [...REMEDIATE, '--allow-public']);
  expect([code, stderr]).toEqual([1, expect.stringMatching(/SETUP_REFUSED[^]*download the plan/)]);
  expect([tenant.environments(), await writer(tenant)]).toEqual([[], undefined]);
});

describe('a record that somebody has changed', () => {
  function forge(folder: string, change: (record: Readonly<Record<string, unknown>>) => object): void {
    const file = path.join(folder, 'mailbox-report-setup.json');
    const record: unknown = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(change(isRecord(record) ? record : {})));
  }

  /** Writes into the record that GitHub has refused reviewers. */
  function forgeRefusal(folder: string): void {
    const environment = { repository: 'contoso/mailboxes', isRefused: true };
    forge(folder, (record) => {
      const remediation = isRecord(record.remediation) ? record.remediation : {};
      return { ...record, remediation: { ...remediation, environment } };
    });
  }

  test('does not choose another repository than that of the folder', async () => {
    const { tenant, folder } = await reported();
    const git = (...args: readonly string[]): Buffer => execFileSync('git', ['-C', folder, ...args]);
    git('init', '--quiet');
    git('remote', 'add', 'origin', 'https://github.com/contoso/mailboxes.git');
    const variables = [{ repository: 'contoso/other', name: 'CLIENT_ID', value: 'x' }];
    forge(folder, (record) => ({ ...record, variables }));
    const shown = await setup(tenant, folder, ['--remediate', '--dry-run']);
    expect(shown).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('\nRepository contoso/mailboxes, private\n'),
    });
  });

  async function expectReviewed(tenant: Tenant, folder: string): Promise<void> {
    expect(tenant.environments()).toMatchObject([{ protection_rules: [{ type: 'required_reviewers' }, {}] }]);
    const credentials = `/applications/${textIn(await writer(tenant), 'id')}/federatedIdentityCredentials`;
    expect(await inDirectory(tenant, credentials)).toMatchObject({
      value: [{ subject: `${PREFIX}:environment:remediation` }],
    });
    expect(Object.keys(checkout(folder))).not.toContain(BY_HAND);
  }

  test('does not let the application write that the workflow of the report uses', async () => {
    const { tenant, folder } = await reported();
    forge(folder, ({ application, ...record }) => {
      const other = { ...(isRecord(application) ? application : {}), id: randomUUID(), appId: randomUUID() };
      return { ...record, application: other, remediation: { application } };
    });
    const { code, stderr } = await setup(tenant, folder, REMEDIATE);
    expect([code, stderr]).toEqual([1, expect.stringMatching(/SETUP_REFUSED[^]* reports: /)]);
    expect(tenant.environments()).toEqual([]);
  });

  test('does not take the approval away before it is set up', async () => {
    const { tenant, folder } = await reported();
    forgeRefusal(folder);
    expect(await setup(tenant, folder, REMEDIATE)).toMatchObject({ code: 0, stderr: '' });
    await expectReviewed(tenant, folder);
    expect(planOf(await setup(tenant, folder, REMEDIATE))).toEqual([]);
  });

  test('does not take it away later, nor the environment', async () => {
    const { tenant, folder } = await reported();
    await setup(tenant, folder, REMEDIATE);
    forgeRefusal(folder);
    const again = await setup(tenant, folder, REMEDIATE);
    expect([again.code, planOf(again)]).toEqual([0, []]);
    await expectReviewed(tenant, folder);
    await setup(tenant, folder, [...REMEDIATE, '--undo', '--forever']);
    expect(tenant.environments()).toHaveLength(1);
  });
});

test('refuses an environment without reviewers in the place of that of setup', async () => {
  const { tenant, folder } = await reported();
  await setup(tenant, folder, REMEDIATE);
  await ask(tenant, 'DELETE', ENVIRONMENT, {});
  await ask(tenant, 'PUT', ENVIRONMENT, {});
  const { code, stderr } = await setup(tenant, folder, REMEDIATE);
  expect([code, stderr]).toEqual([1, expect.stringContaining('without required reviewers')]);
});

test('says that the environment of setup takes every branch after a change in GitHub', async () => {
  const { tenant, folder } = await reported();
  await setup(tenant, folder, REMEDIATE);
  const open = { reviewers: [{ type: 'User', id: 9021 }], deployment_branch_policy: null };
  expect(await ask(tenant, 'PUT', ENVIRONMENT, open)).toBe(200);
  expect(tenant.environments()).toMatchObject([{ deployment_branch_policy: null }]);
  const again = await setup(tenant, folder, REMEDIATE);
  expect(again.stdout).toContain('It takes every branch: limit it to main');
});

test('uses an environment with reviewers that others made, and leaves it', async () => {
  const { tenant, folder } = await reported();
  const reviewers = [{ type: 'User', id: 9021 }];
  expect(await ask(tenant, 'PUT', ENVIRONMENT, { reviewers })).toBe(200);
  const before = tenant.environments();
  const made = await setup(tenant, folder, REMEDIATE);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('It takes every branch: limit it to main');
  await setup(tenant, folder, [...REMEDIATE, '--undo', '--forever']);
  expect(tenant.environments()).toEqual(before);
});

test('undo keeps an environment that others have made in the place of that of setup', async () => {
  const { tenant, folder } = await reported();
  await setup(tenant, folder, REMEDIATE);
  await ask(tenant, 'DELETE', ENVIRONMENT, {});
  await ask(tenant, 'PUT', ENVIRONMENT, { reviewers: [{ type: 'User', id: 9021 }] });
  const undone = await setup(tenant, folder, [...REMEDIATE, '--undo']);
  expect(undone.stdout).toContain('is kept: setup did not make this one');
  expect(tenant.environments()).toHaveLength(1);
});

test('adopts an application, and takes from it what was added', async () => {
  const { tenant, folder } = await reported();
  const adopted = await post(tenant, '/applications', { displayName: 'Writer' });
  const appId = textIn(adopted, 'appId');
  const made = await setup(tenant, folder, [...REMEDIATE, '--adopt', appId]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain('which setup did not make');
  expect(tenant.variables().WRITER_CLIENT_ID).toBe(appId);
  await setup(tenant, folder, [...REMEDIATE, '--undo']);
  const path = `/applications/${textIn(adopted, 'id')}/federatedIdentityCredentials`;
  expect(await inDirectory(tenant, path)).toMatchObject({ value: [] });
  expect(tenant.environments()).toEqual([]);
  expect(planOf(await setup(tenant, folder, REPORT))).toEqual([]);
});

test('a policy about Exchange Online needs its permission and a role that writes', async () => {
  const { tenant, folder } = await reported({ plan: 'enterprise' }, ['--report', 'client-access']);
  const made = await setup(tenant, folder, REMEDIATE);
  expect(planOf(made)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^permission Exchange\.ManageAsApp/),
      'directory role Exchange Recipient Administrator (changes the settings and rights of all mailboxes of Exchange Online, and reads them)',
    ]),
  );
  // The token of az lacks the scope.
  expect(made.stdout).toMatch(/^left +Exchange Recipient Administrator is missing: /m);
});

test.each(['--terminal', '--mailboxes', '--report', '--time-zone'])('takes no %s', async (flag) => {
  const tenant = await newTenant({ mailboxes: 1 });
  const args = flag === '--terminal' ? [flag] : [flag, 'all'];
  const { code, stderr } = await setup(tenant, newFolder(), [...REMEDIATE, ...args]);
  expect([code, stderr]).toEqual([2, expect.stringContaining(`--remediate takes no '${flag}'`)]);
});
