import { expect, test } from '@jest/globals';
import { markdownTable } from '../../bench/table.ts';

test('a table is Markdown with its columns aligned', () => {
  const rows = [
    ['one', '1,000'],
    ['a | b', '2'],
  ];
  expect(markdownTable({ head: ['', 'Count'], rows })).toBe(
    ['|        | Count |', '| ------ | ----: |', '| one    | 1,000 |', '| a \\| b |     2 |'].join('\n'),
  );
});
