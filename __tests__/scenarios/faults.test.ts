import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Faults, RetryAfter, Tenant } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectRightRows } from '../support/right-rows.ts';
import type { RunOutcome } from '../support/action-run.ts';

describe('faults of Graph', () => {
  const { newTenant, run, runPackaged } = inProcessScenarios();

  const inputs = { 'max-unreadable': '100%' };

  const FAULTS: readonly (readonly [string, Faults])[] = [
    ['connections are cut', { reset: { first: 4 } }],
    ['batches are refused as a whole, without a Retry-After', { batch503: { first: 4 } }],
  ];

  test('reports mailboxes with two responses in a batch as failed, and reads the others', async () => {
    const tenant = await newTenant({ mailboxes: 60, faults: { duplicateAnswers: { rate: 0.2 } } });
    const result = await run(tenant);
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
    const failed = result.rows.filter(({ Status }) => Status === 'failed');
    expect(failed.length).toBeGreaterThan(3);
    for (const row of failed) expect(row.Error).toContain('two responses');
    const others = result.rows.filter(({ Status }) => Status !== 'failed');
    expect(others.length).toBeGreaterThan(20);
    for (const { MailboxName = '', Status } of others) expect(Status).toBe(tenant.expected(MailboxName).status);
  });

  describe('every row is correct in spite of faults', () => {
    test('everything goes wrong at once', async () => {
      const faults: Faults = {
        reset: { rate: 0.06 },
        gatewayHtml: { rate: 0.06 },
        html200: { rate: 0.06 },
        malformedJson: { rate: 0.06 },
        slowBody: { rate: 0.1, ms: 100 },
        item503: { rate: 0.02 },
        item504: { rate: 0.02 },
        itemThrottle: { rate: 0.005, retryAfter: 0.2 },
        mailboxThrottle: { rate: 0.03, times: 1, retryAfter: 0.2 },
        missingAnswers: { rate: 0.02 },
      };
      const tenant = await newTenant({ mailboxes: 200, seed: 2, faults });
      const result = await runPackaged(tenant, { inputs });
      expect(result).toMatchObject({ code: 0, stderr: '', errors: [] });
      expectRightRows(result, tenant);
    });

    test.each(FAULTS)('%s', async (_, faults) => {
      const tenant = await newTenant({ mailboxes: 200, seed: 2, faults });
      const result = await run(tenant, { inputs });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expectRightRows(result, tenant);
    });
  });

  test('retries only failed requests', async () => {
    const tenant = await newTenant({ mailboxes: 240, faults: { item503: { rate: 0.05, retryAfter: 0.1 } } });
    const result = await run(tenant, { inputs });
    expectRightRows(result, tenant);
    expect(tenant.counts.items).toBeGreaterThan(240);
    expect(tenant.counts.items).toBeLessThan(280);
  });

  test('finds addresses with characters that URLs must escape', async () => {
    const tenant = await newTenant({ mailboxes: 260 });
    const odd = tenant.addresses.filter((address) => /[$#%&'+]/.test(address));
    expect(odd.length).toBeGreaterThan(5);
    const result = await run({ ...tenant, addresses: odd }, { inputs });
    const statuses = result.rows.map(({ MailboxName, Status }) => [MailboxName, Status]);
    expect(statuses).toEqual(odd.map((address) => [address, tenant.expected(address).status]));
  });
});

describe('throttling', () => {
  const { newTenant, run, runPackaged } = inProcessScenarios();

  const inputs = { 'max-unreadable': '100%' };

  const WAYS: readonly (readonly [string, RetryAfter])[] = [
    ['in seconds', 1],
    ['not at all', 'none'],
  ];

  // It waits for long, during which the other tests run.
  let slow: Promise<{ readonly tenant: Tenant; readonly result: RunOutcome }>;
  beforeAll(() => {
    slow = newTenant({ faults: { batch429: { rate: 1, retryAfter: 0.1 } } }).then(async (tenant) => ({
      tenant,
      result: await runPackaged(tenant),
    }));
  });

  describe('a tenant that throttles', () => {
    test.each(WAYS)('items and whole batches, with the wait %s, is waited for', async (_, retryAfter) => {
      const faults = { itemThrottle: { rate: 0.01, retryAfter }, batch429: { rate: 0.15, retryAfter } };
      const tenant = await newTenant({ mailboxes: 200, log: true, faults, inFlightMs: 2000 });
      const result = await run(tenant, { inputs });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expect(tenant.counts.early).toBe(0);
      const refusedBatches = tenant.log.filter(({ kind, status }) => kind === 'batch' && status === 429).length;
      expect(refusedBatches).toBeGreaterThan(0);
      expect(tenant.counts.refused).toBeGreaterThan(refusedBatches * 20);
      expectRightRows(result, tenant);
    });

    test('by a limit gets only the rejected requests again, at a lower rate', async () => {
      // The first window of 24 batches is over the limit, however slow the machine is.
      const limit = { requests: 300, per: 1000, retryAfter: 3 };
      const tenant = await newTenant({ mailboxes: 1200, limit, inFlightMs: 2000, latency: { batch: 20 } });
      const result = await run(tenant, { inputs });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expectRightRows(result, tenant);
      expect(tenant.counts.early).toBe(0);
      expect(tenant.counts.refused).toBeGreaterThan(0);
      expect(tenant.counts.items).toBe(1200 + tenant.counts.refused);
      // All 24 batches may be in flight at the first refusal. After it, the rate is known.
      expect(tenant.counts.refused).toBeLessThan(1000);
      expect(result.log).toMatch(/\d waits?$/m);
      expect(result.summary).toMatch(/Throttling: \d+ waits?, .* refused/);
    });

    test('one mailbox delays only that mailbox', async () => {
      const [busy = ''] = (await newTenant()).addresses;
      const tenant = await newTenant({
        mailboxes: 200,
        log: true,
        faults: { mailboxThrottle: { addresses: [busy], times: 1, retryAfter: 3 } },
      });
      const result = await run(tenant, { inputs });
      expect(result.code).toBe(0);
      expectRightRows(result, tenant);
      expect(tenant.counts).toMatchObject({ early: 0, refused: 1, items: 201, batches: 11 });
      const batches = tenant.log.filter(({ kind }) => kind === 'batch');
      const [first, last] = [batches[0]?.time ?? 0, batches.at(-1)?.time ?? 0];
      // All other mailboxes are read first. Otherwise the retry would share a batch with some.
      expect(batches.at(-1)?.items).toBe(1);
      expect(last - first).toBeGreaterThanOrEqual(3000);
      expect(result.log).not.toMatch(/\d waits?$/m);
    });
  });

  describe('a mailbox without a response', () => {
    test('at first is read in the end, and so are many of them', async () => {
      const faults: Faults = { mailboxThrottle: { rate: 0.3, times: 2, retryAfter: 0.25 } };
      const tenant = await newTenant({ mailboxes: 300, faults });
      const result = await run(tenant, { inputs });
      expect(result.code).toBe(0);
      expectRightRows(result, tenant);
    });

    test('at all is throttled or failed, with the error of Graph, and the others are read', async () => {
      const { addresses } = await newTenant();
      const [throttled = '', unavailable = ''] = addresses;
      const tenant = await newTenant({
        faults: {
          alwaysThrottled: { addresses: [throttled], retryAfter: 0.1 },
          alwaysUnavailable: { addresses: [unavailable], retryAfter: 0.1 },
        },
      });
      const result = await run(tenant);
      expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete' } });
      expect(result.rows[0]).toMatchObject({
        Status: 'throttled',
        Error: expect.stringContaining('ApplicationThrottled'),
      });
      expect(result.rows[1]).toMatchObject({ Status: 'failed', Error: expect.stringContaining('UnknownError') });
      expect(result.rows.slice(2).map(({ Status }) => Status)).toEqual(
        addresses.slice(2).map((address) => tenant.expected(address).status),
      );
      expect(tenant.counts.items).toBe(60 + 2 * 6);
      expect(result.summary).toMatch(/\| `throttled` \| 1 mailbox \|/);
      expect(result.summary).toMatch(/\| `failed` \| 1 mailbox \|/);
    });
  });

  test('a tenant that rejects everything leaves every mailbox throttled, after few requests', async () => {
    const { tenant, result } = await slow;
    expect(result).toMatchObject({ code: 1, outputs: { result: 'incomplete', 'unreadable-count': '60' } });
    expect(new Set(result.rows.map(({ Status }) => Status))).toEqual(new Set(['throttled']));
    expect(tenant.counts.batches).toBeLessThan(60);
  });
});
