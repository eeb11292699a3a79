import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';
import { clientAssertion } from '../../src/auth/credential.ts';
import { selfSigned } from './self-signed.ts';

test('a client assertion has the claims and header that Entra documents, and is signed with the key of the certificate', async () => {
  const certificate = await selfSigned();
  const now = Date.UTC(2026, 10, 24, 12, 0, 0, 700);
  const id = 'b8e2d7c4-13a5-4f60-8d9b-2c7e5a914f33';
  const request = { clientId: 'client', audience: 'https://login.example/t/oauth2/v2.0/token', id, now };
  const assertion = await clientAssertion(certificate, request);
  const { payload, protectedHeader } = await jwtVerify(assertion, certificate.certificate.publicKey, {
    currentDate: new Date(now),
    algorithms: ['PS256'],
  });
  expect(protectedHeader).toEqual({
    alg: 'PS256',
    typ: 'JWT',
    'x5t#S256': createHash('sha256').update(certificate.certificate.raw).digest('base64url'),
  });
  const seconds = Math.floor(now / 1000);
  expect(payload).toEqual({
    aud: request.audience,
    iss: 'client',
    sub: 'client',
    jti: id,
    nbf: seconds,
    iat: seconds,
    exp: seconds + 600,
  });
});
