import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parseJson } from '../../src/json.ts';
import { runProgram } from './command-line.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'validate-'));

beforeAll(() => {
  mkdirSync(path.join(folder, 'reports'));
  const files = {
    'good.txt': 'a@contoso.com\n',
    'bad.txt': 'a@contoso.com\n  nobody\na@contoso.com\n',
    'reports/zones.yml': 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n',
    'reports/bad.yml': 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Status: timeZone }\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const validate = (...args: string[]) => runProgram(['validate', ...args], {}, folder);

test('good lists and reports are found good', async () => {
  expect(await validate('--mailboxes', 'good.txt', '--report', 'folders', 'reports/zones.yml')).toEqual({
    code: 0,
    stderr: '',
    stdout: 'valid: 1 mailbox, 2 reports; 0 errors, 0 warnings\n',
  });
});

test('each mistake has a line with its place, and one with what to do', async () => {
  const { code, stdout } = await validate('--mailboxes', 'bad.txt', '--report', 'reports/bad.yml');
  expect(code).toBe(1);
  expect(stdout.split('\n').filter((line) => !line.startsWith('  '))).toEqual([
    'bad.txt:2:3: error ADDRESS_MALFORMED: "nobody" is not a mailbox address.',
    'reports/bad.yml:3:12: error REPORT_FILE: A column cannot be called "Status".',
    'bad.txt:3:1: warning ADDRESS_REPEATED: The address is already in bad.txt, line 1.',
    'not valid: 1 mailbox, 0 reports; 2 errors, 1 warning',
    '',
  ]);
});

test('--json prints the same for programs', async () => {
  const { code, stdout } = await validate('--mailboxes', 'bad.txt', '--json');
  expect(code).toBe(1);
  expect(parseJson(stdout)).toMatchObject({
    ok: false,
    mailboxes: 1,
    errors: [{ code: 'ADDRESS_MALFORMED', file: 'bad.txt', line: 2, column: 3 }],
    warnings: [{ code: 'ADDRESS_REPEATED', file: 'bad.txt', line: 3, column: 1 }],
  });
});

test('a call that names nothing to check is wrong', async () => {
  expect(await validate()).toMatchObject({ code: 2, stdout: '' });
});
