import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DerivationBudget, PROVEN, UNPROVEN } from '../../../src/auth/pkcs12/derivation-budget.ts';
import { readPfx } from '../../../src/auth/pkcs12/read.ts';
import { selfSigned } from '../self-signed.ts';
import { userErrorOf } from '../thrown.ts';

const PASSWORD = 'Passw0rd-123';
const AES = ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC'];
const TRIPLE_DES = ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'PBE-SHA1-3DES'];

/** What openssl is told to write; each has its counts as numbers of three bytes, which others can be put in place of. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['MAC SHA-1, 3DES', [...TRIPLE_DES, '-macalg', 'sha1']],
  ['MAC SHA-256, 3DES', [...TRIPLE_DES, '-macalg', 'sha256']],
  ['MAC MD5, AES', [...AES, '-macalg', 'md5']],
  ['MAC SHA-256, AES', [...AES, '-macalg', 'sha256']],
  ['MAC SHA-384, AES', [...AES, '-macalg', 'sha384']],
  ['MAC SHA-512, AES', [...AES, '-macalg', 'sha512']],
  ['no MAC, 3DES', [...TRIPLE_DES, '-nomac']],
  ['no MAC, AES', [...AES, '-nomac']],
];
const WRITTEN = 100_000;

const folder = mkdtempSync(path.join(tmpdir(), 'crafted-'));
const pem = path.join(folder, 'pair.pem');
beforeAll(() => {
  const { privateKey, certificate } = selfSigned();
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(pem, `${key.toString()}${certificate.toString()}`, { mode: 0o600 });
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function written(shape: readonly string[]): Buffer {
  const args = ['pkcs12', '-export', '-in', pem, '-iter', String(WRITTEN), ...shape, '-passout', 'stdin'];
  return execFileSync('openssl', args, { input: `${PASSWORD}\n` });
}

/** The same with another count in every place. */
function recounted(file: Buffer, iterations: number): Buffer {
  const [from, to] = [WRITTEN, iterations].map((count) => `0203${count.toString(16).padStart(6, '0')}`);
  const text = file.toString('hex').replaceAll(from ?? '', to ?? '');
  return Buffer.from(text, 'hex');
}

/** The code of the error, and what the reader was allowed to work before it. */
function refusal(file: Buffer, password: string): { readonly code: string; readonly spent: number } {
  const budget = new DerivationBudget();
  const { code } = userErrorOf(() => readPfx(file, password, new Date(), budget));
  return { code, spent: budget.spent };
}

describe.each(SHAPES)('%s', (_name, shape) => {
  test('opens as it was written', () => {
    const budget = new DerivationBudget();
    const file = written(shape);
    expect(file.toString('hex')).toContain(`0203${WRITTEN.toString(16).padStart(6, '0')}`);
    expect(readPfx(file, PASSWORD, new Date(), budget).warnings).toEqual([]);
    expect(budget.spent).toBeLessThanOrEqual(PROVEN);
  });

  test.each([PASSWORD, 'another', '', 'Pässword'])(
    'with the most that a count can be, and the password %j',
    (password) => {
      expect(refusal(recounted(written(shape), 0x7fffff), password)).toEqual({ code: 'UNSUPPORTED', spent: 0 });
    },
  );

  test.each([601_000, 1_201_000])('with %d rounds is as much work as is allowed, or none', (iterations) => {
    const file = recounted(written(shape), iterations);
    for (const password of ['another', '']) {
      const { code, spent } = refusal(file, password);
      expect(['UNSUPPORTED', 'BAD_PASSWORD']).toContain(code);
      expect(spent).toBeLessThanOrEqual(UNPROVEN);
    }
  });
});
