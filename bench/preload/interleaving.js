// Writes how many batches of Graph were answered before the last page of Exchange Online, to the file that
// BENCH_INTERLEAVING names.
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import process from 'node:process';

let batches = 0;
let batchesBefore = 0;
let pages = 0;

subscribe('undici:request:trailers', ({ request }) => {
  if (request.path === '/v1.0/$batch') batches += 1;
  else if (request.path.includes('/InvokeCommand')) {
    pages += 1;
    batchesBefore = batches;
  }
});
process.on('exit', () => {
  writeFileSync(process.env.BENCH_INTERLEAVING, JSON.stringify({ batches, batchesBefore, pages }));
});
