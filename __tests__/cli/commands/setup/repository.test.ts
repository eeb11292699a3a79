import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { request } from 'undici';
import { parse } from 'yaml';
import { parseJson, property, textIn, type Json } from '../../../../src/json.ts';
import { ISSUER_OF_GITHUB } from '../../../../tenant/oidc.ts';
import type { Tenant, TenantOptions } from '../../../../tenant/tenant.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { madeApplication, madeSubjects, planOf, setup } from './setup-run.ts';
import { checkout, WORKFLOW } from './left-behind.ts';

const { newTenant } = scenarios();

const REPOSITORY = ['--repository', 'contoso/mailboxes'];
const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';

test('keeps files that somebody wrote or changed, and says so', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  writeFileSync(path.join(folder, 'policy.yml'), 'rules: []\n');
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(made.stdout).toContain('policy.yml is kept');
  writeFileSync(path.join(folder, WORKFLOW), 'on: push\njobs: { report: { environment: production } }\n');
  const again = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(again.stdout).toContain(`${WORKFLOW} is kept`);
  expect(planOf(again)).toEqual([
    `federated credential repo:contoso@5113/mailboxes@81264:environment:production, issuer ${ISSUER_OF_GITHUB}`,
  ]);
  expect(again.stdout).toMatch(/^ok +oidc .*\n +Subject: .*:environment:production$/m);
  const undone = await setup(tenant, folder, ['--undo', '--yes']);
  expect(undone.stdout).toContain(`${WORKFLOW} is kept: it was changed since.`);
  expect(checkout(folder)).toMatchObject({ 'policy.yml': 'rules: []\n', [WORKFLOW]: expect.stringContaining('push') });
});

test('says that an address goes into a list', async () => {
  const tenant = await newTenant({ mailboxes: 1 });
  const { code, stderr } = await setup(tenant, newFolder(), [
    ...REPOSITORY,
    '--yes',
    '--mailboxes',
    'adele@contoso.com',
  ]);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/"adele@contoso\.com", which is an address.*\n.*mailboxes\.txt/),
  ]);
});

test('replaces its own files if other reports are chosen', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  mkdirSync(path.join(folder, 'lists'));
  writeFileSync(path.join(folder, 'lists/a.txt'), `${tenant.addresses[0] ?? ''}\n`);
  await setup(tenant, folder, [...REPOSITORY, '--yes']);
  const more = await setup(tenant, folder, [
    ...REPOSITORY,
    '--yes',
    '--mailboxes',
    'lists/a.txt',
    '--report',
    'mailbox-settings',
    'calendar-permissions',
  ]);
  expect(planOf(more)).toEqual([
    'permission Calendars.ReadBasic.All (reads calendars and who may open them, without the text of events)',
    'admin consent',
    'file mailbox-report.yml (what was chosen), as setup wrote it before',
    'file policy.yml (starter rules for the chosen reports, as warnings), as setup wrote it before',
  ]);
  for (const line of [
    '- mailboxes: all',
    '+ mailboxes: lists/a.txt',
    '-   - inbox-rules',
    '+   - calendar-permissions',
  ])
    expect(more.stdout).toContain(`\n      ${line}\n`);
  expect(parse(checkout(folder)['mailbox-report.yml'] ?? '')).toMatchObject({
    mailboxes: 'lists/a.txt',
    report: ['mailbox-settings', 'calendar-permissions'],
  });
  expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes']))).toEqual([]);
  await setup(tenant, folder, [...REPOSITORY, '--yes', '--report', 'folders']);
  expect(parse(checkout(folder)['mailbox-report.yml'] ?? '')).not.toHaveProperty('policy');
  expect(await setup(tenant, folder, ['--undo', '--yes'])).toMatchObject({ code: 0, stderr: '' });
  expect(Object.keys(checkout(folder)).sort()).toEqual(['lists/a.txt', 'mailbox-report-setup.json']);
});

test('waits for a fault of GitHub, and takes nothing for missing that a fault hides', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const failOnce = (): string => {
    tenant.setGithubFaults({});
    return 'Unavailable';
  };
  tenant.setGithubFaults({ status: 503, message: failOnce });
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  tenant.setGithubFaults({ status: 503 });
  const again = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(again.code).not.toBe(0);
  expect(again.stderr).toContain('SETUP_GITHUB: GitHub rejects GET /repos/contoso/mailboxes (HTTP 503: Unavailable).');
});

describe('what GitHub refuses', () => {
  const sso = 'https://github.com/orgs/contoso/sso?authorization_request=A';
  test.each<[string, TenantOptions['repository'], Parameters<Tenant['setGithubFaults']>[0], readonly string[]]>([
    [
      'for single sign-on',
      {},
      {
        refusals: [
          {
            request: 'GET /repos/contoso/mailboxes$',
            status: 403,
            message: 'Resource protected by organization SAML enforcement.',
            headers: { 'X-GitHub-SSO': `required; url=${sso}` },
          },
        ],
      },
      ['HTTP 403: Resource protected by organization SAML enforcement.', sso, 'gh auth refresh'],
    ],
    ['for a limit', {}, { quota: 0 }, ['HTTP 403: API rate limit exceeded for account.', 'again later']],
    ['for a missing scope', { scopes: ['gist', 'read:org'] }, {}, ['gist, read:org', 'gh auth refresh -s repo']],
    [
      'by a fault at one path',
      {},
      { refusals: [{ request: 'GET .*/actions/variables/', status: 502, message: 'Bad Gateway' }] },
      ['rejects GET /repos/contoso/mailboxes/actions/variables/TENANT_ID (HTTP 502: Bad Gateway)', 'again later'],
    ],
    [
      'to a token that may not read variables',
      { scopes: 'fine-grained', variables: 'none' },
      {},
      ['HTTP 403: Resource not accessible by personal access token', 'Variables write'],
    ],
    [
      'to a token that may not write variables',
      { scopes: 'fine-grained', variables: 'read' },
      {},
      ['rejects DELETE ', 'HTTP 403: Resource not accessible by personal access token', 'Variables write'],
    ],
  ])('is said %s, with what to do, and nothing is made', async (_, repository, faults, texts) => {
    const tenant = await newTenant({ mailboxes: 5, repository: repository ?? {} });
    tenant.setGithubFaults(faults);
    const folder = newFolder();
    const refused = await setup(tenant, folder, [...REPOSITORY, '--yes']);
    expect(refused.code).toBe(1);
    for (const text of ['SETUP_GITHUB', ...texts]) expect(refused.stderr).toContain(text);
    expect(await madeApplication(tenant)).toBeUndefined();
    expect(checkout(folder)).toEqual({});
  });

  test('is a note if only the template of subjects is not shown', async () => {
    const tenant = await newTenant({ mailboxes: 5 });
    const message = 'Resource not accessible by personal access token';
    tenant.setGithubFaults({ refusals: [{ request: 'customization/sub', status: 403, message }] });
    const made = await setup(tenant, newFolder(), [...REPOSITORY, '--yes']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toMatch(/customizes the subject is not known: .*personal access token/);
    expect(await madeSubjects(tenant)).toEqual([SUBJECT]);
  });

  test.each([
    [500, 'Server Error'],
    [403, 'Resource protected by organization SAML enforcement.'],
    [404, 'Not Found'],
  ])('is a failure of undo, never "absent": %i', async (status, message) => {
    const tenant = await newTenant({ mailboxes: 5 });
    const folder = newFolder();
    await setup(tenant, folder, [...REPOSITORY, '--yes']);
    const request = status === 404 ? 'GET /repos/contoso/mailboxes$' : 'GET .*/actions/variables/';
    tenant.setGithubFaults({ refusals: [{ request, status, message }] });
    const failed = await setup(tenant, folder, ['--undo', '--yes']);
    expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('SETUP_GITHUB') });
    expect(failed.stdout).not.toContain('Done.');
    expect(tenant.variables()).toMatchObject({ TENANT_ID: tenant.tenantId });
    tenant.setGithubFaults({});
    expect(await setup(tenant, folder, ['--undo', '--yes'])).toMatchObject({ code: 0, stderr: '' });
    expect(tenant.variables()).toEqual({});
  });
});

describe('the subject', () => {
  test.each<[string, TenantOptions['repository'], readonly string[]]>([
    ['has the prefix that GitHub names', { form: 'contradictory' }, [SUBJECT]],
    [
      'has the default branch',
      { defaultBranch: 'trunk', hasNumbers: false },
      ['repo:contoso/mailboxes:ref:refs/heads/trunk'],
    ],
    [
      'has the spelling of GitHub',
      { owner: 'Contoso', name: 'Mailboxes', hasNumbers: false },
      ['repo:Contoso/Mailboxes:ref:refs/heads/main'],
    ],
    [
      'follows a customized template',
      { claimKeys: ['repository_owner', 'repo'] },
      ['repository_owner:contoso:repo:contoso@5113/mailboxes@81264'],
    ],
    [
      'follows the template of the organization',
      { claimKeys: 'organization', organizationClaimKeys: ['repo', 'ref'] },
      ['repo:contoso@5113/mailboxes@81264:ref:refs/heads/main'],
    ],
    [
      'is registered in both forms if GitHub does not show which',
      { form: 'hidden', hasNumbers: false },
      ['repo:contoso/mailboxes:ref:refs/heads/main', SUBJECT],
    ],
  ])('%s', async (_, repository, subjects) => {
    const tenant = await newTenant({ mailboxes: 5, repository: repository ?? {} });
    const made = await setup(tenant, newFolder(), [...REPOSITORY, '--yes']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(await madeSubjects(tenant)).toEqual([...subjects].sort());
  });
});

describe('refuses, before anything is made,', () => {
  test.each<[string, TenantOptions, readonly string[], string]>([
    ['a public repository', { repository: { visibility: 'public' } }, [], '--allow-public'],
    [
      'an account that does not administer the repository',
      { repository: { role: 'maintain' } },
      [],
      'does not administer',
    ],
    ['an archived repository', { repository: { archived: true } }, [], 'archived'],
    ['a template that only a run can fill', { repository: { claimKeys: ['repo', 'actor'] } }, [], 'SUBJECT_UNKNOWN'],
    [
      'a server whose issuer Entra ID cannot reach',
      {},
      ['--repository', 'github.internal/contoso/mailboxes'],
      'cannot reach the issuer',
    ],
    ['a domain of another tenant', {}, ['--tenant-id', 'fabrikam.com'], 'fabrikam.com'],
    [
      'reports of Exchange Online in a tenant without it',
      { registrations: { withoutExchange: true } },
      ['--report', 'client-access'],
      'Exchange Online',
    ],
  ])('%s', async (_, options, args, text) => {
    const tenant = await newTenant({ mailboxes: 5, ...options });
    const folder = newFolder();
    const refused = await setup(tenant, folder, [...REPOSITORY, '--yes', ...args], {
      env: { GH_HOST: 'github.internal', GH_ENTERPRISE_TOKEN: tenant.githubAccountToken },
    });
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain(text);
    expect(await madeApplication(tenant)).toBeUndefined();
    expect(tenant.variables()).toEqual({});
    expect(existsSync(path.join(folder, 'mailbox-report-setup.json'))).toBe(false);
  });
});

test('prints the commands of az and gh instead', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const printed = await setup(tenant, folder, [...REPOSITORY, '--print']);
  const commands = [...printed.stdout.matchAll(/^(?:az|gh) .*$/gm)].map(([command]) => command);
  expect(commands).toEqual([
    "az ad app create --display-name 'Mailbox Report' --sign-in-audience AzureADMyOrg",
    expect.stringMatching(/^az ad app permission add --id APP_ID --api 00000003-\S+ --api-permissions \S+=Role$/),
    expect.stringMatching(/^az ad app permission add /),
    'az ad sp create --id APP_ID',
    'az ad app permission admin-consent --id APP_ID',
    "az ad app federated-credential create --id APP_ID --parameters '@federated.json'",
    `gh variable set TENANT_ID --repo contoso/mailboxes --body ${tenant.tenantId}`,
    'gh variable set CLIENT_ID --repo contoso/mailboxes --body APP_ID',
  ]);
  expect(printed.stdout).toContain('client-id: ${{ vars.CLIENT_ID }}');
  expect(await madeApplication(tenant)).toBeUndefined();

  const administrator = { roles: ['Cloud Application Administrator'] } as const;
  await setup(tenant, folder, [...REPOSITORY, '--yes'], { administrator });
  const left = await setup(tenant, folder, [...REPOSITORY, '--print']);
  const appId = textIn(await madeApplication(tenant), 'appId');
  expect(left.stdout).toContain(`\naz ad app permission admin-consent --id ${appId}\n`);
});

test('takes the repository of the remote, in the top folder of a clone alone', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const git = (...args: string[]) => execFileSync('git', ['-C', folder, ...args], { stdio: 'ignore' });
  git('init');
  git('remote', 'add', 'origin', 'git@github.com:contoso/mailboxes.git');
  const env = { PATH: process.env.PATH ?? '' };
  const planned = await setup(tenant, folder, ['--dry-run'], { env });
  expect(planned.stdout).toMatch(/^Repository contoso\/mailboxes, private$/m);
  mkdirSync(path.join(folder, 'lists'));
  const refused = await setup(tenant, path.join(folder, 'lists'), ['--dry-run'], { env });
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('Run the command in') });
});

test('refuses an account that may not register applications', async () => {
  const registrations = { onlyAdministratorsRegister: true };
  const tenant = await newTenant({ mailboxes: 5, registrations });
  const administrator = { roles: [] };
  const refused = await setup(tenant, newFolder(), [...REPOSITORY, '--yes'], { administrator });
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('may not register applications') });
});

test('accepts a public repository with --allow-public', async () => {
  const tenant = await newTenant({ mailboxes: 5, repository: { visibility: 'public' } });
  const folder = newFolder();
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes', '--allow-public']);
  expect(made.code).toBe(0);
  expect(made.stdout).toContain('The repository is public');
  const config = path.join(folder, 'mailbox-report.yml');
  expect(parse(readFileSync(config, 'utf8'))).toMatchObject({ summary: 'counts', 'artifact-name': '' });
  // Somebody wants no summary at all.
  writeFileSync(config, readFileSync(config, 'utf8').replace('summary: counts', 'summary: none'));
  const again = await setup(tenant, folder, [...REPOSITORY, '--yes', '--allow-public']);
  expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('Nothing to change') });
  expect(parse(readFileSync(config, 'utf8'))).toMatchObject({ summary: 'none', 'artifact-name': '' });
});

test('without a token of GitHub asks whether a repository is new, whose subject only GitHub knows', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const asking = async (answer: string) => {
    const questions: string[] = [];
    const ask = (question: string) => {
      questions.push(question);
      return Promise.resolve(question.startsWith('Was ') ? answer : 'yes');
    };
    const args = [...REPOSITORY, '--mailboxes', 'all', '--report', 'mailbox-settings', '--dry-run'];
    const run = await setup(tenant, newFolder(), args, { env: { GH_TOKEN: '' }, terminal: { interactive: true, ask } });
    return { ...run, questions };
  };
  const question = expect.stringContaining('contoso/mailboxes created, renamed or transferred');
  const isNew = await asking('');
  expect(isNew).toMatchObject({ code: 1, questions: [question], stderr: expect.stringContaining('gh auth login') });
  const isOld = await asking('no');
  expect(isOld).toMatchObject({ code: 0, questions: [question] });
  expect(isOld.stdout).toContain('repo:contoso/mailboxes:ref:refs/heads/main');
});

test('without a token of GitHub prints the values and the page to type them in', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const made = await setup(tenant, newFolder(), [...REPOSITORY, '--yes'], { env: { GH_TOKEN: '' } });
  expect(made).toMatchObject({ code: 0 });
  expect(made.stdout).toMatch(new RegExp(`TENANT_ID = ${tenant.tenantId}, CLIENT_ID = [0-9a-f-]{36}`));
  expect(made.stdout).toContain('https://github.com/contoso/mailboxes/settings/variables/actions');
  expect(tenant.variables()).toEqual({});
});

test('leaves consent to another administrator, and the second run finishes', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const administrator = { roles: ['Cloud Application Administrator'] } as const;
  const made = await setup(tenant, folder, [...REPOSITORY, '--yes'], { administrator });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain(`${tenant.authorityHost}/${tenant.tenantId}/adminconsent?client_id=`);
  expect(made.stdout).toContain('AADSTS500113: the consent is given all the same');
  // The credential was registered in this run.
  expect(made.stdout).not.toContain('az ad app federated-credential create');
  expect(made.stdout).toMatch(/^done {2}Wrote policy\.yml/m);
  const finished = await setup(tenant, folder, [...REPOSITORY, '--yes']);
  expect(planOf(finished)).toEqual(['admin consent']);
  expect(planOf(await setup(tenant, folder, [...REPOSITORY, '--yes']))).toEqual([]);
});

test('gives reports of Exchange Online their permission and the role Global Reader', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  const args = [...REPOSITORY, '--yes', '--report', 'client-access'];
  const scopes = [
    'Application.ReadWrite.All',
    'AppRoleAssignment.ReadWrite.All',
    'User.Read',
    'RoleManagement.ReadWrite.Directory',
  ];
  const made = await setup(tenant, folder, args, { administrator: { scopes } });
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(planOf(made)).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^permission Exchange\.ManageAsApp \(manages Exchange Online as far as/),
      expect.stringMatching(/^directory role Global Reader \(reads/),
    ]),
  );
  expect(planOf(await setup(tenant, folder, args, { administrator: { scopes } }))).toEqual([]);
  const undone = await setup(tenant, folder, ['--undo', '--yes'], { administrator: { scopes } });
  expect(undone.code).toBe(0);
});

test('grants Exchange Online with the report about applications, whose scopes and policies it has', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const made = await setup(tenant, newFolder(), [...REPOSITORY, '--dry-run', '--report', 'applications']);
  const plan = planOf(made).join('\n');
  expect(plan).toContain('permission Application.Read.All');
  expect(plan).toContain('permission Exchange.ManageAsApp');
  expect(plan).toContain('Global Reader');
  expect(made.stdout).toContain(
    'Not requested: 4 permissions that fill more columns of the reports, Directory.Read.All,',
  );
});

test.each<[string, TenantOptions['repository'], RegExp]>([
  ['an internal repository', { visibility: 'internal' }, /is internal: everybody in the enterprise/],
  ['disabled Actions', { actions: 'disabled' }, /GitHub Actions are disabled/],
  [
    'actions of the owner alone',
    { actions: 'local_only' },
    /does not allow the action: add mailbox-report\/mailbox-report@\*/,
  ],
  ['other actions', { actions: ['docker/*'] }, /does not allow the action/],
  ['a protected branch', { isProtected: true }, /The branch main is protected/],
])(
  'lists in the plan what keeps the workflow from running, or shows its reports to more people: %s',
  async (_, repository, text) => {
    const tenant = await newTenant({ mailboxes: 5, repository: repository ?? {} });
    const planned = await setup(tenant, newFolder(), [...REPOSITORY, '--dry-run']);
    expect(planned).toMatchObject({ code: 0, stdout: expect.stringMatching(text) });
  },
);

test('says nothing of a repository that allows the action', async () => {
  const tenant = await newTenant({ mailboxes: 5, repository: { actions: ['mailbox-report/*'] } });
  const planned = await setup(tenant, newFolder(), [...REPOSITORY, '--dry-run']);
  expect(planned.stdout).not.toMatch(/allow the action|protected|disabled|internal/);
});

test('undo lists the variables that it deletes, and not one that was changed since', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, [...REPOSITORY, '--yes']);
  await request(`${tenant.githubUrl}/repos/contoso/mailboxes/actions/variables/CLIENT_ID`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${tenant.githubAccountToken}`, 'user-agent': 'test' },
    body: JSON.stringify({ value: 'other' }),
  });
  const undone: Json = parseJson((await setup(tenant, folder, ['--undo', '--yes', '--json'])).stdout);
  const removed = property(undone, 'removed');
  expect(removed).toContain('variable TENANT_ID in contoso/mailboxes');
  expect(removed).not.toContain('variable CLIENT_ID in contoso/mailboxes');
  const note = 'The variable CLIENT_ID in contoso/mailboxes is kept: it was changed since.';
  expect(undone).toMatchObject({ plan: { notes: expect.arrayContaining([note]) } });
  expect(tenant.variables()).toEqual({ CLIENT_ID: 'other' });
});

test('knows its files again after a checkout with CRLF', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const folder = newFolder();
  await setup(tenant, folder, [...REPOSITORY, '--yes']);
  for (const file of [WORKFLOW, 'policy.yml']) {
    const text = readFileSync(path.join(folder, file), 'utf8');
    writeFileSync(path.join(folder, file), text.replaceAll('\n', '\r\n'));
  }
  expect((await setup(tenant, folder, [...REPOSITORY, '--yes'])).stdout).not.toContain('is kept');
  await setup(tenant, folder, ['--undo', '--forever', '--yes']);
  expect(checkout(folder)).toEqual({});
});
