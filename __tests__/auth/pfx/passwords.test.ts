import { beforeAll, describe, expect, test } from '@jest/globals';
import type { ClientCertificate } from '../../../src/auth/certificate.ts';
import { readPkcs12 } from '../../../src/auth/pfx/read.ts';
import { selfSigned } from '../self-signed.ts';
import { userErrorOf } from '../thrown.ts';
import {
  certificateBag,
  dataContent,
  encryptedKeyBag,
  keyBag,
  macData,
  pfx,
  plainPfx,
  sequence,
} from './pfx-builder.ts';

const COMPOSED = 'pâsswörd-é';
const DECOMPOSED = COMPOSED.normalize('NFD');
const now = new Date();

let certificate: ClientCertificate;
let key: Buffer;
beforeAll(async () => {
  certificate = await selfSigned();
  key = certificate.privateKey.export({ format: 'der', type: 'pkcs8' });
});

function bmp(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function sealed(macPassword: Buffer): Buffer {
  const safe = sequence(dataContent(sequence(keyBag(key), certificateBag(certificate.certificate.raw))));
  return pfx(safe, macData(safe, macPassword));
}

function withEncryptedKey(keyPassword: Buffer): Buffer {
  return plainPfx(encryptedKeyBag(keyPassword, key), certificateBag(certificate.certificate.raw));
}

describe('a MAC is verified', () => {
  test.each([
    ['whose password is UTF-8 bytes taken as characters, as LibreSSL and OpenSSL 1.0 write it', COMPOSED, COMPOSED],
    ['whose password is UTF-8 of characters outside Latin-1', 'пароль-密码-🔑', 'пароль-密码-🔑'],
    ['whose password is such bytes of the decomposed spelling', DECOMPOSED, COMPOSED],
  ])('%s', (_name, written, given) => {
    const asCharacters = Buffer.from(written, 'utf8').toString('latin1');
    const file = sealed(bmp(`${asCharacters}\0`));
    expect(readPkcs12(file, given, now).thumbprint).toBe(certificate.thumbprint);
    expect(userErrorOf(() => readPkcs12(file, `${given}x`, now)).code).toBe('BAD_PASSWORD');
  });

  test.each([
    ['composed', 'decomposed', COMPOSED, DECOMPOSED],
    ['decomposed', 'composed', DECOMPOSED, COMPOSED],
  ])('whose password was typed %s, with the password typed %s', (_written, _given, written, given) => {
    expect(readPkcs12(sealed(bmp(`${written}\0`)), given, now).thumbprint).toBe(certificate.thumbprint);
  });
});

describe('a password with a line break at its end', () => {
  test('opens the PFX without it, and a warning names the input', () => {
    const { warnings, thumbprint } = readPkcs12(
      withEncryptedKey(Buffer.from(COMPOSED, 'latin1')),
      `${COMPOSED}\r\n`,
      now,
    );
    expect(thumbprint).toBe(certificate.thumbprint);
    expect(warnings).toEqual([expect.stringContaining('"pfx-password"')]);
  });

  test('that is wrong is an error that says that both were tried', () => {
    const file = withEncryptedKey(Buffer.from(COMPOSED, 'latin1'));
    const error = userErrorOf(() => readPkcs12(file, 'other\n', now));
    expect(error).toMatchObject({ code: 'BAD_PASSWORD', message: expect.stringContaining('line break') });
    expect(userErrorOf(() => readPkcs12(file, 'other', now)).message).not.toContain('line break');
  });
});

describe('a key is decrypted', () => {
  test.each([
    ['whose password is a BMPString for PBKDF2, as old versions of NSS write it', 'nss', bmp('nss\0')],
    ['whose password is a BMPString without a final NUL', 'nss', bmp('nss')],
    ['whose password is Latin-1', COMPOSED, Buffer.from(COMPOSED, 'latin1')],
    ['whose password was typed decomposed', COMPOSED, Buffer.from(DECOMPOSED, 'utf8')],
  ])('%s', (_name, given, written) => {
    const file = withEncryptedKey(written);
    expect(readPkcs12(file, given, now).thumbprint).toBe(certificate.thumbprint);
    expect(userErrorOf(() => readPkcs12(file, 'other', now)).code).toBe('BAD_PASSWORD');
  });
});
