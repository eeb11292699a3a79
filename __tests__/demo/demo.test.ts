import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../demo/runner.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { newFolder } from '../support/new-folder.ts';

const folder = newFolder();

/** Runs the demo and returns what it prints. */
function demo(...options: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['demo/demo.ts', '--latency', '0', ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return stdout;
}

const HOSTILE = /<script>|::error::|=cmd|#EXT#/;

test('the demo prints a line for each day and what the last one found, of a tenant that looks lived in, and writes a short summary', async () => {
  const output = path.join(folder, 'friendly');
  const printed = demo('--days', '4', '--mailboxes', '200', '--output', output);
  expect(printed.match(/^\w{3} \d\d {2}\d+ violations?$/gm)).toHaveLength(4);
  expect(printed.split('\n').length).toBeLessThanOrEqual(25);
  expect(printed).toContain(`Report page: ${pathToFileURL(path.join(output, 'mailbox-report.html')).href}\n`);
  expect(printed).toContain('npm run cli -- setup');
  const summary = await readFile(path.join(output, 'summary.md'), 'utf8');
  expect(summary).toMatch(/Compared with \[run #3\].* \(1 day ago\): /);
  expect(summary.trimEnd().split('\n').length).toBeLessThanOrEqual(150);
  const rows = async (file: string): Promise<readonly Readonly<Record<string, string>>[]> =>
    parsedCsv(await readFile(path.join(output, file), 'utf8'));
  const kinds = (await rows('changes.csv')).map(({ Change }) => Change);
  for (const kind of ['changed', 'mailbox-added', 'new-violation', 'resolved']) expect(kinds).toContain(kind);
  const since = (await rows('violations.csv')).map(({ Since = '' }) => Since).filter((day) => day !== '');
  expect(new Set(since).size).toBeGreaterThan(1);
  const [first = '', last = ''] = [since.toSorted()[0], since.toSorted().at(-1)];
  // Midnight may pass between the runs.
  expect(Date.parse(last) - Date.parse(first)).toBeGreaterThanOrEqual(3 * 86_400_000);
  const outside = (await rows('inbox-rules.csv')).filter(({ ExternalTargets }) => ExternalTargets !== '');
  expect(outside.length).toBeLessThan(200 * 0.05);
  expect(summary).not.toMatch(HOSTILE);
  for (const file of ['mailbox-settings.csv', 'inbox-rules.csv']) {
    expect(await readFile(path.join(output, file), 'utf8')).not.toMatch(HOSTILE);
  }
});

test('the option --hostile shows the tenant of the tests', async () => {
  const output = path.join(folder, 'hostile');
  const printed = demo('--days', '1', '--mailboxes', '60', '--hostile', '--log', '--output', output);
  expect(printed).toMatch(/^ {2}> Sign in$/m);
  expect(await readFile(path.join(output, 'inbox-rules.csv'), 'utf8')).toMatch(HOSTILE);
});

test('the demo of remediation plans, applies and undoes, although some mailboxes cannot be read', async () => {
  const output = path.join(folder, 'remediation');
  demo('--remediate', '--hostile', '--mailboxes', '60', '--output', output);
  expect(await readFile(path.join(output, 'plan', 'summary.md'), 'utf8')).toMatch(/could not be read/);
});
