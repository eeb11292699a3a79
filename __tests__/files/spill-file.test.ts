import { mkdtempSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { SpillFile } from '../../src/files/spill-file.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

const entry = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((text) => ({ given: text, bytes: Buffer.from(text) })),
  // Longer than what is collected before it goes to the disk, and shorter.
  fc.integer({ min: 0, max: 600_000 }).map((length) => {
    const given = Buffer.alloc(length, length % 251);
    return { given, bytes: given };
  }),
);

test('every entry is read back whole, in any order, while others are added', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
      const spill = new SpillFile();
      try {
        for (const [at, { given }] of entries.entries()) {
          expect(spill.add(given)).toBe(at);
          expect(spill.at(at >> 1).equals(entries[at >> 1]?.bytes ?? Buffer.alloc(0))).toBe(true);
        }
        for (const at of [...entries.keys()].reverse())
          expect(spill.at(at).equals(entries[at]?.bytes ?? Buffer.alloc(0))).toBe(true);
        expect(spill.length).toBe(entries.length);
      } finally {
        spill.close();
      }
    }),
    { numRuns: 50 },
  );
});

test('no file with a name is on the disk while it is used', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'spill-'));
  jest.spyOn(os, 'tmpdir').mockReturnValue(folder);
  const spill = new SpillFile();
  spill.add(Buffer.alloc(1_000_000));
  expect(spill.at(0)).toHaveLength(1_000_000);
  // Fails if a file is in it.
  rmdirSync(folder);
  spill.close();
});

test('a folder that cannot be written to is an error that users can fix', () => {
  jest.spyOn(os, 'tmpdir').mockReturnValue(path.join(os.tmpdir(), 'missing', 'folder'));
  expect(() => new SpillFile().add(Buffer.alloc(1_000_000))).toThrow(
    expect.objectContaining({ code: 'OUTPUT_UNWRITABLE' }),
  );
});
