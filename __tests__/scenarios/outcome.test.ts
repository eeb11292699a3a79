import { describe, expect, test } from '@jest/globals';
import { scenarios } from '../support/scenario.ts';

const { newTenant, run } = scenarios();

/** Of 100 mailboxes with this seed so many cannot be read. */
async function hundred() {
  const tenant = await newTenant({ mailboxes: 100 });
  const unread = tenant.addresses.filter((address) => tenant.expected(address).status !== 'ok').length;
  expect(unread).toBeGreaterThan(2);
  return { tenant, unread };
}

describe('unread mailboxes', () => {
  test.concurrent.each([
    ['as many as a number allows', (unread: number) => String(unread), 'pass'],
    ['a little more than a percentage allows', (unread: number) => `${unread - 0.1}%`, 'incomplete'],
    ['more than none, which is the default', () => undefined, 'incomplete'],
  ])('%s', async (_, maxUnread, wanted) => {
    const { tenant, unread } = await hundred();
    const allowed = maxUnread(unread);
    const inputs = allowed === undefined ? {} : { 'max-unread': allowed };
    const { code, outputs, errors, rows, summary } = await run(tenant, { inputs });
    expect(code).toBe(wanted === 'pass' ? 0 : 1);
    expect(outputs).toMatchObject({
      result: wanted,
      'mailbox-count': '100',
      'read-count': String(100 - unread),
      'unread-count': String(unread),
    });
    expect(rows).toHaveLength(100);
    expect(summary).toMatch(new RegExp(`^## Mailbox Report: ${wanted}\\n`));
    const error: unknown = expect.stringMatching(`${unread} of 100 .*"max-unread" allows ${allowed ?? '0'}\\.`);
    expect(errors.map(({ message }) => message)).toEqual(wanted === 'pass' ? [] : [error]);
    // The report comes first: it is whole and uploaded also where the step fails.
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
      'unread-count',
    ]);
  });
});

test.concurrent('a run that ends in an error has set what it knew until then', async () => {
  const tenant = await newTenant();
  const { outputs } = await run(tenant, { inputs: { mailboxes: 'none.txt' } });
  expect(Object.keys(outputs).sort()).toEqual(['certificate-days-left', 'certificate-expires-on', 'result']);
  expect(outputs.result).toBe('error');
});
