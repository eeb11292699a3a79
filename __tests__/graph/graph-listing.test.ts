import { describe, expect, test } from '@jest/globals';
import { readListing } from '../../src/graph/graph-listing.ts';
import type { JsonObject } from '../../src/json.ts';

const GRAPH = 'https://graph.example';

/** What a listing of these pages gives: the ids, or why it is not whole. */
async function listed(first: JsonObject, second: JsonObject = { value: [{ id: 'last' }] }): Promise<unknown> {
  const ids: unknown[] = [];
  const failure = await readListing(
    '/v1.0/users?$top=3',
    {
      add: (items) => ids.push(...items.map(({ id }) => id)),
      restart: () => ids.splice(0),
    },
    {
      graphUrl: GRAPH,
      get: (path) => Promise.resolve({ status: 'ok', value: path.includes('skip') ? second : first }),
    },
  );
  return failure?.error ?? ids;
}

describe('a listing', () => {
  const value = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const next = `${GRAPH}/v1.0/users?$skiptoken=1`;

  test.each(['@odata.nextLink', 'odata.nextLink', 'nextLink', '@nextLink', '@OData.NEXTLINK'])(
    'continues at the link in %s',
    async (name) => {
      expect(await listed({ value, [name]: next })).toEqual(['a', 'b', 'c', 'last']);
    },
  );

  test('fails if fewer objects arrive in all pages than Graph counts', async () => {
    expect(await listed({ value, '@odata.count': 9 })).toContain('3 of 9 items');
    expect(await listed({ value, '@odata.count': 5, '@odata.nextLink': next })).toContain('4 of 5 items');
    expect(await listed({ value, '@odata.count': 4, '@odata.nextLink': next })).toHaveLength(4);
    expect(await listed({ value, 'odata.count': 9 })).toContain('3 of 9 items');
    expect(await listed({ value, '@odata.count': '9' })).toContain('3 of 9 items');
  });

  test('fails if a list within an object continues elsewhere', async () => {
    const part = { id: 'a', proxyAddresses: [], 'proxyAddresses@odata.nextLink': next };
    expect(await listed({ value: [part] })).toContain('only a part of a list');
  });
});
