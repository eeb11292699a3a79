import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkMailboxLists, readMailboxLists } from '../../src/mailboxes/list.ts';
import { inWorkspace, mailboxesOf, readList, readLists } from './workspace.ts';

describe('mailbox lists', () => {
  test('from several files are joined, in order', async () => {
    const list = await readLists({
      'b.txt': 'b@x.y\n',
      'lists/a.csv': 'Mail\na@x.y\nB@X.Y\n',
      'c.json': '["c@x.y", "A@x.y"]',
    });
    expect(mailboxesOf(list)).toEqual([
      { address: 'b@x.y', file: 'b.txt', line: 1 },
      { address: 'a@x.y', file: 'lists/a.csv', line: 2 },
      { address: 'c@x.y', file: 'c.json', line: 1 },
    ]);
    expect(list.files).toEqual(['b.txt', 'lists/a.csv', 'c.json']);
    expect(list.duplicateCount).toBe(2);
    expect(list.duplicates).toEqual([
      {
        mailbox: { address: 'B@X.Y', file: 'lists/a.csv', line: 3 },
        firstAt: { address: 'b@x.y', file: 'b.txt', line: 1 },
      },
      {
        mailbox: { address: 'A@x.y', file: 'c.json', line: 1 },
        firstAt: { address: 'a@x.y', file: 'lists/a.csv', line: 2 },
      },
    ]);
  });

  test('report the number of duplicates and the first ten', async () => {
    const list = await readLists({ 'list.txt': 'a@x.y\n'.repeat(26) });
    expect(list).toMatchObject({ length: 1, duplicateCount: 25 });
    expect(list.duplicates.map(({ mailbox }) => mailbox.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test.each([-1, 1, 0.5, NaN])('throw for position %d', async (position) => {
    const list = await readLists({ 'list.txt': 'a@x.y' });
    expect(() => list.at(position)).toThrow(RangeError);
  });

  test('without columns ignore the column option', async () => {
    await expect(readList('list.txt', 'a@x.y', 'Mail')).resolves.toEqual([['a@x.y', 1]]);
  });

  test.each([
    ['list.txt', ''],
    ['list.txt', '# nobody yet\n\n'],
    ['list.csv', ''],
    ['list.csv', 'Mail,Name\n,\n'],
    ['list.json', ' \n'],
    ['list.json', '[]'],
    ['list.json', '{"value": []}'],
  ])('in %s are empty with the content %j', async (name, text) => {
    await expect(readList(name, text)).rejects.toMatchObject({ code: 'LIST_EMPTY', place: { file: name } });
  });

  test('may be empty if another is not', async () => {
    await expect(readLists({ 'a.txt': '', 'b.txt': 'b@x.y' })).resolves.toMatchObject({ length: 1 });
  });

  test.each(['list.xlsx', 'list', 'list.txt.bak'])('are rejected if the format is unknown: %s', async (name) => {
    await expect(readList(name, 'a@x.y')).rejects.toMatchObject({
      code: 'LIST_FORMAT',
      message: expect.stringMatching(/\.txt, \.csv or \.json/),
      place: { file: name },
    });
  });

  test('of more than 100 MB are rejected, whether one file or several', async () => {
    await inWorkspace({ 'a.txt': 'a@x.y', 'b.txt': 'b@x.y', 'c.txt': 'c@x.y' }, async (workspace) => {
      await truncate(path.join(workspace, 'a.txt'), 60_000_000);
      await truncate(path.join(workspace, 'b.txt'), 100_000_001);
      await truncate(path.join(workspace, 'c.txt'), 60_000_000);
      const read = (patterns: readonly string[]) => readMailboxLists({ patterns, workspace, column: undefined });
      const check = (patterns: readonly string[]) => checkMailboxLists({ patterns, workspace, column: undefined });
      for (const [patterns, file] of [
        [['b.txt'], 'b.txt'],
        [['a.txt', 'c.txt'], 'c.txt'],
      ] as const) {
        await expect(read(patterns)).rejects.toMatchObject({ code: 'LIST_TOO_LARGE', place: { file } });
        await expect(check(patterns)).resolves.toMatchObject({
          problems: [{ code: 'LIST_TOO_LARGE', place: { file } }],
        });
      }
    });
  });

  test('contain object IDs beside addresses', async () => {
    const id = '87d349ed-44d7-43e1-9a83-5f2406dee5bd';
    const text = `MailboxName\n${id}\n${id.toUpperCase()}\na@x.y\n`;
    await expect(readList('list.csv', text)).resolves.toEqual([
      [id, 2],
      ['a@x.y', 4],
    ]);
    await expect(readList('list.txt', `{${id}}`)).rejects.toMatchObject({ code: 'ADDRESS_MALFORMED' });
  });

  test('with a malformed address are rejected, with its line', async () => {
    await expect(readList('lists/all.txt', 'a@x.y\n\nAdele Vance\n')).rejects.toMatchObject({
      code: 'ADDRESS_MALFORMED',
      message: 'lists/all.txt, line 3: "Adele Vance" is not a mailbox address.',
      place: { file: 'lists/all.txt', line: 3 },
    });
  });

  test('with several malformed addresses are rejected with the first, and the others are counted', async () => {
    await expect(readList('list.txt', 'a@x.y\nx\nb@x.y\ny\n')).rejects.toThrow(
      '"x" is not a mailbox address. 1 more on line 4.',
    );
    await expect(readList('list.txt', 'x\n'.repeat(14))).rejects.toThrow(
      'list.txt, line 1: "x" is not a mailbox address. 13 more on lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and further down.',
    );
  });

  test('show a malformed address shortened and escaped', async () => {
    await expect(readList('list.txt', `a\u0007\u200b\u00a0b`)).rejects.toThrow('"a\\u{7}\\u{200b}\\u{a0}b" is not');
    await expect(readList('list.txt', '!'.repeat(61))).rejects.toThrow(`"${'!'.repeat(60)}…" is not`);
  });
});
