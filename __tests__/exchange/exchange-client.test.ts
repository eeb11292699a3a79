import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { ExchangeClient } from '../../src/exchange/exchange-client.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { property } from '../../src/json.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { adminApi, itemsOf, json, MAILBOXES, page, TENANT, tokenOf, type AdminApi, type Answer } from './admin-api.ts';

const opened: AdminApi[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()));
});

async function open(...answers: Answer[]): Promise<AdminApi> {
  const api = await adminApi(...answers);
  opened.push(api);
  return api;
}

const ROOT = `/adminapi/beta/${TENANT}`;

describe('a request to the admin API', () => {
  test('runs a cmdlet with the anchor of the tenant and the selected properties', async () => {
    const { client, received } = await open(page(['a']));
    await client.invoke(MAILBOXES);
    expect(received).toMatchObject([
      {
        method: 'POST',
        path: `${ROOT}/InvokeCommand?$select=Name`,
        body: { CmdletInput: { CmdletName: 'Get-Mailbox', Parameters: { ResultSize: 'Unlimited' } } },
        headers: {
          authorization: `Bearer ${tokenOf(1)}`,
          'x-anchormailbox': `APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@${TENANT}`,
          prefer: 'odata.maxpagesize=1000',
        },
      },
    ]);
  });

  test('decodes gzip, and treats a body that only declares it as empty', async () => {
    const encoded =
      (body: Buffer): Answer =>
      (response) => {
        response.writeHead(200, { 'content-encoding': 'gzip' }).end(body);
      };
    const { client } = await open(encoded(gzipSync('{"value":[]}')), encoded(Buffer.alloc(4096)));
    expect(await client.invoke(MAILBOXES)).toMatchObject({ json: { value: [] } });
    expect(await client.invoke(MAILBOXES)).toMatchObject({ json: undefined, text: '' });
  });

  test('is sent once more with a new token after 401', async () => {
    const { client, received, renewals } = await open(json(401, {}), page(['a']));
    expect(await client.invoke(MAILBOXES)).toMatchObject({ status: 200 });
    expect(received.map(({ headers }) => headers.authorization)).toEqual([1, 2].map((n) => `Bearer ${tokenOf(n)}`));
    expect(renewals()).toBe(1);
  });

  test('shows no token that a response repeats', async () => {
    const { client } = await open(json(500, { echo: tokenOf(1) }, { 'x-echo': tokenOf(1) }));
    expect(JSON.stringify(await client.invoke(MAILBOXES))).not.toContain(tokenOf(1).slice(20, 60));
  });

  test('keeps the link to the next page as it is, also if it shares characters with the token', async () => {
    const link = `https://x.example/?%24skiptoken=${tokenOf(1).split('.')[1]}`;
    const { client } = await open(json(200, { value: [tokenOf(1)], '@odata.nextLink': link }));
    const { json: answer } = await client.invoke(MAILBOXES);
    expect(answer).toEqual({ value: [expect.stringContaining('***')], '@odata.nextLink': link });
  });

  test('waits longer for a page than other requests wait for an answer', async () => {
    const { url } = await open((response, request) => {
      setTimeout(() => {
        page(['a'])(response, request);
      }, 300);
    });
    const token = { value: tokenOf(1), expiresAt: Infinity, roles: [] };
    const dispatcher = newDispatcher({ connect: 1000, headers: 100, body: 1000, total: 100 }, {});
    const tokens = { get: () => Promise.resolve(token), renew: () => Promise.resolve(token) };
    const { signal } = new AbortController();
    const impatient = new ExchangeClient({
      ...thisMachine(),
      exchangeUrl: url,
      tenantId: TENANT,
      dispatcher,
      tokens,
      signal,
    });
    await expect(impatient.invoke(MAILBOXES)).resolves.toMatchObject({ status: 200 });
    await dispatcher.close();
  });

  test('rejects when the run is cancelled', async () => {
    const { client, abort } = await open(() => undefined);
    const response = client.invoke(MAILBOXES);
    setTimeout(() => {
      abort.abort();
    }, 50);
    await expect(response).rejects.toThrow();
  });
});

describe('the cmdlets that a token may run', () => {
  const MODULES = { value: [{ exportedCmdlets: 'Get-Mailbox, Set-Mailbox,' }, { exportedCmdlets: 'Get-User' }, {}] };

  test('are those of all modules, in lower case', async () => {
    const { client, received } = await open(json(200, MODULES));
    expect(await client.allowedCmdlets()).toEqual(new Set(['get-mailbox', 'set-mailbox', 'get-user']));
    expect(received).toMatchObject([
      {
        method: 'GET',
        path: expect.stringMatching(`^/adminapi/v1\\.0/${TENANT}/EXOModuleFile\\?`),
        headers: { commandname: '*' },
      },
    ]);
  });

  test.each<[string, Answer]>([
    ['refused', json(403, MODULES)],
    ['without a module', json(200, { value: [] })],
    ['without a cmdlet', json(200, { value: [{ exportedCmdlets: '' }, { exportedCmdlets: 7 }] })],
    ['of another shape', json(200, { exportedCmdlets: 'Get-Mailbox' })],
  ])('are not known from an answer that is %s', async (_case, answer) => {
    const { client } = await open(answer);
    expect(await client.allowedCmdlets()).toBeUndefined();
  });
});

describe('a redirect', () => {
  const redirect =
    (location: string): Answer =>
    (response) => {
      response.writeHead(302, { location }).end();
    };

  test('to a region is followed with the same request, below the configured host, and remembered', async () => {
    const { client, received } = await open(
      redirect('https://eurprd01.outlook.evil.example/x'),
      page(['a'], '2'),
      page(['b']),
    );
    await client.invoke(MAILBOXES);
    await client.invoke(MAILBOXES);
    const hosts = received.map(({ host = '' }) => host.replace(/:\d+$/, ''));
    expect(hosts).toEqual(['localhost', 'eurprd01.localhost', 'eurprd01.localhost']);
    expect(received[1]).toMatchObject({ method: 'POST', body: received[0]?.body });
  });

  test('without a host is a failed response', async () => {
    const { client, received } = await open(redirect('https://-/'));
    expect(await client.invoke(MAILBOXES)).toMatchObject({ status: 302 });
    expect(received).toHaveLength(1);
  });

  test('is not taken from the location of a failure', async () => {
    const { client, received } = await open((response) => {
      response.writeHead(400, { location: 'https://eurprd01.outlook.evil.example/x' }).end();
    });
    expect(await client.invoke(MAILBOXES)).toMatchObject({ status: 400 });
    expect(received).toHaveLength(1);
  });
});

describe('the link to a next page', () => {
  test('is requested unchanged, with the same body and anchor', async () => {
    const { client, received, url } = await open(page(['a']));
    await client.invoke(MAILBOXES, `${url}${ROOT.toUpperCase()}/InvokeCommand?%24skiptoken=a%2Bb`);
    await client.invoke(MAILBOXES);
    const [paged, first] = received;
    expect(paged?.path).toBe(`${ROOT.toUpperCase()}/InvokeCommand?%24skiptoken=a%2Bb`);
    expect(paged?.body).toEqual(first?.body);
    expect(paged?.headers['x-anchormailbox']).toBe(first?.headers['x-anchormailbox']);
  });

  test.each([
    ['another host', (url: string) => url.replace('localhost', 'evil.example')],
    ['a host whose name ends like it', (url: string) => url.replace('localhost', 'evillocalhost')],
    ['a link with a password', (url: string) => url.replace('localhost', 'user:word@localhost')],
    ['another scheme', (url: string) => url.replace('http:', 'https:')],
    ['another tenant', (url: string) => url.replace(TENANT, 'x')],
    ['a path that climbs', (url: string) => url.replace('/InvokeCommand', '/../x')],
    ['a text that is no URL', () => 'next'],
  ])('to %s is not requested', async (_case, change) => {
    const { client, received, url } = await open(page(['a']));
    await expect(client.invoke(MAILBOXES, change(`${url}${ROOT}/InvokeCommand?x=1`))).rejects.toThrow(
      /link to the next/,
    );
    expect(received).toEqual([]);
  });
});

describe('a batch', () => {
  test('has the new token in each item after 401', async () => {
    const { client, received } = await open(json(401, {}), json(200, { responses: [] }));
    await client.batch([MAILBOXES]);
    const tokens = received.map(({ body }) => itemsOf(body).map((item) => property(item, 'headers')));
    expect(tokens).toMatchObject([1, 2].map((number) => [{ Authorization: `Bearer ${tokenOf(number)}` }]));
  });

  test('has an item for each command, with its own query and the anchor', async () => {
    const { client, received } = await open(json(200, { responses: [] }));
    await client.batch([
      MAILBOXES,
      { cmdlet: 'Get-MailboxPermission', parameters: { Identity: 'a' }, select: ['User', 'Deny'] },
    ]);
    const anchor = `APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@${TENANT}`;
    expect(received).toMatchObject([
      {
        path: `${ROOT}/$batch`,
        body: {
          requests: [
            {
              id: '0',
              method: 'POST',
              headers: {
                Authorization: `Bearer ${tokenOf(1)}`,
                'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
                'X-AnchorMailbox': anchor,
              },
            },
            {
              id: '1',
              url: expect.stringMatching(/\/InvokeCommand\?\$select=User,Deny$/),
              body: { CmdletInput: { CmdletName: 'Get-MailboxPermission', Parameters: { Identity: 'a' } } },
            },
          ],
        },
      },
    ]);
  });
});
