import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import type { Environment } from '../../src/http/proxy.ts';
import { stepEnvironment } from '../../src/run/runner.ts';
import { isPublicRepository, visibilityWarning } from '../../src/run/repository-visibility.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { newFolder } from '../support/new-folder.ts';
import { listening } from '../support/listening.ts';

const folder = newFolder();
const dispatcher = new Agent();
/** The status of GitHub's API. `page`: the status of the page of the repository. */
let status = 200;
let page = 404;
const api = createServer(({ method, url: asked }, response) => {
  const isPage = method === 'HEAD' && asked === '/contoso/mail';
  response.writeHead(isPage ? page : status).end(isPage ? '' : '{}');
});
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ origin: url, close } = await listening(api));
});
afterAll(async () => {
  await dispatcher.destroy();
  await close();
});

async function asked(event: string | undefined, env: Environment = {}): Promise<boolean> {
  const file = path.join(folder, 'event.json');
  if (event !== undefined) await writeFile(file, event);
  const where = event === undefined ? {} : { GITHUB_EVENT_PATH: file };
  return isPublicRepository(stepEnvironment({ ...where, ...env }), {
    ...thisMachine(),
    dispatcher,
    signal: new AbortController().signal,
  });
}

describe('the visibility of a repository', () => {
  test.each([
    ['{"repository":{"visibility":"public"}}', true],
    ['{"repository":{"visibility":"internal","private":true}}', false],
    ['{"repository":{"private":false}}', true],
    ['{"repository":{"private":true}}', false],
    ['{"schedule":"17 5 * * *"}', false],
    ['no JSON', false],
    [undefined, false],
  ])('is read from the event %s', async (event, isPublic) => {
    expect(await asked(event)).toBe(isPublic);
  });

  test.each([
    [200, 404, true],
    [404, 200, false],
    [403, 404, false],
    [403, 200, true],
    [429, 200, true],
  ])('is requested from GitHub without one in the event: API %i, page %i', async (ofApi, ofPage, isPublic) => {
    status = ofApi;
    page = ofPage;
    const repository = { GITHUB_API_URL: url, GITHUB_SERVER_URL: url, GITHUB_REPOSITORY: 'contoso/mail' };
    expect(await asked('{}', repository)).toBe(isPublic);
  });

  test.each([
    { GITHUB_API_URL: 'http://127.0.0.1:1', GITHUB_REPOSITORY: 'contoso/mail' },
    { GITHUB_API_URL: 'http://example.com', GITHUB_REPOSITORY: 'contoso/mail' },
    { GITHUB_API_URL: 'https://example.com', GITHUB_REPOSITORY: '../x' },
    { GITHUB_FILE: '/nowhere' },
  ])('is private without a response: %j', async (env) => {
    expect(await asked('{}', env)).toBe(false);
  });
});

test('the warning names the visible places, and how to hide mailbox names', () => {
  expect(visibilityWarning({ summary: 'full', artifactName: 'report' })).toContain(
    'the job summary, the annotations and the artifact, which name mailboxes. Set "summary" to "counts" and "artifact-name"',
  );
  expect(visibilityWarning({ summary: 'counts', artifactName: 'report' })).toContain('see the artifact, which');
  expect(visibilityWarning({ summary: 'none', artifactName: undefined })).toBeUndefined();
});
