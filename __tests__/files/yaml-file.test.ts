import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requireValue, type UserError } from '../../src/errors.ts';
import { anyText, choice, list, record } from '../../src/files/fields.ts';
import { FileProblems } from '../../src/files/yaml-problems.ts';
import { didYouMean } from '../../src/text/did-you-mean.ts';
import { LARGEST_YAML_FILE, readYaml } from '../../src/files/yaml-file.ts';
import { offsetInText, type YamlValue } from '../../src/files/yaml-value.ts';

function parsed(source: string | Uint8Array, read: (root: YamlValue) => unknown = () => true): readonly UserError[] {
  return readYaml(source, 'f.yml', 'POLICY_FILE', read).problems;
}

/** The problems of a text as `line:column message`. */
function problemsOf(source: string | Uint8Array): string[] {
  return inShort(parsed(source));
}

function inShort(problems: readonly UserError[]): string[] {
  return problems.map(({ place, message }) => `${place?.line}:${place?.column} ${message}`);
}

/** Reads the value of the key `a`. Returns the result and the problems. */
function read<T>(source: string, reader: (value: YamlValue) => T | undefined) {
  let result: T | undefined;
  const problems = parsed(source, (root) => {
    const value = root.entry('a')?.value;
    if (value === undefined) throw new Error('there is no key "a"');
    result = reader(value);
    return true;
  });
  return { result, problems: inShort(problems) };
}

const text = (value: YamlValue): string | undefined => value.text();

describe('a YAML file', () => {
  test.each([
    ['a: 1\n', 'plain'],
    ['\ufeffa: 1\n', 'with a byte order mark'],
    ['a: 1\r\nb: 2\r\n', 'with CRLF'],
    ['---\na: 1\n...\n', 'with markers'],
    ['# before\na: 1 # behind\n', 'with comments'],
    ['a: "\\t"\n', 'with an escape'],
    ["a: '“quoted”'\n", 'with typographic quotes in straight ones'],
    ['a: Replies to “All” of it’s users’\n', 'with typographic quotes within a text'],
  ])('%j, %s, is accepted', (source) => {
    expect(problemsOf(source)).toEqual([]);
    expect(problemsOf(Buffer.from(source))).toEqual([]);
  });

  test.each([
    ['a: [1\n', '2:1 This is not YAML: Flow sequence in block collection'],
    ['a: 1\n  b: 2\n', '1:4 This is not YAML: Nested mappings'],
    ['ok: 1\na: @x\n', '2:4 This is not YAML: Plain value cannot start with reserved character @'],
    ['a: 1\nb\n', '2:1 This is not YAML: Implicit map keys'],
    ['a: 1\n---\nb: 2\n', '2:1 A second document begins here.'],
    ['a: &x 1\nb: 2\n', '1:7 There is an anchor ("&x") here'],
    ['a: 1\nb: *x\n', '2:4 There is an alias ("*x") here'],
    ['a: !isRead\n', '1:11 There is a tag ("!isRead") here'],
    ['a: !!str 1\n', '1:10 There is a tag ("tag:yaml.org,2002:str") here'],
    ['a: “none”\n', '1:4 "“none”" has typographic quotes'],
    ['a: [‘none’, „all“]\n', '1:5 "‘none’" has typographic quotes'],
    ['“a”: none\n', '1:1 "“a”" has typographic quotes'],
    ['a: { b: “x, c: y” }\n', '1:9 "“x" has typographic quotes'],
    ['%YAML 1.1\n---\na: yes\n', '1:1 There is a YAML directive here.'],
    ['a: 1\n\ta: 2\n', '2:1 A line is indented with a tab.'],
    ['a: 1\nb: 2\na: 3\n', '3:1 The key "a" is repeated.'],
    ['a: 1\nb: {c: 1, c: 2}\n', '2:11 The key "c" is repeated.'],
    ['1: 1\n"1": 2\n', '2:1 The key "1" is repeated.'],
    ['', '1:1 The file is empty.'],
    ['\ufeff', '1:1 The file is empty.'],
    ['# nothing\n\n', '1:1 The file is empty.'],
    ['---\n', '1:1 The file is empty.'],
    ['a: b\0c\n', '1:5 There is a control character here.'],
    ['a: 1\nb: \u009fc\n', '2:4 There is a control character here.'],
    [`a: ${'['.repeat(200)}${']'.repeat(200)}\n`, '1:104 Values are nested too deep here.'],
  ])('%j has the problem "%s"', (source, problem) => {
    expect(problemsOf(source)[0]).toContain(problem);
  });

  test.each([
    ['brackets', '['],
    ['braces', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['aliases', '*a '],
    ['quotes', '"'],
    ['directives', '%\n'],
    ['documents', '---\n'],
  ])('with only %s has a few problems', (_case, piece) => {
    const problems = problemsOf(piece.repeat(12_000 / piece.length));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems.length).toBeLessThan(10);
  });

  test('that expands aliases is rejected', () => {
    const laughs = Array.from({ length: 20 }, (_, at) => `l${at + 1}: &l${at + 1} [*l${at}, *l${at}]`);
    expect(problemsOf(`l0: &l0 [ha]\n${laughs.join('\n')}\n`)[0]).toContain('1:9 There is an anchor');
  });

  test('with a great many keys is checked in linear time', () => {
    const keys = Array.from({ length: 20_000 }, (_, at) => `k${at}:`);
    expect(problemsOf([...keys, 'k7:'].join('\n'))).toEqual(['20001:1 The key "k7" is repeated.']);
  });

  test('of more than 1 MB is not parsed', () => {
    const big = `#${' '.repeat(LARGEST_YAML_FILE)}`;
    expect(problemsOf(big)).toEqual(['1:1 The file is larger than 1 MB.']);
    expect(problemsOf(Buffer.from(big))).toEqual(['1:1 The file is larger than 1 MB.']);
  });

  test.each([
    [Buffer.from('a: 1\nb: \xe9\n', 'latin1'), '2:4 The file is not UTF-8.'],
    [Buffer.from('\ufeffa: 1\n', 'utf16le'), '1:1 The file is not UTF-8.'],
  ])('as bytes %j has the problem "%s"', (bytes, problem) => {
    expect(problemsOf(bytes)).toEqual([problem]);
  });
});

describe('a value', () => {
  test.each([
    ['a: b c\n', 'b c'],
    ["a: '12'\n", '12'],
    ['a: |\n  b\n  c\n', 'b\nc\n'],
  ])('of %j is text', (source, value) => {
    expect(read(source, text)).toEqual({ result: value, problems: [] });
  });

  test.each([
    ['a:\n', '1:3 "a" has no value.'],
    ['a: ~\n', '1:4 "a" has no value.'],
    ["a: ' '\n", '1:4 "a" has no value.'],
    ['a: 12\n', '1:4 "a" must be text, not a number.'],
    ['a: true\n', '1:4 "a" must be text, not true or false.'],
    ['a: [b]\n', '1:4 "a" must be text, not a list.'],
    ['a:\n  b: c\n', '2:3 "a" must be text, not a mapping.'],
    ['? a\n', '1:4 "a" has no value.'],
  ])('of %j is not text', (source, problem) => {
    expect(read(source, text)).toEqual({ result: undefined, problems: [problem] });
  });

  test.each([
    ['a: 100\n', '100'],
    ['a: 12345678901234567890\n', '12345678901234567890'],
    ['a: true\n', 'true'],
    ['a: b\n', 'b'],
  ])('of %j is read as it was written', (source, value) => {
    expect(read(source, (value) => value.scalarText())).toEqual({ result: value, problems: [] });
  });

  test('is one of the allowed words, or the error suggests the most similar', () => {
    const version = choice('v1.0', 'beta');
    expect(read('a: beta\n', version.read)).toEqual({ result: 'beta', problems: [] });
    expect(parsed('version: 1.0\n', (root) => version.read(root.entry('version')?.value ?? root))).toMatchObject([
      { message: '"version" cannot be "1.0".', hint: 'Did you mean "v1.0"? Use "v1.0" or "beta".' },
    ]);
  });

  test('is a list with a name for each item', () => {
    const items = list(anyText, { noun: 'item', minItems: 1, maxItems: 2, hint: 'Write one or two.' });
    expect(read('a: [b, 1]\n', items.read)).toEqual({
      result: ['b'],
      problems: ['1:8 "a[1]" must be text, not a number.'],
    });
    expect(read('a: b\n', items.read).problems).toEqual(['1:4 "a" must be a list, "- item" on each line, not text.']);
    expect(read('a: []\n', items.read).problems).toEqual(['1:4 "a" has no item.']);
    expect(read('a: [b, c, d]\n', items.read).problems).toEqual(['1:4 There are more than 2 items.']);
  });

  test('is a record of known keys, and all mistakes are reported', () => {
    const key = { is: anyText, description: 'A key.' };
    const known = record({ path: { ...key, required: true }, name: { ...key, required: true }, version: key });
    expect(read('a:\n  vresion: 1\n  path: x\n  other: 1\n', known.read).problems).toEqual([
      '2:3 "vresion" is not one of the keys in "a".',
      '2:3 "a.name" is missing.',
      '4:3 "other" is not one of the keys in "a".',
    ]);
  });

  test.each(['- a\n', 'text\n', '12\n'])('%j is not a mapping', (source) => {
    expect(parsed(source, (root) => root.entries())[0]?.message).toContain('The file must be a mapping');
  });

  test.each(['? [a]\n: 1\n', ': 1\n', '~: 1\n', '? {b: 1}\n'])('%j has a key that is not text', (source) => {
    const [problem] = parsed(source, (root) => root.entries());
    expect(problem?.message).toContain('A key is missing or is not a text.');
  });

  test('may have a key such as __proto__', () => {
    const keys = readYaml('__proto__: x\nconstructor: y\n', 'f.yml', 'POLICY_FILE', (root) =>
      root.entries()?.map(({ key }) => key),
    );
    expect(keys.value).toEqual(['__proto__', 'constructor']);
  });

  test.each([
    ['a: xy^z\n', 5],
    ["a: 'x''y^z'\n", 8],
    ['a: "xy^z"\n', 6],
    ['a: "x\\ty^z"\n', 3],
    ['a: |\n  xy^z\n', 3],
    ['a: xy\n  ^z\n', 3],
  ])('of %j has its ^ at offset %d', (source, offset) => {
    const at = (value: YamlValue) => offsetInText(value, (value.text() ?? '').indexOf('^'));
    expect(read(source, at).result).toBe(offset);
  });
});

describe('problems', () => {
  test('are in the order of the file, and the error has the first and the number of the others', () => {
    const problems = new FileProblems('a\nbc\n', 'f.yml', 'POLICY_FILE');
    const first = () => requireValue({ value: undefined, problems: problems.all() });
    problems.add(3, 'Second.', 'h');
    problems.add(0, 'First.', 'h');
    expect(first).toThrow('f.yml, line 1, column 1: First (1 more problem follows).');
    problems.add(99, 'Third.', 'h');
    expect(problems.all()[2]?.place).toEqual({ file: 'f.yml', line: 3, column: 1 });
    expect(first).toThrow('f.yml, line 1, column 1: First (2 more problems follow).');
  });

  test('are limited to a hundred', () => {
    const problems = new FileProblems('a', 'f.yml', 'POLICY_FILE');
    for (let count = 0; count < 1000; count += 1) problems.add(0, 'Once more.', 'h');
    expect(problems.all()).toHaveLength(100);
  });
});

describe('the most similar name', () => {
  test.each([
    ['vresion', 'version'],
    ['Columns', 'columns'],
    ['colums', 'columns'],
    ['row', 'rows'],
    ['x', undefined],
    ['something', undefined],
    ['', undefined],
  ])('to %j is %j', (name, similar) => {
    expect(didYouMean(name, ['name', 'version', 'columns', 'rows'])).toBe(similar);
  });

  test.each(['none', 'off', 'No', 'false'])('to %j is another word for "off"', (name) => {
    expect(didYouMean(name, ['error', 'warning', 'never'])).toBe('never');
    expect(didYouMean(name, ['name', 'version'])).not.toBe('version');
  });

  test('is a known name, and the same name if it is known', () => {
    const known = ['name', 'request', 'columns', 'rows'];
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (name) => {
        expect([...known, undefined]).toContain(didYouMean(name, known));
      }),
    );
    for (const name of known) expect(didYouMean(name, known)).toBe(name);
  });
});

describe('any text', () => {
  const piece = fc.constantFrom(
    'a',
    'b: ',
    '- ',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&x ',
    '*x',
    '!t ',
    '|\n',
    '>\n',
    '\n',
    ' ',
    '  ',
    '\t',
    '#',
    '---\n',
    '%Y\n',
    '? ',
    '\r\n',
    '\ufeff',
    '\u{1f600}',
    '\0',
    ':',
    '~',
    '@',
    '`',
    '...\n',
  );
  test('has a root or a problem, and each problem has a place in the file', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const { value, problems } = readYaml(source, 'f.yml', 'POLICY_FILE', () => true);
        expect(value !== undefined || problems.length > 0).toBe(true);
        const lines = source.replace(/^\ufeff/, '').split('\n');
        for (const { place: { line = 0, column = 0 } = {} } of problems) {
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
          expect(lines[line - 1]).toBeDefined();
        }
      }),
      { numRuns: 100 },
    );
  });
});

test.each([
  [
    'rules:\n  - id: a\n   title: b\n',
    'Line 2 starts in column 5: "  - id: a"',
    'Line 3 starts in column 4: "   title: b"',
  ],
  [
    'rules:\n  - id: a\n     title: b\n',
    'Line 2 starts in column 5: "  - id: a"',
    'Line 3 starts in column 6: "     title: b"',
  ],
  [
    'rules:\n  - id: a\n # next\n - id: b\n',
    'Line 2 starts in column 5: "  - id: a"',
    'Line 4 starts in column 4: " - id: b"',
  ],
])('%j: the hint shows the two lines that differ', (text, upper, lower) => {
  const problems = parsed(text);
  expect(problems[0]?.hint.split('\n').slice(0, 2)).toEqual([upper, lower]);
});
