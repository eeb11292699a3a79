import { beforeAll, describe, expect, test } from '@jest/globals';
import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import type { ClientCertificate } from '../../../src/auth/certificate.ts';
import { readPkcs12 } from '../../../src/auth/pfx/read.ts';
import type { UserError } from '../../../src/errors.ts';
import { selfSigned } from '../self-signed.ts';
import { userErrorOf } from '../thrown.ts';
import {
  certificateBag,
  dataContent,
  encryptedKey,
  encryptedKeyBag,
  explicit0,
  HMAC_SHA256,
  keyBag,
  NULL,
  objectId,
  octetString,
  pfx,
  plainPfx,
  sequence,
  wholeNumber,
} from './pfx-builder.ts';

const now = new Date();
const PASSWORD = Buffer.from('secret');

let certificate: ClientCertificate;
let raw: Buffer;
let pkcs8: Buffer;
beforeAll(async () => {
  certificate = await selfSigned();
  raw = certificate.certificate.raw;
  pkcs8 = certificate.privateKey.export({ format: 'der', type: 'pkcs8' });
});

function errorOf(input: string | Buffer): UserError {
  return userErrorOf(() => readPkcs12(input, 'secret', now));
}

describe('a short RSA key is refused', () => {
  test.each([512, 1024, 2047])('of %d bits', async (bits) => {
    const weak = await selfSigned(bits);
    const key = weak.privateKey.export({ format: 'der', type: 'pkcs8' });
    const { code, message } = errorOf(plainPfx(keyBag(key), certificateBag(weak.certificate.raw)));
    expect(code).toBe('KEY_TOO_SHORT');
    expect(message).toContain(`${bits} bits`);
    expect(message).toContain(weak.thumbprint);
  });
});

describe('a damaged private key is refused', () => {
  /** Members of RFC 8017, appendix A.1.2. OpenSSL signs with `d` alone if only the CRT numbers are wrong. */
  test.each([
    ['with an even prime', ['p'], -1, 1],
    ['with another exponent', ['d', 'dp'], 40, 0x10],
  ] as const)('%s', (_name, members, at, mask) => {
    const jwk = certificate.privateKey.export({ format: 'jwk' });
    const damaged = Buffer.from(pkcs8);
    for (const member of members) {
      const bytes = Buffer.from(String(jwk[member]), 'base64url');
      const position = pkcs8.indexOf(bytes) + (at < 0 ? bytes.length + at : at);
      damaged[position] = (damaged[position] ?? 0) ^ mask;
    }
    const { code } = errorOf(plainPfx(encryptedKeyBag(PASSWORD, damaged), certificateBag(raw)));
    expect(code).toBe('KEY_DAMAGED');
  });

  test('that cannot be parsed', () => {
    const algorithm = sequence(objectId('1.2.840.113549.1.1.1'), NULL);
    const key = sequence(wholeNumber(0), algorithm, octetString(Buffer.from('not a key')));
    expect(errorOf(plainPfx(keyBag(key), certificateBag(raw))).code).toBe('KEY_DAMAGED');
  });
});

describe('a damaged certificate is refused', () => {
  /** The first date, YYMMDDHHMMSSZ, as a text of the same length. */
  function withDate(date: string): Buffer {
    const at = raw.indexOf(Buffer.from([0x17, 0x0d]));
    const changed = Buffer.from(raw);
    changed.write(date, at + 2, 'latin1');
    return changed;
  }

  test.each(['99999999999Z ', '2613010000000', 'not a date at'])('with the unreadable date %j', (date) => {
    const changed = withDate(date);
    expect(new X509Certificate(changed).validFrom).toBe('Bad time value');
    const file = plainPfx(keyBag(pkcs8), certificateBag(changed));
    expect(Array.from({ length: 5 }, () => errorOf(file).code)).toEqual(
      Array.from({ length: 5 }, () => 'CERTIFICATE_DAMAGED'),
    );
  });

  test('but another certificate of the same key is used', () => {
    const file = plainPfx(keyBag(pkcs8), certificateBag(withDate('not a date at')), certificateBag(raw));
    expect(readPkcs12(file, '', now).thumbprint).toBe(certificate.thumbprint);
  });

  test('that cannot be parsed', () => {
    const { code, message } = errorOf(plainPfx(keyBag(pkcs8), certificateBag(raw.subarray(0, 300))));
    expect([code, message]).toEqual(['CERTIFICATE_DAMAGED', expect.stringContaining('damaged')]);
  });

  test('beside the certificate of another key', async () => {
    const other = certificateBag((await selfSigned()).certificate.raw);
    const file = plainPfx(keyBag(pkcs8), other, certificateBag(raw.subarray(0, 300)));
    expect(errorOf(file).code).toBe('CERTIFICATE_DAMAGED');
  });
});

describe('a file of another kind is named', () => {
  const pem = (type: 'pkcs1' | 'pkcs8'): string =>
    certificate.privateKey
      .export({ format: 'pem', type })
      .toString()
      .replace(/-----.*-----/g, '');

  test.each([
    ['PKCS#8', (): string => pkcs8.toString('base64')],
    ['PKCS#8', (): string => pem('pkcs8')],
    ['PKCS#1', (): string => pem('pkcs1')],
    ['encrypted private key', (): string => encryptedKey(PASSWORD, pkcs8).toString('base64')],
    [
      'damaged private key',
      (): string => sequence(wholeNumber(0), sequence(NULL), octetString(raw)).toString('base64'),
    ],
    ['PKCS#7', (): string => sequence(objectId('1.2.840.113549.1.7.2'), explicit0(sequence())).toString('base64')],
    ['damaged or truncated', (): string => plainPfx(keyBag(pkcs8)).subarray(0, 500).toString('base64')],
  ])('as %s', (name, input) => {
    const { code, message } = errorOf(input());
    expect([code, message]).toEqual(['NOT_PFX', expect.stringContaining(name)]);
  });

  test('with the command that adds the certificate, for a private key', () => {
    expect(errorOf(pem('pkcs8')).hint).toContain('-inkey key.pem -in certificate.pem');
  });
});

describe('several base64 texts in a row are refused as such', () => {
  test.each([
    ['pasted twice', (text: string): string => text + text],
    ['on lines of their own', (text: string): string => `${text}\n${text}\n`],
    ['with PEM armour', (text: string): string => `-----BEGIN PKCS12-----\n${text}\n-----END PKCS12-----\n`.repeat(2)],
  ])('%s', (_name, repeat) => {
    // Three bytes more or less change the padding.
    const file = plainPfx(keyBag(pkcs8), certificateBag(raw));
    const padded = Buffer.concat([file, Buffer.alloc(4 - (file.length % 3))]);
    const { code, message } = errorOf(repeat(padded.toString('base64')));
    expect([code, message]).toEqual(['NOT_BASE64', expect.stringContaining('several base64 texts')]);
  });
});

describe('what is not supported has its own text', () => {
  test('for a file that is protected for a group, whose hint is not to use openssl', () => {
    const enveloped = sequence(objectId('1.2.840.113549.1.7.3'), explicit0(sequence()));
    const { code, hint } = errorOf(pfx(sequence(enveloped)));
    expect(code).toBe('UNSUPPORTED');
    expect(hint).toContain('-ProtectTo');
    expect(hint).not.toContain('openssl');
  });

  test('for a MAC key of endless length', () => {
    const length = Buffer.from([0x02, 0x08, 0x7f, 1, 1, 1, 1, 1, 1, 1]);
    const pbkdf2 = sequence(
      objectId('1.2.840.113549.1.5.12'),
      sequence(octetString(PASSWORD), wholeNumber(1), length, sequence(objectId(HMAC_SHA256), NULL)),
    );
    const algorithm = sequence(
      objectId('1.2.840.113549.1.5.14'),
      sequence(pbkdf2, sequence(objectId(HMAC_SHA256), NULL)),
    );
    const macData = sequence(sequence(algorithm, octetString(PASSWORD)), octetString(PASSWORD), wholeNumber(1));
    const { code, message } = errorOf(pfx(sequence(dataContent(sequence(keyBag(pkcs8)))), macData));
    expect(code).toBe('UNSUPPORTED');
    expect(message).not.toContain('Infinity');
  });

  test('for a key that is restricted to RSA-PSS', () => {
    const { privateKey } = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    const key = privateKey.export({ format: 'der', type: 'pkcs8' });
    const { code, message } = errorOf(plainPfx(keyBag(key), certificateBag(raw)));
    expect([code, message]).toEqual(['KEY_NOT_RSA', expect.stringContaining('RSA-PSS')]);
  });
});
