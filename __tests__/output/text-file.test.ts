import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTextFile } from '../../src/output/text-file.ts';
import { describeWithFullDisk } from '../support/platform.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'text-file-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('a text file', () => {
  test('holds its start, what was written and its end, in UTF-8, and makes its folder', async () => {
    const text = openTextFile(path.join(folder, 'new', 'a.txt'), '\uFEFFa');
    await text.write('日');
    await text.write('');
    await text.close('z\n');
    await text.close('not twice');
    expect(await readFile(text.path, 'utf8')).toBe('\uFEFFa日z\n');
    expect(() => text.write('')).toThrow('closed');
  });

  test('waits for the disk where it is behind', async () => {
    const text = openTextFile(path.join(folder, 'long.txt'));
    let waits = 0;
    for (let line = 0; line < 20_000; line++) {
      const behind = text.write(`${line} ${'x'.repeat(40)}\n`);
      if (behind !== undefined) waits += 1;
      await behind;
    }
    await text.close();
    const lines = (await readFile(text.path, 'utf8')).trimEnd().split('\n');
    expect(lines.map((line) => Number.parseInt(line, 10))).toEqual(Array.from({ length: 20_000 }, (_, line) => line));
    expect(waits).toBeGreaterThan(5);
  });

  test('takes what stands in another, or its first bytes', async () => {
    const other = path.join(folder, 'other.txt');
    const long = 'é日😀'.repeat(30_000);
    await writeFile(other, long);
    const text = openTextFile(path.join(folder, 'joined.txt'), '<');
    await text.append(other);
    await text.write('|');
    await text.append(other, 5);
    await text.append(other, 0);
    await text.close('>');
    expect(await readFile(text.path, 'utf8')).toBe(`<${long}|é日>`);
  });

  test('cannot take one that is not there', async () => {
    const text = openTextFile(path.join(folder, 'lone.txt'));
    await expect(text.append(path.join(folder, 'missing'))).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    await text.close();
  });
});

describeWithFullDisk('a full disk', () => {
  test('fails the writing, the taking of another file, and the closing', async () => {
    const full = { code: 'OUTPUT_UNWRITABLE', message: '/dev/full cannot be written: the disk is full.' };
    const other = path.join(folder, 'much.txt');
    await writeFile(other, 'x'.repeat(300_000));
    const text = openTextFile('/dev/full');
    await expect(text.append(other)).rejects.toMatchObject(full);
    expect(() => text.write('more')).toThrow('the disk is full');
    await expect(text.close()).rejects.toMatchObject(full);
  });
});
