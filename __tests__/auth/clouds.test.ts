import { expect, test } from '@jest/globals';
import { clouds } from '../../src/auth/clouds.ts';

test('each cloud has its sign-in, its Graph and its audience, as origins without a slash at the end', () => {
  expect(Object.keys(clouds)).toEqual(['global', 'usgov', 'usgov-dod', 'china']);
  for (const { authorityHost, graphUrl, audience } of Object.values(clouds)) {
    expect([authorityHost, graphUrl]).toEqual([new URL(authorityHost).origin, new URL(graphUrl).origin]);
    expect(audience).toMatch(/^api:\/\/AzureADTokenExchange(USGov|China)?$/);
  }
  expect(new Set(Object.values(clouds).map(({ graphUrl }) => graphUrl)).size).toBe(4);
});
