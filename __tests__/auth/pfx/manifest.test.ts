import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { requireValid } from '../../../src/auth/certificate.ts';
import { readPkcs12 } from '../../../src/auth/pfx/read.ts';
import { UserError } from '../../../src/errors.ts';
import { describeWithGenerator } from '../../support/platform.ts';
import { pfxFiles, type PfxFiles } from './files.ts';
import { userErrorOf } from '../thrown.ts';

const now = new Date();

const NAMES = ['modern-aes256-sha256', 'tripledes-sha1', 'ber-indefinite', 'all-plain', 'nomac', 'nomac-plain'];
const CODES = [
  'EMPTY',
  'NOT_BASE64',
  'IS_PEM',
  'NOT_PFX',
  'BAD_PASSWORD',
  'KEY_PASSWORD',
  'NO_PRIVATE_KEY',
  'NO_CERTIFICATE',
  'KEY_NOT_RSA',
  'KEY_TOO_SHORT',
  'KEY_DAMAGED',
  'CERTIFICATE_DAMAGED',
  'KEY_CERT_MISMATCH',
  'MANY_KEYS',
  'UNSUPPORTED',
];

type Mutation = (bytes: Buffer) => Buffer;

const at = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const flip = fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([where, mask]): Mutation => (bytes) => {
  const changed = Buffer.from(bytes);
  const position = Math.floor(where * changed.length);
  changed[position] = (changed[position] ?? 0) ^ mask;
  return changed;
});
// Lengths, versions and algorithms are in the head, which a uniform choice rarely changes.
const flipHead = fc
  .tuple(fc.nat(160), fc.integer({ min: 1, max: 255 }))
  .map(([position, mask]): Mutation => (bytes) => {
    const changed = Buffer.from(bytes);
    changed[position] = (changed[position] ?? 0) ^ mask;
    return changed;
  });
const cut = at.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(0, Math.floor(where * bytes.length)),
);
const splice = fc.tuple(at, at, fc.uint8Array({ maxLength: 24 })).map(([from, to, insert]): Mutation => (bytes) => {
  const [start, end] = [from, to].map((where) => Math.floor(where * bytes.length)).sort((a, b) => a - b);
  return Buffer.concat([bytes.subarray(0, start), insert, bytes.subarray(end)]);
});

function expectCertificateOrTypedError(input: string | Buffer, password: string): void {
  try {
    expect(readPkcs12(input, password, new Date()).thumbprint).toMatch(/^[0-9A-F]{40}$/);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(CODES).toContain(error.code);
  }
}

/** The thumbprints and dates of the certificate in a file, or the error's code. */
function outcome(bytes: string | Buffer, password: string | null): unknown {
  try {
    const { thumbprint, x5tS256, notBefore, notAfter, privateKey, certificate } = readPkcs12(
      bytes,
      password ?? '',
      now,
    );
    if (!certificate.checkPrivateKey(privateKey)) return 'the key is not that of the certificate';
    return { thumbprint, x5tS256, notBefore, notAfter };
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
}

describeWithGenerator('every file of the generator', () => {
  let files: PfxFiles;
  beforeAll(() => {
    files = pfxFiles();
  });

  test('gives the certificate or error of its manifest entry, as bytes and as text', () => {
    expect(files.entries.length).toBeGreaterThanOrEqual(70);
    const outcomes: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const { name, password, encoding, ...entry } of files.entries) {
      const bytes = files.read(name);
      const text = bytes.toString(encoding === 'der' ? 'base64' : 'utf8');
      for (const [form, input] of Object.entries({ bytes, text })) {
        outcomes[`${name}, ${form}`] = outcome(input, password);
        expected[`${name}, ${form}`] =
          name === 'rsa1024'
            ? 'KEY_TOO_SHORT' // The manifest leaves this to the reader.
            : entry.outcome === 'error'
              ? entry.code
              : {
                  thumbprint: entry.sha1,
                  x5tS256: entry.x5tS256,
                  notBefore: new Date(entry.notBefore ?? NaN),
                  notAfter: new Date(entry.notAfter ?? NaN),
                };
      }
    }
    expect(outcomes).toEqual(expected);
  });

  test('that fails gives an error that names the input and does not contain the password', () => {
    for (const { name, password } of files.entries.filter((entry) => entry.outcome === 'error')) {
      const error = userErrorOf(() => readPkcs12(files.read(name), password ?? '', now));
      expect([name, error.message]).toEqual([name, expect.stringMatching(/"pfx/)]);
      expect(error.hint).not.toBe('');
      expect(`${error.message} ${error.hint}`).not.toContain(password ?? 'no password given');
    }
  });

  test('that is a certificate alone has the hint to export the key too', () => {
    const { hint } = userErrorOf(() => readPkcs12(files.read('der-certificate'), '', now));
    expect(hint).toContain('together with its private key');
  });

  test('with two pairs gives an error with both thumbprints', () => {
    const error = userErrorOf(() => readPkcs12(files.read('two-pairs'), files.entry('two-pairs').password ?? '', now));
    expect(error.message.match(/[0-9A-F]{40}/g)).toHaveLength(2);
    expect(error.message).toContain(files.entry('modern-aes256-sha256').sha1);
  });

  test('that is expired or not yet valid is read, but refused with the day and the thumbprint', () => {
    for (const [name, code] of [
      ['expired', 'EXPIRED'],
      ['not-yet-valid', 'NOT_YET_VALID'],
    ] as const) {
      const entry = files.entry(name);
      const certificate = readPkcs12(files.read(name), entry.password ?? '', now);
      const error = userErrorOf(() => requireValid(certificate, now));
      expect(error.code).toBe(code);
      expect(error.message).toContain(entry.sha1);
      const date = code === 'EXPIRED' ? certificate.notAfter : certificate.notBefore;
      expect(error.message).toContain(date.toISOString().slice(0, 10));
      expect(requireValid(certificate, certificate.notAfter)).toBe(certificate);
    }
  });

  test('that is changed gives a certificate or a coded error', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...NAMES),
        fc.array(fc.oneof(flip, flipHead, cut, splice), { minLength: 1, maxLength: 3 }),
        fc.boolean(),
        (name, mutations, asText) => {
          const bytes = mutations.reduce((changed, mutate) => mutate(changed), files.read(name));
          expectCertificateOrTypedError(asText ? bytes.toString('base64') : bytes, files.entry(name).password ?? '');
        },
      ),
      { numRuns: 150 },
    );
  });
});

test('any text and any bytes give a coded error', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.base64String(),
        fc.uint8Array().map((bytes) => Buffer.from(bytes)),
      ),
      (input) => {
        expectCertificateOrTypedError(input, '');
      },
    ),
  );
});
