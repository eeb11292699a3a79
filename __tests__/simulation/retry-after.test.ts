import { expect, test } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { askedBy, RetryAfters, type Asked, type ReceivedResponse } from '../../simulation/run/retry-after.ts';

const GRAPH = 'https://graph.example/v1.0';
const NOW = Date.UTC(2026, 11, 2);

const bytes = (value: unknown): Buffer => Buffer.from(JSON.stringify(value));
const single = (path: string): Asked => askedBy('GET', `${GRAPH}${path}`, Buffer.alloc(0));
const batch = (...paths: readonly string[]): Asked => {
  const requests = paths.map((url, at) => ({ id: String(at), method: 'GET', url }));
  return askedBy('POST', `${GRAPH}/$batch`, bytes({ requests }));
};

/** Which of some requests is early after a response, at some ms after it. */
function early(
  first: Asked,
  response: Partial<ReceivedResponse>,
  ...later: readonly (readonly [asked: Asked, ms: number])[]
): readonly boolean[] {
  const { status = 429, headers = {}, body = Buffer.alloc(0) } = response;
  return later.map(([asked, ms]) => {
    const retryAfters = new RetryAfters();
    retryAfters.received(first, { status, headers, body }, NOW);
    retryAfters.sent(asked, NOW + ms);
    return retryAfters.early.length > 0;
  });
}

test('a request is early before the end of its own Retry-After, in seconds or as a date', () => {
  const [asked, other] = [single('/users/a'), single('/users/b')];
  const later = [[asked, 1_900] as const, [asked, 2_000] as const, [other, 0] as const];
  expect(early(asked, { headers: { 'retry-after': '2' } }, ...later)).toEqual([true, false, false]);
  const date = new Date(NOW + 2_000).toUTCString();
  expect(early(asked, { headers: { 'retry-after': date } }, ...later)).toEqual([true, false, false]);
  expect(early(asked, {}, ...later)).toEqual([false, false, false]);
});

test('of a batch, the items are that were refused, in any other batch, and all of them if the batch was', () => {
  const asked = batch('/users/a', '/users/b');
  const later = [[batch('/users/b', '/users/c'), 1_000] as const, [batch('/users/a'), 1_000] as const];
  const responses = [
    { id: '1', status: 429, headers: { 'Retry-After': '3' } },
    { id: '0', status: 200, headers: {} },
  ];
  for (const response of [
    { status: 200, body: bytes({ responses }) },
    { status: 200, headers: { 'content-encoding': 'gzip' }, body: gzipSync(bytes({ responses })) },
  ]) {
    expect(early(asked, response, ...later)).toEqual([true, false]);
  }
  expect(early(asked, { headers: { 'retry-after': '3' } }, ...later)).toEqual([true, true]);
});

test('requests for tokens are the same if they ask for the same scope, and another step knows nothing', () => {
  const token = (scope: string, assertion: string): Asked =>
    askedBy('POST', 'https://login.example/t/oauth2/v2.0/token', Buffer.from(`scope=${scope}&assertion=${assertion}`));
  const later = [[token('graph', 'two'), 0] as const, [token('exchange', 'one'), 0] as const];
  expect(early(token('graph', 'one'), { headers: { 'retry-after': '5' } }, ...later)).toEqual([true, false]);
  const retryAfters = new RetryAfters();
  retryAfters.received(single('/a'), { status: 503, headers: { 'retry-after': '5' }, body: Buffer.alloc(0) }, NOW);
  retryAfters.forget();
  retryAfters.sent(single('/a'), NOW);
  expect(retryAfters.early).toEqual([]);
});
