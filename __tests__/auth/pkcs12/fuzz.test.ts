import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPkcs12 } from '../../../src/auth/pkcs12/read.ts';
import { UserError } from '../../../src/errors.ts';
import { describeOnPosix } from '../../support/platform.ts';
import { makePfxFiles, type PfxFiles } from './files.ts';

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
  const before = process.cpuUsage();
  try {
    expect(readPkcs12(input, password, new Date()).thumbprint).toMatch(/^[0-9A-F]{40}$/);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    expect(CODES).toContain(error.code);
  }
  // CPU time does not depend on other processes.
  expect(process.cpuUsage(before).user).toBeLessThan(10_000_000);
}

describeOnPosix('files of the generator', () => {
  let files: PfxFiles;
  beforeAll(() => {
    files = makePfxFiles({ PFXGEN_FAST: '1' });
  });
  afterAll(() => {
    files.remove();
  });

  test('that were changed give a certificate or a coded error', () => {
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
      { numRuns: 300 },
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
