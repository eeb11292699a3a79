import { afterAll, describe, expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { startTenant, type RepositoryOptions, type Tenant } from '../../tenant/tenant.ts';
import { answerOf, type Answer } from './sign-in.ts';

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(repository: RepositoryOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 1, repository });
  tenants.push(tenant);
  return tenant;
}

const REPO = '/repos/contoso/mailboxes';
const PATH = `${REPO}/environments/remediation`;
const CUSTOM = { protected_branches: false, custom_branch_policies: true };

async function ask(
  tenant: Tenant,
  request: string,
  body?: unknown,
  token = tenant.githubAccountToken,
): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  return answerOf(
    await fetch(tenant.githubUrl + path, { method, headers: { authorization: `Bearer ${token}` }, ...content }),
  );
}

async function reviewersOf(tenant: Tenant): Promise<readonly { readonly type: string; readonly id: unknown }[]> {
  const { body } = await ask(tenant, 'GET /user');
  return [{ type: 'User', id: body.id }];
}

// https://docs.github.com/rest/deployments/environments
describe('an environment', () => {
  test('has reviewers and branches as they were set, and is deleted', async () => {
    const tenant = await start({ plan: 'enterprise' });
    expect((await ask(tenant, `GET ${PATH}`)).status).toBe(404);
    const reviewers = await reviewersOf(tenant);
    const made = await ask(tenant, `PUT ${PATH}`, { reviewers, deployment_branch_policy: CUSTOM });
    expect([made.status, made.body]).toMatchObject([
      200,
      { protection_rules: [{ type: 'required_reviewers', reviewers: [{ type: 'User' }] }, { type: 'branch_policy' }] },
    ]);
    const policies = `${PATH}/deployment-branch-policies`;
    expect((await ask(tenant, `POST ${policies}`, { name: 'main', type: 'branch' })).status).toBe(200);
    expect((await ask(tenant, `POST ${policies}`, { name: 'main', type: 'branch' })).status).toBe(303);
    expect((await ask(tenant, `GET ${policies}`)).body).toMatchObject({ branch_policies: [{ name: 'main' }] });
    expect((await ask(tenant, `PUT ${PATH}`, { wait_timer: 0 })).body).toMatchObject({
      protection_rules: [{ type: 'required_reviewers' }, { type: 'branch_policy' }],
      deployment_branch_policy: CUSTOM,
    });
    expect((await ask(tenant, `DELETE ${PATH}`)).status).toBe(204);
    expect((await ask(tenant, `DELETE ${PATH}`)).status).toBe(404);
  });

  test.each<[string, RepositoryOptions, number]>([
    ['public', { visibility: 'public', plan: 'free' }, 200],
    ['internal', { visibility: 'internal', plan: 'enterprise' }, 200],
    ['private', { plan: 'enterprise' }, 200],
    ['private, without GitHub Enterprise,', { plan: 'team' }, 422],
    ['private, of the free plan,', { plan: 'free' }, 404],
  ])('of a %s repository has reviewers only as the plan allows', async (_, repository, status) => {
    const tenant = await start(repository);
    expect((await ask(tenant, `PUT ${PATH}`, { reviewers: await reviewersOf(tenant) })).status).toBe(status);
  });

  // integrations/terraform-provider-github#1311
  test('is made without rules although GitHub refuses its reviewers', async () => {
    const tenant = await start();
    const refused = await ask(tenant, `PUT ${PATH}`, { reviewers: null });
    expect([refused.status, refused.body.message]).toEqual([422, expect.stringContaining('billing plan supports')]);
    expect((await ask(tenant, `GET ${PATH}`)).body).toMatchObject({ protection_rules: [] });
    expect((await ask(tenant, `PUT ${PATH}`, { deployment_branch_policy: CUSTOM })).status).toBe(200);
  });

  test.each<[string, RepositoryOptions, string]>([
    ['an account that does not administer the repository', { role: 'push' }, 'Must have admin rights to Repository.'],
    [
      'a token that may not administer it',
      { scopes: 'fine-grained', administration: 'none' },
      'Resource not accessible by personal access token',
    ],
  ])('is not changed by %s', async (_, options, message) => {
    const tenant = await start({ plan: 'enterprise', ...options });
    const refused = await ask(tenant, `PUT ${PATH}`, {});
    expect([refused.status, refused.body.message]).toEqual([403, message]);
    expect(tenant.environments()).toEqual([]);
  });

  test.each([
    ['accounts that do not exist', { reviewers: [{ type: 'User', id: 1 }] }],
    ['two kinds of branches', { deployment_branch_policy: { protected_branches: true, custom_branch_policies: true } }],
  ])('is not made with %s', async (_, body) => {
    const tenant = await start({ plan: 'enterprise' });
    expect((await ask(tenant, `PUT ${PATH}`, body)).status).toBe(422);
    expect(tenant.environments()).toEqual([]);
  });
});

// https://docs.github.com/rest/actions/workflow-runs
describe('a job', () => {
  const POLICY = { deployment_branch_policy: CUSTOM };

  test('waits for a reviewer of its environment, and has a token with that subject once it is approved', async () => {
    const tenant = await start({ plan: 'enterprise' });
    await ask(tenant, `PUT ${PATH}`, { reviewers: await reviewersOf(tenant) });
    const run = await tenant.startRun();
    expect(run.job('remediation')).toEqual({ state: 'waiting', env: {} });
    const path = `POST ${REPO}/actions/runs/${run.id}/pending_deployments`;
    const review = { environment_ids: tenant.environments().map(({ id }) => id), state: 'approved', comment: 'read' };
    expect((await ask(tenant, path, review, tenant.githubToken)).status).toBe(422);
    expect((await ask(tenant, path, review)).status).toBe(200);
    expect((await ask(tenant, path, review)).status).toBe(422);
    const approvals = await fetch(`${tenant.githubUrl}${REPO}/actions/runs/${run.id}/approvals`, {
      headers: { authorization: `Bearer ${tenant.githubToken}` },
    });
    expect(await approvals.json()).toMatchObject([{ state: 'approved', user: { login: 'alex-admin' } }]);
    expect(await subjectOf(run.job('remediation').env)).toBe(
      'repo:contoso@5113/mailboxes@81264:environment:remediation',
    );
    // The next job waits again.
    expect(run.job('remediation').state).toBe('waiting');
    expect(await subjectOf(run.job().env)).toBe('repo:contoso@5113/mailboxes@81264:ref:refs/heads/main');
  });

  test('starts only on the branches of its environment', async () => {
    const tenant = await start();
    await ask(tenant, `PUT ${PATH}`, POLICY);
    const run = await tenant.startRun();
    expect(run.job('remediation').state).toBe('refused');
    await ask(tenant, `POST ${PATH}/deployment-branch-policies`, { name: 'main' });
    expect(run.job('remediation').state).toBe('started');
    expect((await tenant.startRun({ branch: 'topic' })).job('remediation').state).toBe('refused');
  });

  test('makes the environment that it names, without any rule', async () => {
    const tenant = await start({ plan: 'enterprise' });
    expect((await tenant.startRun()).job('remediation').state).toBe('started');
    expect(tenant.environments()).toMatchObject([{ name: 'remediation', protection_rules: [] }]);
  });
});

/** The subject of the token that a job gets. */
async function subjectOf(env: Readonly<Record<string, string>>): Promise<unknown> {
  const headers = { authorization: `Bearer ${env.ACTIONS_ID_TOKEN_REQUEST_TOKEN ?? ''}` };
  const { body } = await answerOf(await fetch(`${env.ACTIONS_ID_TOKEN_REQUEST_URL ?? ''}&audience=x`, { headers }));
  if (typeof body.value !== 'string') throw new Error('no token');
  return property(parseJson(Buffer.from(body.value.split('.')[1] ?? '', 'base64url').toString()), 'sub');
}
