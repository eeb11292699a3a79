import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { property, type Json } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { answerOf, batchOf, get, post, signIn } from './sign-in.ts';

let certificate: TestCertificate;
let tenant: Tenant | undefined;

beforeAll(async () => {
  certificate = await makeCertificate();
});

afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});

async function start(options: TenantOptions = {}): Promise<{ tenant: Tenant; token: string }> {
  tenant = await startTenant({ mailboxes: 400, certificates: [certificate.pem], ...options });
  return { tenant, token: await signIn(tenant, certificate) };
}

const JSON_TYPE = expect.stringMatching(/^application\/json;/);
const SOME_ERROR = { error: expect.objectContaining({ code: expect.any(String), message: expect.any(String) }) };

/** The responses of a batch in the order of their ids. */
function responses(body: Json): Json[] {
  const list = property(body, 'responses');
  if (!Array.isArray(list)) throw new Error(`no responses: ${JSON.stringify(body)}`);
  return list.toSorted((one, other) => Number(property(one, 'id')) - Number(property(other, 'id')));
}

function codeOf(answer: Json | undefined): Json | undefined {
  return property(property(property(answer, 'body') ?? answer, 'error'), 'code');
}

function first(running: Tenant, matches: (address: string) => boolean): string {
  const address = running.addresses.find(matches);
  if (address === undefined) throw new Error('the tenant has no such mailbox');
  return address;
}

function firstWith(running: Tenant, status: string): string {
  return first(running, (address) => running.expected(address).status === status);
}

describe('one mailbox', () => {
  test('is found by every kind of address', async () => {
    const running = await start();
    for (const mark of ["'", '#', '+', '&', '%25', '@']) {
      const address = first(
        running.tenant,
        (one) => one.includes(mark) && running.tenant.expected(one).status === 'ok',
      );
      const plain = await get(
        running.tenant,
        running.token,
        `/v1.0/users/${encodeURIComponent(address)}/mailboxSettings`,
      );
      expect([address, plain.status, plain.body]).toEqual([address, 200, running.tenant.expected(address).settings]);
      const quoted = encodeURIComponent(address.replaceAll("'", "''"));
      const other = await get(running.tenant, running.token, `/beta/users('${quoted}')/mailboxSettings`);
      expect(other.status).toBe(200);
    }
  });

  test('is found case-insensitively', async () => {
    const running = await start();
    const address = firstWith(running.tenant, 'ok').toUpperCase();
    const answer = await get(
      running.tenant,
      running.token,
      `/v1.0/users/${encodeURIComponent(address)}/mailboxSettings`,
    );
    expect(answer.status).toBe(200);
  });

  test('that starts with $ is found only in quotes', async () => {
    const running = await start();
    const address = encodeURIComponent(first(running.tenant, (one) => one.startsWith('$')));
    const plain = await get(running.tenant, running.token, `/v1.0/users/${address}/mailboxSettings`);
    expect([plain.status, codeOf(plain.body)]).toEqual([400, 'BadRequest']);
    const quoted = await get(running.tenant, running.token, `/v1.0/users('${address}')/mailboxSettings`);
    expect(quoted.status).toBe(200);
  });

  test('returns a property of its settings, and a selection', async () => {
    const running = await start();
    const address = first(running.tenant, (one) => {
      const settings = JSON.stringify(running.tenant.expected(one).settings ?? null);
      return settings.includes('"timeZone":"') && settings.includes('"language"') && settings.includes('"dateFormat"');
    });
    const at = `/v1.0/users/${encodeURIComponent(address)}/mailboxSettings`;
    const { body } = await get(running.tenant, running.token, at);
    const language = await get(running.tenant, running.token, `${at}/language`);
    expect(language.body).toMatchObject({ locale: property(body.language, 'locale') });
    const timeZone = await get(running.tenant, running.token, `${at}/timeZone`);
    expect(timeZone.body.value).toBe(body.timeZone);
    const selected = await get(running.tenant, running.token, `${at}?$select=timeZone,dateFormat`);
    expect(Object.keys(selected.body)).toEqual(['@odata.context', 'timeZone', 'dateFormat']);
    expect((await get(running.tenant, running.token, `${at}/nothing`)).status).toBe(400);
  });

  test.each([
    ['no-mailbox', 404, ['MailboxNotEnabledForRESTAPI', 'ResourceNotFound']],
    ['not-found', 404, ['ErrorInvalidUser']],
    ['access-denied', 403, ['ErrorAccessDenied']],
  ])('that is %s is an error with status %d', async (status, code, errors) => {
    const running = await start();
    const address = firstWith(running.tenant, status);
    const answer = await get(
      running.tenant,
      running.token,
      `/v1.0/users/${encodeURIComponent(address)}/mailboxSettings`,
    );
    expect(answer.status).toBe(code);
    expect(errors).toContain(codeOf(answer.body));
    expect(property(property(answer.body.error, 'innerError'), 'request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('has request ids in the response, including the one of the client', async () => {
    const running = await start();
    const answer = await answerOf(
      await fetch(`${running.tenant.graphUrl}/v1.0/users/x/mailboxSettings`, {
        headers: { authorization: `Bearer ${running.token}`, 'client-request-id': 'ours' },
      }),
    );
    expect(answer.headers.get('client-request-id')).toBe('ours');
    expect(answer.headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(answer.text).toContain("The requested user 'x' is invalid.");
  });

  test('is denied without the app role', async () => {
    const running = await start({ roles: ['Mail.Read'] });
    const answer = await get(
      running.tenant,
      running.token,
      `/v1.0/users/${encodeURIComponent(firstWith(running.tenant, 'ok'))}/mailboxSettings`,
    );
    expect([answer.status, codeOf(answer.body)]).toEqual([403, 'ErrorAccessDenied']);
  });

  test.each([
    ['/v1.0/users/x%40y/mailboxSetting', 400],
    ['/v1.0/groups/x/mailboxSettings', 400],
    ['/v1.0/users/x%ZZ/mailboxSettings', 400],
    ['/v1.0/users/x%40y/mailboxSettings?$expand=a', 400],
    ['/v2.0/users/x%40y/mailboxSettings', 400],
    ['/v1.0/users/x%40y', 403],
  ])('is not found at %s', async (path, status) => {
    const running = await start();
    expect((await get(running.tenant, running.token, path)).status).toBe(status);
  });
});

describe('the access token', () => {
  const path = '/v1.0/users/x/mailboxSettings';

  test.each([
    ['', 'Access token is empty.'],
    ['nonsense', 'IDX14100: JWT is not well formed, there are no dots (.).'],
    ['a.b.c', 'Access token validation failure. Invalid signature.'],
  ])('%p is rejected', async (token, message) => {
    const running = await start();
    const answer = await get(running.tenant, token, path);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer realm=""');
    expect(answer.body.error).toMatchObject({ code: 'InvalidAuthenticationToken', message });
  });

  test('of another tenant is rejected', async () => {
    const running = await start();
    const other = await startTenant({ mailboxes: 1, certificates: [certificate.pem] });
    const foreign = await signIn(other, certificate);
    await other.close();
    expect((await get(running.tenant, foreign, path)).status).toBe(401);
  });

  test('expires', async () => {
    let now = Date.now();
    const running = await start({ clock: () => now, tokenLifetime: 60 });
    now += 59_000;
    expect((await get(running.tenant, running.token, path)).status).toBe(404);
    now += 2_000;
    const answer = await get(running.tenant, running.token, path);
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({ message: 'Lifetime validation failed, the token is expired.' });
    expect(running.tenant.counts.unauthorized).toBe(1);
  });

  test('once revoked, is replaced only by a request with the claims of the challenge', async () => {
    const running = await start();
    running.tenant.revokeTokens();
    const answer = await post(
      running.tenant,
      running.token,
      '/v1.0/$batch',
      batchOf(running.tenant.addresses.slice(0, 2)),
    );
    expect(answer.status).toBe(401);
    const [, encoded = ''] =
      /error="insufficient_claims", claims="([^"]+)"/.exec(answer.headers.get('www-authenticate') ?? '') ?? [];
    const claims = Buffer.from(encoded, 'base64').toString();
    expect(JSON.parse(claims)).toHaveProperty('access_token.nbf.essential', true);
    expect((await get(running.tenant, await signIn(running.tenant, certificate), path)).status).toBe(401);
    expect((await get(running.tenant, await signIn(running.tenant, certificate, claims), path)).status).toBe(404);
  });
});

describe('a batch', () => {
  test('has a response for every item, in another order, with the settings', async () => {
    const running = await start();
    const orders = new Set<string>();
    for (let from = 0; from < 400; from += 20) {
      const addresses = running.tenant.addresses.slice(from, from + 20);
      const { status, body } = await post(running.tenant, running.token, '/v1.0/$batch', batchOf(addresses));
      expect(status).toBe(200);
      const list = property(body, 'responses');
      orders.add(JSON.stringify(Array.isArray(list) ? list.map((answer) => property(answer, 'id')) : null));
      expect(responses(body)).toEqual(
        addresses.map((address, position) => {
          const { status: outcome, settings } = running.tenant.expected(address);
          return {
            id: String(position),
            status: { ok: 200, 'no-mailbox': 404, 'not-found': 404, 'access-denied': 403 }[outcome],
            headers: { 'Cache-Control': 'private', 'Content-Type': JSON_TYPE },
            body: settings ?? SOME_ERROR,
          };
        }),
      );
    }
    expect(orders.size).toBeGreaterThan(10);
    expect(running.tenant.counts).toMatchObject({ batches: 20, items: 400, singles: 0, refused: 0 });
  });

  const item = { id: '1', method: 'GET', url: '/users/x/mailboxSettings' };
  test.each<[string, unknown]>([
    ['21 items', { requests: Array.from({ length: 21 }, (_, id) => ({ ...item, id: String(id) })) }],
    ['no items', { requests: [] }],
    ['no list', {}],
    ['a list', [item]],
    [
      'a repeated id',
      {
        requests: [
          { ...item, id: 'a' },
          { ...item, id: 'A' },
        ],
      },
    ],
    ['an id that is a number', { requests: [{ ...item, id: 1 }] }],
    ['no method', { requests: [{ id: '1', url: item.url }] }],
    ['an absolute url', { requests: [{ ...item, url: 'https://graph.microsoft.com/v1.0/users/x/mailboxSettings' }] }],
    ['a body without a type', { requests: [{ ...item, body: {} }] }],
    ['an item that depends on one that is not there', { requests: [{ ...item, dependsOn: ['2'] }] }],
    ['an item that depends on itself', { requests: [{ ...item, dependsOn: [item.id] }] }],
  ])('with %s is rejected as a whole', async (_name, body) => {
    const running = await start();
    const answer = await post(running.tenant, running.token, '/v1.0/$batch', body);
    expect([answer.status, codeOf(answer.body)]).toEqual([400, 'BadRequest']);
  });

  test('returns 424 for an item whose dependency failed', async () => {
    const running = await start();
    const [good] = batchOf([firstWith(running.tenant, 'ok')]).requests;
    const { body } = await post(running.tenant, running.token, '/v1.0/$batch', {
      requests: [
        { ...good, id: 'good' },
        { ...good, id: 'after-good', dependsOn: ['good'] },
        { ...good, id: 'bad', url: '/users/nobody@x/mailboxSettings' },
        { ...good, id: 'after-bad', dependsOn: ['bad'] },
      ],
    });
    const statuses = responses(body).map((answer) => [property(answer, 'id'), property(answer, 'status')]);
    expect(Object.fromEntries(statuses)).toEqual({ good: 200, 'after-good': 200, bad: 404, 'after-bad': 424 });
  });

  test.each(['/users/a#EXT#@x/mailboxSettings', '/users/a b/mailboxSettings', '/users/ä@x/mailboxSettings'])(
    'rejects the item %s, and no other',
    async (url) => {
      const running = await start();
      const good = batchOf([firstWith(running.tenant, 'ok')]).requests;
      const { status, body } = await post(running.tenant, running.token, '/v1.0/$batch', {
        requests: [...good, { id: '1', method: 'GET', url }],
      });
      expect(status).toBe(200);
      expect(responses(body).map((answer) => property(answer, 'status'))).toEqual([200, 400]);
    },
  );

  test('must have the content type JSON, and must be posted', async () => {
    const running = await start();
    const url = `${running.tenant.graphUrl}/v1.0/$batch`;
    const headers = { authorization: `Bearer ${running.token}` };
    const body = JSON.stringify(batchOf(running.tenant.addresses.slice(0, 1)));
    expect((await answerOf(await fetch(url, { method: 'POST', headers, body }))).status).toBe(415);
    expect((await answerOf(await fetch(url, { headers }))).status).toBe(405);
  });

  test('takes some time, and reads at most four requests of one mailbox at once', async () => {
    const running = await start({ latency: { batch: 1000 } });
    const address = firstWith(running.tenant, 'ok');
    const batch = { requests: [0, 1, 2, 3].map((id) => ({ ...batchOf([address]).requests[0], id: String(id) })) };
    const began = performance.now();
    const both = await Promise.all([1, 2].map(() => post(running.tenant, running.token, '/v1.0/$batch', batch)));
    expect(performance.now() - began).toBeGreaterThan(990);
    const statuses = both.flatMap(({ body }) => responses(body));
    expect(statuses.filter((answer) => property(answer, 'status') === 200)).toHaveLength(4);
    const refused = statuses.filter((answer) => property(answer, 'status') === 429);
    expect(refused.map(codeOf)).toEqual(new Array(4).fill('ApplicationThrottled'));
    expect(property(property(refused[0], 'headers'), 'Retry-After')).toBe('1');
    expect(running.tenant.counts.maxConcurrentPerMailbox).toBeGreaterThan(4);
    expect(running.tenant.counts.maxConcurrentRequests).toBe(2);
  });
});

describe('the limit', () => {
  test('rejects items beyond it, and every request until Retry-After has passed', async () => {
    let now = Date.now();
    const limit = { requests: 30, per: 1000, retryAfter: 2 };
    const running = await start({ clock: () => now, limit });
    const addresses = running.tenant.addresses.slice(0, 20);
    const ask = async (): Promise<Json[]> =>
      responses((await post(running.tenant, running.token, '/v1.0/$batch', batchOf(addresses))).body);
    const refusedIn = (answers: Json[]): number =>
      answers.filter((answer) => property(answer, 'status') === 429).length;

    expect(refusedIn(await ask())).toBe(0);
    const second = await ask();
    expect(refusedIn(second)).toBe(10);
    const refused = second.find((answer) => property(answer, 'status') === 429);
    expect(codeOf(refused)).toBe('TooManyRequests');
    expect(property(property(refused, 'headers'), 'Retry-After')).toBe('2');
    expect(running.tenant.counts.early).toBe(0);

    now += 200;
    expect(refusedIn(await ask())).toBe(20);
    // Requests in flight during the refusal do not count as early.
    expect(running.tenant.counts.early).toBe(0);
    now += 1000;
    expect(refusedIn(await ask())).toBe(20);
    expect(running.tenant.counts.early).toBe(20);

    // The gate is open, and the window that started before it has used 20 requests.
    now += 900;
    expect(refusedIn(await ask())).toBe(10);
    expect(running.tenant.counts.refused).toBe(60);
  });

  test('counts single requests, including rejected ones', async () => {
    let now = Date.now();
    const running = await start({ clock: () => now, limit: { requests: 2, per: 10_000, retryAfter: 1 } });
    const ask = async () => get(running.tenant, running.token, '/v1.0/users/x/mailboxSettings');
    expect([(await ask()).status, (await ask()).status]).toEqual([404, 404]);
    const third = await ask();
    expect([third.status, third.headers.get('retry-after')]).toEqual([429, '1']);
    now += 1001;
    // The window has not ended, and its quota is spent.
    expect((await ask()).status).toBe(429);
    now += 10_000;
    expect((await ask()).status).toBe(404);
    expect(running.tenant.counts).toMatchObject({ singles: 5, refused: 2, early: 0 });
  });
});
