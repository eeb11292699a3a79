import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { startTenant, type Faults, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { at, listAt } from './collection-reader.ts';
import { batchOf, post, signIn, type Answer } from './sign-in.ts';

type Ask = (addresses?: readonly string[]) => Promise<Answer>;

let certificate: TestCertificate;
const tenants: Tenant[] = [];

beforeAll(async () => {
  certificate = await makeCertificate();
});
afterAll(() => Promise.all(tenants.map((each) => each.close())));

/** A tenant, and a batch for its first or the given addresses. */
async function start(options: TenantOptions = {}): Promise<{ readonly tenant: Tenant; readonly ask: Ask }> {
  const tenant = await startTenant({ mailboxes: 100, certificates: [certificate.pem], log: true, ...options });
  tenants.push(tenant);
  const token = await signIn(tenant, certificate);
  return {
    tenant,
    ask: (addresses = tenant.addresses.slice(0, 20)) => post(tenant, token, '/v1.0/$batch', batchOf(addresses)),
  };
}

/** The status codes of a batch, each once, with that of the batch first. */
function statusesOf({ status, body }: Answer): readonly unknown[] {
  return [...new Set([status, ...listAt(body, 'responses').map((one) => property(one, 'status'))])];
}

function waitsOf({ body }: Answer): readonly unknown[] {
  return [...new Set(listAt(body, 'responses').map((one) => at(one, 'headers', 'Retry-After')))];
}

/** What a scenario says of a fault has no meaning if the tenant does not have the fault. */
test('a fault is in the response, or instead of it', async () => {
  const { tenant, ask } = await start();
  const withFaults = (faults: Faults): Promise<Answer> => {
    tenant.setFaults(faults);
    return ask();
  };
  const throttled = await withFaults({ itemThrottle: { rate: 1, retryAfter: 2.128 } });
  expect([statusesOf(throttled), waitsOf(throttled)]).toEqual([[200, 429], ['2.128']]);
  const unavailable = await withFaults({ item503: { rate: 1, retryAfter: 'none' } });
  expect([statusesOf(unavailable), waitsOf(unavailable)]).toEqual([[200, 503], [undefined]]);
  const late = await withFaults({ item504: { rate: 1, retryAfter: { date: 500 } } });
  // A second may pass between the items.
  expect(String(waitsOf(late).at(-1))).toMatch(/^\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT$/);
  expect(statusesOf(await withFaults({ mailboxThrottle: { rate: 1, times: 1, retryAfter: 1 } }))).toEqual([200, 429]);
  expect(statusesOf(await ask())).not.toContain(429);
  expect((await withFaults({ missingAnswers: { rate: 1 } })).body).toEqual({ responses: [] });
  const refused = await withFaults({ batch429: { first: 1, retryAfter: 3 } });
  expect([refused.status, refused.headers.get('retry-after'), (await ask()).status]).toEqual([429, '3', 200]);
  expect(await withFaults({ gatewayHtml: { rate: 1 } })).toMatchObject({ text: expect.stringContaining('<html>') });
  const page = await withFaults({ html200: { first: 1 } });
  expect([page.status, page.text]).toEqual([200, expect.stringContaining('<!DOCTYPE html>')]);
  const { text } = await withFaults({ malformedJson: { first: 1 } });
  expect(() => parseJson(text)).toThrow('not JSON');
  await expect(withFaults({ reset: { first: 1 } })).rejects.toThrow(/fetch failed|terminated/);
  const began = performance.now();
  await withFaults({ slowBody: { first: 1, ms: 120 } });
  expect(performance.now() - began).toBeGreaterThan(100);
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
