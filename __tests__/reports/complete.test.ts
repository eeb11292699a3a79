import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { compilePageCollector } from '../../src/reports/collect.ts';
import { calendarPermissions } from '../../src/reports/built-in/calendar-permissions.ts';
import { folders } from '../../src/reports/built-in/folders.ts';
import type { GraphReport } from '../../src/reports/definition.ts';
import { rowsOf, unreadableRow } from '../../src/reports/rows.ts';
import { collectedRows } from './collected-rows.ts';

function groups(request: Partial<GraphReport['request']> = {}): GraphReport {
  return {
    name: 'groups',
    permissions: [],
    request: { path: 'memberOf', version: 'v1.0', ...request },
    rows: 'value',
    columns: { Name: 'name', Members: 'members' },
  };
}

describe('a mailbox fails', () => {
  test.each<JsonObject>([
    { 'members@odata.nextLink': 'https://graph.microsoft.com/v1.0/groups/1/members?$skip=1' },
    { 'Members@OData.NextLink': 'https://graph.microsoft.com/v1.0/groups/1/members?$skip=1' },
    { owner: { 'members@odata.nextLink': 'x' } },
    { lists: [[{ 'kids@odata.nextLink': 'x' }]] },
    { '@odata.nextLink': 'x' },
    { 'members@odata.count': 2 },
  ])('if an item has a part of a list, as %j says', (further) => {
    const value = [{ name: 'a', members: ['x'], ...further }];
    expect(() => collectedRows(groups(), { value })).toThrow(TypeError);
  });

  test('if fewer items arrive in all pages than the service counts', () => {
    const pages = (count: number): (() => unknown) => {
      const { onPage, result } = compilePageCollector(groups())();
      return () => {
        onPage({ '@odata.count': count, value: [{ name: 'a' }, { name: 'b' }] }, true);
        onPage({ value: [{ name: 'c' }] }, false);
        return result().length;
      };
    };
    expect(pages(3)()).toBe(3);
    expect(pages(4)).toThrow('3 of 4 items');
  });
});

test('a count is no reason to fail if the request asks for a part', () => {
  const page = { '@odata.count': 9, value: [{ name: 'a', members: ['x'] }] };
  expect(collectedRows(groups({ firstPageOnly: true }), page)).toHaveLength(1);
  expect(collectedRows(groups({ query: { $skip: '8' } }), page)).toHaveLength(1);
  const query = { $expand: 'members($top=1;$count=true)' };
  const value = [{ name: 'a', members: ['x'], 'members@odata.count': 9 }];
  expect(collectedRows(groups({ query }), { value })).toHaveLength(1);
});

test('a folder with fewer children than Graph counts is failed in its row, and the others are kept', () => {
  const folder = (id: string, childFolderCount: number): JsonObject => ({
    id,
    displayName: id,
    childFolderCount,
    totalItemCount: 1,
    unreadItemCount: 0,
  });
  const { onPage, result } = compilePageCollector(folders)();
  const [ofA] = onPage({ value: [folder('a', 2), folder('b', 0)] }, false);
  ofA?.onPage({ value: [folder('c', 0)] }, false);
  const mailbox = { address: 'a@x.y', file: 'list.txt', line: 1 };
  const rows = rowsOf(mailbox, { status: 'ok', value: result() }, folders);
  expect(rows.map(({ cells, status }) => [cells[0], status])).toEqual([
    ['a', 'failed'],
    ['a/c', 'ok'],
    ['b', 'ok'],
  ]);
  expect(unreadableRow(rows)).toMatchObject({ status: 'failed', error: 'Graph listed 1 of 2 child folders' });
});

test('children of a folder are requested if Graph does not say how many there are', () => {
  const { onPage } = compilePageCollector(folders)();
  const followUps = onPage({ value: [{ id: 'a', displayName: 'a' }] }, false);
  expect(followUps.map(({ path }) => path.replace(/\?.*/, ''))).toEqual(['mailFolders/a/childFolders']);
});

test.each([calendarPermissions, folders])(
  'a mailbox without any item of $name is failed, since each mailbox has a default one',
  (report) => {
    const { onPage, result } = compilePageCollector(report)();
    onPage({ value: [] }, false);
    expect(result).toThrow('not even what every mailbox has');
  },
);
