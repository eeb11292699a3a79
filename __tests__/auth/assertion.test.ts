import { expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { jwtVerify } from 'jose';
import { clientAssertion } from '../../src/auth/credential.ts';
import { selfSigned } from './self-signed.ts';

test('a client assertion has the claims and header that Entra documents, and is signed with the key of the certificate', async () => {
  const certificate = await selfSigned();
  const now = Date.UTC(2026, 10, 24, 12, 0, 0, 700);
  const request = { clientId: 'client', audience: 'https://login.example/t/oauth2/v2.0/token', now };
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
    jti: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
    nbf: seconds,
    iat: seconds,
    exp: seconds + 600,
  });
  const next = await jwtVerify(await clientAssertion(certificate, request), certificate.certificate.publicKey, {
    currentDate: new Date(now),
  });
  expect(next.payload.jti).not.toBe(payload.jti);
});
