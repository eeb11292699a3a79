import { beforeAll, describe, expect, test } from '@jest/globals';
import { createHmac, pbkdf2Sync, X509Certificate } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientCertificate } from '../../../src/auth/certificate.ts';
import { thumbprintOf } from '../../../src/auth/certificate.ts';
import { readPkcs12 } from '../../../src/auth/pfx/read.ts';
import {
  bag,
  certificateBag,
  dataContent as data,
  der,
  encryptedKeyBag,
  explicit0,
  HMAC_SHA256,
  NULL,
  objectId,
  octetString,
  pbes2,
  pbkdf2Algorithm as pbkdf2Parameters,
  pfx,
  plainPfx as plain,
  sequence,
  wholeNumber,
} from './pfx-builder.ts';
import { fixedBytes } from '../../support/fixed-bytes.ts';
import { describeWithOpenssl } from '../../support/platform.ts';
import { selfSigned } from '../self-signed.ts';
import { userErrorOf } from '../thrown.ts';
import { newFolder } from '../../support/new-folder.ts';

const DATA = objectId('1.2.840.113549.1.7.1');
const now = new Date();
const PASSWORD = 'pâsswörd';

let certificate: ClientCertificate;
beforeAll(async () => {
  certificate = await selfSigned();
});

const pkcs8 = (): Buffer => certificate.privateKey.export({ format: 'der', type: 'pkcs8' });
const keyBag = (): Buffer => bag(1, pkcs8());
const certBag = (raw = certificate.certificate.raw): Buffer => certificateBag(raw);

/** RFC 9579, section 5. */
function pbmac1(safe: Buffer, password: Buffer, hmacId: string, digest: string, length: number): Buffer {
  const salt = fixedBytes(16);
  const key = pbkdf2Sync(password, salt, 2048, length, 'sha256');
  const mac = createHmac(digest, key).update(safe).digest();
  const algorithm = sequence(
    objectId('1.2.840.113549.1.5.14'),
    sequence(pbkdf2Parameters(salt, 2048, length), sequence(objectId(hmacId), NULL)),
  );
  return sequence(sequence(algorithm, octetString(mac)), octetString(Buffer.from('NOT USED')), wholeNumber(1));
}

function shrouded(password: Buffer, otherAlgorithm?: Buffer): Buffer {
  if (otherAlgorithm === undefined) return encryptedKeyBag(password, pkcs8());
  return bag(2, sequence(otherAlgorithm, octetString(fixedBytes(64))));
}

function encryptedData(password: Buffer, contents: Buffer): Buffer {
  const { algorithm, ciphertext } = pbes2(password, contents);
  const content = sequence(DATA, algorithm, der(0x80, ciphertext));
  return sequence(objectId('1.2.840.113549.1.7.6'), explicit0(sequence(wholeNumber(0), content)));
}

describe('the MAC of RFC 9579 is verified', () => {
  test.each([
    [HMAC_SHA256, 'sha256', 32],
    ['1.2.840.113549.2.11', 'sha512', 64],
  ])('for the HMAC %s (%s)', (id, digest, length) => {
    const safe = sequence(data(sequence(keyBag(), certBag())));
    const file = pfx(safe, pbmac1(safe, Buffer.from(PASSWORD), id, digest, length));
    expect(readPkcs12(file, PASSWORD, now).thumbprint).toBe(certificate.thumbprint);
    expect(userErrorOf(() => readPkcs12(file, 'other', now)).code).toBe('BAD_PASSWORD');
  });
});

describe('a file of another tool opens', () => {
  test('with a password that was encoded as Latin-1', () => {
    const file = plain(shrouded(Buffer.from(PASSWORD, 'latin1')), certBag());
    expect(readPkcs12(file, PASSWORD, now).thumbprint).toBe(certificate.thumbprint);
  });

  test('with nested bags, and with bags and certificates of types that are ignored', () => {
    const sdsi = bag(3, sequence(objectId('1.2.840.113549.1.9.22.2'), explicit0(octetString(fixedBytes(9)))));
    const file = plain(
      bag(6, sequence(keyBag())),
      bag(4, sequence()),
      bag(5, sequence()),
      sdsi,
      certBag(fixedBytes(40)),
      certBag(),
    );
    expect(readPkcs12(file, '', now).thumbprint).toBe(certificate.thumbprint);
  });

  test('with the same key and certificate twice', () => {
    expect(readPkcs12(plain(keyBag(), certBag(), keyBag(), certBag()), '', now).warnings).toEqual([]);
  });

  test('unless it is empty, which is reported as a missing key', () => {
    expect(userErrorOf(() => readPkcs12(plain(), '', now)).code).toBe('NO_PRIVATE_KEY');
  });

  test('unless its second key has another password', () => {
    const file = plain(shrouded(Buffer.from(PASSWORD)), shrouded(Buffer.from('another')), certBag());
    expect(userErrorOf(() => readPkcs12(file, PASSWORD, now)).code).toBe('KEY_PASSWORD');
  });

  test('with certificates of other keys, unless there is no other', async () => {
    const other = (await selfSigned()).certificate;
    expect(readPkcs12(plain(certBag(other.raw), keyBag(), certBag()), '', now).thumbprint).toBe(certificate.thumbprint);
    expect(userErrorOf(() => readPkcs12(plain(keyBag(), certBag(other.raw)), '', now)).message).toContain(
      thumbprintOf(other),
    );
  });
});

describeWithOpenssl('a file with older encryption opens', () => {
  test.each([
    ['PBE-SHA1-2DES', 'PBE-SHA1-RC2-128'],
    ['PBE-SHA1-RC2-128', 'PBE-SHA1-2DES'],
  ])('with %s for the key and %s for the certificate', (keypbe, certpbe) => {
    const folder = newFolder();
    const pem = join(folder, 'pair.pem');
    const key = certificate.privateKey.export({ format: 'pem', type: 'pkcs8' });
    writeFileSync(pem, `${key.toString()}${certificate.certificate.toString()}`, { mode: 0o600 });
    const form = ['-legacy', '-keypbe', keypbe, '-certpbe', certpbe, '-macalg', 'sha1', '-passout', 'stdin'];
    const file = execFileSync('openssl', ['pkcs12', '-export', '-in', pem, ...form], { input: 'Passw0rd-123\n' });
    expect(readPkcs12(file, 'Passw0rd-123', now).thumbprint).toBe(certificate.thumbprint);
  });
});

describe('a damaged part is reported after the MAC was verified', () => {
  const sealed = (safe: Buffer): Buffer => pfx(safe, pbmac1(safe, Buffer.from(PASSWORD), HMAC_SHA256, 'sha256', 32));

  test('for certificates with another password', () => {
    const encrypted = encryptedData(Buffer.from('another'), sequence(certBag()));
    const file = sealed(sequence(data(sequence(keyBag())), encrypted));
    expect(userErrorOf(() => readPkcs12(file, PASSWORD, now)).code).toBe('KEY_PASSWORD');
    const right = encryptedData(Buffer.from(PASSWORD), sequence(certBag()));
    const good = sealed(sequence(data(sequence(keyBag())), right));
    expect(readPkcs12(good, PASSWORD, now).thumbprint).toBe(certificate.thumbprint);
  });

  test('for an RSA key that cannot be read, and a key of an unknown algorithm', () => {
    const key = (algorithm: string): Buffer =>
      bag(1, sequence(wholeNumber(0), sequence(objectId(algorithm), NULL), octetString(fixedBytes(30))));
    expect(userErrorOf(() => readPkcs12(plain(key('1.2.840.113549.1.1.1'), certBag()), '', now)).code).toBe(
      'KEY_DAMAGED',
    );
    const unknown = userErrorOf(() => readPkcs12(plain(key('1.2.643.7.1.1.1.1'), certBag()), '', now));
    expect(unknown.code).toBe('KEY_NOT_RSA');
    expect(unknown.message).toContain('1.2.643.7.1.1.1.1');
  });
});

describeWithOpenssl('several certificates of one key', () => {
  const folder = newFolder();

  test('give the one that is valid longest, with a warning', () => {
    const keyFile = join(folder, 'key.pem');
    writeFileSync(keyFile, certificate.privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 });
    const out = join(folder, 'renewed.der');
    execFileSync('openssl', [
      'req',
      '-x509',
      '-key',
      keyFile,
      '-subj',
      '/CN=renewed',
      '-days',
      '99',
      '-outform',
      'DER',
      '-out',
      out,
    ]);
    const renewed = new X509Certificate(readFileSync(out));
    for (const bags of [
      [certBag(), certBag(renewed.raw)],
      [certBag(renewed.raw), certBag()],
    ]) {
      const read = readPkcs12(plain(keyBag(), ...bags), '', new Date());
      expect(read.thumbprint).toBe(thumbprintOf(renewed));
      expect(read.warnings).toEqual([expect.stringContaining(certificate.thumbprint)]);
    }
  });
});

describe('an unsupported file is reported with what is not supported', () => {
  const refusal = (file: Buffer): string => {
    const error = userErrorOf(() => readPkcs12(file, PASSWORD, now));
    expect(error.code).toBe('UNSUPPORTED');
    expect(error.hint).toContain('openssl pkcs12 -export');
    return error.message;
  };
  const pkcs12Scheme = (scheme: number, iterations: number): Buffer =>
    sequence(
      objectId(`1.2.840.113549.1.12.1.${scheme}`),
      sequence(octetString(fixedBytes(8)), wholeNumber(iterations)),
    );

  test('for RC4', () => {
    expect(refusal(plain(shrouded(Buffer.from(PASSWORD), pkcs12Scheme(1, 2048))))).toContain('PBE-SHA1-RC4-128');
  });

  test('for too many iterations of either derivation', () => {
    expect(refusal(plain(shrouded(Buffer.from(PASSWORD), pkcs12Scheme(3, 2_000_000_000))))).toContain('2,000,000,000');
    const counted = (iterations: number): Buffer =>
      sequence(
        objectId('1.2.840.113549.1.5.13'),
        sequence(
          pbkdf2Parameters(fixedBytes(8), iterations),
          sequence(objectId('2.16.840.1.101.3.4.1.42'), octetString(fixedBytes(16))),
        ),
      );
    expect(refusal(plain(shrouded(Buffer.from(PASSWORD), counted(5_000_001))))).toContain('5,000,001');
  });

  test('for scrypt, other ciphers, HMACs, MACs and signatures', () => {
    const iv = octetString(fixedBytes(16));
    const scrypt = sequence(
      objectId('1.2.840.113549.1.5.13'),
      sequence(
        sequence(objectId('1.3.6.1.4.1.11591.4.11'), sequence()),
        sequence(objectId('2.16.840.1.101.3.4.1.42'), iv),
      ),
    );
    expect(refusal(plain(shrouded(Buffer.from(PASSWORD), scrypt)))).toContain('scrypt');
    const gcm = sequence(
      objectId('1.2.840.113549.1.5.13'),
      sequence(pbkdf2Parameters(fixedBytes(8), 1), sequence(objectId('2.16.840.1.101.3.4.1.46'), iv)),
    );
    expect(refusal(plain(shrouded(Buffer.from(PASSWORD), gcm)))).toContain('AES-256-GCM');
    const safe = sequence(data(sequence(keyBag(), certBag())));
    expect(refusal(pfx(safe, pbmac1(safe, Buffer.from(PASSWORD), '1.2.3.4', 'sha256', 32)))).toContain('1.2.3.4');
    expect(refusal(pfx(safe, pbmac1(safe, Buffer.from(PASSWORD), HMAC_SHA256, 'sha256', 4096)))).toContain(
      '4096 bytes',
    );
    const mac = sequence(
      sequence(sequence(objectId('1.2.3.5'), NULL), octetString(fixedBytes(20))),
      octetString(fixedBytes(8)),
    );
    expect(refusal(pfx(safe, mac))).toContain('1.2.3.5');
    expect(
      refusal(sequence(wholeNumber(3), sequence(objectId('1.2.840.113549.1.7.2'), explicit0(sequence())))),
    ).toContain('signature');
    expect(refusal(pfx(sequence(sequence(objectId('1.2.3.6'), explicit0(sequence())))))).toContain('1.2.3.6');
  });
});

describe('text that is not a PFX', () => {
  test.each([
    ['EMPTY', ''],
    ['EMPTY', ' \n\ufeff '],
    ['EMPTY', '""'],
    ['NOT_BASE64', 'C:\\secrets\\app.pfx'],
    ['NOT_BASE64', '***'],
    ['NOT_BASE64', '-----BEGIN PKCS12-----\n{}\n-----END PKCS12-----'],
    ['IS_PEM', '-----BEGIN RSA PRIVATE KEY-----\nMIIE'],
    ['IS_PEM', '-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nMIIE\n-----END RSA PRIVATE KEY-----'],
    ['IS_PEM', Buffer.from('-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----').toString('base64')],
    ['NOT_PFX', Buffer.from('just a sentence').toString('base64')],
    ['NOT_PFX', 'hunter2hunter2'],
    ['NOT_PFX', 'A'],
  ])('gives the error %s: %j', (code, text) => {
    expect(userErrorOf(() => readPkcs12(text, '', now)).code).toBe(code);
  });

  test('has a hint about forks if it is empty', () => {
    expect(userErrorOf(() => readPkcs12('', '', now)).hint).toContain('forks');
  });

  test('is recognized as a certificate in PEM, not a PFX in the armour of certutil', () => {
    expect(userErrorOf(() => readPkcs12(certificate.certificate.toString(), '', now)).code).toBe('IS_PEM');
  });

  test('does not include UTF-16 in either byte order, with or without a mark', () => {
    const text = plain(keyBag(), certBag()).toString('base64');
    const little = Buffer.from(text, 'utf16le');
    for (const bytes of [little, Buffer.from(`\ufeff${text}`, 'utf16le').swap16()]) {
      expect(readPkcs12(bytes, '', now).thumbprint).toBe(certificate.thumbprint);
    }
  });

  test('includes a version number alone', () => {
    expect(userErrorOf(() => readPkcs12(der(0x30, wholeNumber(3)), '', now)).code).toBe('NOT_PFX');
  });
});
