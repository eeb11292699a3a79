import { expect, test } from '@jest/globals';
import { clouds } from '../../src/auth/clouds.ts';

test('has a host and an audience of Exchange Online for each cloud, which differ in China', () => {
  const different = Object.entries(clouds).filter(([, cloud]) => cloud.exchangeUrl !== cloud.exchangeAudience);
  expect(different.map(([name, { exchangeUrl, exchangeAudience }]) => [name, exchangeUrl, exchangeAudience])).toEqual([
    ['china', 'https://outlook.office365.cn', 'https://partner.outlook.cn'],
  ]);
  for (const { exchangeUrl, exchangeAudience } of Object.values(clouds)) {
    expect([exchangeUrl, exchangeAudience]).toEqual([exchangeUrl, exchangeAudience].map((url) => new URL(url).origin));
  }
});

test('lists the sign-in, Graph and audience of each cloud, as origins without a trailing slash', () => {
  expect(Object.keys(clouds)).toEqual(['global', 'usgov', 'usgov-dod', 'china']);
  for (const { authorityHost, graphUrl, audience } of Object.values(clouds)) {
    expect([authorityHost, graphUrl]).toEqual([new URL(authorityHost).origin, new URL(graphUrl).origin]);
    expect(audience).toMatch(/^api:\/\/AzureADTokenExchange(USGov|China)?$/);
  }
  expect(new Set(Object.values(clouds).map(({ graphUrl }) => graphUrl)).size).toBe(4);
});
