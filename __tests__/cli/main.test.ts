import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { newFolder } from '../support/new-folder.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('finds files in the folder in which npm was called', () => {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'list.txt'), 'a@contoso.com\n');
  // What `npm --prefix ROOT run cli -- validate --mailboxes list.txt` does.
  const { status, stdout } = spawnSync(
    process.execPath,
    [path.join(ROOT, 'src/cli/main.ts'), 'validate', '--mailboxes', 'list.txt'],
    { cwd: ROOT, env: { ...process.env, INIT_CWD: folder, npm_package_name: 'mailbox-report' }, encoding: 'utf8' },
  );
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'valid: 1 mailbox, 0 reports; 0 errors, 0 warnings\n' });
});
