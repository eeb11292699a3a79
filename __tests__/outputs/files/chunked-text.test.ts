import { Writable } from 'node:stream';
import { createGzip, gunzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CHUNK_BYTES, ChunkedText } from '../../../src/outputs/files/chunked-text.ts';

const texts = fc.array(
  fc.tuple(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom(1, 10, 1_000, 20_000, 100_000)),
  { maxLength: 12 },
);

test('writes all texts in their order, whatever their length', async () => {
  await fc.assert(
    fc.asyncProperty(texts, async (parts) => {
      const gzip = createGzip({ level: 1 });
      const received = buffer(gzip);
      const failures: Error[] = [];
      const text = new ChunkedText(gzip, (error) => failures.push(error));
      for (const [part, times] of parts) await text.write(part.repeat(times));
      await text.flush();
      gzip.end();
      const written = parts.map(([part, times]) => part.repeat(times)).join('');
      expect(gunzipSync(await received).equals(Buffer.from(written))).toBe(true);
      expect(failures).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('limits the chunks that wait for a slow stream, and ends the wait when the stream closes', async () => {
  let arrived = 0;
  const stream = new Writable({
    write: () => {
      arrived += 1;
    },
  });
  const text = new ChunkedText(stream, () => undefined);
  const line = 'x'.repeat(CHUNK_BYTES / 4);
  let [lines, waiting] = [0, text.write(line)];
  while (waiting === undefined) [lines, waiting] = [lines + 1, text.write(line)];
  expect(lines).toBeLessThan(20);
  expect(arrived).toBe(1);
  stream.destroy();
  await waiting;
});

test('reports why a chunk could not be written', async () => {
  const full = new Error('full');
  const stream = new Writable({
    write: (_chunk, _encoding, done) => {
      done(full);
    },
  });
  stream.on('error', () => undefined);
  const failures: Error[] = [];
  const text = new ChunkedText(stream, (error) => failures.push(error));
  void text.write('a');
  await text.flush();
  expect(failures).toEqual([full]);
});
