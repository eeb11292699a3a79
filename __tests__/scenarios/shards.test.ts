import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { UPLOADED } from '../support/action-run.ts';
import { scenarios } from '../support/scenario.ts';

const { newTenant, run } = scenarios(UPLOADED);

/** The parsed lines of a shard file. */
function linesOf(bytes: Uint8Array): unknown[] {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  return lines.map((line): unknown => parse(line));
}

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
      ...{ code: 0, stderr: '', errors: [] },
      outputs: { result: 'pass', 'mailbox-count': '20', 'read-count': '19', 'unreadable-count': '1' },
    });
    expect(result.outputs).not.toHaveProperty('csv-path');
    expect(result.outputs).not.toHaveProperty('violation-count');
    expect(result.summary).toMatch(/^## Mailbox Report: shard 2 of 3\n/);
    const [artifact, ...others] = tenant.artifacts();
    expect(others).toEqual([]);
    expect(artifact).toMatchObject({ name: 'mailbox-report-shard-2-of-3', id: Number(result.outputs['artifact-id']) });
    const [header, ...lines] = linesOf(artifact?.bytes ?? new Uint8Array());
    expect(header).toMatchObject({ shard: 2, of: 3, list: { length: 60 } });
    expect(lines.slice(0, 60)).toEqual(addresses.map((address, at) => [address, at + 1, 0]));
    expect(lines[60]).toEqual([20, expect.anything(), expect.anything()]);
    expect(lines.at(-1)).toHaveProperty('end');
  });

  test.concurrent('fails before sign-in if its number is invalid', async () => {
    const tenant = await newTenant({ log: true });
    const result = await run(tenant, { inputs: { shard: '9/8' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(result.errors.map(({ properties }) => properties.title)).toEqual(['INPUT_INVALID']);
    expect(tenant.log).toEqual([]);
  });
});
