import { describe, expect, test } from '@jest/globals';
import { readList } from './workspace.ts';

const TEXT = 'zoë@x.y\r\n李@x.y\r\n';
const READ = [
  ['zoë@x.y', 1],
  ['李@x.y', 2],
];

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('a list in', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${TEXT}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', utf16be(`\ufeff${TEXT}`)],
  ])('%s is read', async (_encoding, bytes) => {
    await expect(readList('list.txt', bytes)).resolves.toEqual(READ);
  });

  test('Windows-1252 is rejected on the first line with invalid UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('a@x.y\nzoë@x.y\n'), Buffer.from('andré@x.y', 'latin1')]);
    await expect(readList('list.txt', bytes)).rejects.toMatchObject({
      code: 'LIST_ENCODING',
      message: expect.stringContaining('list.txt is not UTF-8'),
      hint: expect.stringContaining('-Encoding utf8'),
      place: { file: 'list.txt', line: 3 },
    });
  });

  test.each([
    ['UTF-16 without a mark', Buffer.from('a@x.y\n', 'utf16le')],
    ['UTF-16 cut in the middle', Buffer.from('\ufeffa@x.y', 'utf16le').subarray(0, -1)],
    ['UTF-16 with half a pair', Buffer.from('\ufeff\ud800@x.y', 'utf16le')],
  ])('%s is rejected', async (_encoding, bytes) => {
    await expect(readList('list.txt', bytes)).rejects.toMatchObject({ code: 'LIST_ENCODING' });
  });
});
