import { describe, expect, test } from '@jest/globals';
import type { GraphResponse } from '../../src/graph/graph-client.ts';
import { batchOutcomes, graphError, retryOf } from '../../src/graph/graph-outcome.ts';

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

/** The outcomes of a batch of 20, of which the first `throttled` items return 429. */
function partlyThrottled(throttled: number, retryAfter: number) {
  const body = error('TooManyRequests', 'Slow down.');
  const responses = Array.from({ length: 20 }, (_, id) =>
    id < throttled
      ? { id: String(id), status: 429, headers: { 'Retry-After': retryAfter }, body }
      : { id: String(id), status: 200, body: {} },
  );
  return batchOutcomes(response(200, { responses }), 20, NOW).slice(0, throttled);
}

const error = (code: string, message: string) => ({ error: { code, message } });

describe('an item', () => {
  test('with an object as its body is read', () => {
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
    [404, 'MailboxNotSupportedForRESTAPI', 'REST API is not yet supported for this mailbox.', 'no-mailbox'],
    [404, 'ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.', 'no-mailbox'],
    [404, 'ImageNotFound', 'The photo was not found.', 'failed'],
    [
      404,
      'ErrorItemNotFound',
      'The specified object was not found in the store., Default folder Root not found.',
      'no-mailbox',
    ],
    [404, 'ErrorItemNotFound', 'The specified object was not found in the store.', 'failed'],
    [400, 'ErrorInvalidUser', "The requested user 'x@y' is invalid.", 'not-found'],
    [403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.', 'access-denied'],
    [403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', 'access-denied'],
    [403, 'Forbidden', 'No.', 'access-denied'],
    [403, 'ErrorItemSave', 'No.', 'failed'],
    [400, 'BadRequest', 'No.', 'failed'],
    [302, 'Moved', 'Elsewhere.', 'failed'],
  ])('with %i %s, "%s", is not retried and is %s', (status, code, message, unreadable) => {
    expect(item(status, error(code, message))).toMatchObject({
      kind: 'final',
      status: unreadable,
      error: `${code}: ${message}`,
    });
  });

  test.each([
    ['ErrorQuotaExceeded', 'The process failed to get the correct properties.', / properties\. The mailbox is full\./],
    [
      'ErrorAccountDisabled',
      'The account is disabled.',
      /^ErrorAccountDisabled: The account is disabled\. Enable the account, or remove the mailbox/,
    ],
  ])('with 403 %s is not denied, and its error says what to do', (code, message, remedy) => {
    expect(item(403, error(code, message))).toMatchObject({
      kind: 'final',
      status: 'failed',
      error: expect.stringMatching(remedy),
    });
  });

  test.each([
    [401, 'UnknownError', ''],
    [401, 'AuthenticationError', 'Error authenticating with resource'],
    [400, 'AuthenticationError', 'Error authenticating with resource'],
    [401, 'OrganizationFromTenantGuidNotFound', 'The tenant for tenant guid does not exist.'],
  ])('with %i %s is a mailbox on premises, and says nothing about the token', (status, code, message) => {
    expect(item(status, error(code, message))).toMatchObject({
      kind: 'final',
      status: 'no-mailbox',
      error: expect.stringMatching(/^\w+: .*on premises/),
    });
  });

  test('with status 200 and an error as its body is sent once more', () => {
    const outcome = item(200, error('ErrorInternal', 'No.'));
    expect(outcome).toMatchObject({ kind: 'retry', error: 'ErrorInternal: No.' });
    expect(outcome && retryOf(outcome)?.rule.attempts).toBe(2);
  });

  test('that exceeds the limit of the application is retried after the wait', () => {
    const body = error('TooManyRequests', 'Too many requests.');
    expect(item(429, body, { 'Retry-After': '2.128' })).toMatchObject({
      kind: 'retry',
      scope: 'tenant',
      status: 'throttled',
      retryAfter: 2128,
    });
  });

  test.each([
    ['ApplicationThrottled', 'Slow down.'],
    ['TooManyRequests', 'Application is over its MailboxConcurrency limit.'],
    ['ErrorTooManyObjectsOpened', 'Too many objects are opened.'],
  ])('that exceeds the limit of its mailbox (%s, %s) is retried alone', (code, message) => {
    expect(item(429, error(code, message), { 'Retry-After': '3' })).toMatchObject({
      kind: 'retry',
      scope: 'mailbox',
      retryAfter: 3000,
    });
  });

  test.each([421, 424, 503])('with status %i is retried after a backoff', (status) => {
    expect(item(status, error('UnknownError', ''))).toMatchObject({
      kind: 'retry',
      scope: 'mailbox',
      status: 'failed',
      error: 'UnknownError',
      retryAfter: undefined,
    });
  });

  test('with MailboxInfoStale is retried, and its error says what to do if it lasts', () => {
    expect(item(503, error('MailboxInfoStale', ''))).toMatchObject({
      kind: 'retry',
      status: 'failed',
      error: expect.stringMatching(/^MailboxInfoStale: .*object ID/),
    });
    expect(item(503, error('MailboxInfoStale', 'Mailbox info is stale.'))).toMatchObject({
      error: expect.stringMatching(/^MailboxInfoStale: Mailbox info is stale\. .*object ID/),
    });
  });

  test('with a rejected token is sent again with another token', () => {
    expect(item(401, error('InvalidAuthenticationToken', 'Expired.'))).toMatchObject({ kind: 'token' });
  });

  test('with status 200 and no object as its body is retried', () => {
    expect(item(200, 'PGh0bWw+')).toMatchObject({ kind: 'retry' });
  });

  test('without content fails, since that is not an object', () => {
    expect(item(204, undefined)).toMatchObject({
      kind: 'final',
      status: 'failed',
      error: expect.stringContaining('204'),
    });
    expect(item(204, null)).toMatchObject({ kind: 'final', status: 'failed' });
  });

  test('with status 404 and no body is not found', () => {
    expect(item(404, null)).toMatchObject({ kind: 'final', status: 'not-found', error: 'HTTP 404' });
  });

  test('fails if it is nested more than 200 levels deep, in objects or in lists', () => {
    const nested = (levels: number, wrap: (inner: unknown) => unknown): unknown =>
      levels === 0 ? 1 : wrap(nested(levels - 1, wrap));
    for (const wrap of [(inner: unknown) => ({ a: 1, b: inner }), (inner: unknown) => [1, inner]]) {
      expect(item(200, { value: nested(199, wrap) })).toMatchObject({ kind: 'read' });
      expect(item(200, { value: nested(200, wrap) })).toMatchObject({
        kind: 'final',
        status: 'failed',
        error: expect.stringContaining('nested'),
      });
    }
  });

  test('without a response is retried', () => {
    expect(batchOutcomes(response(200, { responses: [] }), 2, NOW)).toMatchObject([
      { kind: 'retry', status: 'failed' },
      { kind: 'retry', status: 'failed' },
    ]);
  });

  test('with an error message and no code shows the HTTP status and the message', () => {
    expect(item(400, { error: { message: 'No such thing.' } })).toMatchObject({ error: 'HTTP 400: No such thing.' });
  });
});

describe('the error of a body', () => {
  test.each([
    [{ error: { code: 'A' } }, { code: 'A', message: '' }],
    [{ error: { message: 'b' } }, { code: '', message: 'b' }],
    [{ error: { code: 1, message: 'b' } }, { code: '', message: 'b' }],
    [{ error: { code: 'A', message: null } }, { code: 'A', message: '' }],
    [{ error: {} }, undefined],
    [{ error: 'A' }, undefined],
    [undefined, undefined],
  ])('%j is %j', (body, expected) => {
    expect(graphError(body)).toEqual(expected);
  });
});

describe('a batch of which some items are throttled', () => {
  test('delays all requests if the wait is short', () => {
    expect(partlyThrottled(1, 30)).toMatchObject([{ scope: 'tenant', retryAfter: 30_000 }]);
  });

  test('delays only their mailboxes if they are few and the wait is long', () => {
    expect(partlyThrottled(1, 600)).toMatchObject([{ scope: 'mailbox', retryAfter: 600_000 }]);
  });

  test('delays all requests if they are most of the batch', () => {
    expect(partlyThrottled(11, 600)).toMatchObject(Array(11).fill({ scope: 'tenant', retryAfter: 600_000 }));
  });
});

describe('a whole batch', () => {
  const whole = (status: number, body: unknown, headers = {}, size = 2) =>
    batchOutcomes(response(status, body, headers), size, NOW)[0];

  test('is throttled until a date, by the clock of the server', () => {
    const headers = { 'retry-after': 'Wed, 25 Nov 2026 09:00:05 GMT', date: 'Wed, 25 Nov 2026 09:00:00 GMT' };
    expect(whole(429, error('TooManyRequests', ''), headers)).toMatchObject({
      kind: 'retry',
      scope: 'tenant',
      status: 'throttled',
      retryAfter: 5000,
    });
  });

  test('is throttled until a date, by the local clock if the server sends no date', () => {
    expect(whole(429, '', { 'retry-after': 'Wed, 25 Nov 2026 08:00:07 GMT' })).toMatchObject({ retryAfter: 7000 });
  });

  test.each([421, 424, 502, 503, 504, 509])('with status %i and a wait delays all requests', (status) => {
    expect(whole(status, '', { 'retry-after': '30' })).toMatchObject({ scope: 'tenant', retryAfter: 30_000 });
  });

  test.each([408, 421, 424, 500, 502, 503, 504, 509])('with status %i and no wait is retried', (status) => {
    expect(whole(status, '')).toMatchObject({ kind: 'retry', scope: 'mailbox', status: 'failed' });
  });

  test("with a gateway's page is retried", () => {
    const page = whole(502, '<html>Bad gateway</html>', { 'content-type': 'text/html; charset=utf-8' });
    expect(page).toMatchObject({ kind: 'retry', error: expect.stringContaining('text/html') });
    expect(whole(200, '<html>Sign in</html>', { 'content-type': 'text/html' })).toMatchObject({
      kind: 'retry',
      error: expect.stringContaining('text/html'),
    });
  });

  test('with a rejected token is sent again with another token', () => {
    expect(whole(401, error('InvalidAuthenticationToken', 'x'))).toMatchObject({ kind: 'token' });
  });

  test('with status 400 is retried item by item, and fails if it has one item', () => {
    expect(whole(400, error('BadRequest', 'x'))).toMatchObject({ kind: 'alone' });
    expect(whole(400, error('BadRequest', 'x'), {}, 1)).toMatchObject({ kind: 'final', status: 'failed' });
  });

  test('with status 403 or 404 is not retried', () => {
    expect(whole(403, error('Forbidden', 'x'))).toMatchObject({ kind: 'final', status: 'access-denied' });
    expect(whole(404, '')).toMatchObject({ kind: 'final', status: 'failed', error: expect.stringContaining('404') });
  });
});
