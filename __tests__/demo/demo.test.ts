import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ROOT } from '../../demo/runner.ts';
import { parsedCsv } from '../support/parsed-csv.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demo-'));
});
afterAll(() => rm(folder, { recursive: true }));

test('the demo of three days shows what changed since the second day', async () => {
  const options = ['--days', '3', '--mailboxes', '40', '--latency', '0', '--output', folder];
  const { stdout, stderr, status } = spawnSync(process.execPath, ['demo/demo.ts', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 1 });
  expect(stdout.match(/^Day .*$/gm)).toEqual(['Day 1 of 3:', 'Day 2 of 3:', 'Day 3 of 3:']);
  expect(stdout.match(/^ +mailbox-count +.*$/gm)).toHaveLength(1);
  expect(stdout).toContain('Compared with run #2 (1 day ago): ');
  const kinds = parsedCsv(await readFile(path.join(folder, 'changes.csv'), 'utf8')).map(({ Change }) => Change);
  expect(new Set(kinds)).toEqual(new Set(['changed', 'mailbox-added', 'new-violation', 'resolved']));
  expect(await readFile(path.join(folder, 'summary.md'), 'utf8')).toMatch(/new violation/i);
});

test('the demo of remediation plans, applies and undoes, although some mailboxes cannot be read', async () => {
  const output = path.join(folder, 'remediation');
  const options = ['--remediate', '--mailboxes', '60', '--latency', '0', '--output', output];
  const { stderr, status } = spawnSync(process.execPath, ['demo/demo.ts', ...options], { cwd: ROOT, encoding: 'utf8' });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(await readFile(path.join(output, 'plan', 'summary.md'), 'utf8')).toMatch(/could not be read/);
});
