import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readPkcs12 } from '../../../src/auth/pfx/read.ts';
import { describeWithOpenssl } from '../../support/platform.ts';
import { selfSigned } from '../self-signed.ts';
import { userErrorOf } from '../thrown.ts';
import { newFolder } from '../../support/new-folder.ts';

const PASSWORD = 'Passw0rd-123';
const MAX = 1_000_000;

/** Each has its iterations in another place. */
const SHAPES: readonly (readonly [string, readonly string[]])[] = [
  ['a MAC of SHA-1 and no encryption', ['-keypbe', 'NONE', '-certpbe', 'NONE', '-macalg', 'sha1']],
  ['no MAC and 3DES of the key', ['-keypbe', 'PBE-SHA1-3DES', '-certpbe', 'NONE', '-nomac']],
  ['no MAC and AES', ['-keypbe', 'AES-256-CBC', '-certpbe', 'AES-256-CBC', '-nomac']],
];

const folder = newFolder();
const pem = path.join(folder, 'pair.pem');
beforeAll(async () => {
  const { privateKey, certificate } = await selfSigned();
  const key = privateKey.export({ format: 'pem', type: 'pkcs8' });
  writeFileSync(pem, `${key.toString()}${certificate.toString()}`, { mode: 0o600 });
});

function exported(shape: readonly string[], iterations: number): Buffer {
  const args = ['pkcs12', '-export', '-in', pem, '-iter', String(iterations), ...shape, '-passout', 'stdin'];
  return execFileSync('openssl', args, { input: `${PASSWORD}\n` });
}

/** The file with another iteration count in each place. Both have to be numbers of three bytes. */
function recounted(file: Buffer, from: number, to: number): Buffer {
  const [before, after] = [from, to].map((count) => `0203${count.toString(16).padStart(6, '0')}`);
  return Buffer.from(file.toString('hex').replaceAll(before ?? '', after ?? ''), 'hex');
}

describeWithOpenssl('a file', () => {
  describe.each(SHAPES)('with %s', (_name, shape) => {
    test('opens with 1,000,000 iterations', () => {
      const file = exported(shape, MAX);
      expect(file.toString('hex')).toContain(`0203${MAX.toString(16).padStart(6, '0')}`);
      expect(readPkcs12(file, PASSWORD, new Date()).warnings).toEqual([]);
    });

    test('is unsupported with more iterations, without deriving any key', () => {
      const original = exported(shape, 70_000);
      for (const iterations of [MAX + 1, 0x7fffff]) {
        const file = recounted(original, 70_000, iterations);
        const { code, message } = userErrorOf(() => readPkcs12(file, PASSWORD, new Date()));
        expect(code).toBe('UNSUPPORTED');
        expect(message).toContain(iterations.toLocaleString('en-US'));
      }
    });
  });
});
