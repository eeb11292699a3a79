import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListColumns } from '../../src/mailboxes/list-columns.ts';
import { readJson } from '../../src/mailboxes/json-list.ts';
import { readList } from './workspace.ts';

describe('a JSON list', () => {
  test('of objects is read by the best matching key of the first object that has one', async () => {
    const text =
      '[ {"mail": "other@x.y",\n "userPrincipalName": "a@x.y",\n "n": {"userPrincipalName": "no@x.y"}},\n' +
      '{"extra": [1, {"x": 2}], "USERPRINCIPALNAME": "b@x.y", "mail": null}]';
    await expect(readList('list.json', text)).resolves.toEqual([
      ['a@x.y', 2],
      ['b@x.y', 4],
    ]);
  });

  test('may be a response of Graph', async () => {
    const text =
      '{"@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users(mail)", "@odata.count": 2, "others": [],\n' +
      '"value": [{"mail": "a@x.y"},\n{"mail": "b@x.y"}],\n"@adminapi.warnings": ["A warning"], "widths": [1, 2]}';
    await expect(readList('list.json', text)).resolves.toEqual([
      ['a@x.y', 2],
      ['b@x.y', 3],
    ]);
  });

  test('is rejected if "value" occurs twice, of which JSON.parse keeps one', async () => {
    const text = '{"value": [{"mail": "a@x.y"}],\n"@odata.count": 1, "\\u0076alue": [{"mail": "b@x.y"}]}';
    await expect(readList('list.json', text)).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      place: { file: 'list.json', line: 2, column: 20 },
    });
  });

  test('is rejected if it is the first of several pages from Graph, and the error shows no skip token', async () => {
    const link = 'https://graph.microsoft.com/v1.0/users?$select=mail&$skiptoken=RFNwdAIAAQAAABc6';
    const text = `{"value": [{"mail": "a@x.y"}],\n "@odata.nextLink": ${JSON.stringify(link)}}`;
    const error: unknown = await readList('list.json', text).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: 'LIST_INCOMPLETE',
      message: expect.stringContaining('https://graph.microsoft.com/v1.0/users?$select=mail'),
      place: { file: 'list.json', line: 2 },
    });
    expect(String(error)).not.toContain('RFNwdAIAAQAAABc6');
  });

  test('is rejected if a next link precedes the page, and not if the link is empty', async () => {
    const page = (link: string): string => `{"@odata.nextLink": ${link}, "value": ["a@x.y"]}`;
    await expect(readList('list.json', page('"https://x.y/?a"'))).rejects.toMatchObject({ code: 'LIST_INCOMPLETE' });
    await expect(readList('list.json', page('null'))).resolves.toEqual([['a@x.y', 1]]);
    await expect(readList('list.json', '[{"mail": "a@x.y", "@odata.nextLink": "https://x.y"}]')).resolves.toEqual([
      ['a@x.y', 1],
    ]);
  });

  test.each([
    ['a link "nextLink"', '{"value": ["a@x.y"],\n"nextLink": "https://x.y/?page=2"}', 'https://x.y/?page=2'],
    ['a link of OData 3', '{"value": ["a@x.y"],\n"odata.nextLink": "users?$skiptoken=X"}', '"odata.nextLink"'],
    ['a link in another case', '{"value": ["a@x.y"],\n"@odata.nextlink": "https://x.y"}', '"@odata.nextlink"'],
    ['a link of the array', '{"value": ["a@x.y"],\n"value@odata.nextLink": "https://x.y"}', '"value@odata.nextLink"'],
    ['a count above its items', '{"value": ["a@x.y"],\n"@odata.count": 2}', 'the list has 1'],
    [
      'a count of OData 3 before it',
      '{\n"odata.count": "3", "value": [{"mail": "a@x.y"}, {"mail": "b@x.y"}]}',
      'has 2',
    ],
    ['a second array', '{"value": ["a@x.y"],\n"more": ["z@x.y"]}', '"more" is a second array'],
    ['a second array of objects before it', '{\n"users": [{"mail": "z@x.y"}], "value": []}', '"users"'],
  ])('is rejected if it has %s', async (_, text, message) => {
    await expect(readList('list.json', text)).rejects.toMatchObject({
      code: 'LIST_INCOMPLETE',
      message: expect.stringContaining(message),
      place: { file: 'list.json', line: 2 },
    });
  });

  test('is read by the requested key', async () => {
    await expect(readList('list.json', '[{"mail": "a@x.y", "login": "b@x.y"}]', 'Login')).resolves.toEqual([
      ['b@x.y', 1],
    ]);
  });

  test('is read by the only key with addresses', async () => {
    const text = '[{"id": 1, "konto": null},\n{"id": "2", "konto": "b@x.y"}]';
    await expect(readList('list.json', text)).rejects.toMatchObject({ code: 'ADDRESS_MALFORMED' });
    await expect(readList('list.json', text.replace('null', '"a@x.y"'))).resolves.toEqual([
      ['a@x.y', 1],
      ['b@x.y', 2],
    ]);
    await expect(readList('list.json', '[{"a": "a@x.y", "b": "b@x.y"}]')).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      message: expect.stringContaining('"a", "b"'),
    });
  });

  test('without an address key is an error that names the keys of the first object', async () => {
    await expect(readList('list.json', '[\n{"alias": "a", "id": 1}, {"other": 2}]')).rejects.toMatchObject({
      code: 'LIST_NO_COLUMN',
      message: expect.stringContaining('keys are "alias", "id"'),
      hint: expect.stringContaining('address-column'),
      place: { file: 'list.json', line: 2 },
    });
  });

  test.each([
    ['an object without the key', '[{"mail": "a@x.y"},\n{"id": 1}]', 'The address is missing'],
    ['an object before the key is known', '[{"mail": "a@x.y"},\n{}]', 'The address is missing'],
    ['a null', '[{"mail": "a@x.y"},\n{"mail": null}]', 'The address is missing'],
    ['an object as address', '[{"mail": "a@x.y"},\n{"mail": {"address": "a@x.y"}}]', '"{…" is not a mailbox address'],
    ['an array as address', '["a@x.y",\n["b@x.y"]]', '"[…" is not a mailbox address'],
    ['a number', '["a@x.y",\n17]', '"17" is not a mailbox address'],
  ])('with %s is malformed at that line', async (_case, text, message) => {
    await expect(readList('list.json', text)).rejects.toMatchObject({
      code: 'ADDRESS_MALFORMED',
      message: `list.json, line 2: ${message}.`,
    });
  });

  test.each([
    ['a trailing comma', '["a@x.y",\n  ]', { line: 2, column: 3 }],
    ['a comment', '[\n// x\n"a@x.y"]', { line: 2, column: 1 }],
    ['an end too soon', '["a@x.y"', { line: 1 }],
    ['a missing comma', '["a@x.y"\n "b@x.y"]', { line: 2, column: 2 }],
    ['more behind it', '["a@x.y"]\n[]', { line: 2, column: 1 }],
    ['single quotes', "['a@x.y']", { line: 1, column: 2 }],
    ['no list', '{"mailboxes": ["a@x.y"]}', { line: 1 }],
    ['a bare address', '"a@x.y"', { line: 1 }],
    ['arrays without end', '['.repeat(20_000), { line: 1 }],
    ['objects without end', '[{"mail":'.repeat(20_000), { line: 1 }],
  ])('with %s is no list', async (_case, text, place) => {
    await expect(readList('list.json', text)).rejects.toMatchObject({
      code: 'LIST_MALFORMED',
      place: { file: 'list.json', ...place },
    });
  });

  test('with a mistake is an error that states the place and quotes nothing', async () => {
    await expect(readList('list.json', '["a@x.y",]')).rejects.toThrow(/column 10: .*: unexpected token ']'\.$/);
  });

  test('has columns with any text, also one that looks like a nested value', () => {
    const carried: unknown[] = [];
    const source = { file: 'list.json', column: undefined, columns: new ListColumns(['Note']) };
    readJson('[{"mail": "a@x.y", "Note": "{…"}]', source, (_text, _line, _column, values) => carried.push(values));
    expect(carried).toEqual([['{…']]);
    const nested = '[{"mail": "a@x.y", "Note": {"a": 1}}]';
    expect(() => {
      readJson(nested, source, () => undefined);
    }).toThrow('has an array or an object');
  });

  test('is accepted exactly if JSON.parse accepts it', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"\\x"',
      '1',
      '-',
      '01',
      '1e5',
      'null',
      'tru',
      ' ',
      '\n',
      '\u00a0',
      '/**/',
      '"\t"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        // As the first element of a list, so that only the syntax can be wrong.
        const text = `[[${pieces.join('')}]]`;
        expect(
          accepts(() => {
            readJson(text, { file: 'list.json', column: undefined, columns: new ListColumns([]) }, () => undefined);
          }),
        ).toBe(
          accepts(() => {
            JSON.parse(text);
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

function accepts(parse: () => void): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}
