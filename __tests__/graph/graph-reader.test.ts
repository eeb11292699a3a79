import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Dispatcher } from 'undici';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { tokensByCertificate } from '../../src/auth/credential.ts';
import { GraphClient, type GraphResponse } from '../../src/graph/graph-client.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import type { OnPage, Query } from '../../src/graph/graph-query.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import { MailboxReader, type ReaderOptions } from '../../src/graph/graph-reader.ts';
import { MAX_ATTEMPTS } from '../../src/graph/graph-outcome.ts';
import type { Json } from '../../src/json.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../../src/mailboxes/mailbox.ts';
import type { MailboxError } from '../../tenant/graph-errors.ts';
import { startTenant, type Faults, type Tenant } from '../../tenant/tenant.ts';
import { newCredential, type TestCredential } from '../support/credential.ts';
import { thisMachine } from '../../src/http/machine.ts';

/** A list in memory, as `readMailboxLists` would give it. */
function listOf(addresses: readonly string[]): MailboxList {
  return mailboxList(addresses.map((address, at) => ({ address, file: 'list.txt', line: at + 1 })));
}

const { now } = thisMachine();

/** Asks for the settings, and takes them as they are. */
function settingsOf(accept: (body: Json) => Json = (body) => body): Query<Json> {
  return {
    version: 'v1.0',
    path: 'mailboxSettings',
    newCollector: () => {
      let value: Json = null;
      const onPage: OnPage = (page) => {
        value = accept(page);
        return [];
      };
      return { onPage, result: () => value };
    },
  };
}

function readerOf(
  addresses: readonly string[],
  post: ReaderOptions<Json>['post'],
  options: Partial<ReaderOptions<Json>> = {},
): MailboxReader<Json> {
  return new MailboxReader<Json>({
    ...thisMachine(),
    mailboxes: listOf(addresses),
    queries: [settingsOf()],
    graphUrl: 'https://graph.microsoft.com',
    post,
    limiter: new RateLimiter({ concurrency: 'auto', random: Math.random }),
    signal: new AbortController().signal,
    backoff: { first: 2, longest: 60 },
    ...options,
  });
}

/** What came of the first query to each mailbox. */
async function all(reader: MailboxReader<Json>): Promise<(QueryResult<Json> & { readonly mailbox: Mailbox })[]> {
  const answers: (QueryResult<Json> & { readonly mailbox: Mailbox })[] = [];
  for await (const chunk of reader.read()) {
    for (const { mailbox, results } of chunk) {
      const [part] = results;
      if (part !== undefined) answers.push({ mailbox, ...part });
    }
  }
  return answers;
}

/** An answer of Graph that a test makes up: what no tenant can be requests for. */
function answer(status: number, text: string, headers: GraphResponse['headers'] = {}): Promise<GraphResponse> {
  return Promise.resolve({ status, headers, text, clientRequestId: 'ours', renewToken: () => Promise.resolve() });
}

const two = ['a@contoso.com', 'b@contoso.com'];

/** The answer to a batch of one item. */
function itemAnswer(body: Json, status = 200): Promise<GraphResponse> {
  return answer(200, JSON.stringify({ responses: [{ id: '0', status, body }] }));
}

/** Answers every item of a batch with an empty object. */
function emptyAnswers(batch: string): Promise<GraphResponse> {
  const responses = Array.from({ length: batch.split('"method"').length - 1 }, (_, id) => ({
    id: String(id),
    status: 200,
    body: {},
  }));
  return answer(200, JSON.stringify({ responses }));
}

describe('a mailbox that needs several requests', () => {
  /** Asks for what a page names under `below`, and gathers what pages hold. */
  const tree: Query<Json> = {
    version: 'v1.0',
    path: 'top',
    newCollector: () => {
      const found: Json[] = [];
      const onPage: OnPage = (page) => {
        if (Array.isArray(page.value)) found.push(...page.value);
        return page.below === 'folders/x' ? [{ path: page.below, onPage }] : [];
      };
      return { onPage, result: () => found };
    },
  };

  test('is read without the items that were deleted meanwhile', async () => {
    const gone = { error: { code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' } };
    const reader = readerOf(
      ['a@contoso.com'],
      (_path, body) =>
        body.includes('/top') ? itemAnswer({ value: ['one'], below: 'folders/x' }) : itemAnswer(gone, 404),
      { queries: [tree] },
    );
    expect(await all(reader)).toMatchObject([{ status: 'ok', value: ['one'] }]);
  });

  test('sends none of them during the wait that one response asks for', async () => {
    const refused = { error: { code: 'ApplicationThrottled', message: 'Mailbox concurrency.' } };
    const sent: number[] = [];
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      sent.push(now());
      const count = body.split('"id"').length - 1;
      const responses = Array.from({ length: count }, (_, id) =>
        sent.length === 1 && id === count - 1
          ? { id: String(id), status: 429, headers: { 'Retry-After': '0.2' }, body: refused }
          : { id: String(id), status: 200, body: { value: [] } },
      );
      return answer(200, JSON.stringify({ responses }));
    };
    await all(readerOf(['a@contoso.com'], post, { queries: Array.from({ length: 6 }, () => tree) }));
    const [first = 0, second = 0] = sent;
    expect(second - first).toBeGreaterThanOrEqual(200);
    expect(sent).toHaveLength(2);
  });

  test('fails if its first item does not exist', async () => {
    const gone = { error: { code: 'ErrorItemNotFound', message: 'The specified object was not found in the store.' } };
    const reader = readerOf(['a@contoso.com'], () => itemAnswer(gone, 404), { queries: [tree] });
    expect(await all(reader)).toMatchObject([{ status: 'failed' }]);
  });

  test('fails if its responses exceed the limit for one mailbox', async () => {
    let requests = 0;
    const endless = (): Promise<GraphResponse> =>
      itemAnswer({
        value: ['x'.repeat(1_000)],
        '@odata.nextLink': `https://graph.microsoft.com/v1.0/next?${++requests}`,
      });
    const reader = readerOf(['a@contoso.com'], endless, { queries: [tree], maxPerMailbox: 50_000 });
    expect(await all(reader)).toMatchObject([{ status: 'failed', error: expect.stringContaining('exceed the limit') }]);
    expect(requests).toBeLessThan(60);
  });
});

describe('the reader', () => {
  test('yields nothing for an empty list', async () => {
    expect(await all(readerOf([], () => answer(500, '')))).toEqual([]);
  });

  test.each([
    ['gateway errors', () => answer(502, '<html>')],
    ['connection resets', () => Promise.reject(new Error('read ECONNRESET'))],
  ])('retries after %s for five minutes', async (_what, respond) => {
    // Ms that the clock is ahead: each request takes half a minute of it.
    let time = 0;
    let sent = 0;
    const failFor = async (minutes: number) => {
      [time, sent] = [0, 0];
      const post = (): Promise<GraphResponse> => {
        sent++;
        time += 30_000;
        return time > minutes * 60_000 ? itemAnswer({}) : respond();
      };
      const [result] = await all(readerOf(['a@contoso.com'], post, { now: () => time + now() }));
      return result?.status;
    };
    expect(await failFor(4.5)).toBe('ok');
    expect(await failFor(60)).toBe('failed');
    expect(sent).toBeGreaterThan(MAX_ATTEMPTS);
    expect(time).toBeLessThan(6 * 60_000);
  });

  test('continues if one response asks for a wait of an hour', async () => {
    const many = Array.from({ length: 500 }, (_, at) => `m${at}@contoso.com`);
    const throttled = { error: { code: 'TooManyRequests', message: 'Slow down.' } };
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      const responses = [...body.matchAll(/m(\d+)%40/g)].map(([, name], id) =>
        name === '7'
          ? { id: String(id), status: 429, headers: { 'Retry-After': '3600' }, body: throttled }
          : { id: String(id), status: 200, body: {} },
      );
      return answer(200, JSON.stringify({ responses }));
    };
    const results = await all(readerOf(many, post));
    expect(results.filter(({ status }) => status !== 'ok')).toMatchObject([
      { mailbox: { address: 'm7@contoso.com' }, status: 'throttled' },
    ]);
  });

  test('sends nothing to a mailbox that another reader of the run gave up, until its wait ends', async () => {
    const throttled = { error: { code: 'TooManyRequests', message: 'Slow down.' } };
    const sent: string[] = [];
    let time = 0;
    let isThrottled = true;
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      const names = [...body.matchAll(/(\w)%40/g)].map(([, name = '']) => name);
      sent.push(names.join(''));
      const responses = names.map((name, id) =>
        name === 'a' && isThrottled
          ? { id: String(id), status: 429, headers: { 'Retry-After': '3600' }, body: throttled }
          : { id: String(id), status: 200, body: {} },
      );
      return answer(200, JSON.stringify({ responses }));
    };
    const options = { givenUp: new Map(), now: () => time };
    const statuses = async () => (await all(readerOf(two, post, options))).map(({ status }) => status);
    const first = await statuses();
    isThrottled = false;
    const soon = await statuses();
    time = 3_600_001;
    expect([first, soon, await statuses()]).toEqual([
      ['throttled', 'ok'],
      ['throttled', 'ok'],
      ['ok', 'ok'],
    ]);
    expect(sent).toEqual(['ab', 'b', 'ab']);
  });

  test('stops soon if most responses of several batches ask for a wait of an hour', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `m${at}@contoso.com`);
    const throttled = { error: { code: 'TooManyRequests', message: 'Slow down.' } };
    let sent = 0;
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      sent++;
      const responses = Array.from({ length: body.split('"method"').length - 1 }, (_, id) =>
        id === 0
          ? { id: String(id), status: 200, body: {} }
          : { id: String(id), status: 429, headers: { 'Retry-After': '3600' }, body: throttled },
      );
      return answer(200, JSON.stringify({ responses }));
    };
    const results = await all(readerOf(many, post));
    expect(results.at(-1)).toMatchObject({ status: 'throttled' });
    expect(sent).toBeLessThan(40);
  });

  test('reports a mailbox as failed if its response is nested 20,000 deep, and no other mailbox', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const post = () =>
      answer(200, `{"responses":[{"id":"0","status":200,"body":${deep}},{"id":"1","status":200,"body":{}}]}`);
    expect(await all(readerOf(two, post))).toMatchObject([
      { status: 'failed', error: expect.stringContaining('nested') },
      { status: 'ok' },
    ]);
  });

  test('reads an optional resource that an existing user lacks as empty', async () => {
    const notFound = (resource: string) => ({
      error: {
        code: 'Request_ResourceNotFound',
        message: `Resource '${resource}' does not exist or one of its queried reference-property objects are not present.`,
      },
    });
    const responses = [
      { id: '0', status: 404, body: notFound('manager') },
      { id: '1', status: 404, body: notFound('b@contoso.com') },
    ];
    const manager = { ...settingsOf(), path: 'manager?$select=id' };
    const post = () => answer(200, JSON.stringify({ responses }));
    expect(await all(readerOf(two, post, { queries: [manager] }))).toMatchObject([
      { status: 'ok', value: { value: [] } },
      { status: 'not-found' },
    ]);
    const photo = { ...settingsOf(), path: 'photo' };
    const noPhoto = { error: { code: 'ImageNotFound', message: 'The photo was not found.' } };
    expect(await all(readerOf(['a@contoso.com'], () => itemAnswer(noPhoto, 404), { queries: [photo] }))).toMatchObject([
      { status: 'ok' },
    ]);
  });

  test('does not wait longer than 15 minutes', async () => {
    const hour = { 'retry-after': '3600' };
    const whole = await all(readerOf(two, () => answer(503, '', hour)));
    expect(whole.map(({ status }) => status)).toEqual(['failed', 'failed']);
    const body = {
      error: { code: 'ApplicationThrottled', message: 'Application is over its MailboxConcurrency limit.' },
    };
    const responses = [
      { id: '0', status: 429, headers: { 'Retry-After': '3600' }, body },
      { id: '1', status: 200, body: {} },
    ];
    const one = await all(readerOf(two, () => answer(200, JSON.stringify({ responses }))));
    expect(one.map(({ status }) => status)).toEqual(['throttled', 'ok']);
  });

  describe('with long waits', () => {
    const message = 'Application is over its MailboxConcurrency limit.';

    /** Fake timers: the clock advances to the next timer as soon as nothing else is due. */
    beforeEach(() => {
      jest.useFakeTimers({ now: 0, doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    async function finished<T>(reading: Promise<T>): Promise<T> {
      const state = { isDone: false };
      void reading.then(() => {
        state.isDone = true;
      });
      while (!state.isDone) await jest.advanceTimersByTimeAsync(10_000);
      return reading;
    }

    test('reads every mailbox of a tenant that throttles every request for a while', async () => {
      let closings = 0;
      const post = (_path: string, body: string): Promise<GraphResponse> => {
        if (++closings <= 26) return answer(503, '', { 'retry-after': '0' });
        return emptyAnswers(body);
      };
      const many = Array.from({ length: 1000 }, (_, at) => `m${at}@contoso.com`);
      const answers = await finished(all(readerOf(many, post, { now: () => Date.now() })));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['ok']));
    });

    test.each([
      ['ApplicationThrottled', 429, 1],
      ['TooManyRequests', 429, 1],
      ['UnknownError', 503, 1],
      ['TooManyRequests', 429, 3],
    ])(
      '%s with status %j of %j mailboxes ends after 15 minutes in all, while others go on',
      async (code, status, busy) => {
        const many = Array.from({ length: 100 }, (_, at) => `m${at}@contoso.com`);
        const answered = new Map<string, number>();
        const post = (_path: string, body: string): Promise<GraphResponse> => {
          const responses = [...body.matchAll(/\/(m(\d+))%40/g)].map(([, name = '', position], id) => {
            if (Number(position) < busy) {
              return { id: `${id}`, status, headers: { 'Retry-After': '400' }, body: { error: { code, message } } };
            }
            answered.set(name, Date.now());
            return { id: `${id}`, status: 200, body: {} };
          });
          return answer(200, JSON.stringify({ responses }));
        };
        const results = await finished(all(readerOf(many, post, { now: () => Date.now() })));
        expect(results.filter(({ status: result }) => result !== 'ok').map(({ status: result }) => result)).toEqual(
          Array.from({ length: busy }, () => 'throttled'),
        );
        expect(Date.now()).toBeLessThan(900_000 + 60_000);
        expect(Math.max(...answered.values())).toBeLessThan(1_000);
      },
    );
  });

  test('stops if Graph rejects several new tokens in a row', async () => {
    let requests = 0;
    const reject = (): Promise<GraphResponse> => {
      requests++;
      return answer(401, '{"error":{"code":"OrganizationFromTenantGuidNotFound","message":"No Exchange here."}}');
    };
    // One batch at a time: chance results the two when they are asked again, and a fourth could be under way.
    const reader = readerOf(two, reject, { limiter: new RateLimiter({ concurrency: 1, random: Math.random }) });
    const answers = await all(reader);
    expect(answers.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(reader.stoppedBy).toMatchObject({
      code: 'GRAPH_TOKEN_REJECTED',
      message: expect.stringContaining('OrganizationFromTenantGuidNotFound: No Exchange here.'),
    });
    expect(requests).toBe(3);
  });

  test('stops if no request gets a response beyond the no-progress timeout', async () => {
    const many = Array.from({ length: 5000 }, (_, at) => `m${at}@contoso.com`);
    let requests = 0;
    const refuse = (): Promise<GraphResponse> => {
      requests++;
      return Promise.reject(new Error('connect ECONNREFUSED'));
    };
    const answers = await all(readerOf(many, refuse, { noProgressTimeout: 0 }));
    expect(answers.at(-1)).toMatchObject({
      status: 'failed',
      error: 'Reading stopped after 0 s without a usable response. Last error: connect ECONNREFUSED',
    });
    expect(requests).toBeLessThan(200);
  });

  test.each([204, 302])('sends a batch once more that is answered with %i', async (status) => {
    let requests = 0;
    const oddTimes = (times: number) =>
      all(readerOf(two, (_path, body) => (requests++ < times ? answer(status, '') : emptyAnswers(body))));
    expect((await oddTimes(1)).map((each) => each.status)).toEqual(['ok', 'ok']);
    requests = 0;
    expect(await oddTimes(99)).toMatchObject([
      { status: 'failed', error: expect.stringContaining(String(status)) },
      { status: 'failed' },
    ]);
    expect(requests).toBeLessThanOrEqual(3);
  });

  test('sends the requests of a rejected batch one by one', async () => {
    const sizes: number[] = [];
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      const size = body.split('"method"').length - 1;
      sizes.push(size);
      if (size > 1 || body.includes('poison')) return answer(400, '{"error":{"code":"BadRequest","message":"Bad."}}');
      return answer(200, '{"responses":[{"id":"0","status":200,"body":{}}]}');
    };
    const answers = await all(readerOf(['a@contoso.com', 'poison@contoso.com', 'c@contoso.com'], post));
    expect(sizes).toEqual([3, 1, 1, 1]);
    expect(answers.map(({ status }) => status)).toEqual(['ok', 'failed', 'ok']);
  });

  test('throws the error of a bug, and leaves no rejection unhandled', async () => {
    const random = (): number => {
      throw new TypeError('no chance');
    };
    const post = () => answer(503, '');
    await expect(all(readerOf(two, post, { random }))).rejects.toThrow('no chance');
  });

  test('reports a mailbox as failed if its collector throws, and no other mailbox', async () => {
    const post = () =>
      answer(200, '{"responses":[{"id":"1","status":200,"body":{"b":1}},{"id":"0","status":200,"body":{"a":1}}]}');
    const accept = (body: Json): Json => {
      if (JSON.stringify(body) === '{"a":1}') throw new TypeError('no such column');
      return body;
    };
    expect(await all(readerOf(two, post, { queries: [settingsOf(accept)] }))).toMatchObject([
      { status: 'failed', error: 'no such column' },
      { status: 'ok', value: { b: 1 } },
    ]);
  });

  test('buffers no more responses behind a slow mailbox than the limit', async () => {
    const many = Array.from({ length: 300 }, (_, at) => `m${at}@contoso.com`);
    const requests: string[] = [];
    let requestedBefore: number | undefined;
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      const items = [...body.matchAll(/\/users\/(m\d+)%40/g)].map(([, name = '']) => name);
      const first = items.includes('m0') && !requests.includes('m0');
      if (items.includes('m0') && !first) requestedBefore = Math.max(...requests.map((name) => Number(name.slice(1))));
      requests.push(...items);
      const responses = items.map((name, id) =>
        first && name === 'm0'
          ? { id: String(id), status: 503, headers: { 'Retry-After': '0.1' }, body: {} }
          : { id: String(id), status: 200, body: { text: 'x'.repeat(100) } },
      );
      return answer(200, JSON.stringify({ responses }));
    };
    const limiter = new RateLimiter({ concurrency: 1, random: Math.random });
    const answers = await all(readerOf(many, post, { limiter, maxBuffered: 1_000 }));
    expect(requestedBefore).toBe(19);
    expect(answers.map(({ mailbox, status }) => [mailbox.address, status])).toEqual(many.map((name) => [name, 'ok']));
  });

  test('sends the requests of a batch one by one if the response is too long', async () => {
    const sizes: number[] = [];
    const tooLong = Object.assign(new Error('too long'), { code: 'UND_ERR_RES_EXCEEDED_MAX_SIZE' });
    const post = (_path: string, body: string): Promise<GraphResponse> => {
      const size = body.split('"method"').length - 1;
      sizes.push(size);
      if (size > 1) return Promise.reject(tooLong);
      return answer(200, '{"responses":[{"id":"0","status":200,"body":{}}]}');
    };
    expect((await all(readerOf(two, post))).map(({ status }) => status)).toEqual(['ok', 'ok']);
    expect(sizes).toEqual([2, 1, 1]);
  });
});

describe('against a tenant', () => {
  let credential: TestCredential;
  let dispatcher: Dispatcher;

  beforeAll(async () => {
    credential = await newCredential();
    dispatcher = newDispatcher({ connect: 2_000, headers: 2_000, body: 2_000, total: 60_000 });
  });
  afterAll(async () => {
    await dispatcher.destroy();
  });

  function clientOf(tenant: Tenant): GraphClient {
    const signal = new AbortController().signal;
    const certificate = readPkcs12(credential.pfx, credential.password, new Date());
    const { tenantId, clientId, authorityHost, graphUrl } = tenant;
    const names = { tenantId, clientId, authorityHost, graphUrl };
    const tokens = tokensByCertificate({
      ...thisMachine(),
      ...names,
      certificate,
      dispatcher,
      mask: () => undefined,
      signal,
    });
    return new GraphClient({ ...thisMachine(), graphUrl, dispatcher, tokens, signal });
  }

  /** Reads a tenant of so many mailboxes, of which the first ones have an error. */
  async function readWith(
    mailboxes: number,
    faulty: number,
    error: MailboxError,
    options: Partial<ReaderOptions<Json>> = {},
  ) {
    const tenant = await startTenant({ mailboxes, certificates: [credential.certificate] });
    const limiter = new RateLimiter({ concurrency: 'auto', random: Math.random });
    try {
      tenant.setFaults({ mailboxErrors: { [error]: tenant.addresses.slice(0, faulty) } });
      const client = clientOf(tenant);
      const start = performance.now();
      const reader = readerOf(tenant.addresses, (path, body) => client.post(path, body), { limiter, ...options });
      const answers = await all(reader);
      const { stoppedBy } = reader;
      const ms = performance.now() - start;
      return {
        answers: answers.slice(0, faulty),
        others: answers.slice(faulty),
        counts: tenant.counts,
        stoppedBy,
        limiter,
        ms,
      };
    } finally {
      await tenant.close();
    }
  }

  test.each<MailboxError>(['on-premises', 'on-premises-400'])(
    'mailboxes with the error %s cost no more requests than others without a mailbox',
    async (error) => {
      const { answers, others, counts } = await readWith(200, 20, error);
      const usual = await readWith(200, 20, 'not-enabled');
      expect(answers.map(({ status }) => status)).toEqual(usual.answers.map(({ status }) => status));
      expect(others.filter(({ status }) => status === 'ok').length).toBeGreaterThan(100);
      expect(counts.items).toBe(usual.counts.items);
      expect(counts.batches).toBe(usual.counts.batches);
      expect(counts.tokens).toBe(1);
    },
  );

  test('if no mailbox accepts the token, the error names both causes', async () => {
    const { answers, stoppedBy } = await readWith(5, 5, 'on-premises');
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['no-mailbox']));
    expect(stoppedBy).toMatchObject({ code: 'GRAPH_TOKEN_REJECTED', hint: expect.stringMatching(/on premises, or /) });
    expect((await readWith(6, 5, 'on-premises')).stoppedBy).toBeUndefined();
  });

  test.each<MailboxError>(['moving', 'stale'])(
    'stops after the no-progress timeout if only mailboxes with the error %s are left',
    async (error) => {
      const { answers, others, ms } = await readWith(60, 3, error, {
        noProgressTimeout: 500,
        backoff: { first: 400, longest: 800 },
      });
      expect(new Set(others.map(({ status }) => status))).not.toContain('failed');
      for (const result of answers) {
        expect(result).toMatchObject({ status: 'failed', error: expect.stringMatching(/being moved|is stale/) });
      }
      expect(ms).toBeGreaterThan(500);
      expect(ms).toBeLessThan(6_000);
    },
  );

  test('a mailbox with too many open objects pauses no other', async () => {
    const { answers, limiter } = await readWith(60, 3, 'too-many-objects');
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set(['throttled']));
    expect(limiter.throttling).toMatchObject({ waits: 0 });
  });

  const share = (most: number) => fc.double({ min: 0, max: most, noNaN: true });
  const anyFaults: fc.Arbitrary<Faults> = fc.record(
    {
      itemThrottle: fc.record({ rate: share(0.1), retryAfter: fc.constantFrom<0.02 | 'none'>(0.02, 'none') }),
      mailboxThrottle: fc.record({
        rate: share(0.3),
        times: fc.integer({ min: 1, max: 3 }),
        retryAfter: fc.constant(0.01),
      }),
      item503: fc.record({ rate: share(0.2) }),
      item504: fc.record({ rate: share(0.2), retryAfter: fc.constant(0.01) }),
      gatewayHtml: fc.record({ rate: share(0.2) }),
      html200: fc.record({ rate: share(0.2) }),
      reset: fc.record({ rate: share(0.2) }),
      missingAnswers: fc.record({ rate: share(0.2) }),
      duplicateAnswers: fc.record({ rate: share(0.5) }),
      malformedJson: fc.record({ rate: share(0.2) }),
    },
    { requiredKeys: [] },
  );

  test('yields each mailbox once, in order, with its own values, for any list and any faults', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 9999 }),
        fc.array(fc.nat({ max: 299 }), { maxLength: 120 }),
        anyFaults,
        async (seed, positions, faults) => {
          const tenant = await startTenant({ mailboxes: 300, seed, certificates: [credential.certificate], faults });
          try {
            // Strangers stand among them: nobody has such an address.
            const wanted = [...new Set(positions)].map((position) => tenant.addresses[position] ?? '');
            const addresses = wanted.flatMap((address, at) =>
              at % 7 === 3 ? [address, `nobody${at}@contoso.com`] : [address],
            );
            const client = clientOf(tenant);
            const answers = await all(readerOf(addresses, (path, body) => client.post(path, body)));
            expect(answers.map(({ mailbox }) => mailbox.address)).toEqual(addresses);
            for (const found of answers) {
              const expected = tenant.expected(found.mailbox.address);
              // Faults may outlast the attempts, but the values of mailboxes must not be swapped.
              const unreadable = [expected.status, 'throttled', 'failed'].filter((status) => status !== 'ok');
              const right =
                found.status === 'ok'
                  ? isDeepStrictEqual(found.value, expected.settings)
                  : unreadable.includes(found.status);
              expect({ found, right }).toEqual({ found, right: true });
            }
          } finally {
            await tenant.close();
          }
        },
      ),
      { numRuns: 20 },
    );
  });
});
