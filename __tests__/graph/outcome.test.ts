import { describe, expect, test } from '@jest/globals';
import type { GraphResponse } from '../../src/graph/client.ts';
import { batchOutcomes } from '../../src/graph/outcome.ts';

const NOW = Date.parse('2026-11-25T08:00:00Z');

function response(status: number, body: unknown, headers: GraphResponse['headers'] = {}): GraphResponse {
  return {
    status,
    headers,
    text: typeof body === 'string' ? body : JSON.stringify(body),
    clientRequestId: 'ours',
    renewToken: () => Promise.resolve(),
  };
}

/** The outcome of a batch's only item. */
function item(status: number, body: unknown, headers: Record<string, string> = {}) {
  const [outcome] = batchOutcomes(response(200, { responses: [{ id: '0', status, headers, body }] }), 1, NOW);
  return outcome;
}

const error = (code: string, message: string) => ({ error: { code, message } });

describe('an item', () => {
  test('that was read', () => {
    expect(item(200, { timeZone: 'UTC' })).toEqual({ kind: 'read', body: { timeZone: 'UTC' } });
  });

  test.each([
    [404, 'ErrorInvalidUser', "The requested user 'x@y' is invalid.", 'not-found'],
    [404, 'Request_ResourceNotFound', 'Resource does not exist.', 'not-found'],
    [
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      'no-mailbox',
    ],
    [404, 'ResourceNotFound', 'Resource could not be discovered.', 'no-mailbox'],
    [
      404,
      'ErrorItemNotFound',
      'The specified object was not found in the store., Default folder Root not found.',
      'no-mailbox',
    ],
    [404, 'ErrorItemNotFound', 'The specified object was not found in the store.', 'failed'],
    [403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.', 'access-denied'],
    [400, 'BadRequest', 'No.', 'failed'],
    [302, 'Moved', 'Elsewhere.', 'failed'],
  ])('%i %s: %s', (status, code, message, unread) => {
    expect(item(status, error(code, message))).toMatchObject({
      kind: 'final',
      status: unread,
      error: `${code}: ${message}`,
    });
  });

  test('an error is one, whatever status it comes with', () => {
    expect(item(200, error('ErrorInternal', 'No.'))).toMatchObject({ kind: 'retry', error: 'ErrorInternal: No.' });
  });

  test('refused by the limit that all share', () => {
    const body = error('TooManyRequests', 'Too many requests.');
    expect(item(429, body, { 'Retry-After': '2.128' })).toMatchObject({
      kind: 'retry',
      scope: 'tenant',
      status: 'throttled',
      retryAfter: 2128,
    });
  });

  test('refused by the limit of its mailbox', () => {
    const body = error('ApplicationThrottled', 'Application is over its MailboxConcurrency limit.');
    expect(item(429, body, { 'Retry-After': '3' })).toMatchObject({
      kind: 'retry',
      scope: 'mailbox',
      retryAfter: 3000,
    });
  });

  test('of a mailbox that is not to be had for now', () => {
    expect(item(503, error('UnknownError', ''))).toMatchObject({
      kind: 'retry',
      scope: 'mailbox',
      status: 'failed',
      error: 'UnknownError',
      retryAfter: undefined,
    });
  });

  test('with a rejected token', () => {
    expect(item(401, error('InvalidAuthenticationToken', 'Expired.'))).toMatchObject({ kind: 'token' });
  });

  test('whose success is no JSON object', () => {
    expect(item(200, 'PGh0bWw+')).toMatchObject({ kind: 'retry', error: 'The answer is not JSON' });
  });

  test('whose failure has no body', () => {
    expect(item(404, null)).toMatchObject({ kind: 'final', status: 'not-found', error: 'HTTP 404' });
  });

  test('that was left out', () => {
    expect(batchOutcomes(response(200, { responses: [] }), 2, NOW)).toMatchObject([
      { kind: 'retry', error: 'No answer in the batch' },
      { kind: 'retry', error: 'No answer in the batch' },
    ]);
  });
});

describe('a whole batch', () => {
  const whole = (status: number, body: unknown, headers = {}, size = 2) =>
    batchOutcomes(response(status, body, headers), size, NOW)[0];

  test('throttled until a date, by the clock of the server', () => {
    const headers = { 'retry-after': 'Wed, 25 Nov 2026 09:00:05 GMT', date: 'Wed, 25 Nov 2026 09:00:00 GMT' };
    expect(whole(429, error('TooManyRequests', ''), headers)).toMatchObject({
      kind: 'retry',
      scope: 'tenant',
      status: 'throttled',
      retryAfter: 5000,
    });
  });

  test('throttled until a date, by our clock where the server tells none', () => {
    expect(whole(429, '', { 'retry-after': 'Wed, 25 Nov 2026 08:00:07 GMT' })).toMatchObject({ retryAfter: 7000 });
  });

  test.each([502, 503, 504, 509])('%i that names a time is for all to obey', (status) => {
    expect(whole(status, '', { 'retry-after': '30' })).toMatchObject({ scope: 'tenant', retryAfter: 30_000 });
  });

  test('503 with a time is for all to obey, without one each mailbox comes back by itself', () => {
    expect(whole(503, '', { 'retry-after': '1' })).toMatchObject({ scope: 'tenant', status: 'failed' });
    expect(whole(503, '')).toMatchObject({ scope: 'mailbox', status: 'failed' });
  });

  test("answered by a gateway's page", () => {
    const page = whole(502, '<html>Bad gateway</html>', { 'content-type': 'text/html; charset=utf-8' });
    expect(page).toMatchObject({ kind: 'retry', error: 'HTTP 502 with text/html in place of an answer' });
    expect(whole(200, '<html>Sign in</html>', { 'content-type': 'text/html' })).toMatchObject({
      kind: 'retry',
      error: 'not JSON (20 characters), from text/html',
    });
  });

  test('with a rejected token', () => {
    expect(whole(401, error('InvalidAuthenticationToken', 'x'))).toMatchObject({ kind: 'token' });
  });

  test('that is bad is asked for one by one, and one alone has failed', () => {
    expect(whole(400, error('BadRequest', 'x'))).toMatchObject({ kind: 'alone' });
    expect(whole(400, error('BadRequest', 'x'), {}, 1)).toMatchObject({ kind: 'final', status: 'failed' });
  });

  test('that is forbidden, or not there', () => {
    expect(whole(403, error('Forbidden', 'x'))).toMatchObject({ kind: 'final', status: 'access-denied' });
    expect(whole(404, '')).toMatchObject({
      kind: 'final',
      status: 'failed',
      error: 'HTTP 404 with no content type in place of an answer',
    });
  });
});
