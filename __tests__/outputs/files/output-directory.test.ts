import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { outputError, removeTemp } from '../../../src/files/temp-folder.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

describe('a temporary file', () => {
  test('is removed, whether it is a file, a folder or missing', async () => {
    await writeFile(path.join(folder, 'file'), 'rows');
    await mkdir(path.join(folder, 'folder', 'deep'), { recursive: true });
    for (const aside of ['file', 'folder', 'nothing']) await removeTemp(path.join(folder, aside));
    await removeTemp(undefined);
    expect(await readdir(folder)).toEqual([]);
  });

  test('does not fail the report if it cannot be removed', async () => {
    // Node rejects a name with a null character, also with `force`.
    const never = `${folder}\u0000`;
    await expect(rm(never, { recursive: true, force: true })).rejects.toThrow();
    await expect(removeTemp(never)).resolves.toBeUndefined();
  });
});

describe('the error for a path that cannot be written', () => {
  test('states the cause, or the message of the system', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(outputError('/reports/a.csv', denied).message).toBe(
      '/reports/a.csv cannot be written: this user may not write there.',
    );
    expect(outputError('/reports/a.csv', denied).cause).toBe(denied);
    const busy = Object.assign(new Error('EBUSY: resource busy or locked, unlink'), { code: 'EBUSY' });
    expect(outputError('C:\\a.csv', busy).message).toBe(
      'C:\\a.csv cannot be written: another program, such as Excel, has it open.',
    );
    expect(outputError('/reports/a.csv', new Error('EIO: i/o error')).message).toContain('EIO: i/o error');
    expect(outputError('/reports/a.csv', 'odd').message).toContain('odd');
  });
});
