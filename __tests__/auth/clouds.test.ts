import { expect, test } from '@jest/globals';
import { clouds } from '../../src/auth/clouds.ts';

test('lists the sign-in, Graph and audience of each cloud, as origins without a trailing slash', () => {
  expect(Object.keys(clouds)).toEqual(['global', 'usgov', 'usgov-dod', 'china']);
  for (const { authorityHost, graphUrl, audience } of Object.values(clouds)) {
    expect([authorityHost, graphUrl]).toEqual([new URL(authorityHost).origin, new URL(graphUrl).origin]);
    expect(audience).toMatch(/^api:\/\/AzureADTokenExchange(USGov|China)?$/);
  }
  expect(new Set(Object.values(clouds).map(({ graphUrl }) => graphUrl)).size).toBe(4);
});
