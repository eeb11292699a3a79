import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import type { GraphReport } from '../../src/reports/definition.ts';
import { compilePageCollector } from '../../src/reports/collect.ts';
import { collectedRows } from './collected-rows.ts';

function reportOf(parts: Partial<GraphReport>): GraphReport {
  return {
    name: 'own',
    permissions: ['User.Read.All'],
    request: { path: 'things', version: 'v1.0' },
    columns: { A: 'a' },
    ...parts,
  };
}

function nested(depth: number): Json {
  let value: Json = 'x';
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

describe('a report of the user', () => {
  test('fails for a mailbox whose cell is nested 20,000 deep', () => {
    expect(() => collectedRows(reportOf({}), { a: nested(20_000) })).toThrow('column A');
    expect(collectedRows(reportOf({}), { a: nested(20) })).toHaveLength(1);
  });

  test('fails for a mailbox whose cell has more than a million values', () => {
    const columns = { A: `[@,@]${'|[@,@]'.repeat(22)}` };
    expect(() => collectedRows(reportOf({ columns }), { a: 1 })).toThrow('column A');
  });

  test('fails for a mailbox whose rows multiply without limit', () => {
    const report = reportOf({ rows: `value[]${'|[@,@][]'.repeat(40)}` });
    expect(() => collectedRows(report, { value: [{ a: 1 }] })).toThrow('EXPRESSION_LIMIT');
  });

  test.each<Json>([[null], [{}], [{ '@odata.etag': 'x' }]])(
    'fails for a collection with the empty item %j',
    (value) => {
      expect(() => collectedRows(reportOf({ rows: 'value' }), { value })).toThrow(TypeError);
    },
  );

  test('requests the children of a row with their own query, or with the query of the report', () => {
    const request = { path: 'mailFolders', version: 'v1.0' as const, query: { $select: 'id,displayName' } };
    const children = { path: 'mailFolders/{id}/messages', query: { $top: '5', $select: 'id,subject' } };
    const paths = (own: typeof children | { path: string }): readonly string[] => {
      const report = reportOf({ request: { ...request, children: own }, rows: 'value' });
      const { onPage } = compilePageCollector(report)();
      return onPage({ value: [{ id: 'x/y' }] }, false).map(({ path }) => path);
    };
    expect(paths(children)).toEqual(['mailFolders/x%2Fy/messages?$top=5&$select=id,subject']);
    expect(paths({ path: children.path })).toEqual(['mailFolders/x%2Fy/messages?$select=id,displayName']);
  });

  test('reads collections of texts', () => {
    const rows = collectedRows(reportOf({ rows: 'value', columns: { A: '@' } }), { value: ['x', 'y'] });
    expect(rows.map(({ cells }) => cells.A)).toEqual(['x', 'y']);
  });

  test('treats blank cells of an empty response as unknown, and others as blank', () => {
    expect(collectedRows(reportOf({}), {})[0]?.incomplete).toEqual(['A']);
    expect(collectedRows(reportOf({}), { b: 1 })[0]?.incomplete).toEqual([]);
  });

  test('treats blank cells as unknown if its "inconclusive" is true', () => {
    const report = reportOf({ columns: { A: 'a', B: 'b' }, inconclusive: 'hidden' });
    expect(collectedRows(report, { hidden: true, b: 1 })[0]?.incomplete).toEqual(['A']);
    expect(collectedRows(report, { hidden: false, b: 1 })[0]?.incomplete).toEqual([]);
  });
});
