import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { parseJson } from '../../../src/json.ts';
import { runProgram } from '../command-line.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

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

const validate = (...args: string[]) => runProgram(['validate', ...args], {}, folder);

test('valid lists and reports pass', async () => {
  expect(await validate('--mailboxes', 'good.txt', '--report', 'folders', 'reports/zones.yml')).toEqual({
    code: 0,
    stderr: '',
    stdout: 'valid: 1 mailbox, 2 reports; 0 errors, 0 warnings\n',
  });
});

test('prints each mistake in a line with its place, and a line with the correction', async () => {
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

test('prints the same as JSON with --json', async () => {
  const { code, stdout } = await validate('--mailboxes', 'bad.txt', '--json');
  expect(code).toBe(1);
  expect(parseJson(stdout)).toMatchObject({
    ok: false,
    mailboxes: 1,
    errors: [{ code: 'ADDRESS_MALFORMED', file: 'bad.txt', line: 2, column: 3 }],
    warnings: [{ code: 'ADDRESS_REPEATED', file: 'bad.txt', line: 3, column: 1 }],
  });
});

test('checks mailbox-report.yml, and what it names unless an option does', async () => {
  const config = path.join(folder, 'mailbox-report.yml');
  writeFileSync(config, 'mailboxes: [bad.txt]\nreport: reports/zones.yml\nfail-on: never\n');
  expect(await validate('--mailboxes', 'good.txt')).toMatchObject({
    code: 0,
    stdout: 'valid: 1 mailbox, 1 report; 0 errors, 0 warnings\n',
  });
  writeFileSync(config, 'mailbox: good.txt\npfx: x\n');
  const { code, stdout } = await validate('--config', 'mailbox-report.yml');
  rmSync(config);
  expect(code).toBe(1);
  expect(stdout).toMatch(/^mailbox-report\.yml:1:1: error CONFIG_FILE: "mailbox" is not one of the keys here\./m);
  expect(stdout).toMatch(/^mailbox-report\.yml:2:1: error CONFIG_FILE: The key "pfx" is refused here\./m);
});

test('rejects a call without a file to check', async () => {
  expect(await validate()).toMatchObject({ code: 2, stdout: '' });
});
