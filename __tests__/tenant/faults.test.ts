import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { at, listAt } from './collection-reader.ts';
import { batchOf, get, post, signIn, type Answer } from './sign-in.ts';

type Ask = (addresses?: readonly string[]) => Promise<Answer>;

let certificate: TestCertificate;
/** The tenant whose faults tests set, and a batch for its first or the given addresses. */
let tenant: Tenant;
let ask: Ask;
const tenants: Tenant[] = [];

beforeAll(async () => {
  certificate = await makeCertificate();
  ({ tenant, ask } = await start());
});
afterAll(() => Promise.all(tenants.map((each) => each.close())));

async function start(options: TenantOptions = {}): Promise<{ readonly tenant: Tenant; readonly ask: Ask }> {
  const started = await startTenant({ mailboxes: 100, certificates: [certificate.pem], log: true, ...options });
  tenants.push(started);
  const token = await signIn(started, certificate);
  return {
    tenant: started,
    ask: (addresses = started.addresses.slice(0, 20)) => post(started, token, '/v1.0/$batch', batchOf(addresses)),
  };
}

function counted({ body }: Answer, status: number, code?: string): number {
  return listAt(body, 'responses').filter(
    (one) => property(one, 'status') === status && (code === undefined || at(one, 'body', 'error', 'code') === code),
  ).length;
}

function waits({ body }: Answer): readonly (Json | undefined)[] {
  return [...new Set(listAt(body, 'responses').map((one) => at(one, 'headers', 'Retry-After')))];
}

describe('an item of a batch', () => {
  test('is throttled at a rate, in the same way in every tenant of a seed', async () => {
    const refusals = async (seed: number): Promise<readonly number[]> => {
      const each = await start({ seed, faults: { itemThrottle: { rate: 0.5, retryAfter: 2.128 } } });
      const unknown = Array.from({ length: 20 }, (_, id) => `nobody${id}@contoso.com`);
      const answers = [await each.ask(unknown), await each.ask(unknown), await each.ask(unknown)];
      expect(waits(answers[0] ?? (await each.ask()))).toContain('2.128');
      return answers.map((answer) => counted(answer, 429, 'TooManyRequests'));
    };
    const seven = await refusals(7);
    expect([Math.min(...seven) > 3, Math.max(...seven) < 17, new Set(seven).size > 1]).toEqual([true, true, true]);
    expect(await refusals(7)).toEqual(seven);
    expect(await refusals(8)).not.toEqual(seven);
  });

  test('is unavailable or times out at a rate, without or with a date in Retry-After', async () => {
    tenant.setFaults({ item503: { rate: 1, retryAfter: 'none' } });
    const unavailable = await ask();
    expect([counted(unavailable, 503, 'UnknownError'), waits(unavailable)]).toEqual([20, [undefined]]);
    tenant.setFaults({ item504: { rate: 1, retryAfter: { date: 500 } } });
    expect(waits(await ask())).toEqual([expect.stringMatching(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/)]);
  });

  test('of a busy mailbox is throttled a number of times, and of others always', async () => {
    tenant.setFaults({
      mailboxThrottle: { addresses: ['X@contoso.com'], times: 2, retryAfter: 1 },
      alwaysThrottled: { addresses: ['y@contoso.com'], retryAfter: 0.1 },
      alwaysUnavailable: { addresses: ['z@contoso.com'] },
    });
    const seen: number[][] = [];
    for (let time = 0; time < 3; time++) {
      const answer = await ask(['x@contoso.com', 'y@contoso.com', 'z@contoso.com']);
      seen.push([counted(answer, 429, 'ApplicationThrottled'), counted(answer, 503), counted(answer, 404)]);
    }
    expect(seen).toEqual([
      [2, 1, 0],
      [2, 1, 0],
      [1, 1, 1],
    ]);
    tenant.setFaults({ mailboxThrottle: { rate: 0.5, times: 1, retryAfter: 1 } });
    const refused = counted(await ask(), 429, 'ApplicationThrottled');
    expect([refused > 2, refused < 18, counted(await ask(), 429)]).toEqual([true, true, 0]);
  });

  test('may be missing from the response, or in it twice', async () => {
    tenant.setFaults({ missingAnswers: { rate: 1 } });
    expect((await ask()).body).toEqual({ responses: [] });
    tenant.setFaults({ duplicateAnswers: { rate: 1 } });
    expect(listAt((await ask()).body, 'responses')).toHaveLength(40);
  });
});

describe('a request', () => {
  test('is throttled at first, or every third time', async () => {
    tenant.setFaults({ batch429: { first: 1, retryAfter: 3 } });
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after'), (await ask()).status]).toEqual([429, '3', 200]);
    const other = await start({ faults: { batch429: { every: 3, retryAfter: 1.5 } } });
    const statuses: number[] = [];
    for (let request = 0; request < 6; request++) statuses.push((await other.ask()).status);
    expect(statuses).toEqual([200, 200, 429, 200, 200, 429]);
  });

  test('outside a batch has faults too', async () => {
    tenant.setFaults({ batch503: { rate: 1, retryAfter: 1 } });
    const answer = await get(tenant, 'any', '/v1.0/users/x/mailboxSettings');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('may get the page of a gateway, also with the status 200', async () => {
    tenant.setFaults({ gatewayHtml: { rate: 1 } });
    const seen = new Set<number>();
    for (let time = 0; time < 12; time++) {
      const { status, text } = await ask();
      seen.add(status);
      expect(text).toContain('<html>');
    }
    expect([...seen].toSorted()).toEqual([502, 504]);
    tenant.setFaults({ html200: { first: 1 } });
    const { status, text } = await ask();
    expect([status, text.startsWith('<!DOCTYPE html>')]).toEqual([200, true]);
  });

  test('loses its connection, before the response or within it', async () => {
    tenant.setFaults({ reset: { first: 12 } });
    const errors = new Set<string>();
    for (let time = 0; time < 12; time++) {
      errors.add(
        await ask().then(
          ({ status }) => `answered ${status}`,
          (error: unknown) => String(error),
        ),
      );
    }
    // The errors of fetch for a missing and for an incomplete response.
    expect([...errors].toSorted()).toEqual(['TypeError: fetch failed', 'TypeError: terminated']);
    expect(tenant.log.filter(({ status }) => status === 0)).toHaveLength(12);
  });

  test('may get no response, half of its JSON, or its body slowly', async () => {
    tenant.setFaults({ hang: { addresses: ['x@contoso.com'] } });
    const signal = AbortSignal.timeout(150);
    const url = `${tenant.graphUrl}/v1.0/users/X%40contoso.com/mailboxSettings`;
    await expect(fetch(url, { signal })).rejects.toThrow('timeout');
    tenant.setFaults({ malformedJson: { first: 1 } });
    const { status, text } = await ask();
    expect([status, text.startsWith('{"responses":[')]).toEqual([200, true]);
    expect(() => parseJson(text)).toThrow('not JSON');
    tenant.setFaults({ slowBody: { first: 1, ms: 120 } });
    const began = performance.now();
    expect(listAt((await ask()).body, 'responses')).toHaveLength(20);
    expect(performance.now() - began).toBeGreaterThan(100);
  });
});

test('requests are counted as early during a Retry-After, of the mailbox or of all', async () => {
  let now = Date.now();
  const mailboxThrottle = { addresses: ['x@contoso.com'], times: 1, retryAfter: 10 };
  const { tenant: running, ask: send } = await start({
    clock: () => now,
    faults: { mailboxThrottle, batch429: { first: 1, retryAfter: 1 } },
  });
  const early: number[] = [];
  for (const [passed, ...addresses] of [
    [0, 'y'],
    [200, 'y'],
    [100, 'y', 'z'],
    [1000, 'x', 'y'],
    [1000, 'y'],
    [0, 'x', 'y'],
    [10_000, 'x'],
  ] as const) {
    now += passed;
    await send(addresses.map((name) => `${name}@contoso.com`));
    early.push(running.counts.early);
  }
  expect(early).toEqual([0, 0, 2, 2, 2, 3, 3]);
});
