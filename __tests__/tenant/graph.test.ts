import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { property, type Json } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { at, errorOf, listAt } from './collection-reader.ts';
import { answerOf, batchOf, get, post, signIn, type Answer } from './sign-in.ts';

interface Running {
  readonly tenant: Tenant;
  readonly token: string;
  readonly settings: (address: string) => Promise<Answer>;
  readonly batch: (body: unknown) => Promise<Answer>;
}

let certificate: TestCertificate;
/** A tenant without faults that tests share unless they change it. */
let shared: Running;
const tenants: Tenant[] = [];

beforeAll(async () => {
  certificate = await makeCertificate();
  shared = await start();
});
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

async function start(options: TenantOptions = {}): Promise<Running> {
  const tenant = await startTenant({ mailboxes: 400, certificates: [certificate.pem], ...options });
  tenants.push(tenant);
  const token = await signIn(tenant, certificate);
  return {
    tenant,
    token,
    settings: (address) => get(tenant, token, `/v1.0/users/${encodeURIComponent(address)}/mailboxSettings`),
    batch: (body) => post(tenant, token, '/v1.0/$batch', body),
  };
}

function firstWith({ tenant }: Running, status: string): string {
  return tenant.addresses.find((address) => tenant.expected(address).status === status) ?? '';
}

/** The responses of a batch in the order of their ids. */
function responses({ body }: Answer): readonly Json[] {
  return listAt(body, 'responses').toSorted(
    (one, other) => Number(property(one, 'id')) - Number(property(other, 'id')),
  );
}

function statuses(answer: Answer): readonly (Json | undefined)[] {
  return responses(answer).map((one) => property(one, 'status'));
}

const refusedIn = (answer: Answer): number => statuses(answer).filter((status) => status === 429).length;

describe('a mailbox', () => {
  test('that starts with $ is found only in quotes', async () => {
    const address = shared.tenant.addresses.find((one) => one.startsWith('$')) ?? '';
    expect((await shared.settings(address)).status).toBe(400);
    const path = `/v1.0/users('${encodeURIComponent(address)}')/mailboxSettings`;
    expect((await get(shared.tenant, shared.token, path)).status).toBe(200);
  });

  test.each([
    ['/v1.0/users/x%40y/mailboxSetting', 400],
    ['/v1.0/users/x%ZZ/mailboxSettings', 400],
    ['/v1.0/users/x%40y/mailboxSettings?$expand=a', 400],
    ['/v2.0/users/x%40y/mailboxSettings', 400],
    ['/v1.0/users/x%40y', 403],
  ])('is not found at %s', async (path, status) => {
    expect((await get(shared.tenant, shared.token, path)).status).toBe(status);
  });
});

describe('an access token', () => {
  test.each([
    ['', 'Access token is empty.'],
    ['nonsense', 'IDX14100: JWT is not well formed, there are no dots (.).'],
    ['a.b.c', 'Access token validation failure. Invalid signature.'],
  ])('%p is rejected', async (token, message) => {
    const answer = await get(shared.tenant, token, '/v1.0/users/x/mailboxSettings');
    expect([answer.status, answer.body.error]).toMatchObject([401, { code: 'InvalidAuthenticationToken', message }]);
  });
});

describe('an app role', () => {
  const SETTINGS = ['MailboxSettings.Read', 'MailboxSettings.ReadWrite'];
  const FOLDERS = ['Mail.ReadBasic', 'Mail.ReadBasic.All', 'Mail.Read', 'Mail.ReadWrite'];
  const CALENDARS = ['Calendars.ReadBasic.All', 'Calendars.Read', 'Calendars.ReadWrite'];
  const ROLES: Readonly<Record<string, readonly string[]>> = {
    mailboxSettings: SETTINGS,
    'mailFolders/inbox/messageRules': SETTINGS,
    'outlook/masterCategories': SETTINGS,
    'mailFolders/inbox/childFolders': FOLDERS,
    'calendar/calendarPermissions': CALENDARS,
  };

  test.each([...SETTINGS, ...FOLDERS, ...CALENDARS, 'Calendars.ReadBasic', 'User.Read.All'])(
    '%s allows its own requests and no others, and none of them a change',
    async (role) => {
      const { tenant, token } = await start({ mailboxes: 20, roles: [role] });
      const address = tenant.addresses.find((one) => tenant.expected(one).status === 'ok') ?? '';
      for (const [below, roles] of Object.entries(ROLES)) {
        const answer = await get(tenant, token, `/v1.0/users('${encodeURIComponent(address)}')/${below}`);
        expect([below, answer.status, errorOf(answer).code]).toEqual(
          roles.includes(role) ? [below, 200, undefined] : [below, 403, 'ErrorAccessDenied'],
        );
      }
      const headers = { authorization: `Bearer ${token}` };
      const url = `${tenant.graphUrl}/v1.0/users/x/mailFolders`;
      expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(405);
    },
  );
});

describe('a batch', () => {
  const item = { id: '1', method: 'GET', url: '/users/x/mailboxSettings' };
  test.each<[string, unknown]>([
    ['21 items', { requests: Array.from({ length: 21 }, (_, id) => ({ ...item, id: String(id) })) }],
    ['no items', { requests: [] }],
    ['a list', [item]],
    ['a repeated id', { requests: ['a', 'A'].map((id) => ({ ...item, id })) }],
    ['an id that is a number', { requests: [{ ...item, id: 1 }] }],
    ['no method', { requests: [{ id: '1', url: item.url }] }],
    ['an absolute url', { requests: [{ ...item, url: 'https://graph.microsoft.com/v1.0/users/x/mailboxSettings' }] }],
    ['a body without a type', { requests: [{ ...item, body: {} }] }],
    ['an item that depends on one that is not there', { requests: [{ ...item, dependsOn: ['2'] }] }],
  ])('with %s is rejected as a whole', async (_, body) => {
    const answer = await shared.batch(body);
    expect([answer.status, errorOf(answer).code]).toEqual([400, 'BadRequest']);
  });

  test.each(['/users/a#EXT#@x/mailboxSettings', '/users/a b/mailboxSettings', '/users/ä@x/mailboxSettings'])(
    'rejects the item %s, and no other',
    async (url) => {
      const good = batchOf([firstWith(shared, 'ok')]).requests;
      const answer = await shared.batch({ requests: [...good, { id: '1', method: 'GET', url }] });
      expect([answer.status, ...statuses(answer)]).toEqual([200, 200, 400]);
    },
  );

  test('must have the content type JSON, and must be posted', async () => {
    const url = `${shared.tenant.graphUrl}/v1.0/$batch`;
    const headers = { authorization: `Bearer ${shared.token}` };
    const body = JSON.stringify(batchOf(shared.tenant.addresses.slice(0, 1)));
    expect((await answerOf(await fetch(url, { method: 'POST', headers, body }))).status).toBe(415);
    expect((await answerOf(await fetch(url, { headers }))).status).toBe(405);
  });

  test('takes some time, and reads at most four requests of a mailbox at once', async () => {
    const running = await start({ latency: { batch: 500 } });
    const { requests } = batchOf([firstWith(running, 'ok')]);
    const four = { requests: [0, 1, 2, 3].map((id) => ({ ...requests[0], id: String(id) })) };
    const both = await Promise.all([running.batch(four), running.batch(four)]);
    const refused = both.flatMap(responses).filter((one) => property(one, 'status') === 429);
    expect(refused.map((one) => at(one, 'body', 'error', 'code'))).toEqual(new Array(4).fill('ApplicationThrottled'));
    expect(at(refused[0], 'headers', 'Retry-After')).toBe('1');
    expect(running.tenant.counts).toMatchObject({ maxConcurrentRequests: 2 });
  });
});

test('the limit rejects items beyond it, and every request until Retry-After has passed', async () => {
  let now = Date.now();
  const { tenant, batch, settings } = await start({
    clock: () => now,
    limit: { requests: 30, per: 1000, retryAfter: 2 },
  });
  const ask = () => batch(batchOf(tenant.addresses.slice(0, 20)));
  expect(refusedIn(await ask())).toBe(0);
  const second = await ask();
  expect(refusedIn(second)).toBe(10);
  const refused = responses(second).find((answer) => property(answer, 'status') === 429);
  expect([at(refused, 'body', 'error', 'code'), at(refused, 'headers', 'Retry-After')]).toEqual([
    'TooManyRequests',
    '2',
  ]);
  now += 200;
  expect(refusedIn(await ask())).toBe(20);
  // Requests in flight during the refusal do not count as early.
  expect(tenant.counts.early).toBe(0);
  now += 1000;
  expect(refusedIn(await ask())).toBe(20);
  expect(tenant.counts.early).toBe(20);
  // The gate is open, and the window that started before it has used 20 requests.
  now += 900;
  expect(refusedIn(await ask())).toBe(10);
  // Single requests count, too.
  const single = await settings('x');
  expect([single.status, single.headers.get('retry-after')]).toEqual([429, '2']);
  now += 3000;
  expect((await settings('x')).status).toBe(404);
});
