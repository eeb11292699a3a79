import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { configEdits, configText } from '../../../../../src/cli/commands/setup/edit/config-edit.ts';
import { applyEdits, diffOf, editsBetween, linesOf } from '../../../../../src/cli/commands/setup/edit/line-edits.ts';

function edited(text: string, values: Readonly<Record<string, readonly string[]>>): string | undefined {
  const edits = configEdits(text, values);
  return edits && applyEdits(text, edits);
}

describe('a file that people have edited keeps what they wrote when', () => {
  test.each([
    [
      'a report is added to a list',
      '# ours\nreport: # what we read\n  - mailbox-settings # hours\n  - "inbox-rules"\n\nmailboxes: all # 40\n',
      { report: ['mailbox-settings', 'inbox-rules', 'access'] },
      '# ours\nreport: # what we read\n  - mailbox-settings # hours\n  - "inbox-rules"\n  - access\n\nmailboxes: all # 40\n',
    ],
    [
      'a report is taken out of a list, and another comes',
      'report:\n- folders\n- inbox-rules # spies\npolicy: p.yml',
      { report: ['inbox-rules', 'access'] },
      'report:\n- inbox-rules # spies\n- access\npolicy: p.yml\n',
    ],
    [
      'all reports are others',
      'report:\n  - folders\npolicy: p.yml\n',
      { report: ['access'] },
      'report:\n  - access\npolicy: p.yml\n',
    ],
    [
      'one value becomes several on its line',
      "report: 'inbox-rules'   # one\nfail-on: never\n",
      { report: ['inbox-rules', 'access'] },
      'report: [inbox-rules, access]   # one\nfail-on: never\n',
    ],
    [
      'a value on its line changes',
      'fail-on: never # for now\nreport: [a, b] # two\n',
      { 'fail-on': ['error'], 'max-unreadable': ['2%'] },
      "fail-on: error # for now\nreport: [a, b] # two\nmax-unreadable: '2%'\n",
    ],
    [
      'a text by lines changes',
      'report: |\n  inbox-rules\n  folders\nmailboxes: all\n',
      { report: ['inbox-rules', 'access'] },
      'report: |\n  inbox-rules\n  access\nmailboxes: all\n',
    ],
    ['a key has no value', 'policy:\nreport: a\n', { policy: ['policy.yml'] }, 'policy: policy.yml\nreport: a\n'],
    [
      'a key is taken out',
      'report: # what\n  - a # one\n\n# rules\npolicy: p.yml # ours\nformats: json\n',
      { policy: [], baseline: [] },
      'report: # what\n  - a # one\n\n# rules\nformats: json\n',
    ],
    ['it has comments alone', '# later\n', { report: ['a', 'b'] }, '# later\nreport:\n  - a\n  - b\n'],
    ['lines end as on Windows', 'report: a\r\npolicy: p\r\n', { report: ['b'] }, 'report: b\r\npolicy: p\r\n'],
    ['nothing changes', 'report: [b, a]\n', { report: ['a', 'b'] }, 'report: [b, a]\n'],
  ])('%s', (_, text, values, result) => {
    expect(edited(text, values)).toBe(result);
  });
});

test.each([
  ['another key refers to the value', 'report: &r\n  - a\nextra-columns: *r\n', { report: ['b'] }],
  ['the value is that of another key', 'extra-columns: &r [a]\nreport: *r\n', { report: ['b'] }],
  ['it is one line of JSON', '{"report": "a"}\n', { policy: ['p'] }],
  ['it is not YAML', 'report: [a\n', { report: ['b'] }],
  ['it is a list', '- a\n', { report: ['b'] }],
])('a file is left alone if %s', (_, text, values) => {
  expect(edited(text, values)).toBeUndefined();
});

test('the changes are shown with the lines around them', () => {
  const text = configText(['a', 'b', 'c', 'd'], {
    shard: ['1/2'],
    cloud: ['global'],
    report: ['x', 'y'],
    mailboxes: ['all'],
    policy: ['p'],
  });
  expect(diffOf(text, configEdits(text, { report: ['x', 'z'], 'fail-on': ['never'] }) ?? [])).toEqual([
    '  report:',
    '    - x',
    '-   - y',
    '+   - z',
    '  mailboxes: all',
    '  policy: p',
    '+ fail-on: never',
  ]);
});

test('the fewest changes between two texts are found', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', 'c')), fc.array(fc.constantFrom('a', 'b', 'c')), (olds, news) => {
      const [before, after] = [olds, news].map((lines) => lines.map((line) => `${line}\n`).join(''));
      const edits = editsBetween(before ?? '', after ?? '');
      expect(linesOf(applyEdits(before ?? '', edits))).toEqual(news);
      expect(olds.join() === news.join() ? edits : []).toEqual([]);
    }),
  );
  const diff = diffOf('a\nb\nc\nd\n', editsBetween('a\nb\nc\nd\n', 'a\nc\nx\nd\n'));
  expect(diff).toEqual(['  a', '- b', '  c', '+ x', '  d']);
});

const word = fc.oneof(fc.constantFrom('access', 'folders', 'accounts'), fc.stringMatching(/^[a-z][a-z-]{0,6}[a-z]$/));
const values = fc.uniqueArray(word, { minLength: 1, maxLength: 4 });
const comment = fc.constantFrom('', ' # ours', '   # a: b');

/** A key as people write it. */
const entry = fc
  .record({ values, form: fc.constantFrom('block', 'deep', 'flow', 'literal', 'quoted'), comment })
  .map(({ values: all, form, comment: behind }) => (key: string): string => {
    const [first = ''] = all;
    if (form === 'block') return [`${key}:${behind}`, ...all.map((one) => `- ${one}${behind}`)].join('\n');
    if (form === 'deep') return [`${key}:`, ...all.map((one) => `    - '${one}'${behind}\n`)].join('\n');
    if (form === 'flow') return `${key}: [ ${all.join(' , ')} ]${behind}`;
    if (form === 'literal') return [`${key}: |`, ...all.map((one) => `   ${one}`)].join('\n');
    return `${key}: "${first}"${behind}`;
  });

test('of any file, the keys get their values, and all other lines and comments stay', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), entry), { selector: ([key]) => key }),
      fc.dictionary(fc.constantFrom('a', 'b', 'f'), values, { noNullPrototype: true }),
      (entries, wanted) => {
        const text = entries.map(([key, textOf]) => `# about ${key}\n${textOf(key)}\n`).join('\n');
        const result = edited(text, wanted) ?? '';
        const [was, is] = [asLists(text), asLists(result)];
        for (const key of 'abcdef') expect(is[key]?.toSorted()).toEqual((wanted[key] ?? was[key])?.toSorted());
        for (const [key] of entries) expect(result).toContain(`# about ${key}\n${key}:`);
        for (const [key, textOf] of entries.filter(([name]) => !(name in wanted))) {
          expect(result).toContain(textOf(key).trimEnd());
        }
      },
    ),
  );
});

function asLists(text: string): Readonly<Record<string, readonly string[]>> {
  const content: unknown = parse(text);
  return Object.fromEntries(
    Object.entries(content ?? {}).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? value.map(String) : String(value).trim().split('\n'),
    ]),
  );
}
