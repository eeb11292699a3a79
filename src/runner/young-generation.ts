import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes, both semi-spaces together. */
const MAX_SIZE = 16 * 1024 * 1024;
const CHECK_INTERVAL_MS = 50;

/**
 * Stops V8's young generation from growing beyond 16 MiB. V8 doubles it, up to 128 MiB, as objects survive collections, so
 * that a longer list needs more memory for objects that are soon garbage: without this limit, 300,000 mailboxes took
 * 392 MiB instead of 329 (one run each of `npm run bench -- --only cpu`). A packaged action cannot be started with flags, and
 * V8 reads this flag at each growth. https://v8.dev/blog/orinoco-parallel-scavenger
 */
export function boundYoungGeneration(): void {
  const timer = setInterval(() => {
    const size = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? MAX_SIZE;
    if (size < MAX_SIZE) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, CHECK_INTERVAL_MS);
  timer.unref();
}
