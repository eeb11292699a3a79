import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { managedIdentity } from '../../src/auth/managed-identity.ts';
import type { TokenRequester } from '../../src/auth/token-source.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { json, jwt, tokenEndpoint, type TokenEndpoint } from './token-endpoint.ts';

const TENANT = '72f988bf-0000-4000-8000-2d7cd011db47';
const RESOURCE = 'https://graph.microsoft.com';
const SECRET = '0f8fad5b-d9cb-469f-a165-70867728950e';
const TOKEN = jwt({ tid: TENANT, roles: ['MailboxSettings.Read'] });
const NOW = Date.UTC(2026, 10, 29);

let host: TokenEndpoint;
let dispatcher: ReturnType<typeof newDispatcher>;
let slept: number[];

beforeEach(async () => {
  host = await tokenEndpoint();
  dispatcher = newDispatcher();
  slept = [];
});
afterEach(async () => {
  await dispatcher.destroy();
  await host.close();
});

function requester(env: Readonly<Record<string, string>>, clientId = ''): TokenRequester {
  let clock = NOW;
  const sleep = (ms: number): Promise<void> => {
    slept.push(ms);
    clock += ms;
    return Promise.resolve();
  };
  const connection = { ...thisMachine(), dispatcher, now: () => clock, mask: () => undefined, sleep };
  return managedIdentity(clientId, TENANT, env, connection)(RESOURCE);
}

const onVm = () => ({ AZURE_POD_IDENTITY_AUTHORITY_HOST: host.origin });
const inAppService = () => ({ IDENTITY_ENDPOINT: `${host.origin}/msi/token`, IDENTITY_HEADER: SECRET });
/** The token was new long ago, so that `expires_in` does not say when it expires. */
const token = () => json(200, { access_token: TOKEN, expires_in: '86399', expires_on: String(NOW / 1000 + 600) });

test('the metadata service is found without its header once, and asked for the token of a resource', async () => {
  host.answer(json(400, { error: 'invalid_request' }), token());
  const requests = requester(onVm(), 'client');
  expect(await requests.send()).toEqual({ value: TOKEN, expiresAt: NOW + 600_000, roles: ['MailboxSettings.Read'] });
  await requests.send();
  const [probe, ...others] = host.requests;
  expect(probe?.headers).not.toHaveProperty('metadata');
  expect(others).toHaveLength(2);
  for (const { url, headers } of others) {
    expect(headers.metadata).toBe('true');
    expect(url).toBe(
      '/metadata/identity/oauth2/token?api-version=2018-02-01&resource=https%3A%2F%2Fgraph.microsoft.com&client_id=client',
    );
  }
});

test('App Service is asked with the secret of the host', async () => {
  host.answer(token());
  expect(await requester(inAppService()).send()).toMatchObject({ value: TOKEN });
  expect(host.requests).toHaveLength(1);
  expect(host.requests[0]?.headers['x-identity-header']).toBe(SECRET);
  expect(host.requests[0]?.url).toBe('/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fgraph.microsoft.com');
});

describe('a service that is busy or being updated', () => {
  test('is asked again with growing pauses', async () => {
    host.answer(json(404, {}), json(410, {}), json(429, {}), json(500, {}), json(503, {}), token());
    expect(await requester(inAppService()).send()).toMatchObject({ value: TOKEN });
    expect(host.requests).toHaveLength(6);
    slept.forEach((ms, attempt) => {
      expect(ms).toBeGreaterThanOrEqual(1_000 * 2 ** attempt);
      expect(ms).toBeLessThanOrEqual(2_000 * 2 ** attempt);
    });
  });

  test('is given up after seven attempts, about the 70 seconds that an update takes', async () => {
    host.answer(json(410, { error: 'gone' }));
    await expect(requester(inAppService()).send()).rejects.toMatchObject({ code: 'MANAGED_IDENTITY_REFUSED' });
    expect(host.requests).toHaveLength(7);
  });
});

test('the secret of the host is not in an error that repeats it', async () => {
  host.answer(json(400, { message: `No identity for ${SECRET}` }));
  await expect(requester(inAppService()).send()).rejects.toThrow('No identity for ***');
});

test.each([
  'https://identity.contoso.com/msi/token',
  'http://10.contoso.com',
  'http://8.8.8.8',
  'http://172.32.0.1',
  'https://127.0.0.1',
  'localhost',
])('the secret of the host is not sent to %s', async (IDENTITY_ENDPOINT) => {
  await expect(requester({ ...inAppService(), IDENTITY_ENDPOINT }).send()).rejects.toThrow(
    'The variable IDENTITY_ENDPOINT is not the address of an identity service of this machine',
  );
});

test('a response without token or expiry is refused', async () => {
  for (const body of [{ access_token: TOKEN }, { expires_on: '1795910400' }, [TOKEN]]) {
    host.answer(json(200, body));
    await expect(requester(inAppService()).send()).rejects.toMatchObject({ code: 'MANAGED_IDENTITY_REFUSED' });
  }
});
