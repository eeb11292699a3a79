import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../../src/reports/built-in.ts';

describe.each([...builtInReports.values()])('the built-in report $name', ({ columns, types, request }) => {
  test('describes the possible values of each of its columns', () => {
    expect(Object.keys(types ?? {})).toEqual(Object.keys(columns));
  });

  test('selects every property that its expressions read', () => {
    const selected = request.query?.$select?.split(',');
    if (selected === undefined) return;
    const text = [...Object.values(columns), request.children?.when ?? ''].join(' ').replaceAll(/'[^']*'|"[^"]*"/g, '');
    const read = text.match(/(?<!&)\b[a-z]\w*\b(?!\()/g) ?? [];
    expect(read.filter((name) => !selected.includes(name) && name !== 'parents')).toEqual([]);
  });
});
