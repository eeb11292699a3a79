import { describe, expect, test } from '@jest/globals';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run } = inProcessScenarios(UPLOADED);

/** A tenant of 100 mailboxes, and the number of unreadable ones. */
async function hundred() {
  const tenant = await newTenant({ mailboxes: 100 });
  const unreadable = tenant.addresses.filter((address) => tenant.expected(address).status !== 'ok').length;
  expect(unreadable).toBeGreaterThan(2);
  return { tenant, unreadable };
}

describe('unreadable mailboxes', () => {
  test.each([
    ['as many as a number allows', (unreadable: number) => String(unreadable), 'pass'],
    ['a little more than a percentage allows', (unreadable: number) => `${unreadable - 0.1}%`, 'incomplete'],
    ['more than two percent, which is the default', () => undefined, 'incomplete'],
  ])('%s', async (_, maxUnreadable, wanted) => {
    const { tenant, unreadable } = await hundred();
    const allowed = maxUnreadable(unreadable);
    const inputs = allowed === undefined ? {} : { 'max-unreadable': allowed };
    const { code, outputs, errors, rows, summary } = await run(tenant, { inputs });
    expect(code).toBe(wanted === 'pass' ? 0 : 1);
    expect(outputs).toMatchObject({
      result: wanted,
      'mailbox-count': '100',
      'read-count': String(100 - unreadable),
      'unreadable-count': String(unreadable),
    });
    expect(rows).toHaveLength(100);
    expect(summary).toMatch(
      new RegExp(`^## Mailbox Report: ${wanted}${wanted === 'pass' ? `, ${unreadable} not read` : ''}\\n`),
    );
    const error: unknown = expect.stringMatching(
      `${unreadable} of 100 .*"max-unreadable" allows ${allowed ?? '2%, at least 1'}\\.`,
    );
    expect(errors.map(({ message }) => message)).toEqual(wanted === 'pass' ? [] : [error]);
    // The report is complete and uploaded before the step fails.
    expect(tenant.artifacts().map(({ id }) => String(id))).toEqual([outputs['artifact-id']]);
    expect(Object.keys(outputs).sort()).toEqual([
      'artifact-digest',
      'artifact-id',
      'artifact-url',
      'certificate-days-left',
      'certificate-expires-on',
      'csv-path',
      'mailbox-count',
      'output-directory',
      'read-count',
      'result',
      'unreadable-count',
    ]);
  });
});

test('a run that ends with an error sets the outputs that it knows', async () => {
  const tenant = await newTenant();
  const { outputs } = await run(tenant, { inputs: { mailboxes: 'none.txt' } });
  expect(Object.keys(outputs).sort()).toEqual(['certificate-days-left', 'certificate-expires-on', 'result']);
  expect(outputs.result).toBe('error');
});
