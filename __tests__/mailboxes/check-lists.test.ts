import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { checkMailboxLists, readMailboxLists, type CheckedLists } from '../../src/mailboxes/list.ts';
import { inWorkspace, type Files } from './workspace.ts';

function checked(files: Files, patterns = Object.keys(files), column?: string): Promise<CheckedLists> {
  return inWorkspace(files, (workspace) => checkMailboxLists({ patterns, workspace, column }));
}

/** Code and place of each problem, in the format of compilers. */
function places(problems: CheckedLists['problems']): string[] {
  return problems.map(({ code, place }) => `${code} ${[place?.file, place?.line, place?.column].join(':')}`);
}

describe('a check of lists', () => {
  test('finds no problem in valid lists, and counts each mailbox once', async () => {
    const found = await checked({ 'a.txt': 'a@x.y\n# b@x.y\n\nb@x.y\n', 'b.json': '[{"mail": "c@x.y"}]' });
    expect(found).toMatchObject({ value: { length: 3 }, problems: [], warnings: [], moreProblems: 0, moreWarnings: 0 });
  });

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

  test('keeps the first thousand problems of a kind, counts the others, and shows no address', async () => {
    const found = await checked({ 'a.txt': `${'anna @x.y\n'.repeat(1_200)}${'a@x.y\n'.repeat(1_102)}` });
    expect([found.problems.length, found.warnings.length]).toEqual([1_000, 1_000]);
    expect([found.moreProblems, found.moreWarnings]).toEqual([200, 101]);
    expect(JSON.stringify(found.problems.map(({ message, hint }) => message + hint))).not.toContain('anna');
  });

  test('finds an error exactly if a run would fail', async () => {
    const line = fc.constantFrom('a@x.y', 'A@x.y', 'b@x.y', 'nobody', '# c', '', ' d@x.y ', 'a@@b');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        await inWorkspace({ 'a.txt': lines.join('\n') }, async (workspace) => {
          const options = { patterns: ['a.txt'], workspace, column: undefined };
          const found = await checkMailboxLists(options);
          const run = await readMailboxLists(options).then(
            (list) => [list.length, list.duplicateCount],
            () => undefined,
          );
          expect(found.problems.length > 0).toBe(run === undefined);
          expect(run ?? [found.value.length, found.warnings.length]).toEqual([
            found.value.length,
            found.warnings.length,
          ]);
        });
      }),
    );
  });
});
