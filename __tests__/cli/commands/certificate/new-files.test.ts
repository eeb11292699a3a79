import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { writeNewFiles } from '../../../../src/cli/commands/certificate/new-files.ts';
import { describeOnPosix } from '../../../support/platform.ts';
import { newFolder } from '../../../support/new-folder.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});

test('creates missing folders', async () => {
  const file = path.join(folder, 'a', 'b', 'c.pem');
  await writeNewFiles([{ file, content: 'text' }]);
  expect(readFileSync(file, 'utf8')).toBe('text');
});

test('removes the first file if the second cannot be written', async () => {
  writeFileSync(path.join(folder, 'no-folder'), 'old');
  const files = [path.join(folder, 'first'), path.join(folder, 'no-folder', 'second')];
  const writing = writeNewFiles(files.map((file) => ({ file, content: 'new' })));
  await expect(writing).rejects.toMatchObject({ code: 'FILE_UNWRITABLE' });
  expect(readdirSync(folder)).toEqual(['no-folder']);
  expect(readFileSync(path.join(folder, 'no-folder'), 'utf8')).toBe('old');
});

describeOnPosix('on a disk that runs full', () => {
  test('also removes a file that was partly written', () => {
    const module = path.resolve(import.meta.dirname, '../../../../src/cli/commands/certificate/new-files.ts');
    const [small, large] = [path.join(folder, 'small'), path.join(folder, 'large')];
    const script = `
    const { writeNewFiles } = await import(${JSON.stringify(module)});
    try {
      await writeNewFiles([
        { file: ${JSON.stringify(small)}, content: 'x' },
        { file: ${JSON.stringify(large)}, content: 'x'.repeat(100_000) },
      ]);
    } catch (error) {
      console.log(error.code, error.cause.code);
    }`;
    // A limit on the size of files stands for a disk that is full.
    const limited = `trap '' XFSZ; ulimit -f 1; exec "$0" --input-type=module --eval "$1"`;
    const { stdout } = spawnSync('bash', ['-c', limited, process.execPath, script], { encoding: 'utf8' });
    expect(stdout.trim()).toBe('FILE_UNWRITABLE EFBIG');
    expect(readdirSync(folder)).toEqual([]);
  });
});
