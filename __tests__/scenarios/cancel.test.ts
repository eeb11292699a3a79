import { readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import type { Tenant } from '../../tenant/tenant.ts';
import { UPLOADED, type ActionRun, type StartedRun } from '../support/action-run.ts';
import { expectedRow, withoutError } from '../support/expected-row.ts';
import { describeWithSignals } from '../support/platform.ts';
import { scenarios, until } from '../support/scenario.ts';
import { unzipped } from '../support/zip.ts';

const { newTenant, run } = scenarios(UPLOADED);

/** Runs the action, and cancels it once a condition is true. */
async function cancelled(
  tenant: Tenant,
  moment: () => boolean,
  inputs: Readonly<Record<string, string>> = {},
): Promise<ActionRun> {
  const during = async ({ kill }: StartedRun): Promise<void> => {
    await until(moment);
    kill('SIGINT');
  };
  return run(tenant, { inputs, during });
}

/** What an upload may still take depends on the machine. */
const WITHOUT_UPLOAD = { 'artifact-name': '' };

function expectWholeReport({ rows }: ActionRun, tenant: Tenant): void {
  expect(rows.map(({ MailboxName }) => MailboxName)).toEqual(tenant.addresses);
  const unreadable = rows.filter(({ Status }) => Status === 'cancelled');
  expect(unreadable.length).toBeGreaterThan(tenant.addresses.length / 2);
  const read = rows.filter(({ Status }) => Status === 'ok');
  expect(read.length).toBeGreaterThan(10);
  const wanted = read.map(({ MailboxName = '' }) => expectedRow(MailboxName, tenant.expected(MailboxName)));
  expect(read.map(withoutError)).toEqual(wanted);
}

// Sequential, because a run has a few seconds to end. stop-signals.test.ts tests the 7.5 s of a runner with fake timers.
describeWithSignals('a run that is cancelled', () => {
  test('ends in time with the CSV on disk if the artifact service hangs', async () => {
    const tenant = await newTenant({ mailboxes: 1200, latency: { batch: 300 }, artifacts: { hang: true } });
    const result = await cancelled(tenant, () => tenant.counts.batches >= 25);
    expect(result).toMatchObject({ code: 1, signal: null, outputs: { result: 'error', 'mailbox-count': '1200' } });
    expectWholeReport(result, tenant);
    expect(result.errors).toHaveLength(1);
    expect(result.errors[0]?.message).toContain(result.outputs['output-directory']);
    expect(result.summary).toMatch(/^## Mailbox Report: error \(cancelled\)/);
  });

  test.each([
    ['SIGINT', []],
    ['SIGTERM', ['SIGINT']],
  ] as const)(
    'by %s while reading ends in time, with a complete report, and ignores further signals: %j',
    async (signal, further) => {
      const tenant = await newTenant({ mailboxes: 1200, latency: { batch: 300 } });
      const result = await run(tenant, {
        during: async ({ kill }) => {
          await until(() => tenant.counts.batches >= 25);
          kill(signal);
          await new Promise((resolve) => setTimeout(resolve, 20));
          for (const next of further) kill(next);
        },
      });
      expect(result).toMatchObject({ code: 1, signal: null, stderr: '', outputs: { result: 'incomplete' } });
      expectWholeReport(result, tenant);
      const unreadable = result.rows.filter(({ Status }) => Status !== 'ok').length;
      expect(result.outputs).toMatchObject({
        'unreadable-count': String(unreadable),
        'read-count': String(1200 - unreadable),
      });
      expect(result.errors).toEqual([
        expect.objectContaining({ message: expect.stringContaining('cancelled'), level: 'error' }),
      ]);
      expect(result.summary).toMatch(/^## Mailbox Report: incomplete \(cancelled\)/);
      const [artifact, ...others] = tenant.artifacts();
      expect(others).toEqual([]);
      const csv = await readFile(result.outputs['csv-path'] ?? '');
      expect(unzipped(artifact?.bytes).get('mailbox-settings.csv')).toEqual(csv);
      expect(result.outputs['artifact-id']).toBe(String(artifact?.id));
      // Only requests in preparation are sent after the signal.
      expect(tenant.counts.batches).toBeLessThan(90);
    },
  );

  test('is no pass before the mailboxes of the tenant are listed', async () => {
    const tenant = await newTenant({ mailboxes: 3, latency: { exchange: 1500 } });
    const result = await run(tenant, {
      inputs: { mailboxes: 'all', report: 'client-access' },
      during: async ({ kill }) => {
        await until(() => tenant.counts.exchangeRequests > 0);
        kill('SIGINT');
      },
    });
    expect(result).toMatchObject({ code: 1, signal: null, outputs: { result: 'error' } });
    expect(result.outputs).not.toHaveProperty('unlisted-count');
    expect(result.errors).toMatchObject([{ message: expect.stringMatching(/cancelled before .* were listed/) }]);
  });

  test('ends at once during a Retry-After', async () => {
    const tenant = await newTenant({ mailboxes: 100, faults: { batch429: { rate: 1, retryAfter: 600 } } });
    const result = await cancelled(tenant, () => tenant.counts.refused > 0, WITHOUT_UPLOAD);
    expect(result).toMatchObject({
      code: 1,
      signal: null,
      outputs: { result: 'incomplete', 'unreadable-count': '100' },
    });
    expect(new Set(result.rows.map(({ Status }) => Status))).toEqual(new Set(['cancelled']));
  });

  test('reports every mailbox as unreadable if it was signing in', async () => {
    const tenant = await newTenant({ mailboxes: 100, latency: { token: 5_000 } });
    const result = await cancelled(tenant, () => tenant.counts.tokens > 0, WITHOUT_UPLOAD);
    expect(result).toMatchObject({
      code: 1,
      signal: null,
      outputs: { result: 'incomplete', 'unreadable-count': '100' },
    });
    expect(new Set(result.rows.map(({ Status }) => Status))).toEqual(new Set(['cancelled']));
    expect(tenant.counts.batches).toBe(0);
  });
});
