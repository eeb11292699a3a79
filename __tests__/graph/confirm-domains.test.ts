import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { tokensByCertificate } from '../../src/auth/credential.ts';
import { GraphClient } from '../../src/graph/graph-client.ts';
import { confirmDomains, type DomainCheck } from '../../src/graph/confirm-domains.ts';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import { MailboxReader } from '../../src/graph/graph-reader.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { compileReadCheck } from '../../src/reports/queries.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';
import { startTenant, type Faults, type Tenant } from '../../tenant/tenant.ts';
import { newCredential, type TestCredential } from '../support/credential.ts';
import { thisMachine } from '../../src/http/machine.ts';

let credential: TestCredential;
let dispatcher: Dispatcher;

beforeAll(async () => {
  credential = await newCredential();
  dispatcher = newDispatcher();
});

afterAll(() => dispatcher.destroy());

async function withTenant<T>(faults: Faults, use: (tenant: Tenant) => Promise<T>): Promise<T> {
  const tenant = await startTenant({
    mailboxes: 60,
    certificates: [credential.certificate],
    roles: ['MailboxSettings.Read', 'Mail.ReadBasic.All'],
    faults,
  });
  try {
    return await use(tenant);
  } finally {
    await tenant.close();
  }
}

interface CheckOptions {
  readonly report?: string;
  /** The size of a page. */
  readonly top?: number;
  /** Changes the text of each batch response. */
  readonly altered?: (text: string) => string;
}

async function check(
  tenant: Tenant,
  addresses: readonly string[],
  { report = 'mailbox-settings', top = 250, altered = (text) => text }: CheckOptions = {},
): Promise<DomainCheck> {
  const definition = builtInReports.get(report);
  const compiled = definition && (await compileReadCheck(definition));
  if (compiled === undefined) throw new Error(`no report ${report}`);
  const list = mailboxList(addresses.map((address, at) => ({ address, file: 'list.txt', line: at + 1 })));
  const certificate = readPkcs12(credential.pfx, credential.password, new Date());
  const signal = new AbortController().signal;
  const { tenantId, clientId, authorityHost, graphUrl } = tenant;
  const tokens = tokensByCertificate({
    tenantId,
    clientId,
    authorityHost,
    graphUrl,
    ...thisMachine(),
    certificate,
    dispatcher,
    signal,
    mask: () => undefined,
  });
  const client = new GraphClient({ ...thisMachine(), graphUrl, dispatcher, tokens, signal });
  const limiter = new RateLimiter({ concurrency: 'auto', random: Math.random });
  return confirmDomains(
    list,
    { ...compiled, path: compiled.path.replace('250', String(top)) },
    (mailboxes, query) =>
      new MailboxReader({
        ...thisMachine(),
        mailboxes,
        queries: [query],
        graphUrl,
        limiter,
        signal,
        backoff: { first: 2, longest: 60 },
        post: async (url, body) => {
          const response = await client.post(url, body);
          return { ...response, text: altered(response.text) };
        },
      }),
  );
}

function readable(tenant: Tenant): string {
  return tenant.addresses.find((address) => tenant.expected(address).status === 'ok') ?? '';
}

describe('the domains of a mailbox list', () => {
  test('are internal only if the tenant has a mailbox in them', async () => {
    await withTenant({}, async (tenant) => {
      const mailbox = readable(tenant);
      const { confirmed, unconfirmed } = await check(tenant, ['nobody@gmail.com', 'typo@co.uk', mailbox]);
      expect(['gmail.com', 'co.uk', 'contoso.co.uk', 'contoso.com'].map((domain) => confirmed.has(domain))).toEqual([
        false,
        false,
        false,
        mailbox.endsWith('@contoso.com'),
      ]);
      expect(unconfirmed).toEqual(['gmail.com', 'co.uk']);
    });
  });

  test('are confirmed by any of the first three mailboxes, and not by a fourth', async () => {
    await withTenant({}, async (tenant) => {
      const mailbox = readable(tenant);
      const gone = ['x1', 'x2', 'x3'].map((name) => `${name}.nobody@contoso.com`);
      expect((await check(tenant, [...gone.slice(1), mailbox])).unconfirmed).toEqual([]);
      expect((await check(tenant, [...gone, mailbox])).unconfirmed).toEqual(['contoso.com']);
    });
  });

  test('are confirmed in spite of failures that pass', async () => {
    await withTenant({ item503: { rate: 0.5 }, itemThrottle: { rate: 0.2, retryAfter: 0 } }, async (tenant) => {
      expect((await check(tenant, [readable(tenant)])).unconfirmed).toEqual([]);
    });
  });

  test('are not confirmed by an object ID', async () => {
    await withTenant({}, async (tenant) => {
      const { unconfirmed } = await check(tenant, ['87d349ed-44d7-43e1-9a83-5f2406dee5bd', readable(tenant)]);
      expect(unconfirmed).toEqual([]);
    });
  });

  test('take one request for each mailbox, however many pages it has', async () => {
    await withTenant({}, async (tenant) => {
      const mailbox = readable(tenant);
      const { unconfirmed } = await check(tenant, [mailbox], { report: 'folders', top: 1 });
      expect(unconfirmed).toEqual([]);
      expect(tenant.counts.batches).toBe(1);
    });
  });

  test.each([
    ['an empty object', 'mailbox-settings', '{}'],
    ['an object without any of the properties', 'mailbox-settings', '{"id":"1"}'],
    ['an object without the list of the report', 'inbox-rules', '{"id":"1"}'],
    ['a list of empty items', 'inbox-rules', '{"value":[{}]}'],
  ])('are not confirmed by a mailbox that is answered with %s', async (_, report, body) => {
    await withTenant({}, async (tenant) => {
      const altered = (): string => `{"responses":[{"id":"0","status":200,"body":${body}}]}`;
      expect((await check(tenant, [readable(tenant)], { report })).unconfirmed).toEqual([]);
      expect((await check(tenant, [readable(tenant)], { report, altered })).unconfirmed).toEqual(['contoso.com']);
    });
  });
});
