import { writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newCertificate } from '../../src/cli/commands/certificate/new-certificate.ts';
import type { ServerIdentity, Tenant } from '../../tenant/tenant.ts';
import { UPLOADED, type ActionRun } from '../support/action-run.ts';
import {
  startForwardProxy,
  unusedPort,
  type ForwardProxy,
  type ForwardProxyOptions,
} from '../support/forward-proxy.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectNoSecret } from '../support/no-secret.ts';
import { expectRightRows } from '../support/right-rows.ts';
import { newFolder } from '../support/new-folder.ts';
import { listening } from '../support/listening.ts';
import { endpointLines } from '../../tenant/endpoints.ts';

const { credential, newTenant, run, runPackaged } = inProcessScenarios(UPLOADED);

const DAY = 86_400_000;
const inputs = { 'max-unreadable': '100%' };

interface Authority {
  readonly identity: ServerIdentity;
  /** The identity of a server that is called `GITHUB`. */
  readonly github: ServerIdentity;
  /** Path of its root certificate. */
  readonly root: string;
}

/** A host that only a proxy can resolve. The GitHub client sends no request for a loopback address through a proxy. */
const GITHUB = 'github.contoso.test';

const made: Authority[] = [];
const servers: Pick<ForwardProxy, 'close'>[] = [];

beforeAll(async () => {
  const time = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + DAY) };
  const root = await newCertificate({ ...time, commonName: 'Contoso Root', authority: true });
  // Through a tunnel to a bare address, the client of the artifact's storage checks the certificate for this name.
  const commonName = 'localhost';
  const server = { ...time, issuer: root, ipAddresses: ['127.0.0.1'] };
  const [identity, github] = await Promise.all([
    identityOf({ ...server, commonName }),
    identityOf({ ...server, commonName: GITHUB }),
  ]);
  const file = path.join(newFolder(), 'root.pem');
  await writeFile(file, root.certificate);
  made.push({ identity, github, root: file });
});

async function identityOf(request: Parameters<typeof newCertificate>[0]): Promise<ServerIdentity> {
  const { privateKey, certificate } = await newCertificate(request);
  return { key: privateKey, cert: certificate };
}

afterAll(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

function authority(): Authority {
  const [first] = made;
  if (first === undefined) throw new Error('the authority is made before the first test');
  return first;
}

/** An organisation behind TLS of the private authority. */
function newTlsTenant(): Promise<Tenant> {
  return newTenant({ tls: authority().identity });
}

async function newProxy(options?: ForwardProxyOptions): Promise<ForwardProxy> {
  const proxy = await startForwardProxy(options);
  servers.push(proxy);
  return proxy;
}

function hostOf(url: string): string {
  return new URL(url).host;
}

function trusting(env: Readonly<Record<string, string>>): Record<string, string> {
  return { NODE_EXTRA_CA_CERTS: authority().root, ...env };
}

function expectReport(result: ActionRun, tenant: Tenant): void {
  expect(result.errors).toEqual([]);
  expect(result.code).toBe(0);
  expectRightRows(result, tenant);
  expect(tenant.artifacts()).toHaveLength(1);
}

/** Expects a run without a token, and one annotation with the reason. */
function expectUnreachable(result: ActionRun, message: RegExp): void {
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
  expect(result.errors).toEqual([
    { level: 'error', message: expect.stringMatching(message), properties: { title: 'ENTRA_UNREACHABLE' } },
  ]);
  expectNoSecret(result, credential());
}

describe('a proxy', () => {
  test.concurrent('may be set without http:, by either name, but for hosts with a port in no_proxy', async () => {
    const tenant = await newTlsTenant();
    const proxy = await newProxy();
    const names = { https_proxy: '', HTTPS_PROXY: proxy.host, no_proxy: hostOf(tenant.graphUrl) };
    expectReport(await runPackaged(tenant, { inputs, env: trusting(names) }), tenant);
    expect(proxy.tunnels).toContain(hostOf(tenant.authorityHost));
    expect(proxy.tunnels).not.toContain(hostOf(tenant.graphUrl));
  });

  test.concurrent('receives the requests to the API of GitHub', async () => {
    const tenant = await newTenant({ tls: authority().github });
    const proxy = await newProxy({ resolves: { [GITHUB]: '127.0.0.1' } });
    const { port } = new URL(tenant.githubUrl);
    // The mailboxes of all tenants are the same.
    const other = await newTenant();
    await run(other, { inputs });
    const earlier = await tenant.startRun();
    earlier.store({ name: 'mailbox-report', bytes: other.artifacts()[0]?.bytes ?? Buffer.alloc(0) });
    const { runtimeToken, env } = await tenant.startRun();
    const through = { HTTPS_PROXY: `http://${proxy.host}`, no_proxy: '127.0.0.1' };
    const result = await runPackaged(
      { ...tenant, runtimeToken },
      {
        inputs: { ...inputs, compare: 'required', 'github-token': tenant.githubToken },
        env: trusting({ ...env, ...through, GITHUB_API_URL: `https://${GITHUB}:${port}` }),
      },
    );
    expect(result).toMatchObject({ code: 0, errors: [], outputs: { 'change-count': '0' } });
    expect(new Set(proxy.tunnels)).toEqual(new Set([`${GITHUB}:${port}`]));
  });

  test.concurrent('receives all requests, with the credentials of its URL, which are never shown', async () => {
    const tenant = await newTlsTenant();
    const credentials = { username: 'runner', password: 'p@ss:wörd/42' };
    const proxy = await newProxy({ credentials });
    const password = encodeURIComponent(credentials.password);
    const result = await runPackaged(tenant, {
      inputs,
      env: trusting({
        HTTPS_PROXY: `http://runner:${password}@${proxy.host}`,
        ACTIONS_STEP_DEBUG: 'true',
        RUNNER_DEBUG: '1',
      }),
    });
    expectReport(result, tenant);
    expect(proxy.refused).toEqual([]);
    const hosts = [tenant.authorityHost, tenant.graphUrl, tenant.resultsUrl].map(hostOf);
    expect(proxy.tunnels).toEqual(expect.arrayContaining(hosts));
    expect(proxy.untunnelled).toEqual([]);
    expect(result.masked).toEqual(expect.arrayContaining([credentials.password, password]));
    expectNoSecret(result, credential());
  });

  test.concurrent('that rejects the credentials is distinguished from Entra, in one error', async () => {
    const tenant = await newTlsTenant();
    const proxy = await newProxy({ credentials: { username: 'runner', password: 'right-password' } });
    const env = trusting({ HTTPS_PROXY: `http://runner:wrong-password@${proxy.host}`, RUNNER_DEBUG: '1' });
    const result = await runPackaged(tenant, { env });
    expectUnreachable(result, new RegExp(`the proxy ${proxy.host} rejects the credentials .*407[^]*HTTPS_PROXY`));
    expect(proxy.refused).toEqual([407]);
    expect(result.masked).toContain('wrong-password');
  });

  test.concurrent('that refuses the connection is distinguished from Entra, in one error', async () => {
    const tenant = await newTlsTenant();
    const proxy = await newProxy({ refusal: 403 });
    const result = await runPackaged(tenant, { env: trusting({ HTTPS_PROXY: `http://${proxy.host}` }) });
    const entra = hostOf(tenant.authorityHost);
    expectUnreachable(
      result,
      new RegExp(`the proxy ${proxy.host} refuses a connection to ${entra} .*403[^]*HTTPS_PROXY`),
    );
    expect(proxy.refused).toEqual([403]);
  });

  test.concurrent('that does not exist is named in the error', async () => {
    const tenant = await newTlsTenant();
    const host = `127.0.0.1:${await unusedPort()}`;
    const result = await runPackaged(tenant, { env: trusting({ HTTPS_PROXY: `http://${host}` }) });
    expectUnreachable(result, new RegExp(`the proxy ${host} cannot be reached .*ECONNREFUSED[^]*HTTPS_PROXY`));
    expect(tenant.counts.tokens).toBe(0);
  });

  test.concurrent('with a malformed URL is an error before any request', async () => {
    const tenant = await newTlsTenant();
    const result = await runPackaged(tenant, {
      env: trusting({ HTTPS_PROXY: 'socks5://runner:hidden-word@127.0.0.1:1' }),
    });
    expect(result.code).toBe(1);
    expect(result.errors).toEqual([
      // Windows has one variable for both names.
      { level: 'error', message: expect.stringMatching(/HTTPS_PROXY/i), properties: { title: 'PROXY_INVALID' } },
    ]);
    expect(result.printed + result.summary).not.toContain('hidden-word');
    expect(result.masked).toContain('hidden-word');
  });
});

test('a run that does not verify TLS certificates fails before any request', async () => {
  const tenant = await newTlsTenant();
  const result = await runPackaged(tenant, { env: trusting({ NODE_TLS_REJECT_UNAUTHORIZED: '0' }) });
  expect(result.code).toBe(1);
  expect(result.errors).toMatchObject([{ properties: { title: 'TLS_UNVERIFIED' } }]);
  expect(tenant.counts.tokens).toBe(0);
});

test.concurrent('a private root certificate that NODE_EXTRA_CA_CERTS does not name is not trusted', async () => {
  const tenant = await newTlsTenant();
  const result = await runPackaged(tenant);
  const entra = hostOf(tenant.authorityHost);
  expectUnreachable(result, new RegExp(`the root .* ${entra} is not trusted[^]*NODE_EXTRA_CA_CERTS`));
  expect(tenant.counts.tokens).toBe(0);
});

interface Elsewhere {
  readonly origin: string;
  readonly requests: () => number;
}

/** A server that counts its connections, of which none is expected. */
async function elsewhere(): Promise<Elsewhere> {
  let requests = 0;
  const origin = await serve((_request, response) => {
    requests += 1;
    response.writeHead(204).end();
  });
  return { origin, requests: () => requests };
}

async function serve(answer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    request.resume();
    answer(request, response);
  });
  const { origin, close } = await listening(server);
  servers.push({ close });
  return origin;
}

describe.each([302, 307])('a redirect with status %d', (status) => {
  test('for a token does not send the assertion elsewhere', async () => {
    const tenant = await newTenant();
    const other = await elsewhere();
    const authorityHost = await serve(({ url = '' }, response) => {
      response.writeHead(status, { location: `${other.origin}${url}` }).end();
    });
    const result = await run(tenant, {
      inputs: { endpoints: endpointLines({ ...tenant, authorityHost }), 'artifact-name': '' },
    });
    expect(result.code).toBe(1);
    expect(result.errors).toEqual([
      { level: 'error', message: expect.stringContaining(other.origin), properties: { title: 'NOT_ENTRA' } },
    ]);
    expect(other.requests()).toBe(0);
  });

  test('for mailboxes does not send the token elsewhere', async () => {
    const tenant = await newTenant({ mailboxes: 20 });
    const other = await elsewhere();
    let batches = 0;
    const origin = await serve(({ url = '' }, response) => {
      if (url.endsWith('/token')) {
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ token_type: 'Bearer', expires_in: 3599, access_token: 'opaque-token-of-a-test' }));
        return;
      }
      batches += 1;
      response.writeHead(status, { location: `${other.origin}${url}` }).end();
    });
    const result = await run(tenant, {
      inputs: { endpoints: endpointLines({ authorityHost: origin, graphUrl: origin }), 'artifact-name': '' },
    });
    expect(result).toMatchObject({ code: 1, outputs: { 'unreadable-count': String(tenant.addresses.length) } });
    expect(new Set(result.rows.map(({ Status }) => Status))).toEqual(new Set(['failed']));
    expect(batches).toBeGreaterThan(0);
    expect(other.requests()).toBe(0);
  });
});
