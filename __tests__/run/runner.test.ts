import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { listLineUrl } from '../../src/text/page-links.ts';
import { hostOf } from '../../src/run/host.ts';
import { stepEnvironment } from '../../src/run/runner.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the variables of the runner', () => {
  test.each([
    ['empty', { GITHUB_WORKSPACE: '', RUNNER_TEMP: '', GITHUB_SERVER_URL: '', GITHUB_RUN_ATTEMPT: '' }],
    ['missing', {}],
  ])('have defaults if they are %s', (_, env) => {
    expect(stepEnvironment(env)).toMatchObject({
      workspace: process.cwd(),
      tempFolder: tmpdir(),
      serverUrl: 'https://github.com',
      attempt: 1,
    });
  });
});

const sha = '0123456789abcdef0123456789abcdef01234567';
const workspace = process.cwd();

const HOSTS = [
  {
    host: 'github',
    env: {
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_REPOSITORY: 'contoso/mail',
      GITHUB_SHA: sha,
      GITHUB_RUN_ID: '12',
      GITHUB_RUN_ATTEMPT: '2',
    },
    run: { runId: '12', attempt: 2, runUrl: 'https://github.com/contoso/mail/actions/runs/12' },
    commit: `https://github.com/contoso/mail/commit/${sha}`,
    line: `https://github.com/contoso/mail/blob/${sha}/lists/a%20b.csv?plain=1#L9`,
  },
  {
    host: 'azure',
    env: {
      TF_BUILD: 'True',
      SYSTEM_COLLECTIONURI: 'https://dev.azure.com/contoso/',
      SYSTEM_TEAMPROJECT: 'My mail',
      BUILD_BUILDID: '12',
      SYSTEM_JOBATTEMPT: '2',
      BUILD_SOURCESDIRECTORY: workspace,
      BUILD_SOURCEVERSION: sha,
      BUILD_REPOSITORY_PROVIDER: 'TfsGit',
      BUILD_REPOSITORY_NAME: 'mail',
      BUILD_REPOSITORY_URI: 'https://contoso@dev.azure.com/contoso/My%20mail/_git/mail',
    },
    run: { runId: '12', attempt: 2, runUrl: 'https://dev.azure.com/contoso/My%20mail/_build/results?buildId=12' },
    commit: `https://dev.azure.com/contoso/My%20mail/_git/mail/commit/${sha}`,
    line: `https://dev.azure.com/contoso/My%20mail/_git/mail?path=/lists/a%20b.csv&version=GC${sha}&line=9&lineEnd=9&lineStartColumn=1&lineEndColumn=9999`,
  },
  {
    host: 'gitlab',
    env: {
      GITLAB_CI: 'true',
      CI_PIPELINE_ID: '12',
      CI_PIPELINE_URL: 'https://gitlab.com/contoso/mail/-/pipelines/12',
      // The current folder is inside the checkout.
      CI_PROJECT_DIR: path.dirname(workspace),
      CI_PROJECT_PATH: 'contoso/mail',
      CI_COMMIT_SHA: sha,
      CI_PROJECT_URL: 'https://gitlab.com/contoso/mail',
    },
    run: { runId: '12', attempt: 1, runUrl: 'https://gitlab.com/contoso/mail/-/pipelines/12' },
    commit: `https://gitlab.com/contoso/mail/-/commit/${sha}`,
    line: `https://gitlab.com/contoso/mail/-/blob/${sha}/${path.basename(workspace)}/lists/a%20b.csv?plain=1#L9`,
  },
] as const;

test.each(HOSTS)('the run, the commit and the lines of the list are linked on $host', ({ host, env, run, ...urls }) => {
  const step = stepEnvironment(env);
  expect(hostOf(env)).toBe(host);
  expect(step).toMatchObject({ workspace, ...run });
  expect(step.source?.commit?.url).toBe(urls.commit);
  expect(listLineUrl(step.source?.lines ?? '', 'lists/a b.csv', 9)).toBe(urls.line);
});

test.each([
  ['a folder outside the checkout', { CI_PROJECT_DIR: path.join(workspace, 'src') }],
  ['an address that is no web page', { CI_PROJECT_URL: 'javascript:alert(1)' }],
  ['no commit', { CI_COMMIT_SHA: '' }],
])('lines are not linked with %s', (_, env) => {
  expect(stepEnvironment({ ...HOSTS[2].env, ...env }).source?.lines).toBeUndefined();
});
