import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { actionVersion } from '../../../../src/cli/commands/setup/action-version.ts';
import { newFolder } from '../../../support/new-folder.ts';

const ENV = { PATH: process.env.PATH ?? '' };
const OWN = 'https://github.com/mailbox-report/mailbox-report.git';

/** A clone with one commit, which its remote has. */
function clone(name: string, remote: string): { readonly folder: string; readonly git: (...args: string[]) => string } {
  const folder = newFolder();
  const author = ['-c', 'user.name=a', '-c', 'user.email=a@contoso.com', '-c', 'commit.gpgsign=false'];
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, ...author, ...args], { encoding: 'utf8' }).trim();
  git('init', '--quiet');
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name }));
  mkdirSync(path.join(folder, 'src'));
  git('add', '.');
  git('commit', '--quiet', '-m', 'a');
  git('remote', 'add', 'upstream', remote);
  git('update-ref', 'refs/remotes/upstream/main', 'HEAD');
  return { folder, git };
}

test('before the first release, it is the commit of a clone', async () => {
  const { folder, git } = clone('mailbox-report', OWN);
  expect(await actionVersion(ENV, path.join(folder, 'src'), false)).toBe(git('rev-parse', 'HEAD'));
  expect(await actionVersion(ENV, folder, true)).toBe('v1');
  git('commit', '--quiet', '--allow-empty', '-m', 'of this machine');
  expect(await actionVersion(ENV, folder, false)).toBe('v1');
});

test.each([
  ['a clone of another repository', 'mailbox-report', 'https://github.com/contoso/mailbox-report.git'],
  ['a clone from another server', 'mailbox-report', 'https://github.example/mailbox-report/mailbox-report.git'],
  ['node_modules of a repository', 'contoso-tools', OWN],
])('the commit of %s is not known to be one of the action', async (_, name, remote) => {
  expect(await actionVersion(ENV, clone(name, remote).folder, false)).toBe('v1');
});

test('a copy without Git has no commit', async () => {
  expect(await actionVersion(ENV, newFolder(), false)).toBe('v1');
  expect(await actionVersion({ PATH: newFolder() }, clone('mailbox-report', OWN).folder, false)).toBe('v1');
});
