import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startTenant, type Tenant } from '../../tenant/tenant.ts';
import { answerOf, type Answer } from './sign-in.ts';

let tenant: Tenant;
beforeAll(async () => {
  tenant = await startTenant({ mailboxes: 1 });
});
afterAll(() => tenant.close());
beforeEach(() => {
  tenant.setGithubFaults({});
});

/** Asks as a run does, or with another token. */
async function ask(request: string, body?: unknown, token = tenant.githubToken): Promise<Answer> {
  const [method = '', path = ''] = request.split(' ');
  const content = body === undefined ? {} : { body: JSON.stringify(body) };
  const headers = { authorization: `Bearer ${token}` };
  return answerOf(await fetch(`${tenant.githubUrl}/repos/contoso/mailboxes${path}`, { method, headers, ...content }));
}

/** A branch with a commit, of a main that has `grants.csv`. */
async function branchOf(name: string): Promise<void> {
  const sha = tenant.pushCommit('main', { 'grants.csv': 'one\ntwo\n', 'policy.yml': 'rules: []\n' });
  expect((await ask('POST /git/refs', { ref: `refs/heads/${name}`, sha })).status).toBe(201);
  const { body } = await ask(`GET /contents/grants.csv?ref=${name}`);
  const write = { message: 'Review', branch: name, sha: body.sha, content: Buffer.from('one\n').toString('base64') };
  expect((await ask('PUT /contents/grants.csv', write)).status).toBe(200);
}

test('a branch is made once, of a commit that exists, and has no forbidden name', async () => {
  await branchOf('made/once');
  expect((await ask('GET /git/ref/heads/made/once')).body).toMatchObject({ ref: 'refs/heads/made/once' });
  const sha = tenant.pushCommit('main', {});
  const made = (name: string, of = sha) => ask('POST /git/refs', { ref: `refs/heads/${name}`, sha: of });
  expect(await made('made/once')).toMatchObject({ status: 422, body: { message: 'Reference already exists' } });
  expect(await made('made/two', '0'.repeat(40))).toMatchObject({ body: { message: 'Object does not exist' } });
  expect((await made('a..b')).status).toBe(422);
  expect((await ask('GET /git/ref/heads/missing')).status).toBe(404);
});

test('a file is written only in place of the content that the writer saw, and not on a branch that is missing', async () => {
  await branchOf('files');
  const write = { message: 'x', branch: 'files', content: '' };
  expect(await ask('PUT /contents/grants.csv', write)).toMatchObject({ status: 422 });
  expect(await ask('PUT /contents/grants.csv', { ...write, sha: 'deadbeef' })).toMatchObject({
    status: 409,
    body: { message: 'grants.csv does not match deadbeef' },
  });
  expect((await ask('PUT /contents/new.csv', { ...write, sha: 'deadbeef' })).status).toBe(201);
  expect((await ask('PUT /contents/new.csv', { ...write, branch: 'missing' })).status).toBe(404);
});

describe('a pull request', () => {
  const open = (head: string, more: object = {}, token?: string) =>
    ask('POST /pulls', { title: 'Review', head, base: 'main', ...more }, token);

  test('is opened once for a branch, found by it, and merged', async () => {
    await branchOf('review');
    expect((await open('review')).status).toBe(201);
    expect(await open('review')).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'A pull request already exists for contoso:review.' }] },
    });
    expect(await open('missing')).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'head', code: 'invalid' }] },
    });
    tenant.pushCommit('main', { 'grants.csv': 'one\ntwo\n', 'policy.yml': 'rules: [] # changed\n' });
    tenant.mergePullRequest(tenant.pullRequests().at(-1)?.number ?? 0);
    expect(tenant.filesOf('main')).toEqual({ 'grants.csv': 'one\n', 'policy.yml': 'rules: [] # changed\n' });
    const found = async (query: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${tenant.githubToken}` };
      return (await fetch(`${tenant.githubUrl}/repos/contoso/mailboxes/pulls?${query}`, { headers })).json();
    };
    expect(await found('head=contoso:review&state=all')).toMatchObject([{ head: { ref: 'review' } }]);
    expect(await found('head=contoso:review')).toEqual([]);
  });

  test('has at most 65,536 characters', async () => {
    await branchOf('long');
    expect(await open('long', { body: 'ä'.repeat(65_537) })).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'body is too long (maximum is 65536 characters)' }] },
    });
    expect((await open('long', { body: 'ä'.repeat(65_536) })).status).toBe(201);
  });

  test('of a run needs permission and setting, of an application only the permission', async () => {
    await branchOf('allowed');
    tenant.setGithubFaults({ noPullRequestsByActions: true });
    expect(await open('allowed')).toMatchObject({
      status: 403,
      body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
    });
    expect((await open('allowed', {}, tenant.githubAppToken)).body).toMatchObject({
      user: { login: 'mailbox-review[bot]' },
    });
    tenant.setGithubFaults({ noPullRequests: true });
    expect((await open('allowed', {}, tenant.githubAppToken)).status).toBe(403);
    tenant.setGithubFaults({ noContentsWrite: true });
    expect((await ask('POST /git/refs', { ref: 'refs/heads/x', sha: '' })).status).toBe(403);
    expect((await ask('GET /git/ref/heads/main')).status).toBe(200);
  });
});
