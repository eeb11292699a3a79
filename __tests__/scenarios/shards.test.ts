import { describe, expect, test } from '@jest/globals';
import { UPLOADED } from '../support/action-run.ts';
import { storedLines } from '../support/rows-file.ts';
import { scenarios } from '../support/scenario.ts';
import { unzipped } from '../support/zip.ts';

const { newTenant, run } = scenarios(UPLOADED);

describe('a shard', () => {
  test.concurrent('reads its share, uploads the rows, and fails for no mailbox and no violation', async () => {
    const tenant = await newTenant();
    const addresses = tenant.addresses.with(30, 'nobody@contoso.com');
    const policy = 'rules: [{ id: r, title: T, expect: { TimeZone: { const: none } } }]';
    const result = await run(tenant, {
      inputs: { shard: '2/3', policy: 'policy.yml', report: 'mailbox-settings\ninbox-rules' },
      files: { 'policy.yml': policy, 'mailboxes.txt': addresses.join('\n') },
    });
    expect(result).toMatchObject({
      code: 0,
      stderr: '',
      errors: [],
      outputs: { result: 'pass', 'mailbox-count': '20', 'read-count': '19', 'unreadable-count': '1' },
    });
    expect(result.outputs).not.toHaveProperty('csv-path');
    expect(result.outputs).not.toHaveProperty('violation-count');
    expect(result.summary).toMatch(/^## Mailbox Report: shard 2 of 3\n/);
    const [artifact, ...others] = tenant.artifacts();
    expect(others).toEqual([]);
    expect(artifact).toMatchObject({ name: 'mailbox-report-shard-2-of-3', id: Number(result.outputs['artifact-id']) });
    const files = unzipped(artifact?.bytes);
    expect([...files.keys()]).toEqual(['rows.ndjson.gz']);
    const [header, ...lines] = storedLines(files.get('rows.ndjson.gz'));
    expect(header).toMatchObject({
      format: 'mailbox-report-rows',
      version: 2,
      tenant: tenant.tenantId,
      cloud: 'global',
      shard: { number: 2, of: 3 },
      list: { files: ['mailboxes.txt'], mailboxes: [{ file: 'mailboxes.txt', addresses }] },
      certificate: { expires: expect.anything(), thumbprint: expect.stringMatching(/^[0-9A-F]{40}$/) },
      reports: [{ name: 'mailbox-settings' }, { name: 'inbox-rules' }],
    });
    expect(header).not.toHaveProperty('gate');
    expect(lines.slice(0, -1).map(({ mailbox }) => mailbox)).toEqual(addresses.slice(20, 40));
    expect(lines[10]).toMatchObject({ mailbox: 'nobody@contoso.com', reports: [{ status: 'not-found' }, {}] });
    expect(lines.at(-1)).toMatchObject({
      counts: { mailboxes: 20, read: 19, unreadable: 1 },
      result: 'pass',
      cancelled: false,
    });
  });

  test.concurrent('fails before sign-in if its number is invalid', async () => {
    const tenant = await newTenant({ log: true });
    const result = await run(tenant, { inputs: { shard: '9/8' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors.map(({ properties }) => properties.title)).toEqual(['INPUT_INVALID']);
    expect(tenant.log).toEqual([]);
  });
});
