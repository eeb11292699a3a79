import { describe, expect, test } from '@jest/globals';
import type { Faults } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectRightRows } from '../support/right-rows.ts';

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
