import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { link, lstat, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { createTextFile, TextFile } from '../../../src/outputs/files/text-file.ts';
import { describeOnPosix, describeWithFullDisk, describeWithLinks } from '../../support/platform.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

describe('a text file', () => {
  test('has its header, the written text and its footer, in UTF-8', async () => {
    const text = createTextFile(path.join(folder, 'a.txt'), '\uFEFFa');
    await text.write('日');
    await text.write('');
    await text.close('z\n');
    await text.close('not twice');
    expect(await readFile(text.path, 'utf8')).toBe('\uFEFFa日z\n');
    expect(() => text.write('')).toThrow('closed');
  });

  test('waits for a slow disk', async () => {
    const text = createTextFile(path.join(folder, 'long.txt'));
    let waits = 0;
    for (let line = 0; line < 20_000; line++) {
      const behind = text.write(`${line} ${'x'.repeat(800)}\n`);
      if (behind !== undefined) waits += 1;
      await behind;
    }
    await text.close();
    const lines = (await readFile(text.path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(Array.from({ length: 20_000 }, (_, line) => line));
    expect(waits).toBeGreaterThan(5);
  });

  test('appends another file, or its first bytes', async () => {
    const other = path.join(folder, 'other.txt');
    const long = 'é日😀'.repeat(30_000);
    await writeFile(other, long);
    const text = createTextFile(path.join(folder, 'joined.txt'), '<');
    await text.append(other);
    await text.write('|');
    await text.append(other, 5);
    await text.append(other, 0);
    await text.close('>');
    expect(await readFile(text.path, 'utf8')).toBe(`<${long}|é日>`);
  });

  test('fails to append a missing file', async () => {
    const text = createTextFile(path.join(folder, 'lone.txt'));
    await expect(text.append(path.join(folder, 'missing'))).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    await text.close();
  });
});

describe('a file that exists', () => {
  test('is replaced, also if it is read-only', async () => {
    const file = path.join(folder, 'old.txt');
    await writeFile(file, 'x'.repeat(1000), { mode: 0o444 });
    await createTextFile(file, 'new').close();
    expect(await readFile(file, 'utf8')).toBe('new');
  });
});

describeWithLinks('a link', () => {
  test.each(['symbolic', 'hard'])('is replaced if it is a %s link, and the target is unchanged', async (kind) => {
    const target = path.join(folder, `${kind}-target.txt`);
    await writeFile(target, 'secret');
    const file = path.join(folder, `${kind}.txt`);
    await (kind === 'hard' ? link(target, file) : symlink(target, file));
    await createTextFile(file, 'report').close();
    expect(await readFile(target, 'utf8')).toBe('secret');
    expect(await readFile(file, 'utf8')).toBe('report');
    expect((await lstat(file)).isFile()).toBe(true);
  });

  test('is replaced if it links to a folder or to a missing file', async () => {
    const target = path.join(folder, 'target-folder');
    await mkdir(target);
    for (const to of [target, path.join(folder, 'missing-target')]) {
      const file = path.join(folder, 'dangling.txt');
      await rm(file, { force: true });
      await symlink(to, file);
      await createTextFile(file, 'report').close();
      expect((await lstat(file)).isFile()).toBe(true);
    }
    expect(await readdir(target)).toEqual([]);
    expect(await readdir(folder)).not.toContain('missing-target');
  });
});

describeOnPosix('a named pipe', () => {
  test('is replaced if it is a pipe, without blocking the run', async () => {
    const file = path.join(folder, 'pipe');
    execFileSync('mkfifo', [file]);
    await createTextFile(file, 'report').close();
    expect(await readFile(file, 'utf8')).toBe('report');
  });
});

describeWithFullDisk('a full disk', () => {
  test('makes writing, appending and closing fail', async () => {
    const full = { code: 'OUTPUT_UNWRITABLE', message: '/dev/full cannot be written: the disk is full.' };
    const other = path.join(folder, 'much.txt');
    await writeFile(other, 'x'.repeat(3_000_000));
    const text = new TextFile('/dev/full', createWriteStream('/dev/full'), '');
    await expect(text.append(other)).rejects.toMatchObject(full);
    expect(() => text.write('more')).toThrow('the disk is full');
    await expect(text.close()).rejects.toMatchObject(full);
  });
});
