import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removeAside } from '../../src/output/temp-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'aside-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

describe('what waited beside a report', () => {
  test('is removed, a file or a folder, or was never there', async () => {
    await writeFile(path.join(folder, 'file'), 'rows');
    await mkdir(path.join(folder, 'folder', 'deep'), { recursive: true });
    for (const aside of ['file', 'folder', 'nothing']) await removeAside(path.join(folder, aside));
    await removeAside(undefined);
    expect(await readdir(folder)).toEqual([]);
  });

  test('costs no report where it cannot be removed', async () => {
    // A name that no file system has is refused, with force too.
    const never = `${folder}\u0000`;
    await expect(rm(never, { recursive: true, force: true })).rejects.toThrow();
    await expect(removeAside(never)).resolves.toBeUndefined();
  });
});
