import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from '../../src/exchange/exchange-outcome.ts';
import type { Json } from '../../src/json.ts';

const BUSY = 'You have reached the maximum number of concurrent requests per tenant. Please wait and try again';
const envelope = (message: string, type = 'Microsoft.Exchange.SomeException'): Json => ({
  error: { message: 'Invalid Operation', innererror: { internalexception: { message, type } } },
});

describe('the text of an error', () => {
  test('is without the mark and the exception that a message begins with', () => {
    const message = "Ex6F9304|Microsoft.Exchange.Configuration.Tasks.X|The operation couldn't be performed: a|b";
    expect(outcomeOf({ status: 404, headers: {}, json: envelope(message), text: '' }, 0)).toMatchObject({
      error: "SomeException: The operation couldn't be performed: a|b",
    });
  });

  test('is the plain text of a busy service, and no other page', () => {
    const errorOf = (text: string): unknown => {
      const outcome = outcomeOf({ status: 403, headers: {}, json: undefined, text }, 0);
      return 'error' in outcome && outcome.error;
    };
    expect(errorOf(`<p>${BUSY}</p>`)).toBe(`HTTP 403: ${BUSY}`);
    expect(errorOf('<p>Sign in to the guest network</p>')).toBe('HTTP 403');
  });
});

describe('an answer of a busy service', () => {
  test.each([200, 400, 403, 429, 500, 503])('is throttled with HTTP %i, as plain text and in an envelope', (status) => {
    const throttled = { kind: 'retry', status: 'throttled', scope: 'tenant' };
    expect(outcomeOf({ status, headers: {}, json: undefined, text: BUSY }, 0)).toMatchObject(throttled);
    expect(outcomeOf({ status, headers: {}, json: envelope(BUSY), text: '' }, 0)).toMatchObject(throttled);
  });

  test.each<[string, Parameters<typeof outcomeOf>[0]]>([
    ['a text', { status: 400, headers: {}, json: envelope('This issue may be transient. Try again.'), text: '' }],
    ['plain text', { status: 403, headers: {}, json: undefined, text: 'The issue may be transient.' }],
    [
      'an exception',
      { status: 400, headers: {}, json: envelope('x', 'Microsoft.Exchange.UnableToWriteToAadException'), text: '' },
    ],
    [
      'a header',
      { status: 400, headers: { 'x-exceptiontype': 'UnableToWriteToAadException' }, json: undefined, text: '' },
    ],
  ])('that says so in %s is retried', (_case, response) => {
    expect(outcomeOf(response, 0)).toMatchObject({ kind: 'retry', status: 'failed' });
  });

  test('is no answer about a mailbox whose name has such a text', () => {
    const value = [{ DisplayName: `${BUSY}, the issue may be transient` }];
    expect(outcomeOf({ status: 200, headers: {}, json: { value }, text: JSON.stringify({ value }) }, 0)).toMatchObject({
      kind: 'read',
    });
  });
});
