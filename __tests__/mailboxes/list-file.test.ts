import { describe, expect, test } from '@jest/globals';
import { ListColumns } from '../../src/mailboxes/list-columns.ts';
import { readTxt } from '../../src/mailboxes/list-file.ts';
import { readList } from './workspace.ts';

test('the #EXT# of a guest is not a comment', async () => {
  await expect(readList('list.txt', 'user_x.com#EXT#@contoso.onmicrosoft.com\n')).resolves.toEqual([
    ['user_x.com#EXT#@contoso.onmicrosoft.com', 1],
  ]);
});

test('each kind of line end counts as one', async () => {
  await expect(readList('list.TXT', 'a@x.y\rb@x.y\nc@x.y\r\nd@x.y\n\re@x.y')).resolves.toEqual([
    ['a@x.y', 1],
    ['b@x.y', 2],
    ['c@x.y', 3],
    ['d@x.y', 4],
    ['e@x.y', 6],
  ]);
});

test('200,000 lines that end in a carriage return alone are read in linear time', () => {
  const text = Array.from({ length: 200_000 }, (_, at) => `m${at}@contoso.com`).join('\r');
  let last = '';
  let lines = 0;
  readTxt(text, { file: 'list.txt', column: undefined, columns: new ListColumns([]) }, (address, line) => {
    last = address;
    lines = line;
  });
  expect([last, lines]).toEqual(['m199999@contoso.com', 200_000]);
});

const TEXT = 'zoë@x.y\r\n李@x.y\r\n';
const READ = [
  ['zoë@x.y', 1],
  ['李@x.y', 2],
];

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

describe('a list in', () => {
  test.each([['UTF-16, big end first', utf16be(`\ufeff${TEXT}`)]])('%s is read', async (_encoding, bytes) => {
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
    ['an Excel workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
    ['an old Excel workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
  ])('%s that was renamed is rejected as such', async (_what, bytes) => {
    await expect(readList('list.csv', Buffer.from(bytes))).rejects.toMatchObject({
      code: 'LIST_FORMAT',
      message: expect.stringContaining('Excel workbook'),
      hint: expect.stringContaining('CSV UTF-8'),
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
