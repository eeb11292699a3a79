import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../../src/reports/built-in.ts';
import { allBuiltIn } from '../../../src/reports/built-in-tables.ts';
import type { ExchangeRequest } from '../../../src/exchange/exchange-query.ts';
import { columnsIn } from '../../../src/policy/finding-message.ts';
import { isDerivedReport, isGraphReport, isListingReport } from '../../../src/reports/definition.ts';

test.each([...allBuiltIn.values()])('the built-in report $name says what it answers', ({ answers = '' }) => {
  expect(answers).toMatch(/^\S+ .*\w$/);
});

describe.each([...builtInReports.values()])('the built-in report $name', (report) => {
  const { columns, types } = report;

  test('describes the possible values of each of its columns', () => {
    expect(Object.keys(types ?? {})).toEqual(Object.keys(columns));
  });

  test('has a sentence about each of its columns, which names only its columns', () => {
    expect(Object.keys(report.sentences ?? {}).sort()).toEqual(Object.keys(columns).sort());
    const all = Object.values(report.sentences ?? {}).flatMap((sentence) =>
      typeof sentence === 'string' ? [sentence] : Object.values(sentence),
    );
    expect(all.flatMap(columnsIn).filter((column) => !Object.hasOwn(columns, column))).toEqual([]);
  });

  test('selects every property that its expressions read', () => {
    // Its other listings have properties of their own.
    if (isListingReport(report) || isDerivedReport(report)) return;
    const selected = isGraphReport(report)
      ? report.request.query?.$select?.split(',')
      : [...(report.properties ?? report.request.select), ...otherProperties(report.request)];
    if (selected === undefined) return;
    const when = isGraphReport(report) ? (report.request.children?.when ?? '') : '';
    const text = [...Object.values(columns), when].join(' ').replaceAll(/'[^']*'|"[^"]*"/g, '');
    const read = text.match(isGraphReport(report) ? /(?<!&)\b[a-z]\w*\b(?!\()/g : /\b[A-Z]\w*/g) ?? [];
    expect(read.filter((name) => !selected.includes(name) && name !== 'parents')).toEqual([]);
  });
});

/** Of the objects besides that of the mailbox. */
function otherProperties({ organization = {}, beside = {} }: ExchangeRequest): readonly string[] {
  return [...Object.values(organization), ...Object.values(beside)].flatMap(({ select }) => select);
}
