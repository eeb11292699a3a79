import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { TokenRequest, type TokenRequestOptions } from '../../src/auth/token-request.ts';
import { TokenSource } from '../../src/auth/token-source.ts';
import { UserError } from '../../src/errors.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { granted, json, jwt, refusal, tokenEndpoint, type Answer, type TokenEndpoint } from './token-endpoint.ts';

const TENANT = '72f988bf-0000-4000-8000-2d7cd011db47';
const CLIENT = '3d2f0a1b-0000-4000-8000-5c6d7e8f9012';

let entra: TokenEndpoint;
let agent: Agent;
let clock: number;
let masked: string[];
let slept: number[];

beforeEach(async () => {
  entra = await tokenEndpoint();
  agent = new Agent();
  clock = Date.UTC(2026, 10, 24);
  masked = [];
  slept = [];
});
afterEach(async () => {
  await agent.destroy();
  await entra.close();
});

function source(changes: Partial<TokenRequestOptions> = {}): TokenSource {
  let made = 0;
  const request = new TokenRequest({
    ...thisMachine(),
    tenantId: TENANT,
    clientId: CLIENT,
    authorityHost: entra.origin,
    graphUrl: 'https://graph.microsoft.com',
    assertion: (audience) => Promise.resolve(jwt({ aud: audience, jti: ++made })),
    dispatcher: agent,
    now: () => clock,
    mask: (secret) => masked.push(secret),
    sleep: (ms) => {
      slept.push(ms);
      clock += ms;
      return Promise.resolve();
    },
    ...changes,
  });
  return new TokenSource(request, () => clock);
}

async function failure(promise: Promise<unknown>): Promise<UserError> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof UserError) return error;
  throw new Error('no UserError', { cause: error });
}

/** Lets a renewal in the background be refused so often. */
async function settled(count: number): Promise<void> {
  while (entra.requests.length < count) await new Promise((resolve) => setTimeout(resolve, 5));
  await new Promise((resolve) => setTimeout(resolve, 50));
}

describe('the request', () => {
  test('has the form that Entra documents, with an assertion for the endpoint', async () => {
    const token = jwt({ roles: ['MailboxSettings.Read'] });
    entra.answer(granted(token));
    expect(await source().get()).toEqual({
      value: token,
      expiresAt: clock + 3_599_000,
      roles: ['MailboxSettings.Read'],
    });
    const [request] = entra.requests;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe(`/${TENANT}/oauth2/v2.0/token`);
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    const assertion = jwt({ aud: `${entra.origin}/${TENANT}/oauth2/v2.0/token`, jti: 1 });
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      grant_type: 'client_credentials',
      client_id: CLIENT,
      scope: 'https://graph.microsoft.com/.default',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
    expect(masked).toEqual([assertion, token]);
  });

  test('asks for the scope of Exchange Online if the token is for it, and its refusal names that service', async () => {
    const refused = refusal(500011, 'invalid_resource');
    entra.answer(granted(jwt({ roles: ['Exchange.ManageAsApp'] })), json(400, refused));
    const exchange = (): TokenSource => source({ exchangeScope: 'https://outlook.office365.com' });
    expect(await exchange().get()).toMatchObject({ roles: ['Exchange.ManageAsApp'] });
    expect(entra.requests[0]?.form.get('scope')).toBe('https://outlook.office365.com/.default');
    const { message, hint } = await failure(exchange().get());
    expect(message).toMatch(/no Exchange Online at https:\/\/outlook\.office365\.com\.$/m);
    expect(hint).toContain('"exchange=" in "endpoints"');
  });

  test('gives an empty list of roles for a token without any, and none for a token that is not a JWT', async () => {
    entra.answer(granted(jwt({ appid: CLIENT }), '60'), granted('opaque', 60));
    const tokens = source();
    const first = await tokens.get();
    expect(first.roles).toEqual([]);
    expect((await tokens.renew(first)).roles).toBeUndefined();
  });
});

describe('one token for all', () => {
  test('is requested once for concurrent callers, and reused by later ones', async () => {
    entra.answer(granted('one'), granted('two'));
    const tokens = source();
    const values = await Promise.all(Array.from({ length: 20 }, () => tokens.get()));
    expect(new Set(values.map(({ value }) => value))).toEqual(new Set(['one']));
    expect((await tokens.get()).value).toBe('one');
    expect(entra.requests).toHaveLength(1);
  });

  test('is requested again after a failed request', async () => {
    entra.answer(json(401, refusal(700027)), granted('one'));
    const tokens = source();
    await failure(tokens.get());
    expect((await tokens.get()).value).toBe('one');
  });

  test('is not returned again after it was rejected, even if the renewal fails', async () => {
    entra.answer(granted('one'), json(401, refusal(700027)), granted('two'));
    const tokens = source();
    await failure(tokens.renew(await tokens.get()));
    expect((await tokens.get()).value).toBe('two');
  });
});

describe('renewal before expiry', () => {
  test('starts five minutes early, in the background', async () => {
    entra.answer(granted('one', 3600), granted('two', 3600));
    const tokens = source();
    await tokens.get();
    clock += 3_299_000;
    expect((await tokens.get()).value).toBe('one');
    expect(entra.requests).toHaveLength(1);
    clock += 2000;
    expect((await tokens.get()).value).toBe('one');
    while ((await tokens.get()).value === 'one') await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await tokens.get()).value).toBe('two');
    expect(entra.requests).toHaveLength(2);
  });

  test('makes callers wait just before the token expires', async () => {
    entra.answer(granted('one', 3600), granted('two', 3600));
    const tokens = source();
    await tokens.get();
    clock += 3_590_000;
    expect((await tokens.get()).value).toBe('two');
  });

  test.each([3_301_000, 3_590_000])(
    'where it fails after %d ms the old token serves until it expires',
    async (passed) => {
      entra.answer(granted('one', 3600), json(503, {}));
      const tokens = source({ sleep: () => Promise.resolve() });
      await tokens.get();
      clock += passed;
      expect((await tokens.get()).value).toBe('one');
      await settled(6);
      // The next attempt waits a little, so that a busy reader does not ask Entra at every call.
      expect((await tokens.get()).value).toBe('one');
      expect(entra.requests).toHaveLength(6);
      clock += 299_000;
      expect((await failure(tokens.get())).code).toBe('NOT_ENTRA');
    },
  );
});

describe('attempts', () => {
  test('follow throttling and outages after Retry-After, each with a new assertion', async () => {
    entra.answer(
      json(429, refusal(90055, 'temporarily_unavailable'), { 'retry-after': '2.5' }),
      json(503, '', { 'retry-after': new Date(clock + 6000).toUTCString() }),
      json(400, refusal(90033, 'invalid_grant')),
      granted('one'),
    );
    expect((await source().get()).value).toBe('one');
    expect(slept.slice(0, 2)).toEqual([2500, 3500]);
    expect(new Set(entra.requests.map(({ form }) => form.get('client_assertion'))).size).toBe(4);
  });

  test('end after five, with growing pauses and the last error', async () => {
    entra.answer(json(429, refusal(90055, 'temporarily_unavailable')));
    const error = await failure(source().get());
    expect(error.code).toBe('AADSTS90055');
    expect(entra.requests).toHaveLength(5);
    slept.forEach((ms, attempt) => {
      expect(ms).toBeGreaterThanOrEqual(250 * 2 ** attempt);
      expect(ms).toBeLessThanOrEqual(500 * 2 ** attempt);
    });
  });

  test('end if Retry-After is longer than five minutes', async () => {
    entra.answer(json(429, refusal(90055), { 'retry-after': '3600' }));
    await failure(source().get());
    expect(slept).toEqual([]);
  });

  test('continue for minutes until a new federated credential is replicated', async () => {
    entra.answer(json(401, refusal(70021)));
    expect((await failure(source().get())).code).toBe('AADSTS70021');
    const waited = slept.reduce((sum, ms) => sum + ms, 0);
    expect(waited).toBeGreaterThan(3 * 60_000);
    expect(waited).toBeLessThan(5 * 60_000);
    expect(Math.max(...slept)).toBeLessThanOrEqual(60_000);
    expect(entra.requests).toHaveLength(slept.length + 1);
  });

  test('that wait for replication do not count as others do', async () => {
    const pending = Array.from({ length: 6 }, () => json(401, refusal(70021)));
    const busy = Array.from({ length: 4 }, () => json(503, {}));
    entra.answer(...pending, ...busy, granted('one'));
    expect((await source().get()).value).toBe('one');
    expect(slept).toHaveLength(10);
  });

  test.each([400, 429, 503])('a request loop with status %d is not retried', async (status) => {
    entra.answer(json(status, refusal(50196, 'temporarily_unavailable'), { 'retry-after': '0' }));
    expect((await failure(source().get())).code).toBe('AADSTS50196');
    expect(entra.requests).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  test('end at once if Entra rejects the request', async () => {
    entra.answer(json(401, refusal(700027)));
    expect((await failure(source().get())).code).toBe('AADSTS700027');
    expect(entra.requests).toHaveLength(1);
  });

  test('follow a dropped connection', async () => {
    entra.answer((response) => response.destroy(), granted('one'));
    expect((await source().get()).value).toBe('one');
  });

  test('end with the error of the assertion', async () => {
    const fault = new UserError('OIDC_UNAVAILABLE', 'none', { hint: 'permissions' });
    await expect(source({ assertion: () => Promise.reject(fault) }).get()).rejects.toBe(fault);
  });
});

describe('a response that is not from Entra', () => {
  test.each([
    ['a page', 200, '<html>Guest network</html>'],
    ['a text', 200, 'OK'],
    ['nothing', 204, ''],
    ['a redirect', 302, ''],
  ])('with %s is followed by one more request', async (_content, status, text) => {
    const odd: Answer = (response) => response.writeHead(status).end(text);
    entra.answer(odd, granted('a'));
    expect((await source().get()).value).toBe('a');
    entra.answer(odd);
    expect((await failure(source().get())).code).toBe('NOT_ENTRA');
    expect(entra.requests).toHaveLength(4);
  });

  test('is quoted without markup and without the assertion that it echoes', async () => {
    entra.answer((response, { form }) => {
      const echo = form.get('client_assertion') ?? '';
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end(`<html><style>p{}</style><h1>Guest network</h1>\n<p>::error::Sign in ${echo}</p></html>`);
    });
    const { message } = await failure(source().get());
    expect(message).toContain(`${entra.origin}/${TENANT}/oauth2/v2.0/token responded 200 (text/html)`);
    expect(message).toMatch(/: Guest network ::error::Sign in \*\*\*$/);
  });

  test.each([
    ['whole', (assertion: string) => assertion],
    ['cut off at its end', (assertion: string) => assertion.slice(0, 60)],
    ['cut off at its beginning', (assertion: string) => assertion.slice(-60)],
    ['in other characters', (assertion: string) => `x${assertion.slice(5, 70)}.y`],
  ])('an error of Entra is quoted without the assertion that it echoes %s', async (_form, part) => {
    entra.answer((response, { form }) => {
      const echo = part(form.get('client_assertion') ?? '');
      const body = {
        ...refusal(999999, echo, `The assertion ${echo} is none.`),
        trace_id: echo,
        correlation_id: `in ${echo}`,
      };
      response.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
    const { message, hint } = await failure(source().get());
    expect(message).toMatch(/\((?:x?\*\*\*(?:\.y)?)\): The assertion x?\*\*\*(?:\.y)? is none\./);
    expect(message).toContain('Correlation ID: in ');
    const assertion = entra.requests[0]?.form.get('client_assertion') ?? '';
    expect(assertion.length).toBeGreaterThan(100);
    for (let at = 0; at + 16 <= assertion.length; at++) {
      expect(`${message} ${hint}`).not.toContain(assertion.slice(at, at + 16));
    }
  });

  test.each([
    ['cut short', (token: string) => `{"token_type":"Bearer","access_token":"${token}`],
    ['in another place', (token: string) => JSON.stringify({ result: { access_token: token } })],
    ['as a text', (token: string) => token],
  ])('a token %s is not quoted', async (_form, text) => {
    const token = `eyJ${'secret'.repeat(10)}`;
    entra.answer((response) => response.writeHead(200, { 'content-type': 'application/json' }).end(text(token)));
    const { code, message, hint } = await failure(source().get());
    expect(code).toBe('NOT_ENTRA');
    expect(message + hint).not.toContain('secret');
  });

  test('is quoted without the assertion in its headers', async () => {
    entra.answer((response, { form }) => {
      const echo = form.get('client_assertion') ?? '';
      response.writeHead(302, { location: `${entra.origin}/${echo}`, 'content-type': `text/${echo}` }).end();
    });
    const { message } = await failure(source().get());
    const assertion = entra.requests[0]?.form.get('client_assertion') ?? '';
    for (let at = 0; at + 16 <= assertion.length; at++) expect(message).not.toContain(assertion.slice(at, at + 16));
    expect(message).toContain(`responded 302 to ${entra.origin}/***`);
  });

  test('is not quoted if it may contain a token', async () => {
    entra.answer(json(200, { access_token: 'secret-token' }));
    const error = await failure(source().get());
    expect(error.code).toBe('NOT_ENTRA');
    expect(error.message).not.toContain('secret-token');
  });

  test('is read up to a limit', async () => {
    entra.answer((response) => {
      response.writeHead(200);
      response.on('error', () => undefined);
      response.end('x'.repeat(3 << 20));
    });
    expect((await failure(source().get())).message).toContain('longer than');
  });
});

describe('the abort signal', () => {
  test('ends a request in flight with its reason', async () => {
    const controller = new AbortController();
    entra.answer(() => {
      controller.abort(new Error('cancelled'));
    });
    await expect(source({ signal: controller.signal }).get()).rejects.toThrow('cancelled');
  });

  test('ends a pause between attempts with its reason', async () => {
    const controller = new AbortController();
    entra.answer((response) => {
      response.writeHead(503, { 'retry-after': '120' }).end();
      setTimeout(() => {
        controller.abort(new Error('cancelled'));
      }, 30);
    });
    const { signal } = controller;
    const request = new TokenRequest({
      ...thisMachine(),
      tenantId: TENANT,
      clientId: CLIENT,
      authorityHost: entra.origin,
      graphUrl: 'https://graph.microsoft.com',
      assertion: () => Promise.resolve('assertion'),
      dispatcher: agent,
      now: () => clock,
      mask: () => undefined,
      signal,
    });
    await expect(new TokenSource(request, () => clock).get()).rejects.toThrow('cancelled');
  });
});
