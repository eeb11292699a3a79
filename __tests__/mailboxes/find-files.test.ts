import { execFile } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { findListFiles } from '../../src/mailboxes/find-files.ts';
import { describeOnPosix, describeWithCase, describeWithLinks } from '../support/platform.ts';
import { inWorkspace } from './workspace.ts';
import type { Files } from './workspace.ts';
import { atTerminal } from '../../src/text/audience.ts';

const FILES: Files = {
  'all.txt': '',
  'lists/b.txt': '',
  'lists/a.txt': '',
  'lists/c.csv': '',
  'lists/[a].txt': '',
  'lists/deep/d.txt': '',
};

function found(files: Files, ...patterns: string[]): Promise<readonly string[]> {
  return inWorkspace(files, (workspace) => namesIn(workspace, patterns));
}

async function namesIn(workspace: string, patterns: readonly string[]): Promise<readonly string[]> {
  const { value, problems } = await findListFiles(patterns, workspace);
  const [problem] = problems;
  if (problem !== undefined) throw problem;
  return value.map(({ file }) => file);
}

describe('paths and globs', () => {
  test.each([
    [['all.txt'], ['all.txt']],
    [['./lists/../all.txt'], ['all.txt']],
    [['lists/*.txt'], ['lists/[a].txt', 'lists/a.txt', 'lists/b.txt']],
    [['lists/{c,a}.*'], ['lists/a.txt', 'lists/c.csv']],
    [['**/d.txt'], ['lists/deep/d.txt']],
    [
      ['.\\lists\\deep\\*.txt', 'lists\\c.csv'],
      ['lists/deep/d.txt', 'lists/c.csv'],
    ],
    [['lists/*'], ['lists/[a].txt', 'lists/a.txt', 'lists/b.txt', 'lists/c.csv']],
  ])('%j match %j', async (patterns, files) => {
    await expect(found(FILES, ...patterns)).resolves.toEqual(files);
  });

  test('keep their order and match a file once', async () => {
    await expect(found(FILES, 'lists/b.txt', 'lists/?.txt', './all.txt', 'all.txt')).resolves.toEqual([
      'lists/b.txt',
      'lists/a.txt',
      'all.txt',
    ]);
  });

  test('may be absolute within the workspace', async () => {
    await inWorkspace(FILES, async (workspace) => {
      await expect(namesIn(workspace, [path.join(workspace, 'lists', '?.txt')])).resolves.toEqual([
        'lists/a.txt',
        'lists/b.txt',
      ]);
    });
  });

  test('prefer a file with the exact name to the glob', async () => {
    await expect(found(FILES, 'lists/[a].txt')).resolves.toEqual(['lists/[a].txt']);
    await expect(found({ 'lists/a.txt': '' }, 'lists/[a].txt')).resolves.toEqual(['lists/a.txt']);
  });

  test.each([
    '../outside.txt',
    '/etc/passwd',
    '../*.txt',
    'lists/../../outside.txt',
    '..\\outside.txt',
    '{../,lists/}[ao]*.txt',
    '..',
  ])('may not leave the workspace: %s', async (pattern) => {
    await inWorkspace(FILES, async (workspace) => {
      await writeFile(path.join(workspace, '..', 'outside.txt'), 'a@x.y');
      await expect(namesIn(workspace, [pattern])).rejects.toMatchObject({ code: 'LIST_OUTSIDE_WORKSPACE' });
    });
  });

  test.each([
    ['mailboxes.txt', 'mailboxes.csv', 'mailboxes.csv'],
    ['lists/mialboxes.txt', 'lists/mailboxes.txt', 'lists/mailboxes.txt'],
    ['mailboxes.txt', '.github/mailboxes.txt', '.github/mailboxes.txt'],
    ['old/mailboxes.txt', 'config/prod/mailboxes.txt', 'config/prod/mailboxes.txt'],
  ])('suggest, if %s is missing, %s', async (pattern, file, meant) => {
    await expect(found({ [file]: '' }, pattern)).rejects.toMatchObject({
      code: 'LIST_NOT_FOUND',
      message: expect.stringContaining(pattern),
      hint: expect.stringMatching(new RegExp(`^Did you mean ${meant}\\? .*actions/checkout`)),
    });
  });

  test('are rejected as addresses if they are no files', async () => {
    const rejection = found({ 'everyone.csv': '' }, 'adele@contoso.com');
    await expect(rejection).rejects.toMatchObject({
      code: 'LIST_NOT_FOUND',
      message: expect.stringContaining('"adele@contoso.com" is an address'),
    });
    const atTheTerminal = atTerminal(() => found({ 'everyone.csv': '' }, 'adele@contoso.com'));
    await expect(atTheTerminal).rejects.toMatchObject({ hint: expect.stringContaining('report adele@contoso.com') });
  });

  test.each(['mailboxes.txt', 'lists/*.txt', 'everyone.csv/mailboxes.txt'])(
    'are rejected if %s matches no file',
    async (pattern) => {
      await expect(found({ 'everyone.csv': '', 'mailboxes/README.md': '' }, pattern)).rejects.toMatchObject({
        code: 'LIST_NOT_FOUND',
        hint: expect.stringMatching(
          /relative to the root of the repository\. .* actions\/checkout before this action\.$/,
        ),
      });
    },
  );

  test.each(['{1..99999999}.txt', '{-9999..9999}.txt', `${'{a,b}'.repeat(20)}.txt`])(
    'are rejected if a glob expands to too many names',
    async (glob) => {
      await expect(found(FILES, glob)).rejects.toMatchObject({ code: 'LIST_GLOB_TOO_BROAD' });
    },
  );

  test('expand ranges and alternatives', async () => {
    await expect(found(FILES, 'lists/{deep/{c..e},{1..9},[ab]}.txt')).resolves.toEqual([
      'lists/a.txt',
      'lists/b.txt',
      'lists/deep/d.txt',
    ]);
  });

  test('are rejected with a hint to actions/checkout in an empty workspace', async () => {
    await expect(found({}, 'mailboxes.txt')).rejects.toMatchObject({
      code: 'LIST_NOT_FOUND',
      message: expect.stringContaining('workspace is empty'),
      hint: expect.stringContaining('actions/checkout'),
    });
  });

  test('are required by the input', async () => {
    await expect(found(FILES)).rejects.toMatchObject({
      code: 'LIST_NOT_FOUND',
      message: expect.stringContaining('mailboxes'),
    });
  });

  test.each([
    ['lists', 'lists/*.txt'],
    ['lists/', 'lists/*.txt'],
    ['.', ' *.txt'],
  ])('may not be the directory %s', async (pattern, hint) => {
    await expect(found(FILES, pattern)).rejects.toMatchObject({
      code: 'LIST_IS_DIRECTORY',
      hint: expect.stringContaining(hint),
    });
  });
});

describeWithLinks('links', () => {
  test('to the workspace are followed, and absolute paths may use them', async () => {
    await inWorkspace(FILES, async (workspace) => {
      const link = `${workspace}-link`;
      await symlink(workspace, link);
      await expect(namesIn(link, [path.join(workspace, 'all.txt'), 'lists/a.txt'])).resolves.toEqual([
        'all.txt',
        'lists/a.txt',
      ]);
    });
  });

  test('to a file in the list match it once', async () => {
    await inWorkspace(FILES, async (workspace) => {
      await symlink('all.txt', path.join(workspace, 'same.txt'));
      await expect(namesIn(workspace, ['same.txt', 'all.txt'])).resolves.toEqual(['same.txt']);
    });
  });

  test.each(['link.txt', 'l*.txt', 'dir/outside.txt', 'dir'])('may not leave the workspace: %s', async (pattern) => {
    await inWorkspace({ 'all.txt': '' }, async (workspace) => {
      const outside = path.join(workspace, '..', 'outside');
      await mkdir(outside);
      await writeFile(path.join(outside, 'outside.txt'), 'a@x.y');
      await symlink(path.join(outside, 'outside.txt'), path.join(workspace, 'link.txt'));
      await symlink(outside, path.join(workspace, 'dir'));
      await expect(namesIn(workspace, [pattern])).rejects.toMatchObject({ code: 'LIST_OUTSIDE_WORKSPACE' });
    });
  });

  test('to themselves cannot be read', async () => {
    await inWorkspace({}, async (workspace) => {
      await symlink('loop.txt', path.join(workspace, 'loop.txt'));
      await expect(namesIn(workspace, ['loop.txt'])).rejects.toMatchObject({
        code: 'LIST_UNREADABLE',
        message: 'loop.txt cannot be read (ELOOP).',
      });
    });
  });

  test('to a missing file do not match a glob', async () => {
    await inWorkspace({}, async (workspace) => {
      await symlink('gone.txt', path.join(workspace, 'link.txt'));
      await expect(namesIn(workspace, ['*.txt'])).rejects.toMatchObject({ code: 'LIST_NOT_FOUND' });
    });
  });
});

describeWithCase('a name in another case', () => {
  test('is not found, and the existing name is suggested', async () => {
    await expect(found({ 'mailboxes.txt': '' }, 'Mailboxes.TXT')).rejects.toMatchObject({
      code: 'LIST_NOT_FOUND',
      message: expect.stringContaining('Mailboxes.TXT'),
      hint: expect.stringMatching(/^Did you mean mailboxes\.txt\? .*actions\/checkout/),
    });
  });
});

describeOnPosix('a pipe', () => {
  test('is rejected without waiting for data', async () => {
    await inWorkspace({}, async (workspace) => {
      await promisify(execFile)('mkfifo', [path.join(workspace, 'pipe.txt')]);
      await expect(namesIn(workspace, ['pipe.txt'])).rejects.toMatchObject({ code: 'LIST_UNREADABLE' });
    });
  });
});
