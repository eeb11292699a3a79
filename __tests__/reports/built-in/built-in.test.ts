import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../../src/reports/built-in.ts';
import { isGraphReport } from '../../../src/reports/definition.ts';

describe.each([...builtInReports.values()])('the built-in report $name', (report) => {
  const { columns, types } = report;

  test('describes the possible values of each of its columns', () => {
    expect(Object.keys(types ?? {})).toEqual(Object.keys(columns));
  });

  test('selects every property that its expressions read', () => {
    const selected = isGraphReport(report)
      ? report.request.query?.$select?.split(',')
      : (report.properties ?? report.request.select);
    if (selected === undefined) return;
    const when = isGraphReport(report) ? (report.request.children?.when ?? '') : '';
    const text = [...Object.values(columns), when].join(' ').replaceAll(/'[^']*'|"[^"]*"/g, '');
    const read = text.match(isGraphReport(report) ? /(?<!&)\b[a-z]\w*\b(?!\()/g : /\b[A-Z]\w*/g) ?? [];
    expect(read.filter((name) => !selected.includes(name) && name !== 'parents')).toEqual([]);
  });
});
