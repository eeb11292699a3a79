import { createServer, type RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { AccessToken } from '../../src/auth/access-token.ts';
import type { TokenProvider } from '../../src/auth/authorized-client.ts';
import { GraphClient } from '../../src/graph/graph-client.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { fixedBytes } from '../support/fixed-bytes.ts';
import { listening } from '../support/listening.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

async function served(listener: RequestListener): Promise<string> {
  const { origin, close } = await listening(createServer(listener));
  closing.push(close);
  return origin;
}

/** Tokens `t1`, `t2`, ... each asked for when the one before was rejected. */
class CountedTokens implements TokenProvider {
  readonly claims: (string | undefined)[] = [];
  #number = 1;

  #token(): AccessToken {
    return { value: `t${this.#number}`, expiresAt: Infinity, roles: undefined };
  }

  get(): Promise<AccessToken> {
    return Promise.resolve(this.#token());
  }

  renew(rejected: AccessToken, claims?: string): Promise<AccessToken> {
    if (rejected.value === `t${this.#number}`) {
      this.#number++;
      this.claims.push(claims);
    }
    return this.get();
  }
}

interface Made {
  readonly client: GraphClient;
  readonly tokens: CountedTokens;
  readonly abort: AbortController;
}

function clientOf(graphUrl: string, timeouts = { connect: 1_000, headers: 5_000, body: 5_000, total: 60_000 }): Made {
  const dispatcher = newDispatcher(timeouts);
  closing.push(() => dispatcher.destroy());
  const tokens = new CountedTokens();
  const abort = new AbortController();
  return {
    client: new GraphClient({ ...thisMachine(), graphUrl, dispatcher, tokens, signal: abort.signal }),
    tokens,
    abort,
  };
}

test('sends the token, JSON, and a new id with each request', async () => {
  const seen: { url: string | undefined; headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  const url = await served((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => (body += text));
    request.on('end', () => {
      seen.push({ url: request.url, headers: request.headers, body });
      response.setHeader('request-id', 'theirs').end('{"a":"ü"}');
    });
  });
  const { client } = clientOf(`${url}/behind/a/path/`);
  const first = await client.post('/v1.0/$batch', '{"x":1}');
  const second = await client.post('/v1.0/$batch', '{"x":2}');
  expect(first).toMatchObject({ status: 200, text: '{"a":"ü"}', headers: { 'request-id': 'theirs' } });
  expect(seen.map(({ url: path, body }) => [path, body])).toEqual([
    ['/behind/a/path/v1.0/$batch', '{"x":1}'],
    ['/behind/a/path/v1.0/$batch', '{"x":2}'],
  ]);
  expect(seen[0]?.headers).toMatchObject({ authorization: 'Bearer t1', 'content-type': 'application/json' });
  expect(seen[0]?.headers['client-request-id']).toBe(first.clientRequestId);
  expect(first.clientRequestId).not.toBe(second.clientRequestId);
});

test('joins a response that arrives in pieces, also if a character is split', async () => {
  const text = JSON.stringify({ text: '🔑'.repeat(50_000) });
  const bytes = Buffer.from(text);
  const url = await served((_request, response) => {
    response.write(bytes.subarray(0, 13));
    setTimeout(() => {
      response.end(bytes.subarray(13));
    }, 20);
  });
  expect((await clientOf(url).client.post('/', '')).text).toBe(text);
});

describe('a token that a gateway echoes is redacted', () => {
  const token = fixedBytes(600).toString('base64url');

  test.each([
    ['whole', token],
    ['three characters short', token.slice(3)],
  ])('%s', async (_name, echo) => {
    const url = await served((_request, response) => {
      response.writeHead(502, { 'content-type': `text/${token.slice(3)}` }).end(`{"error":{"message":"no ${echo}"}}`);
    });
    const dispatcher = newDispatcher();
    closing.push(() => dispatcher.destroy());
    const value: AccessToken = { value: token, expiresAt: Infinity, roles: undefined };
    const tokens: TokenProvider = { get: () => Promise.resolve(value), renew: () => Promise.resolve(value) };
    const client = new GraphClient({
      ...thisMachine(),
      graphUrl: url,
      dispatcher,
      tokens,
      signal: new AbortController().signal,
    });
    const { headers, text } = await client.post('/', '');
    expect(JSON.parse(text)).toEqual({ error: { message: 'no ***' } });
    expect(headers['content-type']).toBe('text/***');
  });
});

describe('a rejected token', () => {
  const CHALLENGE = `Bearer error="insufficient_claims", claims="${Buffer.from('{"nbf":1}').toString('base64')}"`;

  /** Rejects every token but `t2`. */
  async function rejecting(
    authenticate = '',
  ): Promise<{ readonly url: string; readonly sent: (string | undefined)[] }> {
    const sent: (string | undefined)[] = [];
    const url = await served((request, response) => {
      sent.push(request.headers.authorization);
      const isAccepted = request.headers.authorization === 'Bearer t2';
      response.writeHead(isAccepted ? 200 : 401, authenticate === '' ? {} : { 'www-authenticate': authenticate });
      response.end('{}');
    });
    return { url, sent };
  }

  test('is replaced, and the request sent again, with the claims that Graph demands', async () => {
    const { url, sent } = await rejecting(CHALLENGE);
    const { client, tokens } = clientOf(url);
    expect(await client.post('/', '')).toMatchObject({ status: 200 });
    expect([sent, tokens.claims]).toEqual([['Bearer t1', 'Bearer t2'], ['{"nbf":1}']]);
  });

  test('is replaced for the next request alone if a request may be sent once only', async () => {
    const { url, sent } = await rejecting();
    const { client } = clientOf(url);
    const write = { method: 'PATCH', path: '/', body: '{}', once: true } as const;
    expect(await client.send(write)).toMatchObject({ status: 401 });
    expect(sent).toEqual(['Bearer t1']);
    expect(await client.send(write)).toMatchObject({ status: 200 });
    expect(sent).toEqual(['Bearer t1', 'Bearer t2']);
  });

  test('is returned as a response if the new token is rejected too', async () => {
    const url = await served((_request, response) => {
      response.writeHead(401).end('{}');
    });
    const { client, tokens } = clientOf(url);
    const answer = await client.post('/', '');
    expect(answer.status).toBe(401);
    expect(tokens.claims).toEqual([undefined]);
    await answer.renewToken();
    expect(tokens.claims).toHaveLength(2);
  });
});

test('uses no proxy for http', async () => {
  const proxied: (string | undefined)[] = [];
  const proxy = await served((request, response) => {
    proxied.push(request.url);
    response.end('{}');
  });
  const url = await served((_request, response) => {
    response.end('{"ok":true}');
  });
  const before = process.env.http_proxy;
  process.env.http_proxy = proxy;
  try {
    expect((await clientOf(url).client.post('/', '')).text).toBe('{"ok":true}');
  } finally {
    if (before === undefined) delete process.env.http_proxy;
    else process.env.http_proxy = before;
  }
  expect(proxied).toEqual([]);
});

describe('rejects without a complete response', () => {
  test('if the headers never arrive', async () => {
    const url = await served(() => undefined);
    const { client } = clientOf(url, { connect: 1_000, headers: 100, body: 5_000, total: 60_000 });
    await expect(client.post('/', '')).rejects.toThrow('Headers Timeout');
  });

  test('if the body stops', async () => {
    const url = await served((_request, response) => {
      response.write('{"responses":');
    });
    const { client } = clientOf(url, { connect: 1_000, headers: 5_000, body: 100, total: 60_000 });
    await expect(client.post('/', '')).rejects.toThrow('Body Timeout');
  });

  test('if the body drips and takes longer than the limit for a response', async () => {
    const url = await served((_request, response) => {
      const drip = setInterval(() => {
        response.write(' ');
      }, 20);
      response.on('close', () => {
        clearInterval(drip);
      });
    });
    const { client } = clientOf(url, { connect: 1_000, headers: 5_000, body: 1_000, total: 300 });
    await expect(client.post('/', '')).rejects.toThrow('not complete after');
  });

  test('if the run is cancelled while the request waits for a connection, without sending it', async () => {
    let requests = 0;
    const url = await served((_request, response) => {
      requests++;
      response.end('{}');
    });
    const { client, abort } = clientOf(url);
    const answer = client.post('/', '');
    abort.abort(new Error('the run was cancelled'));
    await expect(answer).rejects.toThrow('cancelled');
    expect(requests).toBe(0);
  });

  test('if the run is cancelled before or during the request', async () => {
    let arrived = (): void => undefined;
    const url = await served(() => {
      arrived();
    });
    const { client, abort } = clientOf(url);
    arrived = () => {
      abort.abort(new Error('the run was cancelled'));
    };
    await expect(client.post('/', '')).rejects.toThrow('cancelled');
    await expect(client.post('/', '')).rejects.toThrow('cancelled');
  });
});
