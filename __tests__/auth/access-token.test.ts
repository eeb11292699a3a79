import { expect, test } from '@jest/globals';
import { claimsChallenge } from '../../src/auth/access-token.ts';

const claims = '{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}';
const encoded = Buffer.from(claims).toString('base64');

test('decodes the claims of a challenge', () => {
  const header = `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${encoded}"`;
  expect(claimsChallenge(header)).toBe(claims);
});

test.each([
  [undefined],
  ['Bearer error="invalid_token"'],
  [`Bearer claims="${encoded}"`],
  ['Bearer error="insufficient_claims"'],
])('finds no challenge in %s', (header) => {
  expect(claimsChallenge(header)).toBeUndefined();
});
