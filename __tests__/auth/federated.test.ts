import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { federatedAssertion, oidcEndpoint } from '../../src/auth/federated.ts';
import type { RequestOptions } from '../../src/auth/retry.ts';
import { UserError } from '../../src/errors.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { json, jwt, type Answer } from './token-endpoint.ts';
import { listening, type Listening } from '../support/listening.ts';

const AUDIENCE = 'api://AzureADTokenExchange';
const REQUEST_TOKEN = 'the-request-token-of-this-job';
const dispatcher = new Agent();

interface Question {
  readonly path: string;
  readonly authorization: string | undefined;
}

let server: Listening;
let asked: Question[];
let answers: ((request: IncomingMessage, response: ServerResponse) => void)[];
let masked: string[];
let slept: number[];

beforeEach(async () => {
  [asked, answers, masked, slept] = [[], [], [], []];
  const listener = createServer((request, response) => {
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization });
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
  server = await listening(listener);
});
afterEach(() => server.close());
afterAll(() => dispatcher.destroy());

function answering(...given: Answer[]): void {
  const question = { method: 'GET', url: '', headers: {}, form: new URLSearchParams() };
  answers = given.map((answer) => (_request, response) => {
    answer(response, question);
  });
}

function ask(more: Partial<RequestOptions> = {}, query = '?api-version=2.0'): Promise<string> {
  const endpoint = oidcEndpoint({
    ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${server.port}/idtoken${query}`,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
  });
  return federatedAssertion(endpoint, AUDIENCE, {
    ...thisMachine(),
    dispatcher,
    mask: (secret) => masked.push(secret),
    sleep: (ms) => {
      slept.push(ms);
      return Promise.resolve();
    },
    ...more,
  });
}

async function errorOf(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error;
  throw new Error('no UserError came', { cause: error });
}

const token = jwt({ sub: 'repo:contoso/mailboxes:ref:refs/heads/main' });
const given = json(200, { count: 1, value: token });

describe('an OIDC token', () => {
  test.each([
    ['?api-version=2.0', '/idtoken?api-version=2.0&audience=api%3A%2F%2FAzureADTokenExchange'],
    ['', '/idtoken?audience=api%3A%2F%2FAzureADTokenExchange'],
  ])('is requested with the audience and the request token: %j', async (query, path) => {
    answering(given);
    await expect(ask({}, query)).resolves.toBe(token);
    expect(asked).toEqual([{ path, authorization: `Bearer ${REQUEST_TOKEN}` }]);
  });

  test('is masked, and so is the request token before it is used', async () => {
    answers = [
      (_request, response) => {
        expect(masked).toEqual([REQUEST_TOKEN]);
        response.end(JSON.stringify({ value: token }));
      },
    ];
    await ask();
    expect(masked).toEqual([REQUEST_TOKEN, token]);
  });

  test.each([
    ['a 503', json(503, { message: 'down' })],
    ['a 429', json(429, {})],
    ['a cut connection', (response: ServerResponse) => void response.destroy()],
    ['a page with status 200', (response: ServerResponse) => void response.end('<html>busy</html>')],
  ])('is returned after %s', async (_what, first) => {
    answering(first, given);
    await expect(ask()).resolves.toBe(token);
    expect(slept).toHaveLength(1);
    expect(slept[0]).toBeLessThanOrEqual(500);
  });

  test('is requested again after Retry-After', async () => {
    answering(json(429, {}, { 'retry-after': '7' }), given);
    await ask();
    expect(slept).toEqual([7000]);
  });
});

describe('a response without a token', () => {
  test('is final if GitHub rejects the request, and is quoted without the request token', async () => {
    answering(json(403, { message: `No right for ${REQUEST_TOKEN}\u001b[31m` }));
    const { code, message, hint } = await errorOf(ask());
    expect(code).toBe('OIDC_REFUSED');
    expect(message).toContain('responded 403: No right for ***');
    expect(message).not.toContain('\u001b');
    expect(hint).toContain('"id-token: write"');
    expect(asked).toHaveLength(1);
  });

  test('ends the attempts after four, with growing pauses', async () => {
    answering(json(500, {}));
    const { code, hint } = await errorOf(ask());
    expect(code).toBe('OIDC_UNREACHABLE');
    expect(hint).toContain('githubstatus');
    expect(asked).toHaveLength(4);
    expect(slept).toHaveLength(3);
    expect(Number(slept[2])).toBeGreaterThanOrEqual(1000);
  });

  test('ends the attempts if Retry-After is too long', async () => {
    answering(json(503, {}, { 'retry-after': '3600' }));
    expect((await errorOf(ask())).code).toBe('OIDC_UNREACHABLE');
    expect(slept).toEqual([]);
  });

  test('is not followed if it is a redirect', async () => {
    answering(json(302, {}, { location: `http://127.0.0.1:${server.port}/elsewhere` }));
    expect((await errorOf(ask())).message).toContain('responded 302');
    expect(asked).toHaveLength(1);
  });

  test.each([
    ['HTML', (response: ServerResponse) => void response.end('<html>sign in</html>')],
    ['an empty token', json(200, { value: '' })],
    ['a token in another form', json(200, { token: 'secret-of-another-form' })],
  ])('is reported but not quoted for a 200 with %s', async (_what, answer) => {
    answering(answer, answer, answer, answer);
    const { code, message } = await errorOf(ask());
    expect(code).toBe('OIDC_UNREACHABLE');
    expect(message).toMatch(/responded 200 without a token\.$/);
  });

  test('is reported if the connection is refused', async () => {
    const endpoint = { service: 'GitHub' as const, url: 'http://127.0.0.1:1/idtoken', requestToken: REQUEST_TOKEN };
    const mask = (): void => undefined;
    const sleep = (): Promise<void> => Promise.resolve();
    const options = { ...thisMachine(), dispatcher, mask, sleep };
    const { code, message, cause } = await errorOf(federatedAssertion(endpoint, AUDIENCE, options));
    expect(code).toBe('OIDC_UNREACHABLE');
    expect(message).toContain('cannot connect to 127.0.0.1:1');
    expect(cause).toBeDefined();
  });

  test('a cancelled run aborts a request in flight', async () => {
    const stop = new AbortController();
    answers = [
      () => {
        stop.abort(new Error('cancelled'));
      },
    ];
    await expect(ask({ signal: stop.signal })).rejects.toThrow('cancelled');
  });
});

describe('a job without the permission to request tokens', () => {
  test.each([
    ['neither is set', {}],
    ['no request token', { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://pipelines.example/idtoken' }],
    ['no URL', { ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN }],
    [
      'an address that others can listen to',
      { ACTIONS_ID_TOKEN_REQUEST_URL: 'http://pipelines.example/', ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN },
    ],
    ['no address', { ACTIONS_ID_TOKEN_REQUEST_URL: 'idtoken', ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN }],
  ])('gets an error that names the permissions: %s', async (_what, env) => {
    const { code, message, hint } = await errorOf(
      Promise.resolve().then(() => oidcEndpoint({ GITHUB_ACTIONS: 'true', ...env })),
    );
    expect(code).toBe('OIDC_UNAVAILABLE');
    expect(hint).toMatch(/"permissions:".*"id-token: write".*"contents: read".*forks/s);
    expect(message + hint).not.toContain(REQUEST_TOKEN);
  });
});
