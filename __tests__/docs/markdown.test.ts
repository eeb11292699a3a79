import { describe, expect, test } from '@jest/globals';
import { anchorsOf, codeBlocks, codeIn, inlineCode, linkTargets, tableOf, tablesOf } from './markdown.ts';

const TEXT = `# One \`thing\` & more

| A   | B        |
| --- | -------- |
| \`x\` | y \\| z |

- A list:

  \`\`\`yaml
  key:
    value: 1
  \`\`\`

\`\`\`\`text
\`\`\`\`

## [Linked](elsewhere.md): a_b

[one](a.md#b) ![two](<c.png>) <img src="e.png" alt=""> \`[no](code.md)\`

## One thing  more

[ref]: d.md
`;

describe('the Markdown reader of these tests', () => {
  test('reads tables', () => {
    expect(tablesOf(TEXT)).toEqual([{ header: ['A', 'B'], rows: [['`x`', 'y | z']] }]);
    expect(() => tableOf(TEXT, 'B')).toThrow('"B"');
    expect(codeIn('`x`')).toBe('x');
    expect(codeIn('`x` and y')).toBeUndefined();
  });

  test('reads code', () => {
    expect(codeBlocks(TEXT, 'yaml')).toEqual(['key:\n  value: 1\n']);
    expect(inlineCode(TEXT)).toEqual(['thing', 'x', '[no](code.md)']);
  });

  test('reads links and their possible targets', () => {
    expect(linkTargets(TEXT)).toEqual(['elsewhere.md', 'a.md#b', 'c.png', 'd.md', 'e.png']);
    expect([...anchorsOf(TEXT)]).toEqual(['one-thing--more', 'linked-a_b', 'one-thing--more-1']);
  });
});
