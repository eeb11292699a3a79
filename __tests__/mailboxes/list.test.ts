import { truncate } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { checkMailboxLists, readMailboxLists, type CheckedLists } from '../../src/mailboxes/list.ts';
import { inWorkspace, readList, readLists, type Files } from './workspace.ts';

describe('mailbox lists', () => {
  test('report the number of duplicates and the first ten', async () => {
    const list = await readLists({ 'list.txt': 'a@x.y\n'.repeat(26) });
    expect(list).toMatchObject({ length: 1, duplicateCount: 25 });
    expect(list.duplicates.map(({ mailbox }) => mailbox.line)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('with several values of a column for one address have none, and say where', async () => {
    const files = {
      'a.csv': 'Mail,DisplayName\nann@x.y,Ann\nbob@x.y,Bob\nAnn@x.y,Anna\n',
      'b.csv': 'Mail,DisplayName\nBOB@x.y,Bob\nann@x.y,Ann\n',
      'c.txt': 'bob@x.y\n',
    };
    const list = await readLists(files);
    expect(list.mailboxes.map(({ address, columns }) => [address, columns])).toEqual([
      ['ann@x.y', [null]],
      ['bob@x.y', ['Bob']],
    ]);
    expect(list.conflicts?.map(({ firstAt, mailbox }) => [firstAt.line, mailbox.file, mailbox.line])).toEqual([
      [2, 'a.csv', 4],
    ]);
    await inWorkspace(files, async (workspace) => {
      const { warnings } = await checkMailboxLists({ patterns: ['*.csv'], workspace, column: undefined });
      expect(warnings[0]).toMatchObject({
        message: 'The address is already in a.csv, line 2, with another value of "DisplayName".',
        place: { file: 'a.csv', line: 4 },
      });
    });
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

  test('of a spreadsheet are rejected with how to save them', async () => {
    await expect(readList('list.xlsx', '')).rejects.toMatchObject({ hint: expect.stringContaining('CSV UTF-8') });
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

  test.each([
    ['adele@contoso,com', 'contains a comma'],
    ['a@x.y; b@x.y', 'one address a line'],
    ['adele @contoso.com', 'contains a space'],
    ['adele@contoso..com', 'a part between dots of the domain is empty'],
    ['adele@', 'nothing is after the @'],
    ['a@b@c.d', 'more than one @'],
    ['a@b_c.d', 'the domain contains "_"'],
    ['<a@b.c>', 'contains <'],
    ['a\u200b@b.c', 'the character U+200B'],
  ])('show %j with what is wrong in it', async (text, wrong) => {
    const shown = JSON.stringify(text).replace('\u200b', '\\u{200b}');
    const error: unknown = await readList('list.txt', text).catch((thrown: unknown) => thrown);
    expect(String(error)).toContain(`${shown} is not a mailbox address: `);
    expect(String(error)).toContain(wrong);
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

function checked(files: Files, patterns = Object.keys(files), column?: string): Promise<CheckedLists> {
  return inWorkspace(files, (workspace) => checkMailboxLists({ patterns, workspace, column }));
}

/** Code and place of each problem, in the format of compilers. */
function places(problems: CheckedLists['problems']): string[] {
  return problems.map(({ code, place }) => `${code} ${[place?.file, place?.line, place?.column].join(':')}`);
}

describe('a check of lists', () => {
  test('finds every malformed and every repeated address, with line and column', async () => {
    const found = await checked({
      'a.txt': 'a@x.y\r\n  no address # but a comment\r\nb@x.y\r\n',
      'b.csv': 'Name,Mail\nAnna,A@X.Y\n"B, b",b@@x.y\nCleo,\n',
      'c.json': '[\n  "c@x.y",\n  null,  "b@x.y"\n]',
    });
    expect(places(found.problems)).toEqual([
      'ADDRESS_MALFORMED a.txt:2:3',
      'ADDRESS_MALFORMED b.csv:3:8',
      'ADDRESS_MALFORMED b.csv:4:',
      'ADDRESS_MALFORMED c.json:3:3',
    ]);
    expect(places(found.warnings)).toEqual(['ADDRESS_REPEATED b.csv:2:6', 'ADDRESS_REPEATED c.json:3:11']);
    expect(found.value.length).toBe(3);
    expect(found.warnings[0]?.message).toContain('a.txt, line 1');
  });

  test('reports the column of the address, not of equal text before it', async () => {
    const found = await checked(
      {
        'a.csv': 'Name;Mail\nbad;bad\n"x;ob@x.y"; "ob@x.y"\nob@x.y;OB@x.y\n',
        'b.json': '[{"mail": "mail"}, {"mail":"OB@x.y"}]',
      },
      ['a.csv', 'b.json'],
      'Mail',
    );
    expect(places(found.problems)).toEqual(['ADDRESS_MALFORMED a.csv:2:5', 'ADDRESS_MALFORMED b.json:1:12']);
    expect(places(found.warnings)).toEqual(['ADDRESS_REPEATED a.csv:4:8', 'ADDRESS_REPEATED b.json:1:29']);
  });

  test('continues if a path matches no file', async () => {
    const found = await checked({ 'a.txt': 'bad\na@x.y' }, ['nowhere.txt', 'a.txt']);
    expect(found.problems.map(({ code }) => code)).toEqual(['LIST_NOT_FOUND', 'ADDRESS_MALFORMED']);
    expect(found.value.length).toBe(1);
  });

  test('continues after a file that cannot be read as a list', async () => {
    const found = await checked({
      'a.json': '[ "a@x.y", ]',
      'b.md': 'b@x.y',
      'c.txt': new Uint8Array([0xff, 0xfe, 0x00]),
      'd.csv': 'Phone\n123\n',
      'e.txt': 'no address',
    });
    expect(found.problems.map(({ code, place }) => [code, place?.file])).toEqual([
      ['LIST_MALFORMED', 'a.json'],
      ['LIST_FORMAT', 'b.md'],
      ['LIST_ENCODING', 'c.txt'],
      ['LIST_NO_COLUMN', 'd.csv'],
      ['ADDRESS_MALFORMED', 'e.txt'],
    ]);
  });

  test.each([
    ['LIST_NOT_FOUND', {}, ['nowhere.txt']],
    ['LIST_OUTSIDE_WORKSPACE', {}, ['../list.txt']],
    ['LIST_EMPTY', { 'a.txt': '# nobody' }, ['a.txt']],
  ])('reports %s', async (code, files, patterns) => {
    expect((await checked(files, patterns)).problems.map((error) => error.code)).toEqual([code]);
  });

  test('keeps the first thousand problems of a kind, and counts the others', async () => {
    const found = await checked({ 'a.txt': `${'anna @x.y\n'.repeat(1_200)}${'a@x.y\n'.repeat(1_102)}` });
    expect([found.problems.length, found.warnings.length]).toEqual([1_000, 1_000]);
    expect([found.moreProblems, found.moreWarnings]).toEqual([200, 101]);
  });
});
