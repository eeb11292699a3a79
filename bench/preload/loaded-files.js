// Writes which files were loaded before the token request left, and which later, to the file that BENCH_LOADED names.
// Apart from token-request.js, since looking on costs time.
import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import process from 'node:process';

const before = [];
const after = [];
let left = false;

registerHooks({
  load(url, context, nextLoad) {
    if (url.startsWith('file:')) (left ? after : before).push(url);
    return nextLoad(url, context);
  },
});
subscribe('undici:client:sendHeaders', ({ request }) => {
  if (request.path.endsWith('/oauth2/v2.0/token')) left = true;
});
process.on('exit', () => {
  writeFileSync(process.env.BENCH_LOADED, JSON.stringify({ left, before, after }));
});
