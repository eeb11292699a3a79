import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SortedTexts } from '../../../src/outputs/files/sorted-texts.ts';
import { anyCodePoint } from '../../support/code-point.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sorted-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

async function sorted(texts: readonly string[], maxCharacters: number): Promise<string[]> {
  const all = new SortedTexts({ folder, maxCharacters });
  for (const text of texts) await all.add(text);
  const result: string[] = [];
  for await (const text of all.sorted()) result.push(text);
  await all.discard();
  return result;
}

test('sorts texts in memory and through temporary files alike, and removes these', async () => {
  const text = fc.oneof(
    fc.string({ unit: anyCodePoint, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom('a', 'B', '\n', '\r', '\u2028', '\u2029', '\u0085', '\0', '"', '\\', '\ud800') }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 60 }), fc.integer({ min: 1, max: 300 }), async (texts, limit) => {
      expect(await sorted(texts, limit)).toEqual(texts.toSorted());
      expect(await readdir(folder)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('keeps no more characters in memory than it may', async () => {
  const all = new SortedTexts({ folder, maxCharacters: 1_000 });
  for (let at = 0; at < 100; at += 1) await all.add(String(at).padStart(100, '0'));
  const [temp = ''] = await readdir(folder);
  expect(await readdir(path.join(folder, temp))).toHaveLength(10);
  await all.discard();
});
