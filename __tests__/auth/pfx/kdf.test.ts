import { expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { IV, KEY, MAC, pkcs12Kdf } from '../../../src/auth/pfx/key-derivation.ts';
import { fixedBytes } from '../../support/fixed-bytes.ts';
import { describeWithOpenssl } from '../../support/platform.ts';

describeWithOpenssl('the key derivation of PKCS#12 gives the bytes that openssl derives', () => {
  test.each([
    ['sha1', 20, KEY, 24, 2048, 12],
    ['sha1', 20, IV, 8, 1, 64],
    ['sha256', 32, MAC, 32, 1000, 8],
    ['sha512', 64, MAC, 64, 3, 130],
    ['sha384', 48, KEY, 100, 2, 20],
  ] as const)(
    'with %s of %d bytes, for purpose %d and a length of %d bytes',
    (digest, digestLength, purpose, length, iterations, saltLength) => {
      const password = Buffer.from('pässwörd-🔑\0', 'utf16le').swap16();
      const salt = fixedBytes(saltLength);
      const expected = execFileSync(
        'openssl',
        [
          'kdf',
          '-keylen',
          String(length),
          '-kdfopt',
          `digest:${digest}`,
          '-kdfopt',
          `hexpass:${password.toString('hex')}`,
          '-kdfopt',
          `hexsalt:${salt.toString('hex')}`,
          '-kdfopt',
          `iter:${iterations}`,
          '-kdfopt',
          `id:${purpose}`,
          'PKCS12KDF',
        ],
        { encoding: 'utf8' },
      );
      const derived = pkcs12Kdf({
        digest: { name: digest, length: digestLength },
        purpose,
        password,
        salt,
        iterations,
        length,
      });
      expect(derived.toString('hex').toUpperCase()).toBe(expected.replace(/[:\s]/g, ''));
    },
  );
});
