import { afterAll, describe, expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { startTenant, type Job, type RepositoryOptions, type Tenant } from '../../tenant/tenant.ts';
import { answerOf, type Answer } from './sign-in.ts';

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(repository: RepositoryOptions = {}, job: Job = {}): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 1, repository, oidc: { job } });
  tenants.push(tenant);
  return tenant;
}

async function ask(
  { githubUrl, githubAccountToken }: Tenant,
  request: string,
  body?: unknown,
  token: string | undefined = githubAccountToken,
): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  return answerOf(await fetch(githubUrl + path, { method, headers, redirect: 'manual', ...content }));
}

/** The subject of the token that a job gets. */
async function subjectOf({ oidcUrl, oidcRequestToken }: Tenant): Promise<unknown> {
  const response = await fetch(`${oidcUrl}&audience=x`, { headers: { authorization: `Bearer ${oidcRequestToken}` } });
  const { body } = await answerOf(response);
  if (typeof body.value !== 'string') throw new Error('no token');
  return property(parseJson(Buffer.from(body.value.split('.')[1] ?? '', 'base64url').toString()), 'sub');
}

describe('a repository', () => {
  // https://docs.github.com/rest/repos/repos#get-a-repository
  test('is found without case, and shown in its spelling with the permissions of the account', async () => {
    const tenant = await start({ owner: 'Contoso', name: 'Mailboxes', role: 'push' });
    const { status, body, headers } = await ask(tenant, 'GET /repos/contoso/mailboxes');
    expect([status, body]).toMatchObject([
      200,
      { full_name: 'Contoso/Mailboxes', private: true, permissions: { admin: false, push: true, pull: true } },
    ]);
    expect(headers.get('x-oauth-scopes')).toBe('gist, read:org, repo, workflow');
  });

  test.each<[string, RepositoryOptions]>([
    ['the account has no access', { role: 'none' }],
    ['the token lacks the scope repo', { scopes: ['gist'] }],
  ])('is not found if %s', async (_, repository) => {
    expect((await ask(await start(repository), 'GET /repos/contoso/mailboxes')).status).toBe(404);
  });

  test('can be read without a token only if it is public', async () => {
    expect((await ask(await start(), 'GET /repos/contoso/mailboxes', undefined, '')).status).toBe(404);
    const tenant = await start({ visibility: 'public' });
    expect((await ask(tenant, 'GET /repos/contoso/mailboxes', undefined, '')).status).toBe(200);
    expect((await ask(tenant, 'GET /repos/contoso/mailboxes', undefined, 'ghp_other')).status).toBe(401);
  });

  test('is redirected to by its former name, with the rest of the path', async () => {
    const tenant = await start({ formerName: 'contoso/old' });
    const { status, headers } = await ask(tenant, 'GET /repos/contoso/old/actions/variables?page=1');
    const location = headers.get('location') ?? '';
    expect([status, location]).toEqual([301, `${tenant.githubUrl}/repositories/81264/actions/variables?page=1`]);
    expect((await ask(tenant, `GET ${location.slice(tenant.githubUrl.length)}`)).status).toBe(200);
  });
});

describe('variables', () => {
  const PATH = '/repos/contoso/mailboxes/actions/variables';

  // https://docs.github.com/rest/actions/variables
  test('are created once, changed, read and deleted, with names in upper case', async () => {
    const tenant = await start();
    expect((await ask(tenant, `GET ${PATH}/TENANT_ID`)).status).toBe(404);
    expect((await ask(tenant, `POST ${PATH}`, { name: 'tenant_id', value: 'a' })).status).toBe(201);
    expect((await ask(tenant, `POST ${PATH}`, { name: 'TENANT_ID', value: 'a' })).status).toBe(409);
    expect((await ask(tenant, `PATCH ${PATH}/TENANT_ID`, { value: 'b' })).status).toBe(204);
    expect((await ask(tenant, `GET ${PATH}`)).body).toMatchObject({
      total_count: 1,
      variables: [{ name: 'TENANT_ID', value: 'b' }],
    });
    expect(tenant.variables()).toEqual({ TENANT_ID: 'b' });
    expect((await ask(tenant, `POST ${PATH}`, { name: 'GITHUB_X', value: 'a' })).status).toBe(422);
    expect((await ask(tenant, `DELETE ${PATH}/TENANT_ID`)).status).toBe(204);
    expect((await ask(tenant, `DELETE ${PATH}/TENANT_ID`)).status).toBe(404);
  });

  test.each<[string, RepositoryOptions]>([
    ['an account that cannot push', { role: 'triage' }],
    ['an archived repository', { archived: true }],
  ])('are not created for %s', async (_, repository) => {
    expect((await ask(await start(repository), `POST ${PATH}`, { name: 'A', value: '' })).status).toBe(403);
  });

  test('are not for the token of a run', async () => {
    const tenant = await start();
    expect((await ask(tenant, `GET ${PATH}`, undefined, tenant.githubToken)).status).toBe(403);
  });
});

describe('the subject of OIDC tokens', () => {
  const PATH = 'GET /repos/contoso/mailboxes/actions/oidc/customization/sub';
  const NUMBERS = 'repo:contoso@5113/mailboxes@81264';

  // https://docs.github.com/actions/reference/security/oidc
  test.each<[string, RepositoryOptions, Job, string]>([
    ['a branch', {}, {}, `${NUMBERS}:ref:refs/heads/main`],
    ['the default branch', { defaultBranch: 'trunk' }, {}, `${NUMBERS}:ref:refs/heads/trunk`],
    [
      'an environment, before a pull request',
      {},
      { environment: 'a:b', event: 'pull_request' },
      `${NUMBERS}:environment:a%3Ab`,
    ],
    ['a pull request', {}, { event: 'pull_request' }, `${NUMBERS}:pull_request`],
    ['a repository of before 2026-07-15', { hasNumbers: false }, {}, 'repo:contoso/mailboxes:ref:refs/heads/main'],
    ['a template, with numbers', { claimKeys: ['repo', 'event_name'] }, {}, `${NUMBERS}:event_name:schedule`],
    [
      'the template of the organization',
      { claimKeys: 'organization', organizationClaimKeys: ['repository_owner', 'context'] },
      {},
      'repository_owner:contoso:ref:refs/heads/main',
    ],
  ])('is that of %s', async (_, repository, job, subject) => {
    expect(await subjectOf(await start(repository, job))).toBe(subject);
  });

  test.each<[string, RepositoryOptions, object]>([
    ['by default', {}, { use_default: true, use_immutable_subject: true, sub_claim_prefix: NUMBERS }],
    // Seen by others: the property does not decide.
    [
      'in contradiction',
      { form: 'contradictory' },
      { use_default: true, use_immutable_subject: false, sub_claim_prefix: NUMBERS },
    ],
    ['without its form, as on GitHub Enterprise Server', { form: 'hidden' }, { use_default: true }],
    [
      'with its template',
      { claimKeys: ['repo'], form: 'hidden' },
      { use_default: false, include_claim_keys: ['repo'] },
    ],
    ['as that of the organization', { claimKeys: 'organization', form: 'hidden' }, { use_default: false }],
  ])('is shown %s', async (_, repository, settings) => {
    expect((await ask(await start(repository), PATH)).body).toEqual(settings);
  });

  test('of the organization is shown to a token with read:org, and there is none of a user', async () => {
    const PATH_OF_OWNER = 'GET /orgs/contoso/actions/oidc/customization/sub';
    const tenant = await start({ organizationClaimKeys: ['repo'] });
    expect((await ask(tenant, PATH_OF_OWNER)).body).toEqual({
      include_claim_keys: ['repo'],
      use_immutable_subject: true,
    });
    expect((await ask(await start({ scopes: ['repo'] }), PATH_OF_OWNER)).status).toBe(403);
    expect((await ask(await start({ ofUser: true }), PATH_OF_OWNER)).status).toBe(404);
  });
});

// https://docs.github.com/enterprise-cloud@latest/authentication/authenticating-with-single-sign-on
test('refuses a request at one path, with the header of single sign-on', async () => {
  const tenant = await start();
  const headers = { 'X-GitHub-SSO': 'required; url=https://github.com/orgs/contoso/sso?authorization_request=A' };
  const message = 'Resource protected by organization SAML enforcement.';
  tenant.setGithubFaults({ refusals: [{ request: 'GET .*/mailboxes$', status: 403, message, headers }] });
  const refused = await ask(tenant, 'GET /repos/contoso/mailboxes');
  expect([refused.status, refused.body.message]).toEqual([403, message]);
  expect(refused.headers.get('x-github-sso')).toMatch(/^required; url=/);
  expect((await ask(tenant, 'GET /repos/contoso/mailboxes/actions/oidc/customization/sub')).status).toBe(200);
});

describe('the settings that keep a workflow from running', () => {
  // https://docs.github.com/rest/actions/permissions
  test('are which actions it may use, and the protection of the branch', async () => {
    const free = await start();
    const path = 'GET /repos/contoso/mailboxes';
    expect((await ask(free, `${path}/actions/permissions`)).body).toEqual({ enabled: true, allowed_actions: 'all' });
    expect((await ask(free, `${path}/branches/main`)).body).toMatchObject({ protected: false });
    expect((await ask(free, `${path}/branches/other`)).status).toBe(404);
    const bound = await start({ actions: ['docker/*'], isProtected: true });
    const selected = await ask(bound, `${path}/actions/permissions/selected-actions`);
    expect(selected.body).toMatchObject({ patterns_allowed: ['docker/*'] });
    expect((await ask(bound, `${path}/branches/main`)).body).toMatchObject({ protected: true });
    expect((await ask(await start({ role: 'push' }), `${path}/actions/permissions`)).status).toBe(403);
  });

  test('are the permissions of a fine-grained token', async () => {
    const tenant = await start({ scopes: 'fine-grained', variables: 'read' });
    const path = '/repos/contoso/mailboxes/actions/variables';
    expect((await ask(tenant, `GET ${path}`)).status).toBe(200);
    expect((await ask(tenant, `POST ${path}`, { name: 'A', value: 'b' })).status).toBe(403);
    expect((await ask(tenant, `DELETE ${path}/A`)).status).toBe(403);
  });
});
