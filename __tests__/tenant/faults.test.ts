import { afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json } from '../../src/json.ts';
import { startTenant, type Faults, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { batchOf, get, post, signIn, type Answer } from './sign-in.ts';

let certificate: TestCertificate;
let tenant: Tenant | undefined;

beforeAll(async () => {
  certificate = await makeCertificate();
});

afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});

interface Running {
  readonly tenant: Tenant;
  /** Sends a batch for the first addresses, or for those given. */
  readonly ask: (addresses?: readonly string[]) => Promise<Answer>;
}

async function start(faults: Faults, options: TenantOptions = {}): Promise<Running> {
  const running = await startTenant({ mailboxes: 100, certificates: [certificate.pem], faults, log: true, ...options });
  tenant = running;
  const token = await signIn(running, certificate);
  const ask = async (addresses: readonly string[] = running.addresses.slice(0, 20)): Promise<Answer> =>
    post(running, token, '/v1.0/$batch', batchOf(addresses));
  return { tenant: running, ask };
}

function answers({ body }: Answer): Json[] {
  const list = property(body, 'responses');
  return Array.isArray(list) ? list : [];
}

function counted(answer: Answer, status: number, code?: string): number {
  return answers(answer).filter(
    (one) =>
      property(one, 'status') === status &&
      (code === undefined || property(property(property(one, 'body'), 'error'), 'code') === code),
  ).length;
}

function waits(answer: Answer): (Json | undefined)[] {
  return [...new Set(answers(answer).map((one) => property(property(one, 'headers'), 'Retry-After')))];
}

describe('an item', () => {
  test('is throttled at a rate, independently at each attempt', async () => {
    const { tenant: running, ask } = await start({ itemThrottle: { rate: 0.5, retryAfter: 2.128 } });
    const [first, second] = [await ask(), await ask()];
    expect(counted(first, 429, 'TooManyRequests')).toBeGreaterThan(3);
    expect(counted(first, 429)).toBeLessThan(17);
    expect(waits(first)).toContain('2.128');
    const refused = (answer: Answer): (Json | undefined)[] =>
      answers(answer)
        .filter((one) => property(one, 'status') === 429)
        .map((one) => property(one, 'id'))
        .toSorted();
    expect(refused(first)).not.toEqual(refused(second));
    expect(running.counts.refused).toBe(counted(first, 429) + counted(second, 429));
  });

  test('has the same faults in every tenant of a seed', async () => {
    const statuses = async (seed: number): Promise<(Json | undefined)[]> => {
      const { tenant: running, ask } = await start({ item503: { rate: 0.5 } }, { seed });
      const answer = await ask(Array.from({ length: 20 }, (_, id) => `nobody${id}@contoso.com`));
      await running.close();
      return answers(answer)
        .toSorted((one, other) => Number(property(one, 'id')) - Number(property(other, 'id')))
        .map((one) => property(one, 'status'));
    };
    expect(await statuses(7)).toEqual(await statuses(7));
    expect(await statuses(7)).not.toEqual(await statuses(8));
  });

  test('is unavailable at a rate', async () => {
    const { ask } = await start({ item503: { rate: 1, retryAfter: 'none' } });
    const answer = await ask();
    expect(counted(answer, 503, 'UnknownError')).toBe(20);
    expect(waits(answer)).toEqual([undefined]);
  });

  test('times out at a rate', async () => {
    const { ask } = await start({ item504: { rate: 1, retryAfter: { date: 500 } } });
    const [wait, ...more] = waits(await ask());
    expect(more).toEqual([]);
    expect(wait).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
    expect(Date.parse(typeof wait === 'string' ? wait : '') - Date.now()).toBeGreaterThan(300_000);
  });

  test('of a busy mailbox is throttled a number of times', async () => {
    const addresses = ['x@contoso.com', 'y@contoso.com'];
    const mailboxThrottle = { addresses: ['X@contoso.com'], times: 2, retryAfter: 1 };
    const { ask } = await start({ mailboxThrottle });
    const refusals: number[] = [];
    for (let time = 0; time < 3; time++) refusals.push(counted(await ask(addresses), 429, 'ApplicationThrottled'));
    expect(refusals).toEqual([1, 1, 0]);
  });

  test('of a fraction of mailboxes is throttled a number of times', async () => {
    const { ask } = await start({ mailboxThrottle: { rate: 0.5, times: 1, retryAfter: 1 } });
    const refused = counted(await ask(), 429, 'ApplicationThrottled');
    expect([refused > 2, refused < 18, counted(await ask(), 429)]).toEqual([true, true, 0]);
  });

  test('may be throttled or unavailable permanently', async () => {
    const { ask } = await start({
      alwaysThrottled: { addresses: ['x@contoso.com'], retryAfter: 0.1 },
      alwaysUnavailable: { addresses: ['y@contoso.com'] },
    });
    for (let time = 0; time < 3; time++) {
      const answer = await ask(['x@contoso.com', 'y@contoso.com', 'z@contoso.com']);
      expect([counted(answer, 429, 'ApplicationThrottled'), counted(answer, 503), counted(answer, 404)]).toEqual([
        1, 1, 1,
      ]);
    }
  });

  test('may be missing from the response, or in it twice', async () => {
    const { tenant: running, ask } = await start({ missingAnswers: { rate: 1 } });
    expect((await ask()).body).toEqual({ responses: [] });
    running.setFaults({ duplicateAnswers: { rate: 1 } });
    expect(answers(await ask())).toHaveLength(40);
    running.setFaults({});
    expect(answers(await ask())).toHaveLength(20);
  });
});

describe('a request', () => {
  test('is throttled, and then served', async () => {
    const { tenant: running, ask } = await start({ batch429: { first: 1, retryAfter: 3 } });
    const refused = await ask();
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3']);
    expect((await ask()).status).toBe(200);
    expect(running.counts).toMatchObject({ batches: 2, items: 40, refused: 20 });
  });

  test('is throttled every third time, and the pauses are counted once', async () => {
    let now = Date.now();
    const clock = () => now;
    const { tenant: running, ask } = await start({ batch429: { every: 3, retryAfter: 1.5 } }, { clock });
    const statuses: number[] = [];
    for (let request = 0; request < 9; request++) {
      if (request === 6) now += 3000;
      statuses.push((await ask()).status);
    }
    expect(statuses).toEqual([200, 200, 429, 200, 200, 429, 200, 200, 429]);
    expect(running.counts).toMatchObject({ refused: 60, pausedMs: 3000 });
  });

  test('outside a batch has faults too', async () => {
    const { tenant: running } = await start({ batch503: { rate: 1, retryAfter: 1 } });
    const answer = await get(running, 'any', '/v1.0/users/x/mailboxSettings');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1']);
  });

  test('may get the page of a gateway', async () => {
    const { tenant: running, ask } = await start({ gatewayHtml: { rate: 1 } });
    const seen = new Set<number>();
    for (let time = 0; time < 12; time++) {
      const { status, text } = await ask();
      seen.add(status);
      expect(text).toContain('<html>');
    }
    expect([...seen].toSorted()).toEqual([502, 504]);
    running.setFaults({ html200: { first: 1 } });
    const { status, text } = await ask();
    expect([status, text.startsWith('<!DOCTYPE html>')]).toEqual([200, true]);
  });

  test('loses its connection, before the response or within it', async () => {
    const { tenant: running, ask } = await start({ reset: { first: 12 } });
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
    expect((await ask()).status).toBe(200);
    expect(running.log.filter(({ status }) => status === 0)).toHaveLength(12);
  });

  test('may get no response', async () => {
    const { tenant: running } = await start({ hang: { addresses: ['x@contoso.com'] } });
    const hanging = fetch(`${running.graphUrl}/v1.0/users/X%40contoso.com/mailboxSettings`, {
      signal: AbortSignal.timeout(150),
    });
    await expect(hanging).rejects.toThrow('timeout');
    expect((await fetch(`${running.graphUrl}/v1.0/users/y/mailboxSettings`)).status).toBe(401);
  });

  test('may get half of its JSON', async () => {
    const { ask } = await start({ malformedJson: { first: 1 } });
    const { status, text } = await ask();
    expect([status, text.startsWith('{"responses":[')]).toEqual([200, true]);
    expect(() => parseJson(text)).toThrow('not JSON');
  });

  test('may get its body slowly, but complete', async () => {
    const { ask } = await start({ slowBody: { first: 1, ms: 120 } });
    const began = performance.now();
    expect(answers(await ask())).toHaveLength(20);
    expect(performance.now() - began).toBeGreaterThan(100);
  });
});

describe('early requests', () => {
  test('are counted during a Retry-After, of the mailbox or of all', async () => {
    let now = Date.now();
    const clock = (): number => now;
    const mailboxThrottle = { addresses: ['x@contoso.com'], times: 1, retryAfter: 10 };
    const { tenant: running, ask } = await start({ mailboxThrottle, batch429: { first: 1, retryAfter: 1 } }, { clock });
    await ask(['y@contoso.com']);
    now += 200;
    await ask(['y@contoso.com']);
    expect(running.counts.early).toBe(0);
    now += 100;
    await ask(['y@contoso.com', 'z@contoso.com']);
    expect(running.counts.early).toBe(2);
    now += 1000;
    await ask(['x@contoso.com', 'y@contoso.com']);
    now += 1000;
    await ask(['y@contoso.com']);
    expect(running.counts.early).toBe(2);
    await ask(['x@contoso.com', 'y@contoso.com']);
    expect(running.counts.early).toBe(3);
    now += 10_000;
    await ask(['x@contoso.com']);
    expect(running.counts.early).toBe(3);
  });
});
