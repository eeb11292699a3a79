import { expect, test } from '@jest/globals';
import { readTxt } from '../../src/mailboxes/txt.ts';
import { readList } from './workspace.ts';

test('a text list omits blanks and comments and keeps the line numbers', async () => {
  const text =
    '# Board\r\n\r\n  adele@contoso.com  \r\nalex@contoso.com # on leave\r\n\t# nobody\r\nlee@contoso.com\t#x';
  await expect(readList('list.txt', text)).resolves.toEqual([
    ['adele@contoso.com', 3],
    ['alex@contoso.com', 4],
    ['lee@contoso.com', 6],
  ]);
});

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

test('a million lines that end in a carriage return alone are read in linear time', () => {
  const text = Array.from({ length: 1_000_000 }, (_, at) => `m${at}@contoso.com`).join('\r');
  let last = '';
  let lines = 0;
  readTxt(text, { file: 'list.txt', column: undefined }, (address, line) => {
    last = address;
    lines = line;
  });
  expect([last, lines]).toEqual(['m999999@contoso.com', 1_000_000]);
});
