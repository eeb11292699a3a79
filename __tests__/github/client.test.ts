import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { downloadArtifact } from '../../src/github/artifact-download.ts';
import { GitHub, GitHubError, GitHubUnreachable } from '../../src/github/client.ts';
import { Repository } from '../../src/github/repository.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { listening, type Listening } from '../support/listening.ts';
import { newFolder } from '../support/new-folder.ts';

const TOKEN = 'ghs_0123456789012345678901234567890123456789';
const BYTES = Buffer.from('an archive');
const SHA256 = '9e691d5adacf0e102f203100842ffaba4e2a7dfe3dbd536827d3c0db8c7e88f1';

interface Asked {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly authorization: string | undefined;
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A server, what it was asked, and how it answers. */
class Server {
  readonly asked: Asked[] = [];
  handler: Handler = (_, response) => response.end('{}');
  readonly #server = createServer((request, response) => {
    const { method, url, headers } = request;
    this.asked.push({ method, url, authorization: headers.authorization });
    this.handler(request, response);
  });
  #listening: Listening | undefined;

  get origin(): string {
    return this.#listening?.origin ?? '';
  }

  async start(): Promise<void> {
    this.#listening = await listening(this.#server);
  }

  async close(): Promise<void> {
    await this.#listening?.close();
  }
}

const api = new Server();
/** Of another origin: a storage, or somebody who wants the token. */
const other = new Server();
const dispatcher = new Agent();
let waits: number[] = [];

beforeAll(() => Promise.all([api.start(), other.start()]));
beforeEach(() => {
  waits = [];
  for (const server of [api, other]) server.asked.length = 0;
});
afterAll(async () => {
  await dispatcher.destroy();
  await Promise.all([api.close(), other.close()]);
});

function network(signal?: AbortSignal) {
  const sleep = (ms: number): Promise<void> => {
    waits.push(ms);
    return Promise.resolve();
  };
  return { ...thisMachine(), dispatcher, signal, random: () => 1, sleep };
}

/** A server of an enterprise, whose API is below a path. */
function github(options: { readonly token?: string | undefined; readonly signal?: AbortSignal } = {}): GitHub {
  const { token, signal } = { token: TOKEN, ...options };
  const client = GitHub.at({ url: `${api.origin}/api/v3`, token, ...network(signal) });
  if (client === undefined) throw new Error('no client');
  return client;
}

function repository(): Repository {
  const options = { url: `${api.origin}/api/v3`, serverUrl: 'https://github.contoso.com', name: 'contoso/mail' };
  const found = Repository.at({ ...options, token: TOKEN, ...network() });
  if (found === undefined) throw new Error('no repository');
  return found;
}

/** Answers with each in turn, then with the last one. */
function answers(
  ...all: readonly (readonly [status: number, headers?: Readonly<Record<string, string>>, body?: unknown])[]
): Handler {
  let at = 0;
  return (_, response) => {
    const [status, headers = {}, body = {}] = all[Math.min(at++, all.length - 1)] ?? [500];
    response.writeHead(status, headers).end(JSON.stringify(body));
  };
}

describe('a request', () => {
  test('goes below the path of the API, with the token', async () => {
    api.handler = answers([200, {}, { id: 1 }]);
    expect(await github().get('/repos/contoso/mail')).toEqual({ id: 1 });
    expect(api.asked).toEqual([{ method: 'GET', url: '/api/v3/repos/contoso/mail', authorization: `Bearer ${TOKEN}` }]);
    await github({ token: undefined }).send('/meta');
    expect(api.asked[1]?.authorization).toBeUndefined();
  });

  test.each([
    ['a fault of the server', [503], 1_000],
    ['a wait that a fault asks for', [503, { 'Retry-After': '7' }], 7_000],
    ['too many requests', [429, { 'Retry-After': '9' }], 9_000],
    ['a secondary limit', [403, { 'Retry-After': '30' }], 30_000],
    ['a limit that is named only', [403, {}, { message: 'You have exceeded a secondary rate limit.' }], 1_000],
  ] as const)('is sent again after %s', async (_, first, wait) => {
    api.handler = answers(first, [200, {}, []]);
    expect(await github().get('/x')).toEqual([]);
    expect(waits).toEqual([wait]);
  });

  test('waits for the reset of a limit that is near, and for no far one', async () => {
    const limit = (seconds: number) => {
      const date = new Date();
      const reset = String(Math.floor(date.getTime() / 1000) + seconds);
      const headers = { 'X-RateLimit-Remaining': '0', 'X-RateLimit-Reset': reset, Date: date.toUTCString() };
      return [403, headers, { message: 'API rate limit exceeded' }] as const;
    };
    api.handler = answers(limit(20), [200, {}, []]);
    expect(await github().get('/x')).toEqual([]);
    expect(waits).toEqual([20_000]);
    api.handler = answers(limit(3_000));
    await expect(github().get('/x')).rejects.toMatchObject({ status: 403, isLimited: true });
    expect(waits).toHaveLength(1);
  });

  test.each([401, 403, 404, 410, 422])('is final with the status %i', async (status) => {
    api.handler = answers([status, {}, { message: 'No', documentation_url: 'https://docs.github.com/rest' }]);
    const error = await github()
      .get('/x')
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GitHubError);
    expect(error).toMatchObject({
      status,
      isLimited: false,
      request: 'GET /x',
      message: 'No - https://docs.github.com/rest',
    });
    expect(api.asked).toHaveLength(1);
  });

  test('that may have been done is sent again only after a limit', async () => {
    api.handler = answers([502]);
    expect((await github().send('/x', { method: 'POST', body: {} })).status).toBe(502);
    expect(api.asked).toHaveLength(1);
    api.handler = answers([403, { 'Retry-After': '1' }], [201]);
    expect((await github().send('/x', { method: 'POST', body: {} })).status).toBe(201);
    api.handler = (request) => request.socket.destroy();
    await expect(github().send('/x', { method: 'POST', body: {} })).rejects.toBeInstanceOf(GitHubUnreachable);
    expect(api.asked).toHaveLength(4);
  });

  test('is sent three times at most, and once if that is asked for', async () => {
    api.handler = (request) => request.socket.destroy();
    await expect(github().send('/x')).rejects.toBeInstanceOf(GitHubUnreachable);
    expect(waits).toEqual([1_000, 2_000]);
    await expect(github().send('/x', { once: true })).rejects.toBeInstanceOf(GitHubUnreachable);
    expect(api.asked).toHaveLength(4);
  });

  test('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    api.handler = () => {
      controller.abort(new Error('enough'));
    };
    await expect(github({ signal: controller.signal }).send('/x')).rejects.toThrow('enough');
    expect(api.asked).toHaveLength(1);
  });

  test('never shows the token that GitHub echoes', async () => {
    api.handler = ({ headers }, response) =>
      response.writeHead(422).end(JSON.stringify({ message: headers.authorization }));
    await expect(github().get('/x')).rejects.toThrow(/^Bearer \*\*\*$/);
  });
});

describe('the token stays at its origin', () => {
  test.each(['http://github.contoso.com', 'ftp://127.0.0.1', 'github.com', ''])('none is sent to %j', (url) => {
    expect(GitHub.at({ url, token: TOKEN, ...network() })).toBeUndefined();
  });

  test.each(['contoso', '../mail', 'contoso/..', 'contoso/mail/x', 'contoso/m?x'])('%j is no repository', (name) => {
    const url = 'https://api.github.com';
    expect(Repository.at({ url, serverUrl: url, name, token: TOKEN, ...network() })).toBeUndefined();
  });

  test('a renamed repository is followed once, another server never', async () => {
    api.handler = answers([301, { Location: `${api.origin}/api/v3/repositories/1` }], [200, {}, { id: 1 }]);
    expect(await github().get('/repos/contoso/old')).toEqual({ id: 1 });
    api.handler = answers([301, { Location: '/again' }]);
    await expect(github().get('/x')).rejects.toMatchObject({ status: 301 });
    expect(api.asked).toHaveLength(4);
    for (const status of [301, 302, 307, 308]) {
      api.handler = answers([status, { Location: `${other.origin}/x` }]);
      await expect(github().get('/x')).rejects.toMatchObject({ status });
    }
    expect(other.asked).toEqual([]);
  });

  test('pages are followed by their links, and not to another server', async () => {
    const link = (url: string) => ({ Link: `<${url}>; rel="next", <${api.origin}/last>; rel="last"` });
    api.handler = answers(
      [200, link(`${api.origin}/api/v3/repositories/1/x?page=2`), { items: [1] }],
      [200, { Link: `<${api.origin}/first>; rel="first"` }, { items: [2] }],
    );
    const items: unknown[] = [];
    for await (const page of github().pages('/x?a=b', 'items', 9)) items.push(...page);
    expect(items).toEqual([1, 2]);
    expect(api.asked.map(({ url }) => url)).toEqual(['/api/v3/x?a=b&per_page=100', '/api/v3/repositories/1/x?page=2']);
    api.handler = answers([200, link(`${other.origin}/x?page=2`), { items: [1] }]);
    const pages = github().pages('/x', 'items', 9);
    expect(await pages.next()).toMatchObject({ value: [1] });
    await expect(pages.next()).rejects.toThrow('the next page is on another server');
    expect(other.asked).toEqual([]);
  });

  test('no more pages are read than that are asked for, and each must have the list', async () => {
    api.handler = answers([200, { Link: `<${api.origin}/api/v3/x>; rel="next"` }, { items: [1] }]);
    let count = 0;
    for await (const page of github().pages('/x', 'items', 3)) count += page.length;
    expect([count, api.asked.length]).toEqual([3, 3]);
    api.handler = answers([200, {}, { other: [] }]);
    await expect(github().pages('/x', 'items', 3).next()).rejects.toThrow('the answer has no items');
    api.handler = (_, response) => response.end('<html>');
    await expect(github().get('/x')).rejects.toThrow('the answer is not JSON');
  });
});

describe('an archive', () => {
  const folder = newFolder();

  async function fetched(digest = SHA256): Promise<{ readonly matches: boolean; readonly names: readonly string[] }> {
    const place = await mkdtemp(path.join(folder, 'archive-'));
    const matches = await downloadArtifact(repository(), { id: 5, digest }, path.join(place, 'a.zip'));
    if (matches) expect(await readFile(path.join(place, 'a.zip'))).toEqual(BYTES);
    return { matches, names: await readdir(place) };
  }

  beforeEach(() => {
    api.handler = answers([302, { Location: `${other.origin}/blob?sig=x` }]);
    other.handler = (_, response) => response.end(BYTES);
  });

  test('is downloaded from the storage without the token', async () => {
    expect(await fetched()).toEqual({ matches: true, names: ['a.zip'] });
    expect(api.asked.map(({ url }) => url)).toEqual(['/api/v3/repos/contoso/mail/actions/artifacts/5/zip']);
    expect(other.asked).toEqual([{ method: 'GET', url: '/blob?sig=x', authorization: undefined }]);
  });

  test('is downloaded again from its start after a fault of the storage', async () => {
    let at = 0;
    other.handler = (request, response) => {
      at += 1;
      if (at === 1) response.writeHead(503).end();
      else if (at === 2) response.write(BYTES.subarray(0, 3), () => request.socket.destroy());
      else response.end(BYTES);
    };
    expect(await fetched()).toEqual({ matches: true, names: ['a.zip'] });
    expect(waits).toEqual([1_000, 2_000]);
  });

  test('of another digest is not kept', async () => {
    expect(await fetched('0'.repeat(64))).toEqual({ matches: false, names: [] });
  });

  test('is not asked for again if the storage refuses it', async () => {
    other.handler = (_, response) => response.writeHead(403).end();
    await expect(fetched()).rejects.toThrow('The host of the file answered with status 403.');
    expect(other.asked).toHaveLength(1);
  });

  test.each([
    ['that has expired', [410, {}, { message: 'Artifact has expired' }], 'Artifact has expired'],
    ['without a place', [302], 'GitHub does not give the artifact.'],
    ['at an open place', [302, { Location: 'http://storage.example/x' }], 'GitHub does not give the artifact.'],
  ] as const)('%s is not downloaded', async (_, answer, message) => {
    api.handler = answers(answer);
    await expect(fetched()).rejects.toThrow(message);
  });
});

test('approvers are those who approved, and unknown without a right or a run', async () => {
  const review = (login: string, state = 'approved') => ({ state, user: { login } });
  api.handler = answers([200, {}, [review('kim'), review('alex', 'rejected'), review('kim')]]);
  expect(await repository().approvers('7')).toEqual(['kim']);
  expect(api.asked.map(({ url }) => url)).toEqual(['/api/v3/repos/contoso/mail/actions/runs/7/approvals']);
  api.handler = answers([200, {}, [review('kim'), { state: 'approved' }]]);
  expect(await repository().approvers('7')).toBeUndefined();
  api.handler = answers([403]);
  expect(await repository().approvers('7')).toBeUndefined();
  expect(await repository().approvers('7/x')).toBeUndefined();
  expect(api.asked).toHaveLength(3);
});
