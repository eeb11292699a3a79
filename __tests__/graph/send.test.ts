import { expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import type { GraphResponse } from '../../src/graph/client.ts';
import { sendToMailbox } from '../../src/graph/send.ts';
import { RateLimiter } from '../../src/graph/throttling/rate-limiter.ts';
import type { QueryResult } from '../../src/graph/query.ts';
import type { JsonObject } from '../../src/json.ts';

const REQUEST = { url: '/users/a@contoso.com/mailboxSettings', body: { timeZone: 'UTC' } };

interface Sent {
  readonly result: QueryResult<JsonObject>;
  readonly bodies: readonly string[];
  readonly renewals: number;
}

/** Sends a request to a service that responds with these items, one after the other; an error is thrown. */
async function sent(items: readonly (object | Error)[], signal = new AbortController().signal): Promise<Sent> {
  const bodies: string[] = [];
  let renewals = 0;
  const post = (_path: string, body: string): Promise<GraphResponse> => {
    const item = items[bodies.length];
    bodies.push(body);
    if (item instanceof Error) return Promise.reject(item);
    return Promise.resolve({
      ...{ status: 200, headers: {}, clientRequestId: '' },
      text: JSON.stringify({ responses: [{ id: '0', ...item }] }),
      renewToken: () => {
        renewals++;
        return Promise.resolve();
      },
    });
  };
  const limiter = new RateLimiter({ concurrency: 1, random: () => 0 });
  const now = () => performance.timeOrigin + performance.now();
  const result = await sendToMailbox(REQUEST, { client: { post }, limiter, now, random: () => 0, signal });
  return { result, bodies, renewals };
}

const OK = { status: 200, body: { timeZone: 'UTC' } };
const THROTTLED = { status: 429, headers: { 'Retry-After': '0.01' }, body: { error: { code: 'TooManyRequests' } } };

test('sends one PATCH, and returns the object in the response', async () => {
  const { result, bodies } = await sent([OK]);
  expect(result).toEqual({ status: 'ok', value: { timeZone: 'UTC' } });
  const [first = ''] = bodies;
  expect(JSON.parse(first)).toMatchObject({ requests: [{ method: 'PATCH', ...REQUEST }] });
  expect(bodies).toHaveLength(1);
});

test('takes any status of success without an error for a success', async () => {
  for (const item of [{ status: 204 }, { status: 200 }, { status: 202, body: '' }]) {
    expect(await sent([item])).toMatchObject({ result: { status: 'ok', value: {} }, bodies: [expect.any(String)] });
  }
});

test('retries a throttled request, and one whose response was lost', async () => {
  const { result, bodies } = await sent([THROTTLED, new Error('socket hang up'), OK]);
  expect(result.status).toBe('ok');
  expect(new Set(bodies).size).toBe(1);
});

test('renews a token that Graph rejects', async () => {
  const { result, renewals } = await sent([
    { status: 401, body: { error: { code: 'InvalidAuthenticationToken' } } },
    OK,
  ]);
  expect({ status: result.status, renewals }).toEqual({ status: 'ok', renewals: 1 });
});

test.each([
  ['access-denied', { status: 403, body: { error: { code: 'ErrorAccessDenied', message: 'No' } } }],
  ['throttled', { ...THROTTLED, headers: { 'Retry-After': '3600' } }],
  ['failed', new UserError('AADSTS700027', 'No token\nTrace ID: 1', { hint: '' })],
])('ends with the status %s after one attempt', async (status, item) => {
  const { result, bodies } = await sent([item]);
  expect(result).toEqual({ status, error: expect.not.stringContaining('\n') });
  expect(bodies).toHaveLength(1);
});

test('is cancelled by the signal, also while it waits', async () => {
  const controller = new AbortController();
  const slow = { ...THROTTLED, headers: { 'Retry-After': '60' } };
  const waiting = sent([slow], controller.signal);
  setImmediate(() => {
    controller.abort();
  });
  expect(await waiting).toMatchObject({ result: { status: 'cancelled' } });
});
