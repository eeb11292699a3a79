import { spawnSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../../demo/runner.ts';
import { UPLOADED } from '../support/action-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { scenarios } from '../support/scenario.ts';

const { newTenant, run } = scenarios(UPLOADED);

const inputs = { 'max-unreadable': '100%', 'output-directory': 'out' };

test.each(['report', 'validate', 'merge', 'remediate'])('outside a workflow, %s prints nothing secret', (action) => {
  // The bundle starts from the program that the runner names, so the source is run as that.
  const script = `import { ${action} } from './src/actions/index.ts'; await ${action}();`;
  const env = { PATH: process.env.PATH, INPUT_PFX: 'a-secret', 'INPUT_PFX-PASSWORD': 'another-secret' };
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  expect(child).toMatchObject({ status: 1, stdout: '' });
  expect(child.stderr).toMatch(/^error: NOT_A_WORKFLOW: .*\n.*"mailbox-report report"/);
  expect(child.stderr).not.toContain('secret');
});

describe('a runner whose GITHUB_OUTPUT cannot be written', () => {
  test('has the report, and then one error', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { inputs, env: { GITHUB_OUTPUT: '/nowhere/output' } });
    expect(result.code).toBe(1);
    expect(result.errors.map(({ properties }) => properties.title)).toEqual(['OUTPUTS_UNWRITABLE']);
    expect(result.stderr).toBe('');
    const csv = await readFile(path.join(result.workspace, 'out', 'mailbox-settings.csv'), 'utf8');
    expect(parsedCsv(csv)).toHaveLength(60);
    expect(tenant.artifacts()).toHaveLength(1);
  });
});

describe('a runner that closes standard output', () => {
  test('has the report, exit code 1 and one line on standard error', async () => {
    const tenant = await newTenant({ latency: { batch: 300 } });
    const result = await run(tenant, {
      inputs,
      during: ({ closeOutput }) => {
        closeOutput();
        return Promise.resolve();
      },
    });
    expect(result.code).toBe(1);
    expect(result.stderr.trim().split('\n')).toEqual([expect.stringContaining('log could not be written')]);
    expect(await readdir(path.join(result.workspace, 'out'))).toContain('mailbox-settings.csv');
  });
});
