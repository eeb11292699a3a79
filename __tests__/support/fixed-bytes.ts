import { createHash } from 'node:crypto';

/** Bytes that look random and are the same in every run, so that a test fails always or never. `label`: another one gives other bytes. */
export function fixedBytes(length: number, label = ''): Buffer<ArrayBuffer> {
  return Buffer.from(createHash('shake256', { outputLength: length }).update(label).digest());
}
