// Writes how long the reading took, from the first batch that left to the last answer, to the file that BENCH_READING
// names.
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import process from 'node:process';

let first;
let last;

subscribe('undici:client:sendHeaders', ({ request }) => {
  if (request.path.endsWith('/$batch')) first ??= performance.now();
});
subscribe('undici:request:trailers', ({ request }) => {
  if (request.path.endsWith('/$batch')) last = performance.now();
});
process.on('exit', () => {
  writeFileSync(process.env.BENCH_READING, JSON.stringify({ readingMs: last - first }));
});
